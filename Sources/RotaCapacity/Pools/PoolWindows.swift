/// Looks for a window of time and a set of machines in which more is asked than can be given.
enum PoolWindows {
  /// The first shortage of each set of machines, narrowest windows first.
  static func shortages(of kinds: MachineKinds) -> [PoolShortage] {
    let use = PoolUse(kinds: kinds)
    return kindSets(of: kinds).compactMap { set in
      narrowest(kinds.groups(within: set), set, use)
    }
  }

  private static func narrowest(_ groups: [Int], _ set: [Int], _ use: PoolUse) -> PoolShortage? {
    let pool = use.kinds.pool
    for window in windows(of: groups, in: pool) {
      let members = groups.filter {
        window.lowerBound <= pool.groups[$0].window.lowerBound
          && pool.groups[$0].window.upperBound <= window.upperBound
      }
      if let sum = use.sums(members, set).first(where: \.isShort) {
        return PoolShortage(
          groups: members, machines: use.kinds.machines(of: set), demand: sum.demand,
          supply: sum.supply, measure: sum.measure, window: window)
      }
    }
    return nil
  }

  /// Windows of groups, and where there are few, all that begin with one and end with another.
  private static func windows(of groups: [Int], in pool: Pool) -> [Range<Int>] {
    var windows = Set(groups.map { pool.groups[$0].window })
    let lows = Set(windows.map(\.lowerBound)).sorted()
    let highs = Set(windows.map(\.upperBound)).sorted()
    if lows.count * highs.count <= 100 {
      for low in lows { for high in highs where low < high { windows.insert(low..<high) } }
    }
    var sorted = Array(
      windows.sorted { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }.prefix(120))
    if let low = lows.first, let high = highs.last, sorted.last != low..<high {
      sorted.append(low..<high)
    }
    return sorted
  }

  /// The sets of kinds that groups name, and unions of those that overlap.
  static func kindSets(of kinds: MachineKinds) -> [[Int]] {
    var seen: Set<[Int]> = []
    var sets = kinds.ofGroup.filter { seen.insert($0).inserted }
    let most = max(60, sets.count)
    var next = 0
    while next < sets.count, sets.count < most {
      let mine = Set(sets[next])
      for other in 0..<next where sets.count < most {
        guard sets[other].contains(where: mine.contains) else { continue }
        let union = mine.union(sets[other]).sorted()
        if seen.insert(union).inserted { sets.append(union) }
      }
      next += 1
    }
    return sets.sorted { ($0.count, $0.first ?? 0) < ($1.count, $1.first ?? 0) }
  }
}
