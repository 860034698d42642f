import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax
import RotaTimetabling
import RotaVerifier

/// The world around the language: files, timetable, options, the way back. It carries out commands.
struct Workspace: Sendable {
  var environment: SessionEnvironment
  var options: SessionOptions
  var library = SourceLibrary()
  var board = Shared(Board())
  var journey = Journey()
  /// The world as it was last saved or loaded.
  var inFile = World()
  var output: [Output] = []
  /// Bytes of text in it.
  var held = 0
  var status: ExitStatus = .done
  var quits = false
  var onlyDeclarations = false
  /// The school of which `count` counts what belongs to schools; nil for all of it.
  var measuredSchool: String?
  /// An error was reported in the text being run: from there on no command is performed.
  var hasErrors = false
  /// Files being run, the outermost first, to find a cycle of `include`.
  var openFiles: [String] = []
  /// A statement has changed the world by going back or forth in time: that is no step itself.
  var travelled = false
  var lastVerdict = Verdict()
  /// What the last `try` came to.
  var trial: Trial?
  /// The command whose statements are being run on a copy of the world.
  var trying: String?
  /// A statement has made or forgotten a `try`.
  var hasTried = false
  /// What follows from the plan was not worked out to the end since this was last false: an end was
  /// wished.
  var wasCutShort = false
  /// It was said of the text being run that it took too much memory.
  var memoryWasTold = false
  /// A statement has changed what calendars have been given.
  var hasExported = false
  /// What calendars have been given, by the name of the plan, which their events are known by. It is
  /// no part of the world: nothing takes it back.
  var calendars: [String: CalendarHistory] = [:]
  /// Names of plans of which it was said that their calendars have no time zone.
  var toldOfNoZone: Set<String> = []
  /// The last line of a saved plan that tells of a session tells what calendars have, not people.
  var lineIsOfCalendars = false
  var facts = FactLog.passing
  var journalling = Journalling()
  /// What the statements being run change by declaring it again, not told yet.
  var changes: [String] = []
  /// What history calls the statement being run, where its own text would not tell.
  var stepText: String?
  var prompt = "rota> "
  /// The repairs that the last `why` listed, as statements; `try N` takes the N-th.
  var repairs: [String] = []
  /// The plan that they mend, as it would be saved; while it is another they are out of date.
  var mended: String?
  /// The errors of the plan were reported in the text being run.
  var planWasReported = false
  /// The end of what is said is what matters most.
  var showsEnd = false
  /// The last input that was typed, for `edit`.
  var lastInput: String?
  /// An input that was written in an editor and is to be run next.
  var nextInput: String?
  /// The plan as it was written in an editor, where it was wrong.
  var draft: Draft?
  /// The plan and the timetable whose faults were last told in full.
  var told: (plan: Int, board: Int)?
  private var elaboration: (revision: Int, plan: ElaboratedPlan)?
  private var cache: (revision: Int, derived: Derived)?
  /// Of any plans, these or others: nothing that changes the world makes it untrue.
  var memory = WorkspaceMemory()
  var classListMemory: ClassListMemory?
  private var verified: (plan: Int, board: Int, violations: [Violation])?

  init(environment: SessionEnvironment, options: SessionOptions) {
    self.environment = environment
    self.options = options
    if let seed = options.seed { board.settings.seed = seed }
    if environment.journal != nil { facts = .recording }
  }

  // MARK: Saying things

  /// With `--json`, whose every line is an object, that of a row with the text.
  ///
  /// - Parameter exactly: whether it is text to go on with, such as statements, whatever the form
  ///   of output.
  mutating func say(_ text: String, exactly: Bool = false) {
    if options.json {
      var row = Row()
      row.set("text", text)
      return say(rows: [row], fields: ["text"])
    }
    tell(text, isProse: !exactly && rowFormat == .table)
  }

  /// Rows and documents in the form of output.
  mutating func say(records text: String) { tell(text, isProse: rowFormat == .table) }

  private mutating func tell(_ text: String, isProse: Bool) {
    output.append(.text(text + "\n", isProse: isProse))
    held += text.utf8.count
    // A loop that prints without end must not take all memory.
    if held > environment.mostHeld, let announce = environment.announce { flush(to: announce) }
  }

  /// Lets go of what was said, and keeps all that is said from here on.
  mutating func listen() {
    output = []
    held = 0
    environment.announce = nil
  }

  /// A remark that `--quiet` keeps back, and `--json`, whose every line is an object.
  mutating func remark(_ text: String) {
    // A command has come to its end, so that what it changed stands.
    tellChanges()
    if !options.quiet, !options.json { tell(text, isProse: true) }
  }

