import RotaPlanning

extension RecurrenceRule {
  /// More days than this are not reckoned out.
  static let mostDays = 100_000

  /// The days on which an event comes, the first one always among them: those up to a last day, and
  /// no more than `COUNT`. `UNTIL` is for the caller, who knows the clocks.
  func days(from start: Day, through last: Day) -> [Day] {
    guard start <= last else { return [] }
    var days = [start]
    let most = min(count ?? Self.mostDays, Self.mostDays)
    var period = 0
    while days.count < most {
      guard let (first, candidates) = candidates(start, period) else { break }
      if first > last { break }
      for day in candidates where day > start {
        if day > last || days.count >= most { return days }
        days.append(day)
      }
      period += 1
    }
    return days
  }

  /// The first day of a period, counted from that of the start, and the days in it that the rule
  /// takes, in order; nil past the years that can be reckoned with.
  private func candidates(_ start: Day, _ period: Int) -> (first: Day, days: [Day])? {
    let (year, month, dayOfMonth) = start.components
    let step = period * interval
    switch frequency {
    case .daily:
      let day = start.advanced(by: step)
      return day.components.year > 2200 ? nil : (day, takes(day) ? [day] : [])
    case .weekly:
      let offset = (start.weekday.rawValue - weekStart.rawValue + 7) % 7
      let first = start.advanced(by: 7 * step - offset)
      if first.components.year > 2200 { return nil }
      let wanted = weekdays.isEmpty ? [start.weekday] : weekdays.map(\.weekday)
      let week = (0..<7).map { first.advanced(by: $0) }
      return (first, week.filter { wanted.contains($0.weekday) && isInMonths($0) })
    case .monthly:
      let index = year * 12 + month - 1 + step
      guard let first = Day(year: index / 12, month: index % 12 + 1, day: 1) else { return nil }
      return (first, isInMonths(first) ? days(ofMonth: first, dayOfMonth) : [])
    case .yearly:
      guard let first = Day(year: year + step, month: 1, day: 1) else { return nil }
      return (first, days(ofYear: first, start))
    }
  }

  /// Whether a rule that counts days takes one.
  private func takes(_ day: Day) -> Bool {
    isInMonths(day) && isAmongMonthDays(day)
      && (weekdays.isEmpty || weekdays.contains { $0.weekday == day.weekday })
  }

  private func isInMonths(_ day: Day) -> Bool {
    months.isEmpty || months.contains(day.components.month)
  }

  private func isAmongMonthDays(_ day: Day) -> Bool {
    if monthDays.isEmpty { return true }
    let number = day.components.day
    let length = Self.days(ofMonth: day).count
    return monthDays.contains { $0 == number || $0 + length + 1 == number }
  }

  private func days(ofMonth first: Day, _ dayOfMonth: Int) -> [Day] {
    let month = Self.days(ofMonth: first)
    if weekdays.isEmpty && monthDays.isEmpty {
      return month.filter { $0.components.day == dayOfMonth }
    }
    return Self.chosen(weekdays, of: month).filter(isAmongMonthDays)
  }

  private func days(ofYear first: Day, _ start: Day) -> [Day] {
    let (year, month, dayOfMonth) = (
      first.components.year, start.components.month, start.components.day
    )
    if weekdays.isEmpty || !months.isEmpty {
      let whole = !weekdays.isEmpty || !monthDays.isEmpty
      let chosen = months.isEmpty ? (monthDays.isEmpty ? [month] : Array(1...12)) : months.sorted()
      return chosen.flatMap { month -> [Day] in
        guard let first = Day(year: year, month: month, day: 1) else { return [] }
        return whole
          ? days(ofMonth: first, dayOfMonth)
          : Day(year: year, month: month, day: dayOfMonth).map { [$0] } ?? []
      }
    }
    let length = (Day(year: year + 1, month: 1, day: 1) ?? first).number - first.number
    let all = (0..<max(0, length)).map { first.advanced(by: $0) }
    return Self.chosen(weekdays, of: all).filter(isAmongMonthDays)
  }

  private static func days(ofMonth day: Day) -> [Day] {
    let (year, month, _) = day.components
    return (1...31).compactMap { Day(year: year, month: month, day: $0) }
  }

  /// Of a stretch of days those that the weekdays name; all where they name none.
  private static func chosen(_ weekdays: [WeekdayOf], of days: [Day]) -> [Day] {
    if weekdays.isEmpty { return days }
    var chosen: Set<Day> = []
    for wanted in weekdays {
      let same = days.filter { $0.weekday == wanted.weekday }
      guard let ordinal = wanted.ordinal else {
        chosen.formUnion(same)
        continue
      }
      let index = ordinal > 0 ? ordinal - 1 : same.count + ordinal
      if same.indices.contains(index) { chosen.insert(same[index]) }
    }
    return chosen.sorted()
  }
}
