import FixtureSupport
import LocalSearch
import RotaPlanning
import Testing

@testable import RotaTimetabling

/// Plans drawn at random, with every rule and wish in the mix: what the solver places must satisfy
/// the verifier, its cost must be the verifier's, and its counts must survive a recount.
@Suite struct RandomPlanTests {
  @Test(arguments: Soak.seeds(40))
  func answersAreVerified(seed: UInt64) {
    let plan = randomPlan(seed)
    let solution = solve(plan, seed: seed, steps: 1_200)
    #expect(solution.programme.sessions.count > 0)
    solveAgain(solution, seed: seed)
  }

  /// Sessions of one period in venues, all of whose moves a grid works out before it makes them. The
  /// recounts last beyond the drafts, of which the best is gone back to.
  @Test(arguments: Soak.seeds(40))
  func plainAnswersAreVerified(seed: UInt64) {
    let solution = solve(plainPlan(seed), seed: seed, steps: 3_000, recounts: 2_000)
    let problem = ProblemBuilder.build(
      plan: solution.plan, programme: solution.programme, start: Timetable())
    #expect(problem.isPlain)
    solveAgain(solution, seed: seed)
  }

  /// From the answer with a third of it locked.
  private func solveAgain(_ solution: Solution, seed: UInt64) {
    var start = solution.timetable
    var random = RandomSource(seed: seed)
    for session in solution.programme.sessions where random.below(3) == 0 {
      start.placements[session.identity]?.isLocked = true
    }
    let again = solve(solution.plan, from: start, seed: seed + 100, steps: 600)
    #expect(again.result.unplaced.count <= solution.result.unplaced.count)
    for (identity, placement) in start.placements where placement.isLocked {
      #expect(again.timetable.placements[identity] == placement)
    }
  }
}

private func plainPlan(_ seed: UInt64) -> Plan {
  var random = RandomSource(seed: seed)
  func chance(_ percent: Int) -> Bool { random.below(100) < percent }
  func pick<T>(_ items: [T], _ percent: Int) -> [T] { items.filter { _ in chance(percent) } }
  var plan = makePlan(days: 3 + random.below(3), classes: 1 + random.below(5))
  let venues = (0..<(3 + random.below(3))).map { number in
    plan.add(venue: "V\(number)") {
      $0.seats = chance(50) ? nil : 10 + random.below(40)
      if chance(30) { $0.availability.excluded = [Window(times: 840..<930)] }
    }
  }
  let teachers = (0..<4).map { plan.add(teacher: "T\($0)") }
  for number in 0..<(4 + random.below(5)) {
    let meetings = 1 + random.below(4)
    plan.session(
      "A\(number)", chance(30) ? .run : .studyClass, meetings: meetings, form: "f\(number % 2)"
    ) {
      if chance(90) {
        let some = pick(venues, 70)
        $0.places = some.isEmpty ? venues : some
      }
      if chance(50) { $0.teachers = [.init(candidates: [teachers[random.below(4)]])] }
      $0.mostPerDay = meetings
      if meetings > 1, chance(60) { $0.leastDays = 2 + random.below(meetings - 1) }
      if chance(20) { $0.excluded = [Window(weekdays: [.monday], times: 600..<900)] }
      if chance(30) { $0.expected = 15 + 5 * number }
    }
  }
  plan.preferences = pick(
    [
      Preference(wish: .enoughSeats, weight: 1), Preference(wish: .spreadDays, weight: 5),
      Preference(wish: .noLonelyPeriods, weight: 2), Preference(wish: .compactDays, weight: 3),
      Preference(wish: .sameRoomForModule, weight: 1), Preference(wish: .sameRoom, weight: 2),
      Preference(wish: .early(form: "f1"), weight: 1), Preference(wish: .evenDays, weight: 2),
      Preference(wish: .dailyLoad(2...3), weight: 2),
    ] + avoidances(of: teachers[0], venues[0]), 60)
  return plan
}

