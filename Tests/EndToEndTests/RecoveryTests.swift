import Foundation
import Testing

/// Work that a shell leaves behind when it is ended from outside is offered to the next, once that is
/// sure to be dead.
@Suite(.serialized)
struct RecoveryTests {
  private static let journals = ".local/state/rota/journals"

  private func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try body(program)
  }

  private func journals(of program: Program) -> [String] {
    let folder = program.folder.appendingPathComponent(Self.journals).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Types statements at a new prompt and kills it.
  private func crash(_ program: Program, _ statements: [(typed: String, prompt: String)]) throws {
    let terminal = try PseudoTerminal(program)
    try terminal.wait(last: "rota>")
    for (typed, prompt) in statements {
      let rows = terminal.lines.count
      terminal.type(typed + "\r")
      try terminal.wait("the next prompt") { $0.count > rows && $0.last == prompt }
    }
    terminal.send(SIGKILL)
    #expect(try terminal.waitForEnd() == -SIGKILL)
  }

  private func offered(_ program: Program) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(program, columns: 120)
    try terminal.wait("the offer") { lines in
      lines.first?.hasPrefix("Unfinished work of ") == true && lines.last == "rota>"
    }
    return terminal
  }

  @Test func everyCompletedStatementComesBack() throws {
    try withProgram { program in
      try program.file("plan.rota", smallPlan)
      try crash(
        program,
        [
          ("load \"plan.rota\"", "Nhỏ ok>"), ("solve for 1 s", "Nhỏ solved>"),
          ("venue \"Hội trường\" seats 70", "Nhỏ solved>"),
          ("venue 大礼堂 { kind hall; seats 90 }", "Nhỏ solved>"),
        ])
      // What the file says now is another thing.
      try program.file("plan.rota", "venue Other\n")
      let terminal = try offered(program)
      #expect(terminal.lines[0].contains(": 4 statements. `recover`"), "\(terminal.lines)")
      terminal.type("recover\r")
      try terminal.wait(last: "Nhỏ solved>")
      terminal.type(
        "expect seats(\"Hội trường\") = 70; expect seats(\"大礼堂\") = 90; expect unplaced() = 0; print \"đủ\"\r"
      )
      try terminal.wait(line: "đủ")
      terminal.type("history\r")
      try terminal.wait("the history") { lines in
        lines.contains { $0.hasSuffix("solve for 1 s") } && lines.last == "Nhỏ solved>"
      }
      // What was given back is in no file, of which the first one tells.
      terminal.type(.controlD, .controlD)
      #expect(try terminal.waitForEnd() == 0)
      #expect(journals(of: program).isEmpty)
    }
  }

  @Test func anEndInTheMiddleOfAStatementKeepsThoseBefore() throws {
    try withProgram { program in
      let terminal = try PseudoTerminal(program)
      try terminal.wait(last: "rota>")
      terminal.type(.pasteStart)
      terminal.type("let a = 5\nlet b = 6\nfor n in 1..100000000 { let c = n }")
      terminal.type(.pasteEnd, .enter)
      // Both are on the disk while the third statement still runs.
      let deadline = Date().addingTimeInterval(30)
      while Date() < deadline {
        let text = journals(of: program).first.flatMap {
          try? program.text(of: Self.journals + "/" + $0)
        }
        if (text ?? "").components(separatedBy: "\"ran\"").count == 3 { break }
        usleep(20_000)
      }
      terminal.send(SIGKILL)
      _ = try terminal.waitForEnd()
      let next = try offered(program)
      next.type("recover\r")
      try next.wait("the work") { $0.contains { $0.hasPrefix("recovered 2 statements of ") } }
      next.type("print a + b\r")
      try next.wait(line: "11")
    }
  }

  @Test func aShellThatRunsHasLeftNothing() throws {
    try withProgram { program in
      let one = try PseudoTerminal(program)
      try one.wait(last: "rota>")
      one.type("venue Hall\r")
      try one.wait(last: "rota ok>")
      #expect(journals(of: program).count == 1)
      let two = try PseudoTerminal(program)
      try two.wait(last: "rota>")
      #expect(two.lines == ["rota>"])
      two.type("recover\r")
      try two.wait("the refusal") { $0.contains { $0.contains("nothing-to-recover") } }
      two.type("venue Room\r")
      try two.wait(last: "rota ok>")
      #expect(journals(of: program).count == 2)
      one.send(SIGKILL)
      _ = try one.waitForEnd()
      two.type("recover\r")
      try two.wait("the work of the other") {
        $0.contains { $0.hasPrefix("recovered 1 statement of ") }
      }
      // What was given back is in no file, of which the first one tells.
      two.type("quit\rquit\r")
      #expect(try two.waitForEnd() == 0)
      #expect(journals(of: program).isEmpty)
    }
  }

  @Test func lostWorkCanBeThrownAway() throws {
    try withProgram { program in
      try crash(program, [("venue Hall", "rota ok>")])
      let terminal = try offered(program)
      terminal.type("drop recovery\r")
      try terminal.wait("the word") { $0.contains { $0.hasPrefix("forgotten: 1 statement of ") } }
      terminal.type("quit\r")
      #expect(try terminal.waitForEnd() == 0)
      #expect(journals(of: program).isEmpty)
    }
  }

  @Test func aJournalThatBrokeOffGivesWhatItHas() throws {
    try withProgram { program in
      try crash(program, [("venue Hall", "rota ok>"), ("venue Room", "rota ok>")])
      let name = Self.journals + "/" + (try #require(journals(of: program).first))
      try program.file(name, String(try program.text(of: name).dropLast(30)))
      let terminal = try offered(program)
      terminal.type("recover\r")
      try terminal.wait("the work") { $0.contains { $0.hasPrefix("recovered 1 statement of ") } }
    }
  }

  @Test func aTerminalThatGoesAwayLeavesTheWork() throws {
    try withProgram { program in
      let terminal = try PseudoTerminal(program)
      try terminal.wait(last: "rota>")
      terminal.type("venue Hall\r")
      try terminal.wait(last: "rota ok>")
      terminal.send(SIGHUP)
      _ = try terminal.waitForEnd()
      let next = try offered(program)
      next.type("recover\r")
      try next.wait("the work") { $0.contains { $0.hasPrefix("recovered 1 statement of ") } }
    }
  }

  @Test func noJournalWithoutAPrompt() throws {
    try withProgram { program in
      try program.file("plan.rota", "venue Hall\n")
      #expect(try program.run("plan.rota", "-e", "venue Room").status == 0)
      #expect(try program.run(input: Array("venue Annex\n".utf8)).status == 0)
      #expect(journals(of: program).isEmpty)
    }
  }
}

private let smallPlan = """
  plan Nhỏ { dates 2027-03-01 .. 2027-03-02; period am 09:00-10:30; period pm 14:00-15:30 }
  venue "Hội trường" { kind hall; seats 60 }
  unit Cảng 40 people
  module Basics { lecture 道德 { for run; in hall } }
  rotation Spring { trainees all units; runs 1; length 2 days; teaches Basics }

  """