  /// A remark on what was run and what was not, which programs are told too.
  mutating func account(_ text: String, at range: SourceRange? = nil) {
    guard options.json, !options.quiet else { return remark(text) }
    report(ProgramMessages.account(text, at: range))
  }

  mutating func report(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    // What ended it tells more than that it was ended.
    if diagnostic.kind == LanguageMessages.interrupted,
      let cause = memoryExceeded(at: diagnostic.range)
    {
      if memoryWasTold { return }
      diagnostic = cause
      memoryWasTold = true
    }
    let rendered =
      options.json
      ? object(of: diagnostic)
      : DiagnosticRenderer(
        library: library, color: environment.color, columns: environment.errorColumns()
      ).render(diagnostic)
    output.append(.diagnostic(diagnostic, rendered: rendered))
  }

  /// A diagnostic as JSON on one line.
  func object(of diagnostic: Diagnostic) -> String {
    DiagnosticJSON.line(of: diagnostic, in: library)
  }

  mutating func reportAll(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { report(diagnostic) }
  }

  mutating func flush(to sink: (Output) -> Void) {
    for piece in output { sink(piece) }
    output = []
    held = 0
  }

  mutating func fail(_ status: ExitStatus) {
    // Nobody has typed Ctrl-C: the script asks for too much.
    let isOfMemory = status == .interrupted && environment.memory?.exceeded != nil
    self.status = max(self.status, isOfMemory ? .scriptWrong : status)
  }

  var width: Int {
    board.settings.width > 0 ? board.settings.width : environment.width
  }

  // MARK: What follows from the declarations

  /// Of the declarations of which it is known.
  var derivedRevision: Int? { cache?.revision }

  mutating func derived(_ state: LanguageState) -> Derived {
    if let cache, cache.revision == state.declarations.revision { return cache.derived }
    let plan = elaborated(state)
    guard let derived = try? Derived(plan, memory: &memory, environment.cancellation) else {
      wasCutShort = true
      return Derived(only: plan)
    }
    cache = (state.declarations.revision, derived)
    return derived
  }

  /// The same with all proofs, those included that a large plan does not get after each statement.
  mutating func derivedInFull(
    _ state: LanguageState, for command: Command
  ) throws(Diagnostic) -> Derived {
    var derived = try soundPlan(state, for: command)
    do {
      try derived.searchParts(memory: &memory, environment.cancellation)
    } catch {
      throw SessionMessages.stopped(command.entry.word, at: command.range)
    }
    cache = (state.declarations.revision, derived)
    return derived
  }

  /// Looks for every proof that `check` would find, where no timetable of all sessions is known: what is
  /// said of the plan from then on agrees with it.
  mutating func proveInFull(_ state: LanguageState) {
    var derived = derived(state)
    let isSolved = violations(state).isEmpty && hasWholeTimetable(derived)
    guard derived.errors.isEmpty, derived.isKnown, !isSolved, derived.proofs.isEmpty,
      !knowsTimetable(of: derived)
    else { return }
    do {
      try derived.searchParts(memory: &memory, environment.cancellation)
    } catch {
      wasCutShort = true
    }
    remember(derived, state)
  }

  /// Takes over what is known to follow from the declarations.
  mutating func remember(_ derived: Derived, _ state: LanguageState) {
    cache = (state.declarations.revision, derived)
  }

  /// Hard rules that the timetable breaks, counted anew after each change of plan or timetable.
  /// Faults of the programme itself are not the timetable's: `verification` has them too.
  mutating func violations(_ state: LanguageState) -> [Violation] {
    board.timetable.isEmpty ? [] : verification(state).filter { $0.rule != .arithmetic }
  }

  /// Everything that the verifier says of programme and timetable.
  mutating func verification(_ state: LanguageState) -> [Violation] {
    let derived = derived(state)
    // What the programme lacks where the plan comes to too many sessions would be told one by one.
    if !derived.errors.isEmpty || !derived.isKnown || derived.isCutShort { return [] }
    let revision = state.declarations.revision
    if let verified, verified.plan == revision, verified.board == board.revision {
      return verified.violations
    }
    let violations = Verifier.violations(
      plan: derived.plan, programme: derived.programme, timetable: board.timetable)
    verified = (revision, board.revision, violations)
    return violations
  }

  /// The plan alone, and what is wrong with it.
  mutating func elaborated(_ state: LanguageState) -> ElaboratedPlan {
    let revision = state.declarations.revision
    if let elaboration, elaboration.revision == revision { return elaboration.plan }
    let plan = ElaboratedPlan(state.declarations)
    elaboration = (revision, plan)
    return plan
  }

