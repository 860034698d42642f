import FixtureSupport
import Foundation
import RotaDiagnostics
import Synchronization
import Testing

@testable import RotaSession

/// A shell that came to a sudden end is given back, statement by statement.
@Suite struct RecoveryTests {
  /// What `UndoTests` says, and what reaches beyond the plan.
  private static let statements =
    UndoTests.statements.filter { $0 != "solve" } + UndoTests.others + [
      "solve steps 300",
      "set width 90", "set seed 9; set output csv", "set output table", "undo", "undo 2", "redo",
      "try { venue Hall seats 200; solve steps 500 }", "keep",
      "scenario large { venue Hall seats 300 }",
      "scenario early { solve steps 300 seed 2 }", "keep large", "drop scenario large",
      "venue Nowhere { kind nothing }; venue",
      "unit Harbour 70 people; rotation Spring teaches Nothing",
      "publish", "include \"more.rota\"", "def room(n) { venue \"Big {n}\" seats 40 }", "room(3)",
      "import csv teachers \"teachers.csv\"",
    ]

  @Test(arguments: Soak.seeds(6))
  func whatIsRecoveredIsWhatThereWas(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let files = MemoryFiles(["more.rota": "venue More { kind room; seats 12 }\n"])
    files.write("teachers.csv", "name,teaches\nWu,Law\n")
    let journal = MemoryJournal()
    var shell = Recovering(files, journal)
    shell.type(smallPlan)
    for _ in 0..<16 {
      shell.type(Self.statements[Int(random.next() % UInt64(Self.statements.count))])
    }
    let picture = shell.picture()
    // What the disk says now no longer counts.
    files.write("more.rota", "venue Other { kind room; seats 99 }\n")
    files.write("teachers.csv", "name,teaches\nNobody,Ethics\n")
    journal.crash()

    var next = Recovering(files, journal)
    next.type("unit Elsewhere 5 people")
    let before = next.picture()
    next.type("recover")
    #expect(next.text.hasPrefix("recovered "), "\(next.text)")
    #expect(next.picture(without: 2) == picture)
    // A second sudden end, and all of it again.
    journal.crash()
    var third = Recovering(files, journal)
    third.type("recover")
    #expect(third.picture(without: 2) == picture)
    // Everything that was recovered can be taken back.
    let steps = next.steps
    next.type("undo \(steps - 1)")
    #expect(next.picture().hasPrefix(before.prefix { $0 != "§" }))
    next.type("redo \(steps - 1)")
    #expect(next.picture(without: 2) == picture)
  }

