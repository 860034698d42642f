import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// What a caller decides once, before any statement is run.
public struct SessionOptions: Sendable {
  /// Where chance starts; nil for the default.
  public var seed: UInt64?
  /// Diagnostics and tables as JSON, one object a line.
  public var json = false
  /// Nothing but results: no word of what was loaded, changed or solved.
  public var quiet = false
  /// Values that a script's own `let` of the same name does not change: `--set year=2027`.
  public var variables: [(name: String, value: String)] = []
  public init() {}
}

/// The shell without a terminal: a value that is fed statements and says what they come to.
///
/// Scripts, tests and the prompt use the same one. Copying a session copies the world in it.
public struct Shell: Sendable {
  public enum Mode: Sendable {
    /// A statement that fails changes nothing, and the next one is run all the same.
    case prompt
    /// All errors of the text are reported; commands after the first one are not run.
    case script
  }

  var state = LanguageState()
  var workspace: Workspace

  public init(environment: SessionEnvironment, options: SessionOptions = SessionOptions()) {
    workspace = Workspace(environment: environment, options: options)
    workspace.bindVariables(in: &state)
    workspace.journey.clear()
    environment.journal?.add(.begun(options))
  }

  /// Lets the way of `history`, `undo` and `revert to 0` begin here, after the start-up file.
  public mutating func beginHere() {
    workspace.journey.clear()
    workspace.inFile = workspace.world(state)
    workspace.environment.journal?.add(.wayBegins)
  }

  /// Makes one step of what has been run since so many, as `load` of the file would have been.
  public mutating func gatherSteps(after count: Int, asLoadOf path: String) {
    let name = "load \(NameSyntax.quoted(path))"
    workspace.journey.gather(after: count, as: name)
    workspace.inFile = workspace.world(state)
    workspace.environment.journal?.add(.gathered(steps: count, name: name))
  }

  /// How many statements `history` lists.
  public var stepCount: Int { workspace.journey.done.count }

  /// The file of a plan that came back from the editor with errors, and waits for `edit plan`.
  public var draftFile: String? { workspace.draft?.path }

  /// What stands before the cursor: the plan's name and its verdict.
  public var prompt: String { workspace.prompt }

  /// Whether only what a text declares counts, and commands that solve, tell or write are passed
  /// over: how `rota check` reads scripts.
  public var onlyDeclarations: Bool {
    get { workspace.onlyDeclarations }
    set { workspace.onlyDeclarations = newValue }
  }

  /// Columns of text output, as the terminal now has them; `set width` goes before it.
  public var width: Int {
    get { workspace.environment.width }
    set { workspace.environment.width = newValue }
  }

  /// Bytes of output that wait for the end of their statement; what is more is told before.
  public var mostHeld: Int {
    get { workspace.environment.mostHeld }
    set { workspace.environment.mostHeld = newValue }
  }

  /// What to say before the first prompt where another shell has come to a sudden end.
  public var offerOfRecovery: String? {
    (workspace.environment.journal?.lost()).map { workspace.offer($0) }
  }

  /// Runs a text; each piece of output goes to `sink` as soon as its statement has ended.
  ///
  /// - Parameter name: what diagnostics call the text: `<prompt 3>`, a file's path.
  public mutating func feed(
    _ text: String, name: String, mode: Mode, sink: (Output) -> Void
  ) -> FeedResult {
    var result = feed(SourceText(name: name, text: text), mode: mode, sink: sink)
    while let next = workspace.nextInput, !result.quits, result.status != .interrupted {
      workspace.nextInput = nil
      workspace.remark(prompt + next.replacing("\n", with: "\n" + continuation))
      workspace.announce()
      let edited = result.edited + [next]
      result = feed(SourceText(name: name, text: next), mode: mode, isWhole: true, sink: sink)
      result.edited = edited
    }
    workspace.nextInput = nil
    return result
  }

  /// Checks the plan that the texts before have declared.
  public mutating func check(sink: (Output) -> Void) -> FeedResult {
    feed(SourceText(name: "<check>", text: "check", isWritten: false), mode: .script, sink: sink)
  }

  /// `...> ` as wide as the prompt, so that continued lines stand below the first.
  public var continuation: String { "...> ".paddedLeft(to: prompt.displayWidth) }

