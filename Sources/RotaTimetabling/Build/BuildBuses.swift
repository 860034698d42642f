import RotaPlanning

extension ProblemBuilder {
  mutating func addBuses() {
    let buses = plan.resources.indices.filter { plan.resources[$0].role == .buses }
    let numbers = Dictionary(uniqueKeysWithValues: zip(buses, 0...))
    problem.busCount = buses.count
    problem.busLimit = Column(buses.map { plan.resources[$0].count })
    let taken = BusTable(of: plan)
    for session in programme.sessions {
      for riders in taken.riders(of: session, in: programme) where riders.people > 0 {
        guard let bus = numbers[riders.buses.value] else { continue }
        let seats = max(1, plan[riders.buses].seats ?? Int.max)
        problem.rideBus.append(bus)
        problem.rideNeed.append(riders.people / seats + (riders.people % seats == 0 ? 0 : 1))
      }
      problem.rideOffsets.append(problem.rideBus.count)
    }
    addOutings()
  }

  /// Ticks: a day parted at every time at which a bus may leave or be back, so that no count of
  /// buses changes within one.
  private mutating func addOutings() {
    let ways = plan.places.indices.map { plan.outing(to: PlaceID($0)) }
    let distinct = Set(ways.filter { $0 > 0 }).sorted()
    problem.outing = Column(ways.map { way in distinct.firstIndex(of: way) ?? -1 })
    problem.outingPlaces = Column(
      ways.indices.filter { ways[$0] > 0 }.map { problem.firstPlace + $0 })
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
