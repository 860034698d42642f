/// What the periods of one class on one day cost, by the slots in which it is busy, one bit for
/// each: gaps, lonely periods, too many or too few, and the square of their number for `even days`,
/// which over the days of a class is least where they are even.
struct DayCosts: ~Copyable {
  /// Days of so many slots have the costs of all their masks in a table.
  private static let mostInTable = 12

  private let table: Counts
  /// By mask: the most that the cost falls with one slot more.
  private let gains: Counts
  private let loadCost: Counts
  private let hasTable: Bool
  private let gapWeight: Int
  private let lonelyWeight: Int
  private let evenWeight: Int
  private let hasLoadWish: Bool
  private let mostGain: Int

  init(_ problem: borrowing Problem) {
    gapWeight = problem.gapWeight
    lonelyWeight = problem.lonelyWeight
    evenWeight = problem.evenWeight
    hasLoadWish = problem.hasLoadWish
    loadCost = Counts(problem.loadCost)
    hasTable = problem.mostSlotsPerDay <= Self.mostInTable
    var costs = Counts(repeating: 0, count: hasTable ? 1 << problem.mostSlotsPerDay : 0)
    for mask in 0..<costs.count {
      costs[mask] = Self.cost(
        of: UInt64(mask), gapWeight, lonelyWeight, evenWeight, hasLoadWish, loadCost)
    }
    var gains = Counts(repeating: 0, count: costs.count)
    for mask in 0..<costs.count {
      for position in 0..<problem.mostSlotsPerDay {
        gains[mask] = max(gains[mask], costs[mask] - costs[mask | 1 << position])
      }
    }
    table = costs
    self.gains = gains
    mostGain =
      2 * lonelyWeight + problem.mostSlotsPerDay * gapWeight + problem.loadCost.largest
  }

  /// The most that the cost of a day can fall, or a bound on it where days are long, when the class
  /// is busy in one slot more.
  @inline(__always)
  func mostGain(of mask: UInt64) -> Int {
    hasTable ? gains[Int(truncatingIfNeeded: mask)] : mostGain
  }

  @inline(__always)
  subscript(mask: UInt64) -> Int {
    if hasTable { return table[Int(truncatingIfNeeded: mask)] }
    return Self.cost(of: mask, gapWeight, lonelyWeight, evenWeight, hasLoadWish, loadCost)
  }

  private static func cost(
    of mask: UInt64, _ gapWeight: Int, _ lonelyWeight: Int, _ evenWeight: Int,
    _ hasLoadWish: Bool, _ loadCost: borrowing Counts
  ) -> Int {
    if mask == 0 { return 0 }
    let held = mask.nonzeroBitCount
    let span = 64 - mask.leadingZeroBitCount - mask.trailingZeroBitCount
    let lonely = (mask & ~(mask << 1) & ~(mask >> 1)).nonzeroBitCount
    return gapWeight * (span - held) + lonelyWeight * lonely + evenWeight * held * held
      + (hasLoadWish ? loadCost[held] : 0)
  }
}
