import RotaArithmetic
import RotaPlanning
import RotaVerifier
import Synchronization
import Testing

@testable import RotaTimetabling

@Suite struct SolverTests {
  @Test func aRotationOfZhengzhousSizeIsPlaced() {
    let solution = solve(zhengzhou(), steps: 30_000, recounts: 0)
    #expect(solution.programme.sessions.count > 350)
    #expect(solution.result.unplaced.isEmpty)
  }

  @Test func countsNeverDrift() {
    let solution = solve(zhengzhou(), steps: 2_000)
    #expect(solution.result.steps >= 900)
  }

  @Test func aPlanWithoutSessionsHasAnAnswer() {
    var plan = makePlan(classes: 2)
    plan.preferences = [
      Preference(wish: .compactDays), Preference(wish: .balancedTeachers),
      Preference(wish: .keepPublished(nil)),
    ]
    let solution = solve(plan)
    #expect(solution.programme.sessions.isEmpty)
    #expect(solution.timetable.placements.isEmpty)
    #expect(solution.result.isBest)
    let again = solve(plan, from: solution.timetable, repairs: true)
    #expect(again.result.leastChanges == 0)
    #expect(again.timetable.placements.isEmpty)
  }

  @Test func theSameSeedGivesTheSameTimetable() {
    let first = solve(zhengzhou(), seed: 7, steps: 6_000, recounts: 0)
    let second = solve(zhengzhou(), seed: 7, steps: 6_000, recounts: 0)
    let third = solve(zhengzhou(), seed: 8, steps: 6_000, recounts: 0)
    #expect(first.timetable == second.timetable)
    #expect(first.result.cost == second.result.cost)
    #expect(first.timetable != third.timetable)
  }

  @Test func lockedSessionsStayAndOthersWorkAroundThem() {
    let plan = makePlan(days: 2, classes: 2) { plan in
      let rooms = (1...2).map { number in plan.add(venue: "Room \(number)") }
      plan.session("A", meetings: 2) { $0.places = rooms }
      plan.session("B") { $0.places = rooms }
    }
    let free = solve(plan)
    var start = free.timetable
    for (identity, placement) in start.placements where identity.session == "A" {
      start.placements[identity]?.isLocked = true
      start.placements[identity]?.day = placement.day
    }
    for (identity, _) in start.placements where identity.session == "B" {
      start.placements[identity] = nil
    }
    let again = solve(plan, from: start, seed: 5)
    #expect(again.result.unplaced.isEmpty)
    for (identity, placement) in start.placements {
      #expect(again.timetable.placements[identity] == placement)
    }
    let violations = Verifier.violations(
      plan: plan, programme: again.programme, timetable: again.timetable)
    #expect(violations.isEmpty)
  }

  @Test func lockedSessionsStayEvenWhereTheyBreakRules() {
    let plan = makePlan(days: 2) { plan in
      let room = plan.add(venue: "Room")
      let li = plan.add(teacher: "Li")
      for name in ["A", "B", "C", "D"] {
        plan.session(name) {
          $0.places = [room]
          $0.periods = 2
          $0.teachers = [.init(candidates: [li])]
        }
      }
    }
    let programme = RotationArithmetic.programme(for: plan).programme
    var start = Timetable()
    // Two at once, the second cut off by noon; one in no known place; one on no teaching day.
    let days = [firstDay, firstDay, firstDay.advanced(by: 1), firstDay.advanced(by: 5)]
    let periods = ["am2", "am2", "pm2", "am1"]
    let places = [["Room"], ["Room"], ["Nowhere"], ["Room"]]
    for (index, session) in programme.sessions.enumerated() {
      start.placements[session.identity] = Timetable.Placement(
        day: days[index], period: periods[index], places: places[index],
        teachers: ["Li", "Nobody", "Li"], isLocked: true)
    }
    let (result, drifts) = Solver.solve(
      plan: plan, programme: programme, from: start, options: SolveOptions(steps: 500),
      recounts: 500, clock: { 0 }, isCancelled: { false }, progress: { _ in })
    #expect(drifts.isEmpty)
    #expect(result.timetable == start)
    #expect(result.unplaced.isEmpty)
  }

