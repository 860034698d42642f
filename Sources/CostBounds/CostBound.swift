/// A cost that no complete timetable can go below: one in which every meeting is held and no hard
/// rule is broken.
///
/// The cost of a timetable is a sum, in which every unit belongs to one rule. So it is at least the
/// least cost of the rules about time, plus the least cost of the rules about places, whichever
/// timetable each of them may have in mind; splitting so goes back to Cacchiani, Caprara, Roberti
/// and Toth (2013). `docs/decisions/12-a-bound-is-a-sum-of-relaxations.md` has the whole argument.
public enum CostBound {
  /// About a tenth of a second in an optimised build, and much less for most plans.
  public static let defaultSteps = 60_000_000

  /// The same input and steps give the same bound on every machine.
  ///
  /// - Parameter steps: additions that may be spent, nearly. However many there are, the bound may stay
  ///   below the least cost.
  public static func leastCost(
    of input: BoundInput, steps: Int = CostBound.defaultSteps
  ) -> Int {
    // Nearly all that takes long is about time.
    TimeBound.leastCost(of: input, steps: steps / 4 * 3)
      + PlaceBound.leastCost(of: input, steps: steps / 4)
  }
}

extension BoundInput.Rule {
  /// What only depends on when meetings are held.
  static let timeRules: [Self] = [.spread, .lonely, .gaps, .load, .starts]
  /// What only depends on where meetings are held.
  static let placeRules: [Self] = [.seats, .seriesRooms, .classRooms]
}
