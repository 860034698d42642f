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
    desk.shell.workspace.journey.done.filter { $0.statement.hasPrefix(word + " ") }
  }

  /// A world kept before each line would make the next line copy all placements: with one for all of
  /// them, what reading takes grows with the number of lines, not with its square.
  @Test func itsLinesAreOneStep() {
    let (text, lines) = Self.saved()
    #expect(lines > 2)
    let desk = run(text)
    #expect(steps(desk, "place").map(\.followers) == [lines - 1])
    #expect(steps(desk, "published").map(\.followers) == [lines - 1])
  }

  @Test func itIsTakenBackAndDoneAgainAsOne() {
    let (text, lines) = Self.saved()
    var desk = run(text)
    let all = desk.shell.workspace.board.timetable
    desk.type("undo")
    #expect(desk.text.hasSuffix(" and \(lines - 1) more\n"))
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
}
