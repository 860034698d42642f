/// Soft: `doubles`. It looks through the meetings of a series at each change of one of them.
struct DoublesWish {
  /// Meetings on days of two or more that have no neighbour in the same place.
  private(set) var alone = 0

  mutating func change(by amount: Int) { alone += amount }
}

extension Assignment {
  /// By how much a session, placed, adds to the meetings without a neighbour.
  func aloneWithout(_ session: Int) -> Int {
    alone(like: session, without: -1) - alone(like: session, without: session)
  }

  private func alone(like session: Int, without absent: Int) -> Int {
    let day = day(session)
    let meetings = problem.seriesSessions.range(problem.seriesOf[session])
    var held = 0
    var alone = 0
    for index in meetings {
      let one = problem.seriesSessions.items[index]
      guard one != absent, start[one] >= 0, self.day(one) == day else { continue }
      held += 1
      let hasNeighbour = meetings.contains {
        let other = problem.seriesSessions.items[$0]
        return other != one && other != absent && start[other] >= 0
          && place(other) == place(one) && (end(other) == start[one] || end(one) == start[other])
          && self.day(other) == day
      }
      if !hasNeighbour { alone += 1 }
    }
    return held > 1 ? alone : 0
  }
}
