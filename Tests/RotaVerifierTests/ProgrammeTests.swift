import FixtureSupport
import RotaArithmetic
import RotaPlanning
import RotaVerifier
import Testing

/// Programmes that arithmetic works out of plans drawn at random: where it finds nothing against a
/// plan, the verifier must find nothing wrong with the programme.
@Suite struct ProgrammeTests {
  @Test func programmesOfPossiblePlansAreSound() {
    var possible = 0
    for seed in Soak.seeds(200) {
      let plan = Draw(seed: seed).plan()
      let (programme, findings) = RotationArithmetic.programme(for: plan)
      guard findings.isEmpty else { continue }
      possible += 1
      let found = Verifier.violations(plan: plan, programme: programme)
      #expect(found == [], "seed \(seed)")
      #expect(programme.trainees == trainees(plan), "seed \(seed)")
    }
    // Enough of the plans are possible for the test to say something.
    #expect(possible > 50, "\(possible)")
  }

  private func trainees(_ plan: Plan) -> Int {
    plan.rotations.reduce(0) { sum, rotation in
      switch rotation.trainees {
      case .people(let people): sum + people
      case .units(let units): sum + units.reduce(0) { $0 + plan[$1].people }
      }
    }
  }
}

/// A plan drawn from a seed.
private struct Draw {
  var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  consuming func plan() -> Plan {
    var plan = Plan()
    let weeks = 3 + below(6)
    plan.calendar = Sample.calendar(weeks: weeks)
    plan.schools = [School(name: "North"), School(name: "South")]
    plan.places = [
      Sample.venue("Hall", seats: 150 + below(200), streams: chance(50)),
      Sample.venue("Room 1", seats: 30 + below(40)), Sample.venue("Room 2", seats: nil),
    ]
    if chance(50) {
      plan.resources = [Sample.resource("beds", .beds, 100 + below(300))]
      if chance(30) { plan.resources[0].school = SchoolID(below(2)) }
    }
    plan.units = (0..<(1 + below(5))).map { number in
      var unit = Unit(name: "U\(number)", people: 10 + below(150))
      if chance(50) { unit.away = .share(basisPoints: 2_000 + below(6_000)) }
      if chance(10) {
        let day = Sample.monday.advanced(by: below(weeks * 7))
        unit.excluded = [Window(dates: day...day.advanced(by: below(3)))]
      }
      return unit
    }
    var module = Module(name: "M")
    module.sessions = [
      Sample.template("Talk", in: [PlaceID(0), PlaceID(2)]) { $0.meetings = 2 },
      Sample.template("Debate", .studyClass, in: [PlaceID(1), PlaceID(2)]),
      Sample.template("Case", .groups(of: 5 + below(10))),
      Sample.template("Role play", .groups(of: 8 + below(10))),
      Sample.template("Closing", .allRuns) { [phase = phase()] in $0.phase = phase },
      Sample.template("Reading", .studyClass) { [phase = phase()] in $0.phase = phase },
    ]
    var other = Module(name: "N")
    other.sessions = [
      Sample.template("Law", in: [PlaceID(0)]) { [expected = chance(50) ? 100 : nil] in
        $0.expected = expected
      },
      Sample.template("Case law", .studyClass), Sample.template("Moot", .groups(of: 6)),
      Sample.template("Exam", .runs([1, 2])),
    ]
    plan.modules = [module, other]
    if chance(50) { plan.preferences = [Preference(wish: .enoughSeats)] }
    plan.rotations = (0..<(1 + below(2))).map { rotation(number: $0, in: plan, weeks: weeks) }
    return plan
  }

  private mutating func phase() -> SessionTemplate.Phase {
    let days = chance(50) ? 1 + below(9) : nil
    return chance(30) ? .during : chance(50) ? .before(days: days) : .after(days: days)
  }

  private mutating func rotation(number: Int, in plan: Plan, weeks: Int) -> Rotation {
    var rotation = Rotation(name: "R\(number)")
    rotation.trainees =
      number > 0 || chance(20)
      ? .people(40 + below(300)) : .units(plan.units.indices.map { UnitID($0) })
    rotation.runs = chance(60) ? .exactly(1 + below(5)) : .asNeeded
    rotation.length = 2 + below(5)
    rotation.largestClass = 20 + below(40)
    rotation.modules = [ModuleID(0)]
    if chance(50) { attend(&rotation) }
    if chance(30) { rotation.school = SchoolID(below(2)) }
    if chance(30) { rotation.mostRunsAtOnce = 2 }
    if chance(30) { rotation.daysBetween = 1 + below(4) }
    if chance(30) { rotation.startWeekdays = [.monday, .tuesday] }
    if chance(20) { rotation.starts = Sample.monday.advanced(by: below(5)) }
    if chance(20) { rotation.ends = Sample.monday.advanced(by: (weeks - 1) * 7 + below(5)) }
    if chance(25) {
      var special = Rotation.RunOverride()
      if chance(40) { special.length = 1 + below(6) }
      if chance(30) { special.starts = Sample.monday.advanced(by: 7) }
      if chance(30) { special.people = 20 + below(60) }
      if chance(20) { special.units = [UnitID(0)] }
      if chance(30) { special.classes = 2 + below(3) }
      rotation.runOverrides[1 + below(2)] = special
    }
    if chance(25) {
      var special = Rotation.ClassOverride()
      special.name = "Blue"
      if chance(50) { special.people = 15 + below(10) }
      if chance(50) { special.room = PlaceID(1) }
      rotation.classOverrides[.init(run: 1, number: 1)] = special
    }
    return rotation
  }

  /// Two modules, of which the first classes attend one, the other, or none.
  private mutating func attend(_ rotation: inout Rotation) {
    rotation.modules = [ModuleID(0), ModuleID(1)]
    for number in 1...3 where chance(70) {
      var special = Rotation.ClassOverride()
      special.modules = rotation.modules.filter { _ in chance(60) }
      rotation.classOverrides[.init(run: 1, number: number)] = special
    }
  }
}
