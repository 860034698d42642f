/// Soft: times at which a teacher or a place is rather not wanted. It sums the weights of the wishes
/// that sessions go against.
struct AvoidWish {
  private(set) var weighted = 0

  @inline(__always)
  mutating func change(
    _ problem: borrowing Problem, _ session: Int, _ resource: Int, _ slot: Int, by sign: Int
  ) {
    weighted += sign * Self.cost(problem, session, resource, slot)
  }

  /// What it costs that a session which begins in a slot holds a place or teacher.
  @inline(__always)
  static func cost(
    _ problem: borrowing Problem, _ session: Int, _ resource: Int, _ slot: Int
  ) -> Int {
    let row = problem.avoidRow[resource * problem.lengthCount + problem.lengthNumber[session]]
    return row < 0 ? 0 : problem.avoidCost[row + slot]
  }
}
