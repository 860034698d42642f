import NetworkFlow

/// The network of units, runs in house together, and runs, through which people flow.
struct ShareNetwork {
  private var network: MaximumFlow
  private let units: Int
  private let runs: Int
  private let sink: Int
  /// By unit, then run.
  private var arcs: [[Int]] = []
  private var sinks: [Int] = []

  /// A network in which no unit may send anybody yet.
  init(units: [Int], runs: [Int], together: [[Int]], groupLimits: [[Int]]) {
    self.units = units.count
    self.runs = runs.count
    sink = 1 + units.count + runs.count + units.count * together.count
    network = MaximumFlow(nodes: sink + 1)
    var groupOf = Array(repeating: Int?.none, count: runs.count)
    for (group, members) in together.enumerated() {
      for run in members { groupOf[run] = group }
    }
    for (unit, people) in units.enumerated() {
      _ = network.connect(0, 1 + unit, capacity: people)
      let first = 1 + units.count + runs.count + unit * together.count
      for group in together.indices {
        _ = network.connect(1 + unit, first + group, capacity: groupLimits[group][unit])
      }
      arcs.append(
        runs.indices.map { run in
          let from = groupOf[run].map { first + $0 } ?? 1 + unit
          return network.connect(from, 1 + units.count + run, capacity: 0)
        })
    }
    sinks = runs.indices.map {
      network.connect(1 + units.count + $0, sink, capacity: runs[$0])
    }
  }

  /// Lets a unit send so many people to a run.
  mutating func allow(_ unit: Int, _ run: Int, _ people: Int) {
    network.raise(arcs[unit][run], to: people)
  }

  /// Lets runs take so many people.
  mutating func allow(runs people: [Int]) {
    for run in sinks.indices { network.raise(sinks[run], to: people[run]) }
  }

  /// Sends as many more people as can be.
  mutating func augment() -> Int { network.augment(from: 0, to: sink) }

  /// People by run, then unit.
  func shares() -> [[Int]] {
    (0..<runs).map { run in (0..<units).map { network.flow(in: arcs[$0][run]) } }
  }

  /// Units and runs on the senders' side of a minimum cut.
  func cut() -> (units: [Int], runs: [Int]) {
    let side = network.sourceSide(from: 0)
    return (
      (0..<units).filter { side[1 + $0] }, (0..<runs).filter { side[1 + units + $0] }
    )
  }
}
