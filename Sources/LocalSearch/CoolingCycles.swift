/// How a budget is shared out among annealings: a long one, from the full heat, and then shorter ones
/// that begin less hot from the best state found so far.
///
/// What an annealing can reach is settled early, while it is hot. What it reaches is then improved by
/// the shorter ones.
public struct CoolingCycles: Sendable {
  /// Cycles after the first.
  public let reheats: Int
  /// The share of the budget that the first cycle takes, more than 0 and at most 1.
  public let first: Double

  public init(reheats: Int, first: Double) {
    self.reheats = max(0, reheats)
    self.first = reheats > 0 ? min(1, max(0.01, first)) : 1
  }

  /// Whether a cycle begins with the full heat.
  public func isHot(_ cycle: Int) -> Bool { cycle == 0 }

  /// The cycle under way at a share of the budget, from 0, and how much of it is over.
  public func position(at fraction: Double) -> (cycle: Int, fraction: Double) {
    if fraction < first || reheats == 0 { return (0, min(1, fraction / first)) }
    let passed = (fraction - first) / (1 - first) * Double(reheats)
    let number = min(reheats - 1, Int(passed))
    return (1 + number, min(1, passed - Double(number)))
  }
}
