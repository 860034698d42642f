/// Soft: `rotated groups`. It looks through the meetings of all groups at each change of one of them.
struct GroupsWish {
  /// Over all sessions of groups: other groups that do not begin with it.
  private(set) var apart = 0

  mutating func change(by amount: Int) { apart += amount }
}

extension Assignment {
  /// By how much a session, placed, adds to the groups that begin apart: as many as do not begin with
  /// it, less one for each that does, which begins with it in turn.
  func apartWithout(_ session: Int) -> Int {
    let round = problem.roundOf[session]
    var together = 0
    for index in problem.rounds.range(round) {
      let other = problem.rounds.items[index]
      if other != session, start[other] == start[session] { together += 1 }
    }
    return problem.groupsOfRound[round] - 1 - 2 * together
  }
}
