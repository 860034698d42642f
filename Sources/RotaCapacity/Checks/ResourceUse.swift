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
      let amounts = context.templates.all.map { needed(of: number, by: $0) }
      guard amounts.contains(where: { $0 > 0 }) else { continue }
      let only = pool.set([0])
      for index in context.programme.sessions.indices {
        let amount = amounts[context.templates.ofSession[index]]
        if amount > 0 { pool.add(index, set: only, amount: amount, in: context) }
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

  private static func needed(of resource: Int, by template: SessionTemplate) -> Int {
    template.resources.reduce(0) { sum, need in
      guard need.resource.value == resource else { return sum }
      return min(sum + min(need.count, Pool.mostCapacity), Pool.mostCapacity)
    }
  }
}
