extension Grid {
  /// A Kempe chain between two slots (Lü and Hao 2010): the session goes to the other slot, what
  /// excludes it there comes back, and so on.
  mutating func tryChain(_ session: Int, to slot: Int, rise limit: Int) {
    let old = start[session]
    change.clear()
    change.add(session, to: slot, venue[session])
    guard closeChain(old, slot) else { return }
    var rise = 0
    for number in 0..<change.count {
      rise &+= riseByTime(change.session(number), to: change.slot(number))
    }
    rise &+= chainShapeRise(old, slot)
    if rise > limit {
      var gain = 0
      for number in 0..<change.count { gain &+= mostGainByVenue(change.session(number)) }
      if rise &- gain > limit { return }
    }
    guard let venues = chainVenueRise(old, slot) else { return }
    rise &+= venues &+ riseByClassVenues()
    if rise <= limit { makeChange(rise: rise) }
  }

  /// Adds whatever must go along; false where that is too much or something may not go.
  @inline(__always)
  private mutating func closeChain(_ old: Int, _ slot: Int) -> Bool {
    change.leaving.clear()
    change.leaving.set(0, kind[change.session(0)], to: true)
    var next = 0
    while next < change.count {
      let kind = kind[change.session(next)]
      let target = change.slot(next)
      let back = target == slot ? old : slot
      // Row 0 for those who leave the old slot, row 1 for those who leave the new one.
      let row = target == slot ? 1 : 0
      next &+= 1
      for number in 0..<present.wordsPerRow {
        var word =
          present.word(target, number) & rivals.word(kind, number)
          & ~change.leaving.word(row, number)
        if word == 0 { continue }
        change.leaving.add(word, row, number)
        repeat {
          let rival = holder[target &* sizes.kinds &+ number &<< 6 &+ word.trailingZeroBitCount]
          word &= word &- 1
          if change.isFull || !mayMove(rival) || !mayStart.contains(choiceRow[rival], back) {
            return false
          }
          change.add(rival, to: back, venue[rival])
        } while word != 0
      }
    }
    return true
  }

  /// A class of which one session goes and another comes keeps its shape.
  @inline(__always)
  mutating func chainShapeRise(_ old: Int, _ slot: Int) -> Int {
    if change.count == 1 { return riseByShape(change.session(0), from: old, to: slot) }
    for number in 0..<change.count {
      let side = change.slot(number) == slot ? 1 : 2
      for item in classes.range(change.session(number)) {
        change.note(class: classes.items[item], side)
      }
    }
    let way = way(from: old, to: slot)
    var rise = 0
    for index in 0..<change.notedCount {
      let studyClass = change.noted[index]
      switch change.sides[studyClass] {
      case 1: rise &+= riseByShape(class: studyClass, by: way)
      case 2: rise &+= riseByShape(class: studyClass, by: way.back)
      default: break
      }
      change.sides[studyClass] = 0
    }
    change.notedCount = 0
    return rise
  }

  /// Gives each session of the chain a venue: its own where that is free, then the cheapest; nil
  /// where there is none.
  @inline(__always)
  private mutating func chainVenueRise(_ old: Int, _ slot: Int) -> Int? {
    for number in 0..<free.wordsPerRow {
      change.open.put(free.word(slot, number), 0, number)
      change.open.put(free.word(old, number), 1, number)
    }
    for number in 0..<change.count where change.venue(number) >= 0 {
      // It leaves its venue to those who come the other way.
      change.open.set(change.slot(number) == slot ? 1 : 0, change.venue(number), to: true)
    }
    var rise = 0
    var isComplete = true
    for number in 0..<change.count where change.venue(number) >= 0 {
      let row = change.slot(number) == slot ? 0 : 1
      let own = change.venue(number)
      if change.open.contains(row, own) {
        change.open.set(row, own, to: false)
        rise &+= riseByCell(change.session(number), to: change.slot(number), own)
      } else {
        change.setVenue(number, to: -2)
        isComplete = false
      }
    }
    return isComplete ? rise : findVenues(slot, rise)
  }

  private mutating func findVenues(_ slot: Int, _ riseSoFar: Int) -> Int? {
    var rise = riseSoFar
    var found = 0
    while found < change.count {
      if change.venue(found) != -2 {
        found &+= 1
        continue
      }
      let session = change.session(found)
      let row = change.slot(found) == slot ? 0 : 1
      var best = -1
      var least = Int.max
      for number in 0..<free.wordsPerRow {
        var word = change.open.word(row, number) & mayHost.word(venueSet[session], number)
        while word != 0 {
          let other = number &<< 6 &+ word.trailingZeroBitCount
          word &= word &- 1
          let rise =
            riseByVenue(session, to: other) &+ riseByCell(session, to: change.slot(found), other)
          if rise < least {
            least = rise
            best = other
          }
        }
      }
      if best < 0 { break }
      change.open.set(row, best, to: false)
      change.setVenue(found, to: best)
      rise &+= least
      found &+= 1
    }
    return found == change.count ? rise : nil
  }
}