  /// The same, where a command cannot go on with a plan that has errors; they are reported once.
  mutating func soundPlan(
    _ state: LanguageState, for command: Command
  ) throws(Diagnostic) -> Derived {
    let derived = derived(state)
    guard derived.errors.isEmpty else {
      if !planWasReported { reportAll(derived.errors) }
      planWasReported = true
      hasErrors = true
      throw SessionMessages.planHasErrors(
        derived.errors.count, command: command.entry.word, at: command.range)
    }
    if !derived.isKnown {
      throw SessionMessages.stopped(command.entry.word, at: command.range)
    }
    return derived
  }

  /// Whether a timetable of all sessions is known from an earlier plan and still good, or found in a
  /// moment; the verifier has the last word.
  mutating func knowsTimetable(of derived: Derived) -> Bool {
    if let witness = memory.witness, derived.accepts(witness) { return true }
    guard
      let found = ShortSearch.timetable(
        plan: derived.plan, programme: derived.programme, isCancelled: environment.isCancelled),
      derived.accepts(found)
    else { return false }
    memory.witness = found
    return true
  }

  mutating func change(_ edit: (inout Board) -> Void) {
    edit(&board.value)
    board.value.revision += 1
  }

  func world(_ state: LanguageState) -> World { World(language: state, board: board) }

  mutating func restore(_ world: World, into state: inout LanguageState) {
    state = world.language
    board = world.board
    cache = nil
    elaboration = nil
    verified = nil
    classListMemory = nil
  }

  /// Gives up the plan and everything that follows from it, for another that is about to be run.
  ///
  /// - Parameter keepsTimetable: whether the timetable stays, for the other plan to be held against.
  mutating func beginAnew(_ state: inout LanguageState, keepsTimetable: Bool) {
    // Declarations count their changes from the beginning: what is known of the old ones must go.
    restore(World(board: board), into: &state)
    change { board in
      if keepsTimetable { return }
      board.timetable = Timetable()
      board.locks = [:]
      board.unplaced = []
      board.keptFrom = nil
      board.scenarios = []
    }
    bindVariables(in: &state)
  }

  func calendars(of plan: Plan) -> CalendarHistory {
    calendars[plan.name ?? ""] ?? CalendarHistory()
  }

  mutating func setCalendars(of plan: Plan, to history: CalendarHistory) {
    if calendars(of: plan) == history { return }
    calendars[plan.name ?? ""] = history
    hasExported = true
  }

  /// Tells at once what a statement has said so far, where that can be done.
  mutating func announce() {
    guard let announce = environment.announce else { return }
    tellChanges()
    flush(to: announce)
  }

  /// Gives the variables of `--set` their values.
  mutating func bindVariables(in state: inout LanguageState) {
    for variable in options.variables { bind(variable.name, to: variable.value, in: &state) }
  }

  /// Variables of `--set` that no text says which was read: probably misspelt.
  var variablesUnsaid: [String] {
    options.variables.map(\.name).filter { name in
      !library.texts.contains { !$0.name.hasPrefix("--set ") && $0.says(name) }
    }
  }

  private mutating func bind(_ name: String, to value: String, in state: inout LanguageState) {
    // A value that reads as one is that value; anything else is text.
    for text in ["let \(name) = \(value)", "let \(name) = \(NameSyntax.quoted(value))"] {
      let id = library.add(SourceText(name: "--set \(name)", text: text))
      let parsed = Parser.parse(library[id] ?? SourceText(name: "", text: ""), as: id)
      guard parsed.diagnostics.isEmpty, parsed.script.statements.count == 1 else { continue }
      let errors = Interpreter.run(
        parsed.script, state: &state, host: &self, stopAtFirstError: true)
      if errors.isEmpty { return }
    }
  }
}

/// Whether the plan can be, as far as is known.
struct Verdict: Sendable, Equatable {
  var planName: String?
  var proofs = 0
  var brokenRequirements = 0
  var errors = 0
  var sessions = 0
  var placed = 0
  /// Hard rules that the timetable breaks.
  var violations = 0

  var hasProblems: Bool { proofs + brokenRequirements > 0 }
  var isBroken: Bool { proofs + brokenRequirements + violations > 0 }

  /// The word or two of the prompt.
  var words: String {
    let problems = proofs + brokenRequirements + errors
    if problems == 1 { return "1 problem" }
    if problems > 1 { return "\(problems) problems" }
    if violations > 0 { return Wording.count(violations, "clash") }
    if sessions > 0, placed == sessions { return "solved" }
    if placed > 0 { return "\(placed)/\(sessions)" }
    return "ok"
  }
}
