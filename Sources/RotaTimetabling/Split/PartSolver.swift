import Dispatch
import RotaPlanning

/// Solves a plan of many sessions part by part, where no part concerns another.
///
/// Each part has its share of the steps and a seed of its own, and what comes out is put together
/// in the order of parts; so the answer does not depend on which thread solved which part, or when.
struct PartSolver {
  /// Below so many sessions one search does as well.
  private static let leastToSplit = 2_000
  /// The fewest sessions of a part.
  private static let leastInPart = 1_000

  private let whole: Whole
  private let options: SolveOptions
  /// Positions in the programme, by part.
  private let parts: [[Int]]
  /// Whether large parts are split further.
  private let splitsByTime: Bool

  /// Nil where there is nothing to split.
  init?(
    _ whole: Whole, _ options: SolveOptions, leastToSplit: Int = Self.leastToSplit,
    leastInPart: Int = Self.leastInPart
  ) {
    guard whole.programme.sessions.count >= leastToSplit else { return nil }
    let parts = Components(of: whole).bundles(ofAtLeast: leastInPart)
    guard parts.count > 1 else { return nil }
    self.init(whole, options, parts: parts, splitsByTime: true)
  }

  /// - Parameter parts: positions in the programme, each list in order.
  init(_ whole: Whole, _ options: SolveOptions, parts: [[Int]], splitsByTime: Bool) {
    self.whole = whole
    self.options = options
    self.parts = parts
    self.splitsByTime = splitsByTime
  }

  /// Sessions of all parts; one that is in several, to be kept clear of, counts in each.
  private var sessionCount: Int { parts.reduce(0) { $0 + $1.count } }

  func solve(
    clock: @escaping @Sendable () -> Double, isCancelled: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (SolveProgress) -> Void
  ) -> SolveResult {
    let threads = min(max(1, options.threads), parts.count)
    let began = clock()
    let schedule = Schedule(
      sizes: parts.map(\.count), threads: threads, seconds: options.seconds, began: began)
    let report = JointProgress(parts: parts.count, total: sessionCount)
    var results = [SolveResult?](repeating: nil, count: parts.count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Each part has an element of its own, and the buffer outlives all threads.
      nonisolated(unsafe) let slots = buffer
      @Sendable func work() {
        while let (part, seconds) = schedule.next(at: clock()) {
          slots[part] = solve(
            part, seconds: seconds, clock: clock, isCancelled: isCancelled,
            progress: { report.tell($0, of: part, elapsed: clock() - began, to: progress) })
        }
      }
      if threads > 1 {
        DispatchQueue.concurrentPerform(iterations: threads) { _ in work() }
      } else {
        work()
      }
    }
    return joined(results.compactMap { $0 }, wasCancelled: isCancelled())
  }

  private func solve(
    _ number: Int, seconds: Double?, clock: @escaping @Sendable () -> Double,
    isCancelled: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (SolveProgress) -> Void
  ) -> SolveResult {
    let part = Part(of: parts[number], in: whole)
    let size = parts[number].count
    var options = options
    // A part that is most of the whole has threads of its own while others wait for it.
    options.threads = max(1, (options.threads.share(of: 2 * size, among: sessionCount) + 1) / 2)
    options.seed = options.seed &+ UInt64(number) &* 0xD1B5_4A32_D192_ED03
    options.steps = options.steps.share(of: size, among: sessionCount)
    options.seconds = seconds
    if splitsByTime {
      let whole = Whole(plan: part.plan, programme: part.programme, start: part.start)
      return Solver.solveConnected(
        whole, options: options, clock: clock, isCancelled: isCancelled, progress: progress)
    }
    return Solver.solveTogether(
      plan: part.plan, programme: part.programme, from: part.start, options: options,
      clock: clock, isCancelled: isCancelled, progress: progress)
  }

  /// Locked placements of sessions that the programme does not have are taken over too.
  private func joined(_ results: [SolveResult], wasCancelled: Bool) -> SolveResult {
    var joined = SolveResult(
      timetable: Timetable(), unplaced: [], cost: 0, bound: 0, steps: 0,
      wasCancelled: wasCancelled)
    joined.timetable.publication = whole.start.publication
    joined.timetable.placements = whole.start.placements.filter(\.value.isLocked)
    joined.timetable.placements.reserveCapacity(whole.programme.sessions.count)
    var unplaced: [SessionIdentity: Unplaced] = [:]
    for result in results {
      joined.timetable.placements.merge(result.timetable.placements) { _, own in own }
      for session in result.unplaced { unplaced[session.session] = session }
      joined.cost += result.cost
      // No wish is about two parts, so what each must cost adds up.
      joined.bound += result.bound
      joined.leastChanges += result.leastChanges
      joined.steps += result.steps
    }
    if !unplaced.isEmpty {
      joined.unplaced = whole.programme.sessions.compactMap { unplaced[$0.identity] }
    }
    return joined
  }
}

extension Int {
  /// What so many out of all get of it.
  func share(of some: Int, among all: Int) -> Int { self / all * some + self % all * some / all }
}
