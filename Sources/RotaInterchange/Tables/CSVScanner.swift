/// A cell of a table, by its place in the file.
public struct CSVCell: Hashable, Sendable {
  /// Its bytes, without the quotes around it.
  public let bytes: Range<Int>
  /// A quote in it is written as two.
  let hasDoubledQuotes: Bool

  /// What it holds.
  func text(in file: [UInt8]) -> String {
    if !hasDoubledQuotes { return String(decoding: file[bytes], as: UTF8.self) }
    var content: [UInt8] = []
    content.reserveCapacity(bytes.count)
    var isSecond = false
    for byte in file[bytes] {
      isSecond = byte == CSVScanner.quote && !isSecond
      if !isSecond { content.append(byte) }
    }
    return String(decoding: content, as: UTF8.self)
  }
}

/// Parts a file into rows and cells by RFC 4180: cells by separators, rows by line breaks of any
/// kind; a cell in quotes may hold both, and a quote written twice.
///
/// It looks at bytes alone, which serves every encoding in which the marks have their ASCII values
/// and nothing else has: UTF-8 among them.
public struct CSVScanner: Sendable {
  static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Where a file is no table.
  public enum Problem: Error, Equatable, Sendable {
    /// The quote at this byte is never closed.
    case openQuote(Int)
    /// Something other than a separator follows the closing quote before this byte.
    case textAfterQuote(Int)
  }

  let file: [UInt8]
  let separator: UInt8
  private var position: Int
  /// The number of the row read last, from 1, as spreadsheets count.
  public private(set) var row = 0

  /// - Parameter separator: what parts cells; nil to tell from the first row.
  public init(_ file: [UInt8], separator: UInt8? = nil) {
    self.file = file
    position = 0
    if let separator {
      self.separator = separator
    } else if let said = Self.announced(file) {
      self.separator = said.separator
      position = said.end
      row = 1
    } else {
      self.separator = Self.likely(file)
    }
  }

  /// Reads the next row; false at the end of the file. A row without cells is an empty line.
  public mutating func next(into cells: inout [CSVCell]) throws(Problem) -> Bool {
    cells.removeAll(keepingCapacity: true)
    guard position < file.count else { return false }
    row += 1
    if let end = lineBreak(at: position) {
      position = end
      return true
    }
    while true {
      let isQuoted = position < file.count && file[position] == Self.quote
      cells.append(isQuoted ? try quotedCell() : plainCell())
      guard position < file.count else { return true }
      if file[position] == separator {
        position += 1
      } else if let end = lineBreak(at: position) {
        position = end
        return true
      } else {
        throw Problem.textAfterQuote(position)
      }
    }
  }

  private mutating func plainCell() -> CSVCell {
    let start = position
    let separator = separator
    // Most of a table's bytes are passed here: by the buffer, which is at hand only meanwhile.
    position = file.withUnsafeBufferPointer { bytes in
      var end = start
      while end < bytes.count {
        let byte = bytes[end]
        if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn { break }
        end += 1
      }
      return end
    }
    return CSVCell(bytes: start..<position, hasDoubledQuotes: false)
  }

  private mutating func quotedCell() throws(Problem) -> CSVCell {
    let start = position + 1
    var end = start
    var hasDoubledQuotes = false
    while true {
      guard end < file.count else { throw .openQuote(start - 1) }
      if file[end] == Self.quote {
        guard end + 1 < file.count, file[end + 1] == Self.quote else { break }
        hasDoubledQuotes = true
        end += 1
      }
      end += 1
    }
    position = end + 1
    return CSVCell(bytes: start..<end, hasDoubledQuotes: hasDoubledQuotes)
  }

  /// The byte after the line break that stands here.
  private func lineBreak(at offset: Int) -> Int? {
    if file[offset] == Self.lineFeed { return offset + 1 }
    guard file[offset] == Self.carriageReturn else { return nil }
    let isPair = offset + 1 < file.count && file[offset + 1] == Self.lineFeed
    return offset + (isPair ? 2 : 1)
  }

  /// `sep=;` in the first line, as one spreadsheet writes for itself.
  private static func announced(_ file: [UInt8]) -> (separator: UInt8, end: Int)? {
    guard file.count > 4, file.starts(with: Array("sep=".utf8)) else { return nil }
    var end = 5
    if end < file.count, file[end] == carriageReturn { end += 1 }
    guard end < file.count, file[end] == lineFeed else { return nil }
    return (file[4], end + 1)
  }

  /// Of comma, semicolon and tab that which the first line has most of, outside quotes.
  private static func likely(_ file: [UInt8]) -> UInt8 {
    let candidates = [",", ";", "\t"].map { (mark: UnicodeScalar) in UInt8(ascii: mark) }
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in file {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lineFeed || byte == carriageReturn { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }
}
