/// Which session is at a venue in a slot.
struct VenueCells: ~Copyable {
  private var session: Counts
  private let slotCount: Int
  private let firstPlace: Int

  init(_ problem: borrowing Problem) {
    slotCount = problem.slotCount
    firstPlace = problem.firstPlace
    session = Counts(
      repeating: -1, count: (problem.firstTeacher - problem.firstPlace) * problem.slotCount)
  }

  /// The session, or -1; not to be asked of a site, where there may be several.
  @inline(__always)
  func occupant(_ place: Int, _ slot: Int) -> Int {
    session[(place &- firstPlace) &* slotCount &+ slot]
  }

  @inline(__always)
  mutating func change(_ session: Int, _ place: Int, _ slots: Range<Int>, by sign: Int) {
    let row = (place &- firstPlace) &* slotCount
    for slot in slots { self.session[row &+ slot] = sign > 0 ? session : -1 }
  }
}
