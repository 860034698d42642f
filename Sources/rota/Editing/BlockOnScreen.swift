/// How many rows of the screen the lines of a statement take that is being typed line by line.
struct BlockOnScreen {
  private var rows = 0
  /// Whether these rows stand together, with nothing between them, and as they were drawn.
  var isWhole = true

  mutating func add(_ prompt: String, _ line: String, _ size: Streams.Size) {
    var layout = ScreenLayout(columns: size.columns)
    layout.add(prompt)
    layout.add(line)
    rows += layout.row + 1
  }

  /// What takes the lines off the screen, with the cursor below them; nothing where they cannot be
  /// reached any more.
  func erasure(_ size: Streams.Size) -> String {
    isWhole && rows > 0 && rows < size.rows ? "\u{1B}[\(rows)A\r\u{1B}[J" : ""
  }
}
