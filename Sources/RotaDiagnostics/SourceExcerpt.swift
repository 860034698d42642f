/// One line of a text made ready to be shown with marks under a part of it.
struct SourceExcerpt {
  /// The line, or a window of it: tabs expanded, control characters made visible.
  private(set) var line = ""
  /// The columns to be marked in it.
  private(set) var marks = 0..<1

  /// Lines wider than this are shown in part.
  static let widest = 160
  /// As wide as it may be, and no less than what shows a mark with something around it.
  private let widest: Int
  private static let tab = 4

  /// - Parameters:
  ///   - range: lies in the text; where it spans several lines, the first one is shown.
  ///   - columns: as wide as it may be, if not less than that.
  init(of range: SourceRange, in text: SourceText, columns: Int = Self.widest) {
    widest = max(10, min(columns, Self.widest))
    let index = text.lineIndex(of: range.lower)
    let line = text.lineRange(index)
    let lower = min(max(range.lower, line.lowerBound), line.upperBound)
    let upper = min(max(lower, range.upper), line.upperBound, lower + Self.farthest)
    let begin = Self.boundary(max(line.lowerBound, lower - Self.farthest), line, text)
    let end = Self.boundary(min(line.upperBound, upper + Self.farthest), line, text)
    show(text.slice(begin, end), lower - begin, upper - begin)
  }

  /// Bytes of a line on either side of the marks that are looked at; the rest cannot be shown, and
  /// a line may have millions.
  private static let farthest = 8192

  /// The offset, or that of the character before it where it lies inside of one.
  private static func boundary(_ offset: Int, _ line: Range<Int>, _ text: SourceText) -> Int {
    var offset = offset
    while offset > line.lowerBound, offset < line.upperBound, text.bytes[offset] & 0xC0 == 0x80 {
      offset -= 1
    }
    return offset
  }

  private mutating func show(_ content: String, _ lower: Int, _ upper: Int) {
    var pieces: [(text: String, width: Int)] = []
    var column = 0
    var offset = 0
    var first: Int?
    var last: Int?
    for character in content {
      let length = character.utf8.count
      let piece = Self.visible(character, at: column)
      let width = piece.displayWidth
      if offset + length > lower, first == nil { first = column }
      pieces.append((piece, width))
      column += width
      offset += length
      if offset <= upper || offset - length < upper, offset > lower { last = column }
    }
    let begin = first ?? column
    marks = begin..<max(begin + 1, last ?? begin + 1)
    line = pieces.map(\.text).joined()
    if column > widest { window(pieces, column) }
  }

  /// Keeps what stands around the marks.
  private mutating func window(_ pieces: [(text: String, width: Int)], _ total: Int) {
    let room = widest - 2
    let length = min(marks.count, room)
    let from = max(0, min(marks.lowerBound - (room - length) / 2, total - room))
    var shown = from > 0 ? "…" : ""
    var shift = from > 0 ? 1 : 0
    var column = 0
    var begin: Int?
    for piece in pieces {
      if column >= from, column + piece.width <= from + room {
        if begin == nil { begin = column }
        shown += piece.text
      }
      column += piece.width
    }
    shift -= begin ?? from
    if from + room < total { shown += "…" }
    line = shown
    let lower = max(0, marks.lowerBound + shift)
    marks = lower..<max(lower + 1, min(marks.upperBound + shift, widest))
  }

  /// A character as it may be printed: no tab, no control and nothing that a terminal obeys.
  private static func visible(_ character: Character, at column: Int) -> String {
    if character == "\t" { return String(repeating: " ", count: tab - column % tab) }
    return character.unicodeScalars.contains(where: isUnsafe)
      ? Printable.text(String(character)) : String(character)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool { Printable.isUnsafe(scalar) }
}

/// Makes text from files and commands safe to print.
public enum Printable {
  /// The text with control characters, and those that turn its direction, shown as pictures or
  /// code points; line breaks are kept where asked.
  public static func text(_ text: String, keepingLineBreaks: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if keepingLineBreaks, scalar == "\n" || scalar == "\t" {
        result.append(scalar)
      } else if isUnsafe(scalar) {
        result.append(contentsOf: picture(scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069,
      0xFEFF:
      true
    default: false
    }
  }

  private static func picture(_ scalar: Unicode.Scalar) -> String {
    if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
      return String(picture)
    }
    return scalar.value == 0x7F ? "␡" : "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
  }
}
