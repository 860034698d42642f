/// What is somebody's of what all have together, in proportion to their weight
/// (docs/decisions/26-what-is-fair.md).
public struct FairShare: Hashable, Sendable {
  public var weight: Int
  /// Of all; not below 1.
  public var weights: Int

  public init(weight: Int, of weights: Int) {
    self.weight = weight
    self.weights = max(1, weights)
  }

  /// Rounded to the nearest.
  public func share(of total: Int) -> Int { (total * weight + weights / 2) / weights }

  /// By how many whole units somebody is off who has so many: what cannot be divided is nobody's fault.
  @inline(__always)
  public func unitsOff(having held: Int, of total: Int) -> Int {
    abs(held * weights - total * weight) / weights
  }
}
