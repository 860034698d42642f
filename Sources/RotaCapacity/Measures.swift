import RotaPlanning

/// Time taught, in whole numbers, so that shares of it are exact.
///
/// The length of a session without a place in the timetable is known in periods only: `periods`
/// of the calendar's average length, `averageMinutes / averagePeriods`, stand for it.
public struct TaughtTime: Hashable, Sendable {
  /// Minutes of sessions with a place, for each person in them.
  public var minutes = 0
  /// Periods of sessions without a place, for each person in them.
  public var periods = 0

  public init(minutes: Int = 0, periods: Int = 0) {
    self.minutes = minutes
    self.periods = periods
  }
}

/// Sums of a programme: time by form, module or theme, time of teachers, trainees by unit.
public enum Measures {
  /// What people are taught in sessions that a condition picks: minutes and periods times people.
  /// Breaks between a session's periods do not count. The share that one trainee has on average is
  /// this divided by the number of trainees.
  public static func personTime(
    plan: Plan, programme: Programme, timetable: Timetable?,
    where condition: (Session, SessionTemplate, Module) -> Bool
  ) -> TaughtTime {
    var total = TaughtTime()
    for session in programme.sessions {
      let template = plan.template(of: session)
      guard condition(session, template, plan[session.module]) else { continue }
      add(session, template, times: session.people, to: &total, plan, timetable)
    }
    return total
  }

  /// What a teacher teaches: by the timetable in the sessions it places, else in those that leave
  /// no choice of anyone else. Of a session in which they speak in items of the agenda alone, these
  /// items count. Taking the chair counts for nothing.
  public static func time(
    of teacher: TeacherID, plan: Plan, programme: Programme, timetable: Timetable?
  ) -> TaughtTime {
    let name = plan[teacher].name
    var total = TaughtTime()
    for session in programme.sessions {
      let template = plan.template(of: session)
      let position: Int?
      if let placement = timetable?.placements[session.identity] {
        position = placement.teachers.firstIndex(of: name)
      } else {
        position = template.teachers.firstIndex { $0.candidates == [teacher] }
      }
      guard let position else { continue }
      if template.onlySpeaks(position) {
        total.minutes += template.spokenMinutes(by: position)
      } else {
        add(session, template, times: 1, to: &total, plan, timetable)
      }
    }
    return total
  }

  /// People of a unit who are trained, in all rotations; with nil, people of no unit.
  public static func trainees(of unit: UnitID?, programme: Programme) -> Int {
    programme.runs.reduce(0) { sum, run in
      sum + run.shares.reduce(0) { $0 + ($1.unit == unit ? $1.people : 0) }
    }
  }

  /// Minutes of all the calendar's periods, and how many there are: their average length is the
  /// quotient.
  public static func periodLength(of calendar: TeachingCalendar) -> (minutes: Int, periods: Int) {
    (calendar.slots.reduce(0) { $0 + $1.times.count }, calendar.slots.count)
  }

  private static func add(
    _ session: Session, _ template: SessionTemplate, times people: Int, to total: inout TaughtTime,
    _ plan: Plan, _ timetable: Timetable?
  ) {
    if let placement = timetable?.placements[session.identity],
      let start = plan.calendar.slotIndex(of: placement.day, period: placement.period),
      let span = plan.calendar.span(
        from: start, periods: template.periods, acrossBreaks: template.acrossBreaks)
    {
      total.minutes += people * span.reduce(0) { $0 + plan.calendar.slots[$1].times.count }
    } else {
      total.periods += people * template.periods
    }
  }
}
