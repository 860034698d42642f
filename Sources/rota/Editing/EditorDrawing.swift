import CLibEdit

/// What the planner sees of the line.
extension LineEditor {
  /// Draws the line, or the search through the history that has its place.
  func draw() {
    guard let sink else { return }
    let bell = sink.hasRung() ? "\u{7}" : ""
    let size = screenSize
    let picture =
      if let search {
        picture(of: search, size)
      } else {
        window.picture(
          of: picture(before: textBeforeCursor, after: textAfterCursor, size.columns),
          footer: footer, rows: size.rows)
      }
    write(bell + canvas.change(to: picture))
  }

  /// Has the line stand on the terminal as it was ended: all of it, to be scrolled back to.
  func finish(_ line: String) {
    guard sink != nil else { return }
    write(canvas.finish(picture(before: line, after: "", screenSize.columns)))
  }

  /// The prompt and the line, with the cursor behind `before`.
  func picture(
    before: String, found: String = "", after: String, _ columns: Int
  ) -> Picture {
    var picture = Picture(columns: columns)
    picture.add(prompt, hasColor ? .strong : .plain)
    picture.add(before)
    picture.placeCursor()
    picture.add(found, hasColor ? .found : .plain)
    picture.add(after)
    return picture
  }

  /// Whether the line has more rows than the terminal.
  var isTall: Bool {
    let size = screenSize
    return sink != nil
      && picture(before: textBeforeCursor, after: textAfterCursor, size.columns).rows.count
        > size.rows
  }

  func clearScreen() -> UInt8 {
    block.isWhole = false
    write(canvas.clear())
    return UInt8(CC_NORM)
  }
}
