enum HTMLGrid {
  /// Text of so many percent of the page's.
  ///
  /// - Parameters:
  ///   - isCompact: whether an entry is one text rather than a line for each thing it says.
  ///   - showsEveryPlace: whether it tells the places of classes that meet in several.
  static func markup(
    _ part: HTMLFit.GridPart, scale: Int, isCompact: Bool = false, showsEveryPlace: Bool = true
  ) -> String {
    let grid = part.grid
    let kind =
      "grid" + (isCompact ? " compact" : "") + (part.isHeld ? " held" : "")
      + (part.beginsSheet ? " next" : "")
    var html = "<table class=\"\(kind)\" style=\"font-size:\(scale)%\">\n"
    if let caption = grid.caption {
      html += "<caption>\(HTMLText.escaped(caption))</caption>\n"
    }
    html += "<thead>" + bands(grid)
    html += "<tr><th scope=\"col\" class=\"side\">\(HTMLText.escaped(grid.corner))</th>"
    for (index, column) in grid.columns.enumerated() {
      html +=
        "<th scope=\"col\"\(opens(grid, index))>\(named(column.title, column.detail))</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    let owners = grid.owners()
    for (number, row) in grid.rows.enumerated() {
      let kind = row.followsBreak ? " class=\"break\"" : ""
      let height = part.rowHeights.indices.contains(number) ? part.rowHeights[number] : 0
      html += "<tr\(kind) style=\"height:\(height)mm\">"
      html += "<th scope=\"row\">\(named(row.name, row.times))</th>"
      for column in grid.columns.indices {
        guard let index = owners[number][column] else {
          html += "<td\(opens(grid, column))></td>"
          continue
        }
        let cell = grid.cells[index]
        // A cell is written where it begins.
        guard cell.rows.lowerBound == number, cell.columns.lowerBound == column else { continue }
        html += markup(cell, showsEveryPlace: showsEveryPlace, opens: opens(grid, column))
      }
      html += "</tr>\n"
    }
    return html + "</tbody>\n</table>\n"
  }

  /// The row of bands above the columns' own headings.
  private static func bands(_ grid: GridBlock) -> String {
    if grid.bands.isEmpty { return "" }
    let cells = grid.bands.map { band in
      "<th scope=\"colgroup\" colspan=\"\(band.columns.count)\"\(opens(grid, band.columns.lowerBound))>"
        + "\(HTMLText.escaped(band.title))</th>"
    }
    return "<tr class=\"bands\"><th class=\"side\"></th>\(cells.joined())</tr>\n"
  }

  /// The mark of a column at which a band begins, of which the one before knows nothing.
  private static func opens(_ grid: GridBlock, _ column: Int) -> String {
    column > 0 && grid.bands.contains { $0.columns.lowerBound == column } ? " data-band=\"\"" : ""
  }

  private static func named(_ name: String, _ detail: String) -> String {
    let small = detail.isEmpty ? "" : "<small>\(HTMLText.escaped(detail))</small>"
    return HTMLText.escaped(name) + small
  }

  private static func markup(
    _ cell: GridBlock.Cell, showsEveryPlace: Bool, opens: String
  ) -> String {
    let rows = cell.rows.count > 1 ? " rowspan=\"\(cell.rows.count)\"" : ""
    let columns = cell.columns.count > 1 ? " colspan=\"\(cell.columns.count)\"" : ""
    guard let first = cell.entries.first else {
      return "<td class=\"closed\"\(rows)\(columns)\(opens)></td>"
    }
    // One form in the whole cell marks the cell; several mark their entries.
    let isUniform = cell.entries.allSatisfy { $0.formIndex == first.formIndex }
    let kind = isUniform ? " class=\"\(HTMLStyle.mark(first.formIndex))\"" : ""
    let entries = cell.entries.map {
      markup(showsEveryPlace ? $0 : $0.inBrief, marked: !isUniform)
    }.joined()
    return "<td\(kind)\(rows)\(columns)\(opens)>\(entries)</td>"
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
