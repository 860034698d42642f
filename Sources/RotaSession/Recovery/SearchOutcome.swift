import RotaPlanning
import RotaTimetabling

/// What a search came to, told by what it changed in the timetable that it began with.
public struct SearchOutcome: Codable, Sendable {
  struct Placed: Codable {
    var session: SessionIdentity
    var placement: Timetable.Placement
  }

  private var placed: [Placed]
  private var removed: [SessionIdentity]
  private var unplaced: [Unplaced]
  private var cost: Int
  private var bound: Int
  private var leastChanges: Int
  private var steps: Int
  private var wasCancelled: Bool

  init(_ result: SolveResult, from start: Timetable) {
    let placements = result.timetable.placements
    placed = placements.filter { start.placements[$0.key] != $0.value }
      .sorted { $0.key < $1.key }.map { Placed(session: $0.key, placement: $0.value) }
    removed = start.placements.keys.filter { placements[$0] == nil }.sorted()
    unplaced = result.unplaced
    cost = result.cost
    bound = result.bound
    leastChanges = result.leastChanges
    steps = result.steps
    wasCancelled = result.wasCancelled
  }

  /// The same result, begun from the same timetable.
  func result(from start: Timetable) -> SolveResult {
    var timetable = start
    for session in removed { timetable.placements[session] = nil }
    for item in placed { timetable.placements[item.session] = item.placement }
    return SolveResult(
      timetable: timetable, unplaced: unplaced, cost: cost, bound: bound,
      leastChanges: leastChanges, steps: steps, wasCancelled: wasCancelled)
  }
}
