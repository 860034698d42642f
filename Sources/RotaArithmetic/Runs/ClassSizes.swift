/// Divides people among classes: as even as can be over all classes, the people of a run within
/// what it may hold, and where that leaves a choice, the largest run as small as can be.
enum ClassSizes {
  /// Sizes of the classes of each run; nil where the numbers cannot be met.
  static func divide(
    people: Int, size: Int, counts: [Int], bounds: [RunBounds]
  ) -> [[Int]]? {
    let runs = counts.indices.map { Part(count: counts[$0], size: size, bounds: bounds[$0]) }
    guard runs.allSatisfy({ $0.least <= $0.most }) else { return nil }
    let least = runs.reduce(0) { $0 + $1.least }
    let most = runs.reduce(0) { $0 + $1.most }
    guard least <= people, people <= most else { return nil }

    // The highest level of people in every class that all people suffice for.
    let level = highest(from: 0, to: size) { level in
      runs.reduce(0) { $0 + $1.people(at: level) } <= people
    }
    var totals = runs.map { $0.people(at: level) }
    let left = people - totals.reduce(0, +)
    let tops = runs.map { $0.people(at: level + 1) }
    raise(&totals, by: left, tops: tops)
    return runs.indices.map { runs[$0].sizes(of: totals[$0]) }
  }

  /// Sizes of the classes of one run whose people are known; nil where they cannot be met.
  static func divide(people: Int, size: Int, count: Int, bounds: RunBounds) -> [Int]? {
    let part = Part(count: count, size: size, bounds: bounds)
    guard part.least <= people, people <= part.most else { return nil }
    return part.sizes(of: people)
  }

  /// One run: classes with a number of people of their own, and the rest.
  private struct Part {
    var count: Int
    var fixed: [Int: Int]
    var fixedPeople: Int
    var least: Int
    var most: Int

    init(count: Int, size: Int, bounds: RunBounds) {
      self.count = count
      fixed = bounds.classPeople.filter { $0.key <= count }
      fixedPeople = fixed.values.reduce(0, +)
      let free = count - fixed.count
      least = fixedPeople + free
      most = min(bounds.ceiling, fixedPeople + free * size)
      if let people = bounds.people {
        least = max(least, people)
        most = min(most, people)
      }
    }

    func people(at level: Int) -> Int {
      max(least, min(most, fixedPeople + (count - fixed.count) * level))
    }

    func sizes(of people: Int) -> [Int] {
      let free = count - fixed.count
      let rest = people - fixedPeople
      var larger = free > 0 ? rest % free : 0
      return (0..<count).map { index in
        if let own = fixed[index + 1] { return own }
        let size = rest / free + (larger > 0 ? 1 : 0)
        larger -= 1
        return size
      }
    }
  }

  /// Raises the smallest totals first; the last of equals.
  private static func raise(_ totals: inout [Int], by left: Int, tops: [Int]) {
    guard left > 0 else { return }
    func raised(_ run: Int, _ level: Int) -> Int { max(totals[run], min(tops[run], level)) }
    let level = highest(from: totals.min() ?? 0, to: tops.max() ?? 0) { level in
      totals.indices.reduce(0) { $0 + raised($1, level) - totals[$1] } <= left
    }
    var rest = left
    for run in totals.indices {
      let value = raised(run, level)
      rest -= value - totals[run]
      totals[run] = value
    }
    for run in totals.indices.reversed()
    where rest > 0 && totals[run] == level && totals[run] < tops[run] {
      totals[run] += 1
      rest -= 1
    }
  }

  /// The highest number of a range for which a condition holds that holds below it too.
  private static func highest(from low: Int, to high: Int, _ holds: (Int) -> Bool) -> Int {
    var low = low
    var high = max(low, high)
    while low < high {
      let middle = low + (high - low + 1) / 2
      if holds(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
