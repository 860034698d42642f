enum HTMLGrid {
  /// Text of so many percent of the page's; rows at least so many millimetres high.
  ///
  /// - Parameters:
  ///   - isCompact: whether an entry is one text rather than a line for each thing it says.
  ///   - showsEveryPlace: whether it tells the places of classes that meet in several.
  static func markup(
    _ grid: GridBlock, scale: Int, rowHeights: [Int], isCompact: Bool = false,
    showsEveryPlace: Bool = true
  ) -> String {
    let kind = isCompact ? "grid compact" : "grid"
    var html = "<table class=\"\(kind)\" style=\"font-size:\(scale)%\">\n"
    if let caption = grid.caption {
      html += "<caption>\(HTMLText.escaped(caption))</caption>\n"
    }
    html += "<thead><tr><th scope=\"col\" class=\"side\">\(HTMLText.escaped(grid.corner))</th>"
    for column in grid.columns {
      html += "<th scope=\"col\">\(named(column.title, column.detail))</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    let owners = grid.owners()
    for (number, row) in grid.rows.enumerated() {
      let kind = row.followsBreak ? " class=\"break\"" : ""
      let height = rowHeights.indices.contains(number) ? rowHeights[number] : 0
      html += "<tr\(kind) style=\"height:\(height)mm\">"
      html += "<th scope=\"row\">\(named(row.name, row.times))</th>"
      for column in grid.columns.indices {
        guard let index = owners[number][column] else {
          html += "<td></td>"
          continue
        }
        let cell = grid.cells[index]
        // A cell is written where it begins.
        guard cell.rows.lowerBound == number, cell.columns.lowerBound == column else { continue }
        html += markup(cell, showsEveryPlace: showsEveryPlace)
      }
      html += "</tr>\n"
    }
    return html + "</tbody>\n</table>\n"
  }

  private static func named(_ name: String, _ detail: String) -> String {
    let small = detail.isEmpty ? "" : "<small>\(HTMLText.escaped(detail))</small>"
    return HTMLText.escaped(name) + small
  }

  private static func markup(_ cell: GridBlock.Cell, showsEveryPlace: Bool) -> String {
    let rows = cell.rows.count > 1 ? " rowspan=\"\(cell.rows.count)\"" : ""
    let columns = cell.columns.count > 1 ? " colspan=\"\(cell.columns.count)\"" : ""
    guard let first = cell.entries.first else {
      return "<td class=\"closed\"\(rows)\(columns)></td>"
    }
    // One form in the whole cell marks the cell; several mark their entries.
    let isUniform = cell.entries.allSatisfy { $0.formIndex == first.formIndex }
    let kind = isUniform ? " class=\"\(HTMLStyle.mark(first.formIndex))\"" : ""
    let entries = cell.entries.map {
      markup(showsEveryPlace ? $0 : $0.inBrief, marked: !isUniform)
    }.joined()
    return "<td\(kind)\(rows)\(columns)>\(entries)</td>"
  }

  private static func markup(_ entry: GridBlock.Entry, marked: Bool) -> String {
    let kind = marked ? "e \(HTMLStyle.mark(entry.formIndex))" : "e"
    var html = "<div class=\"\(kind)\"><div class=\"t\">\(HTMLText.lines(entry.title))</div>"
    func line(_ kind: String, _ parts: [String]) {
      let shown = parts.filter { !$0.isEmpty }
      if !shown.isEmpty { html += " <div class=\"\(kind)\">\(shown.joined(separator: " "))</div>" }
    }
    let form =
      entry.form.isEmpty ? "" : "<span class=\"tag\">\(HTMLText.escaped(entry.form))</span>"
    line("p", [HTMLText.lines(entry.audience)])
    let teachers =
      entry.teachers.isEmpty ? "" : "<span class=\"w\">\(HTMLText.lines(entry.teachers))</span>"
    line("p", [form, teachers])
    line("p", [HTMLText.lines(entry.place)])
    line("x", [HTMLText.lines(entry.remark)])
    return html + "</div>"
  }
}
