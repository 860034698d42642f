enum HTMLTable {
  /// A cell up to this width is not broken.
  private static let mostUnbroken = 14
  /// Groups of more rows may be parted.
  private static let mostTogether = 6

  /// - Parameters:
  ///   - scale: percent of the page's own size of text.
  ///   - standing: where it stands on the page, and what of it on which sheet.
  static func markup(
    _ table: TableBlock, _ sheet: HTMLSheet, scale: Int = 100,
    _ standing: PageFlow.Standing = PageFlow.Standing(), _ breaker: LineBreaker
  ) -> String {
    let room = room(sheet, scale)
    let shared = widths(table, room: room, breaker)
    let narrow = unbroken(table, shared, room: room, breaker)
    let size = scale == 100 ? "" : " style=\"font-size:\(scale)%\""
    let isParted = standing.sheets.count > 1 && table.caption != nil
    let kind =
      "list" + (isParted ? " parted" : "") + (standing.beginsSheet ? " next" : "")
      + (standing.column == .opensRight ? " right" : "")
    var html = "<table class=\"\(kind)\"\(size)>\n"
    html += head(table, columns(shared), narrow, isParted: isParted)
    for part in parts(table, standing.sheets) {
      let kinds =
        (part.beginsGroup ? ["g"] : []) + (part.rows.count > mostTogether ? ["long"] : [])
        + (part.beginsSheet ? ["next"] : [])
      html +=
        kinds.isEmpty ? "<tbody>\n" : "<tbody class=\"\(kinds.joined(separator: " "))\">\n"
      html += rows(of: TableBlock.Group(rows: part.rows), table, narrow) + "</tbody>\n"
    }
    return html + "</table>\n"
  }

  /// A group, or what one sheet holds of it.
  private struct Part {
    var rows: [TableBlock.Row]
    var beginsGroup: Bool
    /// Other than the table's first.
    var beginsSheet: Bool
  }

  /// Each part says again what its rows have in common.
  ///
  /// - Parameter sheets: the rows of each sheet, counted through all groups.
  private static func parts(_ table: TableBlock, _ sheets: [Range<Int>]) -> [Part] {
    let starts = Set(sheets.dropFirst().map(\.lowerBound))
    var parts: [Part] = []
    var number = 0
    for group in table.groups {
      for (index, row) in group.rows.enumerated() {
        let beginsSheet = starts.contains(number)
        number += 1
        if index == 0 || beginsSheet {
          parts.append(Part(rows: [row], beginsGroup: index == 0, beginsSheet: beginsSheet))
        } else {
          parts[parts.count - 1].rows.append(row)
        }
      }
    }
    return parts
  }

  /// Columns whose text stays on one line: narrow ones, if the widths that the table is drawn in
  /// have room for all of it, the heading included.
  private static func unbroken(
    _ table: TableBlock, _ shared: [Int]?, room: Int, _ breaker: LineBreaker
  ) -> [Bool] {
    let natural = ColumnWidths(table, columns: table.columns.indices, breaker).natural
    // Where there is no room for words, the browser does best that may break them in every column.
    if shared == nil, natural.reduce(0, { $0 + $1 + gap }) > room {
      return table.columns.map { _ in false }
    }
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

  /// - Parameters:
  ///   - narrow: whether the cells of each column are not broken; where it is empty, all may.
  ///   - isParted: whether the caption is said on several sheets: browsers repeat heads alone.
  private static func head(
    _ table: TableBlock, _ columns: String, _ narrow: [Bool], isParted: Bool = false
  ) -> String {
    var html = ""
    if let caption = table.caption {
      html += "<caption>\(HTMLText.escaped(caption))</caption>\n"
    }
    html += columns
    html += "<thead>"
    if isParted, let caption = table.caption {
      let title = HTMLText.escaped(caption)
      html +=
        "<tr class=\"again\"><th colspan=\"\(table.columns.count)\">\(title)</th></tr>\n"
    }
    html += "<tr>"
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
      case .part: html += "<tr class=\"part\">"
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

  /// Millimetres of each row of each group, and of the headings above them.
  ///
  /// - Parameter shared: the widths of the columns, where text must be broken to fit.
  static func heights(
    _ table: TableBlock, _ shared: [Int]?, _ scale: Int, _ sheet: HTMLSheet, _ breaker: LineBreaker
  ) -> (head: Double, rows: [[Double]]) {
    let line = HTMLStyle.lineHeight * sheet.em * Double(scale) / 100
    func lines(_ text: String, _ column: Int) -> Int {
      guard let shared else { return breaker.count(text, width: .max) }
      return breaker.count(text, width: shared[column] - gap)
    }
    let headings = table.columns.enumerated().map { lines($1.header, $0) }.max() ?? 1
    let caption = table.caption == nil ? 0 : line + 0.6 * sheet.em
    let rows = table.groups.map { group in
      let spans = table.spans(of: group)
      // A merged cell has the height of all its rows; each row gives its share of it.
      var merged = [Double](repeating: 0, count: spans.first?.count ?? 0)
      return group.rows.indices.map { row in
        var most = 1.0
        for column in table.columns.indices {
          let lines = Double(lines(table.cell(group.rows[row], column), column))
          guard merged.indices.contains(column) else {
            most = max(most, lines)
            continue
          }
          let span = spans[row][column]
          if span > 0 { merged[column] = lines / Double(span) }
          most = max(most, merged[column])
        }
        return most * line + padding(sheet, isPart: group.rows[row].style == .part)
      }
    }
    return (Double(headings) * line + padding(sheet) + caption, rows)
  }

  /// What a row is higher than its text: space above and below, and a line. Parts of a session stand
  /// close together.
  private static func padding(_ sheet: HTMLSheet, isPart: Bool = false) -> Double {
    (isPart ? 0.08 : 0.32) * sheet.em + 0.27
  }

  /// Between a table and what follows it, in millimetres.
  static func spaceBelow(_ sheet: HTMLSheet) -> Double { 0.5 * sheet.em }

  /// A percentage as a bar.
  private static func bar(_ text: String) -> String {
    guard text.hasSuffix("%"), let share = Int(text.dropLast()) else { return "" }
    return "<span class=\"u\"><i style=\"width:\(min(100, max(0, share)))%\"></i></span>"
  }

  /// What the lines and the space between columns take, counted like text.
  static let gap = 3

  /// Columns of a terminal that would hold as much as a sheet does.
  ///
  /// - Parameter scale: percent of the page's own size of text.
  static func room(_ sheet: HTMLSheet, _ scale: Int = 100) -> Int {
    Int(sheet.width / (sheet.em * Double(scale) / 100) * 1.92)
  }

  /// In columns of a terminal, as it stands, with no more space between columns than must be.
  static func leastWidth(_ table: TableBlock, _ breaker: LineBreaker) -> Int {
    let measure = ColumnWidths(table, columns: table.columns.indices, breaker)
    let bars = table.columns.filter(\.isShare).count * barWidth
    return measure.natural.reduce(bars) { $0 + $1 + 2 }
  }

  /// Of the bar behind a percentage and the space before it, counted like text.
  private static let barWidth = 13

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
