import RotaPlanning

/// For each session the slots in which it may begin.
///
/// Many sessions have the same starts, so each list is kept once; what order rules cut off at its
/// ends is kept as bounds.
struct Domains {
  struct Domain: Hashable {
    /// Position in `lists`.
    var list: Int
    /// Indices into the list.
    var bounds: Range<Int>
  }

  private(set) var lists: [[Int]] = []
  /// By session; empty bounds where a session can begin nowhere, or its runs have no dates.
  var ofSession: [Domain] = []
  /// By session, where windows and rules leave no start.
  private(set) var obstacles: [StartObstacle?] = []

  func starts(_ session: Int) -> ArraySlice<Int> {
    lists[ofSession[session].list][ofSession[session].bounds]
  }

  init(plan: Plan, programme: Programme, templates: TemplateTable) {
    let filter = StartFilter(plan: plan, programme: programme)
    var rows: [BaseKey: (list: Int, obstacle: StartObstacle?)] = [:]
    var narrowed: [NarrowKey: Int] = [:]
    ofSession.reserveCapacity(programme.sessions.count)
    obstacles.reserveCapacity(programme.sessions.count)
    let isRestricted = plan.places.map { !Openness(of: $0, in: plan).isAlways }
    for (index, session) in programme.sessions.enumerated() {
      let position = templates.ofSession[index]
      let base = BaseKey(
        template: position, run: session.runs.first, runs: session.runs.count)
      if rows[base] == nil {
        let (starts, obstacle) = filter.starts(
          of: templates.all[position], runs: session.runs, days: session.days)
        rows[base] = (add(starts), session.days.isEmpty ? nil : obstacle)
      }
      guard var (list, obstacle) = rows[base] else { continue }
      for id in session.classes where obstacle == nil && !programme[id].excluded.isEmpty {
        list = add(
          filter.starts(
            lists[list], of: templates.all[position], absence: programme[id].excluded))
        if lists[list].isEmpty { obstacle = .audience(id) }
      }
      let places = session.places
      let mayBeClosed =
        templates.all[position].streamedTo.contains { isRestricted[$0.value] }
        || places.allSatisfy { isRestricted[$0.value] }
      if obstacle == nil, !places.isEmpty, mayBeClosed, !lists[list].isEmpty {
        let key = NarrowKey(
          list: list, places: places, streamedTo: templates.all[position].streamedTo)
        if narrowed[key] == nil {
          narrowed[key] = add(
            filter.starts(lists[list], of: templates.all[position], places: places))
        }
        list = narrowed[key] ?? list
        if lists[list].isEmpty { obstacle = .places }
      }
      ofSession.append(Domain(list: list, bounds: lists[list].indices))
      obstacles.append(obstacle)
    }
  }

  private mutating func add(_ starts: [Int]) -> Int {
    lists.append(starts)
    return lists.count - 1
  }

  private struct BaseKey: Hashable {
    var template: Int
    var run: RunID?
    var runs: Int
  }

  private struct NarrowKey: Hashable {
    var list: Int
    var places: [PlaceID]
    var streamedTo: [PlaceID]
  }
}
