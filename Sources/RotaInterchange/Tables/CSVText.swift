/// A table as a CSV file that spreadsheets open right: UTF-8 with a byte order mark, commas, CRLF.
public struct CSVText: Sendable {
  private var text: String

  /// - Parameter hasMark: whether the file begins with a byte order mark, without which one spreadsheet
  ///   takes it for another encoding.
  public init(headings: [String], hasMark: Bool = true) {
    text = hasMark ? "\u{FEFF}" : ""
    append(headings)
  }

  public mutating func append(_ row: [String]) {
    text += row.map(Self.cell).joined(separator: ",") + "\r\n"
  }

  public var bytes: [UInt8] { Array(text.utf8) }

  /// A cell, quoted where needed. One that a spreadsheet would run as a formula gets an apostrophe
  /// in front, unless it is a negative number; line breaks and tabs become spaces, other control
  /// characters and marks that turn the direction of writing are left out.
  public static func cell(_ content: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in content.replacing("\r\n", with: " ").unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: text.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
        break
      default: text.append(scalar)
      }
    }
    var cell = String(text)
    let first = cell.unicodeScalars.first { $0 != " " }
    if let first, "=+-@＝＋－＠".unicodeScalars.contains(first), !isNegativeNumber(cell) {
      cell = "'" + cell
    }
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ";")
    }
    let isPadded = cell.first == " " || cell.last == " "
    return needsQuotes || isPadded
      ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }
  private static func isNegativeNumber(_ cell: String) -> Bool {
    let digits = cell.utf8.dropFirst()
    return cell.utf8.first == UInt8(ascii: "-") && digits.first != UInt8(ascii: ".")
      && digits.count { $0 == UInt8(ascii: ".") } <= 1
      && digits.allSatisfy { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
      && !digits.isEmpty
  }
}
