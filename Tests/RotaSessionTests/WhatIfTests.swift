import FixtureSupport
import RotaDiagnostics
import Synchronization
import Testing

@testable import RotaSession

/// `try`, `keep`, `scenario` and `compare`: what they tell, and that they leave the rest alone.
@Suite struct WhatIfTests {
  /// Statements that change the plan, the timetable or both; all can be said of the small plan.
  static let changes = [
    "venue Hall seats 80", "venue Hall seats 400; solve steps 500", "unit Harbour 70 people",
    "teacher Rivera unavailable 2027-03-01; solve steps 500", "rotation Spring runs 2",
    "drop teacher Rivera", "unplace Law of run 1", "lock all", "prefer compact days weight 2",
    "for n in 4..6 { venue \"Room {n}\" { kind room; seats 40 } }", "let x = 3",
    "plan Small { holiday 2027-03-02 }; solve steps 500", "set seed 9; solve steps 500",
    "venue 第一学术报告厅 { kind hall; seats 500 }; module Basics { lecture Law in 第一学术报告厅 }",
    "def more(n) { venue Hall seats n }; more(120)", "drop discussion Review; solve steps 500",
    "drop prefer",
    "require count(sessions) > 2 \"enough of them\"", "venue Hall streams",
    "venue Hall seats 100",
    "module Basics { study 原著自学 { for class } }; solve steps 500",
  ]

  static func solved() -> Desk {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("prefer early weight 1\nsolve steps 2000")
    return desk
  }

  /// Plan, timetable and scenarios.
  static func world(_ desk: Desk) -> String {
    var copy = desk
    copy.type("save over \"sight.rota\"")
    return (copy.files.text("sight.rota") ?? "") + copy.shell.prompt
  }

  /// The same, and the way there.
  static func sight(_ desk: Desk) -> String {
    var copy = desk
    copy.type("history")
    return world(desk) + copy.text
  }

  @Test(arguments: changes) func tryingChangesNothing(_ change: String) {
    var desk = Self.solved()
    let before = Self.sight(desk)
    desk.type("try { \(change) }")
    #expect(desk.diagnostics.allSatisfy { $0.severity != .error }, "\(desk.diagnostics)")
    #expect(desk.text.contains("verdict"))
    #expect(Self.sight(desk) == before)
    desk.type("drop try")
    #expect(Self.sight(desk) == before)
    desk.type("keep")
    #expect(desk.diagnostics.map(\.kind.id) == ["nothing-tried"])
  }

  @Test(arguments: changes) func whatIsKeptIsWhatWasSaid(_ change: String) {
    var desk = Self.solved()
    let before = Self.world(desk)
    var plain = desk
    plain.type(change)
    desk.type("try { \(change) }")
    desk.type("keep")
    #expect(desk.picture() == plain.picture())
    #expect(desk.shell.prompt == plain.shell.prompt)
    let kept = Self.sight(desk)
    desk.type("undo")
    #expect(Self.world(desk) == before)
    desk.type("redo")
    #expect(Self.sight(desk) == kept)
  }

  @Test(arguments: changes) func scenariosComeBackFromAFile(_ change: String) throws {
    var desk = Self.solved()
    let before = desk.picture()
    desk.type("scenario 方案二 { \(change) }")
    #expect(desk.diagnostics.allSatisfy { $0.severity != .error }, "\(desk.diagnostics)")
    #expect(desk.picture() == before)
    desk.type("compare 方案二")
    let figures = desk.text
    desk.type("save \"both.rota\"")
    desk.type("load \"both.rota\"")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    #expect(desk.picture() == before)
    desk.type("compare 方案二")
    #expect(desk.text == figures)
    // The same text again: a scenario is saved as it was read.
    let saved = desk.files.text("both.rota")
    desk.type("save \"both.rota\"")
    #expect(desk.files.text("both.rota") == saved)
    var plain = Self.solved()
    plain.type(change)
    desk.type("keep 方案二")
    #expect(desk.picture() == plain.picture())
    desk.type("undo")
    #expect(desk.picture() == before)
  }

