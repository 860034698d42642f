import RotaPlanning

/// Sums of a programme: hours by form, module or theme, hours of teachers, trainees by unit.
public enum Measures {
  /// Hours that one trainee is taught on average, in sessions that a condition picks: the hours of
  /// each session times the people in it, over all trainees.
  ///
  /// A session that the timetable places lasts as long as its periods; any other as long as the
  /// average period of the calendar, times its number of periods.
  public static func hours(
    plan: Plan, programme: Programme, timetable: Timetable?,
    where condition: (Session, SessionTemplate, Module) -> Bool
  ) -> Double {
    var personMinutes = 0.0
    var trainees = 0.0
    let average = averagePeriod(of: plan.calendar)
    for run in programme.runs { trainees += Double(run.people) }
    for session in programme.sessions {
      let template = plan.template(of: session)
      guard condition(session, template, plan[session.module]) else { continue }
      personMinutes +=
        Double(session.people)
        * minutes(of: session, template, plan: plan, timetable: timetable, average: average)
    }
    return trainees > 0 ? personMinutes / trainees / 60 : 0
  }

  /// Hours that a teacher teaches: by the timetable in the sessions it places, else in those that
  /// leave no choice of anyone else. Taking the chair counts for nothing.
  public static func hours(
    of teacher: TeacherID, plan: Plan, programme: Programme, timetable: Timetable?
  ) -> Double {
    let name = plan[teacher].name
    let average = averagePeriod(of: plan.calendar)
    var total = 0.0
    for session in programme.sessions {
      let template = plan.template(of: session)
      let teaches: Bool
      if let placement = timetable?.placements[session.identity] {
        teaches = placement.teachers.contains(name)
      } else {
        teaches = template.teachers.contains { $0.candidates == [teacher] }
      }
      if teaches {
        total += minutes(
          of: session, template, plan: plan, timetable: timetable, average: average)
      }
    }
    return total / 60
  }

  /// People of a unit who are trained, in all rotations; with nil, people of no unit.
  public static func trainees(of unit: UnitID?, programme: Programme) -> Int {
    programme.runs.reduce(0) { sum, run in
      sum + run.shares.reduce(0) { $0 + ($1.unit == unit ? $1.people : 0) }
    }
  }

  /// Minutes of the calendar's periods on average; 0 where it has none.
  static func averagePeriod(of calendar: TeachingCalendar) -> Double {
    guard !calendar.slots.isEmpty else { return 0 }
    let sum = calendar.slots.reduce(0) { $0 + $1.times.count }
    return Double(sum) / Double(calendar.slots.count)
  }

  /// Minutes taught in a session; breaks between its periods do not count.
  static func minutes(
    of session: Session, _ template: SessionTemplate, plan: Plan, timetable: Timetable?,
    average: Double
  ) -> Double {
    if let placement = timetable?.placements[session.identity],
      let start = plan.calendar.slotIndex(of: placement.day, period: placement.period),
      let span = plan.calendar.span(
        from: start, periods: template.periods, acrossBreaks: template.acrossBreaks)
    {
      return Double(span.reduce(0) { $0 + plan.calendar.slots[$1].times.count })
    }
    return average * Double(template.periods)
  }
}
