import LocalSearch

// The cheapest set of sessions to throw out so that one can be placed: for each start and place, the
// holders of what it needs, and the partners of the rules it would break.
extension Search {
  /// Starts and places looked at for one session, at most; taken at random where there are more.
  private static let mostStarts = 48
  private static let mostPlaces = 10

  mutating func findEjection(for session: Int) -> Bool {
    ejections.reset()
    let choices = assignment.problem.choices.range(assignment.problem.choiceOf[session])
    if choices.isEmpty { return false }
    var index = choices.lowerBound + random.below(choices.count)
    for _ in 0..<min(choices.count, Self.mostStarts) {
      let slot = assignment.problem.choices.items[index]
      index = index + 1 == choices.upperBound ? choices.lowerBound : index + 1
      steps += 2
      ejections.rollBack(to: 0)
      guard markTime(session, at: slot) else { continue }
      if assignment.problem.needsPlace[session] {
        markPlaces(session, at: slot)
      } else {
        finish(session, at: slot, place: -1)
      }
    }
    return ejections.slot >= 0
  }

  private mutating func markPlaces(_ session: Int, at slot: Int) {
    let places = assignment.problem.placeSets.range(assignment.problem.placesOf[session])
    if places.isEmpty { return }
    var index = places.lowerBound + random.below(places.count)
    let marked = ejections.marked.count
    for _ in 0..<min(places.count, Self.mostPlaces) {
      let place = assignment.problem.placeSets.items[index]
      index = index + 1 == places.upperBound ? places.lowerBound : index + 1
      steps += 1
      if markPlace(place, session, at: slot) { finish(session, at: slot, place: place) }
      ejections.rollBack(to: marked)
    }
  }

  /// Marks for the teachers, and keeps the whole set if it is the cheapest.
  private mutating func finish(_ session: Int, at slot: Int, place: Int) {
    var holders = [place]
    for member in assignment.problem.teacherMembers(session) {
      guard
        let teacher = markTeacher(
          member, session, at: slot, place: place, besides: holders.dropFirst())
      else { return }
      holders.append(teacher)
    }
    if ejections.cost < ejections.bestCost { ejections.keep(slot: slot, holders: holders) }
  }

  private mutating func mark(_ session: Int) -> Bool {
    ejections.mark(session, isLocked: assignment.problem.isLocked[session])
  }

  private mutating func markTime(_ session: Int, at slot: Int) -> Bool {
    let slots = slot..<(slot + assignment.problem.length[session])
    for member in assignment.problem.fixedMembers(session) {
      let resource = assignment.problem.memberResource[member]
      let demand = assignment.problem.memberDemand[member]
      if !markLoad(resource, for: demand, slots) { return false }
    }
    let day = assignment.problem.dayOfSlot[slot]
    for index in assignment.problem.sessionTallies.range(session)
    where !markTally(assignment.problem.sessionTallies.items[index], day) {
      return false
    }
    return markOrder(session, at: slot)
  }

  private mutating func markPlace(_ place: Int, _ session: Int, at slot: Int) -> Bool {
    let slots = slot..<(slot + assignment.problem.length[session])
    guard assignment.problem.isOpen(place, session, at: slot),
      !assignment.problem.needsStream[session]
        || assignment.problem.canStream[place - assignment.problem.firstPlace],
      markLoad(place, for: assignment.problem.demand(session, on: place), slots),
      markBuses(session, place, slots)
    else { return false }
    if !assignment.problem.hasTravel { return true }
    for member in assignment.problem.fixedMembers(session) {
      let person = assignment.problem.memberResource[member]
      if assignment.problem.travels(person) && !markTravel(person, session, slots, place) {
        return false
      }
    }
    return true
  }

