import RotaArithmetic
import RotaPlanning
import RotaVerifier
import Testing

@testable import RotaTimetabling

/// Windows of time leave nothing out, do not meet, and give answers that hold.
@Suite struct WindowTests {
  /// Eight runs of seven days, one after the other, in two rooms and with two teachers: everything
  /// hangs together, and each run lies in two or three weeks.
  private func course() -> (plan: Plan, programme: Programme) {
    var plan = makePlan(days: 7, classes: 3)
    plan.calendar = calendar(days: 56)
    plan.rotations[0].runs = .exactly(8)
    plan.rotations[0].trainees = .people(20 * 3 * 8)
    let rooms = (1...2).map { plan.add(venue: "Room \($0)") }
    let teachers = (1...2).map { number in plan.add(teacher: "T\(number)") { $0.mostPerWeek = 8 } }
    plan.session("Opening", .run) {
      $0.isFirst = true
      $0.places = rooms
    }
    plan.session("Seminar", meetings: 2) {
      $0.places = rooms
      $0.teachers = [.init(candidates: teachers)]
    }
    plan.session("Practice") {
      $0.periods = 2
      $0.places = rooms
      $0.relations = [.init(kind: .after, session: "Seminar")]
    }
    plan.preferences = [
      Preference(wish: .compactDays), Preference(wish: .balancedTeachers, weight: 3),
    ]
    return (plan, RotationArithmetic.programme(for: plan).programme)
  }

  @Test func windowsHoldEverySessionAndDoNotMeet() throws {
    let (plan, programme) = course()
    let whole = Whole(plan: plan, programme: programme, start: Timetable())
    let windows = try #require(Windows(of: whole, size: 10))
    let positions = windows.stages.joined().flatMap(\.sessions)
    #expect(positions.sorted() == Array(programme.sessions.indices))
    #expect(windows.stages.contains { $0.count > 1 })
    for stage in windows.stages {
      for (earlier, later) in zip(stage, stage.dropFirst()) {
        #expect(earlier.weeks.upperBound < later.weeks.lowerBound)
      }
      for window in stage {
        for session in window.sessions.map({ programme.sessions[$0] }) {
          #expect(
            session.days.allSatisfy { window.weeks.contains(plan.calendar.days[$0].day.week) })
        }
      }
    }
    #expect(Windows(of: whole, size: 1_000) == nil)
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func answersAreVerifiedAndTheSameForAnyThreads(seed: UInt64) throws {
    let (plan, programme) = course()
    var start = Timetable()
    // One session that the planner has put where it must stay.
    let opening = try #require(programme.sessions.first { $0.identity.audience == .run(3) })
    start.placements[opening.identity] = Timetable.Placement(
      day: plan.calendar.days[opening.days[0]].day, period: "am1", places: ["Room 2"],
      isLocked: true)
    let whole = Whole(plan: plan, programme: programme, start: start)
    let results = try [1, 2, 8].map { threads in
      let options = SolveOptions(seed: seed, steps: 4_000, threads: threads)
      let windows = try #require(
        WindowSolver(whole, options, leastToSplit: 1, leastInWindow: 10))
      return windows.solve(clock: { 0 }, isCancelled: { false }, progress: { _ in })
    }
    for result in results {
      #expect(result.timetable == results[0].timetable)
      #expect(result.cost == results[0].cost)
    }
    let result = results[0]
    #expect(result.unplaced.isEmpty)
    #expect(result.steps <= 4_200)
    #expect(result.timetable.placements.values.count(where: \.isLocked) == 1)
    #expect(result.timetable.placements[opening.identity] == start.placements[opening.identity])
    let violations = Verifier.violations(
      plan: plan, programme: programme, timetable: result.timetable)
    #expect(violations.filter { $0.rule != .arithmetic } == [])
    let costs = Verifier.costs(plan: plan, programme: programme, timetable: result.timetable)
    #expect(result.cost == costs.reduce(0) { $0 + $1.cost })
  }

  /// Who already has a timetable wants it improved, not made anew by the week.
  @Test func aTimetableIsNotMadeAnew() {
    let (plan, programme) = course()
    let options = SolveOptions(seed: 1, steps: 4_000)
    let made = Solver.solve(
      plan: plan, programme: programme, from: Timetable(), options: options, clock: { 0 },
      isCancelled: { false }, progress: { _ in })
    let whole = Whole(plan: plan, programme: programme, start: made.timetable)
    #expect(WindowSolver(whole, options, leastToSplit: 1, leastInWindow: 10) == nil)
  }
}
