import Foundation
import RotaDiagnostics
import Synchronization
import Testing

@testable import RotaSession

/// `edit` and `edit plan`: what comes back from an editor is run.
@Suite struct EditTests {
  private func desk(_ editor: StandInEditor?) -> Desk {
    var desk = Desk()
    desk.shell.workspace.environment.textEditor = editor
    return desk
  }

  @Test func theLastInputIsChangedAndRun() {
    let editor = StandInEditor { $0.replacing("seats 500", with: "seats 400") }
    var desk = desk(editor)
    desk.type("venue 大礼堂 {\n  seats 500\n}")
    let result = desk.type("edit")
    #expect(editor.given == ["venue 大礼堂 {\n  seats 500\n}\n"])
    #expect(result.edited == ["venue 大礼堂 {\n  seats 400\n}"])
    #expect(
      desk.text
        == "rota ok> venue 大礼堂 {\n    ...>   seats 400\n    ...> }\n"
        + "changed venue 大礼堂: seats 500 -> 400\n")
    // Said again it opens what was run, not itself.
    desk.type("edit")
    #expect(editor.given.last == "venue 大礼堂 {\n  seats 400\n}\n")
    #expect(desk.text == "nothing was changed, and nothing run\n")
    desk.type("undo")
    #expect(desk.text.hasPrefix("undone: venue 大礼堂 { seats 400 }"))
    #expect(editor.files == [])
  }

  @Test func whatIsWrongOrUnfinishedIsOpenedAgain() {
    let texts = Mutex(["venue Hall {", "venue Hall seets 9", "venue Hall seats 9"])
    let editor = StandInEditor { _ in texts.withLock { $0.removeFirst() } }
    var desk = desk(editor)
    desk.type("edit")
    #expect(editor.given == [""])
    #expect(desk.diagnostics.map(\.severity) == [.error])
    desk.type("edit")
    #expect(editor.given.last == "venue Hall {\n")
    #expect(desk.diagnostics.map(\.kind.id) == ["unknown-word"])
    desk.type("edit")
    #expect(editor.given.last == "venue Hall seets 9\n")
    #expect(desk.diagnostics.isEmpty)
  }

  @Test func thePlanIsReplacedInOneStep() {
    let editor = StandInEditor { $0.replacing("seats 100", with: "seats 120") }
    var desk = desk(editor)
    desk.type(smallPlan)
    desk.type("let year = 2028; solve steps 2000")
    let before = desk.whole()
    let steps = desk.shell.workspace.journey.done.count
    desk.type("edit plan")
    #expect(desk.text == "  venue Hall {\n-     seats 100\n+     seats 120\n  }\n")
    #expect(editor.files == [])
    // The timetable and variables are as they were.
    #expect(desk.whole() == before.replacing("seats 100", with: "seats 120"))
    #expect(desk.shell.workspace.journey.done.count == steps + 1)
    desk.type("undo")
    #expect(desk.text == "undone: edit plan\n")
    #expect(desk.whole() == before)
    desk.type("redo")
    #expect(desk.whole() != before)
  }

  @Test func aWrongPlanIsKeptAndOpenedAgain() {
    let old = Mutex("seats 100")
    let new = Mutex("seets 120")
    let editor = StandInEditor { text in
      text.replacing(old.withLock { $0 }, with: new.withLock { $0 })
    }
    var desk = desk(editor)
    desk.type(smallPlan)
    let before = desk.whole()
    desk.type("edit plan")
    #expect(desk.diagnostics.map(\.kind.id) == ["unknown-word", "draft-kept"])
    #expect(desk.whole() == before)
    #expect(editor.files == ["edit-1.rota"])
    // Names that are missing are seen too, in the same file.
    old.withLock { $0 = "seets 120" }
    new.withLock { $0 = "seats 120 }; rotation Spare { teaches Nothing" }
    desk.type("edit plan")
    #expect(editor.given.last?.contains("seets 120") == true)
    #expect(desk.diagnostics.last?.kind.id == "draft-kept")
    #expect(desk.whole() == before)
    old.withLock { $0 = " }; rotation Spare { teaches Nothing" }
    new.withLock { $0 = "" }
    desk.type("edit plan")
    #expect(desk.diagnostics.isEmpty)
    #expect(desk.whole() == before.replacing("seats 100", with: "seats 120"))
    #expect(editor.files == [])
  }

  @Test func aDraftStaysWhenThePlanChanges() {
    let editor = StandInEditor { $0.replacing("seats 100", with: "seets 100") }
    var desk = desk(editor)
    desk.type(smallPlan)
    desk.type("edit plan")
    desk.type("venue Annex seats 12")
    desk.type("edit plan")
    #expect(desk.text.contains("the plan has changed since"))
    #expect(editor.given.last?.contains("seets 100") == true)
    #expect(editor.files == ["edit-1.rota"])
  }

  @Test func aDraftIsKeptUntilItIsUsedOrLeftEmpty() {
    let text = Mutex<String?>("venue Hall seets 100")
    let editor = StandInEditor { old in text.withLock { $0 } ?? old }
    var desk = desk(editor)
    desk.type(smallPlan)
    desk.type("edit plan")
    #expect(desk.diagnostics.last?.kind.id == "draft-kept")
    text.withLock { $0 = nil }
    for _ in 0..<2 {
      desk.type("edit plan")
      #expect(desk.text.contains("the draft stays in \"edit-1.rota\""))
      #expect(editor.given.last?.contains("seets") == true)
      #expect(editor.files == ["edit-1.rota"])
    }
    text.withLock { $0 = "\n" }
    desk.type("edit plan")
    #expect(desk.text == "the draft was thrown away, nothing was changed\n")
    #expect(editor.files == [])
  }

  @Test func nothingComesBackWhereNothingIsChanged() {
    for text in [nil, "", " \n"] {
      let editor = StandInEditor { text ?? $0 }
      var desk = desk(editor)
      desk.type(smallPlan)
      let before = desk.whole()
      desk.type("edit plan")
      #expect(desk.text == "nothing was changed\n")
      #expect(desk.whole() == before)
      #expect(editor.files == [])
    }
  }

  @Test func withoutAnEditorNothingIsChanged() {
    var desk = desk(nil)
    desk.type("edit")
    #expect(desk.diagnostics.map(\.kind.id) == ["not-edited"])
    desk.type("edit plan")
    #expect(desk.diagnostics.map(\.kind.id) == ["not-edited"])
    let editor = StandInEditor { $0 }
    desk.shell.workspace.environment.textEditor = editor
    desk.files.write("plan.rota", "edit plan\n")
    desk.type("load \"plan.rota\"")
    #expect(desk.diagnostics.map(\.kind.id).contains("only-at-prompt"))
    #expect(editor.given.isEmpty)
    desk.type("try { edit plan }")
    #expect(desk.diagnostics.map(\.kind.id).contains("not-in-what-if"))
  }

  @Test func anEditedPlanIsRecovered() {
    let journal = MemoryJournal()
    var desk = desk(StandInEditor { $0.replacing("seats 100", with: "seats 120") })
    desk.shell.workspace.environment.journal = journal
    desk.shell.workspace.facts = .recording
    desk.type(smallPlan)
    desk.type("edit plan")
    let picture = desk.picture()
    journal.crash()
    var next = self.desk(StandInEditor { _ in "venue Wrong" })
    next.shell.workspace.environment.journal = journal
    next.type("recover")
    #expect(next.picture() == picture)
  }

  /// `load` and `edit plan` begin anew, and so do the numbers by which changes are told apart.
  @Test func aFileThatIsLoadedAgainIsReadAgain() {
    var desk = Desk(["one.rota": "venue Hall seats 9\n", "two.rota": "venue Hall seats 7\n"])
    desk.type("load \"one.rota\"; list venues")
    desk.type("load \"two.rota\"; list venues")
    #expect(desk.text.contains("7"))
    var options = SessionOptions()
    options.variables = [(name: "size", value: "40")]
    var other = Desk(["plan.rota": "let size = 9\nvenue Hall seats size\n"], options: options)
    other.type("load \"plan.rota\"; expect seats(Hall) = 40")
    #expect(other.diagnostics.isEmpty)
  }
}

/// An editor that changes texts by a rule, in files of its own.
final class StandInEditor: TextEditor {
  private struct Memory {
    var given: [String] = []
    var files: [String] = []
  }
  private let memory = Mutex(Memory())
  private let change: @Sendable (String) -> String

  init(_ change: @escaping @Sendable (String) -> String) { self.change = change }

  /// The texts that it was to open.
  var given: [String] { memory.withLock { $0.given } }
  /// The files that are still there.
  var files: [String] { memory.withLock { $0.files } }

  func edit(
    _ text: String, in path: String?
  ) throws(SessionEnvironment.FileProblem) -> EditedFile {
    let file = memory.withLock { memory in
      memory.given.append(text)
      let file = path ?? "edit-\(memory.files.count + 1).rota"
      if path == nil { memory.files.append(file) }
      return file
    }
    return EditedFile(path: file, bytes: Array(change(text).utf8))
  }

  func remove(_ path: String) { memory.withLock { $0.files.removeAll { $0 == path } } }
}
