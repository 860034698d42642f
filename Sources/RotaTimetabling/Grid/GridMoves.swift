import LocalSearch

extension Grid {
  /// One in so many of the moves that meet something in their way becomes a chain: chains take
  /// several times as long as other moves.
  private static let chainOneIn = 16

  /// One in so many tries gives a session another venue in the same slot.
  private static let venueOneIn = 10

  /// Where the meetings of a series wish to be in one room, one in so many of these tries is the venue
  /// of another meeting: one drawn from all of them hardly ever brings two together.
  private static let meetingsVenueOneIn = 2

  /// One in so many of the moves of a session that no other day is worth it for is a chain.
  private static let chainOfStayersOneIn = 4

  /// Draws so many moves; each is made if it lets the cost rise by no more than a limit. The limit
  /// is drawn before the move is worked out, so that hopeless moves end early. Most slots hold
  /// something that is in the way; then a session draws another, or carries that along in a chain.
  ///
  /// Late in a search, most sessions stand between others of their classes, and no other day makes
  /// good what their leaving costs. They spend their draws on their own day and on chains, in which
  /// another session of the class may take their place.
  mutating func tryMoves(_ count: Int, _ annealing: borrowing Annealing) {
    if movable.count == 0 { return }
    var left = count
    while left > 0 {
      let session = movable[random.below(movable.count)]
      let venue = venue[session]
      if venue >= 0, random.below(Self.venueOneIn) == 0 {
        left &-= 1
        tryVenue(session, from: venue, rise: annealing.largestRise(&random))
        continue
      }
      let limit = annealing.largestRise(&random)
      if leastRiseToAnotherDay(session) > limit {
        left &-= 1
        tryWithinDay(session, from: venue, rise: limit)
        continue
      }
      let list = choice[session]
      let kind = kind[session]
      repeat {
        left &-= 1
        let slot = choices.draw(list, &random)
        if obstacles[slot &* sizes.kinds &+ kind] == 0 {
          tryTime(session, from: venue, to: slot, rise: limit)
          break
        }
        if random.below(Self.chainOneIn) == 0 {
          if isWorthAChain(session, to: slot) {
            tryChain(session, to: slot, rise: limit)
          }
          break
        }
      } while left > 0
    }
  }

  /// A session that no other day can be worth it for: another slot of its day, or a chain.
  @inline(__always)
  private mutating func tryWithinDay(_ session: Int, from venue: Int, rise limit: Int) {
    let kind = kind[session]
    if random.below(Self.chainOfStayersOneIn) == 0 {
      let slot = choices.draw(choice[session], &random)
      if obstacles[slot &* sizes.kinds &+ kind] != 0, isWorthAChain(session, to: slot) {
        tryChain(session, to: slot, rise: limit)
      }
      return
    }
    let old = start[session]
    let day = dayOfSlot[old]
    let first = old &- positionOfSlot[old]
    let slot = first &+ random.below(slotsOfDay[day])
    if obstacles[slot &* sizes.kinds &+ kind] == 0, mayStart.contains(choiceRow[session], slot) {
      tryTime(session, from: venue, to: slot, rise: limit)
    }
  }

  /// Not to where it is; nor in exchange with a meeting of the same series, which would change nothing.
  @inline(__always)
  private func isWorthAChain(_ session: Int, to slot: Int) -> Bool {
    if slot == start[session] { return false }
    let rival = holder[slot &* sizes.kinds &+ kind[session]]
    return rival < 0 || series[rival] != series[session]
  }

  /// Another venue in the same slot; whoever is there comes in exchange.
  private mutating func tryVenue(_ session: Int, from venue: Int, rise limit: Int) {
    let slot = start[session]
    let other = drawVenue(session)
    if other == venue || other < 0 { return }
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

  /// A venue where it may be, or -1.
  @inline(__always)
  private mutating func drawVenue(_ session: Int) -> Int {
    let set = venueSet[session]
    if sizes.moduleRoomWeight == 0 || random.below(Self.meetingsVenueOneIn) != 0 {
      return venueSets.draw(set, &random)
    }
    let other = venue[sessionsOfSeries.draw(series[session], &random)]
    return other >= 0 && mayHost.contains(set, other) ? other : -1
  }

  /// Another slot where nothing is in the way; the venue stays, or is the cheapest free one, or is
  /// drawn, and then whoever is there comes back in exchange.
  private mutating func tryTime(_ session: Int, from venue: Int, to slot: Int, rise limit: Int) {
    var other = venue
    if venue >= 0 {
      let draw = random.below(5)
      if draw < 2 {
        other = -1
      } else if draw < 4 {
        other = venueSets.draw(venueSet[session], &random)
        let guest = occupant[slot &* sizes.venues &+ other]
        if guest >= 0 {
          trySwap(session, with: guest, to: slot, rise: limit)
          return
        }
      } else if occupant[slot &* sizes.venues &+ venue] >= 0 {
        other = -1
      }
    }
    let old = start[session]
    var rise = riseByTime(session, to: slot)
    let reserve = limit &+ mostGainByVenue(session)
    if rise &+ leastRiseByShape(session, from: old, to: slot) > reserve { return }
    rise &+= riseByShape(session, from: old, to: slot)
    if rise > reserve { return }
    if venue >= 0 {
      if other < 0 { other = cheapestFree(session, in: slot) }
      if other < 0 || !free.contains(slot, other) { return }
      rise &+= riseByVenue(session, to: other) &+ riseByCell(session, to: slot, other)
      if sizes.roomWeight == 0, rise > limit { return }
    }
    change.clear()
    change.add(session, to: slot, other)
    rise &+= riseByClassVenues()
    if rise <= limit { makeChange(rise: rise) }
  }

  /// Two sessions change places, in slots where nothing else is in their way.
  private mutating func trySwap(
    _ session: Int, with guest: Int, to slot: Int, rise limit: Int
  ) {
    let old = start[session]
    let venue = venue[session]
    let other = self.venue[guest]
    guard mayMove(guest), mayStart.contains(choiceRow[guest], old),
      mayHost.contains(venueSet[guest], venue),
      obstacles[old &* sizes.kinds &+ kind[guest]]
        == (rivals.contains(kind[guest], kind[session]) ? 1 : 0)
    else { return }
    var rise =
      riseByVenue(session, to: other) &+ riseByCell(session, to: slot, other)
      &+ riseByTime(session, to: slot)
      &+ riseByVenue(guest, to: venue) &+ riseByCell(guest, to: old, venue)
      &+ riseByTime(guest, to: old)
    // Each is free to go where it goes: they have no class in common.
    let least =
      leastRiseByShape(session, from: old, to: slot)
      &+ leastRiseByShape(guest, from: slot, to: old)
    if sizes.roomWeight == 0, rise &+ least > limit { return }
    rise &+=
      riseByShape(session, from: old, to: slot) &+ riseByShape(guest, from: slot, to: old)
    if sizes.roomWeight == 0, rise > limit { return }
    change.clear()
    change.add(session, to: slot, other)
    change.add(guest, to: old, venue)
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
