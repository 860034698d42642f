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

  /// Words that cannot be near enough are given up early; those that are near are found all the same.
  @Test func isWithinItsBoundOrNothing() {
    var words: [[Character]] = [[]]
    for length in 1...4 {
      words += words.filter { $0.count == length - 1 }.flatMap { word in "ab研".map { word + [$0] } }
    }
    var wrong: [String] = []
    for a in words {
      for b in words {
        let distance = Spelling.distance(a, b)
        func within(_ limit: Int) -> Int? { distance.flatMap { $0 <= limit ? $0 : nil } }
        let isRight =
          (0..<4).allSatisfy { Spelling.distance(a, b, within: $0) == within($0) }
          && Spelling.nearness(of: String(a), to: String(b)) == within(a.count / 3)
        if !isRight { wrong.append("\(String(a)) \(String(b))") }
      }
    }
    #expect(wrong == [])
  }
}
