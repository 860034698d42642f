import FixtureSupport
import LocalSearch
import RotaArithmetic
import RotaPlanning
import RotaVerifier
import Testing

@testable import RotaTimetabling

/// Repairs of a timetable that people have been given.
@Suite struct KeepTests {
  /// Every rule and wish in the mix, a published timetable, and a plan that has changed since: what
  /// comes out is verified, costs what the verifier counts, and all counts survive a recount.
  @Test(arguments: Soak.seeds(40))
  func repairsAreVerified(seed: UInt64) {
    var random = RandomSource(seed: seed)
    var plan = randomPlan(seed)
    plan.preferences.append(Preference(wish: .keepPublished(nil), weight: 3))
    if random.below(2) == 0 {
      let aspect = Publication.Aspect.allCases[random.below(3)]
      plan.preferences.append(Preference(wish: .keepPublished(aspect), weight: 2))
    }
    let first = solve(plan, seed: seed, steps: 1_200)
    let published = first.published
    disturb(&plan, &random)
    for repairs in [true, false] {
      let again = solve(plan, from: published, seed: seed, steps: 900, repairs: repairs)
      let violations = Verifier.violations(
        plan: plan, programme: again.programme, timetable: again.timetable)
      #expect(violations.filter { $0.rule != .arithmetic } == [])
      #expect(again.timetable.publication == published.publication)
      if again.result.unplaced.isEmpty {
        #expect(again.result.leastChanges <= again.changes)
      }
    }
  }

  /// Nothing has changed, so nothing moves, whatever else the plan would have.
  @Test(arguments: Soak.seeds(20))
  func whatIsSoundStays(seed: UInt64) {
    var plan = randomPlan(seed)
    plan.preferences = [Preference(wish: .keepPublished(nil), weight: 1)]
    let first = solve(plan, seed: seed, steps: 1_200)
    guard first.result.unplaced.isEmpty else { return }
    let again = solve(plan, from: first.published, seed: seed + 1, steps: 900, repairs: true)
    #expect(again.changes == 0)
    #expect(again.timetable.placements == first.timetable.placements)
  }

  /// Where nothing was published the placements at hand are the home of every session.
  @Test func withNothingPublishedWhatThereIsStays() {
    let plan = makePlan(days: 3, classes: 3) { plan in
      let rooms = (0..<3).map { plan.add(venue: "V\($0)") }
      for number in 0..<3 { plan.session("A\(number)") { $0.places = rooms } }
    }
    let first = solve(plan, seed: 4)
    var start = first.timetable
    let gone = first.programme.sessions[0].identity
    start.placements[gone] = nil
    let again = solve(plan, from: start, seed: 9, repairs: true)
    for (identity, placement) in start.placements {
      #expect(again.timetable.placements[identity] == placement)
    }
    #expect(again.timetable.placements[gone] != nil)
  }

  /// The teacher of one session falls ill: another takes it over at the same time and place, and a
  /// session that has that teacher already keeps it.
  @Test func onlyWhatIsBrokenMoves() {
    var plan = makePlan(days: 3, classes: 2) { plan in
      let room = [plan.add(venue: "Hall"), plan.add(venue: "Room")]
      let both = [plan.add(teacher: "Rivera"), plan.add(teacher: "Okafor")]
      for number in 0..<4 {
        plan.session("A\(number)") {
          $0.places = room
          $0.teachers = [.init(candidates: both)]
        }
      }
    }
    let first = solve(plan)
    #expect(first.result.unplaced.isEmpty)
    plan.teachers[0].availability.excluded = [Window(weekdays: [.monday])]
    plan.preferences = [Preference(wish: .keepPublished(nil), weight: 5)]
    let broken = Verifier.violations(
      plan: plan, programme: first.programme, timetable: first.timetable)
    let again = solve(plan, from: first.published, steps: 20_000, repairs: true)
    #expect(broken.count > 0)
    #expect(again.result.leastChanges == broken.count)
    #expect(again.changes == broken.count)
  }

  /// Two rules say that A comes before B; both are published as early as that leaves them room.
  @Test func nothingNeedChangeWhereAllIsSound() {
    var plan = makePlan(days: 1) { plan in
      plan.session("A") { $0.isFirst = true }
      plan.session("B") {
        $0.relations = [.init(kind: .after, session: "A")]
        $0.atPeriods = ["am2", "pm1"]
      }
    }
    plan.preferences = [Preference(wish: .early(form: nil))]
    let first = solve(plan)
    #expect(first.placements("B").map(\.period) == ["am2"])
    plan.preferences = [Preference(wish: .keepPublished(nil))]
    let again = solve(plan, from: first.published, repairs: true)
    #expect(again.changes == 0)
    #expect(again.result.leastChanges == 0)
  }

