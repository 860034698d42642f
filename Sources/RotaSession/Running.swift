import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// Running the statements of a text, one undoable step after another.
extension Workspace {
  /// Statements of the prompt, of `-e` and of a file given on the command line.
  mutating func runTopLevel(
    _ script: Script, source: SourceText, mode: Shell.Mode,
    state: inout LanguageState, emit: (Output) -> Void
  ) {
    let first = world(state)
    let firstSteps = journey.done.count
    let statements = script.statements
    let range = statements.first?.range
    let hasCommands = statements.contains(where: isCommand)
    journey.reserve(statements.count)
    var number = 0
    var sound = world(state)
    var soundSteps = journey.done.count
    // Where a script came to a halt. What follows is only read there, for what else is wrong.
    var stop: Stop?
    // Whether the last step is lines of a saved timetable, of which more may follow.
    var isStepOpen = false
    if environment.journal != nil { journalling.begin(source, mode, file: openFiles.last) }
    for statement in statements {
      if environment.isCancelled() {
        tellMemory(at: statement.range)
        fail(.interrupted)
        stop =
          stop ?? Stop(at: statement, of: source, after: number, world(state), journey.done.count)
        break
      }
      // What it says comes after what the statements before it have changed, if that is to stand.
      if !changes.isEmpty, !isDeclaration(statement), elaborated(state).errors.isEmpty {
        tellChanges()
        sound = world(state)
        soundSteps = journey.done.count
      }
      if stop != nil, isCommand(statement), !isDrop(statement) { continue }
      let started = environment.clock()
      let outcome = take(statement, mode, isStepOpen: &isStepOpen, state: &state)
      if stop == nil {
        note(number, isNews: outcome.isNews)
        if mode == .script, outcome.isWrong {
          stop = Stop(at: statement, of: source, after: number, world(state), journey.done.count)
        }
      }
      number += 1
      if travelled {
        sound = world(state)
        soundSteps = journey.done.count
      }
      if stop != nil { forgetWhatWasSaid() } else if mode == .script { tellChanges() }
      flush(to: emit)
      if outcome.isWrong, mode == .prompt { break }
      if stop == nil, board.settings.timer {
        let milliseconds = Int(((environment.clock() - started) * 1000).rounded())
        say("(\(milliseconds) ms)")
      }
      if status >= .interrupted, stop == nil, number < statements.count {
        stop = Stop(
          at: statements[number], of: source, after: number, world(state), journey.done.count)
      }
      if quits || status >= .interrupted { break }
      // A command has looked at the plan and found it sound: what fails later does not undo it.
      if mode == .prompt, isCommand(statement), elaborated(state).errors.isEmpty {
        sound = world(state)
        soundSteps = journey.done.count
      }
    }
    let wasTold = status >= .interrupted || memoryWasTold
    if let range, !wasTold, !derived(state).isKnown {
      // What was said cannot stand where nobody knows what it comes to.
      report(LanguageMessages.wasInterrupted(at: range))
      fail(.interrupted)
      if mode == .prompt { takeBack(to: first, steps: firstSteps, state: &state) }
    }
    conclude(mode, soundWorld: sound, steps: soundSteps, state: &state)
    if mode == .script, let stop { goBack(to: stop, state: &state) }
    journalling.end(environment.journal)
    tellChanges()
    if mode == .prompt, status < .scriptWrong, let range, !hasCommands {
      tellSlips(of: range.source, since: first.language.declarations, state)
    }
  }

  /// Where a script came to a halt: the line, how many statements had been run, and what they made.
  private struct Stop {
    let range: SourceRange
    let line: Int
    let statements: Int
    let world: World
    let steps: Int

    init(
      at statement: Statement, of source: SourceText, after statements: Int, _ world: World,
      _ steps: Int
    ) {
      range = statement.range
      line = source.lineIndex(of: statement.range.lower) + 1
      self.statements = statements
      self.world = world
      self.steps = steps
    }
  }

  /// Of what is only read after an error nothing but errors is told.
  private mutating func forgetWhatWasSaid() {
    changes = []
    output.removeAll { piece in
      if case .text = piece { true } else { false }
    }
  }

