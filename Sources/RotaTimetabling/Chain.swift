import LocalSearch

/// One of the searches that run for an answer, with its share of the budget.
///
/// It is a class so that several can be advanced side by side. Unchecked, since the state of a search is
/// written in place without locks: `ChainRun` gives each chain to one thread, and touches none itself before
/// all threads have come to the end of the round.
final class Chain: @unchecked Sendable {
  let number: Int
  var search: Search
  private(set) var wasCancelled = false

  /// Moves tried that the tidying of equals may take, at the most.
  private static let mostTidying = 200_000.0
  /// Seconds, likewise.
  private static let longestTidying = 0.5

  init(_ problem: Problem, number: Int, options: SolveOptions) {
    self.number = number
    let tidying =
      options.seconds.map { Self.longestTidying / max(1e-9, $0) }
      ?? Self.mostTidying / Double(max(1, options.steps))
    // The first chain has the seed itself; the others seeds far from it and from each other.
    search = Search(
      problem, seed: options.seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15,
      cycles: CoolingCycles(reheats: 4, first: 0.6), tidying: tidying)
  }

  /// The cycle that it is to go on with, `Int.max` for none: the budget is used up, or nothing is left
  /// but to tidy.
  func nextCycle(_ budget: Budget) -> Int {
    let fraction = budget.fraction(steps: search.steps)
    return fraction >= 1 ? Int.max : search.nextCycle(at: fraction)
  }

  /// Goes on until a cycle is over, or to the end of the search.
  func advance(
    beyond cycle: Int, _ budget: Budget, isCancelled: () -> Bool,
    progress: (SolveProgress) -> Void
  ) {
    while !search.isFinished {
      wasCancelled = isCancelled()
      if wasCancelled { return }
      let fraction = budget.fraction(steps: search.steps)
      if fraction >= 1 || search.nextCycle(at: fraction) > cycle { return }
      search.advance(steps: budget.slice(steps: search.steps), fraction: fraction)
      progress(
        SolveProgress(
          placed: search.best.placed, total: search.assignment.problem.sessionCount,
          cost: search.bestCost, steps: search.steps, fraction: min(1, fraction),
          elapsed: budget.elapsed))
    }
  }
}

/// What a solution may cost: steps, or seconds of wall time.
struct Budget {
  let steps: Int
  let seconds: Double?
  private let began: Double
  private let clock: @Sendable () -> Double

  init(_ options: SolveOptions, clock: @escaping @Sendable () -> Double) {
    steps = options.steps
    seconds = options.seconds
    self.clock = clock
    began = clock()
  }

  var elapsed: Double { clock() - began }

  /// The share that is used.
  func fraction(steps used: Int) -> Double {
    if let seconds { return seconds > 0 ? elapsed / seconds : 1 }
    return steps > 0 ? Double(used) / Double(steps) : 1
  }

  /// Steps between two looks at the clock, and between two temperatures.
  func slice(steps used: Int) -> Int {
    seconds == nil ? min(steps - used, max(32, min(2_048, steps / 50))) : 2_048
  }
}
