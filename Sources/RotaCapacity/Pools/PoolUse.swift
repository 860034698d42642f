/// Counts what sessions ask of machines and what machines can give.
struct PoolUse {
  let kinds: MachineKinds
  private var pool: Pool { kinds.pool }

  struct Sum {
    var demand: Int
    var supply: Int
    var measure: PoolShortage.Measure
    var isShort: Bool { demand > supply }
  }

  /// Demand of these groups and supply of these kinds for them, in every way of counting. The
  /// groups ask for no other kinds.
  func sums(_ groups: [Int], _ set: [Int]) -> [Sum] {
    let members = groups.map { pool.groups[$0] }
    guard let first = members.first else { return [] }
    let least = members.map(\.amount).min() ?? 1
    let low = members.map(\.window.lowerBound).min() ?? 0
    let high = members.map(\.window.upperBound).max() ?? 0
    let covered = set.map { coveredSlots(groups, kind: $0, from: low, to: high) }
    func sum(_ part: (Int) -> Int) -> Int {
      set.indices.reduce(0) { min($0 + part($1), 1 << 52) }
    }
    var sums = [
      Sum(
        demand: members.reduce(0) { $0 + $1.periods * $1.sessions.count },
        supply: sum { MachineKinds.product(covered[$0], kinds.kinds[set[$0]].atOnce(least)) },
        measure: .periods)
    ]
    if first.periods > 1, members.allSatisfy({ $0.periods == first.periods }) {
      sums.append(
        Sum(
          demand: members.reduce(0) { $0 + $1.sessions.count },
          supply: sum { index in
            MachineKinds.product(
              disjointSpans(groups, kind: set[index], length: first.periods, from: low, to: high),
              kinds.kinds[set[index]].atOnce(least))
          }, measure: .sessions))
    }
    if set.allSatisfy({ kinds.kinds[$0].isShared }) {
      sums.append(
        Sum(
          demand: members.reduce(0) {
            $0 + MachineKinds.product($1.amount, $1.periods * $1.sessions.count)
          },
          supply: sum { index in
            let kind = kinds.kinds[set[index]]
            return MachineKinds.product(covered[index], kind.capacity * kind.machines.count)
          }, measure: .amounts))
    }
    return sums
  }

  /// How many slots some of the groups may use on a kind.
  private func coveredSlots(_ groups: [Int], kind: Int, from low: Int, to high: Int) -> Int {
    var used = Array(repeating: false, count: max(0, high - low))
    for group in groups {
      guard let position = kinds.ofGroup[group].firstIndex(of: kind) else { continue }
      let periods = pool.groups[group].periods
      for start in kinds.starts[group][position] {
        for slot in start..<(start + periods) { used[slot - low] = true }
      }
    }
    return used.reduce(0) { $0 + ($1 ? 1 : 0) }
  }

  /// How many sessions of one length a machine of a kind can serve one after the other.
  private func disjointSpans(
    _ groups: [Int], kind: Int, length: Int, from low: Int, to high: Int
  ) -> Int {
    var isStart = Array(repeating: false, count: max(0, high - low))
    for group in groups {
      guard let position = kinds.ofGroup[group].firstIndex(of: kind) else { continue }
      for start in kinds.starts[group][position] { isStart[start - low] = true }
    }
    var count = 0
    var free = 0
    for index in isStart.indices where isStart[index] && index >= free {
      count += 1
      free = index + length
    }
    return count
  }
}
