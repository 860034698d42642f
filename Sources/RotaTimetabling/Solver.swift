import CostBounds
import Dispatch
import RotaPlanning

/// Makes timetables: every session gets a start, a place and teachers.
///
/// First a place is found for every session by guided ejection, then simulated annealing lowers the
/// cost of the plan's preferences, and at last equals are tidied: early, compact and even days.
///
/// A fixed number of such chains of moves runs, each with a seed of its own derived from the one
/// seed, and the best of them is the answer, the first of equals. So the answer follows from seed
/// and steps, whatever the number of threads.
public enum Solver {
  /// Chains that run for one answer.
  static let chains = 2

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
    let began = clock()
    let problem = bounded(plan, programme, start, options)
    // What that took is part of the time given.
    let seconds = options.seconds.map { max(0, $0 - (clock() - began)) }
    let winner = Winner()
    @Sendable func run(_ chain: Int, _ options: SolveOptions) -> SolveResult {
      let result = solve(
        problem, plan: plan, programme: programme, from: start, options: options, recounts: 0,
        clock: clock, isCancelled: { winner.beats(chain) || isCancelled() },
        progress: { if chain == 0 { progress($0) } }
      ).result
      if result.isBest { winner.claim(chain) }
      return result
    }
    let threads = min(max(1, options.threads), chains)
    var results = [SolveResult?](repeating: nil, count: chains)
    results.withUnsafeMutableBufferPointer { buffer in
      // Each chain writes its own element and reads no other, and the buffer outlives them all.
      nonisolated(unsafe) let slots = buffer
      if threads > 1 {
        DispatchQueue.concurrentPerform(iterations: chains) { chain in
          slots[chain] = run(chain, options.forChain(chain, seconds: seconds))
        }
      } else {
        // One after the other: a given time is shared out among them.
        let share = seconds.map { $0 / Double(chains) }
        for chain in 0..<chains where !winner.beats(chain) {
          slots[chain] = run(chain, options.forChain(chain, seconds: share))
        }
      }
    }
    var best: SolveResult?
    for case let result? in results {
      if let held = best,
        (held.unplaced.count, held.cost) <= (result.unplaced.count, result.cost)
      {
        continue
      }
      best = result
    }
    var answer =
      best
      ?? SolveResult(
        timetable: start, unplaced: [], cost: 0, bound: 0, steps: 0, wasCancelled: true)
    answer.wasCancelled = isCancelled()
    return answer
  }

  /// The problem, with a bound that takes a small part of the budget.
  private static func bounded(
    _ plan: Plan, _ programme: Programme, _ start: Timetable, _ options: SolveOptions
  ) -> Problem {
    var problem = ProblemBuilder.build(plan: plan, programme: programme, start: start)
    // An addition takes about a nanosecond, and a move of the search fifty to some hundred.
    let additions =
      options.seconds.map { $0 * 50_000_000 } ?? Double(options.steps) * 20
    problem.findBound(steps: Int(max(0, min(Double(CostBound.defaultSteps), additions))))
    return problem
  }

  /// Steps between two looks at the clock, and between two temperatures.
  private static func slice(_ options: SolveOptions) -> Int {
    options.seconds == nil ? max(32, min(2_048, options.steps / 50)) : 2_048
  }

  /// - Parameters:
  ///   - problem: what `bounded` makes of plan, programme and start, where it is there already.
  ///   - recounts: after each of so many first moves every count is compared with a count from
  ///     nothing; the names of the rules that disagreed come with the result.
  static func solve(
    _ problem: Problem? = nil, plan: Plan, programme: Programme, from start: Timetable,
    options: SolveOptions, recounts: Int, clock: () -> Double, isCancelled: () -> Bool,
    progress: (SolveProgress) -> Void
  ) -> (result: SolveResult, drifts: [String]) {
    let began = clock()
    let problem = problem ?? bounded(plan, programme, start, options)
    var search = Search(problem, seed: options.seed)
    search.recounts = recounts
    var wasCancelled = false
    let slice = slice(options)
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
      bound: problem.leastCost, steps: search.steps, wasCancelled: wasCancelled)
    return (result, search.drifts)
  }
}

/// The first chain that found a timetable that nothing can better: chains after it need not go on,
/// and those before it must, since the first of equals is the answer.
private final class Winner: @unchecked Sendable {
  // `chain` is read and written only on the queue.
  private let queue = DispatchQueue(label: "rota.solver.winner")
  private var chain = Int.max

  func claim(_ chain: Int) { queue.sync { self.chain = min(self.chain, chain) } }
  func beats(_ chain: Int) -> Bool { queue.sync { self.chain < chain } }
}

extension SolveOptions {
  /// The first chain has the seed itself; the others seeds far from it and from each other.
  fileprivate func forChain(_ chain: Int, seconds: Double?) -> SolveOptions {
    var options = self
    options.seed = seed &+ UInt64(chain) &* 0x9E37_79B9_7F4A_7C15
    options.seconds = seconds
    return options
  }
}
