import LocalSearch

// Moves of the improvement. Each leaves in the trail what it took out; a move that cannot be made
// puts everything back and gives false.
extension Search {
  /// The most sessions that one move may carry along.
  private static let longestChain = 24

  mutating func tryMove() -> Bool {
    let session = movable[random.below(movable.count)]
    let choices = assignment.problem.choices.range(assignment.problem.choiceOf[session])
    let slot =
      startOfFellow(of: session)
      ?? assignment.problem.choices.items[choices.lowerBound + random.below(choices.count)]
    if !assignment.isPlaced(session) { return tryInsert(session, at: slot) }
    if isHomeward, !assignment.isHome(session), random.below(2) == 0 {
      return tryHome(session)
    }
    let kind = random.below(8)
    if kind >= 6 || slot == assignment.start[session] {
      let members = assignment.problem.teacherMembers(session)
      if kind & 1 == 0 || !assignment.problem.needsPlace[session], !members.isEmpty {
        return tryTeacher(session, members.lowerBound + random.below(members.count))
      }
      return tryPlace(session)
    }
    if !OrderRule.keepsMeetings(assignment.problem, assignment.start, session, at: slot) {
      return tryRotation(session, to: slot)
    }
    if !OrderRule.keepsPairs(assignment.problem, assignment.start, session, at: slot) {
      return false
    }
    trail.take(session, from: &assignment)
    pending.removeAll(keepingCapacity: true)
    pending.append((session, slot, slot - trail.oldStart(of: session)))
    return finishChain()
  }

  /// Where groups are wished to begin together, half of the time when another of them does: among all
  /// starts there are it would hardly ever be come upon.
  private mutating func startOfFellow(of session: Int) -> Int? {
    guard assignment.problem.groupsWeight > 0, assignment.problem.roundOf[session] >= 0,
      random.below(2) == 0
    else { return nil }
    let groups = assignment.problem.rounds.range(assignment.problem.roundOf[session])
    let fellow = assignment.problem.rounds.items[groups.lowerBound + random.below(groups.count)]
    let slot = assignment.start[fellow]
    return slot >= 0 && assignment.problem.mayStart(session, at: slot) ? slot : nil
  }

  /// Back to where it is at home, as far as that is possible, with the place and teachers it has there.
  private mutating func tryHome(_ session: Int) -> Bool {
    var slot = assignment.problem.homeSlot[session]
    if slot < 0 || !assignment.problem.mayStart(session, at: slot) {
      slot = assignment.start[session]
    }
    guard OrderRule.holds(assignment.problem, assignment.start, session, at: slot) else {
      return false
    }
    trail.take(session, from: &assignment)
    assignment.holdAsAtHome(session)
    pending.removeAll(keepingCapacity: true)
    pending.append((session, slot, slot - trail.oldStart(of: session)))
    return finishChain()
  }

  /// A session that has no place in the timetable yet.
  private mutating func tryInsert(_ session: Int, at slot: Int) -> Bool {
    guard assignment.isFree(session, at: slot) else { return false }
    trail.take(session, from: &assignment)
    guard assignment.choose(session, at: slot, random: &random) else {
      trail.undo(&assignment)
      return false
    }
    assignment.insert(session, at: slot)
    return true
  }

  /// Moves a meeting past others of its kind: each of them takes the next one's time, place and
  /// teachers, and the outermost takes the new time, so that they stay in order.
  private mutating func tryRotation(_ session: Int, to slot: Int) -> Bool {
    let isForward = slot > assignment.start[session]
    let shift = slot - assignment.start[session]
    rotating.removeAll(keepingCapacity: true)
    rotating.append(session)
    var next = session
    while true {
      next =
        isForward
        ? assignment.problem.nextMeeting[next] : assignment.problem.previousMeeting[next]
      if next < 0 { break }
      let start = assignment.start[next]
      if start < 0 { continue }
      if isForward ? start >= slot + assignment.problem.length[session] : start < slot { break }
      if assignment.problem.isLocked[next] || rotating.count >= Self.longestChain { return false }
      rotating.append(next)
    }
    if !isForward, rotating.count == 1 { return false }
    for meeting in rotating { trail.take(meeting, from: &assignment) }
    guard let last = rotating.last else { return false }
    for (meeting, next) in zip(rotating, rotating.dropFirst()) {
      trail.copyOldHolders(of: next, to: meeting, in: &assignment)
      let slot = trail.oldStart(of: next)
      guard assignment.isFree(meeting, at: slot),
        assignment.choose(meeting, at: slot, random: &random)
      else {
        trail.undo(&assignment)
        return false
      }
      assignment.insert(meeting, at: slot)
    }
    trail.copyOldHolders(of: session, to: last, in: &assignment)
    pending.removeAll(keepingCapacity: true)
    pending.append((last, slot, shift))
    return finishChain()
  }

  /// Puts down a session at a slot; what stands in its way moves back by as much as it came
  /// forward, what stands in the way of that moves forward, and so on: a Kempe chain (Lü and Hao
  /// 2010), between two spans of time rather than two periods.
  private mutating func finishChain() -> Bool {
    while let (next, slot, shift) = pending.popLast() {
      guard slot >= 0, slot < assignment.problem.slotCount,
        assignment.problem.mayStart(next, at: slot), clear(slot, for: next, shift: shift)
      else {
        trail.undo(&assignment)
        return false
      }
      assignment.insert(next, at: slot)
    }
    return true
  }

