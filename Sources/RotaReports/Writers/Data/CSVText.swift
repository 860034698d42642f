/// Cells and lines of comma-separated values (RFC 4180), made safe for spreadsheets.
public enum CSVText {
  /// What spreadsheets need in order to take a file for UTF-8.
  public static let byteOrderMark = "\u{FEFF}"
  public static let lineBreak = "\r\n"

  /// A line without its line break.
  public static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",")
  }

  /// Quoted where needed, also for programs that part cells at semicolons. A cell that a spreadsheet would run as a formula gets an apostrophe before
  /// it; negative numbers stay as they are. A telephone number that begins with + is no number.
  static func cell(_ text: String) -> String {
    var cell = PrintableText.of(text)
    if let first = cell.unicodeScalars.first(where: { $0 != " " && $0 != "\n" }), isTrigger(first),
      !isNegativeNumber(cell)
    {
      cell = "'" + cell
    }
    let isPlain = cell.utf8.allSatisfy { byte in
      switch byte {
      case 0x22, 0x2C, 0x3B, 0x0A, 0x0D: false
      default: true
      }
    }
    return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// ASCII, and the full-width forms that some spreadsheets take for the same.
  private static func isTrigger(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  private static func isNegativeNumber(_ cell: String) -> Bool {
    let digits = cell.utf8.dropFirst()
    return cell.utf8.first == UInt8(ascii: "-") && digits.first.map(isDigit) == true
      && digits.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") } && Double(cell) != nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