  @Test func whatAScenarioTakesAwayIsSaved() {
    var desk = Self.solved()
    desk.type(
      "scenario alone anew { \(smallPlan.split(separator: "\n").prefix(3).joined(separator: "; ")) }"
    )
    desk.type(
      "scenario short { plan Small dates 2027-03-01..2027-03-02; rotation Spring length 2 days }")
    desk.type("list scenarios")
    let list = desk.text
    #expect(list.contains("2 scenarios"))
    desk.type("compare now, alone, short")
    let figures = desk.text
    desk.type("save \"x.rota\"\nload \"x.rota\"\ncompare now, alone, short")
    #expect(desk.text.hasSuffix(figures))
    desk.type("scenario short { solve steps 500 }\nscenario short")
    #expect(desk.text.contains("solve steps 500"))
    desk.type("drop scenario alone\nundo\nlist scenarios")
    #expect(desk.text.contains("alone"))
    #expect(desk.text.contains("2 scenarios"))
  }

  /// Whatever was tried, kept, named and dropped on the way: undoing all of it leads back, doing it
  /// again leads to where it had led.
  @Test(arguments: Soak.seeds(6)) func theWayBackLeadsBack(seed: UInt64) {
    var desk = Self.solved()
    let start = Self.world(desk)
    let first = desk.steps
    var state = seed
    func pick<T>(_ items: [T]) -> T {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return items[Int((state >> 33) % UInt64(items.count))]
    }
    for _ in 0..<14 {
      let before = Self.world(desk)
      let statement = pick([
        "try { \(pick(Self.changes)) }", "try { \(pick(Self.changes)) }\nkeep", "drop try",
        "scenario 甲 { \(pick(Self.changes)) }", "scenario 乙 { \(pick(Self.changes)) }", "keep 甲",
        "keep 乙", "drop scenario 甲", "compare now, 乙", "scenario 乙 anew { venue X seats 9 }",
        "undo", "redo", pick(Self.changes),
      ])
      // What lies before the start is no part of the way.
      if statement == "undo", desk.steps == first { continue }
      desk.type(statement)
      let looks = statement.hasPrefix("compare") || statement.hasPrefix("drop try")
      if looks || statement.hasPrefix("try") && !statement.hasSuffix("keep") {
        #expect(Self.world(desk) == before, "\(statement)")
      }
    }
    let end = Self.world(desk)
    var steps = 0
    while Self.world(desk) != start {
      desk.type("undo")
      if desk.status != .done { break }
      steps += 1
    }
    #expect(Self.world(desk) == start)
    if steps > 0 { desk.type("redo \(steps)") }
    #expect(Self.world(desk) == end)
  }

  @Test func aTrySpeaksOfThePlanAsItWas() {
    for change in [
      "venue Hall seats 90", "let y = 1", "undo", "unplace all", "scenario s { lock all }",
    ] {
      var desk = Self.solved()
      desk.type("try { venue Hall seats 120 }")
      desk.type(change)
      let before = desk.picture()
      desk.type("keep")
      #expect(desk.diagnostics.map(\.kind.id) == ["plan-changed-since"], "\(change)")
      #expect(desk.picture() == before)
    }
    // What only looks does not disturb it.
    var desk = Self.solved()
    desk.type(
      "try { venue Hall seats 120 }\ncheck\nlist sessions\nshow cost\ntry { venue Hall seats 130 }\nkeep"
    )
    #expect(desk.status == .done)
    desk.type("expect seats(Hall) = 130")
    #expect(desk.status == .done)
  }

