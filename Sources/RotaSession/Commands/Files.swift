import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports

/// `save`, `load`, `include`, `export`.
enum FileCommands {
  /// What `export` can write.
  static let formats = ["text", "html", "ics", "ctt"]

  static func save(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let (path, range) = path(in: command)
    let derived = try workspace.soundPlan(state, for: command)
    let environment = workspace.environment
    if environment.exists(path), !command.has("over") {
      let old: [UInt8]
      do {
        old = try environment.read(path)
      } catch {
        throw SessionMessages.cannotWrite(path, error.reason, at: range)
      }
      guard old.starts(with: SavedPlan.heading.utf8) else {
        throw SessionMessages.exists(path, at: range)
      }
    }
    let text = SavedPlan.text(workspace, state, derived)
    try workspace.write(path, Array(text.utf8), at: range)
    workspace.remark(
      "saved \"\(path)\": \(Wording.count(state.declarations.items.count, "declaration")), "
        + Wording.count(workspace.board.timetable.placements.count, "placement"))
  }

  static func load(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let (path, range) = path(in: command)
    let before = workspace.world(state)
    state = LanguageState()
    workspace.change { board in
      board.timetable = Timetable()
      board.unplaced = []
      board.scenarios = []
    }
    do {
      let count = try workspace.runFile(path, at: range, state: &state)
      let derived = try workspace.soundPlan(state, for: command)
      let size = derived.programme.sessions.isEmpty ? "" : ": " + Summary.line(derived)
      workspace.remark("loaded \(Wording.count(count, "statement"))\(size)")
    } catch {
      workspace.restore(before, into: &state)
      throw error
    }
  }

  static func include(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let (path, range) = path(in: command)
    let before = workspace.world(state)
    do {
      _ = try workspace.runFile(path, at: range, state: &state)
    } catch {
      workspace.restore(before, into: &state)
      throw error
    }
  }

  static func export(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    guard let format = command.argument("format"), let word = format.value?.plainText,
      formats.contains(word)
    else {
      let argument = command.argument("format")
      let word = argument?.value?.plainText ?? ""
      throw SessionMessages.unknownChoice(
        "format", word, of: formats, nearest: Spelling.nearest(to: word, among: formats),
        at: argument?.range ?? command.range)
    }
    guard !workspace.board.timetable.isEmpty else {
      throw SessionMessages.noTimetable("export", at: command.range)
    }
    let target = try workspace.target(in: command, derived)
    let (path, range) = path(in: command)
    guard !path.lowercased().hasSuffix(".rota") else {
      throw SessionMessages.exportOverPlan(path, at: range)
    }
    guard command.has("replace") || workspace.environment.mayReplace(path) else {
      throw SessionMessages.notOurs(path, at: range)
    }
    let changesOnly = command.has("changes")
    if changesOnly {
      guard workspace.board.timetable.publication != nil else {
        throw PublishMessages.nothingPublished("export changes", at: command.range)
      }
      guard word != "ctt" else {
        throw SessionMessages.unknownChoice(
          "format of changes", word, of: formats.filter { $0 != "ctt" }, nearest: nil,
          at: format.range)
      }
    }
    if word == "ics" {
      return try CalendarCommand.export(
        &workspace, derived, target, changesOnly: changesOnly, to: path, at: range)
    }
    if word == "ctt" {
      return try CourseCommands.export(
        &workspace, derived, target, to: path, pathRange: range, command)
    }
    let input = workspace.reportInput(derived)
    let document =
      changesOnly ? Reports.changes(input, of: target) : Reports.export(input, of: target)
    let width = workspace.board.settings.width > 0 ? workspace.width : 100
    let text =
      word == "html"
      ? HTMLWriter().write(document)
      : TextWriter(width: width, language: document.language).write(document)
    try workspace.write(path, Array(text.utf8), at: range)
    workspace.remark("wrote \"\(path)\"")
  }

  /// What follows the last slash.
  static func name(ofPath path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  static func path(in command: Command) -> (String, SourceRange) {
    let argument = command.argument("file")
    return (argument?.value?.plainText ?? "", argument?.range ?? command.range)
  }
}

extension Workspace {
  func write(_ path: String, _ bytes: [UInt8], at range: SourceRange) throws(Diagnostic) {
    do {
      try environment.write(path, bytes)
    } catch {
      throw SessionMessages.cannotWrite(path, error.reason, at: range)
    }
  }
}
