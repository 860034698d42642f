import Testing

@testable import RotaDiagnostics

@Suite struct SpellingTests {
  @Test(arguments: [
    ("seets", "seats", 1), ("sesions", "sessions", 1), ("veneu", "venue", 1),
    ("abc", "abc", 0), ("", "ab", 2), ("研讨室", "研究室", 1),
  ])
  func distances(a: String, b: String, distance: Int) {
    #expect(Spelling.distance(Array(a), Array(b)) == distance)
    #expect(Spelling.distance(Array(b), Array(a)) == distance)
  }

  @Test func suggestsWithinAThirdOfTheLength() {
    let words = ["seats", "streams", "site"]
    #expect(Spelling.nearest(to: "seets", among: words) == "seats")
    #expect(Spelling.nearest(to: "SEATS", among: words) == "seats")
    #expect(Spelling.nearest(to: "soots", among: words) == nil)
    #expect(Spelling.nearest(to: "si", among: words) == nil)
    #expect(Spelling.nearest(to: String(repeating: "s", count: 100_000), among: words) == nil)
  }
}
