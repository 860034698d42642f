/// Hard: of the sessions that hold one thing of which there is one, no two are at one time. It says
/// nothing that the load rule does not say, but says it for a session and a slot in one look.
///
/// Sessions that hold the same such things are of one kind. Watches, for each kind and slot, how
/// many sessions are in the way of it.
struct ConflictRule: ~Copyable {
  /// The most kinds for which pairs and slots are kept as rows of bits.
  static let mostInBits = 2_048

  /// Sessions in the way of a kind, by kind and slot.
  private(set) var blocked: Counts
  /// The session of a kind in a slot, or -1.
  private var occupant: Counts
  /// Where there are not too many kinds: those in each slot, and the rivals of each.
  let hasBits: Bool
  private var present: Bits
  private var rivals: Bits

  init(_ problem: borrowing Problem) {
    blocked = Counts(repeating: 0, count: problem.kindTableSize)
    hasBits = problem.hasKinds && problem.kindCount <= Self.mostInBits
    occupant = Counts(repeating: -1, count: hasBits ? problem.kindTableSize : 0)
    let kinds = hasBits ? problem.kindCount : 0
    present = Bits(rows: hasBits ? problem.slotCount : 0, columns: kinds)
    rivals = Bits(rows: kinds, columns: kinds)
    for kind in 0..<kinds {
      for index in problem.kindRivals.range(kind) {
        rivals.set(kind, problem.kindRivals.items[index], to: true)
      }
    }
  }

  @inline(__always)
  mutating func change(
    _ problem: borrowing Problem, _ session: Int, _ slots: Range<Int>, by sign: Int
  ) {
    if !problem.hasKinds { return }
    let kind = problem.kindOf[session]
    for index in problem.kindRivals.range(kind) {
      let rival = problem.kindRivals.items[index]
      let row = problem.kindRow[rival]
      let first = problem.kindFirstSlot[rival]
      let end = problem.kindEndSlot[rival]
      for slot in slots where slot >= first && slot < end {
        blocked[row + slot] = blocked[row + slot] &+ sign
      }
    }
    if !hasBits { return }
    let row = problem.kindRow[kind]
    for slot in slots {
      occupant[row + slot] = sign > 0 ? session : -1
      present.set(slot, kind, to: sign > 0)
    }
  }

  /// Whether nobody is in the way of a session that is itself elsewhere, or out.
  @inline(__always)
  func isFree(_ problem: borrowing Problem, _ session: Int, _ slots: Range<Int>) -> Bool {
    let row = problem.kindRow[problem.kindOf[session]]
    for slot in slots where blocked[row + slot] != 0 { return false }
    return true
  }

  /// Calls for each session that is in a slot and excludes one session, until that gives false.
  @inline(__always)
  func forEachRival(
    _ problem: borrowing Problem, of session: Int, in slot: Int, _ body: (Int) -> Bool
  ) -> Bool {
    let kind = problem.kindOf[session]
    for number in 0..<present.wordsPerRow {
      var word = present.word(slot, number) & rivals.word(kind, number)
      while word != 0 {
        let rival = number << 6 + word.trailingZeroBitCount
        word &= word &- 1
        if !body(occupant[problem.kindRow[rival] + slot]) { return false }
      }
    }
    return true
  }
}
