import RotaPlanning

extension ProblemBuilder {
  mutating func addBuses() {
    let buses = plan.resources.indices.filter { plan.resources[$0].role == .buses }
    let numbers = Dictionary(uniqueKeysWithValues: zip(buses, 0...))
    problem.busCount = buses.count
    problem.busLimit = Column(buses.map { plan.resources[$0].count })
    problem.busSeats = buses.map { max(1, plan.resources[$0].seats ?? Int.max) }
    problem.atomWeight = programme.atoms.indices.map { programme.weight(of: AtomID($0)) }
    let taken = BusTable(of: plan)
    var origins: [SchoolID?: Int] = [:]
    for session in programme.sessions {
      for riders in taken.riders(of: session, in: programme) where riders.people > 0 {
        guard let bus = numbers[riders.buses.value] else { continue }
        let seats = problem.busSeats[bus]
        let origin = origins[riders.origin] ?? origins.count
        origins[riders.origin] = origin
        problem.rideBus.append(bus)
        problem.rideNeed.append(riders.people / seats + (riders.people % seats == 0 ? 0 : 1))
        problem.rideOrigin.append(origin)
        problem.rideAtoms.append(riders.atoms.map(\.value))
        problem.ridePeople.append(riders.people)
        problem.rideWeight.append(riders.atoms.reduce(0) { $0 + problem.atomWeight[$1.value] })
      }
      problem.rideOffsets.append(problem.rideBus.count)
    }
    addOutings(from: origins.sorted { $0.value < $1.value }.map(\.key))
    addRidesOn()
  }

  /// Ticks: a day parted at every time at which a bus may leave or be back, so that no count of
  /// buses changes within one.
  private mutating func addOutings(from origins: [SchoolID?]) {
    let ways = origins.flatMap { origin in
      plan.places.indices.map { plan.outing(from: origin, to: PlaceID($0)) }
    }
    let distinct = Set(ways.filter { $0 > 0 }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(distinct, 0...))
    problem.outing = Column(ways.map { numbers[$0] ?? -1 })
    let count = plan.places.count
    problem.outingPlaces = Column(
      plan.places.indices.filter { place in
        origins.indices.contains { ways[$0 * count + place] > 0 }
      }.map { problem.firstPlace + $0 })
    if problem.busCount == 0 { return }
    var times: Set<Int> = []
    for slot in plan.calendar.slots {
      for way in distinct {
        times.insert(slot.times.lowerBound - way)
        times.insert(slot.times.upperBound + way)
      }
    }
    let sorted = times.sorted()
    let ticks = Dictionary(sorted.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    problem.tickCount = sorted.count
    for way in distinct {
      for slot in plan.calendar.slots {
        problem.leaveTick.append(ticks[slot.times.lowerBound - way] ?? 0)
        problem.returnTick.append(ticks[slot.times.upperBound + way] ?? 0)
      }
    }
  }

  private mutating func addRidesOn() {
    let sites = Set((0..<problem.outingPlaces.count).map { problem.outingPlaces[$0] })
    var outings = [Int](repeating: 0, count: problem.atomCount)
    let goesOut = (0..<problem.sessionCount).map { session in
      let atFirst = problem.memberAtFirst[problem.placeMember[session]]
      return sites.contains(atFirst)
        || problem.placeSets.range(problem.placesOf[session]).contains {
          sites.contains(problem.placeSets.items[$0])
        }
    }
    for (session, isOut) in zip(programme.sessions, goesOut) where isOut {
      for atom in session.atoms { outings[atom.value] += 1 }
    }
    problem.ridesOn = zip(programme.sessions, goesOut).map { session, isOut in
      isOut && session.atoms.contains { outings[$0.value] > 1 }
    }
  }
}
