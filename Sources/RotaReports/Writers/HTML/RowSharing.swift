/// Shares the rows of a table out among sheets, as lines of a paragraph are broken: of all ways that
/// take the fewest sheets, the one whose sheets are most alike and part least of what belongs
/// together.
enum RowSharing {
  struct Row {
    /// Millimetres.
    var height: Double
    var seam: Seam
  }

  /// What a sheet that begins with a row comes between.
  enum Seam {
    case groups
    /// Cells that rows of a group have in common.
    case cells
    case rows

    /// In squares of the part of a sheet that stays empty: how much less even sheets may be to avoid
    /// it.
    fileprivate var cost: Double {
      switch self {
      case .groups: 0
      case .cells: 0.12
      case .rows: 0.2
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
    /// The best way to share out all rows before one.
    struct Way {
      var sheets = 0
      var cost = 0.0
      var lastSheet = 0..<0
    }
    var ways = [Way()]
    for end in rows.indices.map({ $0 + 1 }) {
      var best: Way?
      var used = 0.0
      for start in (0..<end).reversed() {
        used += rows[start].height
        let room = start == 0 ? first : other
        if used > room, start < end - 1 { break }
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
