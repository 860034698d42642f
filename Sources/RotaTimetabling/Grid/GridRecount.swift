// What a grid says, counted again from nothing but where the sessions are.
extension Grid {
  /// The cost counted from nothing but where the sessions are.
  func recount() -> Int {
    var cost = 0
    var fresh = Bits(rows: busy.rows, columns: 64)
    var daysHeld = [Set<Int>](repeating: [], count: leastDays.count)
    var venuesOfSeries = [Set<Int>](repeating: [], count: leastDays.count)
    var venuesOfClasses = [Set<Int>](repeating: [], count: classDayRow.count)
    for session in 0..<sizes.sessions {
      let slot = start[session]
      daysHeld[series[session]].insert(dayOfSlot[slot])
      for item in classes.range(session) {
        fresh.set(
          classDayRow[classes.items[item]] + dayOfSlot[slot], positionOfSlot[slot], to: true)
      }
      if sizes.hasTimeCost { cost += timeCost[timeRow[session] * sizes.slots + slot] }
      let venue = venue[session]
      if venue < 0 { continue }
      venuesOfSeries[series[session]].insert(venue)
      if isForClass[session] != 0 {
        for item in classes.range(session) { venuesOfClasses[classes.items[item]].insert(venue) }
      }
      cost += venueCost[venueRow[session] * sizes.venues + venue]
      if sizes.hasCellCost { cost += cellCost[venue * sizes.slots + slot] }
    }
    for row in 0..<fresh.rows { cost += shapes[fresh.word(row, 0)] }
    for (series, held) in daysHeld.enumerated() {
      cost += sizes.spreadWeight * max(0, leastDays[series] - held.count)
    }
    for held in venuesOfSeries { cost += sizes.moduleRoomWeight * max(0, held.count - 1) }
    for held in venuesOfClasses { cost += sizes.roomWeight * max(0, held.count - 1) }
    return cost
  }

  /// The names of what does not agree with a count from nothing, or breaks a hard rule.
  func drift() -> [String] {
    var names: Set<String> = []
    if recount() != cost { names.insert("cost") }
    for slot in 0..<sizes.slots {
      let here = (0..<sizes.sessions).filter { start[$0] == slot }
      for session in here where mayMove(session) {
        if holder[slot * sizes.kinds + kind[session]] != session { names.insert("holders") }
        if !present.contains(slot, kind[session]) { names.insert("kinds present") }
        if !mayStart.contains(choiceRow[session], slot) { names.insert("starts") }
        if here.contains(where: { $0 != session && rivals.contains(kind[session], kind[$0]) }) {
          names.insert("conflicts")
        }
        let venue = venue[session]
        if venue < 0 { continue }
        if occupant[slot * sizes.venues + venue] != session || free.contains(slot, venue) {
          names.insert("venues")
        }
        if !mayHost.contains(venueSet[session], venue) { names.insert("places allowed") }
      }
    }
    for session in 0..<sizes.sessions {
      let (leaving, gain) = recountDays(of: session)
      if departure[session] != leaving { names.insert("departures") }
      if hope[session] < gain { names.insert("hopes") }
    }
    return names.sorted()
  }

  /// By how much the days of a session's classes would cost more without it, and the most that one
  /// slot more on each could gain.
  private func recountDays(of session: Int) -> (leaving: Int, gain: Int) {
    var leaving = 0
    var gain = 0
    for item in classes.range(session) {
      let number = classes.items[item]
      let row = classDayRow[number] + dayOfSlot[start[session]]
      let mask = busy.word(row, 0)
      leaving += shapes[mask & ~(1 << UInt64(positionOfSlot[start[session]]))] - shapes[mask]
      var most = 0
      for slot in 0..<sizes.slots {
        let there = busy.word(classDayRow[number] + dayOfSlot[slot], 0)
        let filled = there | 1 << UInt64(positionOfSlot[slot])
        most = max(most, shapes[there] - shapes[filled])
      }
      gain += most
    }
    return (leaving, gain)
  }
}
