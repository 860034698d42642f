import LocalSearch

extension Grid {
  /// One in so many of the moves that meet something in their way becomes a chain: chains take
  /// several times as long as other moves.
  private static let chainOneIn = 8

  mutating func tryMoves(_ count: Int, _ annealing: borrowing Annealing) {
    if movable.count == 0 { return }
    for _ in 0..<count { tryMove(rise: annealing.largestRise(&random)) }
  }

  /// Tries one move: makes it if it lets the cost rise by no more than a limit, drawn by the caller
  /// before, so that hopeless moves end early.
  @inline(__always)
  private mutating func tryMove(rise limit: Int) {
    let session = movable[random.below(movable.count)]
    let venue = venue[session]
    if venue >= 0, random.below(10) == 0 {
      tryVenue(session, from: venue, rise: limit)
      return
    }
    let slot = choices.draw(choice[session], &random)
    if slot == start[session] { return }
    let rival = holder[slot &* sizes.kinds &+ kind[session]]
    if rival >= 0 {
      // A meeting of the same series there: to exchange the two would change nothing.
      if series[rival] != series[session], random.below(Self.chainOneIn) == 0 {
        tryChain(session, to: slot, rise: limit)
      }
    } else if present.meets(slot, rivals, kind[session]) {
      if random.below(Self.chainOneIn) == 0 { tryChain(session, to: slot, rise: limit) }
    } else if venue < 0 {
      let rise =
        riseByTime(session, to: slot)
        &+ riseByShape(session, from: start[session], to: slot)
      if rise > limit { return }
      change.clear()
      change.add(session, to: slot, -1)
      makeChange(rise: rise)
    } else {
      tryTime(session, from: venue, to: slot, rise: limit)
    }
  }

  /// Another venue in the same slot; whoever is there comes in exchange.
  private mutating func tryVenue(_ session: Int, from venue: Int, rise limit: Int) {
    let slot = start[session]
    let other = venueSets.draw(venueSet[session], &random)
    if other == venue { return }
    let cell = slot &* sizes.venues &+ other
    let guest = occupant[cell]
    if guest < 0, !free.contains(slot, other) { return }
    var rise = riseByVenue(session, to: other) &+ riseByCell(session, to: slot, other)
    if guest >= 0 {
      if !mayMove(guest) || !mayHost.contains(venueSet[guest], venue) { return }
      rise &+= riseByVenue(guest, to: venue) &+ riseByCell(guest, to: slot, venue)
    }
    if sizes.roomWeight == 0, rise > limit { return }
    change.clear()
    change.add(session, to: slot, other)
    if guest >= 0 { change.add(guest, to: slot, venue) }
    rise &+= riseByClassVenues()
    if rise <= limit { makeChange(rise: rise) }
  }

  /// Another slot where nothing is in the way; the venue stays, or is the cheapest free one, or is
  /// drawn, and then whoever is there comes back in exchange.
  private mutating func tryTime(_ session: Int, from venue: Int, to slot: Int, rise limit: Int) {
    var other = venue
    let draw = random.below(5)
    if draw < 2 {
      other = cheapestFree(session, in: slot)
      if other < 0 { return }
    } else if draw < 4 {
      other = venueSets.draw(venueSet[session], &random)
    }
    let guest = occupant[slot &* sizes.venues &+ other]
    if guest < 0, !free.contains(slot, other) { return }
    let old = start[session]
    var rise =
      riseByVenue(session, to: other) &+ riseByCell(session, to: slot, other)
      &+ riseByTime(session, to: slot)
    if guest >= 0 {
      guard mayMove(guest), mayStart.contains(choiceRow[guest], old),
        mayHost.contains(venueSet[guest], venue),
        !present.meets(old, rivals, kind[guest], but: kind[session])
      else { return }
      rise &+=
        riseByVenue(guest, to: venue) &+ riseByCell(guest, to: old, venue)
        &+ riseByTime(guest, to: old)
    }
    let classCount = classes.count(session) &+ (guest < 0 ? 0 : classes.count(guest))
    if rise &- sizes.mostGainOfClass &* classCount > limit { return }
    change.clear()
    change.add(session, to: slot, other)
    if guest >= 0 { change.add(guest, to: old, venue) }
    rise &+= chainShapeRise(old, slot)
    if sizes.roomWeight == 0, rise > limit { return }
    rise &+= riseByClassVenues()
    if rise <= limit { makeChange(rise: rise) }
  }

  /// The free venue of a slot that costs a session least, or -1.
  @inline(__always)
  private func cheapestFree(_ session: Int, in slot: Int) -> Int {
    var best = -1
    var least = Int.max
    let set = venueSet[session]
    for number in 0..<free.wordsPerRow {
      var word = free.word(slot, number) & mayHost.word(set, number)
      while word != 0 {
        let other = number &<< 6 &+ word.trailingZeroBitCount
        word &= word &- 1
        let rise = riseByVenue(session, to: other) &+ riseByCell(session, to: slot, other)
        if rise < least {
          least = rise
          best = other
        }
      }
    }
    return best
  }

  @inline(__always)
  func mayMove(_ session: Int) -> Bool { choiceRow[session] >= 0 }
}
