import RotaPlanning

/// A timetable read back into the plan: names looked up, dates and periods turned into minutes.
struct Recount: Sendable {
  let plan: Plan
  let programme: Programme
  /// Sessions with a placement, in the programme's order.
  let held: [Held]
  /// When each of them begins, in minutes since 1970; `Int.max` without a time. Apart from the rest,
  /// since sorting looks at nothing else.
  let starts: [Int]
  /// Placements of sessions that the programme does not have.
  let unknown: [SessionIdentity]
  /// What people were told last.
  let publication: Publication?
  // Positions in `held` of the sessions that have a time, by start.

  /// Of the sessions that each atom attends.
  let ofAtom: [[Int]]
  /// Of the sessions at each place, chosen or streamed to.
  let ofPlace: [[Int]]
  /// Of the sessions that each person teaches or chairs.
  let ofTeacher: [[Int]]

  init(plan: Plan, programme: Programme, timetable: Timetable) {
    let places = Self.positions(plan.places.map(\.name))
    let teachers = Self.positions(plan.teachers.map(\.name))
    var held: [Held] = []
    var known: Set<SessionIdentity> = []
    for session in programme.sessions {
      guard let placement = timetable.placements[session.identity],
        let template = Self.template(of: session, in: plan),
        known.insert(session.identity).inserted
      else { continue }
      held.append(
        Held(
          session: session, template: template, placement: placement,
          places: placement.places.map { places[$0].map { PlaceID($0) } },
          teachers: placement.teachers.map { teachers[$0].map { TeacherID($0) } },
          calendar: plan.calendar))
    }
    let unknown =
      known.count == timetable.placements.count
      ? [] : timetable.placements.keys.filter { !known.contains($0) }.sorted()
    self.init(
      plan: plan, programme: programme, held: held, unknown: unknown,
      publication: timetable.publication)
  }

  /// - Parameter held: sessions of the programme with their placements, in its order.
  init(
    plan: Plan, programme: Programme, held: [Held], unknown: [SessionIdentity] = [],
    publication: Publication?
  ) {
    self.plan = plan
    self.programme = programme
    self.held = held
    self.unknown = unknown
    self.publication = publication
    let starts = held.map { $0.time?.start ?? .max }
    self.starts = starts
    let timed = held.indices.filter { held[$0].time != nil }
      .sorted { (starts[$0], $0) < (starts[$1], $1) }
    ofAtom = Self.lists(programme.atoms.count, timed) { held[$0].session.atoms.map(\.value) }
    ofPlace = Self.lists(plan.places.count, timed) { held[$0].places.compactMap { $0?.value } }
    ofTeacher = Self.lists(plan.teachers.count, timed) { held[$0].staff.map(\.value) }
  }

  /// So many lists of positions, each position in those that are named for it.
  private static func lists(
    _ count: Int, _ positions: [Int], naming numbers: (Int) -> [Int]
  ) -> [[Int]] {
    var lists = [[Int]](repeating: [], count: count)
    for position in positions {
      for number in numbers(position)
      where lists.indices.contains(number) && lists[number].last != position {
        lists[number].append(position)
      }
    }
    return lists
  }

  /// Nil for a session of another plan.
  static func template(of session: Session, in plan: Plan) -> SessionTemplate? {
    guard plan.modules.indices.contains(session.module.value) else { return nil }
    let templates = plan[session.module].sessions
    return templates.indices.contains(session.template) ? templates[session.template] : nil
  }

  static func positions(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
