import LocalSearch

// Whether a session that is out of the timetable could go to a slot, and with which place and
// teachers.
extension Assignment {
  /// Whether the slot is free as far as people, fixed resources, limits a day and order go.
  @inline(__always)
  func isFree(_ session: Int, at slot: Int) -> Bool {
    let slots = slot..<(slot + problem.length[session])
    if problem.hasKinds, !conflicts.isFree(problem, session, slots) { return false }
    for member in problem.fixedMembers(session)
    where !loads.hasRoom(
      problem, problem.memberResource[member], for: problem.memberDemand[member], slots)
    {
      return false
    }
    return keepsTallies(session, problem.dayOfSlot[slot])
      && OrderRule.holds(problem, start, session, at: slot)
  }

  @inline(__always)
  func keepsTallies(_ session: Int, _ day: Int) -> Bool {
    for index in problem.sessionTallies.range(session)
    where !tallies.hasRoom(problem, problem.sessionTallies.items[index], day) {
      return false
    }
    return true
  }

  /// Whether a place is open, free and in reach for everybody who always attends.
  @inline(__always)
  func isFree(place: Int, _ session: Int, at slot: Int) -> Bool {
    let slots = slot..<(slot + problem.length[session])
    return problem.isOpen(place, session, at: slot)
      && loads.hasRoom(problem, place, for: problem.demand(session, on: place), slots)
      && (!problem.needsStream[session] || problem.canStream[place - problem.firstPlace])
      && hasBuses(session, place, slots)
      && audienceCanReach(session, at: slot, place)
  }

  /// Whether a teacher may, can and need not rest; `place` is -1 where none is needed.
  @inline(__always)
  func isFree(teacher: Int, _ session: Int, at slot: Int, place: Int) -> Bool {
    let slots = slot..<(slot + problem.length[session])
    if !problem.isOpen(teacher, session, at: slot) { return false }
    if teacher != problem.chair[session] && !loads.hasRoom(problem, teacher, for: 1, slots) {
      return false
    }
    if !tallies.teacherHasRoom(problem, teacher, problem.dayOfSlot[slot]) { return false }
    if place < 0 { return true }
    if problem.isRemote[teacher - problem.firstTeacher] {
      return problem.canReachFromAfar(place)
    }
    return !problem.hasTravel || canReach(teacher, session, at: slot, place)
  }

  /// Whether the place and the teachers that a session holds last are free for it.
  func holdersAreFree(_ session: Int, at slot: Int) -> Bool {
    let place = problem.needsPlace[session] ? place(session) : -1
    if problem.needsPlace[session], place < 0 || !isFree(place: place, session, at: slot) {
      return false
    }
    for member in problem.teacherMembers(session)
    where holder[member] < 0 || !isFree(teacher: holder[member], session, at: slot, place: place) {
      return false
    }
    return true
  }

  /// Chooses a free place and free teachers for a slot that is free, those held last first, and
  /// enters them as holders. False where there are none.
  mutating func choose(
    _ session: Int, at slot: Int, random: inout RandomSource
  ) -> Bool {
    let member = problem.placeMember[session]
    if !problem.needsPlace[session] {
      holder[member] = -1
      return chooseTeachers(session, at: slot, place: -1, random: &random)
    }
    let held = holder[member]
    if held >= 0 && isFree(place: held, session, at: slot)
      && chooseTeachers(session, at: slot, place: held, random: &random)
    {
      return true
    }
    let range = problem.placeSets.range(problem.placesOf[session])
    if range.isEmpty { return false }
    var index = range.lowerBound + random.below(range.count)
    for _ in range {
      let place = problem.placeSets.items[index]
      if place != held && isFree(place: place, session, at: slot)
        && chooseTeachers(session, at: slot, place: place, random: &random)
      {
        holder[member] = place
        return true
      }
      index = index + 1 == range.upperBound ? range.lowerBound : index + 1
    }
    holder[member] = held
    return false
  }

  /// Fills the needs for teachers, each with another person.
  mutating func chooseTeachers(
    _ session: Int, at slot: Int, place: Int, random: inout RandomSource
  ) -> Bool {
    let members = problem.teacherMembers(session)
    if members.isEmpty { return true }
    // Those held last will nearly always do.
    var allFree = true
    for member in members {
      let held = holder[member]
      if held < 0 || !isFree(teacher: held, session, at: slot, place: place) {
        allFree = false
        break
      }
    }
    if allFree { return true }
    var tries = 64
    return chooseTeachers(
      session, at: slot, place: place, from: members.lowerBound, random: &random, tries: &tries)
  }

  /// Depth first, so that a need with one candidate left is not robbed by another with many.
  private mutating func chooseTeachers(
    _ session: Int, at slot: Int, place: Int, from member: Int, random: inout RandomSource,
    tries: inout Int
  ) -> Bool {
    let members = problem.teacherMembers(session)
    if member >= members.upperBound { return true }
    let range = problem.candidateSets.range(problem.memberCandidates[member])
    if range.isEmpty { return false }
    let held = holder[member]
    var index = range.lowerBound + random.below(range.count)
    for _ in range {
      let teacher = problem.candidateSets.items[index]
      index = index + 1 == range.upperBound ? range.lowerBound : index + 1
      var isTaken = false
      for other in members.lowerBound..<member where holder[other] == teacher { isTaken = true }
      if isTaken || !isFree(teacher: teacher, session, at: slot, place: place) { continue }
      holder[member] = teacher
      if chooseTeachers(
        session, at: slot, place: place, from: member + 1, random: &random, tries: &tries)
      {
        return true
      }
      tries -= 1
      if tries <= 0 { break }
    }
    holder[member] = held
    return false
  }
}
