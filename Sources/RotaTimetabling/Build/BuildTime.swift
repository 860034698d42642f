import RotaPlanning

extension ProblemBuilder {
  mutating func addTime() {
    let calendar = plan.calendar
    problem.slotCount = calendar.slots.count
    problem.dayCount = calendar.days.count
    problem.dayOfSlot = Column(calendar.slots.map(\.dayIndex))
    problem.slotStart = Column(calendar.slots.map(\.times.lowerBound))
    problem.slotEnd = Column(calendar.slots.map(\.times.upperBound))
    problem.mostSlotsPerDay = calendar.days.map(\.slots.count).max() ?? 0
    problem.dayFirst = Column(calendar.days.map(\.slots.lowerBound) + [calendar.slots.count])
    problem.dateOfDay = Column(calendar.days.map(\.day.number))
    let weeks = calendar.days.map(\.day.week)
    let firstWeek = weeks.first ?? 0
    problem.weekOfDay = Column(weeks.map { $0 - firstWeek })
    problem.weekCount = (weeks.last ?? -1) - firstWeek + 1
  }

  /// Where the locked sessions begin, and the days that each session may touch.
  mutating func addLocked() {
    for (index, session) in programme.sessions.enumerated() {
      let slot = lockedPlacement(index).flatMap {
        plan.calendar.slotIndex(of: $0.day, period: $0.period)
      }
      lockedStart.append(slot)
      let own = slot.map { [problem.dayOfSlot[$0]] } ?? []
      let days = session.days.filter { $0 >= 0 && $0 < problem.dayCount } + own
      if let first = days.min(), let last = days.max() {
        dayBounds.append(first...last)
      } else {
        dayBounds.append(nil)
      }
    }
  }
}

extension Day {
  /// Weeks, which begin on Mondays, since that of 1970-01-01, which was a Thursday.
  var week: Int {
    let shifted = number + 3
    return shifted >= 0 ? shifted / 7 : -((6 - shifted) / 7)
  }
}
