import RotaPlanning
import Testing

@testable import RotaLanguage

/// Declaring again changes, and says what it changed.
@Suite struct Redeclaring {
  @Test func aClauseTakesThePlaceOfTheOldOne() {
    var outcome = run("venue Hall { kind hall; seats 500 }")
    outcome.run("venue Hall seats 400")
    #expect(outcome.messages == [])
    #expect(outcome.changes == ["venue Hall: seats 500 -> 400"])
    #expect(outcome.plan.places.map(\.seats) == [400])
    #expect(outcome.plan.places.map(\.kind) == ["hall"])
  }

  @Test func theSameAgainIsSilentAndChangesNoRevision() {
    var outcome = run("venue Hall { kind hall; seats 500; closed Mon }")
    let revision = outcome.state.declarations.revision
    outcome.run("venue Hall { seats 500; closed Mon }")
    #expect(outcome.changes == [])
    #expect(outcome.state.declarations.revision == revision)
    #expect(outcome.plan.places[0].availability.excluded.count == 1)
  }

  @Test func whatIsSaidTwiceInOneStatementIsRefused() {
    let outcome = run("venue Hall { seats 500; seats 400 }")
    #expect(
      outcome.messages == [
        "said-twice: `seats 400` stands against `seats 500` of the same statement"
      ]
    )
    #expect(outcome.diagnostics.first?.notes.count == 1)
  }

  @Test func anItemOfAnAgendaIsSaidOnce() {
    let outcome = run("module M { ceremony C { item 5 min \"Pause\"; item 5 min \"Pause\" } }")
    #expect(outcome.diagnostics.map(\.kind.id) == ["said-twice"])
  }

  @Test func anItemSaidAgainKeepsItsPlace() {
    var outcome = run("module M { ceremony C { item 5 min \"A\"; item 9 min \"B\" } }")
    outcome.run("module M { ceremony C item 7 min \"A\" }")
    let agenda = outcome.plan.modules[0].sessions[0].agenda
    #expect(agenda.map(\.title) == ["A", "B"])
    #expect(agenda.map(\.minutes) == [7, 9])
  }

  @Test func aConditionMaySetAnewWhatStandsBefore() {
    let outcome = run("let big = true; venue Hall { seats 500; if big { seats 900 } }")
    #expect(outcome.messages == [])
    #expect(outcome.plan.places[0].seats == 900)
  }

  static let rows: [(String, String, [String])] = [
    ("unit U 800 people", "unit U 900 people", ["unit U: 800 people -> 900 people"]),
    ("unit U 800 people", "unit U people 900 people", ["unit U: 800 people -> 900 people"]),
    ("unit U 8 people", "unit U away at most 30%", ["unit U: away at most 30%"]),
    ("venue H", "venue H streams", ["venue H: streams"]),
    ("site S", "site S open Mon..Fri", ["site S: open Mon..Fri"]),
    ("buses 12 seats 50", "buses 10", ["buses: 12 -> 10"]),
    ("plan P", "plan Q", ["plan: name P -> Q"]),
    ("plan P days Mon..Fri", "plan P days Mon..Sat", ["plan P: days Mon..Fri -> Mon..Sat"]),
    (
      "plan P period am 08:30-10:00", "plan P period am 09:00-10:30",
      ["plan P: period am 08:30-10:00 -> am 09:00-10:30"]
    ),
    (
      "plan P period am 08:30-10:00", "plan P period am 09:00-10:30 on Sat",
      ["plan P: period am 09:00-10:30 on Sat"]
    ),
    (
      "teacher T { at most 2 per day; at most 5 per week }", "teacher T at most 3 per day",
      ["teacher T: at most 2 per day -> 3 per day"]
    ),
    (
      "zone A; zone B; travel A to B 40 min", "travel B to A 30 min",
      [
        "travel A to B 40 min: A to B 40 min -> B to A 30 min"
      ]
    ),
    (
      "module M { lecture L for run }", "module M { lecture L for class }",
      ["lecture L: for run -> for class"]
    ),
    (
      "module M { lecture L for run }", "module M { discussion L for run }",
      ["lecture L: form lecture -> discussion"]
    ),
    (
      "module M { visit V { morning; 2 periods } }",
      "module M { visit V { afternoon; 3 periods } }",
      ["visit V: morning -> afternoon", "visit V: 2 periods -> 3 periods"]
    ),
    (
      "rotation R { runs 3; run 2 { starts 2027-03-08 } }", "run 2 of R starts 2027-03-15",
      ["run 2 of R: starts 2027-03-08 -> 2027-03-15"]
    ),
    (
      "venue V; rotation R { runs 3; class 1 of run 2 name Blue }",
      "class 1 of run 2 of R { name Red; room V }",
      ["class 1 of run 2 of R: name Blue -> Red", "class 1 of run 2 of R: room V"]
    ),
    (
      "rotation R classes at most 62 people", "rotation R classes 40",
      ["rotation R: classes 40"]
    ),
    (
      "prefer compact days weight 2", "prefer compact days weight 3",
      [
        "prefer compact days: weight 2 -> 3"
      ]
    ),
  ]

  @Test(arguments: rows)
  func tellsWhatItChanged(_ first: String, _ second: String, _ changes: [String]) {
    var outcome = run(first)
    outcome.run(second)
    #expect(outcome.messages == [])
    #expect(outcome.changes == changes)
  }

  @Test func alternativesTakeEachOthersPlace() {
    var outcome = run("venue A; site B; module M { visit V { for run; in A; first day } }")
    outcome.run("module M { visit V { for groups of 12 people; to B; not first day } }")
    #expect(outcome.messages == [])
    let session = outcome.plan.modules[0].sessions[0]
    #expect(session.audience == .groups(of: 12))
    #expect(session.places == [PlaceID(1)])
    #expect(!session.onFirstDay)
    #expect(session.notFirstDay)
  }

  @Test func whatAddsAdds() {
    var outcome = run("teacher T unavailable Mon, Wed 09:00-10:00")
    outcome.run("teacher T unavailable 2027-03-10")
    #expect(outcome.plan.teachers[0].availability.excluded.count == 3)
    #expect(outcome.changes == ["teacher T: unavailable 2027-03-10"])
  }

  @Test func loopsDeclareOnceWithoutChanges() {
    let outcome = run("for n in 1..3 { venue \"R{n}\" seats n * 10; venue \"R{n}\" seats n * 20 }")
    #expect(outcome.changes == [])
    #expect(outcome.plan.places.map(\.seats) == [20, 40, 60])
  }

  static let drops: [(String, String, [String])] = [
    ("venue A; venue B", "drop venue A", ["venue B\n"]),
    ("zone A; zone B; travel A to B 5 min", "drop travel B to A", ["zone A\nzone B\n"]),
    ("module M { lecture L; study S }", "drop session L", ["module M {\n    study S\n}\n"]),
    ("module M { lecture L; study S }", "drop study S of M", ["module M {\n    lecture L\n}\n"]),
    ("rotation R { runs 2; run 2 { classes 3 } }", "drop run 2 of R", ["rotation R runs 2\n"]),
    (
      "rotation R { runs 2; class 1 of run 2 name X }", "drop class 1 of run 2 of R",
      ["rotation R runs 2\n"]
    ),
    (
      "prefer compact days; prefer even days", "drop prefer 2", ["prefer compact days\n"]
    ),
    ("require 1 = 1; require 2 = 2", "drop require 1", ["require 2 = 2\n"]),
    ("buses 3; beds 4", "drop buses", ["beds 4\n"]),
  ]

  @Test(arguments: drops)
  func dropTakesOut(_ first: String, _ second: String, _ left: [String]) {
    var outcome = run(first)
    outcome.run(second)
    #expect(outcome.messages == [])
    #expect(DeclarationWriter.text(outcome.state) == left.joined())
  }

  @Test func whatStillRefersToTheDroppedIsNamed() {
    var outcome = run("venue Hall; module M { lecture L { for run; in Hall } }")
    outcome.run("drop venue Hall")
    #expect(outcome.messages == ["unknown-name: there is no place `Hall`"])
  }

  @Test func anUnknownNameCannotBeDropped() {
    let outcome = run("venue Halle; drop venue Hale")
    #expect(outcome.messages == ["unknown-name: there is no venue `Hale`"])
    #expect(outcome.diagnostics.first?.remedies == ["did you mean `Halle`?"])
  }

  @Test func aCopyOfTheStateIsTheWayBack() {
    var outcome = run("venue Hall seats 500")
    let before = outcome.state
    outcome.run("venue Hall seats 400; let x = 1; drop venue Hall")
    outcome.state = before
    #expect(DeclarationWriter.text(outcome.state) == "venue Hall seats 500\n")
  }
}
