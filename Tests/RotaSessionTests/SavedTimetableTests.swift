import FixtureSupport
import RotaSession
import Testing

@testable import RotaSession

/// A saved timetable as a script: a statement for each session, and one step back.
@Suite struct SavedTimetableTests {
  /// A script as `save` writes it, with its timetable and what people have.
  private static func saved() -> (text: String, lines: Int) {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("solve steps 2000")
    desk.type("publish")
    desk.type("save \"saved.rota\"")
    let text = desk.files.text("saved.rota") ?? ""
    return (text, text.split(separator: "\n").filter { $0.hasPrefix("place ") }.count)
  }

  private func run(_ text: String) -> Desk {
    var desk = Desk()
    desk.type(text, mode: .script)
    return desk
  }

  private func steps(_ desk: Desk, _ word: String) -> [Journey.Step] {
    let workspace = desk.shell.workspace
    return workspace.journey.done.filter { workspace.text(of: $0).hasPrefix(word + " ") }
  }

  /// A world kept before each line would make the next line copy all placements: with one for all of
  /// them, what reading takes grows with the number of lines, not with its square.
  @Test func itsLinesAreOneStep() {
    let (text, lines) = Self.saved()
    #expect(lines > 2)
    let desk = run(text)
    #expect(steps(desk, "place").map(\.followers) == [lines - 1])
    // What people have begins with the classes that they know of.
    #expect(steps(desk, "known").map(\.followers) == [lines])
  }

  @Test func itIsTakenBackAndDoneAgainAsOne() {
    let (text, lines) = Self.saved()
    var desk = run(text)
    let all = desk.shell.workspace.board.timetable
    desk.type("undo")
    #expect(desk.text.hasSuffix(" and \(lines) more\n"))
    // What people have, its number, and the timetable.
    desk.type("undo 2")
    #expect(desk.shell.workspace.board.timetable.isEmpty)
    desk.type("redo 3")
    #expect(desk.shell.workspace.board.timetable == all)
  }

  @Test func linesApartAreStepsApart() {
    let (text, lines) = Self.saved()
    let first = text.split(separator: "\n").first { $0.hasPrefix("place ") } ?? ""
    let desk = run(text + "\nset seed 7\n\(first)\n")
    #expect(steps(desk, "place").map(\.followers) == [lines - 1, 0])
  }

  /// What a person types is taken back line by line.
  @Test func atThePromptEachIsAStep() {
    let (text, lines) = Self.saved()
    var desk = Desk()
    desk.type(text)
    #expect(steps(desk, "place").map(\.followers) == [Int](repeating: 0, count: lines))
  }

  // MARK: What no longer fits

  /// Whatever befalls a plan that is solved and published, what is saved of it loads, and is the same:
  /// what no longer fits is a clash as it was.
  @Test(arguments: Soak.cases(24)) func whateverChangedItLoadsAgain(number: Int) throws {
    let changes = [
      "plan holiday 2027-03-02", "plan days Mon", "plan dates 2027-03-01 .. 2027-03-01",
      "plan dates 2027-03-08 .. 2027-03-10", "plan period noon 11:00-12:00",
      "drop venue \"Room 3\"", "drop teacher Rivera", "module Basics { lecture Law { for class } }",
      "drop discussion Review", "rotation Spring classes at most 45 people",
      "rotation Spring runs 2", "drop rotation Spring", "unit Airport 10 people",
      "module Basics { discussion Review { 2 times } }", "venue Hall closed 2027-03-01",
      "module Basics { discussion Review { for groups of 10 people } }",
    ]
    var desk = Desk()
    desk.type(smallPlan, mode: .script)
    desk.type("solve steps 2000; lock Law; publish")
    for step in 0...(number % 3) {
      desk.type(changes[(number * 7 + step * 5) % changes.count])
      if number % 4 == 3, step == 0 { desk.type("publish") }
    }
    desk.type("save \"now.rota\"")
    let text = try #require(desk.files.text("now.rota"), "\(desk.diagnostics)")
    var other = Desk(["now.rota": text])
    other.type("load \"now.rota\"")
    #expect(other.status != .scriptWrong, "\(other.diagnostics)")
    let old = desk.shell.workspace.board.timetable
    #expect(other.shell.workspace.board.timetable == old)
    #expect(other.shell.prompt == desk.shell.prompt)
    other.type("save \"again.rota\"")
    #expect(other.files.text("again.rota") == text)
  }

  @Test func aSessionThatThePlanLacksIsALeftover() {
    var desk = Desk()
    desk.type(smallPlan, mode: .script)
    desk.type("solve steps 2000")
    desk.type("drop discussion Review")
    desk.type("save \"now.rota\"")
    let text = desk.files.text("now.rota") ?? ""
    #expect(text.contains("\nleftover Review of Basics for class 2 of run 1 of Spring at 2027-"))
    desk.type("load \"now.rota\"")
    #expect(desk.shell.prompt.contains("clash"), "\(desk.shell.prompt)")
    // A timetable made anew is of the sessions that there are.
    desk.type("solve steps 2000")
    #expect(desk.shell.prompt.contains("solved"), "\(desk.shell.prompt)")
  }

  @Test func scenariosKeepWhatNoLongerFits() {
    var desk = Desk()
    desk.type(smallPlan, mode: .script)
    desk.type("solve steps 2000")
    desk.type("scenario less { drop discussion Review }")
    desk.type("scenario away { plan holiday 2027-03-01 }")
    desk.type("save \"now.rota\"")
    let scenarios = desk.shell.workspace.board.scenarios.map(\.world.board.timetable)
    desk.type("load \"now.rota\"")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    #expect(desk.shell.workspace.board.scenarios.map(\.world.board.timetable) == scenarios)
  }
}