  /// Rotations that share nothing are repaired apart, and what is published costs what it does.
  @Test func partsKeepWhatIsPublished() throws {
    var plan = makePlan(days: 3, classes: 3) { plan in
      let rooms = (0..<3).map { plan.add(venue: "V\($0)") }
      for number in 0..<3 { plan.session("A\(number)") { $0.places = rooms } }
    }
    let rooms = (3..<6).map { plan.add(venue: "V\($0)") }
    var module = Module(name: "N")
    module.sessions = plan.modules[0].sessions
    for index in module.sessions.indices { module.sessions[index].places = rooms }
    plan.modules.append(module)
    var second = plan.rotations[0]
    second.name = "S"
    second.modules = [ModuleID(1)]
    plan.rotations.append(second)
    plan.preferences = [Preference(wish: .keepPublished(nil), weight: 4)]
    let first = solve(plan)
    plan.places[1].availability.excluded = [Window(weekdays: [.monday, .tuesday, .wednesday])]
    plan.places[4].availability.excluded = [Window(weekdays: [.monday])]
    let whole = Whole(plan: plan, programme: first.programme, start: first.published)
    let parts = try #require(
      PartSolver(
        whole, SolveOptions(seed: 2, steps: 4_000, repairs: true), leastToSplit: 1, leastInPart: 1))
    let result = parts.solve(clock: { 0 }, isCancelled: { false }, progress: { _ in })
    let again = Solution(plan: plan, programme: first.programme, result: result)
    #expect(result.unplaced.isEmpty)
    #expect(result.timetable.publication == first.published.publication)
    #expect(result.cost == 4 * again.changes)
    #expect(again.changes >= result.leastChanges && result.leastChanges > 0)
    #expect(
      Verifier.violations(plan: plan, programme: first.programme, timetable: result.timetable)
        == [])
  }

  /// One session fits nowhere, and those that it throws out go round and round with it; others that
  /// are free are placed all the same.
  @Test func nothingIsLeftOutThatFits() {
    var plan = makePlan(days: 1, classes: 4) { plan in
      let hall = [plan.add(venue: "Hall")]
      let rooms = (0..<4).map { plan.add(venue: "V\($0)") }
      for number in 0..<3 { plan.session("A\(number)") { $0.places = rooms } }
      plan.session("Talk") { $0.places = hall }
    }
    let first = solve(plan)
    plan.places[0].availability.excluded = [Window(times: 0..<700)]
    let again = solve(plan, from: first.published, steps: 60_000, repairs: true)
    for unplaced in again.result.unplaced {
      #expect(unplaced.session.session == "Talk")
      #expect(!unplaced.reasons.isEmpty)
    }
  }

  /// A plain search takes, of timetables that cost the same, the one that is there.
  @Test(arguments: Soak.seeds(12))
  func whatCannotBeBetteredStays(seed: UInt64) {
    let plan = randomPlan(seed)
    let first = solve(plan, seed: seed, steps: 4_000)
    guard first.result.unplaced.isEmpty else { return }
    let again = solve(plan, from: first.timetable, seed: seed + 9, steps: 4_000)
    #expect(again.result.unplaced.isEmpty)
    #expect(again.result.cost <= first.result.cost)
    if first.result.isBest {
      #expect(again.timetable.placements == first.timetable.placements)
    }
  }

  @Test func theNumberOfThreadsChangesNothing() {
    var plan = randomPlan(7)
    plan.preferences.append(Preference(wish: .keepPublished(nil), weight: 3))
    let first = solve(plan, seed: 7)
    var random = RandomSource(seed: 7)
    disturb(&plan, &random)
    let programme = RotationArithmetic.programme(for: plan).programme
    let results = [1, 2, 8].map { threads in
      Solver.solve(
        plan: plan, programme: programme, from: first.published,
        options: SolveOptions(seed: 3, steps: 9_000, threads: threads, repairs: true),
        clock: { 0 }, isCancelled: { false }, progress: { _ in })
    }
    for result in results {
      #expect(result.timetable == results[0].timetable)
      #expect(result.cost == results[0].cost)
    }
  }
}

/// Something befalls the plan: a teacher is ill, a place shut, a day lost, people more.
private func disturb(_ plan: inout Plan, _ random: inout RandomSource) {
  let window = Window(weekdays: [.monday, .tuesday], times: 500..<(700 + 100 * random.below(3)))
  switch random.below(4) {
  case 0: plan.teachers[random.below(plan.teachers.count)].availability.excluded.append(window)
  case 1: plan.places[random.below(plan.places.count)].availability.excluded.append(window)
  case 2:
    let calendar = plan.calendar
    plan.calendar = TeachingCalendar(
      dates: calendar.dates, weekdays: calendar.weekdays, periods: calendar.periods,
      closed: [Window(dates: firstDay...firstDay, times: 840..<1030)])
  default:
    if case .people(let people) = plan.rotations[0].trainees {
      plan.rotations[0].trainees = .people(people + 15)
    }
  }
}

extension Solution {
  /// The timetable, given to people.
  fileprivate var published: Timetable {
    var timetable = timetable
    timetable.publication = Publication.next(
      after: nil, on: firstDay, plan: plan, programme: programme, timetable: timetable)
    return timetable
  }

  /// Aspects in which sessions are not as published.
  fileprivate var changes: Int {
    var plan = plan
    plan.preferences = [Preference(wish: .keepPublished(nil))]
    return Verifier.costs(plan: plan, programme: programme, timetable: timetable)
      .reduce(0) { $0 + $1.count }
  }
}
