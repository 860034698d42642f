import RotaDiagnostics
import RotaSession

/// Candidates of a completion as they are shown below the line: a few with their help, one a line;
/// many in columns.
struct CandidateList {
  static let mostWithHelp = 12

  let items: [CompletionList.Item]
  let columns: Int
  let rows: Int

  var text: String {
    if items.count <= Self.mostWithHelp, items.contains(where: { !$0.help.isEmpty }) {
      return withHelp
    }
    return inColumns
  }

  private var withHelp: String {
    let width = min(items.map(\.text.displayWidth).max() ?? 0, columns / 2)
    return items.map { item in
      "  \(item.text.padded(to: width))  \(item.help)".truncated(to: columns - 1) + "\n"
    }.joined()
  }

  private var inColumns: String {
    let width = (items.map(\.text.displayWidth).max() ?? 0) + 2
    let perRow = max(1, (columns - 1) / width)
    let shown = items.prefix(max(1, rows - 3) * perRow)
    let height = (shown.count + perRow - 1) / perRow
    var text = ""
    for row in 0..<height {
      let line = stride(from: row, to: shown.count, by: height).map {
        shown[$0].text.padded(to: width)
      }.joined()
      text += Self.trimmed(line).truncated(to: columns - 1) + "\n"
    }
    let more = items.count - shown.count
    return text + (more > 0 ? "… and \(more) more\n" : "")
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
