import RotaPlanning

/// A search that is short enough to ask in passing whether a plan has a timetable.
public enum ShortSearch {
  /// Plans of more sessions are not searched.
  public static let mostSessions = 600

  /// A timetable of all sessions, whatever it costs; nil where none was found, which proves nothing.
  ///
  /// - Parameter start: what is locked in it stays.
  public static func timetable(
    plan: Plan, programme: Programme, from start: Timetable = Timetable(),
    isCancelled: @escaping @Sendable () -> Bool
  ) -> Timetable? {
    let count = programme.sessions.count
    guard count > 0, count <= mostSessions else { return nil }
    var plan = plan
    // Only this wish changes what is allowed: venues may be too small.
    plan.preferences = plan.preferences.filter { $0.wish == .enoughSeats }
    for index in plan.preferences.indices { plan.preferences[index].weight = 0 }
    var options = SolveOptions(steps: 2_000 + 20 * count)
    options.tidies = false
    let result = Solver.solve(
      plan: plan, programme: programme, from: start, options: options, clock: { 0 },
      isCancelled: isCancelled, progress: { _ in })
    return result.unplaced.isEmpty ? result.timetable : nil
  }
}
