import Foundation
import RotaSession
import Testing

/// `import ctt`, `export ctt`, and what the two come to together.
@Suite struct CourseTimetablingTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/course-timetabling")

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  private func desk(options: SessionOptions = SessionOptions()) throws -> Desk {
    Desk(
      [
        "small.ctt": try Self.text("small.ctt"), "small.ectt": try Self.text("small.ectt"),
        "bad.ctt": try Self.text("errors/counts.ctt"),
        "in/plan.rota": "import ctt \"small.ctt\"\n", "in/small.ctt": try Self.text("small.ctt"),
      ], options: options)
  }

  @Test func anInstanceBecomesPartOfThePlanAndCanBeTakenBack() throws {
    var desk = try desk()
    desk.type("teacher Rivera")
    let before = desk.picture()
    desk.type("import ctt \"small.ctt\"")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    #expect(desk.text == "imported \"small.ctt\": 6 courses, 3 rooms, curricula: 2\n")
    desk.type(
      """
      expect count(modules) = 6 and count(venues) = 3 and count(classes) = 2
      expect count(sessions) = 15 and count(teachers) = 5 and possible()
      """)
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.type("undo")
    #expect(desk.picture() == before)
    desk.type("redo; expect count(sessions) = 15")
    #expect(desk.status == .done)
  }

  @Test func aMalformedInstanceChangesNothing() throws {
    var desk = try desk()
    desk.type("venue Hall")
    let before = desk.picture()
    for (statement, kind) in [
      ("import ctt \"bad.ctt\"", "instance-count"), ("import ctt \"nowhere.ctt\"", "cannot-read"),
      ("import fet \"small.ctt\"", "unknown-choice"), ("import ctt", "unexpected-token"),
    ] {
      desk.type(statement)
      #expect(desk.status != .done, "\(statement)")
      #expect(desk.diagnostics.contains { $0.kind.id == kind }, "\(desk.diagnostics)")
      #expect(desk.picture() == before, "\(statement)")
    }
  }

  @Test func aScriptImportsFromItsOwnFolder() throws {
    var desk = try desk()
    desk.type("load \"in/plan.rota\"; expect count(sessions) = 15")
    #expect(desk.status == .done, "\(desk.diagnostics)")
  }

  @Test func theRestOfAnExtendedInstanceIsSwitchedOn() throws {
    var plain = try desk()
    plain.type("import ctt \"small.ectt\"; show plan")
    #expect(plain.status == .done, "\(plain.diagnostics)")
    #expect(!plain.text.contains("in doubles"))
    var options = SessionOptions()
    options.variables = [("extended", "true")]
    var extended = try desk(options: options)
    extended.type("import ctt \"small.ectt\"; show plan")
    #expect(extended.status == .done, "\(extended.diagnostics)")
    for rule in [
      "in doubles", "not in B, venue", "prefer 2..3 periods per day weight 1",
      "prefer near weight 1", "prefer doubles weight 1",
    ] {
      #expect(extended.text.contains(rule), "\(rule)")
    }
    // A room called `venue` is one of three, not all there are.
    #expect(extended.text.contains("in any of A, B, venue"))
  }

  /// The solution of the fixtures, placed by hand, costs what was counted by hand.
  @Test func aSolutionByHandCostsWhatItShould() throws {
    var desk = try desk()
    desk.type("import ctt \"small.ctt\"")
    let solution = try Self.text("small.solution")
    var meetings: [Substring: Int] = [:]
    for line in solution.split(separator: "\n") {
      let words = line.split(separator: " ")
      let (course, room, day, period) = (words[0], words[1], Int(words[2]), Int(words[3]))
      meetings[course, default: 0] += 1
      let meeting = course == "history" ? "" : " meeting \(meetings[course] ?? 1)"
      let teacher = ["Analysis": "Verdi", "Lab-1": "Bianchi", "history": "Neri", "prefer": "Neri"]
      desk.type(
        "place \"\(course)\"\(meeting) of run 1 at 2027-03-0\((day ?? 0) + 1) p\((period ?? 0) + 1)"
          + " in \"\(room)\" by \(teacher[String(course)] ?? "Rossi")")
      #expect(desk.status == .done, "\(line): \(desk.diagnostics)")
    }
    // Seats 20 + 10 + 4 + 4, two lonely periods at 2, a second room of Algebra and one of Physics.
    desk.type(
      """
      expect cost() = 44 and unplaced() = 0
      expect count(costs, where: wish = "enough seats") = 4
      expect count(costs, where: wish = "no lonely period" and name = Second) = 2
      expect count(costs, where: wish = "same room for module") = 2
      show cost
      """)
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.type("export ctt \"out.txt\"")
    #expect(desk.files.text("out.txt") == solution)
  }

  @Test func aSolvedInstanceIsExportedWhole() throws {
    var desk = try desk()
    desk.type("import ctt \"small.ctt\"; solve steps 20000; export ctt \"out.txt\"")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    let lines = try #require(desk.files.text("out.txt")).split(separator: "\n")
    #expect(lines.count == 15)
    let courses = lines.map { $0.split(separator: " ")[0] }
    let order = ["Algebra", "Analysis", "Physics", "Lab-1", "history", "prefer"]
    #expect(
      courses.map { order.firstIndex(of: String($0)) ?? 9 }
        == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 5])
    desk.type("unplace history; export ctt \"out.txt\"")
    #expect(desk.text.hasSuffix("wrote \"out.txt\": 14 of 15 sessions, those with a place\n"))
  }

  @Test func aPlanOfAnotherShapeIsNoSolution() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("solve steps 20000; export ctt \"out.txt\"")
    #expect(desk.status == .scriptWrong)
    #expect(desk.diagnostics.first?.kind.id == "no-course-timetable")
    let notes = desk.diagnostics.first?.notes.map(\.message) ?? []
    #expect(notes.contains("module Basics has 3 sessions"))
    #expect(notes.contains("venue \"Room 1\" has a blank in its name"))
    #expect(desk.files.text("out.txt") == nil)
    desk.type("export ctt \"out.txt\" of run 1")
    #expect(desk.diagnostics.first?.kind.id == "bad-setting")
  }

  @Test func eachThingThatDoesNotFitIsNamed() {
    let plan = """
      plan P { dates 2027-03-01 .. 2027-03-03; period am 09:00-10:30; period noon 11:00-12:30 }
      venue Hall { seats 90; streams }
      venue Room { seats 90; streams }
      module Long { lecture Long { for run; 2 periods; in Hall } }
      module Split { lecture Split { for class; in Hall } }
      module Free { lecture Free { for run } }
      module Wide { lecture Wide { for run; in Hall; streamed to Room } }
      module Good { lecture Good { for run; in Room } }
      module "A B" { lecture Blank { for run; in Room } }
      rotation R { trainees 60 people; classes 2; length 3 days; teaches Long, Split, Free, Wide, Good, "A B" }
      solve steps 20000
      export ctt "out.txt"
      """
    var desk = Desk()
    desk.type(plan)
    #expect(
      desk.diagnostics.last?.notes.map(\.message) == [
        "module Long takes 2 periods", "module Split is held for 2 audiences",
        "module Free needs no place", "module Wide is streamed",
        "module \"A B\" has a blank in its name",
      ])
    #expect(desk.diagnostics.last?.notes.allSatisfy { $0.range != nil } == true)
  }
}
