import RotaDiagnostics
import RotaLanguage
import Testing

@testable import RotaExplanation

@Suite struct RepairTests {
  private func repairs(_ script: Script, of kind: String? = nil) -> [Repair] {
    guard let explanation = script.explanation(of: kind) else { return [] }
    return RepairSearch(
      explanation, state: script.state, script.derivation, .none
    ).repairs()
  }

  /// Each repair, typed after the script, ends the proof and brings no other.
  @Test(arguments: impossible.indices)
  func everyRepairMends(_ index: Int) {
    let script = Script(firstPlan + impossible[index].change + "\n")
    for proof in script.derivation.proofs {
      let explanation = Explanation(of: proof, in: script.declarations, script.derivation)
      let found = RepairSearch(
        explanation, state: script.state, script.derivation, .none
      ).repairs()
      #expect(!found.isEmpty, "\(proof.message)")
      for repair in found {
        let mended = Script(script.text + repair.statement + "\n")
        #expect(mended.derivation.isSound, "\(repair.statement)")
        #expect(!mended.derivation.stillProves(proof), "\(repair.statement)")
        for left in mended.derivation.proofs {
          #expect(script.derivation.stillProves(left), "\(repair.statement): \(left.message)")
        }
      }
    }
  }

  @Test func theLeastNumberThatMendsIsNamed() {
    let script = Script(firstPlan + "venue Hall seats 80\n")
    let first = repairs(script).first
    #expect(
      first == Repair(statement: "venue Hall seats 90", change: "+10 seats", isSolved: true))
    let less = Script(script.text + "venue Hall seats 89\n")
    #expect(!less.derivation.proofs.isEmpty)
  }

  /// A longer run ends no later than it must.
  @Test func moreDaysAreAsFewAsNeeded() {
    let script = Script(
      """
      plan P { dates 2027-03-05 .. 2027-03-05; period am 09:00-10:30; period pm 14:00-15:30 }
      module M { lecture A for run; lecture B for run; lecture C for run }
      rotation R { trainees 50 people; length 1 days; teaches M }

      """)
    let found = repairs(script).map(\.statement)
    // The days between are a weekend.
    #expect(
      found.contains("rotation R length 2 days; plan P dates 2027-03-05 .. 2027-03-08"), "\(found)")
    #expect(!found.contains { $0.contains("length 3 days") }, "\(found)")
  }

  @Test func classesThatAreTooLargeAreDivided() {
    let script = Script(
      """
      plan P { dates 2027-03-01 .. 2027-03-05; period am 09:00-10:30; period pm 14:00-15:30 }
      for n in 1..12 { venue "Room {n}" { kind room; seats 52 } }
      module M { discussion Review { for class; in room } }
      rotation R { trainees 194 people; length 2 days; classes 2; teaches M }

      """)
    let found = repairs(script)
    #expect(
      found.contains(
        Repair(statement: "rotation R classes 4", change: "+2 classes", isSolved: true)), "\(found)"
    )
    #expect(found.count { $0.change == "+45 seats" } == 3)
  }

  @Test func hoursThatAreTooShortGrow() {
    let script = Script(
      """
      plan P { dates 2027-03-01 .. 2027-03-02; period am 08:30-10:00; period pm 14:00-15:30 }
      site Museum { seats 100; open Mon..Fri 09:00-17:00 }
      module M { visit V { for class; to Museum; morning } }
      rotation R { trainees 50 people; length 1 days; classes 1; teaches M }

      """)
    #expect(
      repairs(script).contains(
        Repair(
          statement: "site Museum open Mon..Fri 08:30-17:00", change: "+30 min", isSolved: true)))
  }

  @Test func onlyWhoMayTeachIsChangedWhereNobodyDoes() {
    let script = Script(firstPlan + "teacher Rivera teaches Law\n")
    #expect(repairs(script).first?.statement == "teacher Rivera teaches Law, Ethics")
  }

  @Test func runsThatDoNotFitGetShorterOrALaterEnd() {
    let script = Script(firstPlan + "rotation Spring { length 3 days; ends 2027-03-02 }\n")
    #expect(
      repairs(script).map(\.statement) == [
        "plan \"First plan\" dates 2027-03-01 .. 2027-03-03; rotation Spring ends 2027-03-03",
        "rotation Spring length 2 days",
      ])
  }

  @Test func smallPlacesOfAKindGrowTogether() {
    let script = Script(firstPlan + "for n in 1..3 { venue \"Room {n}\" seats 20 }\n")
    let found = repairs(script)
    #expect(found.first?.change == "+10 seats each")
    #expect(found.contains { $0.statement == "prefer enough seats weight 10" })
  }

  @Test func aLimitOnPeopleAwayIsRaised() {
    let script = Script(
      firstPlan + "plan dates 2027-03-01 .. 2027-03-12\n"
        + "rotation Spring runs 2\nunit Harbour away at most 20%\n")
    #expect(
      repairs(script, of: "unit-cannot-send").first?.statement == "unit Harbour away at most 50%")
  }

  @Test func moreBedsOrMoreRunsAreFound() {
    let script = Script(
      firstPlan + "plan dates 2027-03-01 .. 2027-03-12\nbeds 80\n")
    let found = repairs(script).map(\.statement)
    #expect(found.contains("beds 90"))
    #expect(found.contains("rotation Spring runs 2"))
  }

  /// Where nothing mends it alone, two changes do: both reasons for one proof, or a shortage that the
  /// first has hidden.
  @Test(arguments: [
    (
      """
      venue Aula { kind aula; seats 100; closed Mon..Sun }
      module Basics { lecture Ethics in Aula }
      teacher Rivera unavailable Mon..Sun
      """, "no-start"
    ),
    (
      """
      for n in 2..3 { drop venue "Room {n}" }
      venue "Room 1" seats 20
      module Basics { discussion Review { 2 times; at most 2 per day; on day 2 } }
      """, "no-place-fits"
    ),
  ]) func twoChangesMendWhereNoneDoesAlone(change: String, kind: String) throws {
    let script = Script(firstPlan + change + "\n")
    let proof = try #require(script.derivation.proofs.first { $0.kind.id == kind })
    let found = repairs(script, of: kind)
    #expect(!found.isEmpty)
    for repair in found {
      #expect(repair.isPair, "\(repair.statement)")
      let mended = Script(script.text + repair.statement + "\n")
      #expect(mended.derivation.isSound, "\(repair.statement)")
      #expect(!mended.derivation.stillProves(proof), "\(repair.statement)")
      for left in mended.derivation.proofs {
        #expect(script.derivation.stillProves(left), "\(repair.statement): \(left.message)")
      }
    }
  }

  private static let streamed = """
    plan S { dates 2027-03-01..2027-03-02; period am 09:00-10:30; period pm 14:00-15:30 }
    venue Aula { kind hall; seats 100 }
    venue Annex { kind hall; seats 60 }
    teacher Far { teaches Talk; remote }
    teacher Near { teaches Talk; unavailable 2027-03-01..2027-03-02 }
    rotation R { trainees 90 people; runs 1; length 2 days; classes at most 45 people; teaches M }

    """

  /// A place that could stream is what is missing, for those who follow a session elsewhere and for
  /// those who teach it from afar.
  @Test(arguments: [
    "lecture Big { for run; in Aula; streamed to Annex }",
    "lecture Talk { for run; in Aula; by any teacher }",
    "lecture Talk { for run; in Aula; by Far }; lecture Big { for run; in Aula; streamed to Annex }",
    "discussion Talk { for class; in hall; by Far }",
  ])
  func aPlaceThatMayStreamMends(_ sessions: String) throws {
    let script = Script(Self.streamed + "module M { \(sessions) }\n")
    let proof = try #require(script.derivation.proofs.first)
    #expect(proof.message.contains("stream"), "\(proof.message)")
    let explanation = try #require(script.explanation())
    #expect(
      explanation.statements.contains {
        $0.text.contains("streamed to") || $0.text.contains("remote")
          || $0.text.contains("by Far")
      }, "\(explanation.statements.map(\.text))")
    let found = repairs(script)
    #expect(
      found.contains(
        Repair(statement: "venue Aula streams", change: "it can stream", isSolved: true)),
      "\(found.map(\.statement))")
  }

  /// A venue takes the place of one that is lost, a stream and all.
  @Test func aNewVenueStreamsWhereItMust() {
    let script = Script(
      Self.streamed + "module M { lecture Talk { for run; in hall; by Far } }\n"
        + "venue Aula { streams; closed 2027-03-01..2027-03-02 }; venue Annex streams\n")
    let found = repairs(script).map(\.statement)
    #expect(found.contains("venue \"hall 3\" { kind hall; seats 100; streams }"), "\(found)")
  }

  @Test func somebodyElseTakesTheChair() {
    let script = Script(
      Self.streamed + "teacher Li; teacher Wu unavailable 2027-03-01..2027-03-02\n"
        + "module M { ceremony Closing { for run; in Aula; chair Wu } }\n")
    let found = repairs(script).map(\.statement)
    #expect(found.contains { $0.hasSuffix("{ ceremony Closing chair Far }") }, "\(found)")
  }
}
