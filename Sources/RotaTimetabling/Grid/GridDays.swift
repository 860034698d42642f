// The days of classes, and what they would cost with one session less or more.
//
// Most moves are turned down. Where a session stands between others of its class, no other day makes
// good what its leaving costs; that is known from two numbers kept for each session, without a look
// at its classes.
extension Grid {
  /// A class comes to a session in a slot.
  @inline(__always)
  mutating func attend(_ session: Int, class number: Int, _ slot: Int) {
    let row = classDayRow[number] &+ dayOfSlot[slot]
    let position = positionOfSlot[slot]
    let mask = busy.word(row, 0)
    let filled = mask | (1 as UInt64) &<< UInt64(position)
    busy.put(filled, row, 0)
    let cell = number &* sizes.slots &+ slot
    attended[cell] = session
    departure[session] = departure[session] &+ shapes[mask] &- shapes[filled]
    updateDepartures(of: mask, cell &- position, from: mask, to: filled)
    updateHope(class: number, from: mask, to: filled)
  }

  /// A class no longer comes to a session in a slot.
  @inline(__always)
  mutating func miss(_ session: Int, class number: Int, _ slot: Int) {
    let row = classDayRow[number] &+ dayOfSlot[slot]
    let position = positionOfSlot[slot]
    let mask = busy.word(row, 0)
    let cleared = mask & ~((1 as UInt64) &<< UInt64(position))
    busy.put(cleared, row, 0)
    let cell = number &* sizes.slots &+ slot
    attended[cell] = -1
    departure[session] = departure[session] &- shapes[cleared] &+ shapes[mask]
    updateDepartures(of: cleared, cell &- position, from: mask, to: cleared)
    updateHope(class: number, from: mask, to: cleared)
  }

  /// What leaving would cost the others of a day, which begins at a cell of `attended`.
  @inline(__always)
  private mutating func updateDepartures(
    of others: UInt64, _ firstCell: Int, from mask: UInt64, to newMask: UInt64
  ) {
    let change = shapes[mask] &- shapes[newMask]
    var word = others
    while word != 0 {
      let position = word.trailingZeroBitCount
      word &= word &- 1
      let own = (1 as UInt64) &<< UInt64(position)
      let other = attended[firstCell &+ position]
      departure[other] =
        departure[other] &+ shapes[newMask & ~own] &- shapes[mask & ~own] &+ change
    }
  }

  @inline(__always)
  private mutating func updateHope(class number: Int, from mask: UInt64, to newMask: UInt64) {
    let change = shapes.mostGain(of: newMask) &- shapes.mostGain(of: mask)
    if change == 0 { return }
    for item in sessionsOfClass.range(number) {
      let session = sessionsOfClass.items[item]
      hope[session] = hope[session] &+ change
    }
  }

  /// What classes hope for that are nowhere yet: nothing, but where days are too long for a table.
  mutating func hopeAtFirst() {
    let days = sizes.classes == 0 ? 0 : busy.rows / sizes.classes
    let gain = days * shapes.mostGain(of: 0)
    for session in 0..<sizes.sessions { hope[session] = gain * classes.count(session) }
  }
}
