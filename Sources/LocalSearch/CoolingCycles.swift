/// How a budget is shared out among annealings: long ones, each from the full heat, and then shorter
/// ones that begin less hot from the best state found so far.
///
/// What an annealing can reach is settled early, while it is hot; two of them and a choice are better
/// than one of twice the length. What they reach is then improved by the shorter ones.
public struct CoolingCycles: Sendable {
  /// Cycles that begin with the full heat, at least 1.
  public let starts: Int
  /// Cycles after those.
  public let reheats: Int
  /// The share of the budget that the starts take together, more than 0 and at most 1.
  public let first: Double

  public init(starts: Int = 1, reheats: Int, first: Double) {
    self.starts = max(1, starts)
    self.reheats = max(0, reheats)
    self.first = reheats > 0 ? min(1, max(0.01, first)) : 1
  }

  /// Whether a cycle begins with the full heat.
  public func isHot(_ cycle: Int) -> Bool { cycle < starts }

  /// The cycle under way at a share of the budget, from 0, and how much of it is over.
  public func position(at fraction: Double) -> (cycle: Int, fraction: Double) {
    if fraction < first || reheats == 0 {
      return Self.position(at: fraction / first, of: starts)
    }
    let reheat = Self.position(at: (fraction - first) / (1 - first), of: reheats)
    return (starts + reheat.cycle, reheat.fraction)
  }

  private static func position(at share: Double, of count: Int) -> (cycle: Int, fraction: Double) {
    let passed = share * Double(count)
    let number = min(count - 1, max(0, Int(passed)))
    return (number, min(1, passed - Double(number)))
  }
}
