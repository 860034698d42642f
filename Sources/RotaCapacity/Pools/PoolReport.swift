import RotaDiagnostics
import RotaPlanning

extension Pool {
  /// Capacities beyond this count as this, so that sums of them stay within bounds.
  static let mostCapacity = 1 << 32
}

/// Rows and findings of a pool.
enum PoolReport {
  /// The most findings of one pool; what comes after is the same trouble again.
  static let mostFindings = 3

  /// - Parameter sort: tells the pools of one check from those of others, for the memory.
  static func report(
    _ pool: Pool, _ sort: PoolTopic.Sort, _ context: CapacityContext,
    _ memory: inout CapacityMemory, category: ([Int]) -> DemandRow.Category,
    finding: (Pool.Named) -> Diagnostic
  ) throws(Cancellation.Requested) -> CapacityReport {
    var rows: [(numbers: [Int], row: DemandRow)] = []
    var found: [Pool.Named] = []
    for part in pool.parts() {
      try context.cancellation.check()
      let answer = memory.pools.answer(to: Pool.Shape(part), about: PoolTopic(sort, part)) {
        PoolAnswer(to: MachineKinds(part, calendar: context.calendar))
      }
      rows += answer.sums.map { row($0.machines, $0.sum, of: part, category) }
      if found.count < mostFindings { found += named(answer.shortages, in: part) }
    }
    rows.sort { $0.numbers.lexicographicallyPrecedes($1.numbers) }
    return CapacityReport(
      rows: rows.map(\.row), findings: found.prefix(mostFindings).map { finding($0) })
  }

  /// The narrowest first; shortages that hold a shorter list of the same sessions are left out.
  private static func named(_ shortages: [PoolShortage], in pool: Pool) -> [Pool.Named] {
    var told: Set<Int> = []
    var named: [Pool.Named] = []
    for shortage in shortages where named.count < mostFindings {
      let it = Pool.Named(shortage, in: pool)
      if it.sessions.contains(where: told.contains) { continue }
      told.formUnion(it.sessions)
      named.append(it)
    }
    return named
  }

  private static func row(
    _ positions: [Int], _ sum: PoolUse.Sum, of pool: Pool,
    _ category: ([Int]) -> DemandRow.Category
  ) -> (numbers: [Int], row: DemandRow) {
    let machines = positions.map { pool.machines[$0] }
    let numbers = machines.map(\.number)
    let category = category(numbers)
    let row = DemandRow(
      category: category, name: Wording.list(machines.map(\.name)), demand: sum.demand,
      supply: sum.supply, measure: word(sum.measure, category))
    return (numbers, row)
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

/// All that follows from what a pool asks: for each set of machines that some session asks for, the
/// count that leaves least room, and what is short.
struct PoolAnswer: Sendable {
  var sums: [(machines: [Int], sum: PoolUse.Sum)]
  var shortages: [PoolShortage]

  init(to kinds: MachineKinds) {
    let use = PoolUse(kinds: kinds)
    var seen: Set<[Int]> = []
    let sets = kinds.ofGroup.filter { seen.insert($0).inserted }
    sums = sets.compactMap { set in
      use.sums(kinds.groups(within: set), set).max(by: Self.isLooser).map {
        (kinds.machines(of: set), $0)
      }
    }
    shortages = PoolWindows.shortages(of: kinds)
    if shortages.isEmpty, let shortage = PoolFlow.shortage(of: kinds) { shortages = [shortage] }
  }

  private static func isLooser(_ a: PoolUse.Sum, _ b: PoolUse.Sum) -> Bool {
    // Cross products of numbers up to 2^52 need the full width.
    let left = a.demand.multipliedFullWidth(by: max(1, b.supply))
    let right = b.demand.multipliedFullWidth(by: max(1, a.supply))
    return (left.high, left.low) < (right.high, right.low)
  }
}

extension Pool {
  /// A shortage with its sessions, and the names of its machines and their numbers in the plan.
  struct Named {
    let shortage: PoolShortage
    /// Positions in the programme; sorted.
    let sessions: [Int]
    let numbers: [Int]
    let machines: [String]

    /// - Parameter sessions: those that ask, if not all of the groups do.
    init(_ shortage: PoolShortage, of sessions: [Int]? = nil, in pool: Pool) {
      self.shortage = shortage
      self.sessions =
        sessions ?? shortage.groups.flatMap { pool.groups[$0].sessions }.sorted()
      numbers = shortage.machines.map { pool.machines[$0].number }
      machines = shortage.machines.map { pool.machines[$0].name }
    }
  }
}
