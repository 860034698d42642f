import RotaDiagnostics

/// A prompt and the text behind it as the rows of a screen, and where the cursor stands in them.
struct ScreenRows {
  private(set) var rows = [""]
  private(set) var cursor = (row: 0, column: 0)
  private let columns: Int
  private var column = 0

  /// - Parameter before: the text up to the cursor.
  init(prompt: String, before: String, after: String, columns: Int) {
    self.columns = max(2, columns)
    add(prompt)
    add(before)
    cursor = (rows.count - 1, column)
    add(after)
  }

  /// Breaks rows where `ScreenLayout` does.
  private mutating func add(_ text: String) {
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        breakRow()
        continue
      }
      let width = ScreenLayout.width(of: scalar, at: column)
      if column + width > columns { breakRow() }
      switch scalar {
      case "\t": rows[rows.count - 1] += String(repeating: " ", count: width)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        rows[rows.count - 1] += "^" + String(Unicode.Scalar(UInt8(scalar.value ^ 0x40)))
      default: rows[rows.count - 1].unicodeScalars.append(scalar)
      }
      column += width
      if column >= columns { breakRow() }
    }
  }

  private mutating func breakRow() {
    rows.append("")
    column = 0
  }
}
