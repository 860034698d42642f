/// Cells and lines of comma-separated values (RFC 4180), made safe for spreadsheets.
public enum CSVText {
  /// What spreadsheets need in order to take a file for UTF-8.
  public static let byteOrderMark = "\u{FEFF}"
  public static let lineBreak = "\r\n"

  /// A line without its line break.
  public static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",")
  }

  /// Quoted where needed. A cell that a spreadsheet would run as a formula gets an apostrophe before
  /// it; numbers stay as they are.
  static func cell(_ text: String) -> String {
    var cell = PrintableText.of(text)
    if let first = cell.unicodeScalars.first(where: { $0 != " " }), isTrigger(first),
      Double(cell) == nil
    {
      cell = "'" + cell
    }
    let isPlain = cell.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x0A && $0 != 0x0D }
    return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// ASCII, and the full-width forms that some spreadsheets take for the same.
  private static func isTrigger(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
