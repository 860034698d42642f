import FixtureSupport
import LocalSearch
import RotaPlanning
import Testing

@testable import RotaTimetabling

/// What cannot cost less is known before the search, and ends it. `solve` compares every bound with
/// the cost reached.
@Suite struct BoundTests {
  private func bound(
    _ wish: Preference.Wish, days: Int = 2, classes: Int = 1,
    _ change: (inout Plan) -> Void
  ) -> Int {
    var plan = makePlan(days: days, classes: classes, change)
    plan.preferences = [Preference(wish: wish, weight: 3)]
    let solution = solve(plan)
    #expect(solution.result.unplaced.isEmpty)
    #expect(solution.result.isBest == (solution.result.cost == solution.result.bound))
    return solution.result.bound
  }

  @Test func lonelyPeriods() {
    let least = bound(.noLonelyPeriods) { plan in
      plan.session("A", meetings: 2) { $0.mostPerDay = 1 }
    }
    #expect(least == 6)
  }

  @Test func gaps() {
    let least = bound(.compactDays, days: 1) { plan in
      plan.session("A") { $0.atPeriods = ["am1"] }
      plan.session("B") { $0.atPeriods = ["pm2"] }
    }
    #expect(least == 6)
  }

  @Test func daysMissing() {
    let least = bound(.spreadDays) { plan in
      plan.session("A", meetings: 4) {
        $0.mostPerDay = 3
        $0.leastDays = 3
      }
    }
    #expect(least == 3)
  }

  @Test func loads() {
    let least = bound(.dailyLoad(2...3)) { plan in
      plan.session("A", meetings: 2) { $0.mostPerDay = 1 }
    }
    #expect(least == 6)
  }

  @Test func seats() {
    let least = bound(.enoughSeats, days: 1, classes: 5) { plan in
      let rooms = [
        plan.add(venue: "Large") { $0.seats = 20 }, plan.add(venue: "Small") { $0.seats = 18 },
      ]
      plan.session("A") { $0.places = rooms }
    }
    // Four of the five have the large room, one after the other.
    #expect(least == 6)
  }

  @Test func roomsOfAClass() {
    let least = bound(.sameRoom) { plan in
      let rooms = (0..<3).map { plan.add(venue: "Room \($0)") }
      for number in 0..<3 { plan.session("A\(number)") { $0.places = [rooms[number]] } }
    }
    #expect(least == 6)
  }

  @Test func roomsOfASeries() {
    let least = bound(.sameRoomForModule) { plan in
      let rooms = (0..<2).map { number in
        plan.add(venue: "Room \(number)") {
          $0.availability.allowed = [
            Window(dates: firstDay.advanced(by: number)...firstDay.advanced(by: number))
          ]
        }
      }
      plan.session("A", meetings: 2) { $0.places = rooms }
    }
    #expect(least == 3)
  }

  @Test func startsOfAForm() {
    let least = bound(.early(form: nil), days: 1, classes: 2) { plan in
      let teacher = plan.add(teacher: "Li")
      plan.session("A") { $0.teachers = [.init(candidates: [teacher])] }
    }
    #expect(least == 3)
  }

  @Test func timesThatATeacherAvoids() {
    let avoidance = Avoidance(.teacher(TeacherID(0)), windows: [Window(times: 0..<720)])
    let least = bound(.avoid(avoidance), days: 1) { plan in
      let teacher = plan.add(teacher: "Li")
      plan.session("A", meetings: 3) {
        $0.mostPerDay = 3
        $0.teachers = [.init(candidates: [teacher])]
      }
    }
    #expect(least == 3)
  }

  /// What comes before is there once, however many rules say that it does.
  @Test(arguments: [false, true]) func twoRulesOfOrderForOnePair(isLast: Bool) {
    let least = bound(.early(form: nil), days: 1) { plan in
      plan.session("A") { $0.isFirst = !isLast }
      plan.session("B") {
        $0.relations = [.init(kind: .after, session: "A")]
        $0.isLast = isLast
      }
    }
    #expect(least == 3)
  }