  /// Gives up what was only read, and says what holds.
  private mutating func goBack(to stop: Stop, state: inout LanguageState) {
    guard !onlyDeclarations else { return }
    restore(stop.world, into: &state)
    journey.truncate(to: stop.steps)
    let before =
      switch stop.statements {
      case 0: "nothing was run"
      case 1: "the statement before it holds, nothing from there on was run"
      default:
        "the \(Wording.grouped(stop.statements)) statements before it hold, "
          + "nothing from there on was run"
      }
    account("Stopped at line \(stop.line): \(before).", at: stop.range)
  }

  /// Runs one statement as a step of the way.
  ///
  /// - Parameter isStepOpen: whether the last step is lines of a saved timetable, which this one may
  ///   lengthen; and whether it is after this statement.
  /// - Returns: whether it reported an error, and whether anything is other than before.
  mutating func take(
    _ statement: Statement, _ mode: Shell.Mode, isStepOpen: inout Bool,
    state: inout LanguageState
  ) -> (isWrong: Bool, isNews: Bool) {
    let isLine = mode == .script && isTimetableLine(statement)
    isStepOpen = isStepOpen && isLine
    let stamp = stamp(state)
    // A world that is kept makes the next change of the timetable copy all of it.
    let before = isStepOpen ? nil : Journey.Point(world(state))
    travelled = false
    hasTried = false
    hasExported = false
    stepText = nil
    // Each by itself: written as one, the whole workspace is copied, for each statement.
    let (memory, most) = (environment.memory, board.settings.memory)
    memory?.bound(to: most)
    let isWrong = !perform(statement, state: &state)
    if let before, isWrong {
      restore(before.world, into: &state)
      changes = []
    }
    let isStep = !isWrong && !travelled && hasChanged(since: stamp, state: state, by: statement)
    if isStep {
      if let before {
        journey.add(
          Journey.Step(
            stepText.map { .called($0) } ?? .written(statement.range), time: environment.now(),
            before: before))
      } else {
        journey.lengthen()
      }
      isStepOpen = isLine
    }
    let isNews = isStep || travelled || hasTried || hasExported || stamp != self.stamp(state)
    return (isWrong, isNews)
  }

  /// Judges the plan when all statements have been run.
  private mutating func conclude(
    _ mode: Shell.Mode, soundWorld: World, steps: Int, state: inout LanguageState
  ) {
    var errors = elaborated(state).errors
    // What could not be evaluated may have declared the names that seem to be missing.
    if hasErrors { errors.removeAll { LanguageMessages.isUnknownName($0.kind) } }
    if planWasReported { errors = [] }
    guard !errors.isEmpty else { return }
    reportAll(errors.map { stillUsed($0, soundWorld.language, state) })
    fail(.scriptWrong)
    hasErrors = true
    if mode == .prompt { takeBack(to: soundWorld, steps: steps, state: &state) }
  }

  private mutating func takeBack(to world: World, steps: Int, state: inout LanguageState) {
    changes = []
    restore(world, into: &state)
    noteTakenBack(to: steps)
    journey.truncate(to: steps)
    remark("Nothing was changed.")
  }

  /// A name that nothing has any more because it was dropped in the text at hand: told as that.
  private func stillUsed(
    _ error: Diagnostic, _ before: LanguageState, _ state: LanguageState
  ) -> Diagnostic {
    guard LanguageMessages.isUnknownName(error.kind), let name = error.subjects.first,
      let dropped = state.declarations.dropped(name, since: before.declarations)
    else { return error }
    return SessionMessages.stillUsed(dropped, at: error.range)
  }

  /// Tells what may be a slip of the keys in a text that was typed and only declares.
  private mutating func tellSlips(
    of text: SourceID, since first: Declarations, _ state: LanguageState
  ) {
    guard state.declarations.revision != first.revision else { return }
    reportAll(state.declarations.slips(since: first))
    reportAll(state.declarations.zoneSlips(since: first, in: text))
    if let dates = elaborated(state).plan.calendar.dates {
      reportAll(state.declarations.datesOutside(dates, in: text))
    }
  }

