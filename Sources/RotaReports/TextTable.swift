import RotaDiagnostics

/// A table as text: columns two spaces apart, wrapped to fit; where there is no room for columns,
/// a record for each row.
struct TextTable {
  let table: TableBlock
  let width: Int
  private static let gap = 2

  func lines() -> [String] {
    var lines: [String] = []
    if let caption = table.caption { lines += TextWrap.lines(caption, width: width) }
    if table.columns.isEmpty { return lines }
    // Where there is little room, what a whole group has in common becomes a line above it.
    for first in [0, commonColumns()] {
      let columns = first..<table.columns.count
      let measure = ColumnWidths(table, columns: columns)
      let room = width - Self.gap * (columns.count - 1)
      if first < commonColumns(), measure.natural.reduce(0, +) > room { continue }
      if let widths = measure.shared(room) { return lines + body(columns, widths) }
    }
    return lines + records()
  }

  /// Leading columns that have one value throughout each group.
  private func commonColumns() -> Int {
    let merged = min(table.mergedColumns, table.columns.count - 1)
    var common = 0
    while common < merged,
      table.groups.allSatisfy({ group in
        group.rows.allSatisfy {
          table.cell($0, common) == table.cell(group.rows[0], common)
        }
      })
    {
      common += 1
    }
    return max(0, common)
  }

  private func body(_ columns: Range<Int>, _ widths: [Int]) -> [String] {
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: gapText)
    let hasGroups = table.mergedColumns > 0 && table.groups.contains { $0.rows.count > 1 }
    var lines = row(columns.map { table.columns[$0].header }, columns, widths)
    lines.append(rule)
    for (index, group) in table.groups.enumerated() where !group.rows.isEmpty {
      if index > 0, hasGroups {
        lines.append(
          columns.lowerBound > 0 ? "" : String(repeating: "┄", count: rule.count))
      }
      if columns.lowerBound > 0 {
        let common = (0..<columns.lowerBound).map { table.cell(group.rows[0], $0) }
        lines += TextWrap.lines("▪ " + common.joined(separator: " "), width: width)
      }
      let spans = table.spans(of: group)
      for (number, one) in group.rows.enumerated() {
        if one.style == .total { lines.append(rule) }
        let cells = columns.map { column in
          column < spans[number].count && spans[number][column] == 0 ? "" : table.cell(one, column)
        }
        lines += row(cells, columns, widths)
      }
    }
    return lines
  }

  private var gapText: String { String(repeating: " ", count: Self.gap) }

  private func row(_ cells: [String], _ columns: Range<Int>, _ widths: [Int]) -> [String] {
    let wrapped = cells.enumerated().map { TextWrap.lines($0.element, width: widths[$0.offset]) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let parts = wrapped.enumerated().map { column, lines in
        (line < lines.count ? lines[line] : "")
          .padded(to: widths[column], table.columns[columns.lowerBound + column].alignment)
      }
      return parts.joined(separator: gapText).trimmingEnd()
    }
  }

  private func records() -> [String] {
    var lines: [String] = []
    for group in table.groups {
      for row in group.rows {
        if !lines.isEmpty { lines.append("") }
        for (index, column) in table.columns.enumerated() where !table.cell(row, index).isEmpty {
          let cell = table.cell(row, index).split(separator: "\n").joined(separator: " ")
          let text = column.header.isEmpty ? cell : "\(column.header): \(cell)"
          let wrapped = TextWrap.lines(text, width: width - Self.gap)
          lines += wrapped.enumerated().map { $0.offset == 0 ? $0.element : gapText + $0.element }
        }
      }
    }
    return lines
  }
}

extension String {
  /// Without the spaces at its end.
  func trimmingEnd() -> String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
