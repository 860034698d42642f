import RotaPlanning

/// Solves a component of very many sessions window by window, then all of it from what came out: the
/// last search places what the windows left over and improves across their seams.
struct WindowSolver {
  /// Below so many sessions one search does as well.
  private static let leastToSplit = 20_000
  /// The fewest sessions of a window.
  private static let leastInWindow = 4_000

  private let whole: Whole
  private let options: SolveOptions
  private let windows: Windows

  /// Nil where there is nothing to split, or most sessions have their places already.
  init?(
    _ whole: Whole, _ options: SolveOptions, leastToSplit: Int = Self.leastToSplit,
    leastInWindow: Int = Self.leastInWindow
  ) {
    let given = whole.programme.sessions.count { whole.start.placements[$0.identity] != nil }
    guard whole.programme.sessions.count - given >= max(leastToSplit, given),
      let windows = Windows(of: whole, size: leastInWindow)
    else { return nil }
    self.whole = whole
    self.options = options
    self.windows = windows
  }

  func solve(
    clock: @escaping @Sendable () -> Double, isCancelled: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (SolveProgress) -> Void
  ) -> SolveResult {
    let began = clock()
    var found = Found(in: whole)
    var rest = options
    // Half of the budget is for the windows.
    for (number, stage) in windows.stages.enumerated() {
      let sessions = stage.reduce(0) { $0 + $1.sessions.count }
      var own = options
      own.seed = options.seed &+ UInt64(number + 1) &* 0xA24B_AED4_963E_E407
      own.steps = (options.steps / 2).share(of: sessions, among: whole.programme.sessions.count)
      own.seconds = options.seconds.map {
        $0 / 2 * Double(sessions) / Double(whole.programme.sessions.count)
      }
      let before = found.count
      let neighbours = stage.map { found.sessions(in: $0.weeks) }
      let parts = PartSolver(
        Whole(plan: whole.plan, programme: whole.programme, start: found.locked), own,
        parts: zip(stage, neighbours).map { ($0.sessions + $1).sorted() }, splitsByTime: false)
      let known = neighbours.reduce(0) { $0 + $1.count }
      let total = whole.programme.sessions.count
      let result = parts.solve(
        clock: clock, isCancelled: isCancelled,
        progress: { stage in
          progress(
            SolveProgress(
              placed: before + stage.placed - known, total: total, cost: stage.cost,
              steps: stage.steps, fraction: stage.fraction * Double(sessions) / Double(2 * total),
              elapsed: clock() - began))
        })
      for window in stage { found.add(window.sessions, of: result.timetable) }
      rest.steps -= result.steps
    }
    rest.steps = max(0, rest.steps)
    // What the windows came to is nothing that anybody has.
    rest.staysOnEqual = false
    rest.seconds = options.seconds.map { max(0, $0 - (clock() - began)) }
    var result = Solver.solveTogether(
      plan: whole.plan, programme: whole.programme, from: found.timetable, options: rest,
      clock: clock, isCancelled: isCancelled, progress: progress)
    result.steps += options.steps - rest.steps
    return result
  }
}

/// What the windows solved so far have given.
private struct Found {
  private let whole: Whole
  private(set) var timetable: Timetable
  /// Positions of the sessions that have a place for good, by week.
  private var byWeek: [Int: [Int]] = [:]
  private(set) var count = 0

  /// At first what is locked.
  init(in whole: Whole) {
    self.whole = whole
    timetable = whole.start
    let locked = whole.programme.sessions.indices.filter { whole.isLocked($0) }
    add(locked, of: whole.start)
  }

  mutating func add(_ sessions: [Int], of found: Timetable) {
    for position in sessions {
      let identity = whole.programme.sessions[position].identity
      guard let placement = found.placements[identity] else { continue }
      timetable.placements[identity] = placement
      byWeek[placement.day.week, default: []].append(position)
      count += 1
    }
  }

  func sessions(in weeks: ClosedRange<Int>) -> [Int] { weeks.flatMap { byWeek[$0] ?? [] } }

  /// With all of it locked, so that no other window moves it.
  var locked: Timetable {
    var locked = timetable
    for position in byWeek.values.joined() {
      locked.placements[whole.programme.sessions[position].identity]?.isLocked = true
    }
    return locked
  }
}
