import Foundation
import Testing

/// `edit` and `watch` at a terminal: another program has it for a while, and files change.
@Suite(.serialized)
struct EditorTests {
  private func withProgram(_ body: (inout Program) throws -> Void) throws {
    var program = try Program()
    defer { program.remove() }
    try body(&program)
  }

  private func started(_ program: Program, _ arguments: [String] = []) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(program, arguments)
    try terminal.wait("the prompt") { ($0.last ?? "").hasSuffix(">") }
    return terminal
  }

  /// An editor that obeys keys: `q STATUS` ends it, anything else is for sed.
  private static let editor = """
    #!/bin/sh
    echo "editing $(basename "$1" | tail -c 6)"
    while read line; do
      case "$line" in
        q*) exit ${line#q};;
        *) sed -i "$line" "$1"; echo done;;
      esac
    done

    """

  /// Makes a program. Another process writes it: of a file that this one writes, children that other tests
  /// start at the same moment hold a copy of the descriptor, and the system runs no file that is written.
  private func program(_ name: String, _ text: String, _ program: Program) throws {
    try program.file("text", text)
    _ = try program.shell("cp text '\(name)' && chmod +x '\(name)'")
  }

  private func install(_ program: inout Program) throws {
    try self.program("my editor", Self.editor, program)
    program.variables["EDITOR"] = "'\(program.folder.path)/my editor'"
  }

  private func filesLeft(_ program: Program) throws -> Int {
    let found = try program.shell("ls .local/state/rota | grep -c '^edit-'; true")
    return Int(found.output.split(separator: "\n").first ?? "") ?? -1
  }

  @Test func theLastInputIsEditedAndRemembered() throws {
    try withProgram { program in
      program.variables["VISUAL"] = "sed -i s/500/400/"
      program.variables["EDITOR"] = "false"
      let terminal = try started(program)
      terminal.type("venue 大礼堂 seats 500\r")
      try terminal.wait(last: "rota ok>")
      terminal.type("edit\r")
      try terminal.wait(line: "rota ok> venue 大礼堂 seats 400")
      try terminal.wait(line: "changed venue 大礼堂: seats 500 -> 400")
      try terminal.wait(last: "rota ok>")
      terminal.type(.up)
      try terminal.wait(last: "rota ok> venue 大礼堂 seats 400")
      #expect(try filesLeft(program) == 0)
    }
  }

  /// `EDITOR` may hold options: `vim +9`.
  @Test func anEditorMayHaveOptions() throws {
    try withProgram { program in
      try self.program(
        "opts", "#!/bin/sh\ntest \"$1\" = +7 && test $# = 2 && sed -i s/500/400/ \"$2\"\n", program)
      program.variables["EDITOR"] = "\(program.folder.path)/opts +7"
      let terminal = try started(program)
      terminal.type("venue Hall seats 500\r")
      try terminal.wait(last: "rota ok>")
      terminal.type("edit\r")
      try terminal.wait(line: "changed venue Hall: seats 500 -> 400")
    }
  }

  /// What stands on the screen, as one line: where lines break depends on how long a folder's name is.
  private func said(_ lines: [String]) -> String {
    lines.flatMap { $0.split(separator: " ") }.joined(separator: " ")
  }

  @Test func anEditorHasTheTerminalToItself() throws {
    try withProgram { program in
      try install(&program)
      let terminal = try started(program)
      terminal.type("venue \"Hội trường\" seats 90\r")
      try terminal.wait(last: "rota ok>")
      terminal.type("edit plan\r")
      try terminal.wait(line: "editing .rota")
      #expect(terminal.isCooked)
      terminal.type("s/90/9O/\r")
      try terminal.wait(line: "done")
      terminal.type("q 0\r")
      try terminal.wait("the draft that is kept") { lines in
        lines.contains { $0.contains("[draft-kept]") } && lines.last == "rota ok>"
      }
      #expect(try filesLeft(program) == 1)
      // It ends with an error: nothing is changed, and the draft is still there.
      terminal.type("edit plan\r")
      try terminal.wait("the editor again") { $0.count { $0 == "editing .rota" } == 2 }
      terminal.type("q 3\r")
      try terminal.wait("the refusal") { lines in
        said(lines).contains("ended with status 3 [not-edited]")
          && lines.last == "rota ok>"
      }
      terminal.type("edit plan\r")
      try terminal.wait("the editor again") { $0.count { $0 == "editing .rota" } == 3 }
      terminal.type("s/9O/80/\r")
      try terminal.wait("the change") { $0.count { $0 == "done" } == 2 }
      terminal.type("q 0\r")
      try terminal.wait(line: "+ venue \"Hội trường\" seats 80")
      #expect(try filesLeft(program) == 0)
    }
  }

  @Test func controlCIsTheEditors() throws {
    try withProgram { program in
      try install(&program)
      let terminal = try started(program)
      terminal.type("edit plan\r")
      try terminal.wait(line: "editing .rota")
      terminal.type(.controlC)
      try terminal.wait("the refusal") { lines in
        said(lines).contains("was ended by signal 2") && lines.last == "rota>"
      }
      terminal.type("print 1\r")
      try terminal.wait("the prompt") { $0.contains("1") && $0.last == "rota>" }
      terminal.type(.controlD)
      #expect(try terminal.waitForEnd() == 0)
    }
  }

  @Test func aTerminalThatAnEditorLeavesInDisorderIsSetBack() throws {
    try withProgram { program in
      program.variables["EDITOR"] = "stty raw -echo; sed -i s/1/2/"
      let terminal = try started(program)
      terminal.type("print 1\r")
      try terminal.wait(line: "1")
      terminal.type("edit\r")
      try terminal.wait(line: "2")
      try terminal.wait(last: "rota>")
      terminal.type("solve\r")
      try terminal.wait(last: "rota>")
      terminal.type(.controlD)
      #expect(try terminal.waitForEnd() == 0)
      #expect(terminal.isCooked)
    }
  }

  @Test func withoutAnEditorOrATerminalItSaysSo() throws {
    try withProgram { program in
      program.variables["PATH"] = "/nowhere"
      let terminal = try started(program)
      terminal.type("edit plan\r")
      try terminal.wait("why not") {
        $0.contains {
          $0 == "error: nothing was edited: `vi` is not installed; set EDITOR to an editor that"
        }
      }
      program.variables["PATH"] = "/usr/bin:/bin"
      program.variables["EDITOR"] = "touch started;"
      let script = try program.run("-e", "edit")
      #expect(script.status == 2)
      #expect(script.errors.contains("there is no terminal here"))
      let sandbox = try started(program, ["--sandbox"])
      sandbox.type("edit\r")
      try sandbox.wait("why not") {
        $0.contains { $0.contains("nothing was edited: `--sandbox` starts no other program") }
      }
      #expect(try program.shell("test -e started").status == 1)
    }
  }

  @Test func aScriptIsWatchedUntilControlC() throws {
    try withProgram { program in
      try program.file("plan.rota", "include \"大礼堂.rota\"\nvenue Room seats 9\n")
      try program.file("大礼堂.rota", "venue 大礼堂 seats 7\n")
      let terminal = try started(program)
      terminal.type("watch \"plan.rota\"\r")
      try terminal.wait(last: "watching plan.rota; Ctrl-C ends it")
      // As editors save that write a new file and give it the old one's name.
      _ = try program.shell(
        "printf 'venue 大礼堂 seats 8\\n' > new && mv new 大礼堂.rota")
      try terminal.wait(line: "+ venue 大礼堂 seats 8")
      try terminal.wait(last: "watching plan.rota; Ctrl-C ends it")
      // A shell that brings it back from the background has written over the line.
      terminal.show("\r\nfg\r\n")
      terminal.send(SIGSTOP)
      terminal.send(SIGCONT)
      try terminal.wait(last: "watching plan.rota; Ctrl-C ends it")
      try program.file("plan.rota", "venue Room seets 9\n")
      try terminal.wait(line: "the plan is as it was")
      try terminal.wait(last: "watching plan.rota; Ctrl-C ends it")
      terminal.type(.controlC)
      try terminal.wait(last: "rota ok>")
      terminal.type("undo\r")
      try terminal.wait(line: "undone: watch \"plan.rota\"")
      try terminal.wait(last: "rota>")
    }
  }

  @Test func whatIsNoScriptIsNotWatched() throws {
    try withProgram { program in
      let terminal = try started(program)
      terminal.type("watch \".\"\r")
      try terminal.wait("why not") { lines in
        lines.contains { $0.contains("it is a folder") } && lines.last == "rota>"
      }
    }
  }
}
