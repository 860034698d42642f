import FixtureSupport
import RotaDiagnostics
import RotaPlanning
import RotaSession
import Testing

/// A shell with its output at hand.
struct Desk {
  var shell: Shell
  let files: MemoryFiles
  private(set) var text = ""
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var status: RotaSession.ExitStatus = .done

  init(_ texts: [String: String] = [:], options: SessionOptions = SessionOptions()) {
    files = MemoryFiles(texts)
    shell = Shell(environment: files.environment(), options: options)
  }

  init(_ files: MemoryFiles) {
    self.files = files
    shell = Shell(environment: files.environment())
  }

  @discardableResult
  mutating func type(_ input: String, mode: Shell.Mode = .prompt) -> FeedResult {
    var text = ""
    var diagnostics: [Diagnostic] = []
    let result = shell.feed(input, name: "<test>", mode: mode) { output in
      switch output {
      case .text(let piece, _): text += piece
      case .diagnostic(let diagnostic, _): diagnostics.append(diagnostic)
      }
    }
    self.text = text
    self.diagnostics = diagnostics
    status = result.status
    return result
  }

  /// The plan as statements, and every session with its place.
  func picture() -> String { said(by: ["show plan", "list sessions"]) }

  /// Everything that a statement can change: plan, timetable, what people have, options, scenarios.
  func whole() -> String {
    picture()
      + said(by: [
        "list sessions where locked", "show published", "show settings", "list scenarios",
      ])
  }

  private func said(by commands: [String]) -> String {
    var copy = self
    var picture = ""
    for command in commands {
      copy.type(command)
      picture += copy.text
    }
    return picture
  }
}

let smallPlan = """
  plan Small { dates 2027-03-01 .. 2027-03-03; period am 09:00-10:30; period noon 11:00-12:30; period pm 14:00-15:30 }
  venue Hall { kind hall; seats 100 }
  for n in 1..3 { venue "Room {n}" { kind room; seats 35 } }
  teacher Rivera { teaches Ethics }
  teacher Okafor { teaches Law, Ethics }
  unit Harbour 60 people
  unit Airport 30 people
  module Basics {
      lecture Ethics { for run; in Hall; by any teacher }
      lecture Law { for run; in Hall; by any teacher; after Ethics }
      discussion Review { for class; in room; after Law }
  }
  rotation Spring { trainees all units; runs 1; length 3 days; classes at most 30 people; teaches Basics }

  """

@Suite struct SessionTests {
  @Test func aStatementThatFailsChangesNothing() {
    var desk = Desk()
    desk.type(smallPlan, mode: .prompt)
    #expect(desk.status == .done)
    let before = desk.picture()
    for wrong in [
      "venue Hall seats 0", "drop venue Hall", "lecture X", "venue", "print 40 min + 3 people",
      "module Basics { lecture Law { by Nobody } }", "solve for 3 people", "load \"nowhere.rota\"",
      "show timetable", "list rooms", "set seed -1", "rotation Spring runs 0",
    ] {
      desk.type(wrong)
      #expect(desk.status != .done, "\(wrong)")
      #expect(!desk.diagnostics.isEmpty, "\(wrong)")
      #expect(desk.picture() == before, "\(wrong)")
    }
  }

