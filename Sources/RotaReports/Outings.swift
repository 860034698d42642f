import RotaPlanning

/// Ways out to sites and back, of a whole timetable: who sets out when, who goes on from one site to
/// the next, and who comes home from where.
struct Outings: Sendable {
  /// People who set out together for a session at a site.
  struct Leg: Sendable {
    /// Position of the session among the programme's.
    var index: Int
    /// Of it those who go: sessions tell in print who that is.
    var session: Session
    var dayIndex: Int
    var place: String
    /// Whether they come from another site.
    var isTransfer: Bool
    /// Since midnight of the day; below 0 on the day before.
    var minute: Int
    var arrival: Int
    /// When they leave the site, home or for the next one; several where they part.
    var leavesSite: [Int]
    /// When those are at the school who go home from there.
    var back: [Int]
  }

  /// People who go home together from a session at a site.
  struct Return: Sendable {
    var index: Int
    var session: Session
    var dayIndex: Int
    var place: String
    var minute: Int
    var arrival: Int
  }

  struct Movement: Sendable {
    enum Kind: Int, Comparable, Sendable {
      // In the order in which rows of one minute stand.
      case returning, transfer, departure
      static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }
    var kind: Kind
    var dayIndex: Int
    /// Since midnight of the day; below 0 on the day before.
    var minute: Int
    /// Several for those who return at one minute.
    var places: [String]
    /// When they are there, counted alike; of those who return, back at the school. One for each of
    /// the places.
    var arrivals: [Int]
    var sessions: [Session]
    /// Nil where the plan has no buses for them.
    var buses: Int?
  }

  /// Sessions at sites in order of time.
  let visits: [(item: Schedule.Item, site: PlaceID)]
  let legs: [Leg]
  let returns: [Return]
  let fleets: BusTable
  private let plan: Plan
  private let programme: Programme
  private let legsOfSessions: [Int: [Int]]

  init(_ input: ReportInput) {
    plan = input.plan
    programme = input.programme
    fleets = BusTable(of: input.plan)
    var sites: [String: PlaceID] = [:]
    for (index, place) in plan.places.enumerated() where sites[place.name] == nil {
      sites[place.name] = PlaceID(index)
    }
    sites = sites.filter { input.plan[$0.value].role == .site }
    let visits = Schedule(input) { $0.places.first.map { sites[$0] != nil } ?? false }.items
      .compactMap { item in
        item.placement.places.first.flatMap { sites[$0] }.map { (item: item, site: $0) }
      }
    self.visits = visits
    let (legs, returns) = Movers(plan: plan, programme: programme, visits: visits).movements()
    self.legs = legs
    self.returns = returns
    legsOfSessions = Dictionary(grouping: legs.indices) { legs[$0].index }
  }

  /// Where people set out for a session.
  func legs(to item: Schedule.Item, of scope: AudienceText.Scope = .everything) -> [Leg] {
    (legsOfSessions[item.index] ?? []).map { legs[$0] }.filter { concerns(scope, $0.session) }
  }

  private func concerns(_ scope: AudienceText.Scope, _ session: Session) -> Bool {
    switch scope {
    case .everything, .school: true
    case .run(let id): session.runs.contains(id)
    case .studyClass(let id): session.classes.contains(id) || session.classes.isEmpty
    }
  }

  /// Movements of some sessions: those of one minute to one place are one, and so are all returns of
  /// one minute.
  func movements(
    _ items: [Schedule.Item], of scope: AudienceText.Scope = .everything
  ) -> [Movement] {
    let wanted = Set(items.map(\.index))
    var found = legs.filter { wanted.contains($0.index) && concerns(scope, $0.session) }.map {
      leg in
      Movement(
        kind: leg.isTransfer ? .transfer : .departure, dayIndex: leg.dayIndex, minute: leg.minute,
        places: [leg.place], arrivals: [leg.arrival], sessions: [leg.session],
        buses: buses(for: leg.session))
    }
    found += returns.filter { wanted.contains($0.index) && concerns(scope, $0.session) }.map {
      Movement(
        kind: .returning, dayIndex: $0.dayIndex, minute: $0.minute, places: [$0.place],
        arrivals: [$0.arrival], sessions: [$0.session], buses: buses(for: $0.session))
    }
    return merged(found)
  }

  /// Buses that people of a session need of all those that they ride in; nil where there are none.
  func buses(for session: Session) -> Int? {
    let riders = fleets.riders(of: session, in: programme)
    return riders.isEmpty ? nil : riders.reduce(0) { $0 + needed($1.people, of: $1.buses) }
  }

  /// One where nobody said how many a bus seats.
  func needed(_ people: Int, of buses: ResourceID) -> Int {
    guard let seats = plan[buses].seats, seats > 0 else { return people > 0 ? 1 : 0 }
    return people / seats + (people % seats == 0 ? 0 : 1)
  }

  private struct Key: Hashable {
    var kind: Movement.Kind
    var dayIndex: Int
    var minute: Int
    /// Nil for returns.
    var place: String?
  }

  private func merged(_ movements: [Movement]) -> [Movement] {
    var positions: [Key: Int] = [:]
    var result: [Movement] = []
    for movement in movements {
      let key = Key(
        kind: movement.kind, dayIndex: movement.dayIndex, minute: movement.minute,
        place: movement.kind == .returning ? nil : movement.places.first)
      if let position = positions[key] {
        result[position].sessions += movement.sessions
        for (place, arrival) in zip(movement.places, movement.arrivals)
        where !result[position].places.contains(place) {
          result[position].places.append(place)
          result[position].arrivals.append(arrival)
        }
        if let more = movement.buses {
          result[position].buses = (result[position].buses ?? 0) + more
        }
      } else {
        positions[key] = result.count
        result.append(movement)
      }
    }
    return result
  }
}

