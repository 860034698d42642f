import RotaPlanning

extension ProblemBuilder {
  mutating func addBuses() {
    let buses = plan.resources.filter { $0.role == .buses }
    problem.busCount = buses.count
    problem.busLimit = Column(buses.map(\.count))
    for session in programme.sessions {
      let own = bus(for: plan[session.rotation], among: buses)
      for (number, bus) in buses.enumerated() {
        let seats = max(1, bus.seats ?? Int.max)
        let needed = session.people / seats + (session.people % seats == 0 ? 0 : 1)
        problem.busNeed.append(number == own ? needed : 0)
      }
    }
    addOutings()
  }

  /// All buses of a session come from one declaration: that of its rotation's school, else the one
  /// of no school, else the first that serves the rotation.
  private func bus(for rotation: Rotation, among buses: [Resource]) -> Int? {
    let fitting = buses.indices.filter { plan.serves(buses[$0], rotation) }
    return fitting.first { rotation.school != nil && buses[$0].school == rotation.school }
      ?? fitting.first { buses[$0].school == nil } ?? fitting.first
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
