import NetworkFlow

/// How many people of each unit go to each run.
///
/// Shares are proportional to the people of the run, rounded so that rows and columns add up
/// exactly (controlled rounding by flows: Cox and Ernst 1982); where limits forbid that, any
/// shares within the limits, found by maximum flow.
struct UnitShares {
  /// People of each unit.
  var units: [Int]
  /// People of each run as they were divided evenly.
  var runs: [Int]
  /// People of each run at most, where the even division cannot be kept.
  var runLimits: [Int]
  /// The most people of a unit in a run.
  var limits: [[Int]]
  /// Sets of runs that are in house together, each run in one at most, and the most people of each
  /// unit in all of them.
  var together: [(runs: [Int], limits: [Int])] = []

  enum Outcome {
    /// People by run, then unit.
    case found([[Int]])
    /// These units send more people than all their limits allow: a minimum cut.
    case cut(units: [Int], runs: [Int], room: Int)
  }

  func solve() -> Outcome {
    let people = units.reduce(0, +)
    let source = 0
    let sink = 1 + units.count + runs.count + units.count * together.count
    func unitNode(_ unit: Int) -> Int { 1 + unit }
    func runNode(_ run: Int) -> Int { 1 + units.count + run }
    var network = MaximumFlow(nodes: sink + 1)
    for (unit, count) in units.enumerated() {
      _ = network.connect(source, unitNode(unit), capacity: count)
    }
    var groupOf = Array(repeating: Int?.none, count: runs.count)
    for (group, set) in together.enumerated() { for run in set.runs { groupOf[run] = group } }
    var arcs: [[Int]] = []
    for unit in units.indices {
      let first = 1 + units.count + runs.count + unit * together.count
      for (group, set) in together.enumerated() {
        _ = network.connect(unitNode(unit), first + group, capacity: set.limits[unit])
      }
      arcs.append(
        runs.indices.map { run in
          let from = groupOf[run].map { first + $0 } ?? unitNode(unit)
          return network.connect(from, runNode(run), capacity: 0)
        })
    }
    let sinks = runs.indices.map { network.connect(runNode($0), sink, capacity: runs[$0]) }

    var sent = 0
    for stage in Stage.allCases {
      for unit in units.indices {
        for run in runs.indices {
          let limit = limits[unit][run]
          let share = stage.share(of: units[unit], runs[run], of: people)
          network.raise(arcs[unit][run], to: min(limit, share))
        }
      }
      if stage == .anyRun {
        for run in runs.indices { network.raise(sinks[run], to: runLimits[run]) }
      }
      sent += network.augment(from: source, to: sink)
      if sent == people {
        return .found(
          runs.indices.map { run in units.indices.map { network.flow(in: arcs[$0][run]) } })
      }
    }
    let side = network.sourceSide(from: source)
    let cutUnits = units.indices.filter { side[unitNode($0)] }
    let cutRuns = runs.indices.filter { side[runNode($0)] }
    let wanted = cutUnits.reduce(0) { $0 + units[$1] }
    return .cut(units: cutUnits, runs: cutRuns, room: wanted - (people - sent))
  }

  /// What may flow from a unit to a run, ever more of it.
  private enum Stage: CaseIterable {
    case roundedDown, roundedUp, anyShare, anyRun

    func share(of unit: Int, _ run: Int, of people: Int) -> Int {
      guard people > 0 else { return 0 }
      switch self {
      case .roundedDown: return unit * run / people
      case .roundedUp: return (unit * run + people - 1) / people
      case .anyShare, .anyRun: return unit
      }
    }
  }
}
