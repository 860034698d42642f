import RotaPlanning

extension SessionTemplate.Phase {
  /// The teaching days before all of some runs begin, or after all have ended; nil for a session that
  /// lies on the days of the runs themselves.
  func days(of runs: [Run], in calendar: TeachingCalendar) -> [Int]? {
    let reach: Int?
    switch self {
    case .during: return nil
    case .before(let days), .after(let days): reach = days
    }
    // A run without days has no time of its own yet.
    guard let first = runs.map(\.days.lowerBound).min(),
      let last = runs.map(\.days.upperBound).max(),
      runs.allSatisfy({ !$0.days.isEmpty }), first >= 0, last <= calendar.days.count
    else { return [] }
    let (apart, nearest) =
      if case .before = self { (0..<first, first) } else { (last..<calendar.days.count, last - 1) }
    guard let reach else { return Array(apart) }
    let stay = calendar.days[nearest].day.number
    return apart.filter { abs(calendar.days[$0].day.number - stay) <= reach }
  }
}