  @Test func aGoodStartIsKeptAndABadOneMended() {
    let plan = makePlan(days: 2) { plan in
      for name in ["A", "B", "C"] { plan.session(name) }
    }
    let programme = RotationArithmetic.programme(for: plan).programme
    var start = Timetable()
    for session in programme.sessions {
      start.placements[session.identity] = Timetable.Placement(day: firstDay, period: "pm1")
    }
    let result = Solver.solve(
      plan: plan, programme: programme, from: start, options: SolveOptions(steps: 0),
      clock: { 0 }, isCancelled: { false }, progress: { _ in })
    // The first keeps its place, and the others go where they fit, even with no step to search.
    #expect(result.unplaced.isEmpty)
    #expect(
      result.timetable.placements.values.count { $0.period == "pm1" && $0.day == firstDay } == 1)
    #expect(solve(plan, from: start).result.unplaced.isEmpty)
  }

  @Test func cancellingKeepsTheBestSoFar() {
    let plan = zhengzhou()
    let programme = RotationArithmetic.programme(for: plan).programme
    let looks = Mutex(0)
    let result = Solver.solve(
      plan: plan, programme: programme, from: Timetable(), options: SolveOptions(),
      recounts: 0, clock: { 0 },
      isCancelled: {
        looks.withLock {
          $0 += 1
          return $0 > 5
        }
      }, progress: { _ in }
    ).result
    #expect(result.wasCancelled)
    #expect(result.steps < SolveOptions.defaultSteps)
    #expect(!result.timetable.isEmpty)
    #expect(result.timetable.placements.count + result.unplaced.count == programme.sessions.count)
    let violations = Verifier.violations(
      plan: plan, programme: programme, timetable: result.timetable)
    #expect(violations.isEmpty)
  }

  @Test func wallTimeEndsTheSearch() {
    let plan = zhengzhou()
    let programme = RotationArithmetic.programme(for: plan).programme
    let now = Mutex(0.0)
    let told = Mutex<[Double]>([])
    let result = Solver.solve(
      plan: plan, programme: programme, from: Timetable(),
      options: SolveOptions(steps: 1, seconds: 5), recounts: 0,
      clock: {
        now.withLock {
          // Few enough of the looks at it are those between two cycles, of which nothing is told.
          $0 += 0.05
          return $0
        }
      }, isCancelled: { false },
      progress: { progress in told.withLock { $0.append(progress.fraction) } }
    ).result
    let fractions = told.withLock { $0 }
    #expect(!result.wasCancelled)
    #expect(result.steps > 5_000)
    #expect(fractions == fractions.sorted())
    #expect((fractions.last ?? 0) > 0.9)
  }

  @Test func anEmptyPlanHasAnEmptyTimetable() {
    let solution = solve(Plan())
    #expect(solution.timetable.isEmpty)
    #expect(solution.result.cost == 0)
    #expect(solution.result.unplaced.isEmpty)
  }

  @Test func sessionsWithoutAnyStartSayWhy() {
    let plan = makePlan(days: 1, classes: 2) { plan in
      let room = plan.add(venue: "Room") { $0.seats = 10 }
      let li = plan.add(teacher: "Li") { $0.availability.excluded = [Window()] }
      plan.session("A") { $0.periods = 3 }
      plan.session("B") { $0.places = [room] }
      plan.session("C") { $0.teachers = [.init(candidates: [li])] }
    }
    let solution = solve(plan)
    #expect(solution.result.unplaced.count == 6)
    #expect(solution.reasons("A") == [.init(.noStart, starts: 4)])
    #expect(solution.reasons("B") == [.init(.noPlace, starts: 4)])
    #expect(solution.reasons("C") == [.init(.teachersAway, starts: 4)])
  }
}
