/// Hard: a resource is held up to its capacity at any time. One atom of people, one teacher or one
/// venue by one session; a site by as many people as it has seats; other things by their count.
///
/// Watches every member of every session.
struct LoadRule: ~Copyable {
  /// How much of a resource is held, by resource and slot.
  private(set) var load: Counts

  init(_ problem: borrowing Problem) { load = Counts(repeating: 0, count: problem.loadSize) }

  @inline(__always)
  mutating func change(
    _ problem: borrowing Problem, _ resource: Int, by demand: Int, _ slots: Range<Int>
  ) {
    let row = problem.loadRow[resource]
    for slot in slots { load[row + slot] = load[row + slot] &+ demand }
  }

  @inline(__always)
  func hasRoom(
    _ problem: borrowing Problem, _ resource: Int, for demand: Int, _ slots: Range<Int>
  ) -> Bool {
    let row = problem.loadRow[resource]
    let most = problem.capacity[resource] - demand
    for slot in slots where load[row + slot] > most { return false }
    return true
  }

  /// How much must be given up by others in the fullest of some slots.
  func excess(
    _ problem: borrowing Problem, _ resource: Int, for demand: Int, _ slots: Range<Int>
  ) -> Int {
    let row = problem.loadRow[resource]
    var most = 0
    for slot in slots { most = max(most, load[row + slot]) }
    return most + demand - problem.capacity[resource]
  }
}
