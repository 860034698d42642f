/// Shares the rows of a page out among sheets, as lines of a paragraph are broken: of all ways that
/// take the fewest sheets, the one whose sheets are most alike and part least of what belongs
/// together.
enum RowSharing {
  struct Row {
    /// Millimetres.
    var height: Double
    var seam: Seam
    /// Millimetres of the headings that stand again above it where a sheet begins with it.
    var repeated = 0.0
  }

  /// What a sheet that begins with a row comes between.
  enum Seam {
    /// A table and what stands above it.
    case blocks
    /// A picture and the table of the same.
    case picture
    case groups
    /// Cells that rows of a group have in common.
    case cells
    case rows
    /// The first or last rows of a table and the others.
    case ends

    /// In squares of the part of a sheet that stays empty: how much less even sheets may be to avoid
    /// it.
    fileprivate var cost: Double {
      switch self {
      case .blocks: -0.05
      case .groups: 0
      case .cells, .picture: 0.12
      case .rows: 0.2
      case .ends: 0.4
      }
    }
  }

  /// A sheet on which there is less looks forgotten.
  private static let leastFill = 1.0 / 3
  private static let costOfNearlyEmpty = 1.0

  /// - Parameters:
  ///   - first: millimetres that the first sheet has for rows.
  ///   - other: those that each other sheet has. A row that is higher has a sheet alone.
  static func sheets(_ rows: [Row], first: Double, other: Double) -> [Range<Int>] {
    var below = [0.0]
    for row in rows { below.append(below[below.count - 1] + row.height) }
    return sheets(rows, first: first, other: other) { below[$0.upperBound] - below[$0.lowerBound] }
  }

  /// - Parameter height: of rows on one sheet, where they do not all stand below each other; more of
  ///   them are never less high.
  static func sheets(
    _ rows: [Row], first: Double, other: Double, height: (Range<Int>) -> Double
  ) -> [Range<Int>] {
    /// The best way to share out all rows before one.
    struct Way {
      var sheets = 0
      var cost = 0.0
      var lastSheet = 0..<0
    }
    var ways = [Way()]
    for end in rows.indices.map({ $0 + 1 }) {
      var best: Way?
      for start in (0..<end).reversed() {
        let rest = height(start..<end)
        let room = start == 0 ? first : other
        if rest > room, start < end - 1 { break }
        let used = start == 0 ? rest : rest + rows[start].repeated
        if used > room, start < end - 1 { continue }
        let cost = emptiness(used / room) + (start == 0 ? 0 : rows[start].seam.cost)
        let way = Way(
          sheets: ways[start].sheets + 1, cost: ways[start].cost + cost, lastSheet: start..<end)
        if best.map({ (way.sheets, way.cost) < ($0.sheets, $0.cost) }) ?? true { best = way }
      }
      if let best { ways.append(best) }
    }
    var sheets: [Range<Int>] = []
    var end = rows.count
    while end > 0 {
      sheets.append(ways[end].lastSheet)
      end = ways[end].lastSheet.lowerBound
    }
    return sheets.reversed()
  }

  private static func emptiness(_ fill: Double) -> Double {
    let empty = 1 - min(max(fill, 0), 1)
    return empty * empty + (fill < leastFill ? costOfNearlyEmpty : 0)
  }
}