  /// Reads a file and runs it as a script.
  public mutating func run(file path: String, sink: (Output) -> Void) -> FeedResult {
    workspace.status = .done
    do {
      let source = try workspace.read(path, at: nil)
      workspace.openFiles = [path]
      defer { workspace.openFiles = [] }
      return feed(source, mode: .script, sink: sink)
    } catch {
      workspace.report(error)
      workspace.status = .fileProblem
      return end(sink)
    }
  }

  /// - Parameter isWhole: whether nothing can follow it, so that what is incomplete is wrong.
  private mutating func feed(
    _ source: SourceText, mode: Mode, isWhole: Bool = false, sink: (Output) -> Void
  ) -> FeedResult {
    workspace.status = .done
    workspace.quits = false
    workspace.showsEnd = false
    workspace.hasErrors = false
    workspace.planWasReported = false
    workspace.memoryWasTold = false
    workspace.environment.memory?.begin()
    let id = workspace.library.add(source)
    var parsed = Parser.parse(source, as: id, limits: workspace.parserLimits)
    if workspace.isCancelled {
      workspace.tellMemory(at: parsed.script.statements.last?.range)
      workspace.fail(.interrupted)
      if mode == .script { workspace.account(SessionMessages.nothingRun) }
      return end(sink)
    }
    if workspace.onlyDeclarations { parsed.script = DeclarationFilter.apply(parsed.script) }
    if mode == .prompt, parsed.isIncomplete, !isWhole {
      workspace.library.removeLast()
      var result = FeedResult()
      result.needsMoreInput = true
      return result
    }
    if mode == .prompt, !parsed.script.isEditing {
      workspace.lastInput = source.slice(0, source.bytes.count)
    }
    if !parsed.diagnostics.isEmpty {
      workspace.reportAll(
        mode == .prompt ? told(parsed.diagnostics, of: source) : parsed.diagnostics)
      workspace.fail(.scriptWrong)
      if mode == .script {
        workspace.reportMeaning(of: parsed.script, after: parsed.diagnostics, state)
      }
      if mode == .script { workspace.account(SessionMessages.nothingRun) }
      return end(sink)
    }
    workspace.runTopLevel(parsed.script, source: source, mode: mode, state: &state) { output in
      sink(output)
    }
    let spent = SpentStatements(parsed.script.statements)
    parsed.script.statements = []
    spent.letGo()
    // A command that says so itself has said it by now.
    return end(
      sink,
      tellsProblems: mode == .prompt && !workspace.options.json && workspace.status == .done)
  }

  /// Errors of an input that was typed: those that typing on would not mend, if there are any; what
  /// comes of a habit is told once, with what to do instead.
  private func told(_ errors: [Diagnostic], of source: SourceText) -> [Diagnostic] {
    if let remedy = Habits.remedy(for: source.slice(0, source.bytes.count)),
      var first = errors.first
    {
      first.remedies = [remedy]
      first.fixIt = nil
      return [first]
    }
    let lasting = errors.filter { !$0.isIncomplete }
    return lasting.isEmpty ? errors : lasting
  }

  /// A diagnostic of what it has read as JSON on one line.
  public func object(of diagnostic: Diagnostic) -> String { workspace.object(of: diagnostic) }

  /// Variables of `--set` that no text says which was read: probably misspelt.
  public var variablesUnsaid: [String] { workspace.variablesUnsaid }

  /// What must be said when nothing more is to come: whether the plan meets its requirements.
  public mutating func finish(sink: (Output) -> Void) -> ExitStatus {
    workspace.status = .done
    workspace.tellFaults(state)
    return end(sink).status
  }

  private mutating func end(
    _ sink: (Output) -> Void, tellsProblems: Bool = false
  ) -> FeedResult {
    workspace.updatePrompt(state: state, tellsProblems: tellsProblems)
    workspace.flush(to: sink)
    var result = FeedResult()
    result.quits = workspace.quits
    result.showsEnd = workspace.showsEnd
    result.status = workspace.status
    // What is looked up at the prompt is no part of what was ended.
    workspace.environment.memory?.begin()
    return result
  }
}

extension Script {
  /// Whether it only asks for an editor.
  fileprivate var isEditing: Bool {
    guard statements.count == 1, case .phrase(let phrase) = statements[0] else { return false }
    return EditCommands.words.contains(phrase.entry.word)
  }
}
