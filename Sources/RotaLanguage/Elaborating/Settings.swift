import RotaDiagnostics
import RotaPlanning

/// The plan's own settings: its calendar, languages, paper.
extension Elaboration {
  mutating func elaborateSettings() {
    guard let declaration = all("plan").first else { return }
    plan.name = declaration.name.isEmpty ? nil : declaration.name
    plan.origins = origins(of: declaration)
    var dates: ClosedRange<Day>?
    var weekdays = TeachingCalendar.empty.weekdays
    var periods: [(period: TeachingCalendar.Period, clause: EvaluatedClause)] = []
    var holidays: [TeachingCalendar.SpecialDay] = []
    var workdays: [TeachingCalendar.SpecialDay] = []
    var longBreak = TeachingCalendar.empty.longBreak
    for clause in declaration.clauses {
      switch clause.entry.word {
      case "dates": dates = calendarDates(clause)
      case "days": weekdays = clause.value("weekdays")?.weekdaySet ?? weekdays
      case "period":
        if let period = period(clause) { periods.append((period, clause)) }
      case "holiday": holidays += specialDays(clause)
      case "workday": workdays += specialDays(clause)
      case "break":
        longBreak =
          minutes(
            clause.value("duration"), 0...1440, "minutes of a break",
            at: clause.range(of: "duration")) ?? longBreak
      case "language": elaborateLanguages(clause)
      case "time zone": elaborateTimeZone(clause)
      case "paper": elaboratePaper(clause)
      case "title": plan.title = clause.value("text")?.string
      default: break
      }
    }
    noteTimes(of: periods.map(\.period))
    checkPeriods(periods)
    let closed = declaration.clauses.filter { $0.entry.word == "closed" }.flatMap { windows($0) }
    if periods.count > 140 { return }
    plan.calendar = TeachingCalendar(
      dates: dates, weekdays: weekdays, periods: periods.map(\.period), holidays: holidays,
      workdays: workdays, closed: closed, longBreak: longBreak)
    if plan.calendar.slots.count >= TeachingCalendar.maximumSlots {
      report(
        LanguageMessages.tooManySlots(
          TeachingCalendar.maximumSlots,
          at: declaration.clause("dates")?.range ?? declaration.origin))
    }
  }

  private mutating func calendarDates(_ clause: EvaluatedClause) -> ClosedRange<Day>? {
    guard let value = clause.value("dates") else { return nil }
    guard let dates = value.dateRange else {
      report(LanguageMessages.wrongType("one range of dates", value, at: clause.range(of: "dates")))
      return nil
    }
    if dates.upperBound.number - dates.lowerBound.number > 36_525 {
      report(LanguageMessages.calendarTooLong(dates, at: clause.range(of: "dates")))
      return nil
    }
    return dates
  }

  private func specialDays(_ clause: EvaluatedClause) -> [TeachingCalendar.SpecialDay] {
    (clause.value("dates")?.items ?? []).compactMap(\.dateRange).map {
      TeachingCalendar.SpecialDay(dates: $0, name: clause.value("name")?.string)
    }
  }

  private func period(_ clause: EvaluatedClause) -> TeachingCalendar.Period? {
    guard let name = clause.value("name")?.string, case .timeSpan(let times) = clause.value("times")
    else { return nil }
    return TeachingCalendar.Period(
      name: name, times: times, weekdays: clause.value("weekdays")?.weekdaySet)
  }

  /// At most 20 periods on a weekday, no two at one time.
  private mutating func checkPeriods(
    _ periods: [(period: TeachingCalendar.Period, clause: EvaluatedClause)]
  ) {
    var reported: Set<[Int]> = []
    for weekday in Weekday.allCases {
      let special = periods.indices.filter {
        periods[$0].period.weekdays?.contains(weekday) == true
      }
      let names = Set(special.map { periods[$0].period.name })
      let general = periods.indices.filter {
        periods[$0].period.weekdays == nil && !names.contains(periods[$0].period.name)
      }
      let day = (special + general).sorted {
        periods[$0].period.times.lowerBound < periods[$1].period.times.lowerBound
      }
      if day.count > 20 {
        report(
          LanguageMessages.tooManyPeriods(
            day.count, on: weekday, at: periods[day[20]].clause.range))
        return
      }
      for (first, second) in zip(day, day.dropFirst()) {
        let a = periods[first]
        let b = periods[second]
        guard a.period.times.overlaps(b.period.times),
          reported.insert([first, second].sorted()).inserted
        else { continue }
        report(LanguageMessages.periodsOverlap(a, b))
      }
    }
  }

  private mutating func elaborateLanguages(_ clause: EvaluatedClause) {
    var languages: [Plan.Language] = []
    for (name, range) in clause.names("languages") {
      if let language = Plan.Language(rawValue: name) {
        if !languages.contains(language) { languages.append(language) }
      } else {
        report(
          LanguageMessages.unknownName(
            name, sort: "language", near: Plan.Language.allCases.map(\.rawValue), listsAll: true,
            at: range))
      }
    }
    if !languages.isEmpty { plan.languages = languages }
  }

  private mutating func elaboratePaper(_ clause: EvaluatedClause) {
    guard let name = clause.value("paper")?.string else { return }
    if let paper = Plan.Paper.allCases.first(where: {
      $0.rawValue.lowercased() == name.lowercased()
    }) {
      plan.paper = paper
    } else {
      report(
        LanguageMessages.unknownName(
          name, sort: "paper", near: Plan.Paper.allCases.map(\.rawValue), listsAll: true,
          at: clause.range(of: "paper")))
    }
  }

  private mutating func elaborateTimeZone(_ clause: EvaluatedClause) {
    guard let name = clause.value("timezone")?.string else { return }
    if TimeZoneNames.isValid(name) {
      plan.timeZone = name
    } else {
      report(LanguageMessages.unknownTimeZone(name, at: clause.range(of: "timezone")))
    }
  }
}
