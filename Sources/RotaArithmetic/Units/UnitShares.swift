/// How many people of each unit go to each run.
///
/// Shares are proportional to the people of the run, rounded up or down so that rows and columns
/// add up exactly (controlled rounding by flows: Cox and Ernst 1982); where limits forbid that, any
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
    if let shares = proportional() { return .found(shares) }
    let people = units.reduce(0, +)
    var network = ShareNetwork(
      units: units, runs: runs, together: together.map(\.runs), groupLimits: together.map(\.limits))
    var sent = 0
    // The nearer to proportional the better: shares rounded up first, then any, then any run.
    for stage in [Stage.nearShares, .anyShare, .anyRun] {
      for unit in units.indices {
        for run in runs.indices {
          let share =
            stage == .nearShares ? roundedUp(units[unit], runs[run], of: people) : units[unit]
          network.allow(unit, run, min(limits[unit][run], share))
        }
      }
      if stage == .anyRun { network.allow(runs: runLimits) }
      sent += network.augment()
      if sent == people { return .found(network.shares()) }
    }
    let (cutUnits, cutRuns) = network.cut()
    let wanted = cutUnits.reduce(0) { $0 + units[$1] }
    return .cut(units: cutUnits, runs: cutRuns, room: wanted - (people - sent))
  }

  private enum Stage { case nearShares, anyShare, anyRun }

  /// Every share rounded up or down; nil where limits forbid it or runs do not take all people.
  private func proportional() -> [[Int]]? {
    let people = units.reduce(0, +)
    guard people == runs.reduce(0, +), people > 0 else { return nil }
    // What is certain is taken out, so that no path through the network can take it back.
    let least = units.map { unit in runs.map { unit * $0 / people } }
    var unitsLeft = units
    var runsLeft = runs
    var groupLimits = together.map(\.limits)
    for unit in units.indices {
      for run in runs.indices {
        guard least[unit][run] <= limits[unit][run] else { return nil }
        unitsLeft[unit] -= least[unit][run]
        runsLeft[run] -= least[unit][run]
      }
      for (group, set) in together.enumerated() {
        groupLimits[group][unit] -= set.runs.reduce(0) { $0 + least[unit][$1] }
        if groupLimits[group][unit] < 0 { return nil }
      }
    }
    var network = ShareNetwork(
      units: unitsLeft, runs: runsLeft, together: together.map(\.runs), groupLimits: groupLimits)
    for unit in units.indices {
      for run in runs.indices {
        let most = min(limits[unit][run], roundedUp(units[unit], runs[run], of: people))
        network.allow(unit, run, most - least[unit][run])
      }
    }
    guard network.augment() == unitsLeft.reduce(0, +) else { return nil }
    let more = network.shares()
    return runs.indices.map { run in units.indices.map { least[$0][run] + more[run][$0] } }
  }

  private func roundedUp(_ unit: Int, _ run: Int, of people: Int) -> Int {
    people > 0 ? (unit * run + people - 1) / people : 0
  }
}
