import RotaDiagnostics
import RotaInterchange
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// `import csv`: tables of a spreadsheet in, as the statements that a planner would have typed.
enum TableCommands {
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let kind = try kind(in: command)
    if kind == .roster { return try RosterImport.run(&workspace, command, &state) }
    if let rotation = command.argument("rotation") {
      throw SessionMessages.badSetting(
        "for", "left out: only a roster is of a rotation", at: rotation.range)
    }
    let (written, range) = try FileCommands.path(in: command, workspace)
    let path = workspace.resolve(written)
    let (bytes, encoding) = try workspace.readTable(path, at: range)
    let declared = sorts(state)
    let source = workspace.library.add(SourceText(name: path, bytes: bytes))
    let table: ImportedTable
    do {
      table = try TableReader.read(kind, bytes, as: source) { declared[$0] ?? [] }
    } catch {
      // What cells say that are right may not fit the plan: told at once as well.
      let more = error.sound.map { sound in
        workspace.problems(of: sound.script, from: path, state).map {
          sound.translated($0.error, from: $0.source)
        }
      }
      let errors = error.diagnostics + (more ?? [])
      workspace.reportAll(errors)
      throw SessionMessages.fileHasErrors(path, errors.count, at: range)
    }
    workspace.reportAll(table.warnings)
    if command.has("dry") { return workspace.say(text(of: table.script), exactly: true) }
    try workspace.runImported(
      table.script, from: path, at: range, state: &state, translate: table.translated)
    let count =
      kind == .availability
      ? "availability in \(Wording.count(table.rows, kind.row))"
      : Wording.count(table.rows, kind.row)
    workspace.remark(
      "imported \"\(path)\": \(count)" + (encoding == .utf8 ? "" : ", read as \(encoding.rawValue)")
    )
  }

  /// Statements as they are printed: their own text, in which nothing steers a terminal.
  static func text(of script: String) -> String {
    let text = Printable.text(script, keepingLineBreaks: true)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  private static func kind(in command: Command) throws(Diagnostic) -> TableKind {
    let argument = command.argument("table")
    let word = argument?.value?.plainText ?? ""
    if let kind = TableKind(rawValue: word) { return kind }
    let words = TableKind.allCases.map(\.rawValue)
    throw SessionMessages.unknownChoice(
      "table", word, of: words, nearest: Spelling.nearest(to: word, among: words),
      at: argument?.range ?? command.range)
  }

  /// What each name of the plan stands for.
  private static func sorts(_ state: LanguageState) -> [String: [TableReader.Sort]] {
    var sorts: [String: [TableReader.Sort]] = [:]
    for item in state.declarations.items {
      if let sort = TableReader.Sort(rawValue: item.entry.word) {
        sorts[item.name, default: []].append(sort)
      }
    }
    return sorts
  }
}

extension Workspace {
  /// The bytes of a table that is imported, as UTF-8.
  mutating func readTable(
    _ path: String, at range: SourceRange?
  ) throws(Diagnostic) -> (bytes: [UInt8], encoding: TableEncoding) {
    let bytes: [UInt8]
    do {
      bytes = try facts.bytes(of: path, read: environment.read)
    } catch {
      throw SessionMessages.cannotRead(path, error.reason, at: range)
    }
    return try decodeTable(bytes, of: path, at: range)
  }

  func decodeTable(
    _ bytes: [UInt8], of path: String, at range: SourceRange?
  ) throws(Diagnostic) -> (bytes: [UInt8], encoding: TableEncoding) {
    do {
      return try TableEncoding.decode(bytes)
    } catch {
      throw TableMessages.encoding(path, error, at: range)
    }
  }

  /// Runs statements made of a file; where one is wrong, nothing of them is kept, and the error is
  /// told of the place in the file.
  mutating func runImported(
    _ script: String, from path: String, at range: SourceRange, state: inout LanguageState,
    translate: (Diagnostic, SourceID) -> Diagnostic
  ) throws(Diagnostic) {
    let before = world(state)
    let errors = run(script, from: path, state: &state)
    if errors.isEmpty { return }
    restore(before, into: &state)
    changes = []
    for (error, source) in errors { report(translate(error, source)) }
    throw SessionMessages.fileHasErrors(path, errors.count, at: range)
  }

  /// What would be wrong with statements made of a file; nothing of them is kept.
  mutating func problems(
    of script: String, from path: String, _ state: LanguageState
  ) -> [(error: Diagnostic, source: SourceID)] {
    var trial = state
    let before = world(trial)
    let told = changes
    let errors = run(script, from: path, state: &trial)
    restore(before, into: &trial)
    changes = told
    return errors
  }

  private mutating func run(
    _ script: String, from path: String, state: inout LanguageState
  ) -> [(error: Diagnostic, source: SourceID)] {
    let source = SourceText(name: "<\(path) as a plan>", text: script)
    let id = library.add(source)
    let parsed = Parser.parse(source, as: id)
    var errors = parsed.diagnostics
    if errors.isEmpty {
      errors = Interpreter.run(parsed.script, state: &state, host: &self, stopAtFirstError: false)
    }
    if errors.isEmpty {
      // What was wrong with the plan before is not the file's fault.
      errors = elaborated(state).errors.filter { $0.range?.source == id }
    }
    return errors.filter { $0.kind != SessionMessages.alreadyReported }.map { ($0, id) }
  }
}
