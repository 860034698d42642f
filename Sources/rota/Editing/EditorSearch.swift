import CLibEdit

/// Searching the history. libedit's own search takes many letters of Chinese and Vietnamese for
/// control keys, since it looks at their last byte only.
extension LineEditor {
  /// Begins a search, which takes all keys until one ends it.
  ///
  /// - Parameter runs: whether Enter runs what is found, or leaves it to be edited.
  func beginSearch(_ direction: HistorySearch.Direction, runs: Bool) -> UInt8 {
    takeUpNews()
    search = newSearch(direction, runs: runs)
    return UInt8(CC_NORM)
  }

  /// Puts the next entry into the line that the last search would find.
  ///
  /// - Parameter isReversed: whether to go the other way than that search did.
  func searchOn(isReversed: Bool) -> UInt8 {
    guard let last = lastSearch else { return UInt8(CC_ERROR) }
    let isOlder = (last.direction == .older) != isReversed
    var search = newSearch(isOlder ? .older : .newer, runs: false)
    search.add(last.text)
    guard let match = search.match else { return UInt8(CC_ERROR) }
    walk = HistoryWalk(from: search.line, at: search.position, showing: match.entry)
    replaceLine(with: match.entry, cursor: match.range.lowerBound)
    return UInt8(CC_REFRESH)
  }

  private func newSearch(
    _ direction: HistorySearch.Direction, runs: Bool
  ) -> HistorySearch {
    let before = textBeforeCursor
    let line = before + textAfterCursor
    let position = walk.flatMap { $0.shown == line ? $0.position : nil }
    return HistorySearch(
      in: entries, from: position ?? entries.count, line: line,
      cursor: before.unicodeScalars.count, direction: direction, runs: runs)
  }

  /// What a key does to the search.
  func take(_ key: KeyReader.Key, in current: HistorySearch) {
    var search = current
    switch key {
    case .scalar(let scalar) where Composition.isMark(scalar) && !search.text.isEmpty:
      search.join(scalar)
    case .scalar("\u{12}"): goOn(.older, in: &search)
    case .scalar("\u{13}"): goOn(.newer, in: &search)
    case .scalar("\u{8}"), .scalar("\u{7F}"):
      if !search.takeBack() { el_beep(editor) }
    case .scalar("\u{3}"), .scalar("\u{7}"), .signal(SIGINT):
      return endSearch(search, putting: nil, then: [])
    case .scalar("\r"), .scalar("\n"):
      let match = search.match
      return endSearch(search, putting: match, then: match != nil && search.runs ? ["\n"] : [])
    case .scalar(EscapeSequence.escape):
      return endSearch(search, putting: search.match, then: [])
    case .scalar(let scalar) where scalar.value < 0x20:
      return endSearch(search, putting: search.match, then: [scalar])
    case .scalar(let scalar): search.add(String(scalar))
    case .sequence(let sequence):
      let keys = meaning(of: sequence)
      guard keys == [PrivateKey.paste.scalar] || EscapeSequence.key(for: sequence) == .paste else {
        return endSearch(search, putting: search.match, then: keys)
      }
      search.add(readPaste() ?? "")
    case .garbage: el_beep(editor)
    case .signal(let number): _ = respond(to: number)
    case .end: return endSearch(search, putting: nil, then: [])
    }
    self.search = search
  }

  /// Goes on to another entry, or with the text of the search before.
  private func goOn(_ direction: HistorySearch.Direction, in search: inout HistorySearch) {
    if search.text.isEmpty, let last = lastSearch {
      search.add(last.text)
    } else {
      search.goOn(direction)
    }
    if case .found = search.outcome { return }
    el_beep(editor)
  }

  private func endSearch(
    _ search: HistorySearch, putting match: (entry: String, range: Range<Int>)?,
    then pressed: [Unicode.Scalar]
  ) {
    self.search = nil
    if !search.text.isEmpty { lastSearch = (search.text, search.direction) }
    if let match {
      walk = HistoryWalk(from: search.line, at: search.position, showing: match.entry)
    }
    kept = match.map { ($0.entry, $0.range.lowerBound) } ?? (search.line, search.cursor)
    keys.queue = [PrivateKey.restore.scalar] + pressed + keys.queue
  }

  /// What is found, and below it what is looked for, where the cursor is.
  func picture(of search: HistorySearch, _ size: Streams.Size) -> Picture {
    var line: Picture
    if let match = search.match {
      let scalars = Array(match.entry.unicodeScalars)
      line = picture(
        before: WideText.string(scalars[..<match.range.lowerBound]),
        found: WideText.string(scalars[match.range]),
        after: WideText.string(scalars[match.range.upperBound...]), size.columns)
    } else {
      let scalars = Array(search.line.unicodeScalars)
      line = picture(
        before: WideText.string(scalars.prefix(search.cursor)),
        after: WideText.string(scalars.dropFirst(search.cursor)), size.columns)
    }
    var asked = Picture(columns: size.columns)
    asked.add(Messages.searching(search.text))
    asked.placeCursor()
    asked.add(Messages.searched(search))
    // Of a text that is taller than half the screen the end is what is being typed.
    let top = max(0, asked.rows.count - max(1, size.rows / 2))
    let below = asked.cut(top..<asked.rows.count)
    line = window.picture(of: line, footer: below.rows, rows: size.rows)
    line.moveCursor(
      to: Picture.Place(
        row: line.rows.count - below.rows.count + below.cursor.row, column: below.cursor.column))
    return line
  }
}
