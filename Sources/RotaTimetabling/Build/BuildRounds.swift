import RotaPlanning

extension ProblemBuilder {
  /// The groups of each meeting of a class that are wished to begin together.
  mutating func addRounds() {
    guard problem.groupsWeight > 0 else { return }
    var rounds: [[Int]] = []
    var numbers: [SessionIdentity: Int] = [:]
    var roundOf = [Int](repeating: -1, count: problem.sessionCount)
    for (position, session) in programme.sessions.enumerated() {
      guard case .group(let run, let studyClass, _) = session.identity.audience else { continue }
      var round = session.identity
      round.audience = .studyClass(run: run, number: studyClass)
      let number = numbers[round] ?? rounds.count
      if number == rounds.count {
        numbers[round] = number
        rounds.append([])
      }
      rounds[number].append(position)
      roundOf[position] = number
    }
    problem.rounds = Lists(rounds)
    problem.roundOf = Column(roundOf)
  }
}
