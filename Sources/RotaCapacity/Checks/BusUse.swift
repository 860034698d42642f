import RotaDiagnostics
import RotaPlanning

extension Check {
  /// Buses are enough for each visit, and for all that must go out at the same time.
  static let busUse = Check { context, memory in
    let resources = context.plan.resources
    let table = BusTable(of: context.plan)
    let outings = context.plan.places.indices.map { context.plan.outing(to: PlaceID($0)) }
    var riders = Array(repeating: [Int](), count: resources.count)
    for (index, session) in context.programme.sessions.enumerated() {
      // Only what goes out by bus wherever it is held.
      guard let own = table.buses(for: session.rotation), !session.places.isEmpty,
        session.places.allSatisfy({ outings[$0.value] > 0 })
      else { continue }
      riders[own.value].append(index)
    }
    var report = CapacityReport()
    for (number, buses) in resources.enumerated() where !riders[number].isEmpty {
      var pool = Pool()
      pool.machines = [
        Pool.Machine(
          number: number, name: buses.name.isEmpty ? "buses" : buses.name,
          capacity: min(buses.count, Pool.mostCapacity), isShared: true,
          openness: Openness(absence: []))
      ]
      let only = pool.set([0])
      var largest: Int?
      for index in riders[number] {
        let people = context.programme.sessions[index].people
        let needed = busesNeeded(people, buses)
        if needed > buses.count {
          if people > largest.map({ context.programme.sessions[$0].people }) ?? 0 {
            largest = index
          }
        } else {
          pool.add(index, set: only, amount: needed, in: context)
        }
      }
      if let largest {
        report.findings.append(
          CapacityMessages.tooFewBuses(
            largest, needed: busesNeeded(context.programme.sessions[largest].people, buses), buses,
            context))
      }
      let part = PoolReport.report(pool, .buses, context, &memory) { _ in
        .buses
      } finding: {
        CapacityMessages.busesShort($0, buses, context)
      }
      report.rows += part.rows
      report.findings += part.findings
    }
    return report
  }

  private static func busesNeeded(_ people: Int, _ buses: Resource) -> Int {
    guard let seats = buses.seats, seats > 0 else { return 1 }
    return people / seats + (people % seats == 0 ? 0 : 1)
  }
}
