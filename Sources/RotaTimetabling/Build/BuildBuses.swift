import RotaPlanning

extension ProblemBuilder {
  mutating func addBuses() {
    let buses = plan.resources.filter { $0.role == .buses }
    problem.busCount = buses.count
    problem.busLimit = Column(buses.map(\.count))
    let schools = Set(buses.compactMap(\.school))
    for session in programme.sessions {
      // A school with buses of its own uses those; all others use the buses of no school.
      let school = plan[session.rotation].school.flatMap { schools.contains($0) ? $0 : nil }
      for bus in buses {
        let seats = max(1, bus.seats ?? Int.max)
        let needed = session.people / seats + (session.people % seats == 0 ? 0 : 1)
        problem.busNeed.append(bus.school == school ? needed : 0)
      }
    }
    addOutings()
  }

  /// Ticks: a day parted at every time at which a bus may leave or be back, so that no count of
  /// buses changes within one.
  private mutating func addOutings() {
    let ways = plan.places.indices.map { plan.outing(to: PlaceID($0)) }
    let distinct = Set(ways.filter { $0 > 0 }).sorted()
    problem.outing = Column(ways.map { way in distinct.firstIndex(of: way) ?? -1 })
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
}
