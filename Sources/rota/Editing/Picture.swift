import RotaDiagnostics

/// Text as it stands on a terminal of a certain width: rows of cells, and the place of the cursor.
struct Picture {
  enum Look { case plain, strong, found }

  /// A scalar with the marks on it, and how many columns it takes.
  struct Cell: Equatable {
    var text: String
    var width: Int
    var look: Look
  }

  struct Row: Equatable {
    var cells: [Cell] = []
    /// Whether the text goes on in the next row without a line break: a full row does, also where
    /// nothing follows it yet, since that is where the cursor is.
    var goesOn = false

    var width: Int { cells.reduce(0) { $0 + $1.width } }
  }

  struct Place: Equatable {
    var row = 0
    var column = 0
  }

  let columns: Int
  private(set) var rows = [Row()]
  /// Where the next scalar is put, if it fits.
  private(set) var end = Place()
  private(set) var cursor = Place()
  /// Whether the cursor is on the next cell, wherever that is put.
  private var awaitsCursor = false

  init(columns: Int) { self.columns = max(2, columns) }

  /// Has the cursor stand on what is added next.
  mutating func placeCursor() {
    cursor = end
    awaitsCursor = true
  }

  mutating func moveCursor(to place: Place) {
    cursor = place
    awaitsCursor = false
  }

  mutating func add(_ text: some StringProtocol, _ look: Look = .plain) {
    for scalar in text.unicodeScalars { add(scalar, look) }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ look: Look) {
    switch scalar {
    case "\n": breakRow()
    case "\t":
      for _ in 0..<min(8 - end.column % 8, columns - end.column) {
        add(Cell(text: " ", width: 1, look: look))
      }
    case _ where Self.isControl(scalar):
      add(Cell(text: "^", width: 1, look: look))
      add(
        Cell(text: String(Unicode.Scalar(UInt8(scalar.value ^ 0x40))), width: 1, look: look))
    default:
      let width = DisplayWidth.of(Character(scalar))
      if width == 0, let last = rows[end.row].cells.indices.last {
        rows[end.row].cells[last].text.unicodeScalars.append(scalar)
      } else {
        add(Cell(text: String(scalar), width: width, look: look))
      }
    }
  }

  private mutating func add(_ cell: Cell) {
    if end.column + cell.width > columns { wrap() }
    if awaitsCursor { moveCursor(to: end) }
    rows[end.row].cells.append(cell)
    end.column += cell.width
    if end.column >= columns { wrap() }
  }

  private mutating func wrap() {
    rows[end.row].goesOn = true
    breakRow()
  }

  private mutating func breakRow() {
    awaitsCursor = awaitsCursor && rows[end.row].goesOn
    rows.append(Row())
    end = Place(row: end.row + 1, column: 0)
  }

  /// Puts rows of the same width below.
  mutating func append(_ rows: some Sequence<Row>) {
    for row in rows {
      breakRow()
      self.rows[end.row] = row
      end.column = row.width
    }
  }

  /// The rows in a range, with the cursor in its place among them.
  func cut(_ range: Range<Int>) -> Picture {
    var part = Picture(columns: columns)
    part.rows = Array(rows[range])
    part.rows[range.count - 1].goesOn = false
    part.end = Place(row: range.count - 1, column: part.rows.last?.width ?? 0)
    part.cursor = Place(row: cursor.row - range.lowerBound, column: cursor.column)
    return part
  }

  /// What becomes of it in a terminal of another width, which breaks anew what was broken only for
  /// want of room.
  func reflowed(columns: Int) -> Picture {
    var result = Picture(columns: columns)
    for (index, row) in rows.enumerated() {
      var column = 0
      for cell in row.cells {
        if Place(row: index, column: column) == cursor { result.placeCursor() }
        result.add(cell)
        column += cell.width
      }
      if index == cursor.row, column <= cursor.column { result.placeCursor() }
      if !row.goesOn, index < rows.count - 1 { result.breakRow() }
    }
    return result
  }

  /// Columns that a scalar takes in a row: control characters show as `^X`.
  static func width(of scalar: Unicode.Scalar, at column: Int) -> Int {
    if scalar == "\t" { return 8 - column % 8 }
    return isControl(scalar) ? 2 : DisplayWidth.of(Character(scalar))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0x7F
  }
}
