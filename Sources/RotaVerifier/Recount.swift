import RotaPlanning

/// A timetable read back into the plan: names looked up, dates and periods turned into minutes.
struct Recount: Sendable {
  let plan: Plan
  let programme: Programme
  let timetable: Timetable
  /// Sessions with a placement, in the programme's order.
  let held: [Held]
  /// Placements of sessions that the programme does not have.
  let unknown: [SessionIdentity]
  /// Positions in `held` of the sessions of each atom that have a time, by start.
  let ofAtom: [[Int]]

  init(plan: Plan, programme: Programme, timetable: Timetable) {
    self.plan = plan
    self.programme = programme
    self.timetable = timetable

    let places = Self.positions(plan.places.map(\.name))
    let teachers = Self.positions(plan.teachers.map(\.name))
    var held: [Held] = []
    var known: Set<SessionIdentity> = []
    for session in programme.sessions {
      guard let placement = timetable.placements[session.identity],
        known.insert(session.identity).inserted,
        let template = Self.template(of: session, in: plan)
      else { continue }
      held.append(
        Held(
          session: session, template: template, placement: placement,
          places: placement.places.map { places[$0].map { PlaceID($0) } },
          teachers: placement.teachers.map { teachers[$0].map { TeacherID($0) } },
          calendar: plan.calendar))
    }
    self.held = held
    unknown =
      known.count == timetable.placements.count
      ? [] : timetable.placements.keys.filter { !known.contains($0) }.sorted()

    var ofAtom = [[Int]](repeating: [], count: programme.atoms.count)
    for (position, one) in held.enumerated() where one.time != nil {
      for atom in one.session.atoms where ofAtom.indices.contains(atom.value) {
        ofAtom[atom.value].append(position)
      }
    }
    self.ofAtom = ofAtom.map { list in list.sorted { Held.isEarlier(held[$0], held[$1]) } }
  }

  /// Nil for a session of another plan.
  static func template(of session: Session, in plan: Plan) -> SessionTemplate? {
    guard plan.modules.indices.contains(session.module.value) else { return nil }
    let templates = plan[session.module].sessions
    return templates.indices.contains(session.template) ? templates[session.template] : nil
  }

  private static func positions(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// A session where the timetable puts it.
struct Held: Sendable {
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

  /// By start, then by identity; those without a time come last.
  static func isEarlier(_ a: Held, _ b: Held) -> Bool {
    switch (a.time?.start, b.time?.start) {
    case (let first?, let second?) where first != second: first < second
    case (.some, nil): true
    case (nil, .some): false
    default: a.identity < b.identity
    }
  }
}
