import RotaPlanning
import RotaVerifier

/// Where a session could go: free openings, and those that one other session stands in the way of.
struct Suggestions {
  /// A session moves, and before it another one.
  struct Exchange {
    var opening: Opening
    var other: Opening
    /// Of both moves together.
    var costs: [CostLine]
    var cost: Int { costs.reduce(0) { $0.addingOrMost($1.cost) } }
  }

  /// The cheapest first.
  private(set) var free: [Opening] = []
  private(set) var exchanges: [Exchange] = []
  /// Openings in whose way one session stands of which was not tried whether it could move.
  private(set) var untried = 0
  /// What is closest to free at each start that is ruled out.
  private(set) var ruledOut: [[Opening]] = []

  /// How many starts at which another session would have to move are looked into.
  private static let mostExchanges = 12

  init(for id: SessionID, _ search: OpeningSearch, isCancelled: () -> Bool) {
    let now = search.timetable.placements[search.derived.programme[id].identity]
    var blocked: [Opening] = []
    for slot in search.derived.starts(of: id) {
      if isCancelled() { return }
      let openings = search.openings(of: id, at: slot)
      let open = openings.filter(\.isFree)
      free += open.filter { !$0.placement.isHeld(as: now) }.map { search.priced($0) }
      if !open.isEmpty { continue }
      ruledOut.append(StartSummary.nearest(openings))
      blocked += Self.nearlyFree(openings, id, search)
    }
    free = Self.sorted(free)
    // The cheapest at each start.
    var seen: Set<Int> = []
    let priced = Self.sorted(blocked.map { search.priced($0) })
    let chosen = priced.filter { seen.insert($0.slot).inserted }
    for opening in chosen.prefix(Self.mostExchanges) {
      if isCancelled() { return }
      if let exchange = Self.exchange(opening, search) { exchanges.append(exchange) }
    }
    untried = max(0, chosen.count - Self.mostExchanges)
    exchanges = exchanges.enumerated().sorted {
      ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
    }.map(\.element)
  }

  /// Those that would be free if one other session were not there, and it may be moved.
  private static func nearlyFree(
    _ openings: [Opening], _ id: SessionID, _ search: OpeningSearch
  ) -> [Opening] {
    openings.filter { opening in
      guard let other = blocker(of: opening, search) else { return false }
      return search.recount.violations(with: [(other, nil), (id, opening.placement)]).isEmpty
    }
  }

  /// The one session that takes part in every rule that is broken; nil where it is locked.
  private static func blocker(of opening: Opening, _ search: OpeningSearch) -> SessionID? {
    let own = search.derived.programme[opening.session].identity
    let others = Set(opening.violations.flatMap(\.sessions)).subtracting([own])
    guard others.count == 1, let other = others.first,
      opening.violations.allSatisfy({ $0.sessions.count > 1 }),
      search.timetable.placements[other]?.isLocked == false
    else { return nil }
    return search.derived.positions[other]
  }

  /// The opening with the cheapest way out for the one session that stands in its way; nil where it
  /// is not one alone, or has no way out.
  static func exchange(_ opening: Opening, _ search: OpeningSearch) -> Exchange? {
    guard let other = blocker(of: opening, search) else { return nil }
    let move: MoveRecount.Changes = [(opening.session, opening.placement)]
    var best: Exchange?
    for slot in search.derived.starts(of: other) {
      for candidate in search.openings(of: other, at: slot, along: move) where candidate.isFree {
        let costs = search.recount.costs(of: move + [(other, candidate.placement)])
        let exchange = Exchange(opening: opening, other: candidate, costs: costs)
        if exchange.cost < best?.cost ?? .max { best = exchange }
      }
    }
    return best
  }

  private static func sorted(_ openings: [Opening]) -> [Opening] {
    openings.enumerated().sorted {
      ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
    }.map(\.element)
  }
}