  /// Takes out what stands in the way of a session at a slot, and chooses its place and teachers.
  private mutating func clear(_ slot: Int, for session: Int, shift: Int) -> Bool {
    for member in assignment.problem.fixedMembers(session) {
      let resource = assignment.holder[member]
      let demand = assignment.problem.memberDemand[member]
      guard evict(from: resource, demand: demand, for: session, at: slot, shift: shift) else {
        return false
      }
    }
    guard assignment.isFree(session, at: slot) else { return false }
    if assignment.choose(session, at: slot, random: &random) { return true }
    // Nothing else is free: the holders of what it held last may change with it.
    for member in assignment.problem.placeMember[
      session]..<assignment.problem.members(session).upperBound
    {
      let resource = assignment.holder[member]
      if resource < 0 { continue }
      let demand = assignment.demand(of: member, session, resource)
      guard evict(from: resource, demand: demand, for: session, at: slot, shift: shift) else {
        return false
      }
    }
    return assignment.choose(session, at: slot, random: &random)
  }

  /// Takes out the sessions that hold a resource at the time, to move back by as much as this one
  /// moves forward.
  private mutating func evict(
    from resource: Int, demand: Int, for session: Int, at slot: Int, shift: Int
  ) -> Bool {
    let slots = slot..<(slot + assignment.problem.length[session])
    if assignment.loads.hasRoom(assignment.problem, resource, for: demand, slots) { return true }
    // Of several that share a thing none is the one in the way.
    if assignment.problem.capacity[resource] != 1 { return false }
    let list = assignment.problem.dayRow[resource] + assignment.problem.dayOfSlot[slot]
    var member = assignment.lists.head(list)
    while member >= 0 {
      let other = assignment.problem.memberSession[member]
      let start = assignment.start[other]
      guard slots.overlaps(start..<assignment.end(other)) else {
        member = assignment.lists.after(member)
        continue
      }
      if assignment.problem.isLocked[other] || trail.contains(other)
        || trail.count >= Self.longestChain
      {
        return false
      }
      trail.take(other, from: &assignment)
      pending.append((other, start - shift, -shift))
      // The list has changed under us.
      member = assignment.lists.head(list)
    }
    return true
  }

  /// Another place at the same time; if another session has it, the two exchange theirs.
  private mutating func tryPlace(_ session: Int) -> Bool {
    guard assignment.problem.needsPlace[session] else { return false }
    let range = assignment.problem.placeSets.range(assignment.problem.placesOf[session])
    let place = assignment.problem.placeSets.items[range.lowerBound + random.below(range.count)]
    let member = assignment.problem.placeMember[session]
    let old = assignment.holder[member]
    if place == old { return false }
    let slot = assignment.start[session]
    var other = -1
    let slots = slot..<assignment.end(session)
    if assignment.problem.capacity[place] == 1 {
      var holder = assignment.lists.head(
        assignment.problem.dayRow[place] + assignment.problem.dayOfSlot[slot])
      while holder >= 0 {
        let found = assignment.problem.memberSession[holder]
        if slots.overlaps(assignment.start[found]..<assignment.end(found)) {
          if other >= 0 || holder != assignment.problem.placeMember[found]
            || assignment.problem.isLocked[found] || !assignment.problem.allows(found, at: old)
          {
            return false
          }
          other = found
        }
        holder = assignment.lists.after(holder)
      }
    }
    trail.take(session, from: &assignment)
    var otherSlot = -1
    if other >= 0 {
      otherSlot = assignment.start[other]
      trail.take(other, from: &assignment)
      assignment.holder[assignment.problem.placeMember[other]] = old
    }
    assignment.holder[member] = place
    guard put(session, at: slot),
      // The first of the two may have got as a teacher whoever is in the chair of the other.
      other < 0 || assignment.isFree(other, at: otherSlot) && put(other, at: otherSlot)
    else {
      trail.undo(&assignment)
      return false
    }
    return true
  }

  /// Enters a session with the place it holds, if that and its teachers are free there.
  private mutating func put(_ session: Int, at slot: Int) -> Bool {
    let place = assignment.place(session)
    guard assignment.isFree(place: place, session, at: slot),
      assignment.chooseTeachers(session, at: slot, place: place, random: &random)
    else { return false }
    assignment.insert(session, at: slot)
    return true
  }

  /// Another teacher at the same time.
  private mutating func tryTeacher(_ session: Int, _ member: Int) -> Bool {
    let set = assignment.problem.memberCandidates[member]
    let range = assignment.problem.candidateSets.range(set)
    let teacher = assignment.problem.candidateSets.items[
      range.lowerBound + random.below(range.count)]
    for other in assignment.problem.teacherMembers(session)
    where assignment.holder[other] == teacher { return false }
    let slot = assignment.start[session]
    trail.take(session, from: &assignment)
    assignment.holder[member] = teacher
    guard
      assignment.isFree(
        teacher: teacher, session, at: slot, place: assignment.place(session))
    else {
      trail.undo(&assignment)
      return false
    }
    assignment.insert(session, at: slot)
    return true
  }
}

extension Problem {
  func allows(_ session: Int, at place: Int) -> Bool {
    placeSets.range(placesOf[session]).contains { placeSets.items[$0] == place }
  }

  /// Whether a teacher is among those who can fill a need.
  func allows(_ member: Int, teacher: Int) -> Bool {
    let set = memberCandidates[member]
    return set >= 0
      && candidateSets.range(set).contains { candidateSets.items[$0] == teacher }
  }
}
