/// The sessions that a move has taken out, with where each was, so that the move can be undone.
struct Trail: ~Copyable {
  private(set) var sessions: [Int] = []
  /// By session: its position in `sessions`, or -1.
  private var position: Counts
  private var oldStart: Counts
  private var oldHolder: Counts

  init(_ problem: borrowing Problem) {
    position = Counts(repeating: -1, count: problem.sessionCount)
    oldStart = Counts(repeating: -1, count: problem.sessionCount)
    oldHolder = Counts(repeating: -1, count: problem.memberResource.count)
    sessions.reserveCapacity(64)
  }

  var count: Int { sessions.count }
  func contains(_ session: Int) -> Bool { position[session] >= 0 }
  func oldStart(of session: Int) -> Int { oldStart[session] }

  /// Notes where a session is, and takes it out of the timetable if it is in.
  mutating func take(_ session: Int, from assignment: inout Assignment) {
    if contains(session) { return }
    position[session] = sessions.count
    sessions.append(session)
    oldStart[session] = assignment.start[session]
    for member in assignment.problem.members(session) {
      oldHolder[member] = assignment.holder[member]
    }
    if assignment.isPlaced(session) { assignment.remove(session) }
  }

  /// Gives a session the place and teachers that another one had; both are meetings of one kind.
  func copyOldHolders(of other: Int, to session: Int, in assignment: inout Assignment) {
    let first = assignment.problem.placeMember[session]
    let otherFirst = assignment.problem.placeMember[other]
    for offset in 0..<(assignment.problem.members(session).upperBound - first) {
      assignment.holder[first + offset] = oldHolder[otherFirst + offset]
    }
  }

  /// Puts all sessions back where they were.
  mutating func undo(_ assignment: inout Assignment) {
    for session in sessions where assignment.isPlaced(session) { assignment.remove(session) }
    for session in sessions {
      for member in assignment.problem.members(session) {
        assignment.holder[member] = oldHolder[member]
      }
      if oldStart[session] >= 0 { assignment.insert(session, at: oldStart[session]) }
    }
    clear()
  }

  mutating func clear() {
    for session in sessions { position[session] = -1 }
    sessions.removeAll(keepingCapacity: true)
  }
}