  /// The offer counts what will be there, not what was typed.
  @Test func theOfferTellsWhatWillBeGivenBack() {
    let journal = MemoryJournal()
    var shell = Recovering(MemoryFiles(), journal)
    for input in ["venue A", "venue B", "venue C", "undo 2", "redo"] { shell.type(input) }
    journal.crash()
    var next = Recovering(MemoryFiles(), journal)
    #expect(
      next.shell.offerOfRecovery == """
        Unfinished work of 2027-01-01 00:00 is there: 2 statements and 1 undone. \
        `recover` gives it back, `drop recovery` throws it away.
        """)
    next.type("venue Mine")
    next.type("recover")
    #expect(
      next.text == """
        recovered 2 statements and 1 undone of 2027-01-01 00:00
        It takes the place of the plan that was here, which `revert to 1` brings back.

        """)
    // What was given back counts in the next offer, with the step that gave it back.
    journal.crash()
    var third = Recovering(MemoryFiles(), journal)
    #expect(third.shell.offerOfRecovery?.contains(": 4 statements and 1 undone.") == true)
    third.type("drop recovery")
    #expect(third.text == "forgotten: 4 statements and 1 undone of 2027-01-01 00:00\n")
    #expect(third.shell.offerOfRecovery == nil)
  }

  @Test func aSearchIsNotMadeAgain() {
    let journal = MemoryJournal()
    var shell = Recovering(MemoryFiles(), journal)
    shell.type(smallPlan)
    shell.type("solve for 0.2 s")
    let picture = shell.picture()
    journal.crash()
    let searched = Mutex(false)
    var next = Recovering(
      MemoryFiles(), journal,
      progress: { text in searched.withLock { $0 = $0 || !text.isEmpty } })
    next.type("recover")
    #expect(next.picture() == picture)
    #expect(!searched.withLock { $0 })
  }

  @Test func aRepairThatWasTriedIsKnownAgain() {
    let journal = MemoryJournal()
    var shell = Recovering(MemoryFiles(), journal)
    shell.type(smallPlan)
    shell.type("venue Hall seats 80")
    shell.type("why")
    shell.type("try 1")
    let picture = shell.picture()
    journal.crash()
    var next = Recovering(MemoryFiles(), journal)
    next.type("recover")
    #expect(next.picture() == picture)
    shell.type("keep")
    next.type("keep")
    #expect(next.text == shell.text)
    #expect(next.picture() == shell.picture())
  }

  @Test func nothingLostIsSaid() {
    var shell = Recovering(MemoryFiles(), MemoryJournal())
    shell.type("recover")
    #expect(shell.errors == ["nothing-to-recover"])
    shell.type("drop recovery")
    #expect(shell.errors == ["nothing-to-recover"])
    #expect(shell.shell.offerOfRecovery == nil)
  }

  @Test func offerTellsWhenAndHowMuch() {
    let journal = MemoryJournal()
    var shell = Recovering(MemoryFiles(), journal)
    shell.type("venue Hall")
    shell.type("print 1")
    shell.type("venue Hall seats 5\nvenue Room")
    shell.type("rotation Bad { teaches Nothing }")
    journal.crash()
    var next = Recovering(MemoryFiles(), journal)
    #expect(
      next.shell.offerOfRecovery
        == "Unfinished work of 2027-01-01 00:00 is there: 3 statements. `recover` gives it back, "
        + "`drop recovery` throws it away.")
    next.type("drop recovery")
    #expect(next.text == "forgotten: 3 statements of 2027-01-01 00:00\n")
    #expect(next.shell.offerOfRecovery == nil)
  }

  @Test func anInputThatWasCutShortIsTakenBackAsFarAsItMakesNoPlan() {
    let journal = MemoryJournal()
    var shell = Recovering(MemoryFiles(), journal)
    shell.type("venue Hall")
    // Its second statement, which declares the module, was never reached.
    shell.type("rotation Spring { teaches Basics }\nmodule Basics { lecture Law { for run } }")
    journal.crash(keeping: journal.entryCount - 1)
    var next = Recovering(MemoryFiles(), journal)
    next.type("recover")
    #expect(next.picture().contains("venue Hall"))
    #expect(!next.picture().contains("Spring"))
  }

  @Test func scriptsBeforeThePromptAreRunAgainButNotCounted() {
    let files = MemoryFiles(["rc.rota": "let room = 40\n", "plan.rota": "venue Hall seats room\n"])
    let journal = MemoryJournal()
    var shell = Recovering(files, journal, variables: [("room", "70")])
    _ = shell.shell.run(file: "rc.rota") { _ in }
    _ = shell.shell.run(file: "plan.rota") { _ in }
    shell.type("venue Room seats room")
    let picture = shell.picture()
    journal.crash()
    var next = Recovering(files, journal)
    #expect(next.shell.offerOfRecovery?.contains("1 statement.") == true)
    next.type("recover")
    #expect(next.picture() == picture)
    #expect(picture.contains("venue Room seats 70"))
  }

  /// Where nothing was done before, there is nothing that a step would bring back.
  @Test func toRecoverIsAStepOnlyAfterOthers() {
    let journal = MemoryJournal()
    var shell = Recovering(MemoryFiles(), journal)
    shell.type("venue Hall")
    journal.crash()
    var next = Recovering(MemoryFiles(), journal)
    next.type("recover")
    next.type("history")
    #expect(next.text == "1  2027-01-01 00:00  venue Hall\n")
    journal.crash()
    var third = Recovering(MemoryFiles(), journal)
    #expect(third.shell.offerOfRecovery?.contains(": 1 statement.") == true)
    third.type("venue Mine")
    third.type("recover")
    third.type("history")
    #expect(
      third.text.split(separator: "\n").map { $0.split(separator: "  ").last ?? "" } == [
        "venue Mine", "recover", "venue Hall",
      ])
  }

  @Test func aStatementThatRunsNoMoreEndsTheRecovery() {
    let journal = MemoryJournal()
    var shell = Recovering(MemoryFiles(), journal)
    shell.type("venue Hall")
    shell.type("venue Room")
    journal.crash()
    journal.replace("venue Room", with: "venoo Room")
    var next = Recovering(MemoryFiles(), journal)
    next.type("recover")
    #expect(next.errors == ["partly-recovered"])
    #expect(next.picture().contains("venue Hall"))
  }
}