  /// Runs one statement; false where it reported an error.
  private mutating func perform(_ statement: Statement, state: inout LanguageState) -> Bool {
    if isOverruled(statement) { return true }
    wasCutShort = false
    var errors = Interpreter.run(statement, state: &state, host: &self)
    // What it came to may rest on what was never worked out.
    if errors.isEmpty, wasCutShort {
      errors = [LanguageMessages.wasInterrupted(at: statement.range)]
    }
    if errors.isEmpty {
      // It has come to an end early, with the best that there was.
      tellMemory(at: statement.range)
      return true
    }
    // Errors that a command has already shown in its own words are only counted.
    for error in errors where error.kind != SessionMessages.alreadyReported { report(error) }
    let isBroken = errors.allSatisfy { $0.severity == .broken }
    fail(status(for: errors))
    if !isBroken { hasErrors = true }
    return isBroken
  }

  /// Whether it gives a value to a variable that `--set NAME=VALUE` has set, which wins.
  private func isOverruled(_ statement: Statement) -> Bool {
    guard case .letting(let binding) = statement else { return false }
    return options.variables.contains { $0.name == binding.name }
  }

  private func status(for errors: [Diagnostic]) -> ExitStatus {
    if errors.allSatisfy({ $0.severity == .broken || $0.severity == .impossible }) {
      return .planFails
    }
    if errors.contains(where: { $0.kind == LanguageMessages.interrupted }) { return .interrupted }
    if errors.allSatisfy({ SessionMessages.fileKinds.contains($0.kind) }) { return .fileProblem }
    return .scriptWrong
  }

  private func hasChanged(
    since before: WorldStamp, state: LanguageState, by statement: Statement
  ) -> Bool {
    switch statement {
    case .letting, .definition: return true
    case .phrase, .forEach, .conditional, .call:
      return before.declarations != state.declarations.revision || before.board != board.revision
    }
  }

  /// Whether it is of those of which a saved timetable has one for each session. All that follow
  /// each other in a script are one step: nobody takes back the last of ten thousand.
  private func isTimetableLine(_ statement: Statement) -> Bool {
    guard case .phrase(let phrase) = statement, phrase.entry.role == .command else { return false }
    switch phrase.entry.word {
    case "place", "leftover", "known", "published", "exported", "formerly": return true
    default: return false
    }
  }

  private func isCommand(_ statement: Statement) -> Bool {
    if case .phrase(let phrase) = statement { return phrase.entry.role == .command }
    return false
  }

  private func isDrop(_ statement: Statement) -> Bool {
    if case .phrase(let phrase) = statement { return Dropping.commands.contains(phrase.entry.word) }
    return false
  }

  private func isDeclaration(_ statement: Statement) -> Bool {
    if case .phrase(let phrase) = statement { return phrase.entry.role != .command }
    return false
  }