  @Test func errorsInABlockHaveTheirPlaceAndChangeNothing() {
    for (wrong, kind) in [
      ("venue Hall seats 0", "out-of-range"), ("drop venue Haal", "unknown-name"),
      ("save \"x\"", "not-in-what-if"), ("try { lock all }", "not-in-what-if"),
      ("move Law of run 9 to 2027-03-01", "unknown-session"), ("quit", "not-in-what-if"),
    ] {
      for command in ["try", "scenario 方案"] {
        var desk = Self.solved()
        let before = Self.sight(desk)
        desk.type("\(command) { unit Harbour 61 people; \(wrong) }")
        #expect(desk.status == .scriptWrong)
        #expect(desk.diagnostics.map(\.kind.id) == [kind, "what-if-failed"], "\(wrong)")
        #expect(desk.diagnostics.allSatisfy { $0.range != nil })
        #expect(Self.sight(desk) == before)
        desk.type("keep")
        #expect(desk.diagnostics.map(\.kind.id) == ["nothing-tried"])
        desk.type("compare now")
        #expect(desk.status == .done)
      }
    }
  }

  @Test func blocksKnowTheVariablesAroundThem() {
    var desk = Self.solved()
    desk.type("for n in [120, 140] { try { venue Hall seats n }; keep }")
    desk.type("expect seats(Hall) = 140")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.type("undo\nexpect seats(Hall) = 100")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.type(
      "def plan_b(name, n) { scenario big { venue Hall seats n } }; plan_b(1, 150); keep big")
    desk.type("expect seats(Hall) = 150")
    #expect(desk.status == .done, "\(desk.diagnostics)")
  }

  @Test func aRepairCanBeTriedAndKept() {
    var desk = Self.solved()
    desk.type("venue Hall seats 80\nwhy")
    #expect(desk.text.contains("1  "), "\(desk.text)")
    let broken = desk.picture()
    desk.type("try 1")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    #expect(desk.text.hasPrefix("try { "))
    #expect(desk.picture() == broken)
    // What was taken back can be tried again.
    desk.type("keep\nundo\ntry 1")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    #expect(desk.picture() == broken)
    desk.type("keep")
    desk.type("expect possible()")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.type("save \"mended.rota\"\nload \"mended.rota\"\nexpect possible()")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.type("venue Hall seats 80\nwhy\ntry 99")
    #expect(desk.diagnostics.map(\.kind.id) == ["nothing-to-try"])
  }

  @Test func whatPeopleWereToldIsTheSameInAllScenarios() {
    var desk = Self.solved()
    desk.type("scenario early { unplace Law of run 1 }\npublish\nkeep early")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.type("show published")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    #expect(desk.text.contains("1 session is other than published"), "\(desk.text)")
    desk.type("try { publish }")
    #expect(desk.diagnostics.map(\.kind.id) == ["not-in-what-if", "what-if-failed"])
  }

