import RotaDiagnostics
import Testing

@testable import RotaSession

/// What is probably a slip of the keys, and what is refused for what was said elsewhere.
@Suite struct SlipTests {
  @Test func aNameNearlyThatOfAnotherIsTold() {
    var desk = Desk()
    desk.type(smallPlan)
    #expect(desk.diagnostics.isEmpty)
    desk.type("teacher Riviera unavailable 2027-03-02")
    #expect(desk.status == .done)
    #expect(desk.diagnostics.map(\.message) == ["teacher Riviera is new"])
    #expect(desk.diagnostics.first?.remedies == ["did you mean `Rivera`? then `undo`"])
    desk.type("undo; venue \"Room 4\" { kind room; seats 35 }")
    #expect(desk.diagnostics.isEmpty)
    desk.type("venue Hal seats 300; venue Auditorium seats 90")
    #expect(desk.diagnostics.map(\.message) == ["venue Hal is new"])
    desk.type("teacher Rivera unavailable 2027-03-02")
    #expect(desk.diagnostics.isEmpty)
  }

  @Test func daysOutsideThePlanHaveNoEffect() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("teacher Rivera unavailable 2028-03-02, 2027-03-02")
    #expect(desk.status == .done)
    #expect(
      desk.diagnostics.map(\.message) == [
        "2028-03-02 is outside the plan's dates 2027-03-01..2027-03-03: no effect"
      ])
    desk.type("venue Hall closed 2027-03-03..2027-03-05")
    #expect(desk.diagnostics.isEmpty)
  }

  @Test func whatIsRefusedIsNotToldAsChanged() {
    var desk = Desk()
    desk.type(smallPlan)
    let before = desk.picture()
    desk.type("rotation Spring runs 0")
    #expect(desk.text == "Nothing was changed.\n")
    #expect(desk.picture() == before)
    desk.type("rotation Spring classes at most 31 people; show plan")
    #expect(desk.text.hasPrefix("changed rotation Spring: classes at most 30 people -> "))
  }

  @Test func aClauseOfThePlanIsNoOption() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("set language vi")
    #expect(desk.diagnostics.map(\.message) == ["`language` is no option"])
    #expect(
      desk.diagnostics.first?.remedies == ["`language` belongs to plan: `plan { language … }`"])
    desk.type("set widht 80")
    #expect(desk.diagnostics.first?.remedies == ["did you mean `width`?"])
  }

  @Test func whatIsUsedCannotBeDropped() {
    var desk = Desk()
    desk.type(smallPlan)
    let before = desk.picture()
    desk.type("drop venue Hall")
    #expect(Set(desk.diagnostics.map(\.message)) == ["venue Hall is still used here"])
    #expect(desk.picture() == before)
    desk.type("drop teacher Riviera")
    #expect(desk.diagnostics.map(\.kind.id) == ["unknown-name"])
  }

  /// Clauses of several words, and whatever clauses are said of.
  @Test func clausesAreDroppedByTheirWords() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("rotation Spring { at most 2 sessions per day; run 1 starts 2027-03-01 }")
    desk.type("teacher Rivera { at most 1 per day; at most 2 per week }")
    desk.type("module Basics { lecture Law { not on Fri; 2 periods } }")
    desk.type("plan Small { holiday 2027-03-03; break 30 min }")
    for (said, answer) in [
      (
        "at most of teacher Rivera",
        "teacher Rivera: no longer at most 1 per day; at most 2 per week"
      ),
      ("at most of Spring", "rotation Spring: no longer at most 2 sessions per day"),
      ("starts of run 1", "run 1 of Spring: no longer starts 2027-03-01"),
      ("not on of lecture Law", "lecture Law: no longer not on Fri"),
      ("periods of session Law of Basics", "lecture Law: no longer 2 periods"),
      ("holiday of plan", "plan Small: no longer holiday 2027-03-03"),
    ] {
      desk.type("drop \(said)")
      #expect(desk.text == "changed \(answer)\n")
    }
  }

  @Test func aClauseCanBeTakenAway() {
    var desk = Desk()
    desk.type(smallPlan)
    let before = desk.picture()
    desk.type("teacher Rivera { unavailable Mon; unavailable 2027-03-02 am }")
    #expect(desk.picture() != before)
    desk.type("drop unavailable of teacher Rivera")
    #expect(
      desk.text
        == "changed teacher Rivera: no longer unavailable Mon; unavailable 2027-03-02 am\n")
    #expect(desk.picture() == before)
    desk.type("drop after of session Law")
    #expect(desk.text == "changed lecture Law: no longer after Ethics\n")
    desk.type("undo")
    #expect(desk.picture() == before)
    desk.type("undo")
    #expect(desk.picture() != before)
    desk.type("undo")
    #expect(desk.picture() == before)
    desk.type("drop open of teacher Rivera")
    #expect(desk.diagnostics.map(\.kind.id) == ["nothing-said"])
    #expect(desk.diagnostics.first?.remedies == ["it has: teaches"])
    desk.type("drop teaches Ethics of teacher Rivera")
    #expect(desk.text == "changed teacher Rivera: no longer teaches Ethics\n")
    desk.type("undo")
    #expect(desk.picture() == before)
    desk.type("drop teaches Law of teacher Rivera")
    #expect(desk.diagnostics.map(\.message) == ["teacher Rivera has no `teaches` with that"])
    #expect(desk.diagnostics.first?.remedies == ["it has: teaches Ethics"])
    let limited = "teacher Rivera { at most 1 per day; at most 4 per week; unavailable Mon, Tue }"
    desk.type(limited)
    desk.type("drop at most 4 per week of teacher Rivera")
    #expect(desk.text == "changed teacher Rivera: no longer at most 4 per week\n")
    desk.type("drop unavailable Mon of teacher Rivera")
    #expect(desk.diagnostics.first?.remedies == ["it has: unavailable Mon, Tue"])
    desk.type("drop unavailable Mon,Tue of teacher Rivera")
    desk.type("drop at most 1 sessions per day of teacher Rivera")
    #expect(desk.picture() == before)
    desk.type("prefer compact days weight 2; prefer 2..4 periods per day; prefer even days")
    desk.type("drop prefer compact day")
    #expect(desk.diagnostics.first?.remedies == ["did you mean `compact days`?"])
    desk.type("drop prefer compact days; drop prefer 2 .. 4 periods per day; drop prefer")
    #expect(desk.picture() == before)
    desk.type("drop open of Rivera")
    #expect(desk.diagnostics.first?.message == "teacher Rivera has no `open`")
    desk.type("drop holiday")
    #expect(desk.diagnostics.first?.remedies == ["drop holiday of plan"])
    desk.type("drop seats of venue Hull")
    #expect(desk.diagnostics.first?.remedies == ["did you mean `Hall`?"])
  }
}
