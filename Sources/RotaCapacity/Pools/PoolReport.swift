import RotaDiagnostics

extension Pool {
  /// Capacities beyond this count as this, so that sums of them stay within bounds.
  static let mostCapacity = 1 << 32
}

/// Rows and findings of a pool.
enum PoolReport {
  /// The most findings of one pool; what comes after is the same trouble again.
  private static let mostFindings = 3

  static func report(
    _ pool: Pool, _ context: CapacityContext,
    category: ([Int]) -> DemandRow.Category,
    finding: (Pool.Named) -> Diagnostic
  ) -> CapacityReport {
    let kinds = MachineKinds(pool, calendar: context.calendar)
    return CapacityReport(
      rows: rows(kinds, category), findings: shortages(kinds).map { finding($0) })
  }

  /// What is short, the narrowest first; shortages that hold a shorter list of the same sessions
  /// are left out.
  static func shortages(_ kinds: MachineKinds) -> [Pool.Named] {
    var found = PoolWindows.shortages(of: kinds)
    if found.isEmpty, let shortage = PoolFlow.shortage(of: kinds) { found = [shortage] }
    var told: Set<Int> = []
    var named: [Pool.Named] = []
    for shortage in found where named.count < mostFindings {
      if shortage.sessions.contains(where: told.contains) { continue }
      told.formUnion(shortage.sessions)
      named.append(
        Pool.Named(
          shortage: shortage, machines: shortage.machines.map { kinds.pool.machines[$0].name }))
    }
    return named
  }

  /// A row for each set of machines that some session asks for, in the order of machines.
  private static func rows(
    _ kinds: MachineKinds, _ category: ([Int]) -> DemandRow.Category
  ) -> [DemandRow] {
    let use = PoolUse(kinds: kinds)
    var seen: Set<[Int]> = []
    let sets = kinds.ofGroup.filter { seen.insert($0).inserted }
    return sets.sorted { kinds.machines(of: $0).lexicographicallyPrecedes(kinds.machines(of: $1)) }
      .compactMap { set in
        let groups = kinds.ofGroup.indices.filter { kinds.ofGroup[$0].allSatisfy(set.contains) }
        let machines = kinds.machines(of: set)
        guard let sum = use.sums(groups, set).max(by: isLooser) else { return nil }
        return DemandRow(
          category: category(machines),
          name: Wording.list(machines.map { kinds.pool.machines[$0].name }),
          demand: sum.demand, supply: sum.supply, measure: word(sum.measure, category(machines)))
      }
  }

  private static func isLooser(_ a: PoolUse.Sum, _ b: PoolUse.Sum) -> Bool {
    // Cross products of numbers up to 2^52 need the full width.
    let left = a.demand.multipliedFullWidth(by: max(1, b.supply))
    let right = b.demand.multipliedFullWidth(by: max(1, a.supply))
    return (left.high, left.low) < (right.high, right.low)
  }

  private static func word(
    _ measure: PoolShortage.Measure, _ category: DemandRow.Category
  ) -> String {
    switch measure {
    case .periods: "periods"
    case .sessions: "sessions"
    case .amounts:
      switch category {
      case .site: "seat-periods"
      case .buses: "bus-periods"
      case .venue, .teacher, .beds, .resource, .unit, .studyClass: "piece-periods"
      }
    }
  }
}

extension Pool {
  /// A shortage with the names of its machines.
  struct Named {
    var shortage: PoolShortage
    var machines: [String]
  }
}
