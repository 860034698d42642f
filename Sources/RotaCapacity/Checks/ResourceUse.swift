import RotaDiagnostics
import RotaPlanning

extension Check {
  /// What is counted and shared is enough for the sessions that use it.
  static let resourceUse = Check { (context, memory) throws(Cancellation.Requested) in
    let resources = context.plan.resources
    let needs = context.templates.all.map { amounts(usedBy: $0) }
    var users = Array(repeating: [(session: Int, amount: Int)](), count: resources.count)
    for (index, template) in context.templates.ofSession.enumerated() {
      for need in needs[template] where need.amount > 0 {
        users[need.resource].append((index, need.amount))
      }
    }
    var report = CapacityReport()
    for (number, resource) in resources.enumerated() where !users[number].isEmpty {
      let machine = Pool.Machine(
        number: number, name: resource.name, capacity: min(resource.count, Pool.mostCapacity),
        isShared: true, openness: Openness(absence: []))
      let own = users[number]
      let question = UseQuestion(
        context, machines: [machine], numbers: [own.map { $0.session }, own.map { $0.amount }])
      let part = try memory.report(question, about: .resource(number)) {
        (memory) throws(Cancellation.Requested) in
        var pool = Pool()
        pool.machines = [machine]
        let only = pool.set([0])
        for user in own { pool.add(user.session, set: only, amount: user.amount, in: context) }
        return try PoolReport.report(pool, .resources, context, &memory) { _ in
          .resource
        } finding: {
          CapacityMessages.resourceShort($0, resource, context)
        }
      }
      report.rows += part.rows
      report.findings += part.findings
    }
    return report
  }

  /// How much a session of a template uses of each resource that it names.
  private static func amounts(usedBy template: SessionTemplate) -> [(resource: Int, amount: Int)] {
    var sums: [Int: Int] = [:]
    for need in template.resources {
      let sum = sums[need.resource.value] ?? 0
      sums[need.resource.value] = min(sum + min(need.count, Pool.mostCapacity), Pool.mostCapacity)
    }
    return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
