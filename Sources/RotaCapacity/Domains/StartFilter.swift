import RotaPlanning

/// Why a session can begin nowhere: the first rule after which no start is left.
enum StartObstacle: Hashable, Sendable {
  /// No day of its runs has so many periods in a row; the most there are.
  case length(longest: Int)
  /// No such row of periods has room for the items of its agenda.
  case agenda
  case days
  /// Before or after the stay there is no teaching day.
  case phase
  case periods
  case windows
  /// Windows that are left out leave nothing.
  case excluded
  case teacher(TeacherID?)
  case audience(ClassID)
  case places
  /// Only teachers who come by stream are there, and no place that is open streams.
  case stream

  /// The same of a class numbered otherwise.
  func mapped(_ number: (ClassID) -> ClassID) -> Self {
    if case .audience(let id) = self { .audience(number(id)) } else { self }
  }
}

/// Starts of a session before any other session is looked at.
struct StartFilter {
  let plan: Plan
  let programme: Programme
  private var calendar: TeachingCalendar { plan.calendar }

  init(plan: Plan, programme: Programme) {
    self.plan = plan
    self.programme = programme
  }

  /// What the template and its teachers allow on the days of some runs, alike for all classes.
  func starts(
    of template: SessionTemplate, runs: [RunID], days: [Int]
  ) -> (starts: [Int], obstacle: StartObstacle?) {
    var starts: [Int] = []
    for day in days where calendar.days.indices.contains(day) {
      for slot in calendar.days[day].slots where span(slot, template) != nil { starts.append(slot) }
    }
    if starts.isEmpty { return ([], .length(longest: longestSpan(of: template, days: days))) }
    if !template.agenda.isEmpty {
      starts = starts.filter { start in
        span(start, template).map { calendar.times(of: template.agenda, in: $0) != nil } ?? false
      }
      if starts.isEmpty { return ([], .agenda) }
    }
    starts = starts.filter { keepsDayRules(template, runs, day: calendar.slots[$0].dayIndex) }
    if starts.isEmpty { return ([], .days) }
    starts = starts.filter { keepsPeriodRules(template, slot: calendar.slots[$0]) }
    if starts.isEmpty { return ([], .periods) }
    if !template.within.isEmpty {
      let windows = Availability(allowed: template.within)
      starts = starts.filter { start in
        span(start, template).map {
          windows.allows(calendar.day(ofSlot: start), calendar.minutes(of: $0))
        } ?? false
      }
      if starts.isEmpty { return ([], .windows) }
    }
    if !template.excluded.isEmpty {
      starts = self.starts(starts, of: template, absence: template.excluded)
      if starts.isEmpty { return ([], .excluded) }
    }
    return withTeachers(template, starts)
  }

  /// Starts at which someone can meet each need and the chair can come.
  private func withTeachers(
    _ template: SessionTemplate, _ starts: [Int]
  ) -> (starts: [Int], obstacle: StartObstacle?) {
    var starts = starts
    let needs = template.teachers.map(\.candidates) + (template.chair.map { [[$0]] } ?? [])
    for candidates in needs where !candidates.isEmpty {
      let open = candidates.map { Openness(of: plan[$0]) }
      if open.contains(where: \.isAlways) { continue }
      starts = starts.filter { start in
        guard let span = span(start, template) else { return false }
        return open.contains { $0.allows(span, in: calendar) }
      }
      if starts.isEmpty {
        return ([], .teacher(candidates.count == 1 ? candidates.first : nil))
      }
    }
    return (starts, nil)
  }

  /// Starts at which one of some places, and all that it is streamed to, are open.
  func starts(
    _ starts: [Int], of template: SessionTemplate, places: [PlaceID]
  ) -> [Int] {
    let streamed = template.streamedTo.map { Openness(of: plan[$0], in: plan) }.filter {
      !$0.isAlways
    }
    let open = places.map { Openness(of: plan[$0], in: plan) }
    if streamed.isEmpty, open.contains(where: \.isAlways) { return starts }
    return starts.filter { start in
      guard let span = span(start, template) else { return false }
      return streamed.allSatisfy { $0.allows(span, in: calendar) }
        && open.contains { $0.allows(span, in: calendar) }
    }
  }

  /// Whether someone who teaches a session from afar needs one of some places to stream that does not.
  func mayNeedStream(_ template: SessionTemplate, places: [PlaceID]) -> Bool {
    !places.allSatisfy { plan[$0].streams }
      && template.teachers.contains { $0.candidates.contains { plan[$0].isRemote } }
  }

  /// Starts at which a place is open where someone can teach: where nobody can come but those who teach
  /// from afar, one that streams.
  func starts(
    _ starts: [Int], of template: SessionTemplate, taughtIn places: [PlaceID]
  ) -> [Int] {
    let streaming = places.filter { plan[$0].streams }.map { Openness(of: plan[$0], in: plan) }
    let needs = template.teachers.map(\.candidates).filter { candidates in
      candidates.contains { plan[$0].isRemote }
    }
    let near = needs.map { candidates in
      candidates.filter { !plan[$0].isRemote }.map { Openness(of: plan[$0]) }
    }
    return starts.filter { start in
      guard let span = span(start, template) else { return false }
      return near.allSatisfy { $0.contains { $0.allows(span, in: calendar) } }
        || streaming.contains { $0.allows(span, in: calendar) }
    }
  }

  /// Starts from which a session touches none of some windows.
  func starts(_ starts: [Int], of template: SessionTemplate, absence: [Window]) -> [Int] {
    let open = Openness(absence: absence)
    return starts.filter { start in
      span(start, template).map { open.allows($0, in: calendar) } ?? false
    }
  }

  func span(_ start: Int, _ template: SessionTemplate) -> Range<Int>? {
    calendar.span(from: start, periods: template.periods, acrossBreaks: template.acrossBreaks)
  }

  private func longestSpan(of template: SessionTemplate, days: [Int]) -> Int {
    var longest = 0
    for day in days where calendar.days.indices.contains(day) {
      var run = 0
      for slot in calendar.days[day].slots {
        run += 1
        longest = max(longest, run)
        if !calendar.slots[slot].joinsNext, !template.acrossBreaks { run = 0 }
      }
    }
    return longest
  }

  private func keepsDayRules(_ template: SessionTemplate, _ runs: [RunID], day: Int) -> Bool {
    for id in runs {
      let days = programme[id].days
      guard days.contains(day) else { continue }
      let number = day - days.lowerBound + 1
      let isFirst = number == 1
      let isLast = number == days.count
      if let allowed = template.onDays, !allowed.contains(number) { return false }
      if template.notOnDays.contains(number) { return false }
      if template.onFirstDay && !isFirst || template.onLastDay && !isLast { return false }
      if template.notFirstDay && isFirst || template.notLastDay && isLast { return false }
    }
    return true
  }

  private func keepsPeriodRules(
    _ template: SessionTemplate, slot: TeachingCalendar.Slot
  ) -> Bool {
    if let allowed = template.atPeriods, !allowed.contains(slot.period) { return false }
    if template.notAtPeriods.contains(slot.period) { return false }
    if let times = template.startsWithin, !times.contains(slot.times.lowerBound) { return false }
    return true
  }
}
