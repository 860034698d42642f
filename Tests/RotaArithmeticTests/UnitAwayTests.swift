import RotaArithmetic
import RotaDiagnostics
import RotaPlanning
import Testing

/// A unit that cannot send its people: the clauses that stand against it are cited.
@Suite struct UnitAwayTests {
  private func finding(_ change: (inout Plan, UnitID) -> Void) -> Diagnostic? {
    var plan = plan(people: 1) { $0.length = 5 }
    let unit = plan.addUnit("A", 90)
    plan.rotations[0].trainees = .units([unit])
    change(&plan, unit)
    return RotationArithmetic.programme(for: plan).findings.first
  }

  @Test func aLimitOfNobodyIsCitedAsALimit() {
    let found = finding { $0.units[$1.value].away = .share(basisPoints: 0) }
    #expect(
      found?.message
        == "unit A sends 90 people, of whom at most 0 may be away at once: 1 run takes at most 0")
    #expect(
      found?.notes.map(\.message) == [
        "unit A has 90 people, at most 0 away at once", "rotation R runs 1",
      ])
  }

  @Test func aUnitThatCannotComeIsCitedAsUnavailable() {
    let found = finding { $0.units[$1.value].excluded = [Window()] }
    #expect(
      found?.notes.map(\.message) == ["unit A is unavailable", "rotation R runs 1"])
  }
}
