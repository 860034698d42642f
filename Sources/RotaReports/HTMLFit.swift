import RotaPlanning

/// How large the grids of a page can be drawn so that the page stays on one sheet.
///
/// Browsers do not say how high text will be, so it is worked out from display widths: a column of
/// a terminal is half an em. Letters of narrow scripts are a little narrower than that, which errs
/// on the safe side.
struct HTMLFit {
  /// Percent of the page's own size of text.
  let scale: Int
  /// Millimetres, for each row of each grid.
  let rowHeights: [[Int]]

  private struct Sheet {
    /// Millimetres within the margins.
    var width: Double
    var height: Double
    /// Of the page's own size of text.
    var em: Double

    init(_ paper: Plan.Paper) {
      let point = 25.4 / 72
      switch paper {
      case .a4: (width, height, em) = (275, 187, 10 * point)
      case .a3: (width, height, em) = (398, 274, 12 * point)
      case .letter: (width, height, em) = (257, 192, 10 * point)
      }
    }
  }

  init(_ page: Page, _ paper: Plan.Paper) {
    let sheet = Sheet(paper)
    let grids = page.blocks.compactMap { block -> GridBlock? in
      if case .grid(let grid) = block { grid } else { nil }
    }
    var text = 4.5 * sheet.em
    for block in page.blocks {
      switch block {
      case .paragraph(let paragraph):
        let columns = Int(sheet.width / sheet.em * 2)
        text += (Double(TextWrap.lines(paragraph, width: columns).count) * 1.4 + 1) * sheet.em
      case .legend(let legend): text += (legend.items.count > 10 ? 4 : 2) * sheet.em
      case .table, .grid: break
      }
    }
    let room = sheet.height - text
    // All on one sheet in text that is not small; else each grid on a sheet of its own.
    var chosen: (scale: Int, needed: [[Double]], room: Double)?
    for scale in [130, 120, 110, 100, 90, 80] where chosen == nil {
      let needed = grids.map { Self.needed($0, scale, sheet) }
      let totals = zip(grids, needed).map { $1.reduce(Self.head($0, scale, sheet), +) }
      let sum = totals.reduce(0, +)
      let together = sum <= room && (grids.count < 2 || scale >= 90)
      let apart = scale <= 100 && (totals.max() ?? 0) <= room
      if together || apart || scale == 80 {
        chosen = (scale, needed, together ? room - sum : 0)
      }
    }
    scale = chosen?.scale ?? 100
    let needed = chosen?.needed ?? []
    let rows = needed.reduce(0) { $0 + $1.count }
    let extra = (chosen?.room ?? 0) / Double(max(1, rows))
    // Higher rows than this look empty.
    let most = 10 * sheet.em
    rowHeights = needed.map { $0.map { Int(max($0, min($0 + extra, most))) } }
  }

  /// What stands above the rows.
  private static func head(_ grid: GridBlock, _ scale: Int, _ sheet: Sheet) -> Double {
    let em = sheet.em * Double(scale) / 100
    return 3.2 * em + (grid.caption == nil ? 0.6 : 2.4) * em
  }

  private static func needed(_ grid: GridBlock, _ scale: Int, _ sheet: Sheet) -> [Double] {
    let em = sheet.em * Double(scale) / 100
    let column = (sheet.width - HTMLStyle.sideEms * em) / Double(max(1, grid.columns.count))
    var heights = [Double](repeating: 3.4 * em, count: grid.rows.count)
    for cell in grid.cells.sorted(by: { $0.rows.count < $1.rows.count }) {
      let rows = cell.rows.clamped(to: 0..<grid.rows.count)
      guard let last = rows.last else { continue }
      // Marks and padding.
      let width = max(em, column * Double(cell.columns.count) - 1.2 * em)
      var height = 0.6 * em
      for entry in cell.entries { height += Self.height(entry, width: width, em: em) }
      let there = rows.reduce(0) { $0 + heights[$1] }
      heights[last] += max(0, height - there)
    }
    return heights
  }

  private static func height(_ entry: GridBlock.Entry, width: Double, em: Double) -> Double {
    func lines(_ text: String, _ size: Double) -> Double {
      if text.isEmpty { return 0 }
      let columns = Int(width / (em * size) * 2)
      return Double(TextWrap.lines(text, width: columns).count) * size * HTMLStyle.lineHeight * em
    }
    // The form stands in a frame before the teachers.
    let taught = [entry.form.isEmpty ? "" : "  \(entry.form)", entry.teachers]
      .filter { !$0.isEmpty }.joined(separator: " ")
    return 0.4 * em + lines(entry.title, 1.05) + lines(entry.audience, 0.95)
      + lines(taught, 0.95) + lines(entry.place, 0.95) + lines(entry.remark, 0.87)
  }
}
