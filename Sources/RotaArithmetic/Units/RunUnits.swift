import RotaPlanning

extension RotationCase {
  /// Bounds of runs with what those in house at the same time leave of the beds.
  func tightened(_ bounds: [RunBounds], _ layout: [Range<Int>?]) -> [RunBounds] {
    guard ceiling.beds != nil else { return bounds }
    let crowd = mostTogether(layout)
    return bounds.indices.map { run in
      var bound = bounds[run]
      guard length(ofRun: run) > 1, let days = layout[run], let beds = bedsLeft(on: days) else {
        return bound
      }
      bound.ceiling = min(bound.ceiling, beds / crowd[run])
      return bound
    }
  }

  /// Gives each run its people of each unit, changing the people of runs where units need it; nil
  /// where limits forbid it.
  func share(
    _ classes: [[Int]], bounds: [RunBounds], layout: [Range<Int>?], ignoreLimits: Bool
  ) -> Draft? {
    var classes = classes
    if !ignoreLimits {
      // Beds shared by runs may have lowered what a run can hold.
      let totals = classes.map { $0.reduce(0, +) }
      if totals.indices.contains(where: { totals[$0] > bounds[$0].ceiling }) {
        let counts = ClassCount.divide(
          people: population.people, size: classSize, given: rotation.classes, bounds: bounds)
        guard
          let again = ClassSizes.divide(
            people: population.people, size: classSize, counts: counts, bounds: bounds)
        else { return nil }
        classes = again
      }
    }
    let totals = classes.map { $0.reduce(0, +) }
    let rows = population.rows.map(\.people)
    if rows.count == 1 && population.rows[0].unit == nil {
      if !ignoreLimits, totals.indices.contains(where: { !maySend(0, toRun: $0) }) { return nil }
      return Draft(days: layout, classes: classes, shares: totals.map { [$0] })
    }
    var problem = UnitShares(
      units: rows, runs: totals, runLimits: totals,
      limits: rows.indices.map { row in totals.map { min($0, rows[row]) } })
    if !ignoreLimits {
      problem.runLimits = totals.indices.map { runLimit($0, classes[$0].count, bounds[$0]) }
      limit(&problem, layout)
    }
    guard case .found(let shares) = problem.solve() else { return nil }
    for run in totals.indices {
      let people = shares[run].reduce(0, +)
      if people == totals[run] { continue }
      guard let sizes = sizes(people: people, bounds: bounds[run], now: classes[run].count) else {
        return nil
      }
      classes[run] = sizes
    }
    return Draft(days: layout, classes: classes, shares: shares)
  }

  /// The most people that a run could take in.
  private func runLimit(_ run: Int, _ classes: Int, _ bounds: RunBounds) -> Int {
    if let people = bounds.people { return people }
    if bounds.classes != nil || rotation.classes != nil {
      return ClassCount.held(classes, size: classSize, bounds)
    }
    return min(bounds.ceiling, population.people)
  }

  private func sizes(people: Int, bounds: RunBounds, now: Int) -> [Int]? {
    guard people > 0 else { return nil }
    let count =
      bounds.classes != nil || rotation.classes != nil
      ? now : max(1, (people + classSize - 1) / classSize)
    return ClassSizes.divide(people: people, size: classSize, count: count, bounds: bounds)
  }

  /// Away limits, windows in which units cannot come, and runs that are for some units only.
  private func limit(_ problem: inout UnitShares, _ layout: [Range<Int>?]) {
    let groups = separateGroups(layout)
    let crowd = mostTogether(layout)
    for row in population.rows.indices {
      for run in layout.indices {
        var limit = 0
        if maySend(row, toRun: run), layout[run].map({ isExcluded(row, on: $0) }) != true {
          limit = mostAway(row) - awayElsewhere(row, layout[run])
          if groups == nil { limit /= crowd[run] }
        }
        problem.limits[row][run] = max(0, min(limit, population.rows[row].people))
      }
    }
    for runs in groups ?? [] where runs.count > 1 {
      let limits = population.rows.indices.map { row in
        max(0, mostAway(row) - (runs.map { awayElsewhere(row, layout[$0]) }.max() ?? 0))
      }
      problem.together.append((runs, limits))
    }
  }

  /// People of a unit whom other rotations take on a run's days.
  private func awayElsewhere(_ row: Int, _ days: Range<Int>?) -> Int {
    guard let days, let unit = population.rows[row].unit else { return 0 }
    return earlier.away(of: unit, on: days)
  }

  /// For each run, how many runs are in house at most at any time of its days.
  func mostTogether(_ layout: [Range<Int>?]) -> [Int] {
    layout.map { days in
      guard let days else { return 1 }
      // The peak lies where some run starts.
      let near = layout.compactMap { $0 }.filter { $0.overlaps(days) }
      let starts = near.map { max($0.lowerBound, days.lowerBound) }
      return starts.map { start in near.filter { $0.contains(start) }.count }.max() ?? 1
    }
  }

  /// Runs in sets that are in house together, if every two of a set overlap and no two of
  /// different sets do; nil where runs overlap like tiles.
  private func separateGroups(_ layout: [Range<Int>?]) -> [[Int]]? {
    var groups: [[Int]] = []
    for run in layout.indices {
      guard let days = layout[run] else { continue }
      let touching = groups.indices.filter { group in
        groups[group].contains { layout[$0].map { $0.overlaps(days) } ?? false }
      }
      guard let group = touching.first else {
        groups.append([run])
        continue
      }
      guard touching.count == 1,
        groups[group].allSatisfy({ layout[$0].map { $0.overlaps(days) } ?? false })
      else { return nil }
      groups[group].append(run)
    }
    return groups
  }
}
