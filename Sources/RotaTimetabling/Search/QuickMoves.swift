import LocalSearch

// Moves of single periods that are worked out before they are made: most are dear or impossible and
// so cost next to nothing. What they cannot judge they leave to the general moves.
extension Search {
  /// Tries one move; whether the state has changed.
  mutating func quickMove(rise limit: Int) -> Bool {
    change.clear()
    let session = quick[random.below(quick.count)]
    if !assignment.isPlaced(session) { return false }
    let kind = random.below(100)
    let made: Bool
    if kind < 10, assignment.problem.needsPlace[session] {
      made = quickPlace(session, rise: limit)
    } else {
      let choices = assignment.problem.choices.range(assignment.problem.choiceOf[session])
      let slot = assignment.problem.choices.items[choices.lowerBound + random.below(choices.count)]
      if slot == assignment.start[session] { return false }
      made =
        kind < 20 && assignment.conflicts.hasBits
        ? quickChain(session, to: slot, rise: limit) : quickTime(session, to: slot, rise: limit)
    }
    return made && makeQuickChange(rise: limit)
  }

  /// Another time; the venue stays or is drawn, and whoever is there comes back in exchange.
  private mutating func quickTime(_ session: Int, to slot: Int, rise limit: Int) -> Bool {
    if !assignment.conflicts.isFree(assignment.problem, session, slot..<(slot + 1)) { return false }
    let old = assignment.start[session]
    let venue = assignment.place(session)
    if venue < 0 {
      let rise =
        assignment.riseByTime(session, to: slot) + assignment.riseByShape(session, to: slot)
      return rise <= limit && change.add(session, to: slot, -1)
    }
    var place = venue
    if random.below(4) != 0 {
      let places = assignment.problem.placeSets.range(assignment.problem.placesOf[session])
      place = assignment.problem.placeSets.items[places.lowerBound + random.below(places.count)]
    }
    if !assignment.problem.isOpen(place, session, at: slot) { return false }
    let other = assignment.cells.occupant(place, slot)
    var rise =
      assignment.riseByPlace(session, to: slot, place) + assignment.riseByTime(session, to: slot)
    if other >= 0 {
      guard assignment.problem.canBeQuick[other], assignment.problem.mayStart(other, at: old),
        assignment.problem.isOpen(venue, other, at: old),
        assignment.problem.allows(other, at: venue),
        assignment.conflicts.isFree(assignment.problem, other, old..<(old + 1))
      else { return false }
      rise +=
        assignment.riseByPlace(other, to: old, venue) + assignment.riseByTime(other, to: old)
    }
    let gain = assignment.mostShapeGain(session)
    if rise > limit + gain + (other < 0 ? 0 : assignment.mostShapeGain(other)) { return false }
    if other >= 0 {
      rise += assignment.riseByShape(other, to: old)
      if rise > limit + gain { return false }
    }
    rise += assignment.riseByShape(session, to: slot)
    if rise > limit { return false }
    return change.add(session, to: slot, place)
      && (other < 0 || change.add(other, to: old, venue))
  }

  /// Another venue at the same time; whoever is there comes in exchange.
  private mutating func quickPlace(_ session: Int, rise limit: Int) -> Bool {
    let slot = assignment.start[session]
    let venue = assignment.place(session)
    let places = assignment.problem.placeSets.range(assignment.problem.placesOf[session])
    let place = assignment.problem.placeSets.items[places.lowerBound + random.below(places.count)]
    if place == venue || venue < 0 || !assignment.problem.isOpen(place, session, at: slot) {
      return false
    }
    var rise = assignment.riseByPlace(session, to: slot, place)
    let other = assignment.cells.occupant(place, slot)
    if other >= 0 {
      guard assignment.problem.canBeQuick[other], assignment.problem.allows(other, at: venue),
        assignment.problem.isOpen(venue, other, at: slot)
      else { return false }
      rise += assignment.riseByPlace(other, to: slot, venue)
    }
    return rise <= limit && change.add(session, to: slot, place)
      && (other < 0 || change.add(other, to: slot, venue))
  }

  /// A Kempe chain between two slots (Lü and Hao 2010): the session goes to the other slot, what
  /// excludes it there comes back, and so on.
  private mutating func quickChain(_ session: Int, to slot: Int, rise limit: Int) -> Bool {
    let old = assignment.start[session]
    guard change.add(session, to: slot, assignment.place(session)) else { return false }
    var next = 0
    while next < change.count {
      let target = change.start(next)
      let isWhole = assignment.conflicts.forEachRival(
        assignment.problem, of: change.session(next), in: target
      ) { rival in
        if change.contains(rival) { return true }
        let back = target == slot ? old : slot
        return assignment.problem.canBeQuick[rival]
          && assignment.problem.mayStart(rival, at: back)
          && change.add(rival, to: back, assignment.place(rival))
      }
      if !isWhole { return false }
      next += 1
    }
    guard let rise = chainRise(limit: limit), rise <= limit else { return false }
    return true
  }

