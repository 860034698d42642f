import RotaPlanning

extension RotationCase {
  /// The rotation with the number of runs that the planner gave, or the fewest that fit.
  func solve() throws(Cancellation.Requested) -> Attempt {
    switch rotation.runs {
    case .exactly(let count): return try attempt(runs: max(1, count))
    case .asNeeded: return try fewestRuns()
    }
  }

  /// Tries numbers of runs from the least that people, places, beds and units allow, up to the
  /// first that does not fit into the calendar and cannot with more.
  private func fewestRuns() throws(Cancellation.Requested) -> Attempt {
    if population.people == 0 { return Attempt(runs: 1, problems: [.noTrainees], draft: nil) }
    let (least, reason) = leastRuns()
    let first = try attempt(runs: least)
    if first.problems.isEmpty { return first }
    if let fitting = first.shortage?.fitting, !isTooFewForEnd(runs: least) {
      let needed = Problem.runsNeeded(least: least, reason: reason, fitting: fitting)
      return Attempt(
        runs: least, problems: first.problems.filter { $0.shortage == nil } + [needed],
        draft: first.draft)
    }
    var last = first
    let most = min(population.people, Self.mostRuns, least + 200)
    for count in stride(from: least + 1, through: most, by: 1) {
      let next = try attempt(runs: count)
      if next.problems.isEmpty { return next }
      if next.shortage != nil, isTooFewForEnd(runs: count) { continue }
      if next.shortage != nil || next.draft == nil { break }
      last = next
    }
    return last
  }

  /// Whether it is only the day on which the rotation is to end that so many runs do not meet, so that
  /// more of them may.
  private func isTooFewForEnd(runs count: Int) -> Bool {
    var rules = dateRules(runs: count).rules
    if rules.fixedEnd == nil { return false }
    rules.fixedEnd = nil
    return RunDates.earliest(rules).count == count
  }

  /// The least number of runs that may do, and why fewer cannot.
  func leastRuns() -> (count: Int, reason: RunBound) {
    let people = population.people
    var best: (count: Int, reason: RunBound) = (1, .people)
    func consider(_ count: Int, _ reason: RunBound) {
      if count > best.count { best = (count, reason) }
    }
    if let hall = ceiling.hall, hall.seats > 0 {
      consider((people + hall.seats - 1) / hall.seats, .hall(hall))
    }
    let alwaysOvernight =
      rotation.length > 1 && !rotation.runOverrides.values.contains { ($0.length ?? 2) < 2 }
    if let beds = ceiling.beds, beds > 0, alwaysOvernight {
      consider((people + beds - 1) / beds, .beds(beds))
    }
    for row in population.rows.indices where mostAway(row) > 0 {
      let most = mostAway(row)
      consider((population.rows[row].people + most - 1) / most, .away(row: row))
    }
    let mentioned = rotation.runOverrides.keys.max() ?? 1
    if mentioned <= Self.mostRuns { consider(mentioned, .mentioned) }
    return best
  }
}

extension Attempt {
  var shortage: DateShortage? {
    for problem in problems { if let shortage = problem.shortage { return shortage } }
    return nil
  }
}

extension Problem {
  var shortage: DateShortage? {
    if case .datesDoNotFit(let shortage) = self { return shortage }
    return nil
  }
}
