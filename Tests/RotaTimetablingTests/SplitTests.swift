import FixtureSupport
import LocalSearch
import RotaArithmetic
import RotaPlanning
import RotaVerifier
import Testing

@testable import RotaTimetabling

/// Splitting changes neither what holds of an answer nor, for any number of threads, the answer.
@Suite struct SplitTests {
  @Test(arguments: Soak.seeds(6))
  func splitAnswersAreVerifiedAndTheSameForAnyThreads(seed: UInt64) throws {
    let plan = sideBySide((0..<4).map { randomPlan(seed * 10 + $0) })
    let programme = RotationArithmetic.programme(for: plan).programme
    let first = try answers(plan, programme, from: Timetable(), seed: seed)
    #expect(
      Verifier.violations(plan: plan, programme: programme, timetable: first.timetable)
        .filter { $0.rule != .arithmetic } == [])

    // From the answer with a third of it locked, again.
    var start = first.timetable
    var random = RandomSource(seed: seed)
    for session in programme.sessions where random.below(3) == 0 {
      start.placements[session.identity]?.isLocked = true
    }
    let again = try answers(plan, programme, from: start, seed: seed + 100)
    #expect(again.unplaced.count <= first.unplaced.count)
    for (identity, placement) in start.placements where placement.isLocked {
      #expect(again.timetable.placements[identity] == placement)
    }
  }

  /// The answer in parts with one thread, which must be that with two and with eight.
  private func answers(
    _ plan: Plan, _ programme: Programme, from start: Timetable, seed: UInt64
  ) throws -> SolveResult {
    let whole = Whole(plan: plan, programme: programme, start: start)
    let results = try [1, 2, 8].map { threads in
      let parts = try #require(
        PartSolver(
          whole, SolveOptions(seed: seed, steps: 2_400, threads: threads), leastToSplit: 1,
          leastInPart: 1))
      return parts.solve(clock: { 0 }, isCancelled: { false }, progress: { _ in })
    }
    for result in results {
      #expect(result.timetable == results[0].timetable)
      #expect(result.cost == results[0].cost)
      #expect(result.unplaced.map(\.session) == results[0].unplaced.map(\.session))
    }
    let result = results[0]
    let costs = Verifier.costs(plan: plan, programme: programme, timetable: result.timetable)
    #expect(result.cost == costs.reduce(0) { $0 + $1.cost })
    let missing = Verifier.unplaced(programme: programme, timetable: result.timetable)
    #expect(result.unplaced.map(\.session) == missing)
    return result
  }

  @Test func balancedExchangeJoinsWhatItCounts() {
    var plan = sideBySide((0..<3).map { randomPlan(21 + $0) })
    func count() -> Int {
      let programme = RotationArithmetic.programme(for: plan).programme
      return Components(of: Whole(plan: plan, programme: programme, start: Timetable()))
        .sessions.count
    }
    let parts = count()
    for index in plan.teachers.indices where plan.teachers[index].school == nil {
      plan.teachers[index].school = SchoolID(index % plan.schools.count)
    }
    plan.preferences.append(Preference(wish: .balancedExchange, weight: 1))
    #expect(count() < parts)
  }

  /// Sites without a limit are in nobody's way, but what one run has of them another has not.
  @Test func sharedSitesJoinTheRunsThatShareThem() {
    var plan = makePlan(days: 2, classes: 4) { plan in
      plan.calendar = calendar(days: 4)
      plan.rotations[0].runs = .exactly(2)
      let sites = ["Museum", "Port"].map { plan.add(site: $0) }
      plan.session("A", .studyClass) { $0.places = sites }
    }
    func count() -> Int {
      let programme = RotationArithmetic.programme(for: plan).programme
      return Components(of: Whole(plan: plan, programme: programme, start: Timetable()))
        .sessions.count
    }
    #expect(count() == 4)
    plan.preferences = [Preference(wish: .sharedPlaces(.site, among: .runs))]
    #expect(count() == 1)
  }

  @Test(arguments: Soak.seeds(8))
  func componentsShareNothing(seed: UInt64) {
    let plan = sideBySide((0..<3).map { randomPlan(seed * 7 + $0) })
    let programme = RotationArithmetic.programme(for: plan).programme
    let whole = Whole(plan: plan, programme: programme, start: Timetable())
    let components = Components(of: whole).sessions
    #expect(components.count >= 3)
    #expect(components.flatMap { $0 }.sorted() == Array(programme.sessions.indices))
    var ownerOfClass: [ClassID: Int] = [:]
    var ownerOfVenue: [PlaceID: Int] = [:]
    var ownerOfTeacher: [TeacherID: Int] = [:]
    for (number, sessions) in components.enumerated() {
      for session in sessions.map({ programme.sessions[$0] }) {
        for id in session.classes {
          #expect(ownerOfClass.updateValue(number, forKey: id) ?? number == number)
        }
        for id in session.places where plan[id].role == .venue {
          #expect(ownerOfVenue.updateValue(number, forKey: id) ?? number == number)
        }
        for id in plan.template(of: session).teachers.flatMap(\.candidates) {
          #expect(ownerOfTeacher.updateValue(number, forKey: id) ?? number == number)
        }
      }
    }
  }

  /// A part of all sessions leaves out only what none of them needs, so that nothing else changes.
  @Test(arguments: Soak.seeds(8))
  func aPartOfEverythingIsTheWhole(seed: UInt64) {
    let plan = randomPlan(seed)
    let programme = RotationArithmetic.programme(for: plan).programme
    let options = SolveOptions(seed: seed, steps: 800)
    func solved(_ plan: Plan, _ programme: Programme, _ start: Timetable) -> SolveResult {
      Solver.solve(
        plan: plan, programme: programme, from: start, options: options, clock: { 0 },
        isCancelled: { false }, progress: { _ in })
    }
    let whole = Whole(plan: plan, programme: programme, start: Timetable())
    let part = Part(of: Array(programme.sessions.indices), in: whole)
    let first = solved(plan, programme, Timetable())
    let second = solved(part.plan, part.programme, part.start)
    #expect(first.timetable == second.timetable)
    #expect(first.cost == second.cost)
    #expect(first.unplaced.map(\.session) == second.unplaced.map(\.session))
    #expect(first.unplaced.map(\.reasons) == second.unplaced.map(\.reasons))
  }

  @Test func smallComponentsGoTogether() {
    let plan = sideBySide(
      (1...6).map { _ in makePlan(classes: 2) { $0.session("A", meetings: 2) } })
    let programme = RotationArithmetic.programme(for: plan).programme
    let components = Components(
      of: Whole(plan: plan, programme: programme, start: Timetable()))
    // Every class by itself, with two meetings.
    #expect(components.sessions.map(\.count) == Array(repeating: 2, count: 12))
    #expect(components.bundles(ofAtLeast: 2) == components.sessions)
    #expect(components.bundles(ofAtLeast: 5).map(\.count) == [6, 6, 6, 6])
    #expect(components.bundles(ofAtLeast: 9).map(\.count) == [10, 10, 4])
    #expect(components.bundles(ofAtLeast: 100).map(\.count) == [24])
  }

  @Test func aLockedTeacherBindsComponents() throws {
    var plan = sideBySide([
      makePlan { $0.session("A") }, makePlan { $0.session("B") },
    ])
    plan.teachers = [Teacher(name: "Li")]
    let programme = RotationArithmetic.programme(for: plan).programme
    var start = Timetable()
    for session in programme.sessions {
      start.placements[session.identity] = Timetable.Placement(
        day: firstDay, period: "am1", teachers: ["Li"], isLocked: true)
    }
    func count(_ start: Timetable) -> Int {
      Components(of: Whole(plan: plan, programme: programme, start: start)).sessions.count
    }
    #expect(count(Timetable()) == 2)
    #expect(count(start) == 1)
  }

  @Test func threadsShareTheTimeThatIsLeft() throws {
    let schedule = Schedule(sizes: [10, 40, 30, 20], threads: 2, seconds: 10, began: 100)
    var shares: [Int: Double] = [:]
    for _ in 0..<4 {
      let next = try #require(schedule.next(at: 100))
      shares[next.part] = next.seconds
    }
    #expect(shares[1] == 8)
    #expect(schedule.next(at: 100) == nil)
    // The last of them may take all that is left.
    #expect(shares[0] == 10)
    let late = Schedule(sizes: [1, 1], threads: 1, seconds: 10, began: 100)
    #expect(late.next(at: 100)?.seconds == 5)
    #expect(late.next(at: 120)?.seconds == 0)
    #expect(Schedule(sizes: [1], threads: 1, seconds: nil, began: 0).next(at: 5)?.seconds == nil)
  }
}
