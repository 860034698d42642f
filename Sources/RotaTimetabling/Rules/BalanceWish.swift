/// Soft: `balanced teachers`. For each set of candidates it counts the needs given to each of them;
/// without the wish it counts nothing.
struct BalanceWish: ~Copyable {
  /// Needs given, by position among the items of the problem's candidate sets.
  private var given: Counts
  private var spreads: Counts
  private let isWished: Bool
  private(set) var spread = 0

  init(_ problem: borrowing Problem) {
    isWished = problem.balanceWeight > 0
    given = Counts(repeating: 0, count: isWished ? problem.candidateSets.items.count : 0)
    spreads = Counts(repeating: 0, count: isWished ? problem.candidateSets.count : 0)
  }

  @inline(__always)
  mutating func change(
    _ problem: borrowing Problem, _ member: Int, _ teacher: Int, by sign: Int
  ) {
    guard isWished else { return }
    let set = problem.memberCandidates[member]
    let range = problem.candidateSets.range(set)
    guard range.count > 1 else { return }
    var most = 0
    var fewest = Int.max
    for index in range {
      if problem.candidateSets.items[index] == teacher { given[index] = given[index] + sign }
      most = max(most, given[index])
      fewest = min(fewest, given[index])
    }
    let now = max(0, most - fewest - 1)
    spread += now - spreads[set]
    spreads[set] = now
  }
}
