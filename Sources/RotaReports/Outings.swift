import RotaPlanning

/// Ways out to sites and back.
struct Outings {
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

  let plan: Plan
  private let programme: Programme
  private let fleets: BusTable
  private let places: [String: PlaceID]

  init(plan: Plan, programme: Programme) {
    self.plan = plan
    self.programme = programme
    fleets = BusTable(of: plan)
    var places: [String: PlaceID] = [:]
    for (index, place) in plan.places.enumerated() where places[place.name] == nil {
      places[place.name] = PlaceID(index)
    }
    self.places = places
  }

  /// Movements for sessions in order of time: those of one minute to one place are one,
  /// and so are all returns of one minute.
  func movements(_ items: [Schedule.Item]) -> [Movement] {
    var found: [Movement] = []
    // The last outing of each atom, by position in `outings`.
    var last: [AtomID: Int] = [:]
    let outings = items.compactMap { item in site(of: item).map { (item: item, site: $0) } }
    var comesBack = [Bool](repeating: true, count: outings.count)
    var setOut: [Movement] = []
    for (index, outing) in outings.enumerated() {
      let item = outing.item
      let way = plan.outing(to: outing.site)
      var kind = Movement.Kind.departure
      var minute = item.minutes.lowerBound - way
      let before = item.session.atoms.compactMap { last[$0] }.max()
      if let before, outings[before].item.dayIndex == item.dayIndex {
        // Who has no time to come back in between goes from one site to the next.
        let previous = outings[before]
        let home = previous.item.minutes.upperBound + plan.outing(to: previous.site)
        if home > minute {
          comesBack[before] = false
          kind = .transfer
          minute =
            item.minutes.lowerBound - plan.travelMinutes(from: previous.site, to: outing.site)
        }
        if kind == .transfer, previous.site == outing.site { minute = Int.min }
      }
      for atom in item.session.atoms { last[atom] = index }
      if minute != Int.min {
        setOut.append(
          movement(kind, outing.item, outing.site, minute, arrival: item.minutes.lowerBound))
      }
    }
    found += setOut
    for (index, outing) in outings.enumerated() where comesBack[index] {
      let minute = outing.item.minutes.upperBound
      found.append(
        movement(
          .returning, outing.item, outing.site, minute,
          arrival: minute + plan.outing(to: outing.site)))
    }
    return merged(found)
  }

  /// The site that a session goes to, where there is a way to it.
  private func site(of item: Schedule.Item) -> PlaceID? {
    guard let name = item.placement.places.first, let id = places[name], plan.outing(to: id) > 0
    else { return nil }
    return id
  }

  private func movement(
    _ kind: Movement.Kind, _ item: Schedule.Item, _ site: PlaceID, _ minute: Int, arrival: Int
  ) -> Movement {
    Movement(
      kind: kind, dayIndex: item.dayIndex, minute: minute, places: [plan[site].name],
      arrivals: [arrival], sessions: [item.session], buses: buses(for: item.session))
  }

  /// Minutes of the way to where a session is, one way; nil where it is at the school.
  func way(of item: Schedule.Item) -> Int? { site(of: item).map { plan.outing(to: $0) } }

  /// Buses that a session's people need of all those that they ride in; nil where there are none.
  func buses(for session: Session) -> Int? {
    let riders = fleets.riders(of: session, in: programme)
    return riders.isEmpty ? nil : riders.reduce(0) { $0 + needed(by: $1) }
  }

  /// Buses of one declaration that a session's people need.
  func buses(for session: Session, of fleet: ResourceID) -> Int {
    fleets.riders(of: session, in: programme).first { $0.buses == fleet }.map(needed) ?? 0
  }

  /// One where nobody said how many a bus seats.
  private func needed(by riders: BusTable.Riders) -> Int {
    guard let seats = plan[riders.buses].seats, seats > 0 else { return 1 }
    return riders.people / seats + (riders.people % seats == 0 ? 0 : 1)
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