/// A shell that keeps a journal, and what it said last.
private struct Recovering {
  var shell: Shell
  private var inputs = 0
  private(set) var text = ""
  private(set) var errors: [String] = []

  init(
    _ files: MemoryFiles, _ journal: MemoryJournal, variables: [(String, String)] = [],
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    var environment = files.environment()
    environment.journal = journal
    environment.progress = progress
    // A clock that a search can end by.
    environment.clock = { ProcessInfo.processInfo.systemUptime }
    var options = SessionOptions()
    options.variables = variables.map { (name: $0.0, value: $0.1) }
    shell = Shell(environment: environment, options: options)
  }

  mutating func type(_ input: String) {
    inputs += 1
    text = ""
    errors = []
    _ = shell.feed(input, name: "<prompt \(inputs)>", mode: .prompt) { output in
      switch output {
      case .text(let piece, _): text += piece
      case .diagnostic(let diagnostic, _): errors.append(diagnostic.kind.id)
      }
    }
  }

  /// Plan, timetable, settings, scenarios and, without its first steps, the history.
  func picture(without steps: Int = 0) -> String {
    var copy = self
    copy.shell.workspace.environment.journal = nil
    var picture = ""
    for command in [
      "show plan", "list sessions", "show settings", "list scenarios", "show published",
    ] {
      copy.type(command)
      picture += copy.text + copy.errors.joined() + "\n"
    }
    for scenario in shell.workspace.board.scenarios {
      picture += "\(scenario.name) \(scenario.statements) "
      picture += "\(scenario.world.board.timetable.placements.count)\n"
    }
    let journey = shell.workspace.journey
    let lines =
      (journey.done.dropFirst(steps).map { shell.workspace.text(of: $0) }) + ["-"]
      + journey.undone.map { shell.workspace.text(of: $0) }
    return picture + "§" + lines.joined(separator: "\n")
  }

  var steps: Int { shell.workspace.journey.done.count }
}

/// A journal in memory, written and read as the file is.
final class MemoryJournal: WorkJournal, @unchecked Sendable {
  // Tests run a shell on one thread.
  private var lines: [String] = []
  private var left: [String] = []

  var entryCount: Int { lines.count }

  func add(_ entry: JournalEntry) {
    if let line = try? JSONEncoder().encode(entry) {
      lines.append(String(decoding: line, as: UTF8.self))
    }
  }

  /// The shell is no more; its next entries are those of another.
  func crash(keeping count: Int = .max) {
    left = Array(lines.prefix(count))
    lines = []
  }

  func replace(_ old: String, with new: String) { left = left.map { $0.replacing(old, with: new) } }

  private var entries: [JournalEntry] {
    left.compactMap { try? JSONDecoder().decode(JournalEntry.self, from: Data($0.utf8)) }
  }

  func lost() -> LostWork? { LostWork(entries) }
  func takeLost() throws(SessionEnvironment.FileProblem) -> [JournalEntry] { entries }
  func dropLost() throws(SessionEnvironment.FileProblem) { left = [] }
}
