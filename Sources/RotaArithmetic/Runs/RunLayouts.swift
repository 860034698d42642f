import RotaPlanning

extension RotationCase {
  /// Rules of dates for a number of runs, and what in them can never be met.
  func dateRules(runs count: Int) -> (rules: DateRules, problems: [Problem]) {
    let calendar = plan.calendar
    var problems: [Problem] = []
    var fixed: [Int: Int] = [:]
    func fix(_ day: Day, clause: String, run: Int?) -> Int? {
      if let dates = calendar.dates, !dates.contains(day) {
        problems.append(.outsideDates(day, clause: clause, run: run, dates: dates))
        return nil
      }
      guard let index = calendar.dayIndex(of: day) else {
        problems.append(.notATeachingDay(day, clause: clause, run: run))
        return nil
      }
      return index
    }
    // What is said of the first run goes before it.
    if let day = rotation.starts, rotation.runOverrides[1]?.starts == nil,
      let index = fix(day, clause: "starts", run: nil)
    {
      if let weekdays = rotation.startWeekdays, !weekdays.contains(day.weekday) {
        problems.append(.wrongWeekday(day, clause: "starts", run: nil))
      }
      fixed[0] = index
    }
    for (number, override) in rotation.runOverrides.sorted(by: { $0.key < $1.key })
    where (1...max(1, count)).contains(number) {
      if let day = override.starts, let index = fix(day, clause: "starts", run: number) {
        fixed[number - 1] = index
      }
    }
    let end = rotation.ends.flatMap { fix($0, clause: "ends", run: nil) }
    if let end {
      for (run, start) in fixed.sorted(by: { $0.key < $1.key }) where start > end {
        let isOwn = rotation.runOverrides[run + 1]?.starts != nil
        problems.append(
          .endsBeforeStart(
            end: calendar.days[end].day, start: calendar.days[start].day,
            run: isOwn ? run + 1 : nil))
      }
    }
    let rules = DateRules(
      calendar: calendar, lengths: (0..<count).map { length(ofRun: $0) }, fixedStarts: fixed,
      fixedEnd: end, startWeekdays: rotation.startWeekdays,
      gap: min(max(0, rotation.daysBetween), 1_000_000),
      mostAtOnce: max(1, min(rotation.mostRunsAtOnce, count)))
    return (rules, problems)
  }

  /// Dates to try, the best first. Where the runs do not fit, one that has dates for as many as do.
  func layouts(runs count: Int) -> (layouts: [[Range<Int>?]], problems: [Problem]) {
    if plan.calendar.days.isEmpty {
      return ([Array(repeating: nil, count: count)], [.noTeachingDays])
    }
    let (rules, problems) = dateRules(runs: count)
    var layouts: [[Range<Int>?]] = []
    var shortage: DateShortage?
    // With fewer runs at once, units and beds have an easier time.
    for atOnce in stride(from: rules.mostAtOnce, through: 1, by: -1) {
      var rules = rules
      rules.mostAtOnce = atOnce
      let earliest = RunDates.earliest(rules)
      guard earliest.count == count else {
        if atOnce == rules.mostAtOnce, layouts.isEmpty, shortage == nil {
          shortage = self.shortage(rules, fitting: earliest.count)
          let missing = Array(repeating: Range<Int>?.none, count: count - earliest.count)
          layouts.append(earliest.map { $0 } + missing)
        }
        break
      }
      if let spread = RunDates.spread(rules, earliest: earliest), spread != earliest {
        layouts.append(spread)
      }
      layouts.append(earliest)
      let latest = RunDates.latest(rules, earliest: earliest)
      let late = latest.indices.map { rules.days($0, from: latest[$0]) }
      if late != earliest, RunDates.isAllowed(late, rules) { layouts.append(late) }
      if layouts.count >= 24 { break }
    }
    if let shortage, problems.isEmpty { return (layouts, [.datesDoNotFit(shortage)]) }
    return (layouts, problems)
  }

  private func shortage(_ rules: DateRules, fitting: Int) -> DateShortage {
    let days = rules.calendar.days
    let first = rules.fixedStarts[0] ?? 0
    let last = rules.fixedEnd ?? days.count - 1
    let lengths = rules.lengths.indices.map { statedLength(ofRun: $0) }
    return DateShortage(
      runs: rules.lengths.count, fitting: fitting, lengths: lengths,
      needed: lengths.reduce(0, +),
      available: max(0, last - first + 1), from: days[first].day, to: days[last].day)
  }
}

extension RunDates {
  /// Whether dates keep all rules; they are in order.
  static func isAllowed(_ layout: [Range<Int>], _ rules: DateRules) -> Bool {
    var fixed = rules
    for (run, days) in layout.enumerated() {
      guard days.lowerBound >= 0, days.upperBound <= rules.calendar.days.count else {
        return false
      }
      if let start = rules.fixedStarts[run], start != days.lowerBound { return false }
      if rules.fixedStarts[run] == nil, !rules.mayStart(on: days.lowerBound) { return false }
      fixed.fixedStarts[run] = days.lowerBound
    }
    return earliest(fixed).count == layout.count
  }
}
