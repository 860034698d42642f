import RotaLanguage
import Testing

@testable import RotaExplanation

/// Plans drawn at random in which much is scarce: of every proof no statement of the set can be spared.
@Suite struct RandomClashTests {
  @Test func noStatementCanBeSpared() {
    var proofs = 0
    for seed in 1...UInt64(SoundnessTests.plans / 3) {
      let script = Script(Self.plan(seed))
      for proof in script.derivation.proofs.prefix(2) {
        let declarations = script.state.declarations
        var set = ClashSet(of: proof, in: declarations, script.derivation, .none)
        proofs += 1
        let core = declarations.applying(set.edits)
        #expect(
          Derivation(core, depth: Derivation.Depth(for: proof)).stillProves(proof),
          "seed \(seed): \(proof.message)")
        for part in set.parts {
          let isSpared = set.standsWithout(part)
          #expect(
            !isSpared,
            "seed \(seed): \(proof.message) without \(declarations.text(of: part))")
        }
      }
    }
    #expect(proofs > SoundnessTests.plans / 8, "\(proofs)")
  }

  private static func plan(_ seed: UInt64) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func pick(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int((state >> 33) % UInt64(range.count))
    }
    let days = pick(2...4)
    var text = """
      plan P { dates 2027-03-01 .. 2027-03-0\(days + pick(0...1)); period am 09:00-10:30; period pm 14:00-15:30 }
      venue Hall { kind hall; seats \(pick(4...9) * 10) }
      venue Room { kind room; seats \(pick(1...4) * 10) }
      teacher Li at most \(pick(1...3)) per day
      teacher Wu

      """
    for unit in ["A", "B", "C"].prefix(pick(1...3)) {
      text += "unit \(unit) \(pick(1...6) * 10) people\n"
    }
    if pick(0...2) == 0 { text += "teacher Li unavailable 2027-03-02\n" }
    if pick(0...3) == 0 { text += "beds \(pick(4...9) * 10)\n" }
    for name in ["First", "Second"].prefix(pick(1...2)) {
      text += """
        module M\(name) {
          lecture Talk\(name) { for run; in hall; by Li; \(pick(1...4)) times; at most 2 per day }
          discussion Review\(name) { for class; in room; by any of Li, Wu; \(pick(1...2)) times }
        }
        rotation \(name) { trainees all units; runs \(pick(1...2)); length \(pick(1...2)) days; classes at most \(pick(2...4) * 10) people; teaches M\(name) }

        """
    }
    return text
  }
}
