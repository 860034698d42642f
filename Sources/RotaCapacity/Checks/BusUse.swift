import RotaDiagnostics
import RotaPlanning

extension Check {
  /// Buses are enough for each visit, and for all that must go out at the same time.
  static let busUse = Check { context in
    let resources = context.plan.resources
    var report = CapacityReport()
    for (number, buses) in resources.enumerated() where buses.role == .buses {
      var pool = Pool()
      pool.machines = [
        Pool.Machine(
          name: buses.name.isEmpty ? "buses" : buses.name,
          capacity: min(buses.count, Pool.mostCapacity), isShared: true,
          openness: Openness(absence: []))
      ]
      let only = pool.set([0])
      var largest: Int?
      for (index, session) in context.programme.sessions.enumerated()
      where rides(session, context) && context.buses(for: session.rotation) == number {
        let needed = busesNeeded(session.people, buses)
        if needed > buses.count {
          if session.people > largest.map({ context.programme.sessions[$0].people }) ?? 0 {
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
      let part = PoolReport.report(pool, context) { _ in
        .buses
      } finding: {
        CapacityMessages.busesShort($0, buses, context)
      }
      report.rows += part.rows
      report.findings += part.findings
    }
    return report
  }

  /// Whether a session goes out by bus wherever it is held.
  private static func rides(_ session: Session, _ context: CapacityContext) -> Bool {
    !session.places.isEmpty && session.places.allSatisfy { context.plan.outing(to: $0) > 0 }
  }

  private static func busesNeeded(_ people: Int, _ buses: Resource) -> Int {
    guard let seats = buses.seats, seats > 0 else { return 1 }
    return people / seats + (people % seats == 0 ? 0 : 1)
  }
}

extension CapacityContext {
  /// The buses that a rotation takes: those of its own school, else those of no school, else, for
  /// a rotation of no school, the first.
  fileprivate func buses(for rotation: RotationID) -> Int? {
    let buses = plan.resources.indices.filter { plan.resources[$0].role == .buses }
    let school = plan[rotation].school
    return buses.first { school != nil && plan.resources[$0].school == school }
      ?? buses.first { plan.resources[$0].school == nil }
      ?? (school == nil ? buses.first : nil)
  }
}
