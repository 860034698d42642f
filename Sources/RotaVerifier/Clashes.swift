/// Counting over time: who is in two places, and what is used beyond its amount.
enum Clashes {
  /// Pairs of stays that overlap, each stay against the one that has lasted longest; all stays that
  /// overlap any other are in some pair. Stays are positions in `held`, half-open in minutes.
  static func pairs(_ stays: [Stay]) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var longest: Stay?
    for stay in stays.sorted(by: Stay.isEarlier) {
      if let other = longest, stay.start < other.end { pairs.append((other.held, stay.held)) }
      if stay.end > longest?.end ?? .min { longest = stay }
    }
    return pairs
  }

  /// A span of time in which more is used than there is: who uses it when most do, and how much.
  struct Excess {
    var held: [Int]
    var used: Int
  }

  /// One entry for each unbroken span in which the stays together use more than `limit`.
  ///
  /// - Parameter amount: how much stays use that are there at one time.
  static func excesses(
    _ stays: [Stay], limit: Int,
    using amount: ([Stay]) -> Int = { $0.reduce(0) { $0 + $1.amount } }
  ) -> [Excess] {
    var found: [Excess] = []
    var peak: Excess?
    var present: [Stay] = []
    var arriving = stays.sorted(by: Stay.isEarlier)[...]
    // What is used changes only where a stay begins or ends.
    for time in Set(stays.flatMap { [$0.start, $0.end] }).sorted() {
      present.removeAll { $0.end <= time }
      while let next = arriving.first, next.start <= time {
        if next.end > time { present.append(next) }
        arriving.removeFirst()
      }
      let used = amount(present)
      if used > limit {
        if used > peak?.used ?? limit {
          peak = Excess(held: present.map(\.held).sorted(), used: used)
        }
      } else if let over = peak {
        found.append(over)
        peak = nil
      }
    }
    return found
  }

  /// A session somewhere, or with somebody, or with so much of something.
  struct Stay {
    /// Position in the recount's `held`.
    var held: Int
    /// Minutes since 1970.
    var start: Int
    var end: Int
    var amount = 1

    static func isEarlier(_ a: Stay, _ b: Stay) -> Bool {
      (a.start, a.end, a.held) < (b.start, b.end, b.held)
    }
  }
}
