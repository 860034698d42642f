import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// `save`, `load`, `include`.
enum FileCommands {
  static func save(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let (path, range) = try path(in: command, workspace)
    let derived = try workspace.soundPlan(state, for: command)
    let environment = workspace.environment
    if environment.exists(path), !command.has("over") {
      let old: [UInt8]
      do {
        old = try environment.read(path)
      } catch {
        throw SessionMessages.cannotWrite(path, error.reason, at: range)
      }
      let isSaved = old.starts(with: SavedPlan.heading.utf8)
      guard old.isEmpty || isSaved && environment.mayReplace(path) else {
        throw SessionMessages.exists(path, wasSaved: isSaved, at: range)
      }
    }
    let text = SavedPlan.text(
      workspace, workspace.relocated(state, to: folder(ofPath: path)), derived)
    try workspace.write(path, Array(text.utf8), at: range)
    workspace.inFile = workspace.world(state)
    workspace.remark(
      "saved \"\(path)\": \(Wording.count(state.declarations.items.count, "declaration")), "
        + Wording.count(workspace.board.timetable.placements.count, "placement"))
  }

  static func load(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let (path, range) = try path(in: command, workspace)
    let replaced = workspace.whatIsThere(state)
    let count = try workspace.begin(with: path, at: range, for: command, &state)
    let derived = try workspace.soundPlan(state, for: command)
    let size = derived.programme.sessions.isEmpty ? "" : ": " + Summary.line(derived)
    workspace.remark("loaded \(Wording.count(count, "statement"))\(size)")
    if let replaced { workspace.tell(replaced: replaced) }
    workspace.inFile = workspace.world(state)
  }

  static func include(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let (path, range) = try path(in: command, workspace)
    let before = workspace.world(state)
    do {
      _ = try workspace.runFile(path, at: range, state: &state)
    } catch {
      workspace.restore(before, into: &state)
      throw error
    }
  }

  /// What comes before the last slash, with the slash.
  static func folder(ofPath path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// What follows the last slash.
  static func name(ofPath path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The file that a command names. `~` stands for the home folder, in quotes too.
  static func path(
    in command: Command, _ workspace: Workspace
  ) throws(Diagnostic) -> (String, SourceRange) {
    let argument = command.argument("file")
    let path = argument?.value?.plainText ?? ""
    let range = argument?.range ?? command.range
    guard path == "~" || path.hasPrefix("~/") else { return (path, range) }
    guard let home = workspace.environment.homeFolder else {
      throw SessionMessages.noHomeFolder(path, at: range)
    }
    return (home + path.dropFirst(), range)
  }
}

extension Workspace {
  /// Takes a script in the place of plan and timetable; where it is wrong, both are as they were.
  ///
  /// - Returns: how many statements it has.
  mutating func begin(
    with path: String, at range: SourceRange, for command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) -> Int {
    let before = world(state)
    beginAnew(&state, keepsTimetable: false)
    do {
      let count = try runFile(path, at: range, state: &state)
      _ = try soundPlan(state, for: command)
      return count
    } catch {
      restore(before, into: &state)
      throw error
    }
  }

  /// Says what a script has taken the place of.
  mutating func tell(replaced: String) {
    remark("in place of \(replaced); `undo` brings it back")
  }

  /// The plan and the timetable at hand, in figures; nil where there is neither.
  mutating func whatIsThere(_ state: LanguageState) -> String? {
    let declarations = state.declarations.items.count
    let placements = board.timetable.placements.count
    if declarations + placements == 0 { return nil }
    return (derived(state).plan.name.map(NameSyntax.quoteIfNeeded) ?? "the plan") + " ("
      + Wording.count(declarations, "declaration")
      + (placements > 0 ? ", " + Wording.count(placements, "placement") : "") + ")"
  }

  func write(_ path: String, _ bytes: [UInt8], at range: SourceRange) throws(Diagnostic) {
    try write(path, bytes, at: range, by: environment.write)
  }

  /// What others are to have, which stays in the folder that was named.
  func export(_ path: String, _ bytes: [UInt8], at range: SourceRange) throws(Diagnostic) {
    // What was made meanwhile may be the half of it.
    if isCancelled { throw SessionMessages.stopped("export", at: range) }
    try write(path, bytes, at: range, by: environment.export)
  }

  private func write(
    _ path: String, _ bytes: [UInt8], at range: SourceRange,
    by writing: (String, [UInt8]) throws(SessionEnvironment.FileProblem) -> Void
  ) throws(Diagnostic) {
    do {
      try writing(path, bytes)
    } catch {
      throw SessionMessages.cannotWrite(path, error.reason, at: range)
    }
  }
}
