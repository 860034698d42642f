import Foundation
import RotaDiagnostics
import Testing

/// The prompt at a terminal: editing, completion, history.
@Suite(.serialized)
struct PromptTests {
  func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try body(program)
  }

  func started(
    _ program: Program, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(program, arguments, columns: columns, rows: rows)
    try terminal.wait(last: "rota>")
    return terminal
  }

  @Test func chineseIsTypedAndRun() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("print \"第一学术报告厅\"\r")
      try terminal.wait(line: "第一学术报告厅")
      try terminal.wait(last: "rota>")
      #expect(terminal.lines == ["rota> print \"第一学术报告厅\"", "第一学术报告厅", "rota>"])
    }
  }

  @Test func accentsJoinTheirLetterHoweverTheyAreTyped() throws {
    try withProgram { program in
      let terminal = try started(program)
      // Decomposed: e, circumflex, acute; and the same with the last mark taken back.
      terminal.type("print \"Tie\u{302}\u{301}ng Vie\u{323}\u{302}t\", length(\"e\u{302}\u{301}\")")
      try terminal.wait(line: "rota> print \"Tiếng Việt\", length(\"ế\")")
      terminal.type(.enter)
      try terminal.wait("the words in composed form") { lines in
        lines.contains { $0.hasPrefix("Tiếng Việt") && $0.hasSuffix("1") }
      }
      try terminal.wait(last: "rota>")
      terminal.type(.controlD)
      #expect(try terminal.waitForEnd() == 0)
      let history = try program.text(of: ".local/state/rota/history")
      #expect(history.unicodeScalars.contains("ế"))
      #expect(!history.unicodeScalars.contains("\u{301}"))
    }
  }

  @Test func backspaceTakesAWholeLetter() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("print \"ế郑x\u{1F469}\u{200D}\u{1F467}")
      for _ in 0..<3 { terminal.type(.backspace) }
      terminal.type("\"\r")
      try terminal.wait(line: "ế")
    }
  }

  @Test func theCursorMovesByLetters() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("prin 郑州\"")
      terminal.type(.left, .left, .left, .left)
      terminal.type("t \"")
      terminal.type(.end)
      terminal.type(", 1")
      terminal.type(.home)
      terminal.type(.right)
      try terminal.wait(line: "rota> print \" 郑州\", 1")
      terminal.type(.enter)
      try terminal.wait("the output") { $0.contains { $0.hasPrefix(" 郑州") } }
    }
  }

  @Test func tabFinishesAWord() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("mobi\t")
      try terminal.wait(last: "rota> mobi")
      terminal.type(.controlC)
      try terminal.wait(last: "rota>")
      terminal.type("ven\t")
      try terminal.wait(last: "rota> venue")
      terminal.type("Hall\r")
      try terminal.wait("the venue") { $0.contains { $0.hasPrefix("rota> venue Hall") } }
    }
  }

  @Test func tabFinishesANameOfThePlan() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("venue 第一学术报告厅 seats 5\r")
      try terminal.wait(last: "rota ok>")
      terminal.type("drop venue 第\t")
      try terminal.wait(last: "rota ok> drop venue 第一学术报告厅")
    }
  }

  @Test func tabListsWhatThereIsAndKeepsTheLine() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("venue 第一报告厅\r")
      terminal.type("venue 第一研讨室\r")
      terminal.type("drop venue 第\t")
      try terminal.wait(last: "rota ok> drop venue 第一")
      terminal.type("\t")
      try terminal.wait("the list") { lines in
        lines.last == "rota ok> drop venue 第一"
          && lines.contains { $0.contains("第一研讨室") && $0.contains("第一报告厅") }
      }
      terminal.type("研\t")
      try terminal.wait(last: "rota ok> drop venue 第一研讨室")
    }
  }

  /// More than the screen has lines for: all of them at a glance, then page by page what each does.
  @Test func tabAgainTellsOfEachCandidate() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("prefer \t")
      try terminal.wait("the columns") { lines in
        lines.last == "rota> prefer" && lines.contains("Tab tells of each")
      }
      terminal.type("\t")
      try terminal.wait("the first page") { lines in
        lines.last == "rota> prefer" && lines.contains { $0.hasPrefix("  compact days  ") }
          && lines.contains { $0.hasPrefix("… and ") && $0.hasSuffix(" more: Tab") }
      }
      terminal.type("\t")
      try terminal.wait("the second page") { lines in
        lines.last == "rota> prefer" && lines.contains { $0.hasPrefix("  weight  ") }
      }
    }
  }

  @Test func manyCandidatesStandInColumnsByTheirWidth() throws {
    try withProgram { program in
      let terminal = try started(program, columns: 60)
      terminal.type("for n in 1..14 { venue \"郑{n}\" }\r")
      try terminal.wait(last: "rota ok>")
      terminal.type("drop venue 郑\t")
      try terminal.wait("columns") { lines in
        lines.last == "rota ok> drop venue 郑" && lines.contains { $0.hasPrefix("郑1 ") }
      }
      let rows = terminal.lines.filter { $0.hasPrefix("郑") }
      #expect(rows.count < 14)
      #expect(rows.joined(separator: " ").split(separator: " ").count == 14)
      // The second column begins at the same place in every row.
      let starts = rows.compactMap { row -> Int? in
        guard let gap = row.range(of: "  ") ?? row.range(of: " ") else { return nil }
        let rest = row[gap.lowerBound...].drop { $0 == " " }
        return rest.isEmpty ? nil : row.displayWidth - rest.displayWidth
      }
      #expect(Set(starts).count == 1)
    }
  }

  @Test func colourIsForTerminalsAndNotAgainstTheirWish() throws {
    for (variable, isColoured) in [("NO_COLOR", false), ("ROTA_UNUSED", true)] {
      var program = try Program()
      defer { program.remove() }
      program.variables[variable] = "1"
      let terminal = try started(program)
      terminal.type("venu Hall\r")
      try terminal.wait("the error") { $0.contains { $0.contains("venue") } }
      try terminal.wait(last: "rota>")
      #expect(terminal.hasSeen("\u{1B}[1m") == isColoured)
    }
  }

  @Test func tabFinishesAFile() throws {
    try withProgram { program in
      try program.file("plans/郑州.rota", "print 42\n")
      let terminal = try started(program)
      terminal.type("load \"pl\t")
      try terminal.wait(last: "rota> load \"plans/")
      terminal.type("\t")
      try terminal.wait(last: "rota> load \"plans/郑州.rota\"")
      terminal.type(.enter)
      try terminal.wait(line: "42")
    }
  }

  @Test func tabFinishesAPathWithoutQuotes() throws {
    try withProgram { program in
      try program.file("plans/郑州.rota", "print 42\n")
      let folder = program.folder.path + "/plans/"
      let terminal = try started(program, columns: 200)
      terminal.type("load \(folder)郑\t")
      try terminal.wait(last: "rota> load \(folder)郑州.rota")
      terminal.type(.enter)
      try terminal.wait(line: "42")
    }
  }

  @Test func aStatementGoesOnUntilItIsComplete() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("for n in 1..2 {\r")
      try terminal.wait(last: " ...>")
      terminal.type("  print n * 10\r")
      try terminal.wait("the next line") { $0.suffix(2) == [" ...>   print n * 10", " ...>"] }
      terminal.type("}\r")
      try terminal.wait("the output") { Array($0.suffix(3)) == ["10", "20", "rota>"] }
    }
  }

  @Test func theContinuationStandsUnderALongPrompt() throws {
    try withProgram { program in
      try program.file(
        "p.rota", CommandLineTests.possible.replacingOccurrences(of: "plan P", with: "plan 郑州"))
      let terminal = try PseudoTerminal(program, ["-i", "p.rota"])
      try terminal.wait(last: "郑州 ok>")
      terminal.type("venue X {\r")
      try terminal.wait(last: "    ...>")
    }
  }

  @Test func upGoesIntoTheBlockThatIsBeingTyped() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("venue 大礼堂 {\r")
      try terminal.wait(last: " ...>")
      terminal.type("seats 9\r")
      try terminal.wait("the third line") { $0.count == 3 && $0.last == " ...>" }
      terminal.type(.up)
      try terminal.wait("the block in the place of its lines") {
        $0 == ["rota> venue 大礼堂 {", "seats 9"]
      }
      terminal.type(.controlC)
      try terminal.wait(last: "rota>")
      // What Ctrl-C dropped comes back.
      terminal.type(.up)
      try terminal.wait("the block again") { $0.suffix(2) == ["rota> venue 大礼堂 {", "seats 9"] }
      terminal.type(.controlC)
      try terminal.wait(last: "rota>")
      terminal.type("venue Hall {\r")
      try terminal.wait(last: " ...>")
      terminal.type("seats 9")
      terminal.type(.up, .end)
      terminal.type(.down, .end)
      terminal.type("5\r")
      try terminal.wait("the block goes on") {
        $0.suffix(3) == ["rota> venue Hall {", "seats 95", " ...>"]
      }
      terminal.type("}\r")
      try terminal.wait(last: "rota ok>")
      terminal.type("print seats(Hall)\r")
      try terminal.wait(line: "95")
    }
  }

  @Test func anErrorDoesNotEndThePrompt() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("venu Hall\r")
      try terminal.wait("a suggestion") { $0.contains { $0.contains("did you mean `venue`?") } }
      try terminal.wait(last: "rota>")
      terminal.type("print 5\r")
      try terminal.wait(line: "5")
    }
  }

  @Test func longLinesBreakAtTheEndsOfWords() throws {
    try withProgram { program in
      let terminal = try started(program, columns: 40)
      terminal.type("print \"  all of it is said in one long line of words\"\r")
      try terminal.wait(line: "  all of it is said in one long line of")
      try terminal.wait(line: "    words")
      terminal.type("print \"第一学术报告厅在二楼，第二学术报告厅在三楼，餐厅在一楼。\"\r")
      try terminal.wait(line: "第一学术报告厅在二楼，第二学术报告厅在三")
      try terminal.wait(line: "  楼，餐厅在一楼。")
      terminal.type("print \"  1  venue Hall seats 90          (+10 seats)\"\r")
      try terminal.wait(line: "  1  venue Hall seats 90")
      try terminal.wait(line: "    (+10 seats)")
      terminal.type("set output csv; print \"0123456789 0123456789 0123456789 0123456789\"\r")
      try terminal.wait(line: "0123456789 0123456789 0123456789 0123456")
    }
  }

  @Test func aPasteIsOneInputAndWaitsForEnter() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type(.pasteStart)
      terminal.type("let a = 1\r\nlet b = 2\nprint a + b\n")
      terminal.type(.pasteEnd)
      try terminal.wait("the pasted lines") {
        $0 == ["rota> let a = 1", "let b = 2", "print a + b"]
      }
      terminal.type(" + 10\r")
      try terminal.wait(line: "13")
    }
  }

  @Test func arrowsMoveBetweenTheLinesOfAPaste() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type(.pasteStart)
      terminal.type("let a = 1\nprint a")
      terminal.type(.pasteEnd)
      terminal.type(.up)
      terminal.type(.end)
      terminal.type("7")
      try terminal.wait("the change") { $0 == ["rota> let a = 17", "print a"] }
      terminal.type(.enter)
      try terminal.wait(line: "17")
    }
  }

  @Test func anInputTallerThanTheScreenScrollsWithItsCursor() throws {
    try withProgram { program in
      let terminal = try started(program, columns: 40, rows: 8)
      terminal.type(.pasteStart)
      terminal.type((1...20).map { "let a\($0) = \($0)" }.joined(separator: "\n"))
      terminal.type(.pasteEnd)
      try terminal.wait(last: "-- rows 14 to 20 of 20 --")
      #expect(terminal.lines.suffix(2).first == "let a20 = 20")
      for _ in 1..<20 { terminal.type(.up) }
      try terminal.wait(last: "-- rows 1 to 7 of 20 --")
      #expect(terminal.lines.suffix(8).first == "rota> let a1 = 1")
      terminal.type(.end)
      terminal.type("7 + 郑")
      try terminal.wait("what is typed is seen") {
        $0.suffix(8).first == "rota> let a1 = 17 + 郑"
      }
      terminal.type(.backspace, .backspace, .backspace, .backspace)
      for _ in 1..<10 { terminal.type(.down) }
      try terminal.wait(last: "-- rows 4 to 10 of 20 --")
      terminal.resize(columns: 40, rows: 6)
      try terminal.wait(last: "-- rows 6 to 10 of 20 --")
      // Enter leaves all of it to be scrolled back to.
      terminal.type(.enter)
      try terminal.wait("all lines") { lines in
        lines.suffix(21).first == "rota> let a1 = 17" && lines.last == "rota>"
      }
      terminal.type("print a1 + a20\r")
      try terminal.wait(line: "37")
      // One that fits again is drawn as ever.
      terminal.type(.up, .up)
      try terminal.wait("the input again") { ($0.last ?? "").hasPrefix("-- rows ") }
      terminal.type(.controlC)
      try terminal.wait(last: "rota>")
      terminal.type(String(repeating: "郑", count: 125))
      try terminal.wait("the rows") { ($0.last ?? "").hasPrefix("-- rows ") }
      for _ in 0..<20 { terminal.type(.backspace) }
      try terminal.wait("rows that fit") {
        $0.suffix(6).first == "rota> " + String(repeating: "郑", count: 17)
      }
      terminal.type(.controlC)
      try terminal.wait(last: "rota>")
    }
  }

  @Test func aPasteCannotPressKeys() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type(.pasteStart)
      terminal.type("print \u{3}\u{1B}[A\"ti\u{65}\u{302}\"\u{4}")
      terminal.type(.pasteEnd)
      try terminal.wait(last: "rota> print [A\"tiê\"")
    }
  }

  @Test func bytesThatAreNoTextAreLeftOut() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type(bytes: Array("print ".utf8) + [0xFF, 0xC3, 0x34, 0xE9, 0x83, 0x32, 0x0D])
      try terminal.wait(line: "42")
    }
  }

  @Test func aLineSurvivesANewWidth() throws {
    try withProgram { program in
      let terminal = try started(program, columns: 60)
      terminal.type("print \"郑州郑州郑州郑州\"")
      try terminal.wait(last: "rota> print \"郑州郑州郑州郑州\"")
      terminal.resize(columns: 40, rows: 24)
      terminal.type(", 8")
      try terminal.wait(last: "rota> print \"郑州郑州郑州郑州\", 8")
      terminal.type(.enter)
      try terminal.wait("the output") { $0.contains { $0.hasPrefix("郑州郑州郑州郑州") } }
    }
  }

  @Test func outputOfAScriptAtATerminalNeedsNoPrompt() throws {
    try withProgram { program in
      try program.file("a.rota", "print 3\n")
      let terminal = try PseudoTerminal(program, ["a.rota"])
      #expect(try terminal.waitForEnd() == 0)
      #expect(terminal.lines == ["3"])
    }
  }

  @Test func whatIsForReadingBreaksAtWordsAndRecordsStayWhole() throws {
    try withProgram { program in
      let name = "a place with a name of many words"
      try program.file(
        "a.rota",
        """
        plan P { dates 2027-03-01..2027-03-02; period am 09:00-10:00 }
        set output csv
        print "\(name) again"
        venue "\(name)"
        venue "\(name)" seats 90

        """)
      let terminal = try PseudoTerminal(program, ["a.rota"], columns: 30)
      #expect(try terminal.waitForEnd() == 0)
      #expect(
        terminal.lines == [
          "a place with a name of many wo", "rds again", "changed venue \"a place with a",
          "  name of many words\": seats", "  90",
        ])
    }
  }
}
