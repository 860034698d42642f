import RotaDiagnostics
import RotaPlanning

/// Windows such as `Tue..Fri 09:00-17:00` or `2027-03-01 am`.
extension Elaboration {
  mutating func windows(_ clause: EvaluatedClause) -> [Window] {
    guard let argument = clause.arguments.first(where: { $0.label == "windows" }) else { return [] }
    return (argument.value?.items ?? []).enumerated().flatMap { index, group in
      let range =
        argument.itemRanges.indices.contains(index) ? argument.itemRanges[index] : argument.range
      return windows(group.items, at: range)
    }
  }

  /// What stands side by side limits a window together; of one sort it adds up.
  private mutating func windows(_ parts: [Value], at range: SourceRange) -> [Window] {
    var dates: [ClosedRange<Day>] = []
    var weekdays: Set<Weekday>?
    var times: [Range<Int>] = []
    var names: [String] = []
    for part in parts {
      switch part {
      case .timeSpan(let span): times.append(span)
      case .weekday, .span(.weekday, _):
        weekdays = weekdays?.union(part.weekdaySet) ?? part.weekdaySet
      case .name(let name): names.append(name)
      default: if let range = part.dateRange { dates.append(range) }
      }
    }
    var windows = times.map { Window(weekdays: weekdays, times: $0) }
    for name in names { windows += self.windows(ofPeriod: name, on: weekdays, at: range) }
    if times.isEmpty && names.isEmpty { windows = [Window(weekdays: weekdays)] }
    if dates.isEmpty { return windows }
    return dates.flatMap { dates in
      windows.map { Window(dates: dates, weekdays: $0.weekdays, times: $0.times) }
    }
  }

  /// A period on some weekdays, one window for each time of the day that it has there.
  private mutating func windows(
    ofPeriod name: String, on weekdays: Set<Weekday>?, at range: SourceRange
  ) -> [Window] {
    guard let known = timesOfPeriod[name] else {
      report(LanguageMessages.unknownPeriod(name, near: periods.sorted(), at: range))
      return []
    }
    let windows = known.compactMap { own, times -> Window? in
      let shared = own.map { $0.intersection(weekdays ?? $0) } ?? weekdays
      return shared?.isEmpty == true ? nil : Window(weekdays: shared, times: times)
    }
    if windows.isEmpty, let weekdays {
      report(LanguageMessages.noPeriod(name, on: weekdays.sorted(), at: range))
    }
    return windows
  }

  /// Notes when the periods are: those of a weekday take the place of those of the same name that
  /// hold on all.
  mutating func noteTimes(of periods: [TeachingCalendar.Period]) {
    self.periods = Set(periods.map(\.name))
    for (name, periods) in Dictionary(grouping: periods, by: \.name) {
      let special = periods.reduce(into: Set<Weekday>()) { $0.formUnion($1.weekdays ?? []) }
      timesOfPeriod[name] = periods.map { period in
        let general = special.isEmpty ? nil : Set(Weekday.allCases).subtracting(special)
        return (period.weekdays ?? general, period.times)
      }
    }
  }
}
