import CLibEdit

/// The line under the cursor, as libedit holds it, and changes to it by whole letters.
extension LineEditor {
  private var scalars: (before: [Unicode.Scalar], after: [Unicode.Scalar]) {
    guard let line = el_wline(editor)?.pointee, let start = line.buffer, let cursor = line.cursor,
      let end = line.lastchar
    else { return ([], []) }
    return (
      WideText.scalars(start, count: cursor - start),
      WideText.scalars(cursor, count: end - cursor)
    )
  }

  var textBeforeCursor: String { WideText.string(scalars.before) }
  var textAfterCursor: String { WideText.string(scalars.after) }
  var hasTextBeforeCursor: Bool { !scalars.before.isEmpty }

  func insert(_ text: String) {
    text.withWide { _ = el_winsertstr(editor, $0) }
  }

  /// Moves by so many scalars; negative to the left.
  func move(by count: Int) {
    if count != 0 { _ = el_cursor(editor, Int32(clamping: count)) }
  }

  func moveToEnd() { move(by: scalars.after.count) }

  /// Removes so many scalars before the cursor.
  func delete(_ count: Int) {
    if count > 0 { el_deletestr(editor, Int32(clamping: count)) }
  }

  /// - Parameter cursor: how many scalars stand before it.
  func replaceLine(with text: String, cursor: Int) {
    moveToEnd()
    delete(scalars.before.count)
    insert(text)
    move(by: cursor - text.unicodeScalars.count)
  }

  func deleteBack() -> UInt8 {
    let count = Composition.lastGraphemeLength(of: scalars.before)
    guard count > 0 else { return UInt8(CC_ERROR) }
    delete(count)
    return UInt8(CC_REFRESH)
  }

  func deleteForward() -> UInt8 {
    let count = Composition.firstGraphemeLength(of: scalars.after)
    guard count > 0 else { return UInt8(CC_ERROR) }
    move(by: count)
    delete(count)
    return UInt8(CC_REFRESH)
  }

  func moveLeft() -> UInt8 {
    let count = Composition.lastGraphemeLength(of: scalars.before)
    guard count > 0 else { return UInt8(CC_ERROR) }
    move(by: -count)
    return UInt8(CC_CURSOR)
  }

  func moveRight() -> UInt8 {
    let count = Composition.firstGraphemeLength(of: scalars.after)
    guard count > 0 else { return UInt8(CC_ERROR) }
    move(by: count)
    return UInt8(CC_CURSOR)
  }

  /// Joins the accent that was just typed to the letter before the cursor.
  func compose() -> UInt8 {
    guard let mark else { return UInt8(CC_ERROR) }
    self.mark = nil
    let before = scalars.before
    let count = Composition.lastGraphemeLength(of: before)
    let letter = WideText.string(before.suffix(count) + [mark])
    delete(count)
    insert(Composition.composed(letter))
    return UInt8(CC_REFRESH)
  }

  /// Puts in place the line that is to be gone on with.
  func restore() -> UInt8 {
    guard let kept else { return UInt8(CC_ERROR) }
    self.kept = nil
    replaceLine(with: kept.text, cursor: kept.cursor)
    return UInt8(CC_REFRESH)
  }

  /// Drops the line: shows `^C` behind it and ends it as Enter does.
  func cancel() -> UInt8 {
    ending = .interrupted(textBeforeCursor + textAfterCursor)
    moveToEnd()
    insert("^C")
    keys.queue.append("\n")
    return UInt8(CC_REFRESH)
  }

  /// Ends the line as Enter does, to be edited together with those that it continues.
  func reopenBlock(inCommandMode: Bool) -> UInt8 {
    ending = .reopened(textBeforeCursor + textAfterCursor)
    keys.queue.append("\n")
    // A new line begins in the mode in which one types.
    if inCommandMode { keys.queue.append("\u{1B}") }
    return UInt8(CC_NORM)
  }

  func paste() -> UInt8 {
    guard let text = readPaste() else { return UInt8(CC_EOF) }
    insert(text)
    return UInt8(CC_REFRESH)
  }

  /// Takes what stands up to the terminal's mark as one input, with its line breaks; nil where the
  /// terminal has gone before.
  func readPaste() -> String? {
    let endMark = Array("\u{1B}[201~".unicodeScalars)
    keys.joinsEscapeSequences = false
    defer { keys.joinsEscapeSequences = true }
    var pasted: [Unicode.Scalar] = []
    while pasted.suffix(endMark.count) != endMark[...] {
      switch nextKey() {
      case .scalar(let scalar): pasted.append(scalar)
      case .sequence(let sequence): pasted += sequence
      case .garbage: el_beep(editor)
      case .signal(let number): _ = respond(to: number)
      case .end: return nil
      }
    }
    pasted.removeLast(endMark.count)
    return Pasted.cleaned(WideText.string(pasted))
  }
}

enum Pasted {
  /// Pasted text as it may stand in a line: composed, with plain line breaks, without the
  /// control characters that a terminal would obey, and without the line break at its end, so that
  /// nothing runs before Enter is pressed.
  static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where isAfterReturn: break
      case "\r", "\n": scalars.append("\n")
      case "\t": scalars.append(scalar)
      case _ where scalar.properties.generalCategory == .control: break
      default: scalars.append(scalar)
      }
    }
    while scalars.last == "\n" { scalars.removeLast() }
    return Composition.composed(String(scalars))
  }
}
