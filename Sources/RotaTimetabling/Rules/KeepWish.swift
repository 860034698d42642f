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
    for member in members {
      guard let next = left.firstIndex(where: { problem.allows(member, teacher: $0) }) else {
        return
      }
      holder[member] = left.remove(at: next)
    }
  }
}

extension Problem {
  func isAtHome(_ session: Int, at slot: Int) -> Bool {
    hasHomes && hasHome[session] && homeSlot[session] == slot
  }

  /// What sessions cost at least for not being where they were published: what each of them, taken
  /// alone, can keep of its time, its place and its teachers.
  var leastCostOfKeeping: Int {
    leastKeeping(time: keepTimeWeight, place: keepPlaceWeight, teacher: keepTeacherWeight)
  }

  /// As many aspects at least are not as they were published in any complete timetable.
  var leastChanges: Int { leastKeeping(time: 1, place: 1, teacher: 1) }

  private func leastKeeping(time: Int, place: Int, teacher: Int) -> Int {
    if !hasHomes { return 0 }
    return (0..<sessionCount).reduce(0) {
      $0 + leastKeeping($1, time: time, place: place, teacher: teacher)
    }
  }

  private func leastKeeping(
    _ session: Int, time keepTimeWeight: Int, place keepPlaceWeight: Int,
    teacher keepTeacherWeight: Int
  ) -> Int {
    guard hasHome[session], isPublished[session] else { return 0 }
    let slot = homeSlot[session]
    let place = homePlace[session]
    let teachers = homeTeachers.contents(session)
    if isLocked[session] {
      guard startAtFirst[session] >= 0 else { return 0 }
      let held = teacherMembers(session).map { memberAtFirst[$0] }.filter { $0 >= 0 }
      return (startAtFirst[session] == slot ? 0 : keepTimeWeight)
        + (memberAtFirst[placeMember[session]] == place ? 0 : keepPlaceWeight)
        + (held.count == teachers.count && Set(held) == Set(teachers) ? 0 : keepTeacherWeight)
    }
    let mayHavePlace = needsPlace[session] ? allows(session, at: place) : place == -1
    let members = teacherMembers(session)
    let mayHaveTeachers =
      teachers.count == members.count
      && teachers.allSatisfy { teacher in members.contains { allows($0, teacher: teacher) } }
    let elsewhen =
      keepTimeWeight + (mayHavePlace ? 0 : keepPlaceWeight)
      + (mayHaveTeachers ? 0 : keepTeacherWeight)
    guard slot >= 0, mayStart(session, at: slot) else { return elsewhen }
    let placeIsOpen = mayHavePlace && (place < 0 || isOpen(place, session, at: slot))
    let teachersAreFree =
      mayHaveTeachers && teachers.allSatisfy { isOpen($0, session, at: slot) }
    return min(
      elsewhen,
      (placeIsOpen ? 0 : keepPlaceWeight) + (teachersAreFree ? 0 : keepTeacherWeight))
  }
}
