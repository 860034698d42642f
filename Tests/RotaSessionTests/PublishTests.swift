import Testing

@testable import RotaSession

/// Publications at the prompt: undone, saved, loaded, and repaired from a date on.
@Suite struct PublishTests {
  /// Everything that `save` writes: what people have, too.
  private func saved(_ desk: Desk) -> String {
    var copy = desk
    copy.type("save \"state.rota\"")
    return copy.files.text("state.rota") ?? ""
  }

  private static let steps = [
    "publish", "teacher Rivera unavailable 2027-03-01", "solve keep steps 2000", "publish",
    "drop discussion Review", "solve keep from 2027-03-02 steps 2000", "publish",
    "prefer keep published places weight 7", "venue Hall closed 2027-03-02",
    "solve keep steps 2000", "publish", "unplace all",
  ]

  @Test func undoBringsBackEveryPublication() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("solve steps 2000")
    var states = [saved(desk)]
    for step in Self.steps {
      desk.type(step)
      states.append(saved(desk))
    }
    #expect(Set(states).count > 8)
    // A step may come to what there was before it.
    for (before, after) in zip(states.dropLast(), states.dropFirst()).reversed()
    where before != after {
      for _ in Self.steps where saved(desk) == after { desk.type("undo") }
      #expect(saved(desk) == before)
    }
    for (before, after) in zip(states.dropLast(), states.dropFirst()) where before != after {
      for _ in Self.steps where saved(desk) == before { desk.type("redo") }
      #expect(saved(desk) == after)
    }
  }

  /// What is cancelled is kept, of sessions that the plan no longer has as well.
  @Test func whatIsSavedComesBackExactly() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("solve steps 2000")
    for step in Self.steps {
      desk.type(step)
      let state = saved(desk)
      var other = Desk(["state.rota": state])
      other.type("load \"state.rota\"")
      #expect(other.status == .done, "\(step): \(other.diagnostics)")
      #expect(saved(other) == state, "\(step)")
    }
    #expect(saved(desk).contains(" cancelled\n"))
    #expect(saved(desk).contains("publication 4 on 2027-01-01\n"))
  }

  @Test func whatIsOverNeedNotBeMended() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("prefer early")
    desk.type("solve steps 4000")
    desk.type("publish")
    desk.type("venue Hall closed 2027-03-01")
    desk.type("publish")
    #expect(desk.diagnostics.map(\.kind.id) == ["cannot-publish"])
    #expect(desk.diagnostics.first?.remedies == ["solve keep", "publish from 2027-03-02"])
    // That day itself is not over yet.
    desk.type("publish from 2027-03-01")
    #expect(desk.diagnostics.map(\.kind.id) == ["cannot-publish"])
    desk.type("publish from 2027-03-02")
    #expect(desk.text.contains("published timetable 2"))
    // What people do not know is not over, wherever it lies.
    desk.type("place Ethics of run 1 at 2027-03-01 pm in Hall by Rivera")
    desk.type("publish from 2027-03-02")
    #expect(desk.diagnostics.map(\.kind.id) == ["cannot-publish"])
  }

  @Test func whoLosesItsPlaceIsCounted() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("solve steps 2000")
    desk.type("publish")
    desk.type("venue Hall seats 1")
    desk.type("solve keep steps 2000")
    #expect(desk.text.contains("no place any more"))
    desk.type("changes")
    #expect(desk.text.contains("without a place"))
    #expect(!desk.text.contains(" gone"))
  }

  @Test func aDateThatIsKeptIsAReason() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("solve steps 2000")
    desk.type("publish")
    desk.type("unplace Law of run 1")
    desk.type("solve keep from 2027-03-04 steps 2000")
    let notes = desk.diagnostics.flatMap(\.notes).map(\.message)
    #expect(notes.contains { $0.contains("lie before 2027-03-04") })
    #expect(desk.text.contains("`solve keep` alone may move that, too"))
  }

  @Test func whatLiesBeforeTheDateStays() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("prefer early")
    desk.type("solve steps 4000")
    desk.type("lock Law")
    desk.type("publish")
    desk.type("list sessions where date = 3月1日")
    let before = desk.text
    #expect(before.contains("Ethics"))
    // What is broken on that day stays all the same.
    desk.type("venue Hall closed 2027-03-01")
    for n in 1...3 { desk.type("venue \"Room \(n)\" closed 2027-03-01 .. 2027-03-02") }
    desk.type("solve keep from 2027-03-02 steps 4000")
    desk.type("list sessions where date = 2027-03-01 and session != Review")
    let after = desk.text
    for line in before.split(separator: "\n")
    where !line.contains("Review") && line.contains("Hall") {
      #expect(after.contains(line))
    }
    desk.type("expect count(sessions, where: session = Review and date = 2027-03-01) = 0")
    // Only what the planner has locked is locked.
    desk.type("expect count(sessions, where: locked) = 1")
    #expect(desk.status == .done, "\(desk.diagnostics)")
  }

  @Test func aPlanThatBreaksRulesIsNotPublished() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("publish")
    #expect(desk.diagnostics.map(\.kind.id) == ["no-timetable"])
    desk.type("solve steps 2000")
    desk.type("venue Hall closed 2027-03-01 .. 2027-03-03")
    desk.type("publish")
    #expect(desk.diagnostics.map(\.kind.id) == ["cannot-publish"])
    desk.type("changes")
    #expect(desk.diagnostics.map(\.kind.id) == ["nothing-published"])
    desk.type("export changes ics \"a.ics\"")
    #expect(desk.diagnostics.map(\.kind.id) == ["nothing-published"])
    #expect(desk.files.text("a.ics") == nil)
  }

  /// Whoever had sessions and has none now hears of it, also where the plan has forgotten them.
  @Test func thoseWhoAreDroppedAreTold() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("teacher Marsh teaches Law")
    desk.type("venue Annex { kind hall; seats 100 }")
    desk.type("module Basics { lecture Law { by Marsh; in Annex } }")
    desk.type("solve steps 4000")
    desk.type("publish")
    desk.type("module Basics { lecture Law { by Okafor; in Hall } }")
    desk.type("teacher Rivera unavailable 2027-03-01 .. 2027-03-03")
    desk.type("drop teacher Marsh")
    desk.type("drop venue Annex")
    desk.type("solve keep steps 4000")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    for who in ["teacher Marsh", "venue Annex"] {
      desk.type("changes for \(who)")
      #expect(desk.text.contains("No longer here"), "\(who): \(desk.text)")
      #expect(desk.text.contains("Law"), "\(desk.text)")
    }
    desk.type("export changes markdown \"changes.md\"")
    let notices = desk.files.text("changes.md") ?? ""
    for name in ["Marsh", "Annex", "Okafor", "Hall"] {
      #expect(notices.contains("Changes: \(name)\n"), "\(name): \(notices)")
    }
    desk.type("export ics \"marsh.ics\" of teacher Marsh")
    let calendar = desk.files.text("marsh.ics") ?? ""
    #expect(calendar.contains("STATUS:CANCELLED") && !calendar.contains("CONFIRMED"), "\(calendar)")
    desk.type("export ics \"all.ics\" each teacher")
    #expect(desk.files.text("all Marsh.ics") == calendar)
    desk.type("export ics \"all.ics\" each venue")
    #expect(desk.files.text("all Annex.ics")?.contains("STATUS:CANCELLED") == true)
    // Only where news is told of is there anything to say of them.
    desk.type("show timetable of teacher Marsh")
    #expect(desk.diagnostics.map(\.kind.id) == ["unknown-target"])
    // They have been told; what follows is not theirs. Their calendars, which may be read later, go on
    // telling it.
    desk.type("publish")
    desk.type("changes for teacher Marsh")
    #expect(desk.text.contains("Nothing has changed"), "\(desk.text)")
    desk.type("export ics \"marsh.ics\" of teacher Marsh replace")
    #expect(desk.files.text("marsh.ics")?.contains("STATUS:CANCELLED") == true)
  }

  /// A holiday moves the days of the runs after it; a first day said keeps a run where it is.
  @Test func aRunIsKeptWhereItIs() {
    var desk = Desk()
    desk.type(
      """
      plan Small { dates 2027-03-01 .. 2027-03-12; period am 09:00-10:30; period pm 14:00-15:30 }
      venue Hall { kind hall; seats 40 }
      module Basics {
          lecture Ethics { for run; in Hall; first day }
          lecture Law { for run; in Hall; last day }
      }
      rotation Spring {
          trainees 90 people; runs 3; length 2 days; starts 2027-03-01; ends 2027-03-12
          classes at most 30 people; teaches Basics
      }
      """)
    desk.type("solve steps 2000")
    desk.type("publish")
    desk.type("plan holiday 2027-03-02")
    desk.type("why")
    #expect(desk.text.contains("run 2 of Spring starts 2027-03-05"), "\(desk.text)")
    var kept = desk
    kept.type("try 1")
    #expect(kept.status == .done, "\(kept.diagnostics)")
    kept.type("keep")
    // Only what was to be on the holiday itself is moved then.
    kept.type("solve keep steps 2000")
    #expect(kept.text.contains("moved 1 of 6"), "\(kept.text)")
    desk.type("solve keep steps 2000")
    #expect(!desk.text.contains("moved 1 of 6"), "\(desk.text)")
  }

  /// What nothing can better is left alone, and of equals the one that is there is taken.
  @Test func solvingAgainMovesNothing() {
    var desk = Desk()
    desk.type(smallPlan, mode: .script)
    desk.type("solve steps 2000; publish")
    let first = desk.shell.workspace.board.timetable
    for again in ["solve", "solve seed 6 steps 4000", "solve keep", "try { buses 7; solve }; keep"]
    {
      desk.type(again)
      #expect(desk.shell.workspace.board.timetable == first, "\(again)")
    }
    // With wishes that cannot all be met, too.
    desk.type("prefer early; prefer even days; prefer compact days; solve steps 20000; publish")
    let second = desk.shell.workspace.board.timetable
    desk.type("solve steps 20000")
    #expect(desk.shell.workspace.board.timetable == second)
  }

  /// A plain `solve` may move what people have where that costs less, and says so.
  @Test func aPlainSolveTellsOfPublishedSessionsThatMoved() {
    var desk = Desk()
    desk.type(smallPlan, mode: .script)
    desk.type("solve steps 2000; publish; venue Hall closed 2027-03-01; solve steps 4000")
    #expect(
      desk.text.contains("elsewhere now; `solve keep` moves as few as it can\n"), "\(desk.text)")
  }

  /// A day that has become free is the one that people ask about.
  @Test func aDayWithoutTeachingTellsWhatWasOnIt() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("solve steps 2000")
    desk.type("publish")
    desk.type("plan Small { holiday 2027-03-02; dates 2027-03-01..2027-03-03 }")
    desk.type("solve keep steps 2000")
    desk.type("changes for day 2027-03-02")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    #expect(desk.text.contains("2 March 2027"), "\(desk.text)")
    #expect(!desk.text.contains("No changes"), "\(desk.text)")
    desk.type("changes for day 2027-03-09")
    #expect(desk.diagnostics.map(\.kind.id) == ["wrong-placement"])
  }
}
