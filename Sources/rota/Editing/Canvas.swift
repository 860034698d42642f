/// The part of the terminal that the editor draws on, from the row of its prompt downwards.
///
/// It only writes letters, goes to places and clears what is left over. libedit also has the terminal
/// insert and delete, which goes wrong where letters are wide and rows full; what it draws is not shown.
struct Canvas {
  private var shown: Picture?

  /// What changes the terminal from the picture before to this one, which has no more rows than the
  /// terminal.
  mutating func change(to picture: Picture) -> String {
    let text = erasure(columns: picture.columns) + drawing(of: picture)
    shown = picture
    return text
  }

  /// Draws a picture of any height, to stay there, and goes below it.
  mutating func finish(_ picture: Picture) -> String {
    var last = picture
    last.moveCursor(to: picture.end)
    let text = erasure(columns: picture.columns) + drawing(of: last)
    shown = nil
    return text + "\r\n"
  }

  /// Goes behind the picture, and leaves it as it stands.
  mutating func leave() -> String {
    guard let shown else { return "" }
    self.shown = nil
    return Self.way(from: shown.cursor, to: shown.end)
  }

  /// Takes the picture off a terminal that has got another width, and has moved the text to it.
  private mutating func erasure(columns: Int) -> String {
    guard let shown, shown.columns != columns else { return "" }
    self.shown = nil
    let cursor = shown.reflowed(columns: columns).cursor
    return Self.way(from: cursor, to: Picture.Place()) + "\u{1B}[J"
  }

  /// Takes everything off the terminal.
  mutating func clear() -> String {
    shown = nil
    return "\u{1B}[H\u{1B}[2J"
  }

  private func drawing(of picture: Picture) -> String {
    guard let start = firstDifference(picture) else {
      return Self.way(from: shown?.cursor ?? .init(), to: picture.cursor)
    }
    let first = picture.rows[start.row].cells[..<start.cell].reduce(0) { $0 + $1.width }
    var text = Self.way(
      from: shown?.cursor ?? .init(), to: Picture.Place(row: start.row, column: first))
    var pen = Pen()
    for index in start.row..<picture.rows.count {
      let row = picture.rows[index]
      for cell in row.cells[(index == start.row ? start.cell : 0)...] { text += pen.write(cell) }
      text += pen.lift()
      // A terminal that stands behind the last column would clear what is in it.
      if row.width < picture.columns { text += "\u{1B}[K" }
      guard index + 1 < picture.rows.count else { break }
      if !row.goesOn {
        text += "\r\n"
      } else if picture.rows[index + 1].cells.isEmpty {
        // The terminal goes on to the next row only when it has something to put there.
        text += " \r"
      }
    }
    if let shown, shown.rows.count > picture.rows.count { text += "\u{1B}[J" }
    return text + Self.way(from: picture.end, to: picture.cursor)
  }

  /// From where on a picture differs from the one that is shown; nil where it does not.
  private func firstDifference(_ picture: Picture) -> (row: Int, cell: Int)? {
    guard let shown else { return (0, 0) }
    let common = zip(shown.rows, picture.rows).prefix { $0 == $1 }.count
    if common == picture.rows.count, common == shown.rows.count { return nil }
    // Where rows are only added or taken away, the last one that stays is where to begin.
    guard common < picture.rows.count, common < shown.rows.count else { return (common - 1, 0) }
    let old = shown.rows[common]
    let new = picture.rows[common]
    let cell = zip(old.cells, new.cells).prefix { $0 == $1 }.count
    // Behind the last column there is no place to go to.
    return (common, new.goesOn ? min(cell, max(0, new.cells.count - 1)) : cell)
  }

  private static func way(from start: Picture.Place, to end: Picture.Place) -> String {
    if start == end { return "" }
    var text = ""
    if end.row < start.row { text += "\u{1B}[\(start.row - end.row)A" }
    if end.row > start.row { text += "\u{1B}[\(end.row - start.row)B" }
    text += "\r"
    if end.column > 0 { text += "\u{1B}[\(end.column)C" }
    return text
  }

  /// Writes cells, and says how they look where that changes.
  private struct Pen {
    private var look = Picture.Look.plain

    mutating func write(_ cell: Picture.Cell) -> String {
      turn(to: cell.look) + cell.text
    }

    mutating func lift() -> String { turn(to: .plain) }

    private mutating func turn(to new: Picture.Look) -> String {
      if new == look { return "" }
      look = new
      return switch new {
      case .plain: "\u{1B}[0m"
      case .strong: "\u{1B}[0;1m"
      case .found: "\u{1B}[0;7m"
      }
    }
  }
}
