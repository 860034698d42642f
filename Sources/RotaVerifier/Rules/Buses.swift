import RotaPlanning

extension HardRule {
  /// Buses are enough at any minute, from departure to return. Who sets out for another site before
  /// they could be home keeps the buses: those who are on the same trips at a minute ride together.
  static let buses = HardRule(.resourceOverfull) { recount in
    let resources = recount.plan.resources
    let busesOfRotations = recount.busesOfRotations
    var trips = [[Trip]](repeating: [], count: resources.count)
    for (position, one) in recount.held.enumerated() {
      guard let place = one.mainPlace, recount.plan[place].role == .site,
        let stay = recount.stay(position)
      else { continue }
      for party in recount.parties(of: one.session, by: busesOfRotations) {
        let way = recount.plan.outing(from: party.school, to: place)
        guard let number = party.buses, way > 0, party.people > 0 else { continue }
        var trip = Trip(stay: stay, party: party)
        trip.stay.start -= way
        trip.stay.end += way
        // Its position among the trips in place of an amount.
        trip.stay.amount = trips[number].count
        trips[number].append(trip)
      }
    }
    return zip(resources, trips).flatMap { buses, trips in
      recount.overfull(buses, trips.map(\.stay)) { present in
        recount.busesOut(present.map { trips[$0.amount].party }, of: buses)
      }
    }
  }

  private struct Trip {
    var stay: Clashes.Stay
    var party: Party
  }

  /// People of a session who take the same buses from the same school.
  fileprivate struct Party {
    var buses: Int?
    var school: SchoolID?
    var atoms: [AtomID] = []
    var people = 0
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

  /// Who goes out for a session, by the buses that they take. All take those of the session's rotation,
  /// but where several rotations meet, each takes its own. A number expected of such a session falls
  /// to each in proportion to those who attend, rounded up.
  fileprivate func parties(of session: Session, by busesOfRotations: [Int?]) -> [HardRule.Party] {
    func buses(_ rotation: RotationID) -> Int? {
      busesOfRotations.indices.contains(rotation.value) ? busesOfRotations[rotation.value] : nil
    }
    func rotation(_ studyClass: ClassID) -> RotationID {
      programme[programme[studyClass].run].rotation
    }
    var parties: [HardRule.Party] = []
    func add(_ rotation: RotationID, people: Int, _ atoms: [AtomID]) {
      let own = buses(rotation)
      let school = plan[rotation].school
      let known = parties.firstIndex {
        $0.buses == own && ($0.school == school || areEquallyFar($0.school, school))
      }
      if let known {
        parties[known].people += people
        parties[known].atoms += atoms
      } else {
        parties.append(HardRule.Party(buses: own, school: school, atoms: atoms, people: people))
      }
    }
    if case .joint = session.identity.audience {
      for id in session.classes {
        let own = session.atoms.filter { programme.atoms[$0.value].studyClass == id }
        add(rotation(id), people: programme[id].people, own)
      }
    }
    let attending = parties.reduce(0) { $0 + $1.people }
    if attending == 0 {
      parties = []
      add(session.rotation, people: session.people, session.atoms)
      return parties
    }
    if attending == session.people { return parties }
    return parties.map { party in
      var party = party
      party.people = Self.portion(party.people, of: attending, in: session.people)
      return party
    }
  }

  private func areEquallyFar(_ a: SchoolID?, _ b: SchoolID?) -> Bool {
    plan.places.indices.allSatisfy {
      plan.outing(from: a, to: PlaceID($0)) == plan.outing(from: b, to: PlaceID($0))
    }
  }

  /// Buses for all who are on some trips at one minute. Part of a class counts in proportion to the
  /// parts that it has.
  fileprivate func busesOut(_ parties: [HardRule.Party], of buses: Resource) -> Int {
    func needed(_ people: Int) -> Int {
      guard let seats = buses.seats, seats > 0 else { return people > 0 ? 1 : 0 }
      return (people + seats - 1) / seats
    }
    var trips: [AtomID: [Int]] = [:]
    var sum = 0
    for (number, party) in parties.enumerated() {
      for atom in party.atoms { trips[atom, default: []].append(number) }
      if party.atoms.isEmpty { sum += needed(party.people) }
    }
    if trips.values.allSatisfy({ $0.count == 1 }) {
      return parties.reduce(0) { $0 + needed($1.people) }
    }
    let weights = parties.map { $0.atoms.reduce(0) { $0 + programme.weight(of: $1) } }
    let together = Dictionary(grouping: trips.keys, by: { trips[$0] ?? [] })
    for (numbers, atoms) in together {
      let weight = atoms.reduce(0) { $0 + programme.weight(of: $1) }
      sum += needed(
        numbers.map { Self.portion(weight, of: weights[$0], in: parties[$0].people) }.max() ?? 0)
    }
    return sum
  }

  /// What some of all have of a number, rounded up.
  private static func portion(_ some: Int, of all: Int, in number: Int) -> Int {
    if all <= 0 || some == all { return number }
    let (whole, rest) = number.quotientAndRemainder(dividingBy: all)
    let (product, overflow) = rest.multipliedReportingOverflow(by: some)
    // Of numbers that large one more person is no bus.
    return overflow ? number : whole * some + (product + all - 1) / all
  }
}
