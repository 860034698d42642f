import Foundation
import Testing

/// `rota import`.
struct ImportTests {
  private static let instance = """
    Name: Toy
    Courses: 2
    Rooms: 1
    Days: 2
    Periods_per_day: 2
    Curricula: 1
    Constraints: 0

    COURSES:
    Law Li 2 2 30
    Ethics Wu 1 1 20

    ROOMS:
    Hall 40

    CURRICULA:
    All 2 Law Ethics

    END.

    """

  private func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try program.file("toy.ctt", Self.instance)
    try body(program)
  }

  @Test func aPlanComesOutThatIsFormattedAndPossible() throws {
    try withProgram { program in
      let result = try program.run("import", "ctt", "toy.ctt")
      #expect(result.status == 0)
      #expect(result.errors == "")
      #expect(result.output.hasPrefix("# Imported by Rota from toy.ctt"))
      try program.file("toy.rota", result.output)
      #expect(try program.run("fmt", "--check", "toy.rota").status == 0)
      #expect(try program.run("check", "toy.rota").status == 0)
      let piped = try program.run("import", "ctt", "-", input: Array(Self.instance.utf8))
      #expect(piped.output == result.output.replacing("toy.ctt", with: "<stdin>"))
    }
  }

  /// A file is written over only where it is as the program wrote it.
  @Test func whatWasChangedByHandStays() throws {
    try withProgram { program in
      let commands = [
        ("v.rota", "import csv venues v.csv -o v.rota"),
        ("p.rota", "-e 'import csv venues \"v.csv\"; save \"p.rota\"'"),
      ]
      for (file, command) in commands {
        try program.file("v.csv", "name,seats\nHall,500\n")
        #expect(try program.shell("\"$ROTA\" \(command)").status == 0)
        try program.file("v.csv", "name,seats\nHall,400\n")
        #expect(try program.shell("\"$ROTA\" \(command)").status == 0)
        let written = try program.text(of: file)
        #expect(written.contains("400"))
        try program.file(file, written + "teacher Li\n")
        let refused = try program.shell("\"$ROTA\" \(command)")
        #expect(refused.status == 2)
        #expect(refused.errors.contains("\(file)"), "\(refused.errors)")
        #expect(try program.text(of: file) == written + "teacher Li\n")
      }
    }
  }

  @Test func itGoesFromInstanceToSolution() throws {
    try withProgram { program in
      #expect(try program.run("import", "ctt", "toy.ctt", "-o", "toy.rota").status == 0)
      let solved = try program.run(
        "toy.rota", "-e", "solve steps 5000; export ctt \"toy.txt\"")
      #expect(solved.status == 0, "\(solved.errors)")
      let lines = try program.text(of: "toy.txt").split(separator: "\n")
      #expect(
        lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
          == ["Law Hall", "Law Hall", "Ethics Hall"])
      #expect(Set(lines.map { $0.split(separator: " ").suffix(2).joined() }).count == 3)
    }
  }

  @Test func onlyAnImportIsWrittenOver() throws {
    try withProgram { program in
      try program.file("mine.rota", "# my notes\n")
      let refused = try program.run("import", "ctt", "toy.ctt", "-o", "mine.rota")
      #expect(refused.status == 2)
      #expect(refused.errors.contains("mine.rota"))
      #expect(try program.text(of: "mine.rota") == "# my notes\n")
      for _ in 0..<2 {
        #expect(try program.run("import", "ctt", "-o", "new.rota", "toy.ctt").status == 0)
      }
      #expect(try program.text(of: "new.rota").contains("module Law"))
      #expect(try program.run("import", "ctt", "toy.ctt", "-o", "/dev/null").status == 0)
      #expect(try program.run("import", "ctt", "toy.ctt", "-o", "no/folder.rota").status == 3)
    }
  }

  @Test func whatIsWrongIsToldWithItsPlace() throws {
    try withProgram { program in
      try program.file("bad.ctt", Self.instance.replacing("Law Li 2", with: "Law Li two"))
      let result = try program.run("import", "ctt", "bad.ctt", "-o", "bad.rota")
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.errors.contains("bad.ctt:10:8"))
      #expect(!FileManager.default.fileExists(atPath: program.folder.path + "/bad.rota"))
      try program.file("latin.ctt", bytes: Array(Self.instance.utf8) + [0xE8])
      #expect(try program.run("import", "ctt", "latin.ctt").status == 3)
      #expect(try program.run("import", "ctt", "nowhere.ctt").status == 3)
    }
  }
  @Test func aTableComesOutAsStatements() throws {
    try withProgram { program in
      try program.file("v.csv", bytes: [0xC3, 0xFB, 0xB3, 0xC6] + Array(",seats\nHall,90\n".utf8))
      let result = try program.run("import", "csv", "venues", "v.csv")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output == "# Imported by Rota from v.csv\nvenue Hall { seats 90 }\n")
      #expect(try program.run("import", "csv", "venues", "v.csv", "-o", "v.rota").status == 0)
      #expect(try program.run("v.rota").status == 0)
      let dry = try program.run("import", "csv", "venues", "v.csv", "-o", "w.rota", "--dry-run")
      #expect(dry.output == result.output)
      #expect(!FileManager.default.fileExists(atPath: program.folder.path + "/w.rota"))
      let piped = try program.run(
        "import", "csv", "availability", "-", "--plan", "v.rota",
        input: Array("name,date\nHall,2027-03-01\n".utf8))
      #expect(piped.output.contains("venue Hall closed 2027-03-01\n"), "\(piped.errors)")
      let wrong = try program.run("import", "csv", "venues", "-", input: Array("name\n\"x".utf8))
      #expect(wrong.status == 2)
      #expect(wrong.errors.contains("<stdin>:2:1"))
      #expect(try program.run("import", "csv", "venues").status == 2)
      #expect(try program.run("import", "csv", "rooms", "v.csv").status == 2)
    }
  }

  @Test func anExportIsWrittenOverOnlyWhereNobodyChangedIt() throws {
    try withProgram { program in
      try program.file(
        "p.rota", CommandLineTests.possible + "solve steps 2000\nexport html \"p.html\"\n")
      for _ in 0..<2 { #expect(try program.run("p.rota").status == 0) }
      let written = try program.text(of: "p.html")
      try program.file("p.html", written + "<!-- mine -->")
      let refused = try program.run("p.rota")
      #expect(refused.status == 2)
      #expect(refused.errors.contains("file-not-written-by-rota"))
      #expect(try program.text(of: "p.html") == written + "<!-- mine -->")
    }
  }

  @Test func programsThatWriteAtTheSameTimeAllKnowTheirFilesAgain() throws {
    try withProgram { program in
      try program.file("p.rota", CommandLineTests.possible + "solve steps 10\n")
      let all = #"seq 8 | xargs -P 8 -I N "$ROTA" p.rota -e 'export html "N.html"'"#
      for _ in 0..<2 {
        let result = try program.shell(all)
        #expect(!result.errors.contains("error"), "\(result.errors)")
      }
      #expect(try program.shell("ls *.html | wc -l").output.contains("8"))
    }
  }
}
