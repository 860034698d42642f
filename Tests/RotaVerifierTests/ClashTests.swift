import FixtureSupport
import Testing

@testable import RotaVerifier

@Suite struct ClashTests {
  private func stay(_ held: Int, _ start: Int, _ end: Int, _ amount: Int = 1) -> Clashes.Stay {
    Clashes.Stay(held: held, start: start, end: end, amount: amount)
  }

  @Test func touchingStaysDoNotClash() {
    #expect(Clashes.pairs([stay(0, 0, 10), stay(1, 10, 20)]).isEmpty)
    #expect(Clashes.excesses([stay(0, 0, 10), stay(1, 10, 20)], limit: 1).isEmpty)
  }

  @Test func aShortStayWithinALongOneDoesNotHideTheNext() {
    let pairs = Clashes.pairs([stay(0, 0, 100), stay(1, 10, 20), stay(2, 30, 40)])
    #expect(pairs.map { [$0.0, $0.1] } == [[0, 1], [0, 2]])
  }

  @Test func oneExcessIsReportedAtItsPeak() throws {
    let excesses = Clashes.excesses(
      [stay(0, 0, 100, 2), stay(1, 10, 50, 2), stay(2, 20, 30, 1), stay(3, 60, 70, 2)], limit: 3)
    #expect(excesses.map(\.used) == [5, 4])
    #expect(excesses.map(\.held) == [[0, 1, 2], [0, 3]])
  }

  /// Any minute with too much lies in some excess, and none is reported without such a minute.
  @Test(arguments: Soak.seeds(40))
  func agreesWithCountingEveryMinute(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let stays = (0..<12).map { index -> Clashes.Stay in
      let start = draw(40)
      return stay(index, start, start + 1 + draw(12), 1 + draw(4))
    }
    let limit = 4 + draw(6)
    let used = (0..<60).map { minute in
      stays.filter { $0.start <= minute && minute < $0.end }.reduce(0) { $0 + $1.amount }
    }
    // Unbroken spans over the limit, and the most used in each.
    var peaks: [Int] = []
    for (minute, sum) in used.enumerated() where sum > limit {
      if minute > 0, used[minute - 1] > limit {
        peaks[peaks.count - 1] = max(peaks[peaks.count - 1], sum)
      } else {
        peaks.append(sum)
      }
    }
    #expect(Clashes.excesses(stays, limit: limit).map(\.used) == peaks)
    let clash = (0..<60).contains { minute in
      stays.filter { $0.start <= minute && minute < $0.end }.count > 1
    }
    #expect(!Clashes.pairs(stays).isEmpty == clash)
  }
}
