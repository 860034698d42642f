import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// Runs the statements of a journal once more, in a world of their own that writes no files, learns
/// from outside what they learned at first, and says nothing.
struct Replay {
  private(set) var workspace: Workspace
  private(set) var state = LanguageState()
  /// Statements that the journal has, of which so many were run.
  private(set) var statements = 0
  private(set) var completed = 0
  /// What stopped it short of the last.
  private(set) var problem: Diagnostic?

  private let live: SessionEnvironment
  private var script: Script?
  private var syntaxProblem: Diagnostic?
  private var mode = Shell.Mode.script
  private var isStepOpen = false
  /// The ways to which those that are being gone belong as their ends, the outermost first.
  private var outerWays: [Journey] = []
  /// How long the way was when the last text began.
  private var stepsBefore = 0
  private var time = 0.0

  /// - Parameter workspace: where it is to be recovered: texts get their place in its library.
  init(in workspace: Workspace) {
    live = workspace.environment
    self.workspace = workspace
    self.workspace.output = []
    self.workspace.environment.journal = nil
    self.workspace.environment.textEditor = nil
    self.workspace.environment.pause = nil
    self.workspace.environment.announce = nil
    self.workspace.environment.write = { (_, _) throws(SessionEnvironment.FileProblem) in }
    self.workspace.environment.export = self.workspace.environment.write
    self.workspace.environment.exists = { _ in false }
    self.workspace.environment.mayReplace = { _ in true }
    self.workspace.environment.printedPages = { (_) throws(SessionEnvironment.FileProblem) in [] }
  }

  /// False where Ctrl-C ended it.
  mutating func run(_ entries: [JournalEntry]) -> Bool {
    for entry in entries {
      if live.isCancelled() { return false }
      switch entry {
      case .begun(let variables, let seed): begin(variables, seed)
      case .text(let text): read(text)
      case .ran(let ran): run(ran)
      case .takenBack(let steps, _): takeBack(to: steps)
      case .wayBegins: workspace.journey.clear()
      case .gathered(let steps, let name): workspace.journey.gather(after: steps, as: name)
      case .recovered: rejoin()
      }
      if problem != nil { break }
    }
    // The end came in the middle of a text whose first part makes no plan.
    if !workspace.elaborated(state).errors.isEmpty { takeBack(to: stepsBefore) }
    while !outerWays.isEmpty { rejoin() }
    return !live.isCancelled()
  }

  /// Makes the way that was gone the end of the one before it. Inside it, statements are counted
  /// from its own beginning.
  private mutating func rejoin() {
    guard var whole = outerWays.popLast() else { return }
    let isTrialFresh = workspace.trial?.base == workspace.stamp(state)
    whole.append(workspace.journey)
    workspace.journey = whole
    workspace.rebaseTrial(isFresh: isTrialFresh, state)
  }

  private mutating func begin(_ variables: [JournalEntry.Variable], _ seed: UInt64?) {
    let before = workspace.world(state)
    let isFirst = script == nil
    workspace.options.variables = variables.map { ($0.name, $0.value) }
    workspace.options.seed = seed
    var board = Shared(Board())
    if let seed { board.settings.seed = seed }
    state = LanguageState()
    workspace.restore(World(language: state, board: board), into: &state)
    workspace.bindVariables(in: &state)
    workspace.trial = nil
    if !isFirst {
      workspace.journey.beginRecovery(in: before, at: time)
      outerWays.append(workspace.journey)
    }
    workspace.journey.clear()
  }

  private mutating func read(_ text: JournalEntry.Text) {
    let source = SourceText(name: text.name, text: text.text)
    let parsed = Parser.parse(source, as: workspace.library.add(source))
    script = parsed.script
    syntaxProblem = parsed.diagnostics.first
    mode = text.isTyped ? .prompt : .script
    workspace.openFiles = text.file.map { [$0] } ?? []
    workspace.hasErrors = false
    workspace.planWasReported = false
    isStepOpen = false
    stepsBefore = workspace.journey.done.count
  }

  private mutating func run(_ ran: JournalEntry.Ran) {
    statements += ran.count
    guard let script, syntaxProblem == nil, ran.first >= 0, ran.count >= 0,
      ran.first + ran.count <= script.statements.count
    else {
      problem = syntaxProblem ?? RecoveryMessages.damaged()
      return
    }
    time = ran.time
    workspace.environment.now = { ran.time }
    workspace.facts = .telling(ran.facts)
    for statement in script.statements[ran.first..<ran.first + ran.count] {
      let outcome = workspace.take(statement, mode, isStepOpen: &isStepOpen, state: &state)
      let said = workspace.output
      workspace.output = []
      workspace.changes = []
      workspace.status = .done
      // What a script's failing statement had changed was kept.
      if outcome.isWrong, mode == .prompt {
        problem =
          said.lazy.compactMap { piece in
            if case .diagnostic(let diagnostic, _) = piece { diagnostic } else { nil }
          }.first
        return
      }
      completed += 1
    }
  }

  private mutating func takeBack(to steps: Int) {
    let done = workspace.journey.done
    guard steps >= 0, steps < done.count else { return }
    workspace.restore(done[steps].before, into: &state)
    workspace.journey.truncate(to: steps)
  }
}
