/// How many people of each unit go to each class of a run: each unit as evenly as can be.
enum ClassShares {
  /// People by class, then unit.
  static func divide(units: [Int], classes: [Int]) -> [[Int]] {
    let people = units.reduce(0, +)
    let count = classes.count
    guard count > 0 else { return [] }
    let dealt = (0..<count).map { people / count + ($0 < people % count ? 1 : 0) }
    if dealt == classes { return deal(units, count) }
    let shares = UnitShares(
      units: units, runs: classes, runLimits: classes,
      limits: units.map { Array(repeating: $0, count: count) })
    if case .found(let result) = shares.solve() { return result }
    return deal(units, count)
  }

  /// Deals the people out one by one, unit after unit, as cards are dealt.
  private static func deal(_ units: [Int], _ count: Int) -> [[Int]] {
    var result = Array(repeating: Array(repeating: 0, count: units.count), count: count)
    var next = 0
    for (unit, people) in units.enumerated() {
      for index in 0..<count {
        let place = (index - next + count) % count
        result[index][unit] = people / count + (place < people % count ? 1 : 0)
      }
      next = (next + people) % count
    }
    return result
  }
}
