import Foundation
import RotaDiagnostics
import Testing

/// The command line without a terminal: what it runs, and how it ends.
struct CommandLineTests {
  static let possible = """
    plan P { dates 2027-03-01 .. 2027-03-02; period morning 09:00-10:30; period noon 11:00-12:30 }
    venue Hall { kind hall; seats 100 }
    teacher Rivera { teaches Ethics }
    unit Harbour 60 people
    module Basics { lecture Ethics { for run; in Hall; by any teacher } }
    rotation Spring { trainees all units; runs 1; length 2 days; classes at most 60 people; teaches Basics }

    """
  static let impossible = possible.replacingOccurrences(of: "seats 100", with: "seats 10")

  private func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try body(program)
  }

  @Test func aScriptThatWorksEndsWithZero() throws {
    try withProgram { program in
      try program.file("p.rota", Self.possible + "print \"座位\", seats(Hall)\n")
      let result = try program.run("p.rota")
      #expect(result.status == 0)
      #expect(result.output.contains("座位"))
      #expect(result.errors == "")
    }
  }

  @Test func statementsComeThroughAPipe() throws {
    try withProgram { program in
      let result = try program.run(input: Array("print \"Tiếng Việt\"".utf8))
      #expect(result.status == 0)
      #expect(result.output == "Tiếng Việt\n")
    }
  }

  @Test func aDashReadsStandardInput() throws {
    try withProgram { program in
      try program.file("a.rota", "let n = 4\n")
      let result = try program.run("a.rota", "-", input: Array("print n + 1\n".utf8))
      #expect(result.status == 0)
      #expect(result.output == "5\n")
    }
  }

  @Test func aCommandMisspeltIsNotLookedForAsAFile() throws {
    try withProgram { program in
      try program.file("p.rota", Self.possible)
      let result = try program.run("chek", "p.rota")
      #expect(result.status == 2)
      #expect(result.errors.contains("did you mean `rota check`?"), "\(result.errors)")
      // A file of such a name is one.
      try program.file("chek", "print 7")
      #expect(try program.run("chek").output == "7\n")
    }
  }

  @Test func aScriptNamedWithoutItsEndingIsPointedOut() throws {
    try withProgram { program in
      try program.file("p2.rota", Self.possible)
      let result = try program.run("-e", "load p2")
      #expect(result.status == 3)
      #expect(result.errors.contains("there is \"p2.rota\""), "\(result.errors)")
    }
  }

  @Test func filesAndTextsRunInTheirOrder() throws {
    try withProgram { program in
      try program.file("a.rota", "let n = 20\n")
      let result = try program.run("-e", "print 1", "a.rota", "-e", "print n")
      #expect(result.status == 0)
      #expect(result.output == "1\n20\n")
    }
  }

  @Test func variablesComeFromTheCommandLine() throws {
    try withProgram { program in
      let result = try program.run(
        "--set", "year=2027", "--set=人数=62", "-e", "let year = 1; print year + 1, 人数 + 1")
      #expect(result.status == 0)
      #expect(result.output.contains("2028"))
      #expect(result.output.contains("63"))
      let typo = try program.run("--set", "yaer=2027", "-e", "let year = 1; print year + 1")
      #expect(typo.status == 0)
      #expect(
        typo.errors
          == "rota: warning: `--set yaer` changes nothing: no script says `yaer`\n")
    }
  }

  @Test(arguments: [
    ["--sed", "4"], ["-x"], ["--seed"], ["--seed", "x"], ["--seed", "-1"], ["--threads", "0"],
    ["--threads", "1000"], ["--color", "blue"], ["--set", "year"], ["--set", "=3"],
    ["--set", "1a=3"], ["--quiet=yes"], ["fmt"], ["check"], ["fmt", "-e", "check", "a.rota"],
    ["fmt", "--seed", "3", "a.rota"], ["import", "ctt", "a.ctt", "--seed", "1"],
    ["fmt", "--sandbox", "a.rota"], ["help", "--json", "plan"],
    ["--check", "a.rota"], ["import", "fet", "a.fet"], ["import"],
    ["import", "ctt"], ["import", "ctt", "a.ctt", "b.ctt"], ["import", "a.ctt"], ["-o", "a.rota"],
    ["import", "ctt", "a.ctt", "-i"], ["import", "ctt", "a.ctt", "-o"],
    ["fmt", "--plan", "a.rota"], ["-", "-"],
    ["-i", "-"], ["-i"],
  ])
  func aWrongCommandLineEndsWithTwo(arguments: [String]) throws {
    try withProgram { program in
      let line = arguments.map { "'\($0)'" }.joined(separator: " ")
      let result = try program.shell("\"$ROTA\" \(line) </dev/null")
      #expect(result.status == 2)
      #expect(result.output == "")
      let start = arguments.contains("--json") ? "{\"id\":\"command-line\"" : "rota: "
      #expect(result.errors.hasPrefix(start))
    }
  }

  /// Such an option may stand before or after every command that it means something to.
  @Test(arguments: [
    (["--quiet"], ["run", "check", "fmt", "help", "import"]),
    (["--no-rc"], ["run", "check", "fmt", "help", "import"]),
    (["--color", "never"], ["run", "check", "fmt", "help", "import"]),
    (["--json"], ["run", "check", "fmt", "import"]),
    (["--sandbox"], ["run", "check", "import"]),
    (["--seed", "7"], ["run", "check"]), (["--threads", "1"], ["run", "check"]),
  ])
  func optionsStandBeforeOrAfterACommand(options: [String], commands: [String]) throws {
    try withProgram { program in
      try program.file("p.rota", "plan P dates 2027-03-01..2027-03-05\n")
      try program.file("rooms.csv", "name,seats\nHall,500\n")
      for command in [
        ["run", "p.rota"], ["check", "p.rota"], ["fmt", "--check", "p.rota"], ["help", "plan"],
        ["import", "csv", "venues", "rooms.csv", "--plan", "p.rota"],
      ] {
        let before = try run(program, options + command)
        let after = try run(program, [command[0]] + options + command.dropFirst())
        #expect(after.status == before.status && after.output == before.output, "\(command)")
        let isRefused = before.errors.contains("` means nothing to `rota ")
        #expect(
          isRefused != commands.contains(command[0]), "\(options + command): \(before.errors)")
        if command[0] == "import", !isRefused { #expect(before.output.contains("venue Hall")) }
      }
    }
  }

  private func run(_ program: Program, _ words: [String]) throws -> Program.Result {
    try program.shell("\"$ROTA\" " + words.map { "'\($0)'" }.joined(separator: " "))
  }

  @Test func errorsOfFilesAreObjectsForPrograms() throws {
    try withProgram { program in
      try program.file("p.rota", "plan {{\n")
      try program.file("a.ctt", "nothing\n")
      for command in [["fmt", "p.rota"], ["import", "ctt", "a.ctt"]] {
        let result = try run(program, ["--json"] + command)
        #expect(result.status == 2)
        let told = result.output + result.errors
        #expect(!told.isEmpty)
        for line in told.split(separator: "\n") { #expect(line.hasPrefix("{\""), "\(line)") }
      }
    }
  }

  /// What lies outside of the plan's folder is not reached by an import either.
  @Test func anImportKeepsToItsSandbox() throws {
    try withProgram { program in
      try program.file("secret.rota", "venue Secret\n")
      try program.file("inside/p.rota", "include \"../secret.rota\"\n")
      try program.file("rooms.csv", "name\nHall\n")
      let words = ["import", "csv", "venues", "rooms.csv", "--plan", "inside/p.rota"]
      #expect(try run(program, words).status == 0)
      #expect(try run(program, ["--sandbox"] + words).status != 0)
    }
  }

  @Test func whatCanBeImportedIsOffered() throws {
    try withProgram { program in
      let result = try program.run("import", "fet", "a.fet")
      #expect(result.errors.contains("`fet` cannot be imported"))
      #expect(result.errors.contains("`ctt`"))
    }
  }

  @Test func anUnknownOptionIsToldItsNeighbour() throws {
    try withProgram { program in
      let result = try program.run("--treads", "2")
      #expect(result.status == 2)
      #expect(result.errors.contains("did you mean `--threads`?"))
    }
  }

  @Test(arguments: [
    ["--x\u{1B}[31m\u{202E}"], ["--color", "\u{1B}[31m\u{202E}"],
    ["--set", "\u{1B}[31m\u{202E}=1"],
    ["no\u{1B}[31m\u{202E}.rota"], ["fmt", "no\u{1B}[31m\u{202E}.rota"],
    ["a\u{1B}[31m\u{202E}.rota"],
    ["fmt", "a\u{1B}[31m\u{202E}.rota"], ["b.rota"],
  ])
  func nothingFromOutsideSteersTheTerminal(arguments: [String]) throws {
    try withProgram { program in
      try program.file("a\u{1B}[31m\u{202E}.rota", "venu Hall\n")
      try program.file("b.rota", "print \"\u{202E}[31m\"\n")
      let line = arguments.map { "'\($0)'" }.joined(separator: " ")
      let result = try program.shell("\"$ROTA\" \(line) </dev/null")
      let shown = result.output + result.errors
      #expect(shown.contains("<U+202E>"))
      #expect(!shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
  }

  @Test func anArgumentThatIsNotUTF8IsRefused() throws {
    try withProgram { program in
      let result = try program.shell("\"$ROTA\" \"$(printf 'a\\377.rota')\"")
      #expect(result.status == 2)
      #expect(result.errors.contains("argument 1 is not UTF-8"))
    }
  }

  @Test func helpListsEveryOptionAndNothingThatIsNotThere() throws {
    try withProgram { program in
      let result = try program.run("--help")
      #expect(result.status == 0)
      let words = [
        "-e ", "-i ", "--set ", "--seed ", "--threads ", "--json ", "--color ", "--no-rc ",
        "--quiet ", "--check ", "--version ", "rota check", "rota fmt", "rota import ctt", "-o ",
        "rota help", "130",
      ]
      for word in words { #expect(result.output.contains(word), "\(word)") }
      #expect(result.output.contains("--sandbox"))
    }
  }

  @Test func theVersionIsOneLine() throws {
    try withProgram { program in
      let result = try program.run("--version")
      #expect(result.status == 0)
      #expect(result.output.hasPrefix("rota "))
      #expect(result.output.split(separator: "\n").count == 1)
    }
  }

  @Test func helpOnAWord() throws {
    try withProgram { program in
      let known = try program.run("help", "venue")
      #expect(known.status == 0)
      #expect(known.output.contains("seats"))
      let unknown = try program.run("help", "venu")
      #expect(unknown.status == 2)
      #expect(unknown.errors.contains("did you mean `venue`?"))
    }
  }

  @Test func aMissingFileEndsWithThree() throws {
    try withProgram { program in
      let result = try program.run("nowhere.rota")
      #expect(result.status == 3)
      #expect(result.errors.contains("nowhere.rota"))
      #expect(result.errors.contains("there is no such file"))
    }
  }

  @Test func aFolderEndsWithThree() throws {
    try withProgram { program in
      let result = try program.run(".")
      #expect(result.status == 3)
      #expect(result.errors.contains("it is a folder"))
    }
  }

  @Test func aFileInAnotherEncodingEndsWithThreeAndNamesTheLine() throws {
    try withProgram { program in
      // `郑州` in GB18030 on the second line.
      let bytes = Array("print 1\nprint \"".utf8) + [0xD6, 0xA3, 0xD6, 0xDD] + Array("\"\n".utf8)
      try program.file("gb.rota", bytes: bytes)
      let file = try program.run("gb.rota")
      #expect(file.status == 3)
      #expect(file.output == "")
      #expect(file.errors.contains("not UTF-8"))
      #expect(file.errors.contains("line 2, byte 18"))
      let pipe = try program.run(input: bytes)
      #expect(pipe.status == 3)
      #expect(pipe.output == "")
      #expect(pipe.errors.contains("line 2, byte 18"))
    }
  }

  @Test func aByteOrderMarkIsNoPartOfTheText() throws {
    try withProgram { program in
      let text = [0xEF, 0xBB, 0xBF] + Array("print 7\n".utf8)
      try program.file("bom.rota", bytes: text)
      #expect(try program.run("bom.rota").output == "7\n")
      #expect(try program.run(input: text).output == "7\n")
    }
  }

  @Test func aSyntaxErrorEndsWithTwoAndNamesThePlace() throws {
    try withProgram { program in
      try program.file("bad.rota", "venue Hall\nvenu Room\n")
      let result = try program.run("bad.rota")
      #expect(result.status == 2)
      #expect(result.errors.contains("bad.rota:2"))
    }
  }

  @Test func anUnfinishedScriptEndsWithTwo() throws {
    try withProgram { program in
      let result = try program.run("-e", "venue Hall {")
      #expect(result.status == 2)
      #expect(!result.errors.isEmpty)
    }
  }

  @Test func nothingRunsAfterTheFirstFileThatFails() throws {
    try withProgram { program in
      try program.file("bad.rota", "venu Room\n")
      try program.file("good.rota", "print \"reached\"\n")
      let result = try program.run("bad.rota", "good.rota")
      #expect(result.status == 2)
      #expect(!result.output.contains("reached"))
    }
  }

  @Test func anExpectationThatFailsEndsWithOne() throws {
    try withProgram { program in
      let result = try program.run("-e", "expect 1 = 2 \"as it should\"")
      #expect(result.status == 1)
      #expect(result.errors.contains("as it should"))
    }
  }

  @Test func checkTellsPossibleFromImpossible() throws {
    try withProgram { program in
      try program.file("p.rota", Self.possible + "print \"not printed\"\nsolve\n")
      let possible = try program.run("check", "p.rota")
      #expect(possible.status == 0)
      #expect(!possible.output.contains("not printed"))
      try program.file("i.rota", Self.impossible)
      let impossible = try program.run("check", "i.rota")
      #expect(impossible.status == 1)
      #expect(impossible.errors.contains("impossible"))
    }
  }

  /// What nobody wrote is not shown as if somebody had.
  @Test func checkOfNothingShowsNoLine() throws {
    try withProgram { program in
      let plain = try program.run("check", "-", input: [])
      #expect(plain.status == 2)
      #expect(
        plain.errors == """
          error: `check` needs sessions, and the plan has none yet [nothing-to-plan]
            = declare a module with sessions, and a rotation that `teaches` it

          """)
      let json = try program.run("check", "--json", "-", input: [])
      #expect(!json.output.contains("\"line\"") && !json.errors.contains("\"line\""))
    }
  }

  @Test func sessionsWithoutAPlaceEndWithOne() throws {
    try withProgram { program in
      try program.file("i.rota", Self.impossible + "solve steps 1000\n")
      #expect(try program.run("i.rota").status == 1)
    }
  }

  @Test func aSolvedPlanEndsWithZero() throws {
    try withProgram { program in
      try program.file("p.rota", Self.possible + "solve\nexpect unplaced() = 0\nshow timetable\n")
      let result = try program.run("--seed", "3", "--threads", "1", "p.rota")
      #expect(result.status == 0)
      #expect(result.output.contains("Ethics"))
    }
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    try withProgram { program in
      try program.file("p.rota", Self.possible + "solve steps 5000\nshow programme\n")
      let one = try program.run("--threads", "1", "p.rota")
      let two = try program.run("--threads", "2", "p.rota")
      #expect(one.status == 0)
      #expect(one.output == two.output)
    }
  }

  @Test func everyDiagnosticInJSONHasALineOfItsOwn() throws {
    try withProgram { program in
      let result = try program.run("--json", "-e", "venu Hall\nvenu Room\n")
      #expect(result.errors.hasSuffix("}\n"))
      let lines = result.errors.split(separator: "\n")
      #expect(lines.count >= 2)
      for line in lines {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(object?["id"] is String)
      }
    }
  }

  /// A program is told in its own form what is wrong with the command line or a file, and what was run.
  @Test(arguments: toldAsObjects)
  func programsAreToldInTheirForm(words: [String], status: Int32, ids: [String]) throws {
    try withProgram { program in
      try program.file("sound.rota", "venue Hall\n")
      try program.file("wrong.rota", "venu Hall\n")
      try program.file("halfway.rota", "venue Hall\nload \"nothing.rota\"\n")
      try program.file("other.rota", bytes: [0x23, 0xFF, 0x0A])
      let result = try run(program, ["--json"] + words)
      #expect(result.status == status)
      #expect(result.output.isEmpty)
      let told = try result.errors.split(separator: "\n").map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
        return (object as? [String: Any])?["id"] as? String
      }
      #expect(told == ids)
    }
  }

  static let toldAsObjects: [(words: [String], status: Int32, ids: [String])] = [
    (["--bogus"], 2, ["command-line"]),
    (["chek", "sound.rota"], 2, ["command-line"]),
    (["--set", "year=2027", "sound.rota"], 0, ["command-line"]),
    (["nothing.rota", "sound.rota"], 3, ["cannot-read", "what-was-run"]),
    (["fmt", "nothing.rota"], 3, ["cannot-read"]),
    (["fmt", "other.rota"], 3, ["not-utf-8"]),
    (["fmt", "wrong.rota"], 2, ["unknown-word", "what-was-run"]),
    (["import", "json", "nothing.json", "as", "holidays"], 3, ["cannot-read"]),
    (["import", "ctt", "other.rota"], 3, ["not-utf-8"]),
    (["wrong.rota", "sound.rota"], 2, ["unknown-word", "what-was-run", "what-was-run"]),
    (["--quiet", "wrong.rota", "sound.rota"], 2, ["unknown-word"]),
    (["halfway.rota"], 3, ["cannot-read", "what-was-run"]),
  ]

  @Test func jsonIsOneObjectALine() throws {
    try withProgram { program in
      let result = try program.run("--json", "-e", "venu Hall")
      #expect(result.status == 2)
      let lines = result.errors.split(separator: "\n")
      #expect(!lines.isEmpty)
      for line in lines {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(object != nil)
      }
    }
  }

  @Test func quietKeepsResultsOnly() throws {
    try withProgram { program in
      try program.file("p.rota", Self.possible + "solve\nprint 9\n")
      let loud = try program.run("p.rota")
      let quiet = try program.run("--quiet", "p.rota")
      #expect(quiet.status == 0)
      #expect(quiet.output.contains("9"))
      #expect(quiet.output.count < loud.output.count)
    }
  }

  @Test func progressIsForTerminalsOnly() throws {
    try withProgram { program in
      try program.file("p.rota", Self.possible + "solve steps 50000\n")
      let result = try program.run("p.rota")
      #expect(result.status == 0)
      #expect(result.errors == "")
    }
  }

  @Test func outputIsAsWideAsCOLUMNSSays() throws {
    try withProgram { program in
      try program.file("p.rota", Self.possible + "solve\nshow timetable\n")
      let result = try program.shell("COLUMNS=40 \"$ROTA\" p.rota")
      #expect(result.status == 0)
      #expect(result.output.split(separator: "\n").allSatisfy { $0.displayWidth <= 40 })
    }
  }

  @Test func colourComesOnlyWhenAsked() throws {
    try withProgram { program in
      let plain = try program.run("-e", "venu Hall")
      #expect(!plain.errors.contains("\u{1B}"))
      let coloured = try program.run("--color", "always", "-e", "venu Hall")
      #expect(coloured.errors.contains("\u{1B}"))
    }
  }
}
