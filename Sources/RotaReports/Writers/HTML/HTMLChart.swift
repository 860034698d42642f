import RotaDiagnostics

/// Charts as pictures in SVG, drawn in millimetres of the sheet.
enum HTMLChart {
  /// A picture with its caption.
  struct Figure {
    var markup: String
    /// Millimetres, with the space above and below.
    var height: Double
  }

  static func figure(_ chart: ChartBlock, _ sheet: HTMLSheet) -> Figure {
    switch chart {
    case .gantt(let chart): figure(chart.caption, gantt(chart, sheet), sheet)
    case .heat(let chart): figure(chart.caption, heat(chart, sheet), sheet)
    case .bars(let chart): figure(chart.caption, bars(chart, sheet), sheet)
    }
  }

  private static func figure(
    _ caption: String, _ svg: (body: String, width: Double, height: Double), _ sheet: HTMLSheet
  ) -> Figure {
    let name = HTMLText.escaped(caption)
    let markup = """
      <figure><figcaption>\(name)</figcaption>
      <svg viewBox="0 0 \(number(svg.width)) \(number(svg.height))" role="img" aria-label="\(name)">
      \(svg.body)</svg></figure>

      """
    return Figure(markup: markup, height: svg.height + HTMLStyle.aroundFigureEms * sheet.em)
  }

