/// A cost that no complete timetable can go below: one in which every meeting is held and no hard
/// rule is broken.
///
/// The cost of a timetable is a sum, in which every unit belongs to one rule. So it is at least the
/// least cost of the rules about time, plus the least cost of the rules about places, whichever
/// timetable each of them may have in mind; splitting so goes back to Cacchiani, Caprara, Roberti
/// and Toth (2013). `docs/decisions/12-a-bound-is-a-sum-of-relaxations.md` has the whole argument.
public struct CostBound: Hashable, Sendable {
  /// For all rules together; at least the sum of `alone`.
  public let total: Int
  /// For each rule that can cost something, as if it were the only one.
  public let alone: [BoundInput.Rule: Int]

  /// About a tenth of a second in an optimised build, and much less for most plans.
  public static let defaultSteps = 60_000_000

  /// Says nothing.
  public static let none = CostBound(total: 0, alone: [:])

  /// The same input and steps give the same bound on every machine.
  ///
  /// - Parameter steps: additions that may be spent, nearly. However many there are, the bound may stay below the
  ///   least cost.
  public static func leastCost(
    of input: BoundInput, steps: Int = CostBound.defaultSteps
  ) -> CostBound {
    var alone: [BoundInput.Rule: Int] = [:]
    let times = BoundInput.Rule.timeRules.filter(input.isActive)
    let places = BoundInput.Rule.placeRules.filter(input.isActive)
    // Most of the steps are for the rules of time together, and where there is but one, all.
    for rule in times where times.count > 1 {
      let share = steps / (8 * times.count)
      alone[rule] = TimeBound.leastCost(of: input.keeping(rule), steps: share)
    }
    var ofTimes = TimeBound.leastCost(of: input, steps: times.count > 1 ? steps / 2 : steps)
    if times.count == 1 { alone[times[0]] = ofTimes }
    ofTimes = max(ofTimes, times.reduce(0) { $0 + (alone[$1] ?? 0) })

    for rule in places {
      alone[rule] = PlaceBound.leastCost(of: input.keeping(rule), steps: steps / 8)
    }
    let ofPlaces = max(
      PlaceBound.leastCost(of: input, steps: steps / 8),
      places.reduce(0) { $0 + (alone[$1] ?? 0) })
    return CostBound(total: ofTimes + ofPlaces, alone: alone)
  }
}

extension BoundInput.Rule {
  /// What only depends on when meetings are held.
  static let timeRules: [Self] = [.spread, .lonely, .gaps, .load, .starts]
  /// What only depends on where meetings are held.
  static let placeRules: [Self] = [.seats, .seriesRooms, .classRooms]
}
