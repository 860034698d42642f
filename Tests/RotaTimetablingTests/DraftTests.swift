import Testing

@testable import RotaTimetabling

@Suite struct DraftTests {
  /// Runs drafts of which each has one mean cost, in so many steps; the numbers of those that were the
  /// best when they ended, and the share at which they were over.
  private func best(ofCosts costs: [Int], steps: Int) -> (numbers: [Int], end: Double?) {
    var drafts = Drafts()
    var numbers: [Int] = []
    for step in 0..<steps {
      let fraction = Double(step) / Double(steps)
      if drafts.position(at: fraction) >= 1 {
        let number = drafts.number
        if drafts.goOn(from: 0, at: fraction) { numbers.append(number) }
        if drafts.areOver { return (numbers, fraction) }
      }
      let position = drafts.position(at: fraction)
      // What a draft costs before its end says nothing.
      drafts.note(position < 0.5 ? 1 : costs[drafts.number % costs.count], at: position)
    }
    return (numbers, nil)
  }

  @Test func theDraftThatCostsLeastOverItsEndIsTheBest() throws {
    let (numbers, end) = best(ofCosts: [500, 540, 490, 510, 530, 480, 520], steps: 10_000)
    #expect(numbers == [0, 2, 5])
    #expect(abs(try #require(end) - 0.43) < 0.001)
  }

  @Test func draftsThatCostTheSameEndEarly() throws {
    let (numbers, end) = best(ofCosts: [500, 505, 495, 508], steps: 10_000)
    #expect(numbers == [0, 2])
    #expect(abs(try #require(end) - 0.43 * 6 / 20) < 0.001)
  }

  @Test(arguments: [1, 2, 7, 30])
  func fewStepsAreEnough(steps: Int) {
    var drafts = Drafts()
    var ended = 0
    for step in 0...steps {
      let fraction = Double(step) / Double(steps)
      if !drafts.areOver, drafts.position(at: fraction) >= 1 {
        _ = drafts.goOn(from: 100 + step * 10, at: fraction)
        ended += 1
      }
      #expect((0...1).contains(drafts.position(at: fraction)))
    }
    #expect(drafts.areOver)
    #expect(ended <= Drafts.most)
  }

  @Test func whatFollowsFillsTheRest() {
    var drafts = Drafts()
    for number in 0..<Drafts.most where !drafts.areOver {
      _ = drafts.goOn(from: 100 * (number + 1), at: 0.43 * Double(number + 1) / 20)
    }
    #expect(drafts.areOver)
    #expect(drafts.position(at: 0.43) == 0)
    #expect(abs(drafts.position(at: 0.715) - 0.5) < 1e-9)
    #expect(drafts.position(at: 1) == 1)
  }
}
