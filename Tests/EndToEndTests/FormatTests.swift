import Foundation
import Testing

/// `rota fmt`.
struct FormatTests {
  private static let untidy = "venue   Hall{seats 500}   # the hall\n"

  private func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try body(program)
  }

  @Test func checkNamesFilesThatWouldChange() throws {
    try withProgram { program in
      try program.file("a.rota", Self.untidy)
      let before = try program.run("fmt", "--check", "a.rota")
      #expect(before.status == 1)
      #expect(before.output.contains("a.rota"))
      #expect(try program.text(of: "a.rota") == Self.untidy)
      let formatting = try program.run("fmt", "a.rota")
      #expect(formatting.status == 0)
      #expect(formatting.output == "")
      let text = try program.text(of: "a.rota")
      #expect(text != Self.untidy)
      #expect(text.contains("# the hall"))
      let after = try program.run("fmt", "--check", "a.rota")
      #expect(after.status == 0)
      #expect(after.output == "")
    }
  }

  @Test func aDashGoesFromInputToOutput() throws {
    try withProgram { program in
      try program.file("a.rota", Self.untidy)
      #expect(try program.run("fmt", "a.rota").status == 0)
      let result = try program.run("fmt", "-", input: Array(Self.untidy.utf8))
      #expect(result.status == 0)
      #expect(result.output == (try program.text(of: "a.rota")))
    }
  }

  @Test func aFileWithErrorsStaysAsItIs() throws {
    try withProgram { program in
      try program.file("bad.rota", "venue   {\n")
      try program.file("good.rota", Self.untidy)
      let result = try program.run("fmt", "bad.rota", "good.rota")
      #expect(result.status == 2)
      #expect(result.errors.contains("bad.rota"))
      #expect(try program.text(of: "bad.rota") == "venue   {\n")
      #expect(try program.text(of: "good.rota") != Self.untidy)
    }
  }

  @Test func permissionsAndLinksStay() throws {
    try withProgram { program in
      try program.file("a.rota", Self.untidy)
      let result = try program.shell(
        "chmod 640 a.rota && ln -s a.rota b.rota && \"$ROTA\" fmt b.rota && stat -c %a a.rota && test -L b.rota && ls -A | grep -c tmp"
      )
      #expect(result.output == "640\n0\n")
      #expect(try program.text(of: "a.rota") != Self.untidy)
    }
  }

  @Test func whatCannotBeReadOrWrittenEndsWithThree() throws {
    try withProgram { program in
      #expect(try program.run("fmt", "nowhere.rota").status == 3)
      #expect(try program.run("fmt", ".").status == 3)
      try program.file("gb.rota", bytes: [0x23, 0xD6, 0xDD, 0x0A])
      let encoding = try program.run("fmt", "gb.rota")
      #expect(encoding.status == 3)
      #expect(encoding.errors.contains("line 1, byte 2"))
    }
  }
}
