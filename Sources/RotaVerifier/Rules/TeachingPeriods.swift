import RotaPlanning

extension HardRule {
  /// A session begins in a period of a teaching day, and all its periods follow on that day.
  static let teachingPeriods = HardRule(.notATeachingPeriod, .brokenSpan) { recount in
    recount.held.compactMap { one in
      guard let start = one.startSlot else {
        return Violation(
          .notATeachingPeriod, sessions: [one.identity],
          subject: "\(one.placement.day.iso) \(one.placement.period)")
      }
      guard one.time == nil else { return nil }
      let calendar = recount.plan.calendar
      var fitting = one.template.periods
      while fitting > 0,
        calendar.span(from: start, periods: fitting, acrossBreaks: one.template.acrossBreaks) == nil
      {
        fitting -= 1
      }
      return Violation(
        .brokenSpan, sessions: [one.identity], subject: one.placement.period,
        needed: one.template.periods, available: fitting)
    }
  }
}
