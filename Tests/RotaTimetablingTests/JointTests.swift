import LocalSearch
import RotaArithmetic
import RotaPlanning
import RotaVerifier
import Testing

@testable import RotaTimetabling

/// Sessions in which several rotations meet.
@Suite struct JointTests {
  /// A second rotation joins plans drawn at random, some of whose sessions are joint.
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
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
