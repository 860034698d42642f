import RotaPlanning

/// A rotation worked out for a number of runs.
struct Draft {
  /// Nil where the calendar has no room for the run.
  var days: [Range<Int>?]
  /// Sizes of the classes of each run.
  var classes: [[Int]]
  /// People by run, then row of the population.
  var shares: [[Int]]

  func people(ofRun run: Int) -> Int { classes[run].reduce(0, +) }
}

/// What became of one number of runs.
struct Attempt {
  var runs: Int
  var problems: [Problem]
  /// The best there is, where anything is.
  var draft: Draft?
}

extension RotationCase {
  /// Works a rotation out for a number of runs: dates, then people and classes, then units.
  func attempt(runs count: Int) throws(Cancellation.Requested) -> Attempt {
    if let problem = sizeProblem(runs: count) {
      return Attempt(runs: count, problems: [problem], draft: nil)
    }
    var problems = mentionProblems(runs: count)
    let bounds = (0..<count).map { self.bounds(ofRun: $0) }
    let (layouts, dateProblems) = self.layouts(runs: count)
    problems += dateProblems
    let division = divide(bounds)
    problems += division.problems
    let made = division.classes.reduce(0) { $0 + $1.count }
    if division.problems.isEmpty, let said = rotation.classes, made != said {
      problems.append(.classesOfRuns(made: made, said: said))
    }

    // Dates that leave all units able to come are looked for among a few layouts; the first is the
    // one to show if none does.
    var first: Draft?
    for layout in layouts {
      try cancellation.check()
      let tight = self.tightened(bounds, layout)
      guard
        let draft = share(division.classes, bounds: tight, layout: layout, ignoreLimits: false)
      else {
        if first == nil {
          first = share(division.classes, bounds: bounds, layout: layout, ignoreLimits: true)
        }
        continue
      }
      return Attempt(runs: count, problems: problems, draft: draft)
    }
    if problems.isEmpty { problems = shareProblems(bounds, layouts: layouts) }
    return Attempt(runs: count, problems: problems, draft: first)
  }

  /// People and classes of each run, or what stands against them with the nearest there is.
  func divide(_ bounds: [RunBounds]) -> (classes: [[Int]], problems: [Problem]) {
    let people = population.people
    let size = classSize
    let counts = ClassCount.divide(
      people: people, size: size, given: rotation.classes, bounds: bounds)
    if let sizes = ClassSizes.divide(people: people, size: size, counts: counts, bounds: bounds) {
      return (sizes, unknownClasses(counts))
    }
    // Without hall and beds, to see which of the limits it is.
    let open = bounds.map { bound in
      var bound = bound
      bound.ceiling = Int.max
      return bound
    }
    let openCounts = ClassCount.divide(
      people: people, size: size, given: rotation.classes, bounds: open)
    if let sizes = ClassSizes.divide(
      people: people, size: size, counts: openCounts, bounds: open)
    {
      return (sizes, ceilingProblems(sizes, bounds: bounds, counts: counts))
    }
    let plain = bounds.map { _ in RunBounds(ceiling: Int.max) }
    let plainCounts = ClassCount.divide(people: people, size: size, given: nil, bounds: plain)
    let sizes =
      ClassSizes.divide(people: people, size: size, counts: plainCounts, bounds: plain) ?? []
    return (sizes, overrideProblems(open, counts: openCounts))
  }

  private func ceilingProblems(
    _ sizes: [[Int]], bounds: [RunBounds], counts: [Int]
  ) -> [Problem] {
    let totals = sizes.map { $0.reduce(0, +) }
    let over = totals.indices.filter { totals[$0] > bounds[$0].ceiling }
    guard let run = over.first(where: { totals[$0] == totals.max() }) ?? over.first else {
      return [.runsDoNotAddUp(least: 0, most: 0)]
    }
    let held = ClassCount.held(counts, size: classSize, bounds: bounds)
    if let hall = ceiling.hall, bounds[run].ceiling == hall.seats {
      return [
        .hall(hall, run: run + 1, people: totals[run], runs: totals.count, held: held)
      ]
    }
    return [
      .beds(
        bounds[run].ceiling, run: run + 1, people: totals[run], runs: totals.count, held: held)
    ]
  }

  /// Numbers of people and classes of single runs and classes that cannot all be.
  private func overrideProblems(_ bounds: [RunBounds], counts: [Int]) -> [Problem] {
    var problems: [Problem] = []
    var least = 0
    var most = 0
    for (run, bound) in bounds.enumerated() {
      let fixed = bound.classPeople.filter { $0.key <= counts[run] }
      let fixedPeople = fixed.values.reduce(0, +)
      let free = counts[run] - fixed.count
      let low = fixedPeople + free
      let high =
        bound.classes == nil && rotation.classes == nil && bound.people == nil
        ? population.people : fixedPeople + free * classSize
      if let people = bound.people {
        if people < low || people > high {
          problems.append(
            .runDoesNotAddUp(run: run + 1, people: people, least: low, most: high))
        }
        least += people
        most += people
      } else {
        least += low
        most += max(low, high)
      }
    }
    if problems.isEmpty {
      if rotation.classes != nil, let size = rotation.largestClass,
        !bounds.contains(where: { !$0.isFree })
      {
        problems.append(.classesTooFew(classes: counts.reduce(0, +), size: size))
      } else {
        problems.append(.runsDoNotAddUp(least: least, most: most))
      }
    }
    return problems
  }
}
