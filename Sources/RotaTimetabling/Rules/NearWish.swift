/// Soft: `near`. For each class and slot it counts, by zone, the sessions that end with the slot and
/// those that begin with it at a venue of the zone; without the wish it counts nothing.
struct NearWish: ~Copyable {
  private var ending: Counts
  private var beginning: Counts
  private let zones: Int
  /// Pairs of neighbouring slots with a change of zone, over all classes.
  private(set) var changes = 0

  init(_ problem: borrowing Problem) {
    zones = problem.nearWeight > 0 ? problem.zoneCount : 0
    ending = Counts(repeating: 0, count: problem.classRowSize * zones)
    beginning = Counts(repeating: 0, count: problem.classRowSize * zones)
  }

  mutating func change(
    _ problem: borrowing Problem, _ session: Int, _ place: Int, _ slots: Range<Int>, by sign: Int
  ) {
    if zones == 0 { return }
    let zone = problem.zoneOfPlace[place - problem.firstPlace]
    if zone < 0 { return }
    let day = problem.dayOfSlot[slots.lowerBound]
    let first = slots.lowerBound
    let last = slots.upperBound - 1
    for index in problem.sessionClasses.range(session) {
      let row = problem.classRow[problem.sessionClasses.items[index]]
      let hasBefore = first > problem.dayFirst[day]
      let hasAfter = last + 1 < problem.dayFirst[day + 1]
      if hasBefore, isChange(row + first - 1) { changes -= 1 }
      if hasAfter, isChange(row + last) { changes -= 1 }
      beginning[(row + first) * zones + zone] += sign
      ending[(row + last) * zones + zone] += sign
      if hasBefore, isChange(row + first - 1) { changes += 1 }
      if hasAfter, isChange(row + last) { changes += 1 }
    }
  }

  /// Whether sessions that end with a slot of a class and begin with the next are in two zones.
  private func isChange(_ slot: Int) -> Bool {
    for zone in 0..<zones where ending[slot * zones + zone] > 0 {
      for other in 0..<zones where other != zone && beginning[(slot + 1) * zones + other] > 0 {
        return true
      }
    }
    return false
  }
}
