import RotaPlanning
import Testing

@testable import RotaVerifier

@Suite struct HardRuleTests {
  @Test(arguments: Example.all)
  func findsExactlyTheRuleThatIsBroken(_ example: Example) {
    let found = example.wrong.violations
    #expect(Set(found.map(\.rule)) == [example.rule], "\(found)")
    #expect(found.count == example.times, "\(found)")
    if let subject = example.subject {
      #expect(found.contains { $0.subject == subject }, "\(found)")
    }
  }

  @Test(arguments: Example.all)
  func findsNothingInTheMendedTwin(_ example: Example) {
    #expect(example.mended.violations == [])
  }

  @Test func hasAnExampleOfEveryRule() {
    let covered = Set(Example.all.map(\.rule))
    #expect(Violation.Rule.allCases.filter { !covered.contains($0) } == [])
  }

  @Test func listsACheckForEveryRuleOfATimetable() {
    // Whether a session has moved takes two timetables, and is asked by itself.
    let listed = Set(HardRule.all.flatMap(\.reports)).union([.moved])
    #expect(listed == Set(Violation.Rule.allCases))
  }

  @Test func saysHowMuchIsNeededAndThere() throws {
    let templates = [Sample.template("Talk", in: [Sample.room1])]
    let talk = Sample(templates).holding("Talk", "am1", in: "Room 1")
    let found = try #require(talk.violations.first)
    #expect(
      found
        == Violation(
          .tooFewSeats, sessions: [Sample.identity("Talk")], subject: "Room 1", needed: 60,
          available: 40))
  }

  @Test func namesBothSessionsOfAClash() throws {
    let sample = Sample([Sample.template("Talk"), Sample.template("Debate", .studyClass)])
      .holding("Talk", "am1").holding("Debate", .of(2), "am1")
    let found = try #require(sample.violations.first)
    #expect(found.sessions == [Sample.identity("Talk"), Sample.identity("Debate", .of(2))])
  }

  @Test func reportsAClashOfSeveralGroupsOnce() {
    let templates = [
      Sample.template("Talk", .studyClass), Sample.template("Debate", .studyClass),
      Sample.template("Case", .groups(of: 10)),
    ]
    let sample = Sample(templates).holding("Talk", .of(1), "am1").holding("Debate", .of(1), "am1")
    #expect(sample.violations.count == 1)
  }

  @Test func tellsWhatIsUnplaced() {
    let sample = Sample([Sample.template("Talk"), Sample.template("Debate", .studyClass)])
      .holding("Debate", .of(1), "am1")
    #expect(
      Verifier.unplaced(programme: sample.programme, timetable: sample.timetable)
        == [Sample.identity("Talk"), Sample.identity("Debate", .of(2))])
    #expect(sample.violations == [])
  }

  @Test func doesNotTripOverAProgrammeOfAnotherPlan() {
    let sample = Sample([Sample.template("Talk", in: [Sample.hall])])
      .holding("Talk", "am1", in: "Hall")
    var plan = sample.plan
    plan.modules = []
    plan.rotations[0].modules = []
    let found = Verifier.violations(
      plan: plan, programme: sample.programme, timetable: sample.timetable)
    #expect(found.map(\.rule).contains(.unknownSession))
    #expect(found.map(\.rule).contains(.arithmetic))
  }
}
