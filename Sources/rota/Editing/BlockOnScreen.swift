/// How many rows of the screen the lines of a statement take that is being typed line by line.
struct BlockOnScreen {
  private var rows = 0
  /// Whether these rows stand together, with nothing between them, and as they were drawn.
  var isWhole = true

  mutating func add(_ line: Picture) { rows += line.rows.count }

  /// What takes the lines off the screen, with the cursor below them; nothing where they cannot be
  /// reached any more.
  func erasure(_ size: Streams.Size) -> String {
    isWhole && rows > 0 && rows < size.rows ? "\u{1B}[\(rows)A\r\u{1B}[J" : ""
  }
}