  @Test func namesOfScenariosAreOffered() {
    var desk = Self.solved()
    desk.type("scenario 方案二 { lock all }\nscenario \"two halls\" { venue Annex seats 90 }")
    for (text, offered) in [
      ("compare now, ", ["方案二", "\"two halls\""]), ("keep ", ["方案二"]), ("drop scenario ", ["方案二"]),
      ("compare ", ["now"]), ("drop ", ["try", "scenario"]), ("list ", ["scenarios"]),
      ("scenario 方案二 ", ["anew"]), ("try { ven", ["venue"]),
    ] {
      let found = desk.shell.completions(for: text, cursor: text.utf8.count).items.map(\.text)
      for name in offered { #expect(found.contains(name), "\(text): \(found)") }
    }
  }

  @Test func programsReadTheFigures() {
    var options = SessionOptions()
    options.json = true
    var desk = Desk(options: options)
    desk.type(smallPlan)
    desk.type("try { rotation Spring runs 2 }")
    #expect(
      desk.text.contains("{\"figure\": \"runs\", \"now\": 1, \"try\": 2, \"differs\": true}\n"))
    desk.type("scenario two { rotation Spring runs 2 }\ncompare two, now")
    #expect(
      desk.text.contains(
        "{\"figure\": \"trainees\", \"two\": 90, \"now\": 90, \"differs\": false}\n"))
  }

  @Test func onlyWhatIsKeptIsChecked() {
    var desk = Desk()
    desk.shell.onlyDeclarations = true
    desk.type(smallPlan + "try { venue Hall seats 20; solve }\n", mode: .script)
    #expect(desk.text == "")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.shell.onlyDeclarations = false
    desk.type("expect seats(Hall) = 100")
    #expect(desk.status == .done)
  }

  @Test func namesThatMeanSomethingElseAreRefused() {
    var desk = Self.solved()
    for name in ["now", "figure", "differs"] {
      desk.type("scenario \(name) { lock all }")
      #expect(desk.diagnostics.map(\.kind.id) == ["bad-scenario-name"])
    }
    for unknown in ["compare now, nix", "keep nix", "drop scenario nix", "scenario nix"] {
      desk.type(unknown)
      #expect(desk.diagnostics.map(\.kind.id) == ["unknown-target"], "\(unknown)")
    }
  }

  /// A long solve within a try tells how far it has come, and so does the search for repairs.
  @Test func whatTakesLongTellsOfItsProgress() {
    let lines = Mutex<[String]>([])
    var desk = Desk()
    desk.shell.workspace.environment.progress = { line in lines.withLock { $0.append(line) } }
    desk.type(smallPlan)
    desk.type("try { prefer early; solve steps 20000 }")
    #expect(lines.withLock { $0 }.contains { $0.hasPrefix("try: placed 5 of 5, cost ") })
    #expect(lines.withLock { $0 }.last == "")
    lines.withLock { $0 = [] }
    desk.type("venue Hall seats 20\nwhy")
    #expect(lines.withLock { $0 }.contains { $0.hasPrefix("tried 1 of ") })
    #expect(lines.withLock { $0 }.last == "")
  }

  /// `try` tells of every proof that `check` would find, and so does the prompt once it is kept.
  @Test func aTryIsProvedAsCheckWouldProveIt() {
    var desk = Desk()
    desk.type(
      """
      plan P { dates 2027-03-01 .. 2027-03-02; period a 08:00-09:00; period b 09:00-10:00; period c 10:00-11:00 }
      module M { lecture A for class; lecture B for class }
      rotation R { trainees 1000 people; runs 1; length 2 days; classes at most 4 people; teaches M }
      module Long { for n in 1..3 { lecture "L{n}" { for run; 2 periods } } }
      """)
    // Three of two periods on two days of three: counted there are enough.
    desk.type("try { rotation S { trainees 9 people; runs 1; length 2 days; teaches Long } }")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    #expect(desk.text.contains("impossible: "), "\(desk.text)")
    #expect(desk.text.contains("1 problem"), "\(desk.text)")
    desk.type("keep")
    #expect(desk.shell.prompt.contains("1 problem"), "\(desk.shell.prompt)")
  }

  @Test func aRepairIsKeptByItsNumber() {
    var desk = Self.solved()
    desk.type("venue Hall seats 80\nwhy")
    let broken = desk.picture()
    desk.type("keep 1")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    #expect(desk.text.hasPrefix("try { "))
    #expect(!desk.text.contains("Nothing was changed"))
    desk.type("expect possible()")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.type("undo")
    #expect(desk.picture() == broken)
    desk.type("why\nkeep 99")
    #expect(desk.diagnostics.map(\.kind.id) == ["nothing-to-try"])
  }

  /// Ctrl-C while reasons are looked for: what is not known is not said.
  @Test func whyTellsThatItWasInterrupted() {
    var interrupted = 0
    for most in [0, 3, 8, 20, 60, 200, 1000, 5000] {
      var desk = Self.solved()
      desk.type("venue Hall seats 80")
      let looks = Mutex(0)
      desk.shell.workspace.environment.isCancelled = {
        looks.withLock { count in
          count += 1
          return count > most + 1
        }
      }
      desk.type("why")
      let text = desk.text
      guard desk.status == .interrupted, !text.isEmpty else { continue }
      interrupted += 1
      #expect(text.contains("Interrupted"), "\(text)")
      #expect(!text.contains("No change of these"), "\(text)")
    }
    #expect(interrupted > 1)
  }
}
