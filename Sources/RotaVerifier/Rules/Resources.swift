import RotaPlanning

extension HardRule {
  /// Buses are enough at any minute, from departure to return.
  static let buses = HardRule(.resourceOverfull) { recount in
    recount.plan.resources.indices.flatMap { number -> [Violation] in
      let buses = recount.plan.resources[number]
      guard buses.role == .buses else { return [] }
      let trips = recount.held.indices.compactMap { position -> Clashes.Stay? in
        let one = recount.held[position]
        guard let place = one.mainPlace, recount.buses(for: one.session.rotation) == number else {
          return nil
        }
        let way = recount.plan.outing(to: place)
        guard way > 0, var trip = recount.stay(position) else { return nil }
        trip.start -= way
        trip.end += way
        if let seats = buses.seats, seats > 0 {
          trip.amount = (one.session.people + seats - 1) / seats
        }
        return trip
      }
      return recount.overfull(buses, trips)
    }
  }

  /// What sessions use is there while they last.
  static let resources = HardRule(.resourceOverfull) { recount in
    recount.plan.resources.indices.flatMap { number -> [Violation] in
      let uses = recount.held.indices.compactMap { position -> Clashes.Stay? in
        let needed = recount.held[position].template.resources
          .filter { $0.resource.value == number }.reduce(0) { $0 + $1.count }
        return needed > 0 ? recount.stay(position, amount: needed) : nil
      }
      return recount.overfull(recount.plan.resources[number], uses)
    }
  }
}

extension Recount {
  /// The buses that a rotation takes: those of its own school, else those of no school, else, for a
  /// rotation of no school, the first.
  fileprivate func buses(for rotation: RotationID) -> Int? {
    let buses = plan.resources.indices.filter { plan.resources[$0].role == .buses }
    let school = plan[rotation].school
    return buses.first { school != nil && plan.resources[$0].school == school }
      ?? buses.first { plan.resources[$0].school == nil }
      ?? (school == nil ? buses.first : nil)
  }

  fileprivate func overfull(_ resource: Resource, _ stays: [Clashes.Stay]) -> [Violation] {
    Clashes.excesses(stays, limit: resource.count).map {
      Violation(
        .resourceOverfull, sessions: identities($0.held), subject: resource.name,
        needed: $0.used, available: resource.count)
    }
  }
}
