import RotaPlanning

/// How large the grids and tables of a page are drawn, and what of it stands on which sheet, so that
/// it takes few of them and none holds only a little.
///
/// Browsers do not say how high text will be, so it is worked out from display widths: a column of
/// a terminal is half an em. Letters of narrow scripts are a little narrower than that, which errs
/// on the safe side.
struct HTMLFit {
  /// A grid as it is drawn, or some of its columns where a sheet does not hold all of it.
  struct GridPart {
    var grid: GridBlock
    /// Millimetres, for each row.
    var rowHeights: [Int]
    /// Whether it begins a sheet other than the page's first.
    var beginsSheet: Bool
    /// Whether a sheet holds it; else it is parted between its rows.
    var isHeld: Bool
  }

  /// Percent of the page's own size of text, for grids.
  let scale: Int
  /// The parts of each grid of the page.
  let grids: [[GridPart]]

  /// Whether entries of grids tell the places of classes that meet in several.
  let showsEveryPlace: Bool

  /// How each table of the page is shared out among sheets, if people write in it.
  let writing: [WritingFit?]

  /// How a page of tables and pictures is shared out among sheets; nil where it has grids, where
  /// people write in it, or where it is a sign.
  let flow: PageFlow?

  /// The pictures of the page.
  let figures: [HTMLChart.Figure]

  init(_ page: Page, _ sheet: HTMLSheet, _ breaker: LineBreaker) {
    let grids = page.blocks.compactMap { block -> GridBlock? in
      if case .grid(let grid) = block { grid } else { nil }
    }
    let head = Self.head(page, sheet, breaker)
    let text = page.blocks.reduce(0) { $0 + Self.text($1, sheet, breaker) }
    let room = sheet.height - head - text
    let tables = page.blocks.compactMap { block -> TableBlock? in
      if case .table(let table) = block { table } else { nil }
    }
    figures = page.blocks.compactMap { block in
      if case .chart(let chart) = block { HTMLChart.figure(chart, sheet) } else { nil }
    }
    // Signs are read from afar: theirs are as large as can be.
    let flows = grids.isEmpty && page.sheet != .sign && tables.allSatisfy { $0.writing == nil }
    flow = flows ? Self.flow(page, sheet, head: head, figures, breaker) : nil
    writing = tables.enumerated().map { index, table in
      table.writing == nil
        ? nil : WritingFit(table, sheet, first: index == 0 ? room : sheet.height, breaker)
    }
    let drawn =
      page.sheet == .wall
      ? Self.wall(grids, room, sheet, breaker)
      : Self.sheets(grids, first: room, other: sheet.height - text, sheet, breaker)
    scale = drawn.scale
    showsEveryPlace = drawn.isFull
    self.grids = drawn.grids
  }

  /// The page's heading, and what stands below it.
  private static func head(_ page: Page, _ sheet: HTMLSheet, _ breaker: LineBreaker) -> Double {
    func lines(_ text: String, _ size: Double) -> Double {
      Double(breaker.count(text, width: Int(sheet.width / (sheet.em * size) * 1.92))) * size
    }
    let below = page.subheadings.map { lines($0, 1) * HTMLStyle.lineHeight + 0.2 }
    let heading = lines(page.heading, HTMLStyle.headingEms) * HTMLStyle.lineHeight
    return (below.reduce(heading, +) + 0.9) * sheet.em
  }

  /// What a block of plain text takes; other blocks are counted by themselves.
  private static func text(_ block: Block, _ sheet: HTMLSheet, _ breaker: LineBreaker) -> Double {
    switch block {
    case .paragraph(let paragraph):
      let columns = Int(sheet.width / sheet.em * 2)
      return (Double(breaker.count(paragraph, width: columns)) * 1.4 + 1) * sheet.em
    case .legend(let legend): return height(legend, sheet)
    case .table, .grid, .chart: return 0
    }
  }

  private static func height(_ legend: LegendBlock, _ sheet: HTMLSheet) -> Double {
    let width = legend.items.reduce(12) { $0 + TextWrap.naturalWidth($1.label) + 5 }
    let lines = (Double(width) * 0.5 * 0.85 * sheet.em / sheet.width).rounded(.up)
    return (lines * 1.9 + 0.6) * sheet.em
  }

  // MARK: Grids

  private typealias Drawn = (scale: Int, isFull: Bool, grids: [[GridPart]])

  /// Lines are counted by widths of letters, and a browser may break a line in twenty earlier; each
  /// row would carry its share of that to another sheet.
  private static let certain = 0.95

  /// As few sheets as can be read, in letters as large as those allow, each grid whole on a sheet.
  private static func sheets(
    _ grids: [GridBlock], first: Double, other: Double, _ sheet: HTMLSheet, _ breaker: LineBreaker
  ) -> Drawn {
    if grids.isEmpty { return (100, true, []) }
    var best: (scale: Int, packing: GridPacking)?
    for scale in [130, 120, 110, 100, 90, 80] {
      var packing = GridPacking(first: first * certain, other: other * certain)
      for grid in grids {
        packing.add(grid) { part in
          (head(part, scale, sheet, false), needed(part, scale, sheet, false, true, breaker))
        }
      }
      if best.map({ packing.sheetCount < $0.packing.sheetCount }) ?? true {
        best = (scale, packing)
      }
      if packing.sheetCount == 1 { break }
    }
    guard let best else { return (100, true, []) }
    return (best.scale, true, best.packing.parts(mostHeight: mostOfRow * sheet.em))
  }

