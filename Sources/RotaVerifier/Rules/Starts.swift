import RotaPlanning

extension HardRule {
  /// A session begins on a day, in a period and at a time that its template allows, has room for the
  /// items of its agenda one after another, of which none runs across the gap between two periods, lies in one of
  /// the windows it must lie within, and touches none of those left out.
  static let starts = HardRule(.startNotAllowed) { recount in
    recount.held.compactMap { one in
      guard let slot = one.startSlot else { return nil }
      let start = recount.plan.calendar.slots[slot]
      let template = one.template
      let clause =
        recount.brokenDayRule(of: one, on: start.dayIndex)
        ?? brokenPeriodRule(of: template, start: start)
        ?? (hasRoomForItems(one, in: recount.plan.calendar) ? nil : "item")
        ?? (isWithin(one) ? nil : "on") ?? (isOutside(one) ? nil : "not on")
      return clause.map { Violation(.startNotAllowed, sessions: [one.identity], subject: $0) }
    }
  }

  private static func brokenPeriodRule(
    of template: SessionTemplate, start: TeachingCalendar.Slot
  ) -> String? {
    if let allowed = template.atPeriods, !allowed.contains(start.period) { return "at" }
    if template.notAtPeriods.contains(start.period) { return "not at" }
    if let times = template.startsWithin, !times.contains(start.times.lowerBound) {
      return "\(TimeOfDay(minutes: times.lowerBound).clock)-"
        + TimeOfDay(minutes: times.upperBound).clock
    }
    return nil
  }

  private static func hasRoomForItems(_ one: Held, in calendar: TeachingCalendar) -> Bool {
    guard let time = one.time else { return true }
    var slot = time.slots.lowerBound
    var now = time.minutes.lowerBound
    for item in one.template.agenda {
      // The periods that the item can reach without a gap; past a gap it begins anew.
      var end = slot
      while calendar.slots[end].times.upperBound < now + item.minutes {
        end += 1
        guard end < time.slots.upperBound else { return false }
        if calendar.slots[end].times.lowerBound > calendar.slots[end - 1].times.upperBound {
          slot = end
          now = calendar.slots[end].times.lowerBound
        }
      }
      slot = end
      now += item.minutes
    }
    return true
  }

  private static func isOutside(_ one: Held) -> Bool {
    guard let time = one.time else { return true }
    return Availability(excluded: one.template.excluded).allows(time.day, time.minutes)
  }

  private static func isWithin(_ one: Held) -> Bool {
    guard let time = one.time, !one.template.within.isEmpty else { return true }
    return one.template.within.contains { window in
      guard window.includes(time.day) else { return false }
      guard let times = window.times else { return true }
      return times.lowerBound <= time.minutes.lowerBound
        && time.minutes.upperBound <= times.upperBound
    }
  }
}

extension Recount {
  /// The clause of a day rule that a session breaks, as the language writes it.
  fileprivate func brokenDayRule(of one: Held, on dayIndex: Int) -> String? {
    let template = one.template
    for run in runs(of: one, on: dayIndex) {
      let number = dayIndex - run.days.lowerBound + 1
      let isFirst = number == 1
      let isLast = number == run.days.count
      if let allowed = template.onDays, !allowed.contains(number) { return "on day" }
      if template.notOnDays.contains(number) { return "not on day" }
      if template.onFirstDay && !isFirst { return "first day" }
      if template.onLastDay && !isLast { return "last day" }
      if template.notFirstDay && isFirst { return "not first day" }
      if template.notLastDay && isLast { return "not last day" }
    }
    return nil
  }
}