  /// To the hundredth of a millimetre.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    if fraction == 0 { return String(hundredths / 100) }
    return "\(hundredths / 100)." + (fraction < 10 ? "0\(fraction)" : "\(fraction)")
  }

  private static func rect(
    _ kind: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double, more: String = ""
  ) -> String {
    "<rect class=\"\(kind)\"\(HTMLStyle.paint(kind)) x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(max(0, width)))\" "
      + "height=\"\(number(max(0, height)))\"\(more)/>\n"
  }

  private static func text(
    _ text: String, _ x: Double, _ y: Double, size: Double, more: String = ""
  ) -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"\(number(size))\"\(more)>"
      + "\(HTMLText.escaped(TextWrap.oneLine(text)))</text>\n"
  }

  /// Half an em for each column that it takes in a terminal.
  private static func width(of text: String, size: Double) -> Double {
    Double(TextWrap.naturalWidth(text)) * size * 0.54
  }

  /// A name, cut where it is wider than its place.
  private static func fitted(_ name: String, _ width: Double, size: Double) -> String {
    TextWrap.oneLine(name).truncated(to: max(2, Int(width / (size * 0.54))))
  }

  private static func sideWidth(_ names: [String], size: Double, _ sheet: HTMLSheet) -> Double {
    let natural = names.map { width(of: $0, size: size) }.max() ?? 0
    return min(natural + 3, sheet.width / 4)
  }

  // MARK: Runs and classes

  /// Height of the part of a page that a chart may take.
  private static let shareOfSheet = 0.78

  private static func gantt(
    _ chart: GanttBlock, _ sheet: HTMLSheet
  ) -> (body: String, width: Double, height: Double) {
    let row = min(5.5, (sheet.height * shareOfSheet - 12) / Double(max(1, chart.rows.count)))
    let size = min(3.2, row * 0.74)
    let side = sideWidth(chart.rows.map { "  " + $0.name }, size: size, sheet)
    let unit = (sheet.width - side) / Double(max(1, chart.length))
    func x(_ position: Int) -> Double { side + Double(position) * unit }
    let top = 5.0
    let bottom = top + row * Double(chart.rows.count)
    var body = ""
    var free = 0.0
    for tick in chart.ticks {
      let kind = tick.isStrong ? "week" : "axis"
      body +=
        "<path class=\"\(kind)\"\(HTMLStyle.paint(kind)) d=\"M\(number(x(tick.position))) \(number(top - 1))V\(number(bottom))\"/>\n"
      let width = width(of: tick.label, size: 2.8)
      // Labels of weeks go before those of days.
      let next = chart.ticks.first { $0.position > tick.position && $0.isStrong }
      let clashes =
        !tick.isStrong && next.map { x(tick.position) + width + 1 > x($0.position) } ?? false
      if x(tick.position) >= free, !clashes, x(tick.position) + width <= sheet.width {
        body += text(tick.label, x(tick.position) + 0.3, top - 1.6, size: 2.8)
        free = x(tick.position) + width + 1
      }
    }
    for (index, line) in chart.rows.enumerated() {
      let y = top + row * Double(index)
      let base = y + row * 0.5 + size * 0.36
      let weight = line.isHead ? " font-weight=\"bold\"" : ""
      let indent = line.isHead ? 0 : size
      body += text(
        fitted(line.name, side - indent - 1, size: size), indent, base, size: size, more: weight)
      for bar in line.bars {
        let from = x(bar.span.lowerBound)
        let length = Double(bar.span.count) * unit
        guard let form = bar.formIndex else {
          body += rect("run", from, y + row * 0.12, length, row * 0.76)
          continue
        }
        // Forms differ in height and place as well as in colour.
        let (offset, height) = Self.shape(form)
        body += rect(
          HTMLStyle.mark(form), from + unit * 0.06, y + row * offset, length - unit * 0.12,
          row * height)
      }
      guard line.isHead, let first = line.bars.first else { continue }
      let wide = width(of: line.detail, size: size * 0.9)
      let end = x(first.span.upperBound)
      let inside = Double(first.span.count) * unit > wide + 1
      let right = end + wide + 1 <= sheet.width
      let start = inside ? x(first.span.lowerBound) + 0.6 : right ? end + 0.8 : nil
      body += text(
        line.detail, start ?? x(first.span.lowerBound) - 0.8, base, size: size * 0.9,
        more: start == nil ? " text-anchor=\"end\"" : "")
    }
    var height = bottom + 1.5
    if !chart.forms.isEmpty {
      var left = 0.0
      for form in chart.forms {
        let wide = width(of: form.label, size: 3) + 8
        if left + wide > sheet.width {
          left = 0
          height += 4.5
        }
        let (offset, part) = Self.shape(form.formIndex)
        body += rect(
          HTMLStyle.mark(form.formIndex), left, height + 4 * offset, 4, 4 * part)
        body += text(form.label, left + 5, height + 3.2, size: 3)
        left += wide
      }
      height += 5
    }
    return (body, sheet.width, height)
  }

  /// Where in its row the bar of a form begins, and how high it is.
  private static func shape(_ formIndex: Int) -> (offset: Double, height: Double) {
    [(0.1, 0.8), (0.1, 0.5), (0.42, 0.16), (0.5, 0.4), (0.1, 0.8), (0.3, 0.4)][
      HTMLStyle.number(formIndex) % 6]
  }

  // MARK: Use by day

  private static func heat(
    _ chart: HeatBlock, _ sheet: HTMLSheet
  ) -> (body: String, width: Double, height: Double) {
    let size = 3.0
    let side = sideWidth(chart.rows.map(\.name), size: size, sheet)
    let cell = min(14, (sheet.width - side) / Double(max(1, chart.columns.count)))
    let hasDetails = chart.columns.contains { !$0.detail.isEmpty }
    let top = hasDetails ? 8.0 : 5.0
    let row = min(6, (sheet.height * 0.8 - top) / Double(max(1, chart.rows.count)))
    let small = min(2.6, cell * 0.32, row * 0.6)
    var body = ""
    for (index, column) in chart.columns.enumerated() {
      let middle = side + (Double(index) + 0.5) * cell
      let anchor = " text-anchor=\"middle\""
      let head = min(2.6, cell * 0.9 / max(1, Double(TextWrap.naturalWidth(column.title)) * 0.54))
      body += text(column.title, middle, 3, size: head, more: anchor)
      if hasDetails {
        let detail = min(
          2.4, cell * 0.9 / max(1, Double(TextWrap.naturalWidth(column.detail)) * 0.54))
        body += text(column.detail, middle, 6.4, size: detail, more: anchor)
      }
    }
    for (index, line) in chart.rows.enumerated() {
      let y = top + row * Double(index)
      body += text(
        fitted(line.name, side - 2, size: min(size, row * 0.7)), 0, y + row * 0.68,
        size: min(size, row * 0.7))
      for (column, share) in line.shares.enumerated() {
        let x = side + Double(column) * cell
        guard let share else {
          body += rect("shut", x, y, cell, row)
          continue
        }
        if share > 0 {
          body += rect(
            "use", x, y, cell, row,
            more: " fill-opacity=\"\(number(opacity(share)))\"")
        }
        body += rect("cell", x, y, cell, row)
        if share > 0 {
          body += text(
            "\(share)", x + cell / 2, y + row / 2 + small * 0.36, size: small,
            more: " text-anchor=\"middle\"" + (share > half ? " class=\"over\" fill=\"#fff\"" : ""))
        }
      }
    }
    return (body, sheet.width, top + row * Double(chart.rows.count) + 1)
  }

  private static let half = 50

  /// Of a share in hundredths. Between pale and full there is a step, where numbers turn from dark to
  /// light: on what lies between neither could be read.
  private static func opacity(_ share: Int) -> Double {
    share > half
      ? 0.78 + 0.22 * Double(min(share, 100) - half) / Double(100 - half)
      : 0.12 + 0.44 * Double(share) / Double(half)
  }

  // MARK: Bars

  private static func bars(
    _ chart: BarsBlock, _ sheet: HTMLSheet
  ) -> (body: String, width: Double, height: Double) {
    let size = 3.2
    let row = 6.0
    let side = sideWidth(chart.items.map(\.name), size: size, sheet)
    let value = (chart.items.map { width(of: $0.text, size: size) }.max() ?? 0) + 3
    let most = Double(max(1, chart.items.map(\.value).max() ?? 1))
    let unit = (sheet.width - side - value) / most
    var body = ""
    for (index, item) in chart.items.enumerated() {
      let y = row * Double(index)
      let length = Double(item.value) * unit
      body += text(fitted(item.name, side - 2, size: size), 0, y + 4.1, size: size)
      body += rect(
        item.formIndex.map { HTMLStyle.mark($0) } ?? "use", side, y + 1, length, row - 2)
      body += text(item.text, side + length + 1.2, y + 4.1, size: size)
    }
    return (body, sheet.width, row * Double(chart.items.count) + 1)
  }
}
