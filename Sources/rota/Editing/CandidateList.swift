import RotaDiagnostics
import RotaSession

/// Candidates of a completion as they are shown below the line: with their help, one a line, where the
/// screen has room for all of them; else all in columns first, and page by page with their help as Tab is
/// pressed again.
struct CandidateList {
  let items: [CompletionList.Item]
  let columns: Int
  /// Lines of the screen.
  let rows: Int
  /// How often it was shown before.
  var page = 0

  private var lines: Int { max(1, rows - 3) }
  private var haveHelp: Bool { items.contains { !$0.help.isEmpty } }

  var text: String {
    if haveHelp, items.count <= lines { return withHelp(items[...]) }
    let perPage = haveHelp ? lines : lines * perRow
    let pages = (items.count + perPage - 1) / perPage
    // With help, the columns stand before the pages.
    let number = haveHelp ? page % (pages + 1) - 1 : page % pages
    if number < 0 {
      let most = lines * perRow
      let more = items.count - most
      return inColumns(items.prefix(most))
        + (more > 0 ? "… and \(more) more; " : "") + "Tab tells of each\n"
    }
    let shown = items.dropFirst(number * perPage).prefix(perPage)
    let more = items.count - shown.endIndex
    return (haveHelp ? withHelp(shown) : inColumns(shown))
      + (more > 0 ? "… and \(more) more: Tab\n" : "")
  }

  private func withHelp(_ items: ArraySlice<CompletionList.Item>) -> String {
    let width = min(items.map(\.text.displayWidth).max() ?? 0, columns / 2)
    return items.map { item in
      let line = "  \(item.text.padded(to: width))  \(item.help)"
      return Self.trimmed(line).truncated(to: columns - 1) + "\n"
    }.joined()
  }

  private var width: Int { (items.map(\.text.displayWidth).max() ?? 0) + 2 }
  private var perRow: Int { max(1, (columns - 1) / width) }

  private func inColumns(_ items: ArraySlice<CompletionList.Item>) -> String {
    let height = (items.count + perRow - 1) / perRow
    var text = ""
    for row in items.indices.prefix(height) {
      let line = stride(from: row, to: items.endIndex, by: height).map {
        items[$0].text.padded(to: width)
      }.joined()
      text += Self.trimmed(line).truncated(to: columns - 1) + "\n"
    }
    return text
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
