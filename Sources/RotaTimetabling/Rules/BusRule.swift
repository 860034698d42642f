/// Hard: at no minute are more buses out than there are. A session at a site with a way to it holds
/// its buses from its start less the way there to its end and the way back.
struct BusRule: ~Copyable {
  /// Buses out, by kind of bus, day and tick.
  private(set) var out: Counts

  init(_ problem: borrowing Problem) {
    out = Counts(
      repeating: 0, count: problem.busCount * problem.dayCount * problem.tickCount)
  }

  @inline(__always)
  private func ticks(
    _ problem: borrowing Problem, _ bus: Int, _ outing: Int, _ slots: Range<Int>
  ) -> Range<Int> {
    let row =
      (bus * problem.dayCount + problem.dayOfSlot[slots.lowerBound]) * problem.tickCount
    let leave = problem.leaveTick[outing * problem.slotCount + slots.lowerBound]
    let back = problem.returnTick[outing * problem.slotCount + slots.upperBound - 1]
    return (row + leave)..<(row + max(leave, back))
  }

  @inline(__always)
  mutating func change(
    _ problem: borrowing Problem, _ session: Int, _ place: Int, _ slots: Range<Int>, by sign: Int
  ) {
    let outing = problem.outing[place - problem.firstPlace]
    if outing < 0 { return }
    for ride in problem.rides(session) {
      let change = sign * problem.rideNeed[ride]
      for tick in ticks(problem, problem.rideBus[ride], outing, slots) {
        out[tick] = out[tick] &+ change
      }
    }
  }

  /// How many buses others must give up for one ride of a session: 0 or less where there are enough.
  @inline(__always)
  func excess(
    _ problem: borrowing Problem, ride: Int, _ place: Int, _ slots: Range<Int>
  ) -> Int {
    let outing = problem.outing[place - problem.firstPlace]
    if outing < 0 { return 0 }
    let bus = problem.rideBus[ride]
    var most = 0
    for tick in ticks(problem, bus, outing, slots) { most = max(most, out[tick]) }
    return most + problem.rideNeed[ride] - problem.busLimit[bus]
  }

  @inline(__always)
  func hasRoom(
    _ problem: borrowing Problem, _ session: Int, _ place: Int, _ slots: Range<Int>
  ) -> Bool {
    if problem.outing[place - problem.firstPlace] < 0 { return true }
    for ride in problem.rides(session) where excess(problem, ride: ride, place, slots) > 0 {
      return false
    }
    return true
  }

  /// Whether two outings are under way at one time of a day.
  func meet(
    _ problem: borrowing Problem, _ place: Int, _ slots: Range<Int>, _ other: Int,
    _ otherSlots: Range<Int>
  ) -> Bool {
    let first = problem.outing[place - problem.firstPlace]
    let second = problem.outing[other - problem.firstPlace]
    if first < 0 || second < 0 { return false }
    return ticks(problem, 0, first, slots).overlaps(ticks(problem, 0, second, otherSlots))
  }
}
