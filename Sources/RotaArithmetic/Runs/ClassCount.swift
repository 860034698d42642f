/// What limits one run before its people and classes are known.
struct RunBounds {
  /// The most people, by hall and beds; `Int.max` where nothing limits them.
  var ceiling: Int
  /// What the planner fixed.
  var people: Int?
  var classes: Int?
  /// People of single classes, by number in the run from 1.
  var classPeople: [Int: Int] = [:]

  var isFree: Bool { people == nil && classes == nil && classPeople.isEmpty }
}

/// Divides classes among runs: as few as hold all people, or the number given; as even as can be,
/// larger runs last.
enum ClassCount {
  /// Classes of each run. Where no division holds all people the result is the one that holds most.
  ///
  /// What a run holds, min(ceiling, classes x size), grows by ever less with each class, so that
  /// adding the class that gains most, and among equals to the run that has fewest, is optimal.
  static func divide(
    people: Int, size: Int, given: Int?, bounds: [RunBounds]
  ) -> [Int] {
    var counts = bounds.map { leastClasses($0, size: size) }
    let least = counts.reduce(0, +)
    // Every class has somebody in it.
    let limits = bounds.indices.map { run in
      if bounds[run].classes != nil { return counts[run] }
      if let fixed = bounds[run].people { return given == nil ? counts[run] : fixed }
      return min(bounds[run].ceiling, people)
    }
    if let given {
      fillEvenly(&counts, by: given - least, limits: limits)
      if held(counts, size: size, bounds: bounds) < people {
        counts = bounds.map { leastClasses($0, size: size) }
        grow(&counts, people: people, size: size, bounds: bounds, most: given - least, limits)
        fillEvenly(&counts, by: given - counts.reduce(0, +), limits: limits)
      }
      giveToFixedRuns(&counts, people: people, size: size, bounds: bounds, limits)
      return counts
    }
    startFreeRuns(&counts, people: people, size: size, bounds: bounds)
    grow(&counts, people: people, size: size, bounds: bounds, most: Int.max, limits)
    return counts
  }

  /// The most people that runs of so many classes hold.
  static func held(_ counts: [Int], size: Int, bounds: [RunBounds]) -> Int {
    counts.indices.reduce(0) { $0 + held(counts[$1], size: size, bounds[$1]) }
  }

  static func held(_ count: Int, size: Int, _ bounds: RunBounds) -> Int {
    if let people = bounds.people { return people }
    let fixed = bounds.classPeople.filter { $0.key <= count }
    let free = (count - fixed.count) * size + fixed.values.reduce(0, +)
    return min(bounds.ceiling, free, Population.maximum)
  }

  private static func leastClasses(_ bounds: RunBounds, size: Int) -> Int {
    if let classes = bounds.classes { return max(1, classes) }
    if let people = bounds.people { return max(1, (people + size - 1) / size) }
    return 1
  }

  /// Gives the runs that nothing is said of their even share at once, short of the last rounds.
  private static func startFreeRuns(
    _ counts: inout [Int], people: Int, size: Int, bounds: [RunBounds]
  ) {
    let free = bounds.indices.filter { bounds[$0].isFree }
    guard let tightest = free.map({ bounds[$0].ceiling }).min() else { return }
    var elsewhere = 0
    for run in bounds.indices where !bounds[run].isFree {
      let most =
        bounds[run].people
        ?? bounds[run].classes.map { _ in
          held(counts[run], size: size, bounds[run])
        }
      elsewhere += most ?? min(bounds[run].ceiling, Population.maximum)
    }
    let share = (people - elsewhere) / size / free.count
    let start = min(share, tightest / size)
    for run in free where start > 1 { counts[run] = start }
  }

  /// Where there are not even people enough for one in each class, has runs whose people are known
  /// divide them among more classes, and the others among fewer.
  private static func giveToFixedRuns(
    _ counts: inout [Int], people: Int, size: Int, bounds: [RunBounds], _ limits: [Int]
  ) {
    let least = bounds.indices.reduce(0) { $0 + leastPeople(counts[$1], bounds[$1]) }
    guard least > people else { return }
    // Classes that are spoken of by number stay.
    let floors = bounds.map { bound in
      max(leastClasses(bound, size: size), bound.classPeople.keys.max() ?? 0)
    }
    let isFixed = bounds.map { $0.people != nil }
    let fixed = counts.indices.filter { isFixed[$0] }
    let free = counts.indices.filter { !isFixed[$0] && counts[$0] > floors[$0] }
    let more = min(
      least - people, fixed.reduce(0) { $0 + limits[$1] - counts[$1] },
      free.reduce(0) { $0 + counts[$1] - floors[$1] })
    guard more > 0 else { return }
    let left = free.reduce(0) { $0 + counts[$1] - floors[$1] } - more
    fillEvenly(&counts, by: more, limits: counts.indices.map { isFixed[$0] ? limits[$0] : 0 })
    var ends = Array(repeating: 0, count: counts.count)
    for run in free { (ends[run], counts[run]) = (limits[run], floors[run]) }
    fillEvenly(&counts, by: left, limits: ends)
  }

  /// The fewest people that a run of so many classes has.
  private static func leastPeople(_ count: Int, _ bounds: RunBounds) -> Int {
    if let people = bounds.people { return people }
    let fixed = bounds.classPeople.filter { $0.key <= count }
    return count - fixed.count + fixed.values.reduce(0, +)
  }

  private static func grow(
    _ counts: inout [Int], people: Int, size: Int, bounds: [RunBounds], most: Int, _ limits: [Int]
  ) {
    var held = counts.indices.map { Self.held(counts[$0], size: size, bounds[$0]) }
    var total = held.reduce(0, +)
    var added = 0
    while total < people, added < most {
      var best: (gain: Int, run: Int)?
      for run in counts.indices where counts[run] < limits[run] {
        let gain = Self.held(counts[run] + 1, size: size, bounds[run]) - held[run]
        guard gain > 0 else { continue }
        if let now = best, (gain, -counts[run]) < (now.gain, -counts[now.run]) { continue }
        best = (gain, run)
      }
      guard let best else { return }
      counts[best.run] += 1
      held[best.run] += best.gain
      total += best.gain
      added += 1
    }
  }

  /// Adds classes one by one to the run that has fewest, the last of equals.
  private static func fillEvenly(_ counts: inout [Int], by more: Int, limits: [Int]) {
    var left = more
    while left > 0 {
      let open = counts.indices.filter { counts[$0] < limits[$0] }
      guard let low = open.map({ counts[$0] }).min() else { return }
      let lowest = open.filter { counts[$0] == low }
      // All of the lowest rise together, up to the next run, the first limit or the last class.
      var rise = left / lowest.count
      for run in open where counts[run] > low { rise = min(rise, counts[run] - low) }
      for run in lowest { rise = min(rise, limits[run] - low) }
      if rise > 0 {
        for run in lowest { counts[run] += rise }
        left -= rise * lowest.count
      } else {
        for run in lowest.suffix(left) { counts[run] += 1 }
        return
      }
    }
  }
}
