import RotaArithmetic
import RotaPlanning
import Testing

@Suite struct RemedyTests {
  private func remedies(_ plan: Plan) -> [String] {
    RotationArithmetic.programme(for: plan).findings.flatMap(\.remedies)
  }

  @Test func aHallNeedsSeatsOrMoreRunsOrAStream() {
    var plan = zhengzhou()
    plan.places[0].seats = 400
    #expect(
      remedies(plan) == [
        "venue Hall seats 494  (+94 seats; with more and smaller classes +58 are enough)",
        "rotation R runs 6  (+1 run)",
      ])
    // Each of them makes the plan possible.
    var seats = plan
    seats.places[0].seats = 494
    #expect(RotationArithmetic.programme(for: seats).findings.isEmpty)
    seats.places[0].seats = 458
    #expect(RotationArithmetic.programme(for: seats).findings.isEmpty)
    seats.places[0].seats = 457
    #expect(!RotationArithmetic.programme(for: seats).findings.isEmpty)
    var runs = plan
    runs.rotations[0].runs = .exactly(6)
    #expect(RotationArithmetic.programme(for: runs).findings.isEmpty)

    plan.places[0].streams = true
    let annex = plan.addPlace("Annex", seats: 120, streams: true)
    #expect(remedies(plan).last == "module M { lecture Talk streamed to Annex }")
    plan.modules[0].sessions[0].streamedTo = [annex]
    #expect(RotationArithmetic.programme(for: plan).findings.isEmpty)
  }

  @Test func anEndThatComesTooEarlyIsMovedToTheFirstThatDoes() {
    var plan = zhengzhou()
    plan.rotations[0].ends = date("2023-03-20")
    // Three runs would fit, and are too few for units of whom 30% may be away.
    #expect(remedies(plan) == ["rotation R length 3 days", "rotation R ends 2023-03-29"])
    var shorter = plan
    shorter.rotations[0].length = 3
    #expect(RotationArithmetic.programme(for: shorter).findings.isEmpty)
    plan.rotations[0].ends = date("2023-03-29")
    #expect(RotationArithmetic.programme(for: plan).findings.isEmpty)
    plan.rotations[0].ends = date("2023-03-28")
    #expect(!RotationArithmetic.programme(for: plan).findings.isEmpty)
  }
}
