import RotaPlanning

/// Judges other placements of a few sessions without counting the whole timetable again.
///
/// What a session at another time or place can break it breaks together with sessions of the same
/// classes, meetings of the same template, and whatever is held on the same day or by the same people
/// in the same week. Only these are recounted, by the same rules and wishes as all are, so that the
/// answer is that of `Verifier` on the whole timetable at a part of the price.
public struct MoveRecount: Sendable {
  /// Sessions by position in the programme, each with the placement that it is to have; nil to take
  /// it out.
  public typealias Changes = [(session: SessionID, placement: Timetable.Placement?)]

  private let plan: Plan
  private let programme: Programme
  /// By position in the programme; nil for sessions without a placement.
  private let held: [Held?]
  private let publication: Publication?
  private let places: [String: Int]
  private let teachers: [String: Int]
  // Positions in the programme.
  private let ofClass: [[Int]]
  private let ofSeries: [SessionIdentity: [Int]]
  private let ofDay: [Day: [Int]]
  private let ofStaff: [[Int]]
  private let ofBond: [Bond: [Int]]
  private let bonds: Bonds
  /// Days before and after on which a bus may still be on its way.
  private let daysOnTheWay: Int

  public init(plan: Plan, programme: Programme, timetable: Timetable) {
    self.plan = plan
    self.programme = programme
    publication = timetable.publication
    let places = Recount.positions(plan.places.map(\.name))
    let teachers = Recount.positions(plan.teachers.map(\.name))
    var held: [Held?] = []
    held.reserveCapacity(programme.sessions.count)
    var ofClass = [[Int]](repeating: [], count: programme.classes.count)
    var ofSeries: [SessionIdentity: [Int]] = [:]
    var ofDay: [Day: [Int]] = [:]
    var ofStaff = [[Int]](repeating: [], count: plan.teachers.count)
    let bonds = Bonds(plan, programme)
    var ofBond: [Bond: [Int]] = [:]
    for (position, session) in programme.sessions.enumerated() {
      let one = timetable.placements[session.identity].map {
        Self.held(session, at: $0, plan, places, teachers)
      }
      held.append(one)
      for id in session.classes { ofClass[id.value].append(position) }
      ofSeries[session.identity.ofAnyMeeting, default: []].append(position)
      for bond in bonds.of(session, one) { ofBond[bond, default: []].append(position) }
      guard let one else { continue }
      ofDay[one.placement.day, default: []].append(position)
      for person in one.staff { ofStaff[person.value].append(position) }
    }
    self.held = held
    self.places = places
    self.teachers = teachers
    self.ofClass = ofClass
    self.ofSeries = ofSeries
    self.ofDay = ofDay
    self.ofStaff = ofStaff
    self.ofBond = ofBond
    self.bonds = bonds
    daysOnTheWay = Self.daysOnTheWay(plan)
  }

  /// Hard rules that the changed sessions break where they are put, alone or with others.
  public func violations(with changes: Changes) -> [Violation] {
    let identities = Set(changes.map { programme[$0.session].identity })
    var near = relatives(of: changes)
    for change in changes {
      guard let day = change.placement?.day else { continue }
      for number in (day.number - daysOnTheWay)...(day.number + daysOnTheWay) {
        near.formUnion(ofDay[Day(number: number)] ?? [])
      }
      let week = Self.week(of: day)
      let session = programme[change.session]
      for person in people(of: session, at: change.placement)
      where plan[person].mostPerWeek != nil {
        near.formUnion(
          ofStaff[person.value].filter { position in
            held[position].map { Self.week(of: $0.placement.day) == week } ?? false
          })
      }
    }
    let recount = recount(near, changes)
    var seen: Set<Violation> = []
    return HardRule.timetable.flatMap { $0.broken(recount) }.filter { violation in
      violation.sessions.contains { identities.contains($0) } && seen.insert(violation).inserted
    }
  }

