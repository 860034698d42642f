import Foundation
import Testing

/// Standard streams that are closed, full or gone, and interrupts.
struct StreamTests {
  private func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try body(program)
  }

  @Test func aReaderThatLeavesEndsTheProgramQuietly() throws {
    try withProgram { program in
      let result = try program.shell(
        "\"$ROTA\" -e 'for n in 1..100000 { print n }' 2>errors | head -n 1; cat errors >&2")
      #expect(result.output == "1\n")
      #expect(result.errors == "")
    }
  }

  @Test func aFullDiskIsReported() throws {
    try withProgram { program in
      let result = try program.shell("\"$ROTA\" -e 'print 1' >/dev/full")
      #expect(result.status == 3)
      #expect(result.errors.contains("the disk is full"))
    }
  }

  @Test func aClosedOutputIsReported() throws {
    try withProgram { program in
      let result = try program.shell("\"$ROTA\" -e 'print 1' >&-")
      #expect(result.status == 3)
      #expect(result.errors.contains("standard output"))
    }
  }

  @Test func aClosedInputIsReported() throws {
    try withProgram { program in
      let result = try program.shell("\"$ROTA\" <&-")
      #expect(result.status == 3)
      #expect(result.errors.contains("<stdin>"))
    }
  }

  @Test func aFileOpenedLaterIsNotMistakenForAClosedStream() throws {
    try withProgram { program in
      _ = try program.shell("\"$ROTA\" -e 'venue Hall; save \"p.rota\"; print 1' >&- 2>&-")
      #expect(try program.text(of: "p.rota").contains("Hall"))
      let text = try program.text(of: "p.rota")
      #expect(!text.hasSuffix("1\n"))
    }
  }

  @Test func anInterruptEndsAScriptWith130() throws {
    try withProgram { program in
      let endless = "print 0; for a in 1..1000 { for b in 1..100000 { let x = b } }"
      let terminal = try PseudoTerminal(program, ["-e", endless])
      try terminal.wait(line: "0")
      terminal.type(.controlC)
      let status = try terminal.waitForEnd()
      #expect(status == 130)
    }
  }

  @Test func anInterruptEndsAWaitForInput() throws {
    try withProgram { program in
      let terminal = try PseudoTerminal(program, ["-e", "print 0", "-"])
      try terminal.wait(line: "0")
      try terminal.pause()
      terminal.type(.controlC)
      let status = try terminal.waitForEnd()
      #expect(status == 130)
    }
  }

  @Test(
    .disabled(
      if: ProcessInfo.processInfo.environment["TSAN_OPTIONS"] != nil,
      "the thread sanitizer keeps files of its own, which may not grow either"))
  func aFileThatMayNotGrowIsReportedAndLeavesNothing() throws {
    try withProgram { program in
      let script = "for n in 1..2000 { venue \"Hall {n}\" }; save \"out/p.rota\""
      try program.file("out/keep", "")
      let result = try program.shell("ulimit -f 8; \"$ROTA\" -q -e '\(script)'; echo $?; ls -A out")
      #expect(result.output == "3\nkeep\n")
      #expect(result.errors.contains("larger than files may be"))
    }
  }

  @Test(arguments: [
    ("gone", "a symbolic link to gone, which is not there"), ("p.rota", "in a circle"),
  ])
  func aLinkThatLeadsNowhereStaysALink(target: String, reason: String) throws {
    try withProgram { program in
      let result = try program.shell(
        "ln -s \(target) p.rota; \"$ROTA\" -q -e 'venue Hall; save \"p.rota\"'; echo $?; readlink p.rota"
      )
      #expect(result.output == "3\n\(target)\n")
      #expect(result.errors.contains(reason))
    }
  }

  @Test func aSavedFileIsNeverHalfWritten() throws {
    try withProgram { program in
      try program.file("old/p.rota", "# old\n")
      let result = try program.shell(
        "\"$ROTA\" -q -e 'venue Hall; save \"nowhere/p.rota\"'; echo $?; ls -A old")
      #expect(result.output == "3\np.rota\n")
    }
  }
}
