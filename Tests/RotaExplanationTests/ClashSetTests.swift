import RotaDiagnostics
import RotaLanguage
import Testing

@testable import RotaExplanation

/// Plans that cannot be, each with the proof to explain and the statements that must come out.
let impossible: [(change: String, kind: String, statements: [String])] = [
  (
    "venue Hall seats 80", "run-too-large",
    [
      "unit Harbour 60 people", "unit Airport 30 people", "ceremony Opening in Hall",
      "rotation Spring runs 1", "venue Hall seats 80",
    ]
  ),
  (
    "for n in 1..3 { venue \"Room {n}\" seats 20 }", "no-place-fits",
    [
      "unit Airport 30 people", "discussion Review in room",
      "rotation Spring classes at most 30 people", "venue \"Room 1\" seats 20",
      "venue \"Room 2\" seats 20", "venue \"Room 3\" seats 20",
    ]
  ),
  (
    "teacher Rivera teaches Law", "nobody-teaches", ["lecture Ethics by any teacher"]
  ),
  (
    "rotation Spring length 3 days", "runs-do-not-fit",
    ["plan \"First plan\" dates 2027-03-01..2027-03-02", "rotation Spring length 3 days"]
  ),
  (
    "module Basics { lecture Ethics on day 2; lecture Ethics not on day 2 }", "rules-contradict",
    ["lecture Ethics on day 2", "lecture Ethics not on day 2"]
  ),
  (
    "module Basics { discussion Review { first day } }", "order-too-long",
    [
      "visit Tour not first day", "discussion Review after Tour", "discussion Review first day",
    ]
  ),
  (
    "teacher Rivera unavailable Mon, Tue", "no-start",
    [
      "lecture Ethics by any teacher", "rotation Spring length 2 days",
      "teacher Rivera unavailable Mon, Tue",
    ]
  ),
  (
    "buses 1", "buses-short",
    [
      "site Museum travel 30 min", "unit Harbour 60 people", "unit Airport 30 people",
      "visit Tour to any site", "visit Tour not first day", "discussion Review after Tour",
      "rotation Spring length 2 days", "rotation Spring classes at most 30 people", "buses 1",
    ]
  ),
  (
    """
    module Basics {
        lecture Law { for run; in Hall; right after Ethics }
        lecture Tax { for run; in Hall; right after Ethics }
    }
    """, "cannot-be-placed", ["lecture Law right after Ethics", "lecture Tax right after Ethics"]
  ),
  (
    // Without the holiday the run is as short as it was; without its length there is no day to spare.
    """
    plan "First plan" { dates 2027-03-01 .. 2027-03-03; holiday 2027-03-03 }
    module Basics { study Law { for run; 5 times; at most 3 per day; in Hall } }
    """, "places-short",
    [
      "ceremony Opening in Hall", "lecture Ethics in Hall", "rotation Spring length 2 days",
      "study Law 5 times", "study Law in Hall",
    ]
  ),
  (
    "unit Harbour away at most 20%", "unit-cannot-send",
    ["rotation Spring runs 1", "unit Harbour away at most 20%"]
  ),
]

@Suite struct ClashSetTests {
  @Test(arguments: impossible.indices)
  func theSmallestSetIsFound(_ index: Int) throws {
    let it = impossible[index]
    let script = Script(firstPlan + it.change + "\n")
    let explanation = try #require(
      script.explanation(of: it.kind), "\(it.change): \(script.derivation.proofs.map(\.kind.id))")
    if !it.statements.isEmpty { #expect(explanation.statements.map(\.text) == it.statements) }
    #expect(!explanation.statements.isEmpty)
  }

  /// The set proves what it is said to prove, and no part of it can be spared.
  @Test(arguments: impossible.indices)
  func noStatementCanBeSpared(_ index: Int) throws {
    let script = Script(firstPlan + impossible[index].change + "\n")
    for proof in script.derivation.proofs {
      var set = ClashSet(
        of: proof, in: script.declarations, script.derivation, .none)
      let rest = Derivation(
        script.declarations.applying(set.edits), depth: Derivation.Depth(for: proof))
      let stands = rest.stillProves(proof)
      #expect(stands, "\(proof.message)")
      for part in set.parts {
        let isSpared = set.standsWithout(part)
        #expect(!isSpared, "\(script.declarations.text(of: part))")
      }
    }
  }

  /// A statement that decides ends the proof once it is cut out of the script, as a planner would.
  @Test(arguments: impossible.indices)
  func whatDecidesEndsTheProofWhereItIsCutOut(_ index: Int) throws {
    let script = Script(firstPlan + impossible[index].change + "\n")
    for proof in script.derivation.proofs {
      let explanation = Explanation(of: proof, in: script.declarations, script.derivation)
      #expect(explanation.statements.contains { $0.decides }, "\(proof.message)")
      for statement in explanation.statements where statement.decides {
        // Numbers that the language fills in when they are not said are another thing to try.
        let words = statement.text.split(separator: " ")
        if ["runs", "length", "dates", "classes", "unit"].contains(where: {
          words.contains(Substring($0))
        }) {
          continue
        }
        let cut = script.without(statement.range)
        #expect(cut.derivation.isSound, "\(statement.text)")
        #expect(!cut.derivation.stillProves(proof), "\(statement.text)")
      }
    }
  }

  @Test func statementsThatCanStandForEachOtherDoNotDecide() throws {
    let script = Script(
      """
      plan P { dates 2027-03-01 .. 2027-03-02; period am 09:00-10:30 }
      venue Hall seats 50
      for n in 1..9 { unit "U{n}" 10 people }
      module M { lecture L { for run; in Hall } }
      rotation R { trainees all units; runs 1; length 1 days; teaches M }

      """)
    let explanation = try #require(script.explanation())
    #expect(
      explanation.statements.filter(\.decides).map(\.text)
        == ["venue Hall seats 50", "lecture L in Hall", "rotation R runs 1"])
    #expect(explanation.statements.filter { !$0.decides }.count == 6)
  }

  /// A number with which nothing can be worked out says nothing of what a statement does.
  @Test func aPlanThatGrowsTooLargeProvesNothing() throws {
    let script = Script(
      """
      plan P { dates 2027-03-01 .. 2027-03-05; period am 09:00-10:30 }
      venue H seats 50
      unit Airport 200001 people
      module M { lecture L { for run; in H } }
      rotation R { trainees all units; runs 1; classes at most 15 people; teaches M }

      """)
    let explanation = try #require(script.explanation())
    #expect(
      explanation.statements.map(\.text) == [
        "venue H seats 50", "unit Airport 200001 people", "lecture L in H",
      ])
  }

  /// Whenever it is stopped, nothing is claimed that is not known.
  @Test func aSearchThatIsStoppedClaimsNothing() throws {
    let script = Script(firstPlan + "venue Hall seats 80\n")
    let proof = try #require(script.derivation.proofs.first)
    let whole = Explanation(of: proof, in: script.declarations, script.derivation)
    #expect(whole.isComplete)
    var wasComplete = false
    for most in 0..<200 where !wasComplete {
      let part = Explanation(
        of: proof, in: script.declarations, script.derivation, looks: most)
      wasComplete = part.isComplete
      if wasComplete {
        #expect(part.statements == whole.statements)
      } else {
        #expect(part.statements.allSatisfy { !$0.decides })
        #expect(
          part.statements.allSatisfy { known in whole.statements.contains { $0.text == known.text }
          })
      }
    }
    #expect(wasComplete)
  }
}
