import RotaPlanning

extension HardRule {
  /// Buses are enough at any minute, from departure to return.
  static let buses = HardRule(.resourceOverfull) { recount in
    let resources = recount.plan.resources
    let busesOfRotations = recount.busesOfRotations
    var trips = [[Clashes.Stay]](repeating: [], count: resources.count)
    for (position, one) in recount.held.enumerated() {
      guard let place = one.mainPlace else { continue }
      let way = recount.plan.outing(to: place)
      guard way > 0, var trip = recount.stay(position) else { continue }
      trip.start -= way
      trip.end += way
      for (buses, people) in recount.parties(of: one.session, by: busesOfRotations) {
        guard let number = buses else { continue }
        var ride = trip
        if let seats = resources[number].seats, seats > 0 {
          ride.amount = (people + seats - 1) / seats
        }
        if people > 0 { trips[number].append(ride) }
      }
    }
    return zip(resources, trips).flatMap { recount.overfull($0, $1) }
  }

  /// What sessions use is there while they last.
  static let resources = HardRule(.resourceOverfull) { recount in
    let resources = recount.plan.resources
    var uses = [[Clashes.Stay]](repeating: [], count: resources.count)
    for (position, one) in recount.held.enumerated() where !one.template.resources.isEmpty {
      var needed: [Int: Int] = [:]
      for need in one.template.resources { needed[need.resource.value, default: 0] += need.count }
      for (number, amount) in needed where amount > 0 && uses.indices.contains(number) {
        if let use = recount.stay(position, amount: amount) { uses[number].append(use) }
      }
    }
    return zip(resources, uses).flatMap { recount.overfull($0, $1) }
  }
}

extension Recount {
  /// The buses that each rotation takes: those of its own school, else those of no school, else, for
  /// a rotation of no school, the first.
  fileprivate var busesOfRotations: [Int?] {
    let buses = plan.resources.indices.filter { plan.resources[$0].role == .buses }
    let ofSchool = Dictionary(
      buses.map { (plan.resources[$0].school, $0) }, uniquingKeysWith: { first, _ in first })
    let ofNone = ofSchool[SchoolID?.none]
    return plan.rotations.map { rotation in
      guard rotation.school != nil else { return ofNone ?? buses.first }
      return ofSchool[rotation.school] ?? ofNone
    }
  }

  /// People of a session by the buses that they take; nil for those whose rotation has none. All take
  /// those of the session's rotation, but where several rotations meet, each takes its own. A number
  /// expected of such a session falls to each in proportion to those who attend, rounded up.
  fileprivate func parties(of session: Session, by busesOfRotations: [Int?]) -> [Int?: Int] {
    func buses(_ rotation: RotationID) -> Int? {
      busesOfRotations.indices.contains(rotation.value) ? busesOfRotations[rotation.value] : nil
    }
    var parties: [Int?: Int] = [:]
    if case .joint = session.identity.audience {
      for id in session.classes {
        let studyClass = programme[id]
        parties[buses(programme[studyClass.run].rotation), default: 0] += studyClass.people
      }
    }
    let attending = parties.values.reduce(0, +)
    if attending == 0 { return [buses(session.rotation): session.people] }
    if attending == session.people { return parties }
    return parties.mapValues { party in
      let (whole, rest) = session.people.quotientAndRemainder(dividingBy: attending)
      return whole * party + (rest * party + attending - 1) / attending
    }
  }

  fileprivate func overfull(_ resource: Resource, _ stays: [Clashes.Stay]) -> [Violation] {
    Clashes.excesses(stays, limit: resource.count).map {
      Violation(
        .resourceOverfull, sessions: identities($0.held), subject: resource.name,
        needed: $0.used, available: resource.count)
    }
  }
}
