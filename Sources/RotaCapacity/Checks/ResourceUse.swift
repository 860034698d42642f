import RotaDiagnostics
import RotaPlanning

extension Check {
  /// What is counted and shared is enough for the sessions that use it.
  static let resourceUse = Check { context in
    var report = CapacityReport()
    for (number, resource) in context.plan.resources.enumerated() {
      var pool = Pool()
      pool.machines = [
        Pool.Machine(
          name: resource.name, capacity: min(resource.count, Pool.mostCapacity), isShared: true,
          openness: Openness(absence: []))
      ]
      for index in context.programme.sessions.indices {
        var needed = 0
        for need in context.templates[index].resources where need.resource.value == number {
          needed = min(needed + min(need.count, Pool.mostCapacity), Pool.mostCapacity)
        }
        if needed > 0 { pool.add(index, machines: [0], amount: needed, in: context) }
      }
      let part = PoolReport.report(pool, context) { _ in
        .resource
      } finding: {
        CapacityMessages.resourceShort($0, resource, context)
      }
      report.rows += part.rows
      report.findings += part.findings
    }
    return report
  }
}
