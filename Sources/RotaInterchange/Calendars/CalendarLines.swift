import RotaDiagnostics

/// A line of an iCalendar file (RFC 5545, section 3.1), with what was folded joined again.
struct CalendarLine: Sendable {
  /// In capitals: `DTSTART`.
  let name: String
  /// By name in capitals; of a list of values all in one, as written.
  let parameters: [String: String]
  let value: String
  /// From 1, where it begins.
  let number: Int
  /// The first of its lines in the file.
  let range: SourceRange

  /// A value of type TEXT without its escapes.
  var text: String {
    var result = ""
    var isEscaped = false
    for character in value {
      if isEscaped {
        result.append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}

enum CalendarLines {
  /// - Parameter bytes: UTF-8 without a byte order mark.
  static func read(
    _ bytes: [UInt8], as source: SourceID
  ) -> (lines: [CalendarLine], unread: [SourceRange]) {
    var lines: [CalendarLine] = []
    var unread: [SourceRange] = []
    var content: [UInt8] = []
    var start = 0..<0
    var number = 0
    var first = 0
    func close() {
      defer { content = [] }
      if content.isEmpty { return }
      let range = SourceRange(source: source, lower: start.lowerBound, upper: start.upperBound)
      if let line = line(String(decoding: content, as: UTF8.self), first, range) {
        lines.append(line)
      } else {
        unread.append(range)
      }
    }
    var position = 0
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var upper = end
      while upper > position, bytes[upper - 1] == UInt8(ascii: "\r") { upper -= 1 }
      number += 1
      let isFolded =
        !content.isEmpty && upper > position
        && (bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t"))
      if isFolded {
        content += bytes[(position + 1)..<upper]
      } else {
        close()
        content = Array(bytes[position..<upper])
        start = position..<upper
        first = number
      }
      position = end + 1
    }
    close()
    return (lines, unread)
  }

  /// `NAME;PARAMETER=value:value`; nil where it is not so.
  private static func line(_ text: String, _ number: Int, _ range: SourceRange) -> CalendarLine? {
    var parts: [Substring] = []
    var start = text.startIndex
    var isQuoted = false
    var index = start
    while index < text.endIndex {
      let character = text[index]
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character == ";" || character == ":" {
        parts.append(text[start..<index])
        start = text.index(after: index)
        if character == ":" { break }
      }
      index = text.index(after: index)
    }
    guard index < text.endIndex, let name = parts.first, !name.isEmpty,
      name.utf8.allSatisfy({ isNameByte($0) })
    else { return nil }
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() {
      guard let sign = part.firstIndex(of: "=") else { return nil }
      parameters[part[..<sign].uppercased()] = part[part.index(after: sign)...].filter {
        $0 != "\""
      }
    }
    return CalendarLine(
      name: name.uppercased(), parameters: parameters, value: String(text[start...]),
      number: number, range: range)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
