extension ProblemBuilder {
  /// The earliest and latest starts that leave room for what must come before and after.
  ///
  /// They assume that every session gets a place, so they guide the search and rule nothing out.
  mutating func addOrderBounds() {
    let choices = (0..<problem.sessionCount).map { problem.choices.range(problem.choiceOf[$0]) }
    problem.earliest = Column(
      choices.map { $0.isEmpty ? 0 : problem.choices.items[$0.lowerBound] })
    problem.latest = Column(
      choices.map { $0.isEmpty ? problem.slotCount : problem.choices.items[$0.upperBound - 1] })
    for session in 0..<problem.sessionCount where problem.isLocked[session] {
      guard problem.startAtFirst[session] >= 0 else { continue }
      problem.earliest[session] = problem.startAtFirst[session]
      problem.latest[session] = problem.startAtFirst[session]
    }
    if problem.arcs.isEmpty && !problem.nextMeeting.values.contains(where: { $0 >= 0 }) { return }
    // Each pass carries bounds one step along the chains; four reach far enough to guide.
    for _ in 0..<4 {
      for session in 0..<problem.sessionCount where !problem.isLocked[session] {
        tightenEarliest(session)
      }
      for session in (0..<problem.sessionCount).reversed() where !problem.isLocked[session] {
        tightenLatest(session)
      }
    }
  }

  private mutating func tightenEarliest(_ session: Int) {
    var bound = problem.earliest[session]
    // A rule of its own and that of what comes first may both name one session.
    var before: Set<Int> = []
    for index in problem.arcRange(session) {
      let arc = problem.arcs[index]
      guard arc.kind == .after || arc.kind == .rightAfter else { continue }
      before.insert(Int(arc.other))
    }
    if problem.previousMeeting[session] >= 0 { before.insert(problem.previousMeeting[session]) }
    for other in before {
      bound = max(bound, problem.earliest[other] + problem.length[other])
    }
    // Sessions of one atom cannot overlap: all that come before fill so many slots at least.
    if before.count > 1, let start = before.map({ problem.earliest[$0] }).min() {
      bound = max(bound, start + largestSum(of: before, sharing: session))
    }
    problem.earliest[session] = bound
  }

  private mutating func tightenLatest(_ session: Int) {
    var end = problem.latest[session] + problem.length[session]
    var after: Set<Int> = []
    for index in problem.arcRange(session) {
      let arc = problem.arcs[index]
      guard arc.kind == .before || arc.kind == .rightBefore else { continue }
      after.insert(Int(arc.other))
    }
    if problem.nextMeeting[session] >= 0 { after.insert(problem.nextMeeting[session]) }
    for other in after { end = min(end, problem.latest[other]) }
    if after.count > 1,
      let last = after.map({ problem.latest[$0] + problem.length[$0] }).max()
    {
      end = min(end, last - largestSum(of: after, sharing: session))
    }
    problem.latest[session] = end - problem.length[session]
  }

  /// The most slots that some sessions fill for one atom of a session.
  private func largestSum(of sessions: Set<Int>, sharing session: Int) -> Int {
    var sums: [Int: Int] = [:]
    for other in sessions {
      for atom in programme.sessions[other].atoms {
        sums[atom.value, default: 0] += problem.length[other]
      }
    }
    return programme.sessions[session].atoms.map { sums[$0.value] ?? 0 }.max() ?? 0
  }
}
