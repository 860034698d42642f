import RotaPlanning

extension ProblemBuilder {
  /// The meetings of one session of a class in groups, which are wished to begin together.
  mutating func addRounds() {
    guard problem.groupsWeight > 0 else { return }
    var rounds: [[Int]] = []
    var groups: [Int] = []
    var numbers: [SessionIdentity: Int] = [:]
    var roundOf = [Int](repeating: -1, count: problem.sessionCount)
    for (position, session) in programme.sessions.enumerated() {
      guard case .group(let run, let studyClass, let group) = session.identity.audience else {
        continue
      }
      var round = session.identity
      round.audience = .studyClass(run: run, number: studyClass)
      round.meeting = 0
      let number = numbers[round] ?? rounds.count
      if number == rounds.count {
        numbers[round] = number
        rounds.append([])
        groups.append(0)
      }
      rounds[number].append(position)
      groups[number] = max(groups[number], group)
      roundOf[position] = number
    }
    problem.rounds = Lists(rounds)
    problem.groupsOfRound = Column(groups)
    problem.roundOf = Column(roundOf)
  }
}
