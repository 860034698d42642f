import Foundation
import Testing

/// What ends a line, a statement or the prompt: Ctrl-C, Ctrl-D, `quit`, a kill.
extension PromptTests {
  @Test func controlCDropsTheLineAndTheLinesBefore() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("print 1")
      terminal.type(.controlC)
      try terminal.wait("a new prompt") { $0 == ["rota> print 1^C", "rota>"] }
      terminal.type("venue Hall {\r")
      try terminal.wait(last: " ...>")
      terminal.type(.controlC)
      try terminal.wait(last: "rota>")
      terminal.type("print 2\r")
      try terminal.wait(line: "2")
      #expect(!terminal.lines.contains("1"))
    }
  }

  @Test func controlDLeavesAnEmptyLineOnly() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("print 1")
      terminal.type(.controlD)
      terminal.type("2\r")
      try terminal.wait(line: "12")
      try terminal.wait(last: "rota>")
      terminal.type("venue Hall {\r")
      try terminal.wait(last: " ...>")
      terminal.type(.controlD)
      try terminal.wait("a remark") { $0.contains { $0.contains("was not finished") } }
      try terminal.wait(last: "rota>")
      terminal.type(.controlD)
      #expect(try terminal.waitForEnd() == 0)
      #expect(terminal.isCooked)
    }
  }

  @Test func quitLeaves() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("quit\r")
      #expect(try terminal.waitForEnd() == 0)
    }
  }

  @Test func quitTellsOnceOfWorkThatIsInNoFile() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("venue Hall\rquit\r")
      try terminal.wait("the warning") { lines in
        lines.contains { $0.contains("is in no file") } && lines.last == "rota ok>"
      }
      // A statement in between: what it made is told of again.
      terminal.type("venue Room\rquit\r")
      try terminal.wait("the second warning") { lines in
        lines.filter { $0.contains("is in no file") }.count == 2 && lines.last == "rota ok>"
      }
      terminal.type("quit\r")
      #expect(try terminal.waitForEnd() == 0)
    }
  }

  @Test func controlCEndsARunningStatement() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("for a in 1..1000 { for b in 1..100000 { let x = b } }\r")
      try terminal.wait("the terminal of a running statement") { _ in terminal.isBusy }
      // What is typed ahead is not seen until the prompt is there, and Ctrl-C throws it away.
      terminal.type("venue Lost")
      terminal.type(.controlC)
      try terminal.wait(last: "rota>")
      terminal.type("print 6\r")
      try terminal.wait(line: "6")
    }
  }

  @Test func controlCEndsAnExplanation() throws {
    try withProgram { program in
      let units = (0..<300).map { "unit U\($0) \(10 + $0 % 37) people" }.joined(separator: "\n")
      try program.file(
        "p.rota",
        units + "\n"
          + CommandLineTests.impossible.replacingOccurrences(of: "runs 1", with: "runs 2"))
      let terminal = try PseudoTerminal(program, ["-i", "p.rota"])
      try terminal.wait(last: "P 2 problems>")
      terminal.type("why\r")
      try terminal.wait("the terminal of a running statement") { _ in terminal.isBusy }
      // Some of its seconds later.
      try terminal.pause()
      terminal.type(.controlC)
      // It has said what is proved, and which of the clashing statements it had found.
      try terminal.wait("as much as was found") { lines in
        lines.contains { $0.hasPrefix("Impossible: ") }
          && lines.contains { $0.hasPrefix("Interrupted") } && lines.last == "P 2 problems>"
      }
    }
  }

  @Test func whatIsTypedAheadStandsAtTheNextPrompt() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("for a in 1..1000 { for b in 1..100 { let x = b } }\r")
      try terminal.wait("the terminal of a running statement") { _ in terminal.isBusy }
      terminal.type("print \"Hội trường 大礼堂\"")
      try terminal.wait(last: "rota> print \"Hội trường 大礼堂\"")
      #expect(terminal.lines.count == 2)
      terminal.type(.enter)
      try terminal.wait(line: "Hội trường 大礼堂")
    }
  }

  @Test func controlDTypedAheadEndsTheProgram() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("for a in 1..1000 { for b in 1..100 { let x = b } }\r")
      try terminal.wait("the terminal of a running statement") { _ in terminal.isBusy }
      terminal.type(.controlD)
      #expect(try terminal.waitForEnd() == 0)
      #expect(terminal.isCooked)
    }
  }

  @Test func controlDRightBehindEnterIsNotLost() throws {
    try withProgram { program in
      for _ in 1...10 {
        let terminal = try started(program)
        terminal.type("print 1\rprint 2\r\u{4}")
        #expect(try terminal.waitForEnd() == 0)
        #expect(terminal.lines.contains("2"))
      }
    }
  }

  @Test func controlDTellsOnceOfWhatIsInNoFile() throws {
    try withProgram { program in
      try program.file("p.rota", CommandLineTests.possible)
      let terminal = try PseudoTerminal(program, ["-i", "p.rota"])
      try terminal.wait(last: "P ok>")
      func warning(_ lines: [String]) -> Bool {
        lines.contains { $0.contains("is in no file") } && lines.last == "P ok>"
      }
      terminal.type("venue 大礼堂 seats 80\r")
      try terminal.wait("the statement") { $0.count == 2 && $0.last == "P ok>" }
      terminal.type(.controlD)
      try terminal.wait("the warning", until: warning)
      terminal.type(.controlL)
      try terminal.wait("an empty screen") { $0 == ["P ok>"] }
      // Something was typed since, so the next one is a first one.
      terminal.type("print 1\r")
      try terminal.wait(line: "1")
      terminal.type(.controlD)
      try terminal.wait("the warning again", until: warning)
      terminal.type("save \"q.rota\"\r")
      try terminal.wait("the file") { $0.contains { $0.hasPrefix("saved ") } && $0.last == "P ok>" }
      terminal.type(.controlD)
      #expect(try terminal.waitForEnd() == 0)
      let other = try PseudoTerminal(program, ["-i", "p.rota"])
      try other.wait(last: "P ok>")
      other.type("venue 大礼堂 seats 80\rundo\r")
      try other.wait("the way back") {
        $0.contains { $0.hasPrefix("undone") } && $0.last == "P ok>"
      }
      other.type(.controlD)
      #expect(try other.waitForEnd() == 0)
      let last = try PseudoTerminal(program, ["-i", "p.rota"])
      try last.wait(last: "P ok>")
      last.type("venue 大礼堂 seats 80\r")
      last.type(.controlD, .controlD)
      #expect(try last.waitForEnd() == 0)
    }
  }

  @Test func aProgramKilledWhileItRunsGivesTheTerminalBack() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("for a in 1..1000 { for b in 1..100000 { let x = b } }\r")
      try terminal.wait("the terminal of a running statement") { _ in terminal.isBusy }
      terminal.send(SIGTERM)
      #expect(try terminal.waitForEnd() == -SIGTERM)
      #expect(terminal.isCooked)
    }
  }

  @Test func aKilledPromptGivesTheTerminalBack() throws {
    try withProgram { program in
      let terminal = try started(program)
      #expect(!terminal.isCooked)
      terminal.send(SIGTERM)
      #expect(try terminal.waitForEnd() == -SIGTERM)
      #expect(terminal.isCooked)
    }
  }
}
