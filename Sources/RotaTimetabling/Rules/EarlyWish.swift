/// Soft: `early`. It sums the positions in the day at which sessions begin.
struct EarlyWish {
  /// Times the weights of the wishes that name the session's form.
  private(set) var weighted = 0
  private(set) var positions = 0

  @inline(__always)
  mutating func change(_ problem: borrowing Problem, _ session: Int, _ slot: Int, by sign: Int) {
    let position = slot - problem.dayFirst[problem.dayOfSlot[slot]]
    weighted += sign * position * problem.earlyWeight[session]
    positions += sign * position
  }
}
