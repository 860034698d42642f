import FixtureSupport
import Foundation
import RotaArithmetic
import RotaPlanning
import RotaTimetabling
import RotaVerifier
import Testing

@testable import RotaExplanation

/// No verdict is wrong: what is called impossible has no timetable, and what is called possible has
/// one. Every timetable of small random plans is tried, which the checks know nothing of.
@Suite struct SoundnessTests {
  private static let usual = 150
  static let plans = Soak.cases(usual).count

  @Test func noVerdictIsWrong() {
    var impossible = 0
    var possible = 0
    var proved = 0
    for seed in 1...UInt64(Self.plans) {
      defer {
        // Enough of either sort for the test to say something.
        if seed == Self.usual {
          #expect(
            impossible > Self.usual / 8 && possible > Self.usual / 8, "\(impossible) \(possible)")
        }
      }
      let plan = SmallPlan(seed: seed).plan
      let derivation = Derivation(plan, depth: .everything)
      let programme = derivation.programme
      // Runs and classes are not for the timetable to prove.
      if Derivation(plan, depth: .arithmetic).proofs.isEmpty == false { continue }
      guard programme.sessions.count <= 7 else { continue }
      var force = BruteForce(plan: plan, programme: programme, patience: 600)
      let (timetable, isSure) = force.search()
      guard isSure else { continue }
      if timetable == nil {
        impossible += 1
        if !derivation.proofs.isEmpty { proved += 1 }
      } else {
        possible += 1
        #expect(derivation.proofs.map(\.message) == [], "seed \(seed) is called impossible")
        let result = CoreProofs.result(plan: plan, programme: programme)
        #expect(result.findings.isEmpty, "seed \(seed)")
      }
      // What is called possible has been solved; that takes longer than the checks.
      guard seed % 16 == 0,
        let found = ShortSearch.timetable(
          plan: plan, programme: programme, isCancelled: { false })
      else { continue }
      #expect(timetable != nil, "seed \(seed) is called possible")
      let violations = Verifier.violations(plan: plan, programme: programme, timetable: found)
      #expect(violations.isEmpty, "seed \(seed)")
    }
    // Of more plans than usual the shares are about the same, and next to none is left open.
    #expect(impossible > Self.plans / 9 && possible > Self.plans / 9, "\(impossible) \(possible)")
    #expect(proved * 100 >= impossible * 97, "\(proved) of \(impossible) are proved")
    print("timetables: \(possible) possible, \(impossible) impossible, \(proved) of them proved")
  }

  /// What stays of a timetable of all sessions never makes the rest impossible, and without any of the
  /// rest it is as impossible as the plan.
  @Test func whatStaysProvesNothingWrong() {
    var kept = 0
    for seed in 1...UInt64(Self.plans) {
      let plan = SmallPlan(seed: seed).plan
      let programme = Derivation(plan, depth: .arithmetic).programme
      guard programme.sessions.count <= 7, plan.calendar.days.count > 1,
        Derivation(plan, depth: .arithmetic).proofs.isEmpty
      else { continue }
      var force = BruteForce(plan: plan, programme: programme, patience: 600)
      guard let timetable = force.search().0 else { continue }
      for day in plan.calendar.days.dropFirst() {
        let past = FrozenPast(before: day.day, of: timetable)
        let derivation = Derivation(plan, keeping: past, depth: .everything)
        #expect(derivation.proofs.map(\.message) == [], "seed \(seed) from \(day.day.iso)")
        if !past.timetable.isEmpty { kept += 1 }
      }
    }
    #expect(kept > Self.plans / 8, "\(kept)")
  }

  /// The same of runs, their dates, people and classes.
  @Test func noVerdictOnRunsIsWrong() {
    var impossible = 0
    var possible = 0
    var proved = 0
    // Long runs have found fault with four of these once.
    for seed in [225, 341, 687, 1117] + Array(1...UInt64(Self.plans)) {
      let force = RotationBruteForce(plan: SmallRotation(seed: seed).plan)
      let (programme, findings) = RotationArithmetic.programme(for: force.plan)
      if force.search() == nil {
        impossible += 1
        if findings.contains(where: { $0.severity == .impossible }) { proved += 1 }
        #expect(!findings.isEmpty, "seed \(seed) is taken for possible")
      } else {
        possible += 1
        let proofs = findings.filter { $0.severity == .impossible }.map(\.message)
        #expect(proofs == [], "seed \(seed) is called impossible")
      }
      // Where nothing stands against it, what was worked out keeps all rules.
      if findings.isEmpty { #expect(force.isAllowed(programme), "seed \(seed)") }
    }
    #expect(impossible > Self.plans / 8 && possible > Self.plans / 8, "\(impossible) \(possible)")
    #expect(proved * 100 >= impossible * 90, "\(proved) of \(impossible) are proved")
    print("runs: \(possible) possible, \(impossible) impossible, \(proved) of them proved")
  }
}