  /// A statement as history tells it: on one line, and of a hundred characters at most where not all of it
  /// is wanted.
  func oneLine(_ range: SourceRange, isWhole: Bool = false) -> String {
    guard let text = library[range.source] else { return "" }
    let bytes = text.bytes[range.lower..<range.upper]
    // Line feed to carriage return; first bytes of U+0085, U+2028 and U+2029.
    let mayBreak =
      bytes.count > 100 || bytes.contains { 0x0A...0x0D ~= $0 || $0 == 0xC2 || $0 == 0xE2 }
    if !mayBreak { return String(decoding: bytes, as: UTF8.self) }
    let lines = text.slice(
      range.lower, isWhole ? range.upper : min(range.upper, range.lower + 400)
    ).split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }.filter {
      !$0.isEmpty && !$0.hasPrefix("#")
    }
    let joined = lines.dropFirst().reduce(lines.first.map { String($0) } ?? "") { text, line in
      text + (Self.isOneStatement(text, line) ? " " : "; ") + line
    }
    return !isWhole && joined.count > 100 ? joined.prefix(99) + "…" : joined
  }

  /// Whether a line break between the two ends no clause or statement.
  private static func isOneStatement(_ text: String, _ line: Substring) -> Bool {
    text.last.map { "{,(;".contains($0) } ?? true || line.first.map { "})".contains($0) } ?? true
  }

  /// In a text with syntax errors, says as well what is wrong in the statements that could be read,
  /// so that one look at the file mends it all. Names are not judged: their declarations may stand
  /// in what could not be read.
  mutating func reportMeaning(
    of script: Script, after syntax: [Diagnostic], _ state: LanguageState
  ) {
    var copy = self
    copy.hasErrors = true
    copy.listen()
    var trial = state
    let evaluated = Interpreter.run(script, state: &trial, host: &copy, stopAtFirstError: false)
    let judged = Elaborator.plan(from: trial.declarations).diagnostics
    let errors = (evaluated + judged).filter { error in
      error.severity == .error && error.kind != SessionMessages.alreadyReported
        && !LanguageMessages.isUnknownName(error.kind)
        && !syntax.contains { overlaps($0.range, error.range) }
    }
    for error in errors.sorted(by: { ($0.range?.lower ?? 0) < ($1.range?.lower ?? 0) }) {
      report(error)
    }
  }

  private func overlaps(_ a: SourceRange?, _ b: SourceRange?) -> Bool {
    guard let a, let b, let text = library[a.source], a.source == b.source else { return false }
    return text.lineIndex(of: a.lower) == text.lineIndex(of: b.lower)
  }

  /// Runs a file's statements inside a command: `load` and `include`.
  mutating func runFile(
    _ written: String, at range: SourceRange, state: inout LanguageState
  ) throws(Diagnostic) -> Int {
    let path = resolve(written)
    if openFiles.contains(path) {
      throw SessionMessages.includeCycle(openFiles + [path], at: range)
    }
    guard openFiles.count < 64 else { throw SessionMessages.includeTooDeep(path, at: range) }
    return try run(try read(path, at: range), from: path, at: range, state: &state)
  }

  /// Runs a text's statements inside a command, as those of a file.
  mutating func run(
    _ source: SourceText, from path: String, at range: SourceRange, state: inout LanguageState
  ) throws(Diagnostic) -> Int {
    let id = library.add(source)
    var parsed = Parser.parse(source, as: id, limits: parserLimits)
    if isCancelled { throw LanguageMessages.wasInterrupted(at: range) }
    if onlyDeclarations { parsed.script = DeclarationFilter.apply(parsed.script) }
    guard parsed.diagnostics.isEmpty else {
      reportAll(parsed.diagnostics)
      reportMeaning(of: parsed.script, after: parsed.diagnostics, state)
      throw SessionMessages.fileHasErrors(path, parsed.diagnostics.count, at: range)
    }
    openFiles.append(path)
    defer { openFiles.removeLast() }
    let statements = Script(statements: parsed.script.statements.filter { !isOverruled($0) })
    let errors = Interpreter.run(statements, state: &state, host: &self, stopAtFirstError: true)
    for error in errors where error.kind != SessionMessages.alreadyReported { report(error) }
    guard errors.allSatisfy({ $0.severity == .broken }) else {
      throw SessionMessages.fileHasErrors(path, errors.count, at: range)
    }
    if !errors.isEmpty { fail(.planFails) }
    return parsed.script.statements.count
  }

  /// A path in a file is taken from that file's folder; at the prompt, from the current one.
  func resolve(_ path: String) -> String {
    guard !path.hasPrefix("/"), let file = openFiles.last,
      let slash = file.lastIndex(of: "/")
    else { return path }
    return String(file[...slash]) + path
  }

  /// Reads a text file, named as diagnostics will name it.
  mutating func read(_ path: String, at range: SourceRange?) throws(Diagnostic) -> SourceText {
    let bytes: [UInt8]
    do {
      bytes = try facts.bytes(of: path, read: environment.read)
    } catch {
      let script = path + ".rota"
      let isScript = !path.hasSuffix(".rota") && environment.exists(script)
      throw SessionMessages.cannotRead(
        path, error.reason, meant: isScript ? script : nil, at: range)
    }
    do {
      return try SourceText(name: path, decoding: bytes)
    } catch {
      throw SessionMessages.notUTF8(path, error, at: range)
    }
  }
}
