import RotaDiagnostics

/// Charts in characters, as wide as the terminal.
struct TextChart {
  let width: Int
  let palette: TextPalette

  /// Names wider than this are cut.
  private static let mostOfName = 24

  func lines(_ chart: ChartBlock) -> [String] {
    switch chart {
    case .gantt(let chart): gantt(chart)
    case .heat(let chart): heat(chart)
    case .bars(let chart): bars(chart)
    }
  }

  // MARK: Runs and classes

  private func gantt(_ chart: GanttBlock) -> [String] {
    var lines = TextWrap.lines(chart.caption, width: width)
    if chart.rows.isEmpty || chart.length == 0 { return lines }
    let names = chart.rows.map { ($0.isHead ? "" : "  ") + TextWrap.oneLine($0.name) }
    let side = sideWidth(names)
    let room = width - side - 1
    // Where a place on the axis is drawn. A wide terminal gives each period several columns.
    let scale = min(4, Double(room) / Double(chart.length))
    func column(_ position: Int) -> Int { Int((Double(position) * scale).rounded(.down)) }
    let end = max(1, column(chart.length))
    var axis = String(repeating: " ", count: side + 1)
    for tick in chart.ticks where tick.isStrong {
      let start = side + 1 + column(tick.position)
      if start >= axis.displayWidth + (axis.hasSuffix(" ") ? 0 : 1)
        || axis.allSatisfy({ $0 == " " })
      {
        axis = axis.trimmingEnd().padded(to: start)
        if start + tick.label.displayWidth <= width { axis += tick.label }
      }
    }
    lines.append(axis.trimmingEnd())
    for (row, name) in zip(chart.rows, names) {
      var cells = [(character: Character, form: Int?)](repeating: (" ", nil), count: end)
      for tick in chart.ticks where tick.isStrong && column(tick.position) < end {
        cells[column(tick.position)] = ("·", nil)
      }
      for bar in row.bars {
        let from = min(column(bar.span.lowerBound), end - 1)
        let to = min(max(from + 1, column(bar.span.upperBound)), end)
        for index in from..<to {
          cells[index] = (row.isHead ? "█" : Self.shade(bar.formIndex), bar.formIndex)
        }
      }
      var text = ""
      var start = 0
      while start < cells.count {
        var next = start
        while next < cells.count, cells[next].form == cells[start].form { next += 1 }
        text += palette.colored(
          String(cells[start..<next].map(\.character)), form: cells[start].form)
        start = next
      }
      lines.append((name.truncated(to: side).padded(to: side) + " " + text).trimmingEnd())
    }
    return lines
  }

  /// Forms are told apart without colour as far as four shades go.
  private static func shade(_ form: Int?) -> Character {
    guard let form else { return "─" }
    return ["▒", "▓", "░", "▄"][form % 4]
  }

  // MARK: Use by day

  private func heat(_ chart: HeatBlock) -> [String] {
    var lines = TextWrap.lines(chart.caption, width: width)
    if chart.columns.isEmpty || chart.rows.isEmpty { return lines }
    let side = sideWidth(chart.rows.map { TextWrap.oneLine($0.name) } + [chart.corner])
    // A shade and up to three digits.
    let cell = max(4, chart.columns.map { $0.title.displayWidth }.max() ?? 4)
    let perPart = max(1, (width - side) / (cell + 1))
    for start in stride(from: 0, to: chart.columns.count, by: perPart) {
      let columns = start..<min(start + perPart, chart.columns.count)
      if start > 0 { lines.append("") }
      var head = chart.corner.truncated(to: side).padded(to: side)
      for column in columns { head += " " + chart.columns[column].title.paddedLeft(to: cell) }
      lines.append(head.trimmingEnd())
      for row in chart.rows {
        var line = TextWrap.oneLine(row.name).truncated(to: side).padded(to: side)
        for column in columns {
          let share = row.shares.indices.contains(column) ? row.shares[column] : nil
          line +=
            " "
            + (share.map { $0 == 0 ? "·" : "\(Self.shade(of: $0))\($0)" } ?? "×")
            .paddedLeft(to: cell)
        }
        lines.append(line.trimmingEnd())
      }
    }
    // What the shades mean, in as many lines as it takes.
    let parts = [
      "░ –25%", "▒ –50%", "▓ –75%", "█ –100%", "· 0%", "× \(TextWrap.oneLine(chart.closed))",
    ]
    return lines + TextWrap.lines(parts.joined(separator: "  "), width: width)
  }

  private static func shade(of share: Int) -> String {
    switch share {
    case ..<26: "░"
    case ..<51: "▒"
    case ..<76: "▓"
    default: "█"
    }
  }

  // MARK: Bars

  private func bars(_ chart: BarsBlock) -> [String] {
    var lines = TextWrap.lines(chart.caption, width: width)
    let side = sideWidth(chart.items.map { TextWrap.oneLine($0.name) })
    let value = chart.items.map { $0.text.displayWidth }.max() ?? 0
    let most = chart.items.map(\.value).max() ?? 0
    let room = min(60, width - side - value - 2)
    for item in chart.items {
      let bar = Self.bar(item.value, of: most, width: room)
      let name = TextWrap.oneLine(item.name).truncated(to: side).padded(to: side)
      lines.append(
        (name + " " + item.text.paddedLeft(to: value) + " "
          + palette.colored(bar, form: item.formIndex)).trimmingEnd())
    }
    return lines
  }

  /// A bar to the eighth of a character; something of what is more than none.
  static func bar(_ value: Int, of most: Int, width: Int) -> String {
    guard value > 0, most > 0, width > 0 else { return "" }
    let (product, overflow) = min(value, most).multipliedReportingOverflow(by: width * 8)
    let eighths = overflow ? width * 8 : max(1, product / most)
    let rest = eighths % 8
    return String(repeating: "█", count: eighths / 8)
      + (rest == 0 ? "" : ["▏", "▎", "▍", "▌", "▋", "▊", "▉"][rest - 1])
  }

  private func sideWidth(_ names: [String]) -> Int {
    let natural = names.map(\.displayWidth).max() ?? 0
    return min(natural, Self.mostOfName, max(8, width / 3))
  }
}
