import Testing

/// `set memory`, as the system counts it.
struct MemoryTests {
  private func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try body(program)
  }

  private static let greedy = "for n in 1..1000000 { unit \"Unit {n}\" 900 people }"

  @Test func aGreedyStatementIsEndedAndTheShellGoesOn() throws {
    try withProgram { program in
      let terminal = try PseudoTerminal(program, [])
      try terminal.wait(last: "rota>")
      terminal.type("venue Hall seats 90\rset memory 200\r")
      try terminal.wait(last: "rota ok>")
      terminal.type(Self.greedy + "\r")
      try terminal.wait("the limit") { lines in
        lines.contains { $0.contains("[memory-exceeded]") } && lines.last == "rota ok>"
      }
      terminal.type("set memory 4000\rprint count(units), count(venues)\r")
      try terminal.wait(line: "0 1")
    }
  }

  @Test func aScriptInTheSandboxGetsNoMore() throws {
    try withProgram { program in
      try program.file("p.rota", "set memory 200\nset memory 4000\n")
      let more = try program.run("--sandbox", "p.rota")
      #expect(more.status == 2)
      #expect(more.errors.contains("100 to 200 megabytes"), "\(more.errors)")
      try program.file("q.rota", Self.greedy + "\n")
      let greedy = try program.run("--sandbox", "-e", "set memory 200", "q.rota")
      #expect(greedy.status == 2)
      #expect(greedy.errors.contains("memory-exceeded"), "\(greedy.errors)")
    }
  }
}
