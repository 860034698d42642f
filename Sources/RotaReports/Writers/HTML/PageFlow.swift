/// How a page of tables, pictures and text is laid out: on as few sheets as can be read, each about
/// as full as the others.
struct PageFlow {
  /// Where a block of the page stands.
  struct Standing {
    /// Other than the page's first.
    var beginsSheet = false
    /// Of a table: the rows of each sheet, counted through all groups.
    var sheets: [Range<Int>] = []
    var column: Column?
  }

  /// Narrow tables may stand in two columns; nil where they do not.
  enum Column {
    /// The first of those that share the two.
    case opensLeft
    case left
    case opensRight
    case right
  }

  /// Percent of the page's own size of text, for tables.
  let scale: Int
  /// By position among the page's blocks.
  let standings: [Standing]

  /// - Parameters:
  ///   - head: millimetres of the page's heading.
  ///   - fixed: those of each block that is no table.
  init(
    _ blocks: [Block], _ sheet: HTMLSheet, head: Double, fixed: [Double], _ breaker: LineBreaker
  ) {
    func pieces(_ scale: Int, inColumns: Bool) -> FlowPieces {
      FlowPieces(
        blocks, sheet, head: head, fixed: fixed, scale: scale, inColumns: inColumns, breaker)
    }
    var best = (scale: 100, pieces: pieces(100, inColumns: false))
    let usual = best.pieces.sheets.count
    // The fewer sheets there are, the more it is worth to spare one.
    for scale in [100, 95, 90, 85, 80] where usual > 1 && (100 - scale) * (usual - 1) <= 30 {
      for inColumns in blocks.count > 1 ? [false, true] : [false] {
        let other = pieces(scale, inColumns: inColumns)
        if other.sheets.count < best.pieces.sheets.count { best = (scale, other) }
      }
    }
    scale = best.scale
    standings = best.pieces.standings(blocks.count)
  }
}
