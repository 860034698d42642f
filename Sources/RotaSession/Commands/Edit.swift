import RotaDiagnostics
import RotaLanguage
import RotaSyntax

/// A plan that was written in an editor and is wrong: its text, until it is right or thrown away.
struct Draft: Sendable {
  var text: String
  /// The file that holds it.
  var path: String
  /// Of the declarations that it was to replace.
  var revision: Int
}

/// `edit`, `edit plan`: texts that are changed in the planner's own editor.
enum EditCommands {
  static let words: Set<String> = ["edit", "edit plan"]

  /// The last input; what comes back is the next one.
  static func input(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let editor = try workspace.textEditor(for: command)
    let old = workspace.lastInput ?? ""
    let file: EditedFile
    do {
      file = try editor.edit(ended(old), in: nil)
    } catch {
      throw EditMessages.notEdited(error.reason, at: command.range)
    }
    let new = try workspace.text(of: file, for: command)
    editor.remove(file.path)
    if new == old || new.allSatisfy(\.isWhitespace) {
      return workspace.remark("nothing was changed, and nothing run")
    }
    workspace.nextInput = new
  }

  /// The whole plan; what comes back takes its place, and the timetable stays.
  static func plan(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let revision = state.declarations.revision
    let draft = workspace.draft
    if let draft, draft.revision != revision {
      workspace.remark("the draft that was kept is opened; the plan has changed since")
      workspace.announce()
    }
    let old = draft?.text ?? trimmed(DeclarationWriter.text(state))
    guard let file = try workspace.edited(ended(old), in: draft?.path, for: command) else {
      return
    }
    let new = try workspace.text(of: file, for: command)
    let isEmpty = new.allSatisfy(\.isWhitespace)
    if let draft, new == old, !isEmpty {
      return workspace.remark(
        "nothing was changed; the draft stays in \"\(draft.path)\": `edit plan` opens it again, "
          + "and left empty it is thrown away")
    }
    workspace.draft = nil
    if new == old || isEmpty {
      workspace.environment.textEditor?.remove(file.path)
      return workspace.remark(
        draft == nil ? "nothing was changed" : "the draft was thrown away, nothing was changed")
    }
    let before = workspace.world(state)
    do {
      try workspace.replacePlan(by: new, named: file.path, for: command, &state)
    } catch {
      workspace.restore(before, into: &state)
      workspace.draft = Draft(text: new, path: file.path, revision: revision)
      throw error
    }
    workspace.environment.textEditor?.remove(file.path)
    workspace.tellDifferences(from: before, to: workspace.world(state))
  }

  /// As it stands in a file, the last line ended like the others.
  private static func ended(_ text: String) -> String { text.isEmpty ? "" : text + "\n" }

  fileprivate static func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0.isNewline }.reversed())
  }
}

extension Workspace {
  fileprivate func textEditor(for command: Command) throws(Diagnostic) -> any TextEditor {
    guard openFiles.isEmpty else {
      throw RecoveryMessages.onlyAtPrompt(command.entry.word, at: command.range)
    }
    guard let editor = environment.textEditor else {
      throw EditMessages.notEdited("there is no terminal here", at: command.range)
    }
    return editor
  }

  /// What came back of a text; where a journal is being read, what had come back then.
  fileprivate mutating func edited(
    _ text: String, in path: String?, for command: Command
  ) throws(Diagnostic) -> EditedFile? {
    if let told = facts.edited { return EditedFile(path: "", bytes: Array(told.utf8)) }
    let editor = try textEditor(for: command)
    do {
      let file = try editor.edit(text, in: path)
      facts.learn(edited: String(decoding: file.bytes, as: UTF8.self))
      return file
    } catch {
      throw EditMessages.notEdited(error.reason, at: command.range)
    }
  }

  fileprivate func text(
    of file: EditedFile, for command: Command
  ) throws(Diagnostic) -> String {
    do {
      return EditCommands.trimmed(try TextDecoding.text(file.bytes))
    } catch {
      throw SessionMessages.notUTF8(file.path, error, at: command.range)
    }
  }

  /// Runs a text as the whole plan.
  fileprivate mutating func replacePlan(
    by text: String, named path: String, for command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    beginAnew(&state, keepsTimetable: true)
    let source = SourceText(name: path, text: text)
    do {
      // Without its folder: other files are named from where the prompt is.
      _ = try run(source, from: FileCommands.name(ofPath: path), at: command.range, state: &state)
      let wrong = elaborated(state).errors
      if wrong.isEmpty { return }
      if !planWasReported { reportAll(wrong) }
      planWasReported = true
    } catch {
      // It has been told in the words of a file.
    }
    hasErrors = true
    throw EditMessages.draftKept(path, at: command.range)
  }

  /// Says in a few lines what has become of the plan.
  mutating func tellDifferences(from old: World, to new: World) {
    let most = 20
    let lines = differences(from: old, to: new)
    if lines.isEmpty { return remark("nothing was changed") }
    for line in lines.prefix(most) { remark(line.marked) }
    let left = lines.count - most
    if left > 0 { remark("# and \(Wording.count(left, "more line"))") }
  }
}
