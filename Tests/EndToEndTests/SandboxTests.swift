import Foundation
import Testing

/// `--sandbox`: whatever a script says, nothing outside of its folder is read or written, and no other
/// program is started.
struct SandboxTests {
  /// A folder `in` with a script's surroundings, and secrets beside it.
  private func withFolder(_ body: (Program) throws -> Void) throws {
    var program = try Program()
    defer { program.remove() }
    program.variables["PATH"] = program.folder.appendingPathComponent("bin").path + ":/usr/bin:/bin"
    try program.file("secret.rota", "venue Secret seats 7\n")
    try program.file("secret.csv", "name,seats\nSecret,7\n")
    try program.file("secret.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    try program.file("secret.json", "{\"days\": []}\n")
    try program.file("secret.ctt", "Name: Secret\n")
    try program.file("in/own.rota", "venue Own seats 5\n")
    try program.file("in/plan.rota", Self.plan)
    try program.file("in/deep/nested.rota", "include \"../own.rota\"\n")
    _ = try program.shell(
      """
      ln -s ../secret.rota in/link.rota; ln -s .. in/up; ln -s ../new.html in/dangling.html
      ln -s own.rota in/alias.rota; mkdir bin
      for p in chromium less vi; do printf '#!/bin/sh\\ntouch "$HOME/started"\\n' > bin/$p; chmod +x bin/$p; done
      """)
    try body(program)
  }

  private static let plan = """
    plan P { dates 2027-03-01..2027-03-02; period am 09:00-10:30; period pm 14:00-15:30 }
    venue Hall seats 100
    teacher Li
    unit Harbour 60 people
    module M { lecture Ethics { for run; in Hall } }
    rotation Spring { trainees all units; runs 1; length 2 days; teaches M }

    """

  /// Ways out: of the script's folder, from which it reads, and of the current one, to which it writes.
  private static let waysToRead = ["../secret", "up/secret", "deep/../../secret", "ROOT/secret"]
  private static let waysToWrite = [
    "secret", "in/../secret", "in/up/secret", "in/deep/../../secret", "ROOT/secret",
  ]

  /// Every statement that names a file, with the file left open.
  private static let readers = [
    "load \"FILE.rota\"", "include \"FILE.rota\"", "import csv venues \"FILE.csv\"",
    "import csv roster \"FILE.csv\"", "import ctt \"FILE.ctt\"",
    "import ics \"FILE.ics\" for teacher Li", "import ics \"FILE.ics\" as holidays",
    "import json \"FILE.json\" as holidays",
  ]
  private static let writers = [
    "save \"FILE.rota\"", "save over \"FILE.rota\"", "export html \"FILE.html\"",
    "export csv \"FILE.csv\" replace", "export ics \"FILE.ics\"", "export ctt \"FILE.sol\"",
    "export programme text \"FILE.txt\"", "export ics \"FILE.ics\" each class",
  ]

  @Test(arguments: readers + writers)
  func nothingOutsideIsReached(_ statement: String) throws {
    try withFolder { program in
      let before = try program.shell(
        "find . -type f ! -path './in/*' ! -name '.*' | sort | xargs cat")
      let links = statement.hasPrefix("load") || statement.hasPrefix("include") ? ["link"] : []
      let ways = Self.readers.contains(statement) ? Self.waysToRead + links : Self.waysToWrite
      for path in ways {
        let name = path.replacing("ROOT", with: program.folder.path)
        let text = Self.plan + "solve steps 50\n" + statement.replacing("FILE", with: name) + "\n"
        try program.file("in/script.rota", text)
        let result = try program.run("--sandbox", "in/script.rota")
        #expect(result.status == 3, "\(path) \(statement): \(result.errors)")
        #expect(result.errors.contains("lies outside of"), "\(result.errors)")
        #expect(!result.output.contains("Secret"))
      }
      let after = try program.shell(
        "find . -type f ! -path './in/*' ! -name '.*' | sort | xargs cat")
      #expect(after.output == before.output)
      #expect(try program.shell("ls .local .config").status != 0)
    }
  }

  @Test func everythingInsideIsReached() throws {
    try withFolder { program in
      try program.file(
        "in/script.rota",
        """
        load "plan.rota"
        include "deep/nested.rota"
        include "alias.rota"
        expect seats(Own) = 5
        solve steps 50
        save "in/deep/saved.rota"
        export html "in/plan.html"
        export html "in/plan.html"
        export csv "in/deep/../plan.csv"

        """)
      let result = try program.run("--sandbox", "in/script.rota")
      #expect(result.status == 0, "\(result.errors)")
      let saved = try program.text(of: "in/deep/saved.rota")
      #expect(saved.contains("venue Own"))
      // Nothing of it was noted outside.
      #expect(try program.shell("ls .local").status != 0)
    }
  }

  /// What a command of the shell writes is held to the folder as a script's statements are.
  @Test(arguments: ["csv teachers in/t.csv", "ctt in/c.ctt"])
  func importsAreWrittenInside(_ what: String) throws {
    try withFolder { program in
      try program.file("in/t.csv", "name\nLi\n")
      try program.file("in/c.ctt", Self.instance)
      for output in ["out.rota", "in/../out.rota", "in/up/out.rota"] {
        let result = try program.shell("$ROTA --sandbox import \(what) -o \(output)")
        #expect(result.status == 3, "\(output)")
        #expect(result.errors.contains("lies outside of"), "\(result.errors)")
      }
      #expect(try program.shell("ls out.rota").status != 0)
      let result = try program.shell("$ROTA --sandbox import \(what) -o in/out.rota")
      #expect(result.status == 0, "\(result.errors)")
    }
  }

  private static let instance = """
    Name: Small
    Courses: 1
    Rooms: 1
    Days: 1
    Periods_per_day: 2
    Curricula: 1
    Constraints: 0

    COURSES:
    Law Li 1 1 20

    ROOMS:
    Hall 30

    CURRICULA:
    First 1 Law

    UNAVAILABILITY_CONSTRAINTS:

    END.

    """

  @Test func aLinkToNowhereIsNoWayOut() throws {
    try withFolder { program in
      try program.file(
        "in/script.rota", Self.plan + "solve steps 50\nexport html \"in/dangling.html\"\n")
      #expect(try program.run("--sandbox", "in/script.rota").status == 3)
      #expect(try program.shell("ls new.html").status != 0)
    }
  }

  @Test func noBrowserIsStarted() throws {
    try withFolder { program in
      try program.file("in/script.rota", Self.plan + "solve steps 50\nexport pdf \"in/plan.pdf\"\n")
      let result = try program.run("--sandbox", "in/script.rota")
      #expect(result.status == 3)
      #expect(result.errors.contains("starts no other program"), "\(result.errors)")
      #expect(try program.shell("ls started").status != 0)
    }
  }

  @Test(arguments: [
    (["-e", "include \"in/own.rota\""], 0), (["-e", "include \"/etc/hostname\""], 3),
    (["in/link.rota"], 0), (["check", "in/plan.rota"], 0), (["fmt", "in/own.rota"], 2),
  ])
  func withoutAScriptItIsTheCurrentFolder(arguments: [String], status: Int) throws {
    try withFolder { program in
      let words = (arguments + ["--sandbox"]).map { "'\($0)'" }.joined(separator: " ")
      let result = try program.shell("$ROTA \(words)")
      #expect(Int(result.status) == status, "\(result.errors)")
    }
  }

  @Test func thePromptKeepsToTheFolderToo() throws {
    try withFolder { program in
      try program.file(".config/rota/rc.rota", "venue Rc\n")
      var paging = program
      paging.variables["PAGER"] = "less"
      let terminal = try PseudoTerminal(paging, ["--sandbox", "-i", "in/plan.rota"], rows: 8)
      try terminal.wait(last: "P ok>")
      terminal.type("include \"../sec\t")
      try terminal.wait(last: "P ok> include \"../sec")
      terminal.type("ret.rota\"\r")
      try terminal.wait("the refusal") { $0.contains { $0.contains("lies outside of") } }
      terminal.type("help\r")
      try terminal.wait("all of the help") { lines in
        lines.contains { $0.hasPrefix("help WORD") } && lines.last == "P ok>"
      }
      terminal.type("venue Room\rquit\rquit\r")
      #expect(try terminal.waitForEnd() == 0)
      #expect(try program.shell("ls started .local").status != 0)
    }
  }
}