  /// All on one sheet, however small; text that cannot be read from where one stands is no help, so
  /// rather less of it.
  private static func wall(
    _ grids: [GridBlock], _ room: Double, _ sheet: HTMLSheet, _ breaker: LineBreaker
  ) -> Drawn {
    let scales = [110, 100, 90, 80, 75, 70, 66, 62, 58, 54, 50, 45]
    let tries =
      scales.filter { $0 >= leastOfFull }.map { (scale: $0, isFull: true) }
      + scales.map { (scale: $0, isFull: false) }
    var drawn: Drawn = (100, true, [])
    for (index, (scale, isFull)) in tries.enumerated() {
      let needed = grids.map { Self.needed($0, scale, sheet, true, isFull, breaker) }
      let sum = zip(grids, needed).reduce(0) {
        $0 + $1.1.reduce(head($1.0, scale, sheet, true), +)
      }
      let safe = 0.93 * room
      guard sum <= safe || index == tries.count - 1 else { continue }
      let rows = needed.reduce(0) { $0 + $1.count }
      let extra = max(0, safe - sum) / Double(max(1, rows))
      let parts = zip(grids, needed).map { grid, heights in
        [
          GridPart(
            grid: grid,
            rowHeights: heights.map { Int(max($0, min($0 + extra, mostOfRow * sheet.em))) },
            beginsSheet: false, isHeld: true)
        ]
      }
      drawn = (scale, isFull, parts)
      break
    }
    return drawn
  }

  /// Higher rows than so many ems look empty.
  private static let mostOfRow = 10.0
  /// Percent below which text on a wall says less instead of being smaller.
  private static let leastOfFull = 70

  /// What stands above the rows.
  private static func head(
    _ grid: GridBlock, _ scale: Int, _ sheet: HTMLSheet, _ isCompact: Bool
  ) -> Double {
    let em = sheet.em * Double(scale) / 100
    if isCompact { return 1.9 * em + (grid.caption == nil ? 0.3 : 1.7) * em + 0.25 * sheet.em }
    return 3.2 * em + (grid.caption == nil ? 0.6 : 2.4) * em
  }

  private static func needed(
    _ grid: GridBlock, _ scale: Int, _ sheet: HTMLSheet, _ isCompact: Bool, _ isFull: Bool,
    _ breaker: LineBreaker
  ) -> [Double] {
    let em = sheet.em * Double(scale) / 100
    let column = (sheet.width - HTMLStyle.sideEms * em) / Double(max(1, grid.columns.count))
    let least = isCompact ? 2.5 : 3.4
    var heights = [Double](repeating: least * em, count: grid.rows.count)
    for cell in grid.cells.sorted(by: { $0.rows.count < $1.rows.count }) {
      let rows = cell.rows.clamped(to: 0..<grid.rows.count)
      guard let last = rows.last else { continue }
      // Marks and padding.
      let width = max(em, column * Double(cell.columns.count) - 1.2 * em)
      var height = (isCompact ? 0.25 : 0.6) * em
      for entry in cell.entries {
        height +=
          isCompact
          ? compactHeight(isFull ? entry : entry.inBrief, width: width, em: em, breaker)
          : Self.height(entry, width: width, em: em, breaker)
      }
      let there = rows.reduce(0) { $0 + heights[$1] }
      heights[last] += max(0, height - there)
    }
    return heights
  }

  private static func height(
    _ entry: GridBlock.Entry, width: Double, em: Double, _ breaker: LineBreaker
  ) -> Double {
    func lines(_ text: String, _ size: Double) -> Double {
      if text.isEmpty { return 0 }
      let columns = Int(width / (em * size) * 2)
      return Double(breaker.count(text, width: columns)) * size * HTMLStyle.lineHeight * em
    }
    // The form stands in a frame before the teachers.
    let taught = [entry.form.isEmpty ? "" : "  \(entry.form)", entry.teachers]
      .filter { !$0.isEmpty }.joined(separator: " ")
    return 0.4 * em + lines(entry.title, 1.05) + lines(entry.audience, 0.95)
      + lines(taught, 0.95) + lines(entry.place, 0.95) + lines(entry.remark, 0.87)
  }

  /// Between entries, in millimetres.
  private static let rule = 0.27

  private static func compactHeight(
    _ entry: GridBlock.Entry, width: Double, em: Double, _ breaker: LineBreaker
  ) -> Double {
    let text = TextGridPart.texts(entry).joined(separator: " ")
    return Double(breaker.count(text, width: Int(width / em * 1.9))) * 1.15 * em + rule
  }

  // MARK: Tables and pictures

  private static func flow(
    _ page: Page, _ sheet: HTMLSheet, head: Double, _ figures: [HTMLChart.Figure],
    _ breaker: LineBreaker
  ) -> PageFlow {
    var figures = figures[...]
    let fixed = page.blocks.map { block in
      if case .chart = block { return figures.popFirst()?.height ?? 0 }
      return text(block, sheet, breaker)
    }
    return PageFlow(page.blocks, sheet, head: head, fixed: fixed, breaker)
  }
}

extension GridBlock.Entry {
  /// Without the places of classes that meet in several.
  var inBrief: GridBlock.Entry {
    var entry = self
    if isSpread { entry.place = "" }
    return entry
  }
}
