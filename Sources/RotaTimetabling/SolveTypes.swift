import RotaPlanning

/// What a solution may cost, and what its chance depends on.
public struct SolveOptions: Sendable {
  /// Some seconds on one core of 2025, for plans of up to some thousand sessions.
  public static let defaultSteps = 1_500_000

  /// Of a repair: more have moved nothing less where that was tried.
  public static let defaultRepairSteps = 200_000

  /// As many, or where there are very many sessions enough to place them all.
  public static func defaultSteps(for programme: Programme, repairs: Bool = false) -> Int {
    max(repairs ? defaultRepairSteps : defaultSteps, 200 * programme.sessions.count)
  }

  /// The same plan, seed and steps give the same timetable on every machine.
  public var seed: UInt64
  /// Moves that each chain tries, in both phases together.
  public var steps: Int
  /// Where it is given, wall time is the budget instead of steps, and the answer depends on the
  /// machine.
  public var seconds: Double?
  /// Threads to use, 1 or more; they change how long it takes, not what comes out.
  public var threads: Int
  /// Keep to what is there: of two timetables that cost the same, the one is better in which fewer
  /// sessions are elsewhere than published or, if they are not published, than they were; and only
  /// little of what is settled is opened again on the way.
  public var repairs: Bool
  /// Of two timetables that cost the same, the one is better in which fewer sessions are elsewhere than
  /// they were to begin with or, if they had no place, than published. A timetable that nothing can
  /// better stays as it is.
  public var staysOnEqual = true
  /// Whether equals are tidied at last, which is worth while for a timetable that people will see.
  public var tidies = true

  public init(
    seed: UInt64 = 1, steps: Int = SolveOptions.defaultSteps, seconds: Double? = nil,
    threads: Int = 1, repairs: Bool = false
  ) {
    self.repairs = repairs
    self.seed = seed
    self.steps = steps
    self.seconds = seconds
    self.threads = threads
  }
}

/// The best timetable found.
public struct SolveResult: Sendable {
  /// Locked placements as they were, and new ones that satisfy all hard rules.
  public var timetable: Timetable
  /// In the order of the programme.
  public var unplaced: [Unplaced]
  /// The sum of weight times count over the plan's preferences.
  public var cost: Int
  /// No timetable of all sessions that satisfies all hard rules costs less.
  public var bound: Int
  /// In no such timetable are fewer aspects of sessions (times, places, teachers) other than published.
  public var leastChanges: Int
  /// Moves tried by the chain whose timetable it is; those of others depend on how many run at once.
  public var steps: Int
  public var wasCancelled: Bool

  /// Nothing can better it.
  public var isBest: Bool { unplaced.isEmpty && cost <= bound }

  public init(
    timetable: Timetable, unplaced: [Unplaced], cost: Int, bound: Int, leastChanges: Int = 0,
    steps: Int, wasCancelled: Bool
  ) {
    self.leastChanges = leastChanges
    self.timetable = timetable
    self.unplaced = unplaced
    self.cost = cost
    self.bound = bound
    self.steps = steps
    self.wasCancelled = wasCancelled
  }
}

/// How far a search has come.
public struct SolveProgress: Hashable, Sendable {
  /// Sessions placed in the best timetable so far, locked ones included.
  public var placed: Int
  public var total: Int
  public var cost: Int
  public var steps: Int
  /// How much of the budget is used, 0 to 1.
  public var fraction: Double
  /// Seconds since the start, by the clock handed in.
  public var elapsed: Double

  public init(
    placed: Int, total: Int, cost: Int, steps: Int, fraction: Double, elapsed: Double
  ) {
    self.placed = placed
    self.total = total
    self.cost = cost
    self.steps = steps
    self.fraction = fraction
    self.elapsed = elapsed
  }
}
