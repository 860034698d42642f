/// What the finder of ejections keeps: how much trouble each session has been, the sessions marked
/// so far for the slot at hand, and the best set found.
struct Ejections: ~Copyable {
  /// By session: one, and one more for each time it found no free slot.
  private var penalty: Counts
  private var isMarked: Counts
  private(set) var marked: [Int] = []
  private(set) var cost = 0

  // The best found.
  private(set) var bestCost = Int.max
  private(set) var chosen: [Int] = []
  private(set) var slot = -1
  /// The place and the teachers that go with it.
  private(set) var holders: [Int] = []

  init(_ problem: borrowing Problem) {
    penalty = Counts(repeating: 1, count: problem.sessionCount)
    isMarked = Counts(repeating: 0, count: problem.sessionCount)
  }

  mutating func penalise(_ session: Int) { penalty[session] = penalty[session] &+ 1 }
  func penalty(of session: Int) -> Int { penalty[session] }
  func contains(_ session: Int) -> Bool { isMarked[session] != 0 }

  mutating func reset() {
    rollBack(to: 0)
    bestCost = Int.max
    chosen.removeAll(keepingCapacity: true)
    slot = -1
  }

  /// Marks a session to be thrown out; false where it may not or where there is a better set.
  mutating func mark(_ session: Int, isLocked: Bool) -> Bool {
    if isMarked[session] != 0 { return true }
    if isLocked { return false }
    isMarked[session] = 1
    marked.append(session)
    cost += penalty[session]
    return cost < bestCost
  }

  mutating func rollBack(to count: Int) {
    while marked.count > count, let session = marked.popLast() {
      isMarked[session] = 0
      cost -= penalty[session]
    }
  }

  mutating func keep(slot: Int, holders: [Int]) {
    bestCost = cost
    chosen = marked
    self.slot = slot
    self.holders = holders
  }
}
