import RotaPlanning

/// What is said of the dates of runs, in indices of teaching days.
struct DateRules {
  var calendar: TeachingCalendar
  /// Teaching days of each run.
  var lengths: [Int]
  /// First days that are fixed, by run.
  var fixedStarts: [Int: Int]
  /// The last day of the last run.
  var fixedEnd: Int?
  var startWeekdays: Set<Weekday>?
  /// Free days of the calendar between two runs.
  var gap: Int
  var mostAtOnce: Int

  var lastStart: Int? {
    guard let end = fixedEnd, let length = lengths.last else { return nil }
    return end - length + 1
  }

  func mayStart(on day: Int) -> Bool {
    startWeekdays?.contains(calendar.days[day].day.weekday) ?? true
  }

  func days(_ run: Int, from start: Int) -> Range<Int> { start..<(start + lengths[run]) }
}

/// Puts runs on teaching days, in order.
enum RunDates {
  /// Each run as early as can be; the runs that fit, in order, before the first that does not.
  ///
  /// Starting a run earlier never keeps a later one from its earliest day, so that whatever does
  /// not fit here cannot fit at all.
  static func earliest(_ rules: DateRules) -> [Range<Int>] {
    var placed: [Range<Int>] = []
    for run in rules.lengths.indices {
      var low = placed.last?.lowerBound ?? 0
      low = max(low, firstFree(after: placed, rules))
      var fixed = rules.fixedStarts[run]
      if run == rules.lengths.count - 1, let last = rules.lastStart {
        guard fixed == nil || fixed == last, rules.mayStart(run, last) else { return placed }
        fixed = last
      }
      guard let start = start(of: run, from: low, fixed: fixed, rules) else { return placed }
      placed.append(rules.days(run, from: start))
    }
    return placed
  }

  /// Between the earliest days and the end that was asked for, the free days spread evenly
  /// between runs; nil where rounding to allowed days leads to no such dates.
  static func spread(_ rules: DateRules, earliest: [Range<Int>]) -> [Range<Int>]? {
    let count = rules.lengths.count
    guard count > 1, earliest.count == count, let final = rules.lastStart else { return earliest }
    let latest = latest(rules, earliest: earliest)
    // Runs that are in house together move together.
    let groups = (count - 1) / rules.mostAtOnce
    let inGroups = (0..<count).map { $0 / rules.mostAtOnce }
    var longest = Array(repeating: 0, count: groups + 1)
    for run in 0..<count {
      longest[inGroups[run]] = max(longest[inGroups[run]], rules.lengths[run])
    }
    let before = inGroups.map { group in longest[..<group].reduce(0, +) }
    let slack = max(0, final - earliest[0].lowerBound - before[count - 1])
    var placed: [Range<Int>] = []
    for run in 0..<count {
      let low = max(placed.last?.lowerBound ?? 0, firstFree(after: placed, rules))
      let ideal =
        earliest[0].lowerBound + before[run]
        + (groups > 0 ? (2 * slack * inGroups[run] + groups) / (2 * groups) : 0)
      let fixed = run == count - 1 ? final : rules.fixedStarts[run]
      guard
        let start = nearest(
          to: ideal, from: low, upTo: latest[run], run: run, fixed: fixed, rules)
      else { return nil }
      placed.append(rules.days(run, from: start))
    }
    return placed
  }

  /// The latest days that still leave room for all later runs; never before the earliest.
  static func latest(_ rules: DateRules, earliest: [Range<Int>]) -> [Int] {
    let calendar = rules.calendar
    var starts = earliest.map(\.lowerBound)
    for run in starts.indices.reversed() {
      if run == starts.count - 1 {
        if rules.lastStart == nil { starts[run] = calendar.days.count - rules.lengths[run] }
      } else {
        starts[run] = starts[run + 1]
        let follower = run + rules.mostAtOnce
        if follower < starts.count {
          let limit = calendar.days[starts[follower]].day.number - rules.gap
          while starts[run] > 0,
            starts[run] + rules.lengths[run] > calendar.days.count
              || calendar.days[starts[run] + rules.lengths[run] - 1].day.number >= limit
          {
            starts[run] -= 1
          }
        }
      }
      if let fixed = rules.fixedStarts[run] { starts[run] = fixed }
      while starts[run] > earliest[run].lowerBound, !rules.mayStart(run, starts[run]) {
        starts[run] -= 1
      }
      starts[run] = max(starts[run], earliest[run].lowerBound)
    }
    return starts
  }

  /// The first teaching day on which no more runs than allowed are in house.
  private static func firstFree(after placed: [Range<Int>], _ rules: DateRules) -> Int {
    guard placed.count >= rules.mostAtOnce else { return 0 }
    let ends = placed.map { rules.calendar.days[$0.upperBound - 1].day.number }.sorted(by: >)
    let free = ends[rules.mostAtOnce - 1] + rules.gap
    return firstDay(after: free, rules.calendar)
  }

  /// Index of the first teaching day after a day number; the number of days where there is none.
  private static func firstDay(after number: Int, _ calendar: TeachingCalendar) -> Int {
    var low = 0
    var high = calendar.days.count
    while low < high {
      let middle = (low + high) / 2
      if calendar.days[middle].day.number <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func start(of run: Int, from low: Int, fixed: Int?, _ rules: DateRules) -> Int? {
    let last = rules.calendar.days.count - rules.lengths[run]
    if let fixed { return fixed >= low && fixed <= last ? fixed : nil }
    guard low <= last else { return nil }
    return (low...last).first { rules.mayStart(on: $0) }
  }

  private static func nearest(
    to ideal: Int, from low: Int, upTo high: Int, run: Int, fixed: Int?, _ rules: DateRules
  ) -> Int? {
    let last = min(high, rules.calendar.days.count - rules.lengths[run])
    if let fixed { return fixed >= low && fixed <= last ? fixed : nil }
    guard low <= last else { return nil }
    let target = min(max(ideal, low), last)
    for distance in 0...(last - low) {
      if target - distance >= low, rules.mayStart(on: target - distance) {
        return target - distance
      }
      if target + distance <= last, rules.mayStart(on: target + distance) {
        return target + distance
      }
    }
    return nil
  }
}

extension DateRules {
  /// A first day that the planner fixed for a run needs no allowed weekday.
  fileprivate func mayStart(_ run: Int, _ day: Int) -> Bool {
    guard calendar.days.indices.contains(day) else { return false }
    return fixedStarts[run] == day || mayStart(on: day)
  }
}
