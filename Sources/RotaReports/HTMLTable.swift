enum HTMLTable {
  /// A cell up to this width is not broken.
  private static let mostUnbroken = 14

  static func markup(_ table: TableBlock) -> String {
    let narrow = table.columns.indices.map { column in
      table.groups.allSatisfy { group in
        group.rows.allSatisfy {
          TextWrap.naturalWidth(table.cell($0, column)) <= mostUnbroken
        }
      }
    }
    var html = "<table class=\"list\">\n"
    if let caption = table.caption {
      html += "<caption>\(HTMLText.escaped(caption))</caption>\n"
    }
    html += columns(table)
    html += "<thead><tr>"
    for (index, column) in table.columns.enumerated() {
      let mark = narrow[index] ? " class=\"n\"" : ""
      html += "<th scope=\"col\"\(mark)>\(HTMLText.escaped(column.header))</th>"
    }
    html += "</tr></thead>\n"
    for (group, isFirst) in table.groups.flatMap({ parts(of: $0, table) }) {
      let spans = table.spans(of: group)
      html += isFirst ? "<tbody class=\"g\">\n" : "<tbody>\n"
      for (number, row) in group.rows.enumerated() {
        switch row.style {
        case .normal: html += "<tr>"
        case .aside: html += "<tr class=\"aside\">"
        case .total: html += "<tr class=\"total\">"
        }
        for (index, column) in table.columns.enumerated() {
          let merged = index < spans[number].count
          let span = merged ? spans[number][index] : 1
          if span == 0 { continue }
          var marks: [String] = narrow[index] ? ["n"] : []
          if merged { marks.append("m") }
          switch column.alignment {
          case .leading: break
          case .trailing: marks.append("r")
          case .centre: marks.append("c")
          }
          let kind = marks.isEmpty ? "" : " class=\"\(marks.joined(separator: " "))\""
          let rows = span > 1 ? " rowspan=\"\(span)\"" : ""
          html += "<td\(kind)\(rows)>\(HTMLText.lines(table.cell(row, index)))</td>"
        }
        html += "</tr>\n"
      }
      html += "</tbody>\n"
    }
    return html + "</table>\n"
  }

  /// Groups that are long for a sheet may be parted where a merged column changes; each part then
  /// says again what it has in common. True for the first part of a group.
  private static func parts(
    of group: TableBlock.Group, _ table: TableBlock
  ) -> [(TableBlock.Group, Bool)] {
    let mostTogether = 6
    if group.rows.isEmpty { return [] }
    guard group.rows.count > mostTogether, table.mergedColumns > 0 else { return [(group, true)] }
    let whole = TableBlock(
      columns: table.columns, groups: [group], mergedColumns: table.mergedColumns)
    let parts = whole.parted(byColumns: table.mergedColumns).groups
    return parts.enumerated().map { ($0.element, $0.offset == 0) }
  }

  /// Columns of a terminal that would hold as much as a sheet does.
  private static let room = 150
  /// What the lines and the space between columns take, counted like text.
  private static let gap = 3

  private static func columns(_ table: TableBlock) -> String {
    let measure = ColumnWidths(table, columns: table.columns.indices)
    let natural = measure.natural.map { $0 + gap }
    guard natural.reduce(0, +) > room,
      let widths = measure.shared(room - gap * table.columns.count)?.map({ $0 + gap })
    else { return "" }
    let total = max(1, widths.reduce(0, +))
    let columns = widths.map { width in
      let share = width * 1000 / total
      return "<col style=\"width:\(share / 10).\(share % 10)%\"/>"
    }
    return "<colgroup>" + columns.joined() + "</colgroup>\n"
  }
}