/// Follows those who attend from site to site, part by part: who has no time to come home between two
/// visits of a day goes on from one to the other, and others of the same class may not.
private struct Movers {
  let plan: Plan
  let programme: Programme
  let visits: [(item: Schedule.Item, site: PlaceID)]

  /// Those who come the same way to a visit: from their school, or from the visit before.
  private struct Way: Hashable {
    var minutes: Int
    var before: Int?
  }

  func movements() -> ([Outings.Leg], [Outings.Return]) {
    var next = [[AtomID: Int]](repeating: [:], count: visits.count)
    var arriving = [[(way: Way, atoms: [AtomID])]](repeating: [], count: visits.count)
    // The last visit of each atom.
    var last: [AtomID: Int] = [:]
    for (index, visit) in visits.enumerated() {
      let start = visit.item.minutes.lowerBound
      func add(_ atom: AtomID?, _ minutes: Int) {
        var way = Way(minutes: minutes, before: nil)
        if let atom, let before = last[atom], visits[before].item.dayIndex == visit.item.dayIndex,
          visits[before].item.minutes.upperBound + self.minutes(atom, to: visits[before].site)
            > start - minutes
        {
          way.before = before
          next[before][atom] = index
        }
        if let known = arriving[index].firstIndex(where: { $0.way == way }) {
          arriving[index][known].atoms += [atom].compactMap { $0 }
        } else {
          arriving[index].append((way, [atom].compactMap { $0 }))
        }
      }
      let session = visit.item.session
      for atom in session.atoms { add(atom, minutes(atom, to: visit.site)) }
      if session.atoms.isEmpty {
        add(nil, plan.outing(from: plan[session.rotation].school, to: visit.site))
      }
      for atom in session.atoms { last[atom] = index }
    }
    var legs: [Outings.Leg] = []
    var returns: [Outings.Return] = []
    for (index, visit) in visits.enumerated() {
      for (way, atoms) in arriving[index] {
        if let leg = leg(to: index, way, atoms, next) { legs.append(leg) }
      }
      let (item, site) = visit
      let ways = Dictionary(
        grouping: item.session.atoms.filter { next[index][$0] == nil },
        by: { minutes($0, to: site) })
      let expected =
        item.session.atoms.isEmpty
        ? [plan.outing(from: plan[item.session.rotation].school, to: site): [AtomID]()] : [:]
      for (way, atoms) in ways.merging(expected, uniquingKeysWith: { own, _ in own })
        .sorted(by: { $0.key < $1.key }) where way > 0
      {
        let end = item.minutes.upperBound
        returns.append(
          Outings.Return(
            index: item.index, session: part(atoms, of: item.session), dayIndex: item.dayIndex,
            place: plan[site].name, minute: end, arrival: end + way))
      }
    }
    return (legs, returns)
  }

  /// Nil where nobody goes anywhere: where there is no way, or they are there already.
  private func leg(
    to index: Int, _ way: Way, _ atoms: [AtomID], _ next: [[AtomID: Int]]
  ) -> Outings.Leg? {
    let (item, site) = visits[index]
    var minute = item.minutes.lowerBound - way.minutes
    if let before = way.before {
      if visits[before].site == site { return nil }
      minute =
        item.minutes.lowerBound - plan.travelMinutes(from: visits[before].site, to: site)
    } else if way.minutes == 0 {
      return nil
    }
    let ends =
      atoms.isEmpty
      ? [end(of: index, nil, way.minutes, next)]
      : atoms.map { end(of: index, $0, way.minutes, next) }
    return Outings.Leg(
      index: item.index, session: part(atoms, of: item.session), dayIndex: item.dayIndex,
      place: plan[site].name, isTransfer: way.before != nil, minute: minute,
      arrival: item.minutes.lowerBound, leavesSite: Set(ends.map(\.leaves)).sorted(),
      back: Set(ends.compactMap(\.back)).sorted())
  }

  /// When somebody leaves a site where they may have more than one visit, and is back at the school; nil
  /// of who goes on to another site.
  private func end(
    of index: Int, _ atom: AtomID?, _ way: Int, _ next: [[AtomID: Int]]
  ) -> (leaves: Int, back: Int?) {
    var index = index
    while let atom, let following = next[index][atom] {
      if visits[following].site != visits[index].site {
        let onward = plan.travelMinutes(from: visits[index].site, to: visits[following].site)
        return (visits[following].item.minutes.lowerBound - onward, nil)
      }
      index = following
    }
    let leaves = visits[index].item.minutes.upperBound
    return (leaves, leaves + way)
  }

  private func minutes(_ atom: AtomID, to site: PlaceID) -> Int {
    let run = programme[programme[atom: atom].run]
    return plan.outing(from: plan[run.rotation].school, to: site)
  }

  /// A session as some of those who attend it have it.
  private func part(_ atoms: [AtomID], of session: Session) -> Session {
    if atoms.count == session.atoms.count { return session }
    var part = session
    part.atoms = atoms
    let classes = Set(atoms.map { programme.atoms[$0.value].studyClass })
    part.classes = session.classes.filter(classes.contains)
    let runs = Set(part.classes.map { programme[$0].run })
    part.runs = session.runs.filter(runs.contains)
    func weight(_ atoms: [AtomID]) -> Int { atoms.reduce(0) { $0 + programme.weight(of: $1) } }
    part.people = BusTable.share(weight(atoms), of: weight(session.atoms), in: session.people)
    return part
  }
}

extension Programme {
  fileprivate subscript(atom atom: AtomID) -> StudyClass { self[atoms[atom.value].studyClass] }
}
