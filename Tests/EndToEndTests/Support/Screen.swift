import RotaDiagnostics

/// What a terminal shows: as much of an xterm as the line editor and the program use.
struct Screen {
  private var columns: Int
  private var rows: Int
  /// One string for each column; a wide character leaves the column after it empty.
  private var cells: [[String]]
  /// The rows whose text goes on in the next for want of room.
  private var wrapped: Set<Int> = []
  private var row = 0
  private var column = 0
  private var inserts = false
  private var bytes: [UInt8] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = [Self.blank(columns)]
  }

  private static func blank(_ columns: Int) -> [String] {
    Array(repeating: " ", count: columns)
  }

  /// Rows from the first, without trailing blanks and without empty rows at the end. What has
  /// scrolled off stays, so that a test can look back.
  var lines: [String] {
    var result = cells.map { row in
      var line = row.joined()
      while line.last == " " { line.removeLast() }
      return line
    }
    while result.last == "" { result.removeLast() }
    return result
  }

  /// The row and column of the cursor.
  var cursor: (row: Int, column: Int) { (row, column) }

  /// Text that was broken for want of room is broken anew for the new width, as most terminals do.
  mutating func resize(columns: Int, rows: Int) {
    var other = Screen(columns: columns, rows: rows)
    var cursor = (row: 0, column: 0)
    for index in cells.indices {
      let goesOn = wrapped.contains(index)
      for (place, letter) in self.letters(of: index).enumerated() {
        if index == row, place == column { cursor = (other.row, other.column) }
        if !letter.isEmpty { other.feed(letter.utf8) }
      }
      if index == row, column >= self.letters(of: index).count {
        cursor = (other.row, other.column)
      }
      if !goesOn, index + 1 < cells.count { other.feed([0x0D, 0x0A]) }
    }
    if cursor.column >= columns { cursor = (cursor.row + 1, 0) }
    while other.cells.count <= cursor.row { other.cells.append(Self.blank(columns)) }
    (other.row, other.column) = cursor
    self = other
  }

  /// What stands in a row, without the blanks behind its end.
  private func letters(of index: Int) -> [String] {
    var letters = cells[index]
    let isFull = wrapped.contains(index) && letters.last != " "
    while !isFull, letters.last == " " { letters.removeLast() }
    return letters
  }

  mutating func feed(_ new: some Sequence<UInt8>) {
    bytes += new
    while let used = step(), used > 0 { bytes.removeFirst(used) }
  }

  /// Takes one character or control sequence; nil where more bytes must come first.
  private mutating func step() -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B: return escape()
    case 0x0D: column = 0
    case 0x0A:
      wrapped.remove(row)
      moveDown()
    case 0x08: column = max(0, min(column, columns - 1) - 1)
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case 0..<0x20: break
    default: return character(first)
    }
    return 1
  }

  private mutating func character(_ first: UInt8) -> Int? {
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard bytes.count >= length else { return nil }
    let text = String(decoding: bytes.prefix(length), as: UTF8.self)
    let width = text.displayWidth
    if width == 0 {
      cells[row][max(0, min(column, columns) - 1)] += text
      return length
    }
    if column + width > columns {
      wrapped.insert(row)
      moveDown()
      column = 0
    }
    if inserts { insertBlanks(width) }
    cells[row][column] = text
    if width == 2 { cells[row][column + 1] = "" }
    column += width
    return length
  }

  private mutating func moveDown() {
    row += 1
    while cells.count <= row { cells.append(Self.blank(columns)) }
  }

  private mutating func escape() -> Int? {
    guard bytes.count > 1 else { return nil }
    guard bytes[1] == UInt8(ascii: "[") else {
      // Other sequences of xterm that are seen here have one more character.
      return bytes[1] == UInt8(ascii: "(") ? (bytes.count > 2 ? 3 : nil) : 2
    }
    guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return nil
    }
    let parameters = String(decoding: bytes[2..<end], as: UTF8.self)
    control(bytes[end], parameters)
    return end + 1
  }

  private mutating func control(_ final: UInt8, _ parameters: String) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch final {
    case UInt8(ascii: "A"): row = max(0, row - count)
    case UInt8(ascii: "B"): for _ in 0..<count { moveDown() }
    case UInt8(ascii: "C"): column = min(columns - 1, column + count)
    case UInt8(ascii: "D"): column = max(0, column - count)
    case UInt8(ascii: "G"): column = min(columns, count) - 1
    case UInt8(ascii: "H"):
      row = max(0, cells.count - rows) + count - 1
      column = min(columns, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
      while cells.count <= row { cells.append(Self.blank(columns)) }
    case UInt8(ascii: "J"):
      clearLine(from: column)
      cells.removeSubrange((row + 1)...)
      wrapped = wrapped.filter { $0 < row }
    case UInt8(ascii: "K"): clearLine(from: column)
    case UInt8(ascii: "P"): deleteCharacters(count)
    case UInt8(ascii: "@"): insertBlanks(count)
    case UInt8(ascii: "h") where parameters == "4": inserts = true
    case UInt8(ascii: "l") where parameters == "4": inserts = false
    default: break
    }
  }

  private mutating func clearLine(from start: Int) {
    for index in min(start, columns)..<columns { cells[row][index] = " " }
  }

  private mutating func deleteCharacters(_ count: Int) {
    let count = min(count, columns - min(column, columns))
    cells[row].removeSubrange(column..<column + count)
    cells[row] += Self.blank(count)
  }

  private mutating func insertBlanks(_ count: Int) {
    cells[row].insert(contentsOf: Self.blank(count), at: min(column, columns))
    cells[row].removeLast(count)
  }
}
