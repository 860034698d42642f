enum HTMLTable {
  /// A cell up to this width is not broken.
  private static let mostUnbroken = 14
  /// Rows of a group that are kept on one sheet, and the share of a sheet that is kept together.
  private static let mostTogether = 6
  private static let mostHeight = 0.25

  /// - Parameters:
  ///   - fit: how large its text and its rows are.
  ///   - isWhole: whether it stays on one sheet.
  static func markup(
    _ table: TableBlock, _ sheet: HTMLSheet, _ fit: HTMLFit, isWhole: Bool, _ breaker: LineBreaker
  ) -> String {
    let shared = widths(table, room: room(sheet), breaker)
    let narrow = unbroken(table, shared, breaker)
    let size = fit.tableScale == 100 ? "" : " style=\"font-size:\(fit.tableScale)%\""
    let kind = isWhole ? "list whole" : "list"
    var html = "<table class=\"\(kind)\"\(size)>\n"
    html += head(table, columns(shared), narrow)
    let heights = rowHeights(table, shared, fit.tableScale, sheet, breaker)
    let most = mostHeight * sheet.height
    let pieces = zip(table.groups, heights).flatMap { parts(of: $0, heights: $1, most, table) }
    for (group, isFirst) in pieces {
      let kinds =
        (isFirst ? ["g"] : []) + (group.rows.count > mostTogether ? ["long"] : [])
      html +=
        kinds.isEmpty ? "<tbody>\n" : "<tbody class=\"\(kinds.joined(separator: " "))\">\n"
      html += rows(of: group, table, narrow) + "</tbody>\n"
    }
    return html + "</table>\n"
  }

  /// Columns whose text stays on one line: narrow ones, if the widths that the table is drawn in
  /// have room for all of it, the heading included.
  private static func unbroken(
    _ table: TableBlock, _ shared: [Int]?, _ breaker: LineBreaker
  ) -> [Bool] {
    let natural = ColumnWidths(table, columns: table.columns.indices, breaker).natural
    // Fonts differ: in a table that all but fills its sheet the widest column gives way.
    let widest = natural.indices.max { (natural[$0], -$0) < (natural[$1], -$1) }
    return table.columns.indices.map { column in
      if let shared {
        if shared[column] - gap < natural[column] { return false }
      } else if column == widest && table.columns.count > 1 {
        return false
      }
      return table.groups.allSatisfy { group in
        group.rows.allSatisfy { breaker.natural(table.cell($0, column)) <= mostUnbroken }
      }
    }
  }

  /// A table that people write in, as one for each sheet.
  ///
  /// - Parameter isFirst: whether no other table of the page stands before it.
  static func markup(_ table: TableBlock, _ fit: WritingFit, isFirst: Bool) -> String {
    let all = table.groups.flatMap(\.rows)
    let widths = "<colgroup>" + fit.columns.map(column).joined() + "</colgroup>\n"
    let size = fit.textScale == 100 ? "" : ";font-size:\(fit.textScale)%"
    let style =
      " style=\"--row:\(HTMLChart.number(fit.rowHeight))mm;--head:0.\(fit.headScale)em\(size)\""
    return fit.sheets.enumerated().map { number, rows in
      let kind = isFirst && number == 0 ? "list write" : "list write next"
      let group = TableBlock.Group(rows: Array(all[rows]))
      return "<table class=\"\(kind)\"\(style)>\n" + head(table, widths, []) + "<tbody>\n"
        + self.rows(of: group, table, []) + "</tbody>\n</table>\n"
    }.joined()
  }

  /// - Parameter narrow: whether the cells of each column are not broken; where it is empty, all may.
  private static func head(_ table: TableBlock, _ columns: String, _ narrow: [Bool]) -> String {
    var html = ""
    if let caption = table.caption {
      html += "<caption>\(HTMLText.escaped(caption))</caption>\n"
    }
    html += columns
    html += "<thead><tr>"
    for (index, column) in table.columns.enumerated() {
      let mark = narrow.indices.contains(index) && narrow[index] ? " class=\"n\"" : ""
      html += "<th scope=\"col\"\(mark)>\(HTMLText.lines(column.header))</th>"
    }
    return html + "</tr></thead>\n"
  }

  private static func rows(
    of group: TableBlock.Group, _ table: TableBlock, _ narrow: [Bool]
  ) -> String {
    var html = ""
    let spans = table.spans(of: group)
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
        var marks: [String] = narrow.indices.contains(index) && narrow[index] ? ["n"] : []
        if merged { marks.append("m") }
        switch column.alignment {
        case .leading: break
        case .trailing: marks.append("r")
        case .centre: marks.append("c")
        }
        let kind = marks.isEmpty ? "" : " class=\"\(marks.joined(separator: " "))\""
        let rows = span > 1 ? " rowspan=\"\(span)\"" : ""
        let text = table.cell(row, index)
        html += "<td\(kind)\(rows)>\(HTMLText.lines(text))\(column.isShare ? bar(text) : "")</td>"
      }
      html += "</tr>\n"
    }
    return html
  }

  /// Groups that are long or high for a sheet may be parted where a merged column changes, and what
  /// is still too high between any two rows; each part then says again what it has in common. True
  /// for the first part of a group.
  private static func parts(
    of group: TableBlock.Group, heights: [Double], _ most: Double, _ table: TableBlock
  ) -> [(TableBlock.Group, Bool)] {
    if group.rows.isEmpty { return [] }
    guard table.mergedColumns > 0,
      group.rows.count > mostTogether || heights.reduce(0, +) > most
    else { return [(group, true)] }
    let whole = TableBlock(
      columns: table.columns, groups: [group], mergedColumns: table.mergedColumns)
    var parts: [TableBlock.Group] = []
    var row = 0
    for part in whole.parted(byColumns: table.mergedColumns).groups {
      var height = 0.0
      var rows: [TableBlock.Row] = []
      for (one, own) in zip(part.rows, heights[row...]) {
        if !rows.isEmpty, height + own > most {
          parts.append(TableBlock.Group(rows: rows))
          (rows, height) = ([], 0)
        }
        rows.append(one)
        height += own
      }
      parts.append(TableBlock.Group(rows: rows))
      row += part.rows.count
    }
    return parts.enumerated().map { ($0.element, $0.offset == 0) }
  }

  /// Millimetres of each row of each group.
  ///
  /// - Parameter shared: the widths of the columns, where text must be broken to fit.
  static func rowHeights(
    _ table: TableBlock, _ shared: [Int]?, _ scale: Int, _ sheet: HTMLSheet, _ breaker: LineBreaker
  ) -> [[Double]] {
    let line = HTMLStyle.lineHeight * sheet.em * Double(scale) / 100
    return table.groups.map { group in
      group.rows.map { row in
        var lines = 1
        for column in shared == nil ? 0..<0 : table.columns.indices {
          let text = table.cell(row, column)
          let width = (shared?[column] ?? 0) - gap
          if breaker.natural(text) > width {
            lines = max(lines, breaker.count(text, width: width))
          }
        }
        return Double(lines) * line + 0.36 * sheet.em
      }
    }
  }

  /// A percentage as a bar.
  private static func bar(_ text: String) -> String {
    guard text.hasSuffix("%"), let share = Int(text.dropLast()) else { return "" }
    return "<span class=\"u\"><i style=\"width:\(min(100, max(0, share)))%\"></i></span>"
  }

  /// What the lines and the space between columns take, counted like text.
  static let gap = 3

  /// Columns of a terminal that would hold as much as a sheet does.
  static func room(_ sheet: HTMLSheet) -> Int { Int(sheet.width / sheet.em * 1.92) }

  /// In columns of a terminal, as it stands, with no more space between columns than must be.
  static func leastWidth(_ table: TableBlock, _ breaker: LineBreaker) -> Int {
    let measure = ColumnWidths(table, columns: table.columns.indices, breaker)
    return measure.natural.reduce(0) { $0 + $1 + 2 }
  }

  /// Widths in columns of a terminal, where text must be broken to fit; else nil.
  static func widths(_ table: TableBlock, room: Int, _ breaker: LineBreaker) -> [Int]? {
    let measure = ColumnWidths(table, columns: table.columns.indices, breaker)
    guard measure.natural.reduce(0, { $0 + $1 + gap }) > room else { return nil }
    return measure.shared(room - gap * table.columns.count)?.map { $0 + gap }
  }

  private static func columns(_ widths: [Int]?) -> String {
    guard let widths else { return "" }
    let total = max(1, widths.reduce(0, +))
    let columns = widths.map { column($0 * 1000 / total) }
    return "<colgroup>" + columns.joined() + "</colgroup>\n"
  }

  /// So many thousandths of the table's width.
  private static func column(_ thousandths: Int) -> String {
    "<col style=\"width:\(thousandths / 10).\(thousandths % 10)%\"/>"
  }
}
