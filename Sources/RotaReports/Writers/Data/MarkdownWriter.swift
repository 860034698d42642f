/// Writes documents as Markdown with tables, as hosting sites and note books show it.
public struct MarkdownWriter: Sendable {
  public init() {}

  public func write(_ document: Document) -> String {
    var parts: [String] = []
    // A page alone says all that the title would.
    if document.pages.count != 1, !document.title.isEmpty {
      parts.append("# " + MarkdownText.escaped(document.title))
      parts += document.subtitles.map(MarkdownText.escaped)
    }
    for page in document.pages {
      parts.append((document.pages.count == 1 ? "# " : "## ") + MarkdownText.escaped(page.heading))
      parts += page.subheadings.map(MarkdownText.escaped)
      parts += page.blocks.compactMap(part)
    }
    return parts.map { $0 + "\n" }.joined(separator: "\n")
  }

  private func part(_ block: Block) -> String? {
    switch block {
    case .paragraph(let text): MarkdownText.escaped(text)
    case .table(let table): markup(table)
    case .chart(let chart): markup(chart.table())
    case .grid(let grid): markup(grid)
    // Every entry of a grid names its form in words.
    case .legend: nil
    }
  }

  private func markup(_ table: TableBlock) -> String {
    lines(
      caption: table.caption, head: table.columns.map(\.header),
      alignments: table.columns.map(\.alignment),
      rows: table.groups.flatMap { group in
        group.rows.map { row in table.columns.indices.map { table.cell(row, $0) } }
      })
  }

  /// A cell of several rows or columns is written where it begins.
  private func markup(_ grid: GridBlock) -> String {
    var texts = [[String]](
      repeating: [String](repeating: "", count: grid.columns.count), count: grid.rows.count)
    for cell in grid.cells {
      guard grid.rows.indices.contains(cell.rows.lowerBound),
        grid.columns.indices.contains(cell.columns.lowerBound)
      else { continue }
      let entries = cell.entries.map { TextGridPart.texts($0).joined(separator: "\n") }
      texts[cell.rows.lowerBound][cell.columns.lowerBound] = entries.joined(separator: "\n\n")
    }
    let head = grid.columns.map {
      [$0.title, $0.detail].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return lines(
      caption: grid.caption, head: [grid.corner] + head,
      alignments: [TableBlock.Alignment](repeating: .leading, count: head.count + 1),
      rows: zip(grid.rows, texts).map { row, cells in
        [[row.name, row.times].filter { !$0.isEmpty }.joined(separator: "\n")] + cells
      })
  }

  private func lines(
    caption: String?, head: [String], alignments: [TableBlock.Alignment], rows: [[String]]
  ) -> String {
    var lines: [String] = []
    if let caption { lines += ["**\(MarkdownText.escaped(caption))**", ""] }
    lines.append(MarkdownText.row(head))
    lines.append(
      "| "
        + alignments.map { alignment in
          switch alignment {
          case .leading: "---"
          case .trailing: "---:"
          case .centre: ":---:"
          }
        }.joined(separator: " | ") + " |")
    lines += rows.map(MarkdownText.row)
    return lines.joined(separator: "\n")
  }
}

/// Text that means nothing to Markdown but itself.
public enum MarkdownText {
  /// A row of a table.
  public static func row(_ cells: [String]) -> String {
    "| " + cells.map(escaped).joined(separator: " | ") + " |"
  }

  /// On one line, line breaks as `<br>`; nothing in it is markup, a link or HTML.
  public static func escaped(_ text: String) -> String {
    let text = PrintableText.of(text)
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "<br>"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case "#", "+", "-", "=":
        // They mean something only where a line begins.
        if result.isEmpty { result.unicodeScalars.append("\\") }
        result.unicodeScalars.append(scalar)
      // An address in a text is not to become a link.
      case "@": result += "&#64;"
      case "/" where result.hasSuffix(":"): result += "&#47;"
      case "." where result.lowercased().hasSuffix("www"): result += "&#46;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
