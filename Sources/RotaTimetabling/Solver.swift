import RotaPlanning

/// Makes timetables: every session gets a start, a place and teachers.
///
/// First a place is found for every session by guided ejection, then simulated annealing lowers the
/// cost of the plan's preferences, and at last equals are tidied: early, compact and even days. One
/// chain of moves on one thread; all of it follows from the seed.
public enum Solver {
  /// Places every session of the programme that is not locked in `start`, first so that all hard
  /// rules hold, then so that the plan's preferences cost as little as can be found.
  ///
  /// - Parameters:
  ///   - start: locked placements stay exactly as they are, even where they break a rule; of the
  ///     others those that break none are the starting point.
  ///   - clock: seconds from any origin; asked now and then.
  ///   - isCancelled: asked now and then; once true, the best so far is returned.
  ///   - progress: told now and then.
  public static func solve(
    plan: Plan, programme: Programme, from start: Timetable, options: SolveOptions,
    clock: () -> Double, isCancelled: () -> Bool, progress: (SolveProgress) -> Void
  ) -> SolveResult {
    solve(
      plan: plan, programme: programme, from: start, options: options, recounts: 0,
      clock: clock, isCancelled: isCancelled, progress: progress
    ).result
  }

  /// Steps between two looks at the clock.
  private static let slice = 2_048

  /// After each of the first `recounts` moves every count is compared with a count from nothing; the
  /// names of the rules that disagreed come with the result.
  static func solve(
    plan: Plan, programme: Programme, from start: Timetable, options: SolveOptions,
    recounts: Int, clock: () -> Double, isCancelled: () -> Bool,
    progress: (SolveProgress) -> Void
  ) -> (result: SolveResult, drifts: [String]) {
    let began = clock()
    let problem = ProblemBuilder.build(plan: plan, programme: programme, start: start)
    var search = Search(problem, seed: options.seed)
    search.recounts = recounts
    var wasCancelled = false
    while !search.isFinished {
      wasCancelled = isCancelled()
      if wasCancelled { break }
      let elapsed = clock() - began
      let stepsLeft = options.seconds == nil ? options.steps - search.steps : slice
      let fraction =
        options.seconds.map { $0 > 0 ? elapsed / $0 : 1 }
        ?? Double(search.steps) / Double(max(1, options.steps))
      if stepsLeft <= 0 || fraction >= 1 { break }
      search.advance(steps: min(slice, stepsLeft), fraction: fraction)
      progress(
        SolveProgress(
          placed: search.best.placed, total: problem.sessionCount, cost: search.best.cost,
          steps: search.steps, fraction: min(1, fraction), elapsed: clock() - began))
    }
    search.finish()
    let writer = TimetableWriter(plan: plan, programme: programme, start: start)
    let timetable = writer.timetable(search.assignment)
    let unplaced = writer.unplaced(search.assignment)
    let result = SolveResult(
      timetable: timetable, unplaced: unplaced, cost: search.assignment.cost,
      steps: search.steps, wasCancelled: wasCancelled)
    return (result, search.drifts)
  }
}
