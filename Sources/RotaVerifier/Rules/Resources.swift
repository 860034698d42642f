import RotaPlanning

extension HardRule {
  /// Buses are enough at any minute, from departure to return.
  static let buses = HardRule(.resourceOverfull) { recount in
    recount.plan.resources.indices.flatMap { number -> [Violation] in
      let buses = recount.plan.resources[number]
      guard buses.role == .buses else { return [] }
      let trips = recount.held.indices.compactMap { position -> Clashes.Stay? in
        let one = recount.held[position]
        guard let place = one.mainPlace, recount.serves(number, one.session.rotation) else {
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
  /// Whether a rotation takes these buses or beds: those of its own school where it has any, else
  /// those without a school.
  func serves(_ resource: Int, _ rotation: RotationID) -> Bool {
    let offered = plan.resources[resource]
    let school = plan[rotation].school
    if let school,
      plan.resources.contains(where: { $0.role == offered.role && $0.school == school })
    {
      return offered.school == school
    }
    return offered.school == nil
  }

  fileprivate func overfull(_ resource: Resource, _ stays: [Clashes.Stay]) -> [Violation] {
    Clashes.excesses(stays, limit: resource.count).map {
      Violation(
        .resourceOverfull, sessions: identities($0.held), subject: resource.name,
        needed: $0.used, available: resource.count)
    }
  }
}
