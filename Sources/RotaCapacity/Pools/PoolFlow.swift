import NetworkFlow

/// Matches the periods of sessions to machines and slots by maximum flow; where they do not fit,
/// the minimum cut names the sessions, machines and slots of the proof.
///
/// Each period of a session needs a machine in a slot of its own, which is less than a session of
/// several periods really needs.
enum PoolFlow {
  /// Larger networks than this are left to the windows.
  private static let mostArcs = 300_000

  static func shortage(of kinds: MachineKinds) -> PoolShortage? {
    let pool = kinds.pool
    var least = Array(repeating: Int.max, count: kinds.kinds.count)
    var arcs = 0
    for (index, group) in pool.groups.enumerated() {
      for kind in kinds.ofGroup[index] { least[kind] = min(least[kind], group.amount) }
      arcs += kinds.starts[index].reduce(0) { $0 + $1.count * group.periods }
    }
    if arcs > mostArcs { return nil }

    let source = 0
    let sink = 1 + pool.groups.count
    var nodes = sink + 1
    var numbers: [Key: Int] = [:]
    var wants: [(group: Int, node: Int)] = []
    var supplies: [(node: Int, kind: Int)] = []
    for (index, group) in pool.groups.enumerated() {
      for (position, kind) in kinds.ofGroup[index].enumerated() {
        var free = 0
        for start in kinds.starts[index][position] {
          for slot in max(free, start)..<max(free, start + group.periods) {
            let key = Key(kind: kind, slot: slot)
            let node = numbers[key] ?? nodes
            if node == nodes {
              numbers[key] = node
              supplies.append((node, kind))
              nodes += 1
            }
            wants.append((index, node))
          }
          free = max(free, start + group.periods)
        }
      }
    }
    var network = MaximumFlow(nodes: nodes)
    var demand = 0
    for (index, group) in pool.groups.enumerated() {
      let periods = group.periods * group.sessions.count
      demand += periods
      _ = network.connect(source, 1 + index, capacity: periods)
    }
    for want in wants {
      _ = network.connect(
        1 + want.group, want.node, capacity: pool.groups[want.group].sessions.count)
    }
    for supply in supplies {
      _ = network.connect(
        supply.node, sink, capacity: kinds.kinds[supply.kind].atOnce(least[supply.kind]))
    }
    let lacking = demand - network.augment(from: source, to: sink)
    if lacking == 0 { return nil }
    let side = network.sourceSide(from: source)
    return shortage(kinds, lacking: lacking, groups: pool.groups.indices.filter { side[1 + $0] })
  }

  private static func shortage(
    _ kinds: MachineKinds, lacking: Int, groups: [Int]
  ) -> PoolShortage {
    let pool = kinds.pool
    let wanted = groups.reduce(0) {
      $0 + pool.groups[$1].periods * pool.groups[$1].sessions.count
    }
    let low = groups.map { pool.groups[$0].window.lowerBound }.min() ?? 0
    let high = groups.map { pool.groups[$0].window.upperBound }.max() ?? 0
    return PoolShortage(
      groups: groups,
      machines: kinds.machines(of: Set(groups.flatMap { kinds.ofGroup[$0] }).sorted()),
      demand: wanted, supply: wanted - lacking, measure: .periods, window: low..<high)
  }

  private struct Key: Hashable {
    var kind: Int
    var slot: Int
  }
}
