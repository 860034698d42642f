/// Hard: between two sessions of one atom or teacher on one day, both at places, there is time for
/// the way from one place to the other. Remote teachers stay where they are.
enum TravelRule {
  /// Whether a session at a slot and a place and another one leave time for the way. Sessions that
  /// overlap are the load rule's business.
  @inline(__always)
  static func holds(
    _ problem: borrowing Problem, _ slots: Range<Int>, _ place: Int, _ otherSlots: Range<Int>,
    _ otherPlace: Int
  ) -> Bool {
    if slots.lowerBound >= otherSlots.upperBound {
      return problem.slotStart[slots.lowerBound] - problem.slotEnd[otherSlots.upperBound - 1]
        >= problem.travel(otherPlace, place)
    }
    if otherSlots.lowerBound >= slots.upperBound {
      return problem.slotStart[otherSlots.lowerBound] - problem.slotEnd[slots.upperBound - 1]
        >= problem.travel(place, otherPlace)
    }
    return true
  }
}

extension Assignment {
  /// Whether a person can be at a place for a session and at all others of that day.
  @inline(__always)
  func canReach(_ person: Int, _ session: Int, at slot: Int, _ place: Int) -> Bool {
    let slots = slot..<(slot + problem.length[session])
    var member = lists.head(problem.dayRow[person] + problem.dayOfSlot[slot])
    while member >= 0 {
      let other = problem.memberSession[member]
      let otherPlace = self.place(other)
      if other != session && otherPlace >= 0
        && !TravelRule.holds(problem, slots, place, start[other]..<end(other), otherPlace)
      {
        return false
      }
      member = lists.after(member)
    }
    return true
  }

  /// Whether everybody who always attends can reach a place.
  @inline(__always)
  func audienceCanReach(_ session: Int, at slot: Int, _ place: Int) -> Bool {
    if !problem.hasTravel { return true }
    for member in problem.fixedMembers(session) {
      let resource = holder[member]
      if resource >= 0 && problem.travels(resource)
        && !canReach(resource, session, at: slot, place)
      {
        return false
      }
    }
    return true
  }
}
