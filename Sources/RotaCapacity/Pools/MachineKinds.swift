import RotaPlanning

/// A pool with the machines that may stand for each other taken together.
struct MachineKinds {
  /// Machines that serve the same groups, take as much, and are always open; any other machine is
  /// a kind of its own.
  struct Kind {
    var machines: [Int]
    var capacity: Int
    var isShared: Bool
    var openness: Openness

    /// Sessions that all machines of the kind serve at once, if each takes so much.
    func atOnce(_ amount: Int) -> Int {
      MachineKinds.product(isShared ? capacity / max(1, amount) : capacity, machines.count)
    }
  }

  let pool: Pool
  private(set) var kinds: [Kind] = []
  /// Kinds that serve each group; sorted.
  private(set) var ofGroup: [[Int]] = []
  /// Starts of each group on each of its kinds, in the order of `ofGroup`.
  private(set) var starts: [[[Int]]] = []
  /// The groups whose first kind is this one.
  private var groupsByFirst: [[Int]] = []

  init(_ pool: Pool, calendar: TeachingCalendar) {
    self.pool = pool
    var served = Array(repeating: [Int](), count: pool.machines.count)
    var setNumbers: [[Int]: Int] = [:]
    for group in pool.groups where setNumbers[group.machines] == nil {
      for machine in group.machines { served[machine].append(setNumbers.count) }
      setNumbers[group.machines] = setNumbers.count
    }
    var kindOf = Array(repeating: -1, count: pool.machines.count)
    var seen: [[Int]: Int] = [:]
    for machine in pool.machines.indices where !served[machine].isEmpty {
      let it = pool.machines[machine]
      let key =
        served[machine]
        + [-1, it.capacity, it.isShared ? 1 : 0, it.openness.isAlways ? -1 : machine]
      if let kind = seen[key] {
        kinds[kind].machines.append(machine)
        kindOf[machine] = kind
      } else {
        kindOf[machine] = kinds.count
        seen[key] = kinds.count
        kinds.append(
          Kind(
            machines: [machine], capacity: it.capacity, isShared: it.isShared,
            openness: it.openness))
      }
    }
    var kindsOfSet: [[Int]: [Int]] = [:]
    for group in pool.groups {
      let own =
        kindsOfSet[group.machines] ?? Set(group.machines.map { kindOf[$0] }).sorted()
      kindsOfSet[group.machines] = own
      ofGroup.append(own)
      starts.append(
        own.map { kind in
          let openness = kinds[kind].openness
          return openness.isAlways
            ? group.starts
            : group.starts.filter {
              openness.allows($0..<($0 + group.periods), in: calendar)
            }
        })
    }
    groupsByFirst = Array(repeating: [], count: kinds.count)
    for (group, own) in ofGroup.enumerated() {
      if let first = own.first { groupsByFirst[first].append(group) }
    }
  }

  func machines(of kinds: [Int]) -> [Int] { kinds.flatMap { self.kinds[$0].machines }.sorted() }

  /// The groups that ask for no other kinds than these.
  func groups(within set: [Int]) -> [Int] {
    let inside = Set(set)
    return inside.flatMap { groupsByFirst[$0] }.filter { ofGroup[$0].allSatisfy(inside.contains) }
      .sorted()
  }

  /// A product that stays within bounds; demands and supplies need no more.
  static func product(_ a: Int, _ b: Int) -> Int {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? 1 << 50 : min(product, 1 << 50)
  }
}
