import RotaPlanning

/// A session where the timetable puts it. Session and template are large and each rule looks at all
/// of them, so that they are handed about by reference.
final class Held: Sendable {
  /// The time it takes, from the start of its first period to the end of its last.
  struct Time: Sendable {
    let day: Day
    /// Position among the teaching days.
    let dayIndex: Int
    let slots: Range<Int>
    /// Of the day.
    let minutes: Range<Int>
    /// Minutes since 1970-01-01 00:00.
    var start: Int { day.number * 1440 + minutes.lowerBound }
    var end: Int { day.number * 1440 + minutes.upperBound }
  }

  let session: Session
  let template: SessionTemplate
  let placement: Timetable.Placement
  /// Nil where the plan has no place of that name.
  let places: [PlaceID?]
  /// Nil where the plan has no teacher of that name.
  let teachers: [TeacherID?]
  /// The slot in which it begins, if the calendar has it.
  let startSlot: Int?
  /// Nil where it begins in no teaching period, or does not fit from there on.
  let time: Time?

  var identity: SessionIdentity { session.identity }
  var mainPlace: PlaceID? { places.first ?? nil }
  /// Everybody kept busy at the front: teachers, and the chair.
  var staff: [TeacherID] {
    var staff: [TeacherID] = []
    for case let person? in teachers + [template.chair] where !staff.contains(person) {
      staff.append(person)
    }
    return staff
  }

  init(
    session: Session, template: SessionTemplate, placement: Timetable.Placement,
    places: [PlaceID?], teachers: [TeacherID?], calendar: TeachingCalendar
  ) {
    self.session = session
    self.template = template
    self.placement = placement
    self.places = places
    self.teachers = teachers
    startSlot = calendar.slotIndex(of: placement.day, period: placement.period)
    time = startSlot.flatMap { start in
      calendar.span(
        from: start, periods: template.periods, acrossBreaks: template.acrossBreaks
      ).map { slots in
        Time(
          day: placement.day, dayIndex: calendar.slots[start].dayIndex, slots: slots,
          minutes: calendar.minutes(of: slots))
      }
    }
  }
}
