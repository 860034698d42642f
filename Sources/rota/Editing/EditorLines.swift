import CLibEdit

/// Moving by lines: within a text of several lines, and from its first and last line through the
/// history, to entries that begin with what stands before the cursor.
extension LineEditor {
  /// - Parameter inCommandMode: of vi, where nothing is being typed that entries could begin with.
  func moveUp(inCommandMode: Bool = false) -> UInt8 {
    let before = textBeforeCursor
    var lines = Self.lines(before)
    guard lines.count > 1, let current = lines.popLast(), let target = lines.last else {
      if isContinuation { return reopenBlock(inCommandMode: inCommandMode) }
      return recall(toSameBeginning: !inCommandMode) { walk, entries in walk.back(in: entries) }
    }
    let wanted = column(of: current, isFirst: false)
    let kept = prefix(of: target, upTo: wanted, isFirst: lines.count == 1)
    // Back over this line, the line break, and what of the line above lies right of the column.
    move(by: -(current.count + 1 + target.count - kept))
    return UInt8(CC_CURSOR)
  }

  func moveDown(inCommandMode: Bool = false) -> UInt8 {
    let before = Self.lines(textBeforeCursor)
    let after = Self.lines(textAfterCursor)
    guard after.count > 1, let current = before.last else {
      return recall(toSameBeginning: !inCommandMode) { walk, entries in walk.forth(in: entries) }
    }
    let wanted = column(of: current, isFirst: before.count == 1)
    move(by: after[0].count + 1 + prefix(of: after[1], upTo: wanted, isFirst: false))
    return UInt8(CC_CURSOR)
  }

  func moveToLineStart() -> UInt8 {
    move(by: -(Self.lines(textBeforeCursor).last?.count ?? 0))
    return UInt8(CC_CURSOR)
  }

  func moveToLineEnd() -> UInt8 {
    move(by: Self.lines(textAfterCursor).first?.count ?? 0)
    return UInt8(CC_CURSOR)
  }

  /// Puts an entry of the history into the line.
  ///
  /// - Parameter toSameBeginning: whether only entries count that begin with what stands before the cursor.
  private func recall(
    toSameBeginning: Bool, _ step: (inout HistoryWalk, [String]) -> String?
  ) -> UInt8 {
    let before = textBeforeCursor
    let line = before + textAfterCursor
    let walkOn = self.walk.flatMap { $0.shown == line ? $0 : nil }
    var walk = walkOn ?? newWalk(line, toSameBeginning ? before : "")
    guard let entry = step(&walk, entries) else { return UInt8(CC_ERROR) }
    self.walk = walk
    replaceLine(with: entry, cursor: walk.cursor ?? entry.unicodeScalars.count)
    return UInt8(CC_REFRESH)
  }

  private func newWalk(_ line: String, _ before: String) -> HistoryWalk {
    takeUpNews()
    return HistoryWalk(from: line, prefix: before, count: entries.count)
  }

  private static func lines(_ text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
  }

  private var promptColumn: Int {
    prompt.unicodeScalars.reduce(0) { $0 + Picture.width(of: $1, at: $0) }
  }

  private func column(of line: [Unicode.Scalar], isFirst: Bool) -> Int {
    line.reduce(isFirst ? promptColumn : 0) { $0 + Picture.width(of: $1, at: $0) }
  }

  /// How many scalars of a line lie left of a column.
  private func prefix(of line: [Unicode.Scalar], upTo wanted: Int, isFirst: Bool) -> Int {
    var column = isFirst ? promptColumn : 0
    for (index, scalar) in line.enumerated() {
      column += Picture.width(of: scalar, at: column)
      if column > wanted { return index }
    }
    return line.count
  }
}