  /// How much more each preference is broken than in the timetable as it is, and what that costs;
  /// below zero where less. Preferences without a difference are left out.
  public func costs(of changes: Changes) -> [CostLine] {
    let near = relatives(of: changes)
    let before = recount(near, [])
    let after = recount(near, changes)
    return plan.preferences.enumerated().compactMap { position, preference in
      func count(_ recount: Recount) -> Int {
        recount.breaches(of: preference.wish).reduce(0) { $0 + $1.count }
      }
      let difference = count(after) - count(before)
      if difference == 0 { return nil }
      let (cost, overflow) = difference.multipliedReportingOverflow(by: preference.weight)
      return CostLine(
        preference: position, count: difference,
        cost: overflow ? (difference > 0 ? .max : .min) : cost)
    }
  }

  /// Whether nothing that a teacher gives or chairs overlaps some minutes of a day, some sessions
  /// aside, and the teacher can come.
  public func isFree(
    _ teacher: TeacherID, on day: Day, _ minutes: Range<Int>, without others: Set<SessionID>
  ) -> Bool {
    plan[teacher].availability.allows(day, minutes)
      && !ofStaff[teacher.value].contains { position in
        guard !others.contains(SessionID(position)), let time = held[position]?.time else {
          return false
        }
        return time.day == day && time.minutes.overlaps(minutes)
      }
  }

  // MARK: What matters

  /// Sessions of the same classes and series, and those that a wish counts together: with them every
  /// wish is broken as often as it is in the whole timetable, or differs by as much.
  private func relatives(of changes: Changes) -> Set<Int> {
    var near: Set<Int> = []
    for change in changes {
      let session = programme[change.session]
      near.insert(change.session.value)
      for id in session.classes { near.formUnion(ofClass[id.value]) }
      near.formUnion(ofSeries[session.identity.ofAnyMeeting] ?? [])
      if bonds.isEmpty { continue }
      var own = bonds.of(session, held[change.session.value])
      if let placement = change.placement {
        own.formUnion(bonds.of(session, Self.held(session, at: placement, plan, places, teachers)))
      }
      for bond in own { near.formUnion(ofBond[bond] ?? []) }
    }
    return near
  }

  private func recount(_ near: Set<Int>, _ changes: Changes) -> Recount {
    var part = Programme()
    part.runs = programme.runs
    part.classes = programme.classes
    part.atoms = programme.atoms
    var there: [Held] = []
    for position in near.sorted() {
      let session = programme.sessions[position]
      part.sessions.append(session)
      if let change = changes.first(where: { $0.session.value == position }) {
        if let placement = change.placement {
          there.append(Self.held(session, at: placement, plan, places, teachers))
        }
      } else if let one = held[position] {
        there.append(one)
      }
    }
    return Recount(plan: plan, programme: part, held: there, publication: publication)
  }

  private func people(of session: Session, at placement: Timetable.Placement?) -> [TeacherID] {
    (placement?.teachers ?? []).compactMap { teachers[$0].map { TeacherID($0) } }
      + [plan.template(of: session).chair].compactMap { $0 }
  }

  private static func held(
    _ session: Session, at placement: Timetable.Placement, _ plan: Plan, _ places: [String: Int],
    _ teachers: [String: Int]
  ) -> Held {
    Held(
      session: session, template: plan.template(of: session), placement: placement,
      places: placement.places.map { places[$0].map { PlaceID($0) } },
      teachers: placement.teachers.map { teachers[$0].map { TeacherID($0) } },
      calendar: plan.calendar)
  }

  /// The number of a week from Monday to Sunday.
  private static func week(of day: Day) -> Int {
    let monday = day.number - (day.weekday.rawValue - 1)
    return monday >= 0 ? monday / 7 : (monday - 6) / 7
  }

  /// A bus of one day's last session and one of the next day's first may be out at once where the
  /// ways are long.
  private static func daysOnTheWay(_ plan: Plan) -> Int {
    let schools = Set(plan.rotations.map(\.school))
    let way =
      plan.places.indices.flatMap { place in
        schools.map { plan.outing(from: $0, to: PlaceID(place)) }
      }.max() ?? 0
    let slots = plan.calendar.slots
    guard way > 0, let first = slots.map(\.times.lowerBound).min(),
      let last = slots.map(\.times.upperBound).max()
    else { return 0 }
    return max(0, 2 * way + last - first - 1) / 1440
  }
}