  /// The candidate whose marks add the least.
  private mutating func markTeacher(
    _ member: Int, _ session: Int, at slot: Int, place: Int, besides taken: ArraySlice<Int>
  ) -> Int? {
    let candidates = assignment.problem.candidateSets.range(
      assignment.problem.memberCandidates[member])
    let marked = ejections.marked.count
    var best: (cost: Int, teacher: Int)?
    for index in candidates {
      let teacher = assignment.problem.candidateSets.items[index]
      if taken.contains(teacher) { continue }
      if markTeacher(teacher, session, at: slot, place: place),
        best.map({ ejections.cost < $0.cost }) ?? true
      {
        best = (ejections.cost, teacher)
      }
      ejections.rollBack(to: marked)
    }
    guard let best, markTeacher(best.teacher, session, at: slot, place: place) else { return nil }
    return best.teacher
  }

  private mutating func markTeacher(
    _ teacher: Int, _ session: Int, at slot: Int, place: Int
  ) -> Bool {
    let slots = slot..<(slot + assignment.problem.length[session])
    guard assignment.problem.isOpen(teacher, session, at: slot) else { return false }
    if teacher != assignment.problem.chair[session] && !markLoad(teacher, for: 1, slots) {
      return false
    }
    if !markTeacherTallies(teacher, assignment.problem.dayOfSlot[slot]) { return false }
    if place < 0 { return true }
    if assignment.problem.isRemote[teacher - assignment.problem.firstTeacher] {
      return assignment.problem.canReachFromAfar(place)
    }
    return !assignment.problem.hasTravel || markTravel(teacher, session, slots, place)
  }

  private mutating func markLoad(
    _ resource: Int, for demand: Int, _ slots: Range<Int>
  ) -> Bool {
    if assignment.loads.hasRoom(assignment.problem, resource, for: demand, slots) { return true }
    let capacity = assignment.problem.capacity[resource]
    if demand > capacity { return false }
    let list =
      assignment.problem.dayRow[resource] + assignment.problem.dayOfSlot[slots.lowerBound]
    for slot in slots {
      while true {
        var held = 0
        var cheapest = -1
        var member = assignment.lists.head(list)
        while member >= 0 {
          let other = assignment.problem.memberSession[member]
          if slot >= assignment.start[other] && slot < assignment.end(other)
            && !ejections.contains(other)
          {
            held += assignment.demand(of: member, other, resource)
            if isCheaper(other, than: cheapest) { cheapest = other }
          }
          member = assignment.lists.after(member)
        }
        if held + demand <= capacity { break }
        if cheapest < 0 || !mark(cheapest) { return false }
      }
    }
    return true
  }

  private func isCheaper(_ session: Int, than other: Int) -> Bool {
    if assignment.problem.isLocked[session] { return false }
    return other < 0 || ejections.penalty(of: session) < ejections.penalty(of: other)
  }

  private mutating func markTally(_ tally: Int, _ day: Int) -> Bool {
    if assignment.tallies.hasRoom(assignment.problem, tally, day) { return true }
    while true {
      var held = 0
      var cheapest = -1
      for index in assignment.problem.tallySessions.range(tally) {
        let other = assignment.problem.tallySessions.items[index]
        guard assignment.isPlaced(other), assignment.day(other) == day,
          !ejections.contains(other)
        else { continue }
        held += 1
        if isCheaper(other, than: cheapest) { cheapest = other }
      }
      if held < assignment.problem.tallyLimit[tally] { return true }
      if cheapest < 0 || !mark(cheapest) { return false }
    }
  }

  private mutating func markTeacherTallies(_ teacher: Int, _ day: Int) -> Bool {
    let number = teacher - assignment.problem.firstTeacher
    let daily = assignment.problem.teacherDayTally[number]
    if daily >= 0 && !markTeaching(teacher, in: day..<(day + 1), tally: daily) { return false }
    let weekly = assignment.problem.teacherWeekTally[number]
    if weekly < 0 { return true }
    let week = assignment.problem.weekOfDay[day]
    var first = day
    while first > 0 && assignment.problem.weekOfDay[first - 1] == week { first -= 1 }
    var end = day + 1
    while end < assignment.problem.dayCount && assignment.problem.weekOfDay[end] == week {
      end += 1
    }
    return markTeaching(teacher, in: first..<end, tally: weekly)
  }

