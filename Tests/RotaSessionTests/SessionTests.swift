import RotaDiagnostics
import RotaPlanning
import RotaSession
import Testing

/// A session with its output at hand.
struct Shell {
  var session: Session
  let files: MemoryFiles
  private(set) var text = ""
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var status: ExitStatus = .done

  init(_ texts: [String: String] = [:], options: SessionOptions = SessionOptions()) {
    files = MemoryFiles(texts)
    session = Session(environment: files.environment(), options: options)
  }

  @discardableResult
  mutating func type(_ input: String, mode: Session.Mode = .prompt) -> FeedResult {
    var text = ""
    var diagnostics: [Diagnostic] = []
    let result = session.feed(input, name: "<test>", mode: mode) { output in
      switch output {
      case .text(let piece): text += piece
      case .diagnostic(let diagnostic, _): diagnostics.append(diagnostic)
      }
    }
    self.text = text
    self.diagnostics = diagnostics
    status = result.status
    return result
  }

  /// The plan as statements, and every session with its place.
  mutating func picture() -> String {
    var copy = self
    copy.type("show plan")
    let plan = copy.text
    copy.type("list sessions")
    return plan + copy.text
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
    var shell = Shell()
    shell.type(smallPlan, mode: .prompt)
    #expect(shell.status == .done)
    let before = shell.picture()
    for wrong in [
      "venue Hall seats 0", "drop venue Hall", "lecture X", "venue", "print 40 min + 3 people",
      "module Basics { lecture Law { by Nobody } }", "solve for 3 people", "load \"nowhere.rota\"",
      "show timetable", "list rooms", "set seed -1", "rotation Spring runs 0",
    ] {
      shell.type(wrong)
      #expect(shell.status != .done, "\(wrong)")
      #expect(!shell.diagnostics.isEmpty, "\(wrong)")
      #expect(shell.picture() == before, "\(wrong)")
    }
  }

  @Test func solvingPlacesEverySessionAndVerifies() {
    var shell = Shell()
    shell.type(smallPlan)
    shell.type("solve")
    #expect(shell.status == .done)
    #expect(shell.diagnostics.isEmpty)
    shell.type("expect unplaced() = 0; expect count(sessions, where: placed) = 5")
    #expect(shell.status == .done)
  }

  @Test func savingAndLoadingGivesTheSamePlanAndTimetable() throws {
    var shell = Shell()
    shell.type(smallPlan)
    shell.type("solve; lock Law of run 1; set seed 9")
    let before = shell.picture()
    shell.type("save \"one.rota\"")
    #expect(shell.status == .done)
    shell.type("load \"one.rota\"")
    #expect(shell.status == .done, "\(shell.diagnostics)")
    #expect(shell.picture() == before)
    shell.type("save \"two.rota\"")
    #expect(shell.files.text("one.rota") == shell.files.text("two.rota"))
    #expect(shell.files.text("one.rota")?.contains(" locked") == true)
    // A file of somebody's own is not written over.
    shell.type("load \"one.rota\"; undo")
    #expect(shell.picture() == before)
  }

  @Test func savingDoesNotWriteOverAPlannersOwnScript() {
    var shell = Shell(["mine.rota": "# my notes\nvenue Hall\n"])
    shell.type(smallPlan)
    shell.type("save \"mine.rota\"")
    #expect(shell.status == .scriptWrong)
    #expect(shell.files.text("mine.rota") == "# my notes\nvenue Hall\n")
    shell.type("save over \"mine.rota\"")
    #expect(shell.status == .done)
    #expect(shell.files.text("mine.rota")?.hasPrefix("# Saved by Rota.") == true)
    shell.type("save \"readonly/plan.rota\"")
    #expect(shell.status == .fileProblem)
  }

  @Test func anIncludeCycleIsNamed() {
    var shell = Shell(["a.rota": "include \"b.rota\"\n", "b.rota": "include \"a.rota\"\n"])
    shell.type("include \"a.rota\"")
    #expect(shell.diagnostics.contains { $0.kind.id == "include-cycle" })
    #expect(shell.status == .scriptWrong)
  }

  @Test func aScriptStopsAtItsFirstErrorAndSaysAllErrors() {
    var shell = Shell()
    shell.type(
      "venue A seats 0\nprint \"not reached\"\nvenue B seats 0\nprint 1 + 2 people\n",
      mode: .script)
    #expect(shell.diagnostics.count >= 2)
    #expect(!shell.text.contains("not reached"))
    #expect(shell.status == .scriptWrong)
  }

  @Test func setVariablesWinOverTheScriptsOwn() {
    var options = SessionOptions()
    options.variables = [("year", "2028"), ("who", "North School")]
    var shell = Shell(options: options)
    shell.type("let year = 2027\nprint year, who\n", mode: .script)
    #expect(shell.text == "2028 North School\n")
  }

  @Test func anInputThatIsNotFinishedAsksForMore() {
    var shell = Shell()
    for open in ["venue Hall {", "print [1,", "venue Hall { seats 5;", "print 1 +", "print \"a {"] {
      #expect(shell.type(open).needsMoreInput, "\(open)")
    }
    for whole in ["venue Hall", "venue Hall {}", "venue Hall }", "print 1"] {
      #expect(!shell.type(whole).needsMoreInput, "\(whole)")
    }
  }

  @Test func movingNamesWhatStandsAgainstIt() {
    var shell = Shell()
    shell.type(smallPlan)
    shell.type("solve")
    let before = shell.picture()
    shell.type("move Law of run 1 to 2027-03-01 at am in \"Room 1\"")
    #expect(shell.diagnostics.first?.kind.id == "placement-breaks-rules")
    #expect(shell.diagnostics.first?.notes.isEmpty == false)
    #expect(shell.picture() == before)
  }

  @Test func theSameSeedGivesTheSameTimetable() {
    var pictures: Set<String> = []
    for _ in 0..<2 {
      var shell = Shell()
      shell.type(smallPlan + "\nprefer compact days\nset seed 5\nsolve\n")
      pictures.insert(shell.picture())
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

  @Test(arguments: 1...12)
  func undoingEverythingRestoresEveryState(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    var shell = Shell()
    shell.type(smallPlan)
    shell.type("set steps 3000")
    var pictures = [shell.picture()]
    for _ in 0..<14 {
      let statement = Self.statements[Int(random.next() % UInt64(Self.statements.count))]
      let steps = shell.steps
      shell.type(statement)
      let picture = shell.picture()
      if shell.steps == steps {
        #expect(picture == pictures.last, "changed without a step: \(statement)")
      } else {
        pictures.append(picture)
      }
    }
    var later: [String] = []
    while pictures.count > 1 {
      later.append(pictures.removeLast())
      shell.type("undo")
      #expect(shell.picture() == pictures.last)
    }
    while let picture = later.popLast() {
      shell.type("redo")
      #expect(shell.picture() == picture)
    }
  }
}

extension Shell {
  /// How many statements `history` lists.
  var steps: Int {
    var copy = self
    copy.type("history")
    return copy.text.split(separator: "\n").filter { $0.first?.isNumber == true }.count
  }
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
