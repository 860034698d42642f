import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaTimetabling
import RotaVerifier

/// `solve`: makes a timetable, verifies it, and says what it came to.
enum SolveCommand {
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    guard !derived.programme.sessions.isEmpty else {
      workspace.reportAll(derived.arithmetic)
      if !derived.arithmetic.isEmpty { workspace.fail(.planFails) }
      throw SessionMessages.nothingToPlan("solve", at: command.range)
    }
    var options = SolveOptions(
      steps: SolveOptions.defaultSteps(for: derived.programme, repairs: command.has("keep")))
    options.seed = workspace.board.settings.seed
    options.threads = workspace.environment.threads
    // No search settles what is proved impossible: without a word about its length, it only places
    // what finds a place soon.
    let isHopeless = !derived.proofs.isEmpty && !command.has("keep")
    if isHopeless { options.steps = min(options.steps, hopelessSteps(for: derived.programme)) }
    if let steps = workspace.board.settings.steps { options.steps = steps }
    if let argument = command.argument("duration") {
      guard let seconds = argument.value?.seconds, seconds > 0, seconds <= 86_400 else {
        throw SessionMessages.badSetting(
          "solve for", "more than nothing and at most 24 h", at: argument.range)
      }
      options.seconds = seconds
    }
    if let argument = command.argument("count") {
      guard let steps = argument.value?.integer, steps >= 0 else {
        throw SessionMessages.badSetting("steps", "a whole number from 0", at: argument.range)
      }
      options.steps = steps
    }
    if let argument = command.argument("number") {
      guard let seed = argument.value?.integer, seed >= 0 else {
        throw SessionMessages.badSetting("seed", "a whole number from 0", at: argument.range)
      }
      options.seed = UInt64(seed)
    }
    // Placements of sessions that the plan no longer has would only be carried along.
    var start = workspace.board.timetable
    start.placements = start.placements.filter { derived.positions[$0.key] != nil }
    let upkeep = try upkeep(of: start, workspace, command, derived)
    options.repairs = upkeep != nil
    let environment = workspace.environment
    let prefix = workspace.trying.map { "\($0): " } ?? ""
    let began = environment.clock()
    let beginning = upkeep?.start ?? start
    var result = workspace.facts.result(from: beginning) {
      Solver.solve(
        plan: upkeep?.plan ?? derived.plan, programme: upkeep?.programme ?? derived.programme,
        from: beginning, options: options,
        clock: environment.clock, isCancelled: environment.isCancelled,
        progress: { progress in
          environment.progress(
            "\(prefix)placed \(Wording.grouped(progress.placed)) of \(Wording.grouped(progress.total)), cost "
              + "\(Wording.grouped(progress.cost)), \(Wording.grouped(progress.steps)) steps")
        })
    }
    environment.progress("")
    let changes = upkeep?.changes(in: result.timetable, derived)
    if let upkeep {
      result.timetable = upkeep.ended(result.timetable)
      result.unplaced = upkeep.explained(result.unplaced, derived)
    }
    workspace.change { board in
      board.timetable = result.timetable
      board.unplaced = result.unplaced
      board.keptFrom = upkeep?.frozenBefore.map { KeptFrom(day: $0, range: command.range) }
    }
    if isHopeless, options.seconds == nil, command.argument("count") == nil,
      workspace.board.settings.steps == nil
    {
      workspace.remark(
        "The plan is proved impossible: what finds a place soon is placed; `solve for 10 s` searches on."
      )
    }
    let seconds = environment.clock() - began
    try conclude(&workspace, derived, result, upkeep, changes ?? [], seconds: seconds, state)
  }

  private static func hopelessSteps(for programme: Programme) -> Int {
    max(20_000, 20 * programme.sessions.count)
  }

  /// What `keep` asks for; nil without it.
  private static func upkeep(
    of start: Timetable, _ workspace: Workspace, _ command: Command, _ derived: Derived
  ) throws(Diagnostic) -> Upkeep? {
    guard command.has("keep") else { return nil }
    guard !start.isEmpty else { throw SessionMessages.noTimetable("solve keep", at: command.range) }
    var date: Day?
    if case .date(let day)? = command.value("date") { date = day }
    return Upkeep(of: start, frozenBefore: date, derived)
  }

  private static func conclude(
    _ workspace: inout Workspace, _ derived: Derived, _ result: SolveResult, _ upkeep: Upkeep?,
    _ changes: [TimetableChange], seconds: Double, _ state: LanguageState
  ) throws(Diagnostic) {
    let total = derived.programme.sessions.count
    let placed = total - result.unplaced.count
    // Only a clock tells the time, and what a script prints must not depend on one.
    let time = workspace.board.settings.timer ? " in \(tenths(seconds)) s" : ""
    let violations = workspace.verification(state)
    let cost =
      violations.isEmpty && !(upkeep?.hasOwnWish ?? false)
      ? "\(Wording.grouped(result.cost))\(bound(result))"
      : Wording.grouped(recount(workspace, derived))
    workspace.remark(
      "placed \(Wording.grouped(placed)) of \(Wording.count(total, "session")), cost \(cost)\(time)"
    )
    if let upkeep {
      workspace.remark(upkeep.summary(changes, result))
    } else {
      remarkOnPublished(&workspace, derived)
    }
    if workspace.board.settings.timer {
      workspace.remark("tried \(Wording.count(result.steps, "step"))")
    }
    if result.wasCancelled {
      workspace.remark("Interrupted: the best timetable so far is kept.")
      workspace.fail(.interrupted)
    }
    workspace.reportViolations(violations, derived)
    if violations.isEmpty, result.unplaced.isEmpty {
      workspace.remark("verified: every hard rule holds")
    }
    workspace.reportUnplaced(derived)
    if !result.wasCancelled { workspace.remarkOnKeptProof(state, derived) }
    if let advice = upkeep?.advice(result, derived) { workspace.remark(advice) }
    workspace.reportAll(derived.proofs)
    if !derived.proofs.isEmpty { workspace.fail(.planFails) }
    let broken = try workspace.brokenRequirements(state, derived).map(\.diagnostic)
    workspace.reportAll(broken)
    if !broken.isEmpty { workspace.fail(.planFails) }
    workspace.haveTold(state)
  }

  /// People have another timetable: how much of it is no longer so.
  private static func remarkOnPublished(_ workspace: inout Workspace, _ derived: Derived) {
    guard let published = workspace.board.timetable.publication else { return }
    let tally = ChangeTally(published.changes(to: workspace.nextPublication(derived)))
    guard tally.moved > 0 else { return }
    workspace.remark(
      "\(Wording.grouped(tally.moved)) of "
        + Wording.count(published.sessionCount, "published session")
        + " \(tally.moved == 1 ? "is" : "are") elsewhere now; `solve keep` moves as few as it can")
  }

  /// Where locked sessions break rules, what the wishes make of them is for the verifier to say: it
  /// leaves out those that fit into no day.
  private static func recount(_ workspace: borrowing Workspace, _ derived: Derived) -> Int {
    Verifier.costs(
      plan: derived.plan, programme: derived.programme, timetable: workspace.board.timetable
    ).reduce(0) { $0 + $1.cost }
  }

  /// What is known of the cost of any timetable of all sessions, where that says something.
  private static func bound(_ result: SolveResult) -> String {
    if !result.unplaced.isEmpty || result.bound == 0 { return "" }
    return result.isBest ? ", the least possible" : ", at least \(Wording.grouped(result.bound))"
  }

  private static func tenths(_ seconds: Double) -> String {
    let value = Int((seconds * 10).rounded())
    return "\(value / 10).\(value % 10)"
  }
}
