import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// `try`, `keep`, `drop try`: statements on a copy of the world.
enum TrialCommands {
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    _ = try workspace.soundPlan(state, for: command)
    let block = try block(of: command, &workspace, state)
    var tried = try workspace.whatIf(block, state, for: command)
    if !workspace.onlyDeclarations {
      workspace.proveInFull(state)
      tried.workspace.proveInFull(tried.state)
    }
    var world = tried.world
    world.board.scenarios = workspace.board.scenarios
    let text = workspace.texts(of: block).joined(separator: "; ")
    workspace.trial = Trial(
      text: text, world: world, derived: tried.workspace.derived(tried.state),
      base: workspace.stamp(state))
    workspace.hasTried = true
    if workspace.onlyDeclarations { return }
    let before = Alternative(workspace: workspace, state: state)
    if !workspace.options.json { sayProofs(in: tried, beyond: before, &workspace) }
    let table = FigureTable(names: [Scenario.present, "try"], [before.figures, tried.figures])
    workspace.say(table, .differencesAndVerdict)
    workspace.say(
      moves: Relocation.all(from: workspace.board.timetable, to: world.board.timetable),
      workspace.derived(state))
    if command.entry.word == "try" {
      workspace.remark("Nothing was changed: `keep` makes it real, `drop try` forgets it.")
    }
  }

  /// What would newly be proved impossible, in a sentence each.
  private static func sayProofs(
    in tried: Alternative, beyond before: Alternative, _ workspace: inout Workspace
  ) {
    var copy = tried.workspace
    var old = before.workspace
    let known = Set(old.derived(before.state).proofs.map(\.message))
    for proof in copy.derived(tried.state).proofs.prefix(3) where !known.contains(proof.message) {
      workspace.say("impossible: \(proof.message)")
    }
  }

  /// The statements between the braces, or those of a repair.
  private static func block(
    of command: Command, _ workspace: inout Workspace, _ state: LanguageState
  ) throws(Diagnostic) -> StatementBlock {
    guard let argument = command.argument("repair") else {
      guard let block = command.block, !block.statements.isEmpty else {
        throw WhatIfMessages.nothingToTry(at: command.range)
      }
      return block
    }
    let repairs =
      workspace.mended == DeclarationWriter.text(state) ? workspace.repairs : []
    guard command.block == nil else { throw WhatIfMessages.nothingToTry(at: argument.range) }
    let number = argument.value?.integer ?? 0
    let repair = workspace.facts.repair {
      repairs.indices.contains(number - 1) ? repairs[number - 1] : nil
    }
    guard let repair else {
      throw WhatIfMessages.noRepair(
        argument.value?.shown ?? "", of: repairs.count, at: argument.range)
    }
    let source = SourceText(name: "<repair \(number)>", text: repair)
    let id = workspace.library.add(source)
    let parsed = Parser.parse(source, as: id)
    workspace.reportAll(parsed.diagnostics)
    guard parsed.diagnostics.isEmpty else {
      throw WhatIfMessages.failed("try", parsed.diagnostics.count, at: command.range)
    }
    workspace.remark("try { \(repair) }")
    return StatementBlock(parsed.script, at: command.range)
  }

  /// Makes the last try real, or a scenario.
  static func keep(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    if command.argument("scenario") != nil {
      return try ScenarioCommands.keep(&workspace, command, &state)
    }
    // A repair by its number: `try` with it first, so that what it comes to is told.
    if command.argument("repair") != nil { try run(&workspace, command, &state) }
    guard let trial = workspace.trial else {
      throw WhatIfMessages.nothingTried("keep", at: command.range)
    }
    guard trial.base == workspace.stamp(state) else {
      throw WhatIfMessages.planChanged(trial.text, at: command.range)
    }
    workspace.become(trial.world, &state, step: "keep { \(trial.text) }")
    workspace.remember(trial.derived, state)
    workspace.trial = nil
    workspace.remark("kept: \(trial.text)")
  }

  static func drop(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    guard let trial = workspace.trial else {
      throw WhatIfMessages.nothingTried("drop try", at: command.range)
    }
    workspace.trial = nil
    workspace.hasTried = true
    workspace.remark("forgotten: \(trial.text)")
  }
}

extension Workspace {
  /// Puts another world in the place of the present one, as one step of the way.
  mutating func become(_ world: World, _ state: inout LanguageState, step: String) {
    // Revisions only tell worlds on one way from each other.
    let revision = max(board.revision, world.board.revision)
    restore(world, into: &state)
    change { $0.revision = revision }
    told = nil
    stepText = step
  }
}
