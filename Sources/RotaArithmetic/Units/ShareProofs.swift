import RotaPlanning

extension RotationCase {
  /// Why units cannot send all their people, whatever the dates and sizes of runs.
  ///
  /// Limits are eased to what holds for every choice of dates: a unit may go to a run if some
  /// possible dates of the run suit it. Where even that is impossible it is a proof; else nothing
  /// was found, and that is all that is known.
  func shareProblems(_ bounds: [RunBounds], layouts: [[Range<Int>?]]) -> [Problem] {
    let runs = bounds.indices
    let starts = possibleStarts(runs: bounds.count)
    let rows = population.rows.indices
    let limits = rows.map { row in
      runs.map { run in canSend(row, toRun: run, starts[run]) ? mostAway(row) : 0 }
    }
    var problems: [Problem] = []
    for row in rows {
      let room = limits[row].reduce(0) { min($0 + $1, Population.maximum) }
      if population.rows[row].people > room {
        let barred = runs.filter { !canSend(row, toRun: $0, starts[$0]) }.map { $0 + 1 }
        problems.append(
          .unitAway(row: row, runs: bounds.count, mostAway: mostAway(row), barred: barred))
      }
    }
    for run in runs {
      let available = rows.reduce(0) { $0 + min(limits[$1][run], population.rows[$1].people) }
      if let people = bounds[run].people, available < people {
        problems.append(.runLacksPeople(run: run + 1, people: people, available: available))
      }
    }
    if !problems.isEmpty { return problems }
    let most = runs.map { run in
      let bound = bounds[run]
      if let people = bound.people { return people }
      let classes = bound.classes.map { ClassCount.held($0, size: classSize, bound) }
      return min(classes ?? Int.max, bound.ceiling, population.people)
    }
    let eased = UnitShares(
      units: population.rows.map(\.people), runs: most, runLimits: most, limits: limits)
    if case .cut(let rows, let runs, let room) = eased.solve() {
      return [.unitsCut(rows: rows, runs: runs.map { $0 + 1 }, room: room)]
    }
    return [.notFound(runs: bounds.count)]
  }

  /// The first days that a run may have at all.
  private func possibleStarts(runs count: Int) -> [[Int]] {
    let (rules, _) = dateRules(runs: count)
    let earliest = RunDates.earliest(rules)
    guard earliest.count == count else { return Array(repeating: [], count: count) }
    let latest = RunDates.latest(rules, earliest: earliest)
    let end = rules.lastStart ?? plan.calendar.days.count
    return (0..<count).map { run in
      if let fixed = rules.fixedStarts[run] { return [fixed] }
      let last = min(end, plan.calendar.days.count - rules.lengths[run])
      // With several runs at once the latest days are not exact, and the calendar's end is.
      let high = rules.mostAtOnce == 1 ? latest[run] : max(last, earliest[run].lowerBound)
      return (earliest[run].lowerBound...high).filter { rules.mayStart(on: $0) }
    }
  }

  private func canSend(_ row: Int, toRun run: Int, _ starts: [Int]) -> Bool {
    guard maySend(row, toRun: run) else { return false }
    if starts.isEmpty { return true }
    let length = length(ofRun: run)
    return starts.contains { !isExcluded(row, on: $0..<($0 + length)) }
  }
}
