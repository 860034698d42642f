/// Hard: of the sessions that hold one thing of which there is one, no two are at one time. It says
/// nothing that the load rule does not say, but says it for a session and a slot in one look.
///
/// Sessions that hold the same such things are of one kind. Watches, for each kind and slot, how
/// many sessions are in the way of it.
struct ConflictRule: ~Copyable {
  /// Sessions in the way of a kind, by kind and slot.
  private(set) var blocked: Counts

  init(_ problem: borrowing Problem) {
    blocked = Counts(repeating: 0, count: problem.kindTableSize)
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
  }

  /// Whether nobody is in the way of a session that is itself elsewhere, or out.
  @inline(__always)
  func isFree(_ problem: borrowing Problem, _ session: Int, _ slots: Range<Int>) -> Bool {
    let row = problem.kindRow[problem.kindOf[session]]
    for slot in slots where blocked[row + slot] != 0 { return false }
    return true
  }
}