  @Test func solvingPlacesEverySessionAndVerifies() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("solve steps 20000")
    #expect(desk.status == .done)
    #expect(desk.diagnostics.isEmpty)
    desk.type("expect unplaced() = 0; expect count(sessions, where: placed) = 5")
    #expect(desk.status == .done)
  }

  @Test func savingAndLoadingGivesTheSamePlanAndTimetable() throws {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("solve steps 20000; lock Law of run 1; set seed 9")
    let before = desk.picture()
    desk.type("save \"one.rota\"")
    #expect(desk.status == .done)
    desk.type("load \"one.rota\"")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    #expect(desk.picture() == before)
    desk.type("save \"two.rota\"")
    #expect(desk.files.text("one.rota") == desk.files.text("two.rota"))
    #expect(desk.files.text("one.rota")?.contains(" locked") == true)
    // A file of somebody's own is not written over.
    desk.type("load \"one.rota\"; undo")
    #expect(desk.picture() == before)
  }

  @Test func savingDoesNotWriteOverAPlannersOwnScript() {
    var desk = Desk(["mine.rota": "# my notes\nvenue Hall\n"])
    desk.type(smallPlan)
    desk.type("save \"mine.rota\"")
    #expect(desk.status == .scriptWrong)
    #expect(desk.files.text("mine.rota") == "# my notes\nvenue Hall\n")
    desk.type("save over \"mine.rota\"")
    #expect(desk.status == .done)
    #expect(desk.files.text("mine.rota")?.hasPrefix("# Saved by Rota.") == true)
    // Nor over what somebody has changed in such a file since.
    let saved = desk.files.text("mine.rota") ?? ""
    var other = Desk(["mine.rota": saved + "teacher Okafor\n"])
    other.type("venue Hall; save \"mine.rota\"")
    #expect(other.diagnostics.map(\.kind.id) == ["file-exists"])
    other.type("save over \"mine.rota\"; venue Annex; save \"mine.rota\"")
    #expect(other.diagnostics.isEmpty && other.files.text("mine.rota")?.contains("Annex") == true)
    desk.type("save \"readonly/plan.rota\"")
    #expect(desk.status == .fileProblem)
  }

  @Test func anIncludeCycleIsNamed() {
    var desk = Desk(["a.rota": "include \"b.rota\"\n", "b.rota": "include \"a.rota\"\n"])
    desk.type("include \"a.rota\"")
    #expect(desk.diagnostics.contains { $0.kind.id == "include-cycle" })
    #expect(desk.status == .scriptWrong)
  }

  @Test func aScriptStopsAtItsFirstErrorAndSaysAllErrors() {
    var desk = Desk()
    desk.type(
      "venue A seats 0\nlist venues\nvenue B seats 0\nlet x = 1 min + 2 people\n",
      mode: .script)
    #expect(desk.diagnostics.count >= 3)
    #expect(!desk.text.contains("name"))
    #expect(desk.status == .scriptWrong)
  }

  @Test func aScriptThatStopsSaysWhatHolds() {
    var desk = Desk()
    desk.type(
      "venue Hall seats 9\nprint 1\nlist sessions where nosuch = 1\nvenue Z\nprint 2\n",
      mode: .script)
    #expect(
      desk.text == """
        1
        Stopped at line 3: the 2 statements before it hold, nothing from there on was run.

        """)
    desk.type("list venues")
    #expect(desk.text.contains("Hall"))
    #expect(!desk.text.contains("Z"))
    desk.type("let a = 1; drop venue Nowhere; venue Y", mode: .script)
    #expect(
      desk.text
        == "Stopped at line 1: the statement before it holds, nothing from there on was run.\n")
    // What a loop has done before its error is undone with it.
    desk.type("for n in [1, 0] { venue \"V{n}\" seats 10 / n }", mode: .script)
    #expect(desk.text == "Stopped at line 1: nothing was run.\n")
    desk.type("history")
    #expect(desk.text.split(separator: "\n").count == 2)
  }

  @Test func whatAStatementChangedIsToldBeforeWhatFollowsIt() {
    var desk = Desk()
    desk.type("venue Hall seats 100")
    desk.type("venue Hall seats 95; print seats(Hall); venue Hall seats 90")
    #expect(
      desk.text == """
        changed venue Hall: seats 100 -> 95
        95
        changed venue Hall: seats 95 -> 90

        """)
    // What does not stand is not told.
    desk.type("venue Hall seats 80; print seats(Nowhere)")
    #expect(desk.text == "changed venue Hall: seats 90 -> 80\n")
    desk.type("print seats(Hall); venue Hall seats 70; session X at Nowhere")
    #expect(!desk.text.contains("70"))
  }

  @Test func habitsOfOtherShellsAreAnswered() {
    let answers = [
      (".quit", "`quit` or Ctrl-D leaves"), ("exit()", "`quit` or Ctrl-D leaves"),
      ("\\q", "`quit` or Ctrl-D leaves"), ("clear", "Ctrl-L clears the screen"),
      ("?", "`help` tells what there is"), ("solve 10 s", "write `solve for 10 s`"),
      ("revert 3", "write `revert to 3`"), ("diff 1 2", "write `diff 1, 2`"),
      (
        "save over Kế hoạch.rota",
        "a name with a blank needs quotes: `save over \"Kế hoạch.rota\"`"
      ),
      ("timer on", "options are given by `set`: `set timer on`"),
      ("output table", "options are given by `set`: `set output table`"),
      ("edit foo", "`edit` opens the last input and `edit plan` the plan, in your editor"),
    ]
    for (input, remedy) in answers {
      var desk = Desk()
      desk.type(input)
      #expect(desk.diagnostics.map(\.remedies) == [[remedy]], "\(input)")
    }
  }

  @Test func aBlockWithAWrongWordIsNotCalledOpenAsWell() {
    var desk = Desk()
    desk.type("venue Hall {\nseets 9\n")
    #expect(desk.diagnostics.map(\.kind.id) == ["unknown-word"])
  }

  @Test func setVariablesWinOverTheScriptsOwn() {
    var options = SessionOptions()
    options.variables = [("year", "2028"), ("who", "North School")]
    var desk = Desk(options: options)
    desk.type("let year = 2027\nprint year, who\n", mode: .script)
    #expect(desk.text == "2028 North School\n")
  }

  @Test func anInputThatIsNotFinishedAsksForMore() {
    var desk = Desk()
    for open in ["venue Hall {", "print [1,", "venue Hall { seats 5;", "print 1 +"] {
      #expect(desk.type(open).needsMoreInput, "\(open)")
    }
    for whole in ["venue Hall", "venue Hall {}", "venue Hall }", "print 1"] {
      #expect(!desk.type(whole).needsMoreInput, "\(whole)")
    }
  }

  @Test func movingNamesWhatStandsAgainstIt() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("solve steps 20000")
    let before = desk.picture()
    desk.type("move Law of run 1 to 2027-03-01 at am in \"Room 1\"")
    #expect(desk.diagnostics.first?.kind.id == "placement-breaks-rules")
    #expect(desk.diagnostics.first?.notes.isEmpty == false)
    #expect(desk.picture() == before)
  }

  @Test func theSameSeedGivesTheSameTimetable() {
    var pictures: Set<String> = []
    for _ in 0..<2 {
      var desk = Desk()
      desk.type(smallPlan + "\nprefer compact days\nset seed 5\nsolve steps 20000\n")
      pictures.insert(desk.picture())
    }
    #expect(pictures.count == 1)
  }
}

