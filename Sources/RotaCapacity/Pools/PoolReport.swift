import RotaDiagnostics

extension Pool {
  /// Capacities beyond this count as this, so that sums of them stay within bounds.
  static let mostCapacity = 1 << 32
}

/// Rows and findings of a pool.
enum PoolReport {
  /// The most findings of one pool; what comes after is the same trouble again.
  static let mostFindings = 3

  static func report(
    _ pool: Pool, _ context: CapacityContext,
    category: ([Int]) -> DemandRow.Category,
    finding: (Pool.Named) -> Diagnostic
  ) -> CapacityReport {
    var rows: [(numbers: [Int], row: DemandRow)] = []
    var found: [Pool.Named] = []
    for part in pool.parts() {
      let kinds = MachineKinds(part, calendar: context.calendar)
      rows += self.rows(kinds, category)
      if found.count < mostFindings { found += shortages(kinds) }
    }
    rows.sort { $0.numbers.lexicographicallyPrecedes($1.numbers) }
    return CapacityReport(
      rows: rows.map(\.row), findings: found.prefix(mostFindings).map { finding($0) })
  }

  /// What is short, the narrowest first; shortages that hold a shorter list of the same sessions
  /// are left out.
  private static func shortages(_ kinds: MachineKinds) -> [Pool.Named] {
    var found = PoolWindows.shortages(of: kinds)
    if found.isEmpty, let shortage = PoolFlow.shortage(of: kinds) { found = [shortage] }
    var told: Set<Int> = []
    var named: [Pool.Named] = []
    for shortage in found where named.count < mostFindings {
      if shortage.sessions.contains(where: told.contains) { continue }
      told.formUnion(shortage.sessions)
      named.append(Pool.Named(shortage, in: kinds.pool))
    }
    return named
  }

  /// A row for each set of machines that some session asks for.
  private static func rows(
    _ kinds: MachineKinds, _ category: ([Int]) -> DemandRow.Category
  ) -> [(numbers: [Int], row: DemandRow)] {
    let use = PoolUse(kinds: kinds)
    var seen: Set<[Int]> = []
    let sets = kinds.ofGroup.filter { seen.insert($0).inserted }
    return sets.compactMap { set in
      guard let sum = use.sums(kinds.groups(within: set), set).max(by: isLooser) else { return nil }
      let machines = kinds.machines(of: set).map { kinds.pool.machines[$0] }
      let numbers = machines.map(\.number)
      let category = category(numbers)
      let row = DemandRow(
        category: category, name: Wording.list(machines.map(\.name)), demand: sum.demand,
        supply: sum.supply, measure: word(sum.measure, category))
      return (numbers, row)
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
  /// A shortage with the names of its machines and their numbers in the plan.
  struct Named {
    let shortage: PoolShortage
    let numbers: [Int]
    let machines: [String]

    init(_ shortage: PoolShortage, in pool: Pool) {
      self.shortage = shortage
      numbers = shortage.machines.map { pool.machines[$0].number }
      machines = shortage.machines.map { pool.machines[$0].name }
    }
  }
}
