import CLibEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The part of an input with more rows than the screen that is shown. libedit would draw its last
/// rows, and take the cursor for being elsewhere; so what it draws is thrown away meanwhile, and the
/// rows around the cursor are drawn here. The text stays with libedit, and all keys do what they do.
struct TallView {
  /// What takes the place of the terminal for libedit.
  let sink: UnsafeMutablePointer<FILE>
  /// The first row that is shown.
  private var top = 0
  /// Candidates of a completion, shown below until the next key.
  var footer: [String] = []

  init?() {
    guard let sink = fopen("/dev/null", "w") else { return nil }
    self.sink = sink
  }

  /// What draws the rows around the cursor, and tells which they are.
  mutating func drawing(of text: ScreenRows, on size: Streams.Size) -> String {
    let below = footer.prefix(size.rows / 2)
    let height = max(1, size.rows - below.count - 1)
    top = min(top, text.cursor.row, max(0, text.rows.count - height))
    top = max(top, text.cursor.row - height + 1)
    let shown = text.rows[top..<min(text.rows.count, top + height)]
    let place = "-- rows \(top + 1) to \(top + shown.count) of \(text.rows.count) --"
    let lines = Array(shown) + [place] + below
    return "\u{1B}[H\u{1B}[J" + lines.joined(separator: "\r\n")
      + "\u{1B}[\(text.cursor.row - top + 1);\(text.cursor.column + 1)H"
  }
}

extension LineEditor {
  /// Draws an input that is taller than the screen, before a key is waited for; gives the drawing
  /// back to libedit once it fits.
  func drawTallInput() {
    guard Variables["TERM"] != nil, Variables["TERM"] != "dumb", keys.isIdle else { return }
    let size = screenSize
    let text = ScreenRows(
      prompt: prompt, before: textBeforeCursor, after: textAfterCursor, columns: size.columns)
    if text.rows.count <= size.rows {
      guard tallView != nil else { return }
      endTallView()
      write("\u{1B}[H\u{1B}[J")
      _ = rota_el_refresh(editor)
      return
    }
    if tallView == nil, let view = TallView() {
      tallView = view
      rota_el_set_output(editor, view.sink)
    }
    if let drawing = tallView?.drawing(of: text, on: size) { write(drawing) }
  }

  /// Has libedit draw on the terminal again.
  func endTallView() {
    guard let view = tallView else { return }
    tallView = nil
    rota_el_set_output(editor, output.file)
    fclose(view.sink)
  }

  /// The input as it stands on the terminal when it was finished: all of it, to be scrolled back to.
  func leaveTallView(_ line: String) {
    guard tallView != nil else { return }
    endTallView()
    let text = ScreenRows(prompt: prompt, before: line, after: "", columns: screenSize.columns)
    write("\u{1B}[H\u{1B}[J" + text.rows.joined(separator: "\r\n") + "\r\n")
  }
}