/// Undo after anything restores the plan.
@Suite struct UndoTests {
  static let statements = [
    "venue Hall seats 90", "venue Hall seats 100", "venue Annex { kind room; seats 20 }",
    "drop venue Annex", "unit Harbour 61 people", "solve", "solve steps 2000 seed 3",
    "lock all", "unlock all", "unplace Review of class 1 of run 1", "set seed 4",
    "let n = 3", "for k in 1..2 { venue \"Extra {k}\" seats k * 10 }",
    "prefer compact days weight 2",
    "teacher Okafor unavailable 2027-03-02",
    "module Basics { discussion More { for class; in room } }",
    "plan Small holiday 2027-03-02 Off", "rotation Spring { run 1 { people 90 } }",
    "venue Hall { closed 2027-03-03 }", "teacher Rivera at most 1 per day",
  ]

  /// What reaches beyond the plan, and what goes back on the way.
  static let others = [
    "set width 90", "publish", "scenario large { venue Hall seats 300 }",
    "scenario large { unit Harbour 50 people }",
    "drop scenario large", "keep large", "revert to 2", "set output csv", "set output table",
  ]

  @Test(arguments: Soak.seeds(12))
  func undoingEverythingRestoresEveryState(_ seed: UInt64) {
    let statements = Self.statements + Self.others
    var random = SplitMix(state: seed)
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("set steps 3000")
    var pictures = [desk.whole()]
    let firstPoint = desk.steps
    for _ in 0..<14 {
      let statement = statements[Int(random.next() % UInt64(statements.count))]
      let steps = desk.steps
      desk.type(statement)
      let picture = desk.whole()
      if desk.steps == steps {
        #expect(picture == pictures.last, "changed without a step: \(statement)")
      } else {
        pictures.append(picture)
      }
    }
    for (index, picture) in pictures.enumerated() {
      desk.type("diff \(firstPoint + index)")
      let differs = !desk.text.hasPrefix("No difference")
      #expect(differs == (picture != pictures.last), "\(desk.text)")
      desk.type("revert to \(firstPoint + index)")
      #expect(desk.whole() == picture)
      desk.type("undo")
      #expect(desk.whole() == pictures.last)
    }
    var later: [String] = []
    while pictures.count > 1 {
      later.append(pictures.removeLast())
      desk.type("undo")
      #expect(desk.whole() == pictures.last)
    }
    while let picture = later.popLast() {
      desk.type("redo")
      #expect(desk.whole() == picture)
    }
  }
}

extension Desk {
  /// How many statements `history` lists.
  var steps: Int { shell.stepCount }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
