/// A change of a grid that has been worked out but not made: some sessions, each with a new slot and
/// venue.
struct GridChange: ~Copyable {
  /// The most sessions that one change may carry along. Longer chains are next to never accepted.
  static let longest = 10

  private(set) var count = 0
  private var sessions = Counts(repeating: -1, count: longest)
  private var slots = Counts(repeating: -1, count: longest)
  private var venues = Counts(repeating: -1, count: longest)
  /// Venues that are free for those who come into each of the two slots of a chain.
  var open: Bits
  /// Kinds that leave each of the two slots.
  var leaving: Bits
  /// By class: 1 where a session of it goes to the new slot, 2 to the old one, 3 both.
  var sides: Counts
  /// The classes where that is not 0.
  private(set) var noted: Counts
  var notedCount = 0

  init(_ sizes: GridSizes) {
    open = Bits(rows: 2, columns: sizes.venues)
    leaving = Bits(rows: 2, columns: sizes.kinds)
    sides = Counts(repeating: 0, count: sizes.classes)
    noted = Counts(repeating: 0, count: sizes.classes)
  }

  @inline(__always)
  func session(_ number: Int) -> Int { sessions[number] }
  @inline(__always)
  func slot(_ number: Int) -> Int { slots[number] }
  @inline(__always)
  func venue(_ number: Int) -> Int { venues[number] }
  @inline(__always)
  var isFull: Bool { count >= Self.longest }

  @inline(__always)
  mutating func clear() { count = 0 }

  /// The change must not be full.
  @inline(__always)
  mutating func add(_ session: Int, to slot: Int, _ venue: Int) {
    sessions[count] = session
    slots[count] = slot
    venues[count] = venue
    count &+= 1
  }

  @inline(__always)
  mutating func note(class number: Int, _ side: Int) {
    if sides[number] == 0 {
      noted[notedCount] = number
      notedCount &+= 1
    }
    sides[number] = sides[number] | side
  }

  @inline(__always)
  mutating func setVenue(_ number: Int, to venue: Int) { venues[number] = venue }
}
