/// Soft: `rotated groups`. It looks through the groups of a meeting at each change of one of them.
struct GroupsWish {
  /// Groups that do not begin when most of their meeting do.
  private(set) var apart = 0

  mutating func change(by amount: Int) { apart += amount }
}

extension Assignment {
  /// By how much a session, placed, adds to the groups that begin apart from most.
  func apartWithout(_ session: Int) -> Int {
    apart(like: session, without: -1) - apart(like: session, without: session)
  }

  private func apart(like session: Int, without absent: Int) -> Int {
    let groups = problem.rounds.range(problem.roundOf[session])
    var held = 0
    var most = 0
    for index in groups {
      let one = problem.rounds.items[index]
      guard one != absent, start[one] >= 0 else { continue }
      held += 1
      var together = 0
      for other in groups {
        let its = problem.rounds.items[other]
        if its != absent, start[its] == start[one] { together += 1 }
      }
      most = max(most, together)
    }
    return held - most
  }
}