func randomPlan(_ seed: UInt64) -> Plan {
  var random = RandomSource(seed: seed)
  func chance(_ percent: Int) -> Bool { random.below(100) < percent }
  func pick<T>(_ items: [T], _ percent: Int) -> [T] { items.filter { _ in chance(percent) } }
  let days = 2 + random.below(4)
  var plan = makePlan(days: days, classes: 1 + random.below(4))
  let runs = 1 + random.below(2)
  plan.calendar = calendar(days: days * runs)
  plan.rotations[0].runs = .exactly(runs)
  let classes = runs * (1 + random.below(3))
  plan.rotations[0].trainees = .people(20 * classes)
  if chance(30) { plan.rotations[0].mostSessionsPerDay = 2 + random.below(2) }

  plan.zones = [Zone(name: "Z0"), Zone(name: "Z1")]
  let venues = (0..<(1 + random.below(4))).map { number in
    plan.add(venue: "V\(number)") {
      $0.seats = chance(50) ? nil : 20 + random.below(60)
      $0.streams = chance(50)
      if chance(50) { $0.zone = ZoneID(number % 2) }
      if chance(30) { $0.availability.excluded = [Window(times: 840..<(850 + random.below(90)))] }
    }
  }
  let sites = (0..<random.below(4)).map { number in
    plan.add(site: "S\(number)") {
      $0.seats = chance(50) ? nil : 20 + random.below(60)
      $0.travel = chance(70) ? 10 * random.below(9) : nil
    }
  }
  if chance(60) { _ = plan.add("buses", .buses, 1 + random.below(5), seats: 15) }
  let screens = plan.add("screens", .other, 1 + random.below(3))
  let teachers = (0..<(1 + random.below(5))).map { number in
    plan.add(teacher: "T\(number)") {
      $0.isRemote = chance(20)
      $0.mostPerDay = chance(30) ? 1 + random.below(2) : nil
      $0.mostPerWeek = chance(20) ? 1 + random.below(4) : nil
      if chance(20) { $0.availability.allowed = [Window(times: 500..<935)] }
    }
  }

  plan.schools = [School(name: "North"), School(name: "South")]
  for index in plan.teachers.indices where chance(60) {
    plan.teachers[index].school = SchoolID(index % 2)
  }
  if chance(60) { plan.rotations[0].school = SchoolID(0) }
  let audiences: [SessionTemplate.Audience] = [
    .run, .studyClass, .studyClass, .groups(of: 7), .groups(of: 10),
  ]
  let kinds: [SessionTemplate.Relation.Kind] = [
    .after, .before, .rightAfter, .sameDay, .notSameDay, .atLeastDaysAfter(1), .withinDays(1),
  ]
  let count = 2 + random.below(5)
  for number in 0..<count {
    let audience = audiences[random.below(audiences.count)]
    plan.session("A\(number)", audience, meetings: 1 + random.below(3), form: "f\(number % 2)") {
      $0.periods = 1 + random.below(2)
      $0.mostPerDay = 1 + random.below(2)
      if $0.meetings > 1, chance(40) { $0.leastDays = 2 }
      $0.inDoubles = $0.meetings > 1 && $0.mostPerDay > 1 && chance(50)
      $0.acrossBreaks = chance(20)
      if chance(70) { $0.places = pick(venues + sites, 60) }
      if chance(15) { $0.streamedTo = pick(venues, 40) }
      for _ in 0..<random.below(3) {
        let candidates = pick(teachers, 60)
        if !candidates.isEmpty { $0.teachers.append(.init(candidates: candidates)) }
      }
      if chance(15) { $0.chair = teachers[random.below(teachers.count)] }
      if chance(15) { $0.resources = [.init(resource: screens, count: 1)] }
      if chance(10) { $0.phase = chance(50) ? .before(days: 1) : .after(days: nil) }
      $0.isFirst = number == 0 && chance(40)
      $0.isLast = number == 1 && chance(40)
      if number > 0 && chance(30) {
        let kind = kinds[random.below(kinds.count)]
        $0.relations = [.init(kind: kind, session: "A\(random.below(number))")]
      }
      $0.notFirstDay = chance(10)
      $0.notLastDay = chance(10)
      if chance(10) { $0.notAtPeriods = ["am1"] }
      if chance(10) { $0.startsWithin = 0..<720 }
      if chance(20) { $0.excluded = [Window(weekdays: [.monday], times: 600..<900)] }
      if chance(15) {
        let minutes = (0..<(1 + random.below(4))).map { _ in 10 + random.below(60) }
        $0.agenda = minutes.map { AgendaItem(title: "item", minutes: $0) }
      }
      if chance(20), audience == .run || audience == .studyClass { $0.expected = 15 + 5 * number }
    }
  }
  if chance(30) {
    plan.modules.append(Module(name: "N"))
    plan.modules[1].sessions = Array(plan.modules[0].sessions.suffix(2))
    plan.modules[0].sessions.removeLast(2)
    plan.rotations[0].modules.append(ModuleID(1))
    var special = Rotation.ClassOverride()
    special.modules = [ModuleID(random.below(2))]
    // The only class there is has some session.
    if classes == 1, plan.modules[0].sessions.isEmpty { special.modules = [ModuleID(1)] }
    plan.rotations[0].classOverrides[.init(run: 1, number: 1)] = special
  }
  plan.preferences = pick(
    [
      Preference(wish: .compactDays, weight: 2), Preference(wish: .sameRoom, weight: 3),
      Preference(wish: .early(form: nil)), Preference(wish: .early(form: "f1"), weight: 2),
      Preference(wish: .evenDays), Preference(wish: .balancedTeachers, weight: 4),
      Preference(wish: .enoughSeats), Preference(wish: .spreadDays, weight: 5),
      Preference(wish: .noLonelyPeriods, weight: 2), Preference(wish: .sameRoomForModule),
      Preference(wish: .dailyLoad(2...3), weight: 2), Preference(wish: .nearby, weight: 3),
      Preference(wish: .doubles, weight: 4), Preference(wish: .balancedExchange, weight: 3),
    ] + avoidances(of: teachers[0], venues[0]) + [
      Preference(wish: .balancedLoad, weight: 2),
      Preference(wish: .sharedPlaces(.venue, among: .runs)),
      Preference(wish: .sharedPlaces(.site, among: .runs), weight: 3),
      Preference(wish: .sharedPlaces(.venue, among: .classes), weight: 2),
      Preference(wish: .sharedPlaces(.site, among: .classes)),
      Preference(wish: .rotatedGroups, weight: 3),
    ], 50)
  for number in plan.teachers.indices {
    if number.isMultiple(of: 3) { plan.teachers[number].norm = 600 + 60 * number }
    if number % 4 > 1 { plan.teachers[number].wish = 300 }
  }
  return plan
}

/// What a teacher and a venue had rather be spared.
private func avoidances(of teacher: TeacherID, _ venue: PlaceID) -> [Preference] {
  [
    Preference(
      wish: .avoid(Avoidance(.teacher(teacher), windows: [Window(times: 500..<700)])), weight: 3),
    Preference(
      wish: .avoid(Avoidance(.place(venue), windows: [Window(weekdays: [.tuesday])])), weight: 2),
  ]
}
