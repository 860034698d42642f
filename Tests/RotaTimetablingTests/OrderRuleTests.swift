import RotaPlanning
import Testing

@testable import RotaTimetabling

/// Rules between sessions. Every plan is full or nearly so, so that the rule leaves little choice.
@Suite struct OrderRuleTests {
  private func start(_ placement: Timetable.Placement?) -> Int {
    let position = ["am1", "am2", "pm1", "pm2"].firstIndex(of: placement?.period ?? "") ?? -100
    return ((placement?.day.number ?? 0) - firstDay.number) * 4 + position
  }

  /// One class on some days: A and B with a relation of A to B, and fillers.
  private func solved(
    _ kind: SessionTemplate.Relation.Kind, days: Int = 2, fillers: Int = 6, seed: UInt64 = 1
  ) -> (a: Int, b: Int, solution: Solution) {
    let solution = solve(
      makePlan(days: days) { plan in
        plan.session("A") { $0.relations = [.init(kind: kind, session: "B")] }
        plan.session("B")
        for number in 0..<fillers { plan.session("F\(number)") }
      }, seed: seed)
    #expect(solution.result.unplaced.isEmpty)
    return (start(solution.placements("A").first), start(solution.placements("B").first), solution)
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func pairsKeepTheirOrder(seed: UInt64) {
    let after = solved(.after, seed: seed)
    #expect(after.a > after.b)
    let before = solved(.before, seed: seed)
    #expect(before.a < before.b)
    let right = solved(.rightAfter, seed: seed)
    #expect(right.a == right.b + 1 && right.a / 4 == right.b / 4)
    let same = solved(.sameDay, seed: seed)
    #expect(same.a / 4 == same.b / 4)
    let other = solved(.notSameDay, seed: seed)
    #expect(other.a / 4 != other.b / 4)
    let later = solved(.atLeastDaysAfter(2), days: 3, fillers: 9, seed: seed)
    #expect(later.a / 4 == 2 && later.b / 4 == 0)
    let within = solved(.withinDays(1), days: 3, fillers: 9, seed: seed)
    #expect(abs(within.a / 4 - within.b / 4) <= 1)
  }

  @Test func firstAndLastFrameTheRun() {
    let solution = solve(
      makePlan(days: 2, classes: 3) { plan in
        plan.session("End", .run) { $0.isLast = true }
        plan.session("Begin", .run) { $0.isFirst = true }
        for number in 0..<6 { plan.session("F\(number)") }
      })
    #expect(solution.result.unplaced.isEmpty)
    #expect(start(solution.placements("Begin").first) == 0)
    #expect(start(solution.placements("End").first) == 7)
  }

  @Test func meetingsStayInOrder() {
    let solution = solve(makePlan(days: 5) { $0.session("A", meetings: 5) })
    #expect(solution.placements("A").map { $0.day.number - firstDay.number } == [0, 1, 2, 3, 4])
  }

  @Test func equalMeetingsAreBoundOneToOne() {
    let solution = solve(
      makePlan(days: 3) { plan in
        plan.session("A", meetings: 3) {
          $0.relations = [.init(kind: .rightAfter, session: "B")]
        }
        plan.session("B", meetings: 3)
        for number in 0..<4 { plan.session("F\(number)") }
      })
    #expect(solution.result.unplaced.isEmpty)
    let pairs = zip(solution.placements("A"), solution.placements("B"))
    #expect(pairs.allSatisfy { start($0) == start($1) + 1 })
  }

  @Test func whatCannotBeSaysWhichRuleStandsAgainstIt() {
    let solution = solve(
      makePlan(days: 1) { plan in
        plan.session("A") {
          $0.relations = [.init(kind: .after, session: "B")]
          $0.atPeriods = ["am1"]
        }
        plan.session("B")
      })
    #expect(solution.result.unplaced.count == 1)
    let reasons = solution.reasons("A") + solution.reasons("B")
    #expect(
      reasons.contains { $0.obstacle == .rule("after B") || $0.obstacle == .rule("before A") })
  }
}
