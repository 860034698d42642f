import CostBounds
import RotaPlanning

/// Makes timetables: every session gets a start, a place and teachers.
///
/// First a place is found for every session by guided ejection, then simulated annealing lowers the
/// cost of the plan's preferences, and at last equals are tidied: early, compact and even days.
///
/// Several such chains of moves run, each with a seed of its own derived from the one seed. Their
/// annealings come in cycles, and after each cycle all chains go on from the best state that any of
/// them has found. How many chains there are follows from the size of the plan, so the answer follows
/// from seed and steps, whatever the number of threads.
public enum Solver {
  /// Chains that run for one answer.
  static func chainCount(_ programme: Programme, _ options: SolveOptions) -> Int {
    // With a given time every thread is better used by a chain that lasts as long as that.
    if options.seconds != nil { return max(1, options.threads) }
    return programme.sessions.count > 20_000 ? 1 : 4
  }

  /// Places every session of the programme that is not locked in `start`, first so that all hard
  /// rules hold, then so that the plan's preferences cost as little as can be found.
  ///
  /// - Parameters:
  ///   - start: locked placements stay exactly as they are, even where they break a rule; of the
  ///     others those that break none are the starting point.
  ///   - clock: seconds from any origin; asked now and then, by several threads at once.
  ///   - isCancelled: asked likewise; once true, the best so far is returned.
  ///   - progress: told now and then how far the first chain has come, by one thread at a time.
  public static func solve(
    plan: Plan, programme: Programme, from start: Timetable, options: SolveOptions,
    clock: @escaping @Sendable () -> Double, isCancelled: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (SolveProgress) -> Void
  ) -> SolveResult {
    let whole = Whole(plan: plan, programme: programme, start: start)
    if let parts = PartSolver(whole, options) {
      return parts.solve(clock: clock, isCancelled: isCancelled, progress: progress)
    }
    return solveConnected(
      whole, options: options, clock: clock, isCancelled: isCancelled, progress: progress)
  }

  /// Solves what is connected: by windows of time where it is large.
  static func solveConnected(
    _ whole: Whole, options: SolveOptions, clock: @escaping @Sendable () -> Double,
    isCancelled: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (SolveProgress) -> Void
  ) -> SolveResult {
    if let windows = WindowSolver(whole, options) {
      return windows.solve(clock: clock, isCancelled: isCancelled, progress: progress)
    }
    return solveTogether(
      plan: whole.plan, programme: whole.programme, from: whole.start, options: options,
      clock: clock, isCancelled: isCancelled, progress: progress)
  }

  /// Solves without splitting.
  static func solveTogether(
    plan: Plan, programme: Programme, from start: Timetable, options: SolveOptions,
    clock: @escaping @Sendable () -> Double, isCancelled: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (SolveProgress) -> Void
  ) -> SolveResult {
    solve(
      plan: plan, programme: programme, from: start, options: options, recounts: 0, clock: clock,
      isCancelled: isCancelled, progress: progress
    ).result
  }

  /// The problem, with a bound that takes a small part of the budget.
  private static func bounded(
    _ plan: Plan, _ programme: Programme, _ start: Timetable, _ options: SolveOptions
  ) -> Problem {
    var problem = ProblemBuilder.build(
      plan: plan, programme: programme, start: start, repairs: options.repairs,
      staysOnEqual: options.staysOnEqual)
    // An addition takes about a nanosecond, and a move of the search fifty to some hundred.
    let additions =
      options.seconds.map { $0 * 50_000_000 } ?? Double(options.steps) * 20
    problem.findBound(steps: Int(max(0, min(Double(CostBound.defaultSteps), additions))))
    return problem
  }

  /// After each of the first `recounts` moves of the first chain every count is compared with a count
  /// from nothing; the names of the rules that disagreed come with the result.
  static func solve(
    plan: Plan, programme: Programme, from start: Timetable, options: SolveOptions,
    recounts: Int, clock: @escaping @Sendable () -> Double,
    isCancelled: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (SolveProgress) -> Void
  ) -> (result: SolveResult, drifts: [String]) {
    let budget = Budget(options, clock: clock)
    let problem = bounded(plan, programme, start, options)
    let chains = (0..<chainCount(programme, options)).map {
      Chain(problem, number: $0, options: options)
    }
    chains.first?.search.recounts = recounts
    let run = ChainRun(
      chains: chains, threads: options.threads, budget: budget, tidies: options.tidies,
      isCancelled: isCancelled,
      progress: progress)
    let best = run.best()
    best.search.finish()
    let writer = TimetableWriter(plan: plan, programme: programme, start: start)
    let result = SolveResult(
      timetable: writer.timetable(best.search.assignment),
      unplaced: writer.unplaced(best.search.assignment), cost: best.search.assignment.cost,
      bound: problem.leastCost, leastChanges: problem.leastChanges,
      steps: best.search.steps,
      wasCancelled: best.wasCancelled)
    return (result, chains.flatMap { $0.search.drifts })
  }
}
