// By how much the cost would rise for a move that has not been made. Exact for sessions that may be
// moved quickly: one period long, for whole classes, at venues; and where no wish is set that looks
// at several of the sessions moved at once.
extension Assignment {
  /// What depends on the start alone, and on each session by itself.
  @inline(__always)
  func riseByTime(_ session: Int, to slot: Int) -> Int {
    let old = start[session]
    let day = problem.dayOfSlot[old]
    let newDay = problem.dayOfSlot[slot]
    var rise = problem.spreadWeight * spread.rise(problem, session, from: day, to: newDay)
    let early = problem.earlyWeight[session]
    if early > 0 {
      rise += early * ((slot - problem.dayFirst[newDay]) - (old - problem.dayFirst[day]))
    }
    if problem.hasAvoidWish {
      for member in problem.teacherMembers(session) where holder[member] >= 0 {
        rise +=
          AvoidWish.cost(problem, session, holder[member], slot)
          - AvoidWish.cost(problem, session, holder[member], old)
      }
    }
    return rise
  }

  /// What the classes of a session make of its new time.
  @inline(__always)
  func riseByShape(_ session: Int, to slot: Int) -> Int {
    let old = start[session]
    let day = problem.dayOfSlot[old]
    let newDay = problem.dayOfSlot[slot]
    var rise = 0
    for index in problem.sessionClasses.range(session) {
      rise += days.rise(
        problem, class: problem.sessionClasses.items[index], from: old, on: day, to: slot,
        on: newDay)
    }
    return rise
  }

  /// What depends on the place, and on when it is held.
  @inline(__always)
  func riseByPlace(_ session: Int, to slot: Int, _ place: Int) -> Int {
    let old = self.place(session)
    if old < 0 { return 0 }
    var rise = rooms.rise(problem, session, from: old, to: place)
    if problem.seatWeight > 0, place != old {
      rise +=
        problem.seatWeight
        * (SeatWish.lacking(problem, session, at: place)
          - SeatWish.lacking(problem, session, at: old))
    }
    if problem.hasAvoidWish {
      rise +=
        AvoidWish.cost(problem, session, place, slot)
        - AvoidWish.cost(problem, session, old, start[session])
    }
    return rise
  }

  /// The most that the cost can fall by the days of a session's classes when it changes its time.
  @inline(__always)
  func mostShapeGain(_ session: Int) -> Int {
    if problem.evenWeight > 0 || problem.hasLoadWish { return 1_000_000_000 }
    return problem.sessionClasses.size(session)
      &* (3 &* problem.lonelyWeight &+ 2 &* problem.mostSlotsPerDay &* problem.gapWeight)
  }

  /// The most that the cost can fall when a session changes its venue.
  @inline(__always)
  func mostVenueGain(_ session: Int) -> Int {
    if problem.hasAvoidWish { return 1_000_000_000 }
    let venue = place(session)
    if venue < 0 { return 0 }
    return problem.seatWeight * SeatWish.lacking(problem, session, at: venue)
      + problem.moduleRoomWeight + problem.roomWeight * problem.sessionClasses.size(session)
  }

  /// Tries out another venue in the counts of `same room`, so that the next of a chain sees it; to
  /// be taken back in the opposite order.
  @inline(__always)
  mutating func pretend(_ session: Int, from venue: Int, at other: Int) {
    if venue < 0 || venue == other { return }
    rooms.change(problem, session, venue, by: -1)
    rooms.change(problem, session, other, by: 1)
  }
}
