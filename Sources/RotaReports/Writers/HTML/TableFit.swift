/// How the only table of a page is laid out: on as few sheets as can be read, each about as full as
/// the others.
struct TableFit {
  /// Percent of the page's own size of text.
  let scale: Int
  /// Rows of each sheet, counted through all groups.
  let sheets: [Range<Int>]

  /// - Parameters:
  ///   - above: millimetres that stand above it on its first sheet.
  ///   - below: those that follow it on its last.
  init(
    _ table: TableBlock, _ sheet: HTMLSheet, above: Double, below: Double, _ breaker: LineBreaker
  ) {
    let seams = table.groups.flatMap { Self.seams(of: $0, table) }
    func sheets(_ scale: Int) -> [Range<Int>] {
      let widths = HTMLTable.widths(table, room: HTMLTable.room(sheet, scale), breaker)
      let heights = HTMLTable.heights(table, widths, scale, sheet, breaker)
      var rows = zip(heights.rows.flatMap { $0 }, seams).map {
        RowSharing.Row(height: $0, seam: $1)
      }
      if !rows.isEmpty { rows[rows.count - 1].height += below }
      return RowSharing.sheets(
        rows, first: Self.certain * (sheet.height - above) - heights.head,
        other: Self.certain * sheet.height - heights.head)
    }
    let usual = sheets(100)
    // The fewer sheets there are, the more it is worth to spare one.
    let smaller = [95, 90, 85, 80].lazy.filter { (100 - $0) * (usual.count - 1) <= 20 }
      .map { (scale: $0, sheets: sheets($0)) }
    let best = usual.count == 1 ? nil : smaller.first { $0.sheets.count < usual.count }
    (scale, self.sheets) = best ?? (100, usual)
  }

  /// Lines are counted by widths of letters, and a browser may break one earlier.
  private static let certain = 0.97

  private static func seams(
    of group: TableBlock.Group, _ table: TableBlock
  ) -> [RowSharing.Seam] {
    let spans = table.spans(of: group)
    return group.rows.indices.map { row in
      if row == 0 { return .groups }
      return spans[row].last.map { $0 == 0 } ?? true ? .rows : .cells
    }
  }
}
