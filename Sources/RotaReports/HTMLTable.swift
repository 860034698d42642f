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
    html += "<thead><tr>"
    for (index, column) in table.columns.enumerated() {
      let mark = narrow[index] ? " class=\"n\"" : ""
      html += "<th scope=\"col\"\(mark)>\(HTMLText.escaped(column.header))</th>"
    }
    html += "</tr></thead>\n"
    for group in table.groups where !group.rows.isEmpty {
      let spans = table.spans(of: group)
      html += "<tbody>\n"
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
}
