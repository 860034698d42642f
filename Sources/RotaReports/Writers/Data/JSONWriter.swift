import RotaPlanning

/// Writes documents as JSON: pages of blocks, each block with its `type`.
///
/// Cells of columns that are set to the right, which hold numbers, are numbers where they read as
/// such; everything else is text.
public struct JSONWriter: Sendable {
  /// Whether all of it stands on one line.
  public let isOneLine: Bool

  public init(isOneLine: Bool = false) { self.isOneLine = isOneLine }

  public func write(_ document: Document) -> String {
    let pages = document.pages.map { page in
      var members = [("heading", JSONText.quoted(page.heading))]
      if let section = page.section { members.append(("section", JSONText.quoted(section))) }
      members.append(("subheadings", JSONText.list(page.subheadings.map(JSONText.quoted))))
      let blocks = page.blocks.map { object($0, document.language) }
      members.append(("blocks", list(blocks, deep: true)))
      return JSONText.object(members)
    }
    return JSONText.object([
      ("title", JSONText.quoted(document.title)),
      ("language", JSONText.quoted(document.language.rawValue)),
      ("subtitles", JSONText.list(document.subtitles.map(JSONText.quoted))),
      ("pages", list(pages, deep: false)),
    ]) + "\n"
  }

  private func list(_ items: [String], deep: Bool) -> String {
    if isOneLine || items.isEmpty { return JSONText.list(items) }
    let indent = deep ? "    " : "  "
    return "[\n" + indent + items.joined(separator: ",\n" + indent) + "\n"
      + indent.dropLast(2) + "]"
  }

  private func object(_ block: Block, _ language: Plan.Language) -> String {
    switch block {
    case .paragraph(let text):
      return JSONText.object([("type", "\"paragraph\""), ("text", JSONText.quoted(text))])
    case .table(let table): return object(table, type: "table")
    case .grid(let grid): return object(grid)
    case .chart(.heat(let chart)):
      return object(chart.list(Labels([language], isPlain: true)), type: "table")
    case .chart(let chart): return object(chart.table(), type: "table")
    case .legend(let legend):
      return JSONText.object([
        ("type", "\"legend\""),
        ("forms", JSONText.list(legend.items.map { JSONText.quoted($0.label) })),
      ])
    }
  }

  private func object(_ table: TableBlock, type: String) -> String {
    let headers = table.columns.map { JSONText.quoted($0.header) }
    let rows = table.groups.flatMap(\.rows).map { row in
      JSONText.list(
        table.columns.enumerated().map { index, column in
          let cell = table.cell(row, index)
          return column.alignment == .trailing ? JSONText.value(cell) : JSONText.quoted(cell)
        })
    }
    var members = [("type", "\"\(type)\"")]
    if let caption = table.caption { members.append(("caption", JSONText.quoted(caption))) }
    members.append(("columns", JSONText.list(headers)))
    members.append(("rows", JSONText.list(rows)))
    return JSONText.object(members)
  }

  private func object(_ grid: GridBlock) -> String {
    let columns = grid.columns.map {
      JSONText.object([
        ("title", JSONText.quoted($0.title)), ("detail", JSONText.quoted($0.detail)),
      ])
    }
    let rows = grid.rows.map {
      JSONText.object([("name", JSONText.quoted($0.name)), ("times", JSONText.quoted($0.times))])
    }
    let cells = grid.cells.map { cell in
      JSONText.object([
        ("column", "\(cell.columns.lowerBound)"), ("columns", "\(cell.columns.count)"),
        ("row", "\(cell.rows.lowerBound)"), ("rows", "\(cell.rows.count)"),
        ("entries", JSONText.list(cell.entries.map(object))),
      ])
    }
    var members = [("type", "\"grid\"")]
    if let caption = grid.caption { members.append(("caption", JSONText.quoted(caption))) }
    members.append(("columns", JSONText.list(columns)))
    members.append(("rows", JSONText.list(rows)))
    members.append(("cells", JSONText.list(cells)))
    return JSONText.object(members)
  }

  private func object(_ entry: GridBlock.Entry) -> String {
    let members = [
      ("title", entry.title), ("form", entry.form), ("audience", entry.audience),
      ("teachers", entry.teachers), ("place", entry.place), ("remark", entry.remark),
    ]
    return JSONText.object(
      members.filter { !$0.1.isEmpty }.map { ($0.0, JSONText.quoted($0.1)) })
  }
}

/// Values as JSON (RFC 8259) writes them.
enum JSONText {
  static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }

  static func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  /// A text in quotes. What would steer a terminal, or turn the direction of writing, is escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where PrintableText.isHidden(scalar):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A number where the text is one, null where there is none, else the text.
  static func value(_ text: String) -> String {
    if text.isEmpty || text == "–" { return "null" }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber =
      (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
      && (parts[0] == "0" || !parts[0].hasPrefix("0"))
    return isNumber ? text : quoted(text)
  }
}
