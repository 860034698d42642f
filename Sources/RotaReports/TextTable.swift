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
    guard let widths = columnWidths() else { return lines + records() }
    lines += row(table.columns.map(\.header), widths)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: gapText)
    lines.append(rule)
    for (index, group) in table.groups.enumerated() {
      if index > 0, table.mergedColumns > 0, table.groups.contains(where: { $0.rows.count > 1 }) {
        lines.append(String(repeating: "┄", count: rule.count))
      }
      let spans = table.spans(of: group)
      for (number, one) in group.rows.enumerated() {
        if one.style == .total { lines.append(rule) }
        let cells = table.columns.indices.map { column in
          column < spans[number].count && spans[number][column] == 0 ? "" : table.cell(one, column)
        }
        lines += row(cells, widths)
      }
    }
    return lines
  }

  private var gapText: String { String(repeating: " ", count: Self.gap) }

  private func row(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrapped = cells.enumerated().map { TextWrap.lines($0.element, width: widths[$0.offset]) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let parts = wrapped.enumerated().map { column, lines in
        (line < lines.count ? lines[line] : "")
          .padded(to: widths[column], table.columns[column].alignment)
      }
      return parts.joined(separator: gapText).trimmingEnd()
    }
  }

  /// The natural width of each column where there is room; else the widest columns give way, down
  /// to their widest word. Nil where even that is too wide.
  private func columnWidths() -> [Int]? {
    if table.columns.isEmpty { return nil }
    var natural: [Int] = []
    var least: [Int] = []
    for (index, column) in table.columns.enumerated() {
      var widest = TextWrap.naturalWidth(column.header)
      var word = min(TextWrap.widestWord(column.header), Self.mostOfWord)
      for group in table.groups {
        for row in group.rows {
          let cell = table.cell(row, index)
          widest = max(widest, TextWrap.naturalWidth(cell))
          // Text in columns narrower than this is too ragged to read.
          word = max(word, min(TextWrap.widestWord(cell), Self.mostOfWord), min(widest, 6))
        }
      }
      natural.append(max(widest, 2))
      least.append(max(min(word, widest), 2))
    }
    let room = width - Self.gap * (natural.count - 1)
    if natural.reduce(0, +) <= room { return natural }
    if least.reduce(0, +) > room { return nil }
    return shared(room, natural: natural, least: least)
  }

  /// A word longer than this may be broken to make room.
  private static let mostOfWord = 12

  /// Takes columns off the widest column again and again until all fit.
  private func shared(_ room: Int, natural: [Int], least: [Int]) -> [Int] {
    // The largest bound to which wider columns can be cut so that all fit, then the rest from the
    // left.
    var low = 0
    var high = natural.max() ?? 0
    func cut(_ bound: Int) -> [Int] {
      natural.indices.map { max(least[$0], min(natural[$0], bound)) }
    }
    while low < high {
      let middle = (low + high + 1) / 2
      if cut(middle).reduce(0, +) <= room { low = middle } else { high = middle - 1 }
    }
    var widths = cut(low)
    var left = room - widths.reduce(0, +)
    for column in widths.indices where left > 0 && widths[column] < natural[column] {
      widths[column] += 1
      left -= 1
    }
    return widths
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
