import RotaPlanning

/// In which slots a stay can begin at a place or with a teacher, as far as windows say.
struct Openness: Equatable {
  /// All of them must allow a stay.
  let availabilities: [Availability]

  var isAlways: Bool { availabilities.isEmpty }

  private init(_ availabilities: [Availability]) {
    self.availabilities = availabilities.filter { !$0.allowed.isEmpty || !$0.excluded.isEmpty }
  }

  /// A venue is closed whenever its school is; a site of a school is not.
  init(of place: Place, in plan: Plan) {
    let school = place.role == .venue ? place.school.map { plan[$0] } : nil
    self.init([place.availability, Availability(excluded: school?.closed ?? [])])
  }

  init(of teacher: Teacher) { self.init([teacher.availability]) }

  init(absence: [Window]) { self.init([Availability(excluded: absence)]) }

  /// Whether a stay over a span of slots of one day is possible.
  func allows(_ span: Range<Int>, in calendar: TeachingCalendar) -> Bool {
    if isAlways { return true }
    let day = calendar.day(ofSlot: span.lowerBound)
    let minutes = calendar.minutes(of: span)
    return availabilities.allSatisfy { $0.allows(day, minutes) }
  }
}
