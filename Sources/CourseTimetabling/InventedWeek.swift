import RotaPlanning

/// Dates and times for the days and periods of an instance, which has numbers only.
struct InventedWeek {
  let days: Int
  let periods: Int
  /// Minutes of a period; the next one begins when it ends.
  let length: Int
  /// Minutes from midnight to the first period.
  let start: Int

  init(days: Int, periods: Int) {
    self.days = days
    self.periods = periods
    length = min(60, 24 * 60 / max(1, periods))
    start = min(8 * 60, 24 * 60 - length * periods)
  }

  /// 2027-03-01.
  static let monday = Day(number: 20_878)

  private static let weekdays = Weekday.allCases.map(\.word)

  /// Days of an instance of more than a week have no weekday of their own.
  private var hasWeekdays: Bool { days <= Self.weekdays.count }

  var teachingDays: String {
    let last = Self.weekdays[min(days, Self.weekdays.count) - 1]
    return last == Self.weekdays[0] ? last : "\(Self.weekdays[0])..\(last)"
  }

  var dates: String { days == 1 ? date(0) : "\(date(0))..\(date(days - 1))" }

  /// What windows call a day: its weekday, so that the plan can be moved to another week, or else
  /// its date.
  func name(ofDays days: ClosedRange<Int>) -> String {
    let name = { (day: Int) in hasWeekdays ? Self.weekdays[day] : date(day) }
    return days.count == 1
      ? name(days.lowerBound) : "\(name(days.lowerBound))..\(name(days.upperBound))"
  }

  func date(_ day: Int) -> String { Self.monday.advanced(by: day).iso }

  func times(ofPeriod period: Int) -> String { "\(clock(period))-\(clock(period + 1))" }

  func period(_ number: Int) -> String { "p\(number + 1)" }

  /// The windows that make up a set of periods; days of the same periods are drawn together.
  func windows(_ set: Set<Instance.Period>) -> [String] {
    var runs: [(days: ClosedRange<Int>, periods: [Int])] = []
    for day in 0..<days {
      let closed = (0..<periods).filter { set.contains(.init(day: day, period: $0)) }
      if closed.isEmpty { continue }
      if let last = runs.last, last.days.upperBound == day - 1, last.periods == closed {
        runs[runs.count - 1].days = last.days.lowerBound...day
      } else {
        runs.append((day...day, closed))
      }
    }
    return runs.map { run in
      let names = run.periods.count == periods ? [] : run.periods.map(period)
      return ([name(ofDays: run.days)] + names).joined(separator: " ")
    }
  }

  private func clock(_ period: Int) -> String {
    let minutes = start + period * length
    return "\(Self.padded(minutes / 60)):\(Self.padded(minutes % 60))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
