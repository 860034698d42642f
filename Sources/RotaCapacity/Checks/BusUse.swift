import RotaDiagnostics
import RotaPlanning

extension Check {
  /// Buses are enough for each visit, and for all that must go out at the same time.
  static let busUse = Check { (context, memory) throws(Cancellation.Requested) in
    let resources = context.plan.resources
    let table = BusTable(of: context.plan)
    var riders = Array(repeating: [(session: Int, people: Int)](), count: resources.count)
    let sessions = context.programme.sessions
    for index in sessions.indices {
      // Only what goes out by bus wherever it is held.
      let places = sessions[index].places
      guard !places.isEmpty, places.allSatisfy({ context.plan[$0].role == .site }) else { continue }
      for own in table.riders(of: sessions[index], in: context.programme)
      where places.allSatisfy({ context.plan.outing(from: own.origin, to: $0) > 0 }) {
        riders[own.buses.value].append((index, own.people))
      }
    }
    var report = CapacityReport()
    for (number, buses) in resources.enumerated() where !riders[number].isEmpty {
      let machine = Pool.Machine(
        number: number, name: buses.name.isEmpty ? "buses" : buses.name,
        capacity: min(buses.count, Pool.mostCapacity), isShared: true,
        openness: Openness(absence: []))
      let own = riders[number]
      let question = UseQuestion(
        context, machines: [machine],
        numbers: [[buses.count, buses.seats ?? -1], own.map { $0.session }, own.map { $0.people }])
      let part = try memory.report(question, about: .buses(number)) {
        (memory) throws(Cancellation.Requested) in
        try use(of: buses, machine, own, context, &memory)
      }
      report.rows += part.rows
      report.findings += part.findings
    }
    return report
  }

  private static func use(
    of buses: Resource, _ machine: Pool.Machine, _ riders: [(session: Int, people: Int)],
    _ context: CapacityContext, _ memory: inout CapacityMemory
  ) throws(Cancellation.Requested) -> CapacityReport {
    var pool = Pool()
    pool.machines = [machine]
    let only = pool.set([0])
    var largest: (session: Int, people: Int)?
    for own in riders {
      let needed = busesNeeded(own.people, buses)
      if needed > buses.count {
        if own.people > largest?.people ?? 0 { largest = own }
      } else {
        pool.add(own.session, set: only, amount: needed, in: context)
      }
    }
    var report = try PoolReport.report(pool, .buses, context, &memory) { _ in
      .buses
    } finding: {
      CapacityMessages.busesShort($0, buses, context)
    }
    if let largest {
      let tooFew = CapacityMessages.tooFewBuses(
        largest.session, people: largest.people, needed: busesNeeded(largest.people, buses), buses,
        context)
      report.findings.insert(tooFew, at: 0)
    }
    return report
  }

  private static func busesNeeded(_ people: Int, _ buses: Resource) -> Int {
    guard let seats = buses.seats, seats > 0 else { return 1 }
    return people / seats + (people % seats == 0 ? 0 : 1)
  }
}
