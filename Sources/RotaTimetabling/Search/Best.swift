/// The best timetable so far. It follows the assignment by the sessions that changed since the two
/// were last alike, so that keeping it costs no more than the moves themselves.
struct Best: ~Copyable {
  private(set) var start: Counts
  private(set) var holder: Counts
  private(set) var placed = -1
  private(set) var cost = Int.max
  private(set) var untidiness = Int.max
  private var changed: [Int] = []
  private var isChanged: Counts

  init(_ problem: borrowing Problem) {
    start = Counts(repeating: -1, count: problem.sessionCount)
    holder = Counts(repeating: -1, count: problem.memberResource.count)
    isChanged = Counts(repeating: 0, count: problem.sessionCount)
    changed = Array(0..<problem.sessionCount)
    for session in changed { isChanged[session] = 1 }
  }

  mutating func note(_ session: Int) {
    if isChanged[session] != 0 { return }
    isChanged[session] = 1
    changed.append(session)
  }

  /// More sessions placed, or as many at less cost, or at the same cost but tidier.
  func isWorse(than assignment: borrowing Assignment) -> Bool {
    if assignment.placedCount != placed { return assignment.placedCount > placed }
    let other = assignment.cost
    if other != cost { return other < cost }
    return assignment.untidiness < untidiness
  }

  mutating func keep(_ assignment: borrowing Assignment) {
    for session in changed {
      isChanged[session] = 0
      start[session] = assignment.start[session]
      for member in assignment.problem.members(session) {
        holder[member] = assignment.holder[member]
      }
    }
    changed.removeAll(keepingCapacity: true)
    placed = assignment.placedCount
    cost = assignment.cost
    untidiness = assignment.untidiness
  }

  /// Brings the assignment back to the best.
  mutating func restore(_ assignment: inout Assignment) {
    for session in changed where assignment.isPlaced(session) { assignment.remove(session) }
    for session in changed {
      isChanged[session] = 0
      for member in assignment.problem.members(session) {
        assignment.holder[member] = holder[member]
      }
      if start[session] >= 0 { assignment.insert(session, at: start[session]) }
    }
    changed.removeAll(keepingCapacity: true)
  }
}
