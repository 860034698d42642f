import RotaDiagnostics

/// Where a prompt and what stands behind it end up on the screen.
struct ScreenLayout {
  let columns: Int
  private(set) var row = 0
  private(set) var column = 0

  init(columns: Int) { self.columns = max(2, columns) }

  mutating func add(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars { add(scalar) }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if scalar == "\n" { return breakLine() }
    let width = Self.width(of: scalar, at: column)
    if column + width > columns { breakLine() }
    column += width
    if column >= columns { breakLine() }
  }

  private mutating func breakLine() {
    row += 1
    column = 0
  }

  /// Columns that the editor gives a scalar: control characters show as `^X`.
  static func width(of scalar: Unicode.Scalar, at column: Int) -> Int {
    if scalar == "\t" { return 8 - column % 8 }
    if scalar.value < 0x20 || scalar.value == 0x7F { return 2 }
    return DisplayWidth.of(Character(scalar))
  }
}
