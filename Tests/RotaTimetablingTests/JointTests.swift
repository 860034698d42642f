import FixtureSupport
import LocalSearch
import RotaArithmetic
import RotaPlanning
import RotaVerifier
import Testing

@testable import RotaTimetabling

/// Sessions in which several rotations meet.
@Suite struct JointTests {
  /// A second rotation joins plans drawn at random, some of whose sessions are joint.
  @Test(arguments: Soak.seeds(30))
  func answersAreVerified(seed: UInt64) {
    let plan = randomJointPlan(seed)
    let solution = solve(plan, seed: seed, steps: 1_200)
    #expect(
      Verifier.violations(plan: plan, programme: solution.programme).filter {
        !$0.sessions.isEmpty
      } == [])
    let joint = solution.programme.sessions.filter {
      if case .joint = $0.identity.audience { true } else { false }
    }
    #expect(Set(joint.map(\.identity)).count == joint.count)
  }

  /// The lecturer, the hall and the room that the stream goes to are busy once; everybody is.
  @Test func everythingCountsOnce() {
    var plan = makePlan(days: 1, classes: 2) { plan in
      let hall = plan.add(venue: "Hall") {
        $0.seats = 40
        $0.streams = true
      }
      let branch = plan.add(venue: "Branch") {
        $0.seats = 20
        $0.streams = true
      }
      let teacher = plan.add(teacher: "Wu") { $0.mostPerDay = 2 }
      for name in ["A", "B"] {
        plan.session(name, .joint(byRun: false)) {
          $0.places = [hall]
          $0.streamedTo = [branch]
          $0.teachers = [.init(candidates: [teacher])]
        }
      }
      plan.session("C", .run) { $0.relations = [.init(kind: .after, session: "B")] }
    }
    var second = plan.rotations[0]
    second.name = "S"
    second.trainees = .people(20)
    plan.rotations.append(second)
    let solution = solve(plan)
    #expect(solution.result.unplaced.isEmpty)
    #expect(solution.programme.sessions.count == 4)
    #expect(solution.placements("A").map(\.places) == [["Hall", "Branch"]])
    // C, of either rotation, keeps its order to the session that both share.
    let ends = solution.placements("B").compactMap {
      plan.calendar.slotIndex(of: $0.day, period: $0.period)
    }
    let starts = solution.placements("C").compactMap {
      plan.calendar.slotIndex(of: $0.day, period: $0.period)
    }
    #expect(starts.count == 2)
    #expect(starts.allSatisfy { $0 > ends[0] })
  }

  /// Two schools visit a museum together, 40 people and 60, and each has buses of its own.
  private func visit(northernBuses: Int, southernBuses: Int?, expected: Int? = nil) -> Plan {
    var plan = makePlan(days: 1, classes: 2) { plan in
      let museum = plan.add(site: "Museum") { $0.travel = 30 }
      plan.schools = [School(name: "North"), School(name: "South")]
      plan.rotations[0].school = SchoolID(0)
      let north = plan.add("north", .buses, northernBuses, seats: 20)
      plan.resources[north.value].school = SchoolID(0)
      if let southernBuses {
        let south = plan.add("south", .buses, southernBuses, seats: 20)
        plan.resources[south.value].school = SchoolID(1)
      }
      plan.session("Visit", .joint(byRun: false)) {
        $0.places = [museum]
        $0.expected = expected
      }
    }
    var second = plan.rotations[0]
    second.name = "S"
    second.school = SchoolID(1)
    second.trainees = .people(60)
    plan.rotations.append(second)
    return plan
  }

  /// Each rotation's people take its buses: two of the north, three of the south.
  @Test(arguments: [(2, 3, true), (1, 3, false), (2, 2, false), (5, 2, false), (2, nil, true)])
  func busesOfAllRotationsCount(northern: Int, southern: Int?, fits: Bool) {
    let plan = visit(northernBuses: northern, southernBuses: southern)
    let solution = solve(plan)
    #expect(solution.result.unplaced.isEmpty == fits)
    // The verifier says the same of a visit that is there all the same.
    var held = Timetable()
    for session in solution.programme.sessions {
      held.placements[session.identity] = Timetable.Placement(
        day: firstDay, period: "am2", places: ["Museum"], teachers: [])
    }
    let violations = Verifier.violations(
      plan: plan, programme: solution.programme, timetable: held)
    #expect(violations.allSatisfy { $0.rule == .resourceOverfull })
    #expect(violations.isEmpty == fits, "\(violations)")
  }

  /// Of 101 people who are expected 41 are the north's, and take three buses.
  @Test(arguments: [(3, 4, true), (2, 4, false), (3, 3, false)])
  func expectedPeopleFallToAllRotations(northern: Int, southern: Int, fits: Bool) {
    let plan = visit(northernBuses: northern, southernBuses: southern, expected: 101)
    #expect(solve(plan).result.unplaced.isEmpty == fits)
  }

  /// One declaration of buses for both is filled together: 100 people in five.
  @Test(arguments: [(5, true), (4, false)]) func sharedBusesAreFilledTogether(
    count: Int, fits: Bool
  ) {
    var plan = visit(northernBuses: count, southernBuses: nil)
    plan.resources[0].school = nil
    #expect(solve(plan).result.unplaced.isEmpty == fits)
  }
}

/// A plan drawn at random with a second rotation that shares some of its sessions.
func randomJointPlan(_ seed: UInt64) -> Plan {
  var random = RandomSource(seed: seed &* 31)
  var plan = randomPlan(seed)
  var second = Rotation(name: "S")
  second.trainees = .people(20 * (1 + random.below(3)))
  second.largestClass = 20
  second.length = plan.rotations[0].length
  second.modules = plan.rotations[0].modules
  if random.below(2) == 0 { second.mostSessionsPerDay = 2 }
  plan.rotations.append(second)
  for module in plan.modules.indices {
    for index in plan.modules[module].sessions.indices where random.below(2) == 0 {
      plan.modules[module].sessions[index].audience = .joint(byRun: random.below(2) == 0)
    }
  }
  return plan
}
