import Foundation
import Testing

/// What the prompt keeps and reads: history, start-up file, the editor's settings, the pager.
@Suite(.serialized)
struct PromptFilesTests {
  private static let history = ".local/state/rota/history"

  private func withProgram(_ body: (inout Program) throws -> Void) throws {
    var program = try Program()
    defer { program.remove() }
    try body(&program)
  }

  private func started(
    _ program: Program, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(program, arguments, columns: columns, rows: rows)
    try terminal.wait(last: "rota>")
    return terminal
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    // Between a statement and its prompt the terminal still gathers lines, and Ctrl-D is its own end of
    // input.
    try terminal.wait("the prompt") { ($0.last ?? "").hasSuffix(">") }
    terminal.type(.controlD)
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func historyIsThereInTheNextRun() throws {
    try withProgram { program in
      let first = try started(program)
      first.type("print \"郑州\"\rfor n in 1..2 {\rprint n\r}\r")
      try first.wait("the output") { Array($0.suffix(3)) == ["1", "2", "rota>"] }
      try leave(first)
      let second = try started(program)
      second.type(.up)
      try second.wait("the statement of three lines") {
        $0 == ["rota> for n in 1..2 {", "print n", "}"]
      }
      second.type(.up, .up, .up)
      try second.wait(last: "rota> print \"郑州\"")
      second.type(.down, .down)
      try second.wait(last: "rota>")
      try leave(second)
    }
  }

  @Test func aShellSeesWhatAnotherAddsMeanwhile() throws {
    try withProgram { program in
      let first = try started(program)
      let second = try started(program)
      second.type("print \"郑州\"\r")
      try second.wait(line: "郑州")
      first.type(.up)
      try first.wait(last: "rota> print \"郑州\"")
      first.type(.controlC)
      try first.wait(last: "rota>")
      first.type("print 1\r")
      try first.wait(line: "1")
      second.type(.controlR)
      second.type("print 1")
      try second.wait("what the first has added") { $0.contains("rota> print 1") }
    }
  }

  @Test func controlRSearches() throws {
    try withProgram { program in
      try program.file(Self.history, "print \"郑州\"\nprint 2\n")
      let terminal = try started(program)
      terminal.type(.controlR)
      terminal.type("郑")
      try terminal.wait("the statement found") { $0.first == "rota> print \"郑州\"" }
      terminal.type(.escape)
      terminal.type(.enter)
      try terminal.wait(line: "郑州")
    }
  }

  @Test(arguments: ["", "bind -v\n"])
  func arrowsGoToWhatBeginsLikeTheLine(editrc: String) throws {
    try withProgram { program in
      try program.file(".editrc", editrc)
      try program.file(
        Self.history,
        "venue Hall\nprint 1\nvenue 大礼堂 {\\nseats 5\\n}\nprint 2\nvenue \"Hội trường\"\nprint 3\n")
      let terminal = try started(program)
      terminal.type("ve")
      terminal.type(.up)
      try terminal.wait(last: "rota> venue \"Hội trường\"")
      terminal.type(.up)
      try terminal.wait("the entry of three lines") {
        $0 == ["rota> venue 大礼堂 {", "seats 5", "}"]
      }
      // Through its lines, and on to the one before it.
      terminal.type(.up, .up, .up)
      try terminal.wait(last: "rota> venue Hall")
      terminal.type(.up)
      terminal.type(.down, .down)
      try terminal.wait(last: "rota> venue \"Hội trường\"")
      terminal.type(.down)
      try terminal.wait(last: "rota> ve")
      terminal.type("nue Hộ")
      try terminal.wait(last: "rota> venue Hộ")
      terminal.type(.up)
      terminal.type("i")
      try terminal.wait(last: "rota> venue Hội")
      terminal.type(.controlC)
      try terminal.wait(last: "rota>")
      terminal.type("venue 大")
      terminal.type(.up)
      try terminal.wait("the entry of three lines") {
        $0.suffix(3) == ["rota> venue 大礼堂 {", "seats 5", "}"]
      }
      terminal.type(.controlC)
      try terminal.wait(last: "rota>")
      terminal.type(.up, .up)
      try terminal.wait(last: "rota> venue \"Hội trường\"")
      terminal.type(.down, .down)
      try terminal.wait(last: "rota>")
      try leave(terminal)
    }
  }

  @Test func anEditrcBindsTheArrowsAnew() throws {
    try withProgram { program in
      try program.file(".editrc", "bind \"\\e[A\" ed-move-to-beg\n")
      try program.file(Self.history, "print 1\n")
      let terminal = try started(program)
      terminal.type("b")
      terminal.type(.up)
      terminal.type("a")
      try terminal.wait(last: "rota> ab")
    }
  }

  @Test(arguments: ["", "bind -v\n"])
  func keysThatAreNoCharactersTypeNothing(editrc: String) throws {
    try withProgram { program in
      try program.file(".editrc", editrc)
      let terminal = try started(program)
      terminal.type("abc def ghi")
      // Alt and Ctrl go by words, of several terminals; Shift as the plain key.
      terminal.type("\u{1B}[1;3D", "1", "\u{1B}\u{1B}[D", "\u{1B}Od", "2")
      try terminal.wait(last: "rota> abc 2def 1ghi")
      terminal.type("\u{1B}[1;5C", "\u{1B}[1;2C", "3", "\u{1B}[1;2D", "4")
      try terminal.wait(last: "rota> abc 2def 431ghi")
      terminal.type("\u{1B}[1;2H", "5", "\u{1B}[8~", "6")
      try terminal.wait(last: "rota> 5abc 2def 431ghi6")
      // Page up and down, Insert, function keys, the keypad's centre, reports that nobody asked for.
      let others = [
        "[5~", "[6~", "[2~", "[11~", "[15~", "[15;5~", "OP", "O2P", "[1;2P", "[[A", "[24~", "[E",
        "[5;3~", "[Z", "[I", "[27;5;9~", "[97;5u", "[5^", "[6$",
      ]
      for sequence in others { terminal.type("\u{1B}" + sequence) }
      terminal.type(.home)
      terminal.type("\u{1B}[3;5~", "7")
      try terminal.wait(last: "rota> 7 2def 431ghi6")
    }
  }

  @Test func aBindingOfThePlannersOwnStays() throws {
    for editor in ["", "bind -v\n"] {
      try withProgram { program in
        try program.file(".editrc", editor + "bind -s \"\\e[5~\" \"print 5\"\n")
        let terminal = try started(program)
        terminal.type("\u{1B}[6~", "\u{1B}[5~", "5")
        try terminal.wait(last: "rota> print 55")
      }
    }
  }

  @Test func theWayBeginsAfterTheStartUpFile() throws {
    try withProgram { program in
      try program.file(".config/rota/rc.rota", "set timer off; set seed 5\n")
      try program.file("郑州.rota", "venue Hall seats 7\nvenue Annex seats 5\n")
      let terminal = try started(program)
      terminal.type("history\r")
      try terminal.wait(line: "No statement has changed anything yet.")
      try terminal.wait(last: "rota>")
      terminal.type("undo\r")
      try terminal.wait("nothing to undo") { $0.contains { $0.contains("nothing to undo") } }
      try terminal.wait(last: "rota>")
      // `~` is the home folder, in quotes and without, and Tab knows it and adds none.
      terminal.type("load ~/郑\t")
      try terminal.wait(last: "rota> load ~/郑州.rota")
      terminal.type("\r")
      try terminal.wait(line: "loaded 2 statements")
      try terminal.wait(last: "rota ok>")
      terminal.type("save \"~/new.rota\"\r")
      try terminal.wait("the plan is saved") { $0.contains { $0.hasPrefix("saved \"/") } }
      #expect(try program.text(of: "new.rota").contains("venue Annex"))
      // A script of the command line is one step.
      let other = try PseudoTerminal(program, ["-i", "郑州.rota"])
      try other.wait(last: "rota ok>")
      other.type("undo\r")
      try other.wait(line: "undone: load \"郑州.rota\"")
    }
  }

  @Test func historyIsPrivateAndWrittenAtOnce() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("print 1\\\rprint 2\r")
      try terminal.wait(line: "2")
      // The program is still running; a crash now would lose nothing.
      #expect(try program.text(of: Self.history) == "print 1\\\\\nprint 2\n")
      let modes = try program.shell(
        "stat -c %a .local .local/state .local/state/rota .local/state/rota/history")
      #expect(modes.output == "700\n700\n700\n600\n")
    }
  }

  @Test func twoPromptsKeepBothHistories() throws {
    try withProgram { program in
      let one = try started(program)
      let two = try started(program)
      one.type("print 11\r")
      try one.wait(line: "11")
      two.type("print 22\r")
      try two.wait(line: "22")
      one.type("print 33\r")
      try one.wait(line: "33")
      #expect(try program.text(of: Self.history) == "print 11\nprint 22\nprint 33\n")
    }
  }

  @Test func aHistoryThatBrokeOffDoesNotSwallowTheNextStatement() throws {
    try withProgram { program in
      try program.file(Self.history, "print 1\nprint \"cut")
      let terminal = try started(program)
      terminal.type("print 2\r")
      try terminal.wait(line: "2")
      #expect(try program.text(of: Self.history) == "print 1\nprint \"cut\nprint 2\n")
    }
  }

  @Test func aLongHistoryKeepsItsNewestStatements() throws {
    try withProgram { program in
      let lines = (1...20_001).map { "print \($0)\n" }.joined()
      try program.file(Self.history, lines)
      let terminal = try started(program)
      terminal.type(.up)
      try terminal.wait(last: "rota> print 20001")
      let kept = try program.text(of: Self.history).split(separator: "\n")
      #expect(kept.count == 10_000)
      #expect(kept.first == "print 10002")
    }
  }

  @Test func aHistoryThatCannotBeWrittenIsSaidOnce() throws {
    try withProgram { program in
      try program.file(".local/state", "in the way\n")
      let terminal = try started(program)
      #expect(terminal.lines.contains { $0.contains("history is not kept") })
      terminal.type("print 8\r")
      try terminal.wait(line: "8")
    }
  }

  @Test func withoutAHomeThePromptWorksAndSaysWhatIsNotKept() throws {
    try withProgram { program in
      program.variables["HOME"] = nil
      let terminal = try started(program)
      #expect(terminal.lines.contains { $0.contains("history is not kept") })
      terminal.type("venue 礼堂 seats 9\r")
      try terminal.wait("no journal, told once") { lines in
        lines.contains { $0.contains("no journal is kept") } && lines.last == "rota ok>"
      }
      terminal.type("venue Hall; print seats(礼堂)\r")
      try terminal.wait(line: "9")
      #expect(terminal.lines.count { $0.contains("no journal is kept") } == 1)
      // The first one tells that what was made is in no file.
      terminal.type(.controlD)
      try leave(terminal)
    }
  }

  @Test func theStartUpFileIsReadAtThePrompt() throws {
    try withProgram { program in
      try program.file(".config/rota/rc.rota", "let greeting = \"早上好\"\n")
      let terminal = try started(program)
      terminal.type("print greeting\r")
      try terminal.wait(line: "早上好")
      try leave(terminal)
      let without = try started(program, ["--no-rc"])
      without.type("print greeting\r")
      try without.wait("an error") {
        $0.contains { $0.contains("greeting") && $0.hasPrefix("error") }
      }
      // A script never depends on it.
      #expect(try program.run("-e", "print greeting").status == 2)
    }
  }

  @Test func linesAreLeftToTheTerminalWhereThePlannersSettingsSaySo() throws {
    try withProgram { program in
      try program.file(".editrc", "edit off\n")
      let terminal = try started(program)
      terminal.type("print 1 + 1\n")
      try terminal.wait(line: "2")
      try terminal.wait(last: "rota>")
      #expect(terminal.lines.suffix(3) == ["rota> print 1 + 1", "2", "rota>"])
      terminal.type(.controlD)
      #expect(try terminal.waitForEnd() == 0)
    }
  }

  @Test func theEditorsOwnSettingsCount() throws {
    try withProgram { program in
      try program.file(".editrc", "bind -s ^T \"print 77\"\n")
      let terminal = try started(program)
      terminal.type(.controlT)
      try terminal.wait(last: "rota> print 77")
    }
  }

  @Test func viKeysWorkForThoseWhoWantThem() throws {
    try withProgram { program in
      try program.file(".editrc", "bind -v\n")
      let terminal = try started(program)
      terminal.type("print 郑1")
      terminal.type(.escape)
      try terminal.pause()
      terminal.type("xr2a3")
      try terminal.wait(last: "rota> print 23")
      terminal.type(.left)
      terminal.type("0")
      terminal.type(.pasteStart)
      terminal.type("4")
      terminal.type(.pasteEnd)
      try terminal.wait(last: "rota> print 2043")
      terminal.type(.controlC)
      try terminal.wait(last: "rota>")
      // Older entries, whatever was typed; and into a block, as the arrows go.
      terminal.type("print 5\r")
      try terminal.wait("the answer") { $0.suffix(2) == ["5", "rota>"] }
      terminal.type("venue 大礼堂 {\r")
      try terminal.wait(last: " ...>")
      terminal.type("seats 9")
      terminal.type(.escape)
      try terminal.pause()
      terminal.type("k")
      try terminal.wait("the block in the place of its lines") {
        $0.suffix(2) == ["rota> venue 大礼堂 {", "seats 9"]
      }
      terminal.type("kk")
      try terminal.wait(last: "rota> print 5")
      terminal.type("j")
      try terminal.wait("the block again") {
        $0.suffix(2) == ["rota> venue 大礼堂 {", "seats 9"]
      }
    }
  }

  @Test func longOutputGoesThroughThePager() throws {
    try withProgram { program in
      program.variables["PAGER"] = "sed s/^/paged:/"
      let terminal = try started(program, rows: 10)
      terminal.type("for n in 1..30 { print n }\r")
      try terminal.wait(line: "paged:30")
      terminal.type("print 5\r")
      try terminal.wait(line: "5")
    }
  }

  @Test func aPagerThatIsNotThereLosesNothing() throws {
    try withProgram { program in
      program.variables["PAGER"] = "no-such-pager 2>/dev/null"
      let terminal = try started(program, rows: 10)
      terminal.type("for n in 1..30 { print n }\r")
      try terminal.wait("all lines") { $0.contains("1") && $0.contains("30") }
    }
  }

  @Test func aLocaleWithoutUTF8StillTakesChinese() throws {
    try withProgram { program in
      program.variables["LC_ALL"] = "C"
      let terminal = try started(program)
      terminal.type("print \"郑州\"\r")
      try terminal.wait(line: "郑州")
    }
  }
}
