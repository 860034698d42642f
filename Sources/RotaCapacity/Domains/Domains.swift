import RotaPlanning

/// For each session the slots in which it may begin.
///
/// Many sessions have the same starts, so each list is kept once; what order rules cut off at its
/// ends is kept as bounds.
struct Domains: Equatable, Sendable {
  struct Domain: Hashable, Sendable {
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

  /// - Parameters:
  ///   - sessions: positions in the programme; those here follow their order.
  ///   - isRestricted: by place, whether it is ever closed.
  init(
    of sessions: [Int], plan: Plan, programme: Programme, templates: TemplateTable,
    isRestricted: [Bool], _ cancellation: Cancellation
  ) throws(Cancellation.Requested) {
    let filter = StartFilter(plan: plan, programme: programme)
    var rows: [BaseKey: (list: Int, obstacle: StartObstacle?)] = [:]
    var narrowed: [NarrowKey: Int] = [:]
    var taught: [TaughtKey: Int] = [:]
    ofSession.reserveCapacity(sessions.count)
    obstacles.reserveCapacity(sessions.count)
    for index in sessions {
      try cancellation.check()
      let session = programme.sessions[index]
      let position = templates.ofSession[index]
      let base = BaseKey(
        template: position, run: session.runs.first, runs: session.runs.count)
      if rows[base] == nil {
        let (starts, obstacle) = filter.starts(
          of: templates.all[position], runs: session.runs, days: session.days)
        let hasPhase = templates.all[position].phase != .during
        rows[base] = (
          add(starts), session.days.isEmpty ? (hasPhase ? .phase : nil) : obstacle
        )
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
      if obstacle == nil, filter.mayNeedStream(templates.all[position], places: places),
        !lists[list].isEmpty
      {
        let key = TaughtKey(list: list, places: places, template: position)
        if taught[key] == nil {
          taught[key] = add(
            filter.starts(lists[list], of: templates.all[position], taughtIn: places))
        }
        list = taught[key] ?? list
        if lists[list].isEmpty { obstacle = .stream }
      }
      ofSession.append(Domain(list: list, bounds: lists[list].indices))
      obstacles.append(obstacle)
    }
  }

  /// Takes over the starts of a strand, whose answer counts its sessions and classes from 0.
  mutating func add(_ domains: Domains, of strand: Strand) {
    let first = lists.count
    lists += domains.lists
    for (position, session) in strand.sessions.enumerated() {
      var domain = domains.ofSession[position]
      domain.list += first
      ofSession[session] = domain
      obstacles[session] = domains.obstacles[position]?.mapped { strand.classes[$0.value] }
    }
  }

  /// No starts yet, for so many sessions.
  init(count: Int) {
    lists = [[]]
    ofSession = Array(repeating: Domain(list: 0, bounds: 0..<0), count: count)
    obstacles = Array(repeating: nil, count: count)
  }

  /// The same with classes numbered otherwise.
  mutating func renumber(_ number: (ClassID) -> ClassID) {
    for index in obstacles.indices { obstacles[index] = obstacles[index]?.mapped(number) }
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

  private struct TaughtKey: Hashable {
    var list: Int
    var places: [PlaceID]
    var template: Int
  }
}