  /// A locked session stays where it costs something, even where it breaks a rule.
  @Test func lockedSessions() {
    var plan = makePlan(days: 1) { plan in
      for name in ["A", "B", "C"] { plan.session(name) { $0.notAtPeriods = ["am2"] } }
    }
    plan.preferences = [
      Preference(wish: .noLonelyPeriods, weight: 2), Preference(wish: .compactDays),
    ]
    let first = solve(plan)
    #expect(first.result.bound == 3)
    var start = Timetable()
    for session in first.programme.sessions.dropLast() {
      start.placements[session.identity] = .init(day: firstDay, period: "am1", isLocked: true)
    }
    let again = solve(plan, from: start)
    #expect(again.result.cost == 5)
    #expect(again.result.bound <= 5)
  }

  /// Nobody can tell how good a timetable is that leaves sessions out; then nothing is best.
  @Test func incompleteTimetables() {
    var plan = makePlan(days: 1) { plan in
      plan.session("A", meetings: 5) { $0.mostPerDay = 5 }
    }
    plan.preferences = [Preference(wish: .noLonelyPeriods)]
    let solution = solve(plan)
    #expect(!solution.result.unplaced.isEmpty)
    #expect(!solution.result.isBest)
  }

  /// Plans at random with wishes that pull against each other; `solve` checks that no cost found is
  /// below the bound.
  @Test(arguments: Soak.seeds(30))
  func boundsHoldForPlansAtRandom(seed: UInt64) {
    var random = RandomSource(seed: seed)
    func chance(_ percent: Int) -> Bool { random.below(100) < percent }
    func pick<T>(_ items: [T], _ percent: Int) -> [T] { items.filter { _ in chance(percent) } }
    var plan = makePlan(days: 2 + random.below(2), classes: 1 + random.below(3))
    let rooms = (0..<3).map { number in
      plan.add(venue: "Room \(number)") {
        $0.seats = 10 + 5 * random.below(4)
        if chance(30) { $0.availability.excluded = [Window(times: 840..<1030)] }
      }
    }
    let teachers = (0..<2).map { plan.add(teacher: "T\($0)") }
    let audiences: [SessionTemplate.Audience] = [.run, .studyClass, .studyClass, .groups(of: 10)]
    for number in 0..<(2 + random.below(2)) {
      let meetings = 1 + random.below(2)
      plan.session("A\(number)", audiences[random.below(audiences.count)], meetings: meetings) {
        $0.periods = chance(20) ? 2 : 1
        $0.mostPerDay = 1 + random.below(2)
        $0.leastDays = chance(70) ? meetings : nil
        $0.places = chance(80) ? [rooms[random.below(3)], rooms[random.below(3)]] : []
        let candidates = pick(teachers, 50)
        if !candidates.isEmpty { $0.teachers = [.init(candidates: candidates)] }
        if chance(30) { $0.excluded = [Window(times: 510..<600)] }
      }
    }
    let afternoon = [Window(times: 840..<1030)]
    plan.preferences = pick(
      [
        .enoughSeats, .spreadDays, .noLonelyPeriods, .compactDays, .sameRoom, .sameRoomForModule,
        .dailyLoad(2...3), .early(form: nil),
        .avoid(Avoidance(.teacher(teachers[0]), windows: afternoon)),
        .avoid(Avoidance(.place(rooms[0]), windows: afternoon)),
      ] as [Preference.Wish], 50
    ).map { Preference(wish: $0, weight: 1 + random.below(4)) }
    var start = solve(plan, seed: seed, steps: 3_000, recounts: 0).timetable
    let long = plan.modules[0].sessions.filter { $0.periods > 1 }.map(\.name)
    // Locked where they are, and some elsewhere, rules or no rules.
    for (number, identity) in start.placements.keys.sorted(by: { "\($0)" < "\($1)" }).enumerated()
    where chance(40) {
      start.placements[identity]?.isLocked = true
      // One that no longer fits its day would not be counted by all in the same way.
      if number % 3 == 0, !long.contains(identity.session) {
        start.placements[identity]?.period = "am2"
      }
    }
    _ = solve(plan, from: start, seed: seed, steps: 1_500, recounts: 0)
  }
}
