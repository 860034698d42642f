import NetworkFlow
import Testing

@Suite struct DisjointSetsTests {
  @Test func numbersThatWereJoinedHaveOneRoot() {
    for seed in 1...50 as ClosedRange<UInt64> {
      var random = RandomNumbers(seed: seed)
      let count = random.next(1...30)
      var sets = DisjointSets(count: count)
      // The least number that each is joined to, kept by looking at all of them.
      var least = Array(0..<count)
      for _ in 0..<random.next(0...30) {
        let (a, b) = (random.next(0...(count - 1)), random.next(0...(count - 1)))
        sets.join(a, b)
        let (first, second) = (min(least[a], least[b]), max(least[a], least[b]))
        for index in least.indices where least[index] == second { least[index] = first }
      }
      #expect((0..<count).map { sets.root(of: $0) } == least)
    }
  }
}