  /// The rise of the chain worked out; nil as soon as it is beyond the limit or a venue is missing.
  private mutating func chainRise(limit: Int) -> Int? {
    var rise = 0
    for number in 0..<change.count {
      rise += assignment.riseByTime(change.session(number), to: change.start(number))
    }
    rise += chainShapeRise()
    var gain = 0
    if rise > limit {
      for number in 0..<change.count {
        gain += assignment.mostVenueGain(change.session(number))
      }
      if rise > limit + gain { return nil }
    }
    var chosen = 0
    var isPossible = true
    while chosen < change.count {
      let session = change.session(chosen)
      let venue = assignment.place(session)
      if venue >= 0 {
        let place = venueInChain(chosen)
        if place < 0 {
          isPossible = false
          break
        }
        rise += assignment.riseByPlace(session, to: change.start(chosen), place)
        change.setPlace(chosen, to: place)
        assignment.pretend(session, from: venue, at: place)
      }
      chosen += 1
    }
    while chosen > 0 {
      chosen -= 1
      let session = change.session(chosen)
      assignment.pretend(session, from: change.place(chosen), at: assignment.place(session))
    }
    return isPossible ? rise : nil
  }

  /// The venue that a session of the chain takes: its own if that is free in the other slot, or else
  /// the cheapest that is; -1 where none is.
  private func venueInChain(_ number: Int) -> Int {
    let session = change.session(number)
    let slot = change.start(number)
    let own = assignment.place(session)
    if isFreeInChain(own, session, slot, before: number) { return own }
    var best = -1
    var bestRise = Int.max
    for index in assignment.problem.placeSets.range(assignment.problem.placesOf[session]) {
      let place = assignment.problem.placeSets.items[index]
      if place == own || !isFreeInChain(place, session, slot, before: number) { continue }
      let rise = assignment.riseByPlace(session, to: slot, place)
      if rise < bestRise {
        best = place
        bestRise = rise
      }
    }
    return best
  }

  @inline(__always)
  private func isFreeInChain(_ place: Int, _ session: Int, _ slot: Int, before number: Int) -> Bool
  {
    let occupant = assignment.cells.occupant(place, slot)
    if occupant >= 0, !change.contains(occupant) { return false }
    if !assignment.problem.isOpen(place, session, at: slot) { return false }
    for earlier in 0..<number where change.start(earlier) == slot && change.place(earlier) == place
    {
      return false
    }
    return true
  }

  /// A class of which a session goes and another comes keeps its shape.
  private mutating func chainShapeRise() -> Int {
    change.round &+= 1
    for number in 0..<change.count {
      let session = change.session(number)
      for index in assignment.problem.sessionClasses.range(session) {
        let studyClass = assignment.problem.sessionClasses.items[index]
        let isSecond = change.classRound[studyClass] == change.round
        change.classRound[studyClass] = change.round
        change.classMover[studyClass] = isSecond ? -1 : number
      }
    }
    var rise = 0
    for number in 0..<change.count {
      let session = change.session(number)
      let slot = change.start(number)
      let old = assignment.start[session]
      for index in assignment.problem.sessionClasses.range(session) {
        let studyClass = assignment.problem.sessionClasses.items[index]
        if change.classMover[studyClass] != number { continue }
        rise += assignment.days.rise(
          assignment.problem, class: studyClass, from: old, on: assignment.problem.dayOfSlot[old],
          to: slot, on: assignment.problem.dayOfSlot[slot])
      }
    }
    return rise
  }

  /// Makes the move. Where the plan has rules that the quick moves do not know, those judge first.
  private mutating func makeQuickChange(rise limit: Int) -> Bool {
    let before = assignment.cost
    for number in 0..<change.count { trail.take(change.session(number), from: &assignment) }
    let isPlain = assignment.isLean
    for number in 0..<change.count {
      let session = change.session(number)
      let slot = change.start(number)
      let place = change.place(number)
      assignment.holder[assignment.problem.placeMember[session]] = place
      if !isPlain {
        guard assignment.isFree(session, at: slot),
          place < 0 || assignment.isFree(place: place, session, at: slot),
          assignment.chooseTeachers(session, at: slot, place: place, random: &random)
        else {
          trail.undo(&assignment)
          return false
        }
      }
      assignment.insert(session, at: slot)
    }
    settle(accepting: isPlain || assignment.cost - before <= limit)
    return true
  }
}
