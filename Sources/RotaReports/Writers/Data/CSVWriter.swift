/// Writes the tables of documents as comma-separated values.
///
/// A document of one table is that table, its columns in the first line. Where there are several,
/// those with the same columns stand below each other under one line of columns, others after an
/// empty line; each row of a document of several pages begins with what its page is called, and with
/// what tells it from other pages of its kind. What letters say around their tables is left out.
public struct CSVWriter: Sendable {
  public init() {}

  /// Lines end in CR LF; there is no byte order mark.
  public func write(_ document: Document) -> String {
    let labels = Labels([document.language], isPlain: true)
    var lines: [String] = []
    var columns: [String]?
    let hasPages = document.pages.count > 1
    let hasTables = document.pages.contains { $0.blocks.contains { $0.table(labels) != nil } }
    for page in document.pages {
      for block in page.blocks {
        guard let table = block.table(labels) else {
          if case .paragraph(let text) = block, !hasTables {
            if columns != nil { lines.append("") }
            columns = nil
            lines.append(CSVText.line((hasPages ? [page.heading] : []) + [text]))
          }
          continue
        }
        // What tells tables of one shape apart is a column of its own.
        let caption = table.caption.map { [$0] } ?? []
        let headers = table.columns.map(\.header)
        let keys = hasPages ? page.keys.filter { !headers.contains($0.header) } : []
        let head =
          (hasPages ? [labels(.title)] : []) + keys.map(\.header)
          + caption.map { _ in labels(.part) } + headers
        if head != columns {
          if !lines.isEmpty { lines.append("") }
          lines.append(CSVText.line(head))
          columns = head
        }
        let prefix = (hasPages ? [page.heading] : []) + keys.map(\.value) + caption
        for group in table.groups {
          for row in group.rows {
            lines.append(
              CSVText.line(prefix + table.columns.indices.map { table.cell(row, $0) }))
          }
        }
      }
    }
    return lines.map { $0 + CSVText.lineBreak }.joined()
  }
}

extension Block {
  /// What the block says as a table; nil for text.
  func table(_ labels: Labels) -> TableBlock? {
    switch self {
    case .table(let table): table
    case .grid(let grid): grid.table(labels)
    case .chart(let chart): chart.table()
    case .paragraph, .legend: nil
    }
  }
}
