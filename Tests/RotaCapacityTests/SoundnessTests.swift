import FixtureSupport
import RotaArithmetic
import RotaCapacity
import RotaPlanning
import RotaVerifier
import Testing

/// What has a timetable is never called impossible.
@Suite struct SoundnessTests {
  @Test func plansMadeAroundATimetableArePossible() {
    var tried = 0
    for seed in Soak.seeds(300) {
      guard let planted = PlantedTimetable(seed: seed),
        Verifier.violations(
          plan: planted.plan, programme: planted.programme, timetable: planted.timetable
        ).isEmpty
      else { continue }
      tried += 1
      let report = CapacityCheck.report(plan: planted.plan, programme: planted.programme)
      #expect(report.findings.map(\.message) == [], "seed \(seed)")
      #expect(
        report.rows.allSatisfy { $0.demand <= $0.supply },
        "seed \(seed): \(report.rows.filter { $0.demand > $0.supply })")
    }
    // Enough of the timetables keep all rules for the test to say something.
    #expect(tried > 30, "\(tried)")
  }
}
