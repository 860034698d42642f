// What moves would cost.
extension Grid {
  /// By how much the cost rises with another slot of one session, but for its classes.
  @inline(__always)
  func riseByTime(_ session: Int, to slot: Int) -> Int {
    let old = start[session]
    var rise = 0
    let series = series[session]
    let least = leastDays[series]
    if least > 0 {
      let day = dayOfSlot[old]
      let newDay = dayOfSlot[slot]
      if day != newDay {
        let row = seriesDayRow[series]
        let held = days[series]
        let after =
          held &+ (meetings[row &+ newDay] == 0 ? 1 : 0) &- (meetings[row &+ day] == 1 ? 1 : 0)
        rise = sizes.spreadWeight &* (max(0, least &- after) &- max(0, least &- held))
      }
    }
    if sizes.hasTimeCost {
      let row = timeRow[session] &* sizes.slots
      rise &+= timeCost[row &+ slot] &- timeCost[row &+ old]
    }
    return rise
  }

  /// By how much the days of a session's classes cost more with another slot of it alone.
  @inline(__always)
  func riseByShape(_ session: Int, from slot: Int, to other: Int) -> Int {
    let way = way(from: slot, to: other)
    var rise = 0
    if way.day == way.newDay {
      for item in classes.range(session) {
        rise &+= riseByShape(class: classes.items[item], by: way)
      }
      return rise
    }
    rise = departure[session]
    for item in classes.range(session) {
      let mask = busy.word(classDayRow[classes.items[item]] &+ way.newDay, 0)
      rise &+= shapes[mask | way.newBit] &- shapes[mask]
    }
    return rise
  }

  /// The least by which the cost rises where a session goes to another day, alone or in exchange with
  /// one that gains nothing.
  @inline(__always)
  func leastRiseToAnotherDay(_ session: Int) -> Int {
    if sizes.hasTimeCost { return -1_000_000_000 }
    let series = series[session]
    let days = sizes.spreadWeight &* max(0, leastDays[series] &- days[series])
    return departure[session] &- hope[session] &- mostGainByVenue(session)
      &- min(days, sizes.spreadWeight)
  }

  /// The least by which the days of a session's classes cost more with another slot of it alone.
  @inline(__always)
  func leastRiseByShape(_ session: Int, from slot: Int, to other: Int) -> Int {
    if dayOfSlot[slot] != dayOfSlot[other] { return departure[session] &- hope[session] }
    return riseByShape(session, from: slot, to: other)
  }

  /// From one slot to another, as days of a class see it.
  struct Way {
    var day: Int
    var bit: UInt64
    var newDay: Int
    var newBit: UInt64

    var back: Way { Way(day: newDay, bit: newBit, newDay: day, newBit: bit) }
  }

  @inline(__always)
  func way(from slot: Int, to other: Int) -> Way {
    Way(
      day: dayOfSlot[slot], bit: 1 &<< UInt64(positionOfSlot[slot]), newDay: dayOfSlot[other],
      newBit: 1 &<< UInt64(positionOfSlot[other]))
  }

  @inline(__always)
  func riseByShape(class number: Int, by way: Way) -> Int {
    let row = classDayRow[number]
    let mask = busy.word(row &+ way.day, 0)
    if way.day == way.newDay { return shapes[mask & ~way.bit | way.newBit] &- shapes[mask] }
    let newMask = busy.word(row &+ way.newDay, 0)
    return shapes[mask & ~way.bit] &- shapes[mask] &+ shapes[newMask | way.newBit]
      &- shapes[newMask]
  }

  /// By how much the cost rises with another venue, in whatever slot, but for the venues of classes.
  @inline(__always)
  func riseByVenue(_ session: Int, to other: Int) -> Int {
    let old = venue[session]
    if other == old { return 0 }
    let row = venueRow[session] &* sizes.venues
    var rise = venueCost[row &+ other] &- venueCost[row &+ old]
    if sizes.moduleRoomWeight > 0 {
      rise &+=
        sizes.moduleRoomWeight
        &* seriesVenues.rise(
          series[session], from: old &+ sizes.firstPlace, to: other &+ sizes.firstPlace)
    }
    return rise
  }

  /// The most that the cost can fall with another venue.
  @inline(__always)
  func mostGainByVenue(_ session: Int) -> Int {
    if sizes.hasCellCost || sizes.roomWeight > 0 { return 1_000_000_000 }
    let venue = venue[session]
    if venue < 0 { return 0 }
    let seats = venueCost[venueRow[session] &* sizes.venues &+ venue]
    if sizes.moduleRoomWeight == 0 { return seats }
    return seats &+ sizes.moduleRoomWeight
      &* seriesVenues.mostGain(series[session], from: venue &+ sizes.firstPlace)
  }

  /// By how much the venues of classes cost more, with the whole change: its sessions may be of one
  /// class, and then see each other.
  @inline(__always)
  mutating func riseByClassVenues() -> Int {
    sizes.roomWeight > 0 ? sizes.roomWeight &* countedRise() : 0
  }

  private mutating func countedRise() -> Int {
    let before = classVenues.excess
    countClassVenues(by: 1)
    let rise = classVenues.excess - before
    countClassVenues(by: -1)
    return rise
  }

  private mutating func countClassVenues(by sign: Int) {
    for number in 0..<change.count where change.venue(number) >= 0 {
      let session = change.session(number)
      countClassVenue(session, venue[session], by: -sign)
      countClassVenue(session, change.venue(number), by: sign)
    }
  }

  /// By how much the wishes about times of venues cost more.
  @inline(__always)
  func riseByCell(_ session: Int, to slot: Int, _ other: Int) -> Int {
    if !sizes.hasCellCost || other < 0 { return 0 }
    return cellCost[other &* sizes.slots &+ slot]
      &- cellCost[venue[session] &* sizes.slots &+ start[session]]
  }
}
