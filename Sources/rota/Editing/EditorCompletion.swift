import CLibEdit
import RotaSession

/// Tab.
extension LineEditor {
  /// Inserts what all candidates have in common; where that is nothing more, lists them.
  func complete() -> UInt8 {
    let before = textBeforeCursor
    let after = textAfterCursor
    guard let list = completer?(before + after, before.utf8.count), !list.items.isEmpty else {
      return UInt8(CC_REFRESH_BEEP)
    }
    let start = before.utf8.index(
      before.startIndex, offsetBy: max(0, list.replaceFrom), limitedBy: before.endIndex)
    let typed = String(before[(start ?? before.endIndex)...])
    var common = Self.commonPrefix(list.items.map(\.text))
    if list.items.count == 1, !after.hasPrefix(" "), !common.hasSuffix("/") { common += " " }
    if common != typed, common.count >= typed.count {
      delete(typed.unicodeScalars.count)
      insert(common)
      return UInt8(CC_REFRESH)
    }
    if list.items.count == 1 { return UInt8(CC_NORM) }
    return leave(toList: list.items, line: before + after, cursor: before.unicodeScalars.count)
  }

  /// Ends the line as Enter does, so that the list stands below it; the prompt comes again with
  /// the same line.
  private func leave(toList items: [CompletionList.Item], line: String, cursor: Int) -> UInt8 {
    let page = listed.map { $0.line == line && $0.cursor == cursor ? $0.page + 1 : 0 } ?? 0
    listed = (line, cursor, page)
    ending = .list(items, page: page, isTall: isTall)
    kept = (line, cursor)
    keys.queue.append("\n")
    return UInt8(CC_NORM)
  }

  static func commonPrefix(_ texts: [String]) -> String {
    guard var prefix = texts.first else { return "" }
    for text in texts.dropFirst() {
      prefix = String(zip(prefix, text).prefix { $0 == $1 }.map(\.0))
    }
    return prefix
  }
}
