import RotaDiagnostics
import RotaPlanning

extension RotationCase {
  func dateRemedies(_ shortage: DateShortage) -> [String] {
    var remedies: [String] = []
    if case .exactly = rotation.runs {
      for count in stride(from: shortage.fitting, to: 0, by: -1).prefix(20)
      where isPossible({ $0.plan.rotations[id.value].runs = .exactly(count) }) {
        remedies.append("\(statement) runs \(count)")
        break
      }
    }
    return remedies + lengthRemedies(runs: shortage.runs, below: rotation.length)
      + calendarRemedies(runs: shortage.runs)
  }

  /// The longest shorter runs that fit.
  func lengthRemedies(runs: Int, below length: Int) -> [String] {
    let longest = min(length, plan.calendar.days.count + 1) - 1
    for days in stride(from: longest, to: 0, by: -1).prefix(40)
    where isPossible({ $0.plan.rotations[id.value].length = days }) {
      return ["\(statement) length \(days == 1 ? "1 day" : "\(days) days")"]
    }
    return []
  }

  /// The earliest end at which all runs fit, with as many more days in the calendar as that takes.
  func calendarRemedies(runs: Int) -> [String] {
    guard let dates = plan.calendar.dates, runs <= Self.mostRuns else { return [] }
    var longer = self
    longer.plan.rotations[id.value].ends = nil
    for weeks in [0, 4, 13, 53, 106] {
      let calendar = plan.calendar
      longer.plan.calendar = TeachingCalendar(
        dates: dates.lowerBound...dates.upperBound.advanced(by: 7 * weeks),
        weekdays: calendar.weekdays, periods: calendar.periods, holidays: calendar.holidays,
        workdays: calendar.workdays, closed: calendar.closed, longBreak: calendar.longBreak)
      let (rules, problems) = longer.dateRules(runs: runs)
      let placed = RunDates.earliest(rules)
      guard problems.isEmpty, placed.count == runs,
        let last = placed.map(\.upperBound).max()
      else { continue }
      let end = longer.plan.calendar.days[last - 1].day
      var statements: [String] = []
      if end > dates.upperBound {
        statements.append("plan dates \(dates.lowerBound.iso) .. \(end.iso)")
      }
      if rotation.ends != nil { statements.append("\(statement) ends \(end.iso)") }
      return statements.isEmpty ? [] : [statements.joined(separator: "; ")]
    }
    return []
  }

  /// The nearest days that a clause could name.
  func dayRemedies(_ day: Day, clause: String, run: Int?) -> [String] {
    let days = plan.calendar.days.map(\.day).filter { day in
      clause == "ends" || rotation.startWeekdays?.contains(day.weekday) ?? true
    }
    let nearest = [days.last { $0 < day }, days.first { $0 > day }].compactMap { $0 }
    return nearest.map { day in
      let text = "\(clause) \(day.iso)"
      return run.map { "\(statement) { run \($0) { \(text) } }" } ?? "\(statement) \(text)"
    }
  }

  /// The nearest day within the plan's dates that makes the rotation possible.
  func outsideRemedies(
    _ day: Day, clause: String, run: Int?, dates: ClosedRange<Day>, runs: Int
  ) -> [String] {
    let within = "choose a day from \(dates.lowerBound.iso) to \(dates.upperBound.iso)"
    if clause == "ends" {
      let remedies = calendarRemedies(runs: runs)
      return remedies.isEmpty ? [within] : remedies
    }
    let days = plan.calendar.days.map(\.day)
    let nearest = day < dates.lowerBound ? days : days.reversed()
    for start in nearest.prefix(20) {
      let works = isPossible {
        if let run {
          $0.plan.rotations[id.value].runOverrides[run]?.starts = start
        } else {
          $0.plan.rotations[id.value].starts = start
        }
      }
      if works {
        let text = "starts \(start.iso)"
        return [run.map { "\(statement) { run \($0) { \(text) } }" } ?? "\(statement) \(text)"]
      }
    }
    return [within]
  }

  /// What a calendar without a teaching day lacks.
  var calendarRemedy: String {
    let calendar = plan.calendar
    if calendar.dates == nil || calendar.periods.isEmpty || calendar.weekdays.isEmpty {
      return "give the plan dates, days and at least one period"
    }
    return calendar.holidays.isEmpty && calendar.closed.isEmpty
      ? "choose other dates, days or periods, so that one of the days is taught on"
      : "choose other dates, or fewer holidays and closures"
  }

  /// A higher limit of people who may be away.
  func awayRemedies(_ row: Int, room runs: Int) -> [String] {
    guard let unit = population.rows[row].unit, runs > 0 else { return [] }
    let people = population.rows[row].people
    let needed = (people + runs - 1) / runs
    guard needed > mostAway(row),
      isPossible({ $0.plan.units[unit.value].away = .people(needed) })
    else { return [] }
    return ["unit \(Wording.name(plan[unit].name)) away at most \(needed) people"]
  }
}
