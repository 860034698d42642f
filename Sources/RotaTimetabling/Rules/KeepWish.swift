/// Soft: `keep published`. It sums the weights of the aspects in which sessions that people have been
/// told of are not at home, and counts such aspects of all sessions that have a home.
struct KeepWish {
  private(set) var weighted = 0
  private(set) var changes = 0

  @inline(__always)
  mutating func change(
    _ problem: borrowing Problem, _ session: Int, _ slot: Int, _ place: Int, hasHomeTeachers: Bool,
    by sign: Int
  ) {
    let time = slot == problem.homeSlot[session] ? 0 : sign
    let venue = place == problem.homePlace[session] ? 0 : sign
    let teachers = hasHomeTeachers ? 0 : sign
    changes += time + venue + teachers
    if problem.isPublished[session] {
      weighted +=
        time * problem.keepTimeWeight + venue * problem.keepPlaceWeight
        + teachers * problem.keepTeacherWeight
    }
  }
}

extension Assignment {
  /// Whether those who teach a session are those at home, in any order.
  @inline(__always)
  func hasHomeTeachers(_ session: Int) -> Bool {
    let home = problem.homeTeachers.range(session)
    var count = 0
    for member in problem.teacherMembers(session) where holder[member] >= 0 {
      count += 1
      if !home.contains(where: { problem.homeTeachers.items[$0] == holder[member] }) {
        return false
      }
    }
    return count == home.count
  }

  /// Whether a session that is placed needs no way back; one without a home never does.
  func isHome(_ session: Int) -> Bool {
    !problem.hasHome[session]
      || start[session] == problem.homeSlot[session]
        && place(session) == problem.homePlace[session] && hasHomeTeachers(session)
  }

  /// Gives a session that is out of the timetable the place and the teachers of its home, as far as it
  /// may have them; `choose` will look whether they are free.
  mutating func holdAsAtHome(_ session: Int) {
    if problem.allows(session, at: problem.homePlace[session]) {
      holder[problem.placeMember[session]] = problem.homePlace[session]
    }
    let home = problem.homeTeachers.contents(session)
    let members = problem.teacherMembers(session)
    guard home.count == members.count else { return }
    var left = home
    var found: [Int] = []
    for member in members {
      guard let next = left.firstIndex(where: { problem.allows(member, teacher: $0) }) else {
        // With some of them alone somebody might be there twice.
        return
      }
      found.append(left.remove(at: next))
    }
    for (member, teacher) in zip(members, found) { holder[member] = teacher }
  }
}

extension Problem {
  func isAtHome(_ session: Int, at slot: Int) -> Bool {
    hasHomes && hasHome[session] && homeSlot[session] == slot
  }
}