  private mutating func markTeaching(_ teacher: Int, in days: Range<Int>, tally: Int) -> Bool {
    while true {
      var held = 0
      var cheapest = -1
      for day in days {
        var member = assignment.lists.head(assignment.problem.dayRow[teacher] + day)
        while member >= 0 {
          let other = assignment.problem.memberSession[member]
          // Chairing, a fixed member, is not teaching.
          if member > assignment.problem.placeMember[other] && !ejections.contains(other) {
            held += 1
            if isCheaper(other, than: cheapest) { cheapest = other }
          }
          member = assignment.lists.after(member)
        }
      }
      if held < assignment.problem.tallyLimit[tally] { return true }
      if cheapest < 0 || !mark(cheapest) { return false }
    }
  }

  private mutating func markOrder(_ session: Int, at slot: Int) -> Bool {
    for index in assignment.problem.arcRange(session) {
      let arc = assignment.problem.arcs[index]
      let other = assignment.start[Int(arc.other)]
      if other >= 0
        && !OrderRule.holds(assignment.problem, arc, session, at: slot, other: other)
        && !mark(Int(arc.other))
      {
        return false
      }
    }
    var earlier = assignment.problem.previousMeeting[session]
    while earlier >= 0 {
      if assignment.isPlaced(earlier) && assignment.end(earlier) > slot && !mark(earlier) {
        return false
      }
      earlier = assignment.problem.previousMeeting[earlier]
    }
    var later = assignment.problem.nextMeeting[session]
    let end = slot + assignment.problem.length[session]
    while later >= 0 {
      if assignment.isPlaced(later) && assignment.start[later] < end && !mark(later) {
        return false
      }
      later = assignment.problem.nextMeeting[later]
    }
    return true
  }

  private mutating func markTravel(
    _ person: Int, _ session: Int, _ slots: Range<Int>, _ place: Int
  ) -> Bool {
    var member = assignment.lists.head(
      assignment.problem.dayRow[person] + assignment.problem.dayOfSlot[slots.lowerBound])
    while member >= 0 {
      let other = assignment.problem.memberSession[member]
      let otherPlace = assignment.place(other)
      if otherPlace >= 0
        && !TravelRule.holds(
          assignment.problem, slots, place, assignment.start[other]..<assignment.end(other),
          otherPlace)
        && !mark(other)
      {
        return false
      }
      member = assignment.lists.after(member)
    }
    return true
  }

  private mutating func markBuses(_ session: Int, _ place: Int, _ slots: Range<Int>) -> Bool {
    for ride in assignment.problem.rides(session)
    where !markBuses(session, ride: ride, place, slots) {
      return false
    }
    return true
  }

  private mutating func markBuses(
    _ session: Int, ride: Int, _ place: Int, _ slots: Range<Int>
  ) -> Bool {
    guard let trip = assignment.problem.trip(ride, place, slots) else { return true }
    var excess = assignment.busExcess(session, ride: ride, place, slots)
    if excess <= 0 { return true }
    // Buses out are counted per day, holders per site: look through the sites of that day.
    let day = assignment.problem.dayOfSlot[slots.lowerBound]
    for index in 0..<assignment.problem.outingPlaces.count where excess > 0 {
      let site = assignment.problem.outingPlaces[index]
      var member = assignment.lists.head(assignment.problem.dayRow[site] + day)
      while member >= 0 && excess > 0 {
        let other = assignment.problem.memberSession[member]
        member = assignment.lists.after(member)
        if assignment.place(other) != site || assignment.problem.isLocked[other] { continue }
        let need = need(other, at: site, alongside: ride, trip)
        if need == 0 { continue }
        excess -= need
        if !mark(other) { return false }
      }
    }
    return excess <= 0
  }

  /// How many of the buses of a ride another session holds while that one is out.
  private func need(_ session: Int, at site: Int, alongside ride: Int, _ trip: Range<Int>) -> Int {
    let problem = assignment.problem
    let slots = assignment.start[session]..<assignment.end(session)
    return problem.rides(session).reduce(0) { sum, other in
      guard problem.rideBus[other] == problem.rideBus[ride],
        let taken = problem.trip(other, site, slots), taken.overlaps(trip)
      else { return sum }
      return sum + problem.rideNeed[other]
    }
  }
}
