import RotaDiagnostics

/// A table as text: columns two spaces apart, wrapped to fit; where there is no room for columns,
/// a record for each row.
struct TextTable {
  let table: TableBlock
  let width: Int
  private let breaker: LineBreaker

  /// Percentages have bars beside them where there is room.
  init(table: TableBlock, width: Int, breaker: LineBreaker = LineBreaker()) {
    self.table =
      table.columns.contains(where: \.isShare) ? table.withBars(width: width, breaker) : table
    self.width = width
    self.breaker = breaker
  }

  private static let gap = 2
  private static let gapText = String(repeating: " ", count: gap)

  func lines() -> [String] {
    var lines: [String] = []
    if let caption = table.caption { lines += TextWrap.lines(caption, width: width) }
    if table.columns.isEmpty { return lines }
    let common = commonColumns()
    let merged = min(max(0, table.mergedColumns), table.columns.count - 1)
    let folded = table.folded()
    let mergedInFolded = min(folded.mergedColumns, folded.columns.count - 1)
    let parted = folded.parted(byColumns: mergedInFolded)
    // What a group has in common can become a line above it.
    if let body = Layout(table, lifting: 0, width, breaker).natural() { return lines + body }
    var layouts = [Layout(table, lifting: common, width, breaker)]
    if folded != table || mergedInFolded > 0 {
      layouts.append(Layout(folded, lifting: min(common, mergedInFolded), width, breaker))
      layouts.append(Layout(parted, lifting: mergedInFolded, width, breaker))
    }
    // Of those that fit, the shortest.
    if let best = layouts.compactMap({ $0.shared() }).min(by: { $0.count < $1.count }) {
      return lines + best
    }
    let tight = Layout(parted, lifting: mergedInFolded, width, breaker, limits: .tight)
    if let body = tight.shared() { return lines + body }
    return lines + records(table.parted(byColumns: merged), lifting: merged)
  }

  /// Leading columns that have one value throughout each group.
  private func commonColumns() -> Int {
    let merged = min(table.mergedColumns, table.columns.count - 1)
    var common = 0
    while common < merged,
      table.groups.allSatisfy({ group in
        group.rows.allSatisfy { table.cell($0, common) == table.cell(group.rows[0], common) }
      })
    {
      common += 1
    }
    return common
  }

  /// A line above a group for what its rows have in common.
  private static func heading(
    _ table: TableBlock, _ group: TableBlock.Group, _ columns: Range<Int>, _ width: Int
  ) -> [String] {
    guard !columns.isEmpty, let first = group.rows.first else { return [] }
    let common = columns.map { table.cell(first, $0) }.joined(separator: " ")
    return TextWrap.lines("▪ " + common, width: width)
  }

  /// One way to draw a table in columns.
  private struct Layout {
    let table: TableBlock
    let columns: Range<Int>
    let width: Int
    let measure: ColumnWidths
    let room: Int
    private let breaker: LineBreaker

    init(
      _ table: TableBlock, lifting lifted: Int, _ width: Int, _ breaker: LineBreaker,
      limits: ColumnWidths.Limits = .usual
    ) {
      self.table = table
      self.width = width
      self.breaker = breaker
      columns = lifted..<table.columns.count
      measure = ColumnWidths(table, columns: columns, limits: limits, breaker)
      room = width - TextTable.gap * (columns.count - 1)
    }

    func natural() -> [String]? {
      measure.natural.reduce(0, +) <= room ? body(measure.natural) : nil
    }

    func shared() -> [String]? { measure.shared(room).map(body) }

    private func body(_ widths: [Int]) -> [String] {
      let rule = widths.map { String(repeating: "─", count: $0) }
        .joined(separator: TextTable.gapText)
      let hasGroups = table.mergedColumns > 0 && table.groups.contains { $0.rows.count > 1 }
      var lines = row(columns.map { table.columns[$0].header }, widths)
      lines.append(rule)
      for (index, group) in table.groups.enumerated() where !group.rows.isEmpty {
        if columns.lowerBound > 0 {
          if index > 0 { lines.append("") }
          lines += TextTable.heading(table, group, 0..<columns.lowerBound, width)
        } else if index > 0, hasGroups {
          lines.append(String(repeating: "┄", count: rule.count))
        }
        let spans = table.spans(of: group)
        for (number, one) in group.rows.enumerated() {
          if one.style == .total { lines.append(rule) }
          let cells = columns.map { column in
            column < spans[number].count && spans[number][column] == 0
              ? "" : table.cell(one, column)
          }
          lines += row(cells, widths)
        }
      }
      return lines
    }

    private func row(_ cells: [String], _ widths: [Int]) -> [String] {
      let wrapped = cells.enumerated().map {
        breaker.lines($0.element, width: widths[$0.offset])
      }
      let height = wrapped.map(\.count).max() ?? 0
      return (0..<height).map { line in
        var text = ""
        for (column, lines) in wrapped.enumerated() {
          if column > 0 { text += TextTable.gapText }
          let part = line < lines.count ? lines[line] : TextWrap.Line(text: "", width: 0)
          let alignment = table.columns[columns.lowerBound + column].alignment
          text += part.padded(to: widths[column], alignment)
        }
        return text.trimmingEnd()
      }
    }
  }

  private func records(_ table: TableBlock, lifting lifted: Int) -> [String] {
    var lines: [String] = []
    for group in table.groups {
      for (number, row) in group.rows.enumerated() {
        if !lines.isEmpty { lines.append("") }
        if number == 0 { lines += Self.heading(table, group, 0..<lifted, width) }
        for index in lifted..<table.columns.count where !table.cell(row, index).isEmpty {
          let header = table.columns[index].header
          let cell = table.cell(row, index).split(separator: "\n").joined(separator: " ")
          let wrapped = TextWrap.lines(
            header.isEmpty ? cell : "\(header): \(cell)", width: width - Self.gap)
          lines += wrapped.enumerated().map {
            $0.offset == 0 ? $0.element : Self.gapText + $0.element
          }
        }
      }
    }
    return lines
  }
}

extension TableBlock {
  private static let barWidth = 10

  /// With a bar after each percentage, if all of it then still stands on one line.
  fileprivate func withBars(width: Int, _ breaker: LineBreaker) -> TableBlock {
    var table = self
    for index in columns.indices where columns[index].isShare {
      for group in table.groups.indices {
        for row in table.groups[group].rows.indices {
          let cell = table.cell(table.groups[group].rows[row], index)
          let share = cell.hasSuffix("%") ? Int(cell.dropLast()) : nil
          let bar = TextChart.bar(min(share ?? 0, 100), of: 100, width: Self.barWidth)
          if table.groups[group].rows[row].cells.indices.contains(index) {
            table.groups[group].rows[row].cells[index] =
              cell + " " + bar.padded(to: Self.barWidth)
          }
        }
      }
      table.columns[index].header += " " + String(repeating: " ", count: Self.barWidth)
    }
    let measure = ColumnWidths(table, columns: table.columns.indices, breaker)
    let room = width - 2 * (table.columns.count - 1)
    return measure.natural.reduce(0, +) <= room ? table : self
  }
}
