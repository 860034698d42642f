/// Tries every way to place a few sessions, with the rules of the search itself.
///
/// The session with the fewest starts left goes first, and a session without any ends the branch. A
/// rule that is broken stays broken whatever is placed later, so what was tried in vain needs no
/// second look: when all ways have been tried, there is none.
struct CompleteSearch: ~Copyable {
  enum Outcome {
    case possible, impossible
    /// The effort was used up.
    case unknown
  }

  private var assignment: Assignment
  private var waiting: [Int]
  /// Starts that may still be looked at.
  private(set) var effort: Int

  init(_ problem: Problem, effort: Int) {
    assignment = Assignment(problem)
    waiting = []
    for session in 0..<problem.sessionCount {
      let slot = problem.startAtFirst[session]
      if problem.isLocked[session], slot >= 0 {
        assignment.insertLocked(session, at: slot)
      } else {
        waiting.append(session)
      }
    }
    self.effort = effort
  }

  mutating func run() -> Outcome {
    guard let (position, starts) = narrowest() else {
      return waiting.isEmpty ? .possible : effort > 0 ? .impossible : .unknown
    }
    let session = waiting.remove(at: position)
    for slot in starts {
      let outcome = tryPlaces(session, at: slot)
      if outcome != .impossible { return outcome }
    }
    waiting.insert(session, at: position)
    return .impossible
  }

  /// The waiting session with the fewest starts, of equals the first, and these; nil where one has
  /// none, where none waits, and where the effort is used up.
  private mutating func narrowest() -> (position: Int, starts: [Int])? {
    var best: (position: Int, starts: [Int])?
    for (position, session) in waiting.enumerated() {
      var starts: [Int] = []
      for index in assignment.problem.choices.range(assignment.problem.choiceOf[session]) {
        effort -= 1
        if effort <= 0 { return nil }
        let slot = assignment.problem.choices.items[index]
        guard assignment.couldStand(session, at: slot) else { continue }
        starts.append(slot)
        if starts.count >= best?.starts.count ?? Int.max { break }
      }
      if starts.isEmpty { return nil }
      if starts.count < best?.starts.count ?? Int.max { best = (position, starts) }
    }
    return best
  }

  private mutating func tryPlaces(_ session: Int, at slot: Int) -> Outcome {
    let member = assignment.problem.placeMember[session]
    let before = assignment.holder[member]
    for place in assignment.placesToChoose(session)
    where place < 0 || assignment.isFree(place: place, session, at: slot) {
      assignment.holder[member] = place
      let first = assignment.problem.teacherMembers(session).lowerBound
      let outcome = tryTeachers(session, at: slot, place, from: first)
      if outcome != .impossible { return outcome }
    }
    assignment.holder[member] = before
    return .impossible
  }

  private mutating func tryTeachers(
    _ session: Int, at slot: Int, _ place: Int, from member: Int
  ) -> Outcome {
    let members = assignment.problem.teacherMembers(session)
    if member >= members.upperBound {
      assignment.insert(session, at: slot)
      let outcome = run()
      assignment.remove(session)
      return outcome
    }
    let before = assignment.holder[member]
    let candidates = assignment.problem.candidateSets.contents(
      assignment.problem.memberCandidates[member])
    for teacher in candidates {
      effort -= 1
      if effort <= 0 { return .unknown }
      var isTaken = false
      for other in members.lowerBound..<member where assignment.holder[other] == teacher {
        isTaken = true
      }
      if isTaken || !assignment.isFree(teacher: teacher, session, at: slot, place: place) {
        continue
      }
      assignment.holder[member] = teacher
      let outcome = tryTeachers(session, at: slot, place, from: member + 1)
      if outcome != .impossible { return outcome }
    }
    assignment.holder[member] = before
    return .impossible
  }
}

extension Assignment {
  /// The places that a session may be at; -1 alone where it needs none.
  fileprivate func placesToChoose(_ session: Int) -> [Int] {
    problem.needsPlace[session] ? problem.placeSets.contents(problem.placesOf[session]) : [-1]
  }

  /// Whether a session that waits could begin in a slot: with some place, and for each teacher needed
  /// somebody.
  fileprivate func couldStand(_ session: Int, at slot: Int) -> Bool {
    guard isFree(session, at: slot) else { return false }
    return placesToChoose(session).contains { place in
      (place < 0 || isFree(place: place, session, at: slot))
        && problem.teacherMembers(session).allSatisfy { member in
          problem.candidateSets.contents(problem.memberCandidates[member]).contains {
            isFree(teacher: $0, session, at: slot, place: place)
          }
        }
    }
  }
}
