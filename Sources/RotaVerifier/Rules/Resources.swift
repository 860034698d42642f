import RotaPlanning

extension HardRule {
  /// What sessions use is there while they last.
  static let resources = HardRule(.resourceOverfull) { recount in
    let resources = recount.plan.resources
    var uses = [[Clashes.Stay]](repeating: [], count: resources.count)
    for (position, one) in recount.held.enumerated() where !one.template.resources.isEmpty {
      var needed: [Int: Int] = [:]
      for need in one.template.resources { needed[need.resource.value, default: 0] += need.count }
      for (number, amount) in needed where amount > 0 && uses.indices.contains(number) {
        if let use = recount.stay(position, amount: amount) { uses[number].append(use) }
      }
    }
    return zip(resources, uses).flatMap { recount.overfull($0, $1) }
  }
}

extension Recount {
  func overfull(
    _ resource: Resource, _ stays: [Clashes.Stay],
    using amount: ([Clashes.Stay]) -> Int = { $0.reduce(0) { $0 + $1.amount } }
  ) -> [Violation] {
    Clashes.excesses(stays, limit: resource.count, using: amount).map {
      Violation(
        .resourceOverfull, sessions: identities($0.held), subject: resource.name,
        needed: $0.used, available: resource.count)
    }
  }
}
