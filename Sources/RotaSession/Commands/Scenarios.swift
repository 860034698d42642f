import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// `scenario`, `compare`, `drop scenario`, `keep NAME`: alternatives side by side.
enum ScenarioCommands {
  /// With statements, makes or changes an alternative; without, tells about it.
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    guard let argument = command.argument("scenario"), let name = argument.value?.plainText else {
      return
    }
    guard !Scenario.reserved.contains(name) else {
      throw WhatIfMessages.badScenarioName(name, at: argument.range)
    }
    guard let block = command.block else { return try show(&workspace, command, state) }
    _ = try workspace.soundPlan(state, for: command)
    let position = workspace.board.scenarios.firstIndex { $0.name == name }
    var old = position.map { workspace.board.scenarios[$0] }
    var base = old.map { workspace.world(of: $0) }
    if command.has("anew") {
      base = World()
      old = nil
    }
    let made = try workspace.whatIf(block, on: base, state, for: command)
    let scenario = Scenario(
      name: name, statements: (old?.statements ?? []) + workspace.texts(of: block),
      world: made.world)
    workspace.change { board in
      if let position {
        board.scenarios[position] = scenario
      } else {
        board.scenarios.append(scenario)
      }
    }
    var verdict = made.workspace
    verdict.updatePrompt(state: made.state)
    workspace.remark(
      "scenario \(NameSyntax.quoteIfNeeded(name))\(position == nil ? "" : " changed"): "
        + verdict.lastVerdict.words)
  }

  /// What was said of a scenario, and what it comes to beside the plan.
  private static func show(
    _ workspace: inout Workspace, _ command: Command, _ state: LanguageState
  ) throws(Diagnostic) {
    let scenario = try workspace.scenario(in: command)
    if !workspace.options.json {
      let most = 12
      for statement in scenario.statements.prefix(most) { workspace.say(statement) }
      let left = scenario.statements.count - most
      if left > 0 { workspace.say("and \(Wording.count(left, "more statement"))") }
    }
    try compare(
      [Scenario.present, scenario.name], .differencesAndVerdict, &workspace, command, state)
  }

  static func compare(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    guard let argument = command.argument("scenarios") else { return }
    var names: [String] = []
    for (index, name) in (argument.value?.names ?? []).enumerated() where !names.contains(name) {
      let range = index < argument.itemRanges.count ? argument.itemRanges[index] : argument.range
      if name != Scenario.present { _ = try workspace.scenario(named: name, at: range) }
      names.append(name)
    }
    // One alone is compared with the plan.
    if names.count == 1, names != [Scenario.present] { names.insert(Scenario.present, at: 0) }
    try compare(names, .all, &workspace, command, state)
  }

  private static func compare(
    _ names: [String], _ choice: FigureTable.Choice, _ workspace: inout Workspace,
    _ command: Command, _ state: LanguageState
  ) throws(Diagnostic) {
    _ = try workspace.soundPlan(state, for: command)
    var figures: [Figures] = []
    for name in names {
      if workspace.isCancelled { throw SessionMessages.stopped("compare", at: command.range) }
      var alternative = Alternative(workspace: workspace, state: state)
      if let scenario = workspace.board.scenarios.first(where: { $0.name == name }) {
        alternative.workspace.restore(workspace.world(of: scenario), into: &alternative.state)
      }
      figures.append(alternative.figures)
    }
    workspace.say(FigureTable(names: names, figures), choice)
  }

  /// Makes a scenario the plan.
  static func keep(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let scenario = try workspace.scenario(in: command)
    var world = workspace.world(of: scenario)
    world.board.scenarios = workspace.board.scenarios
    let name = NameSyntax.quoteIfNeeded(scenario.name)
    workspace.become(world, &state, step: "keep \(name)")
    workspace.remark("the plan is now that of scenario \(name)")
  }

  static func drop(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let scenario = try workspace.scenario(in: command)
    workspace.change { board in board.scenarios.removeAll { $0.name == scenario.name } }
    workspace.remark("forgotten: scenario \(NameSyntax.quoteIfNeeded(scenario.name))")
  }
}

extension Workspace {
  fileprivate func scenario(in command: Command) throws(Diagnostic) -> Scenario {
    let argument = command.argument("scenario")
    return try scenario(
      named: argument?.value?.plainText ?? "", at: argument?.range ?? command.range)
  }

  fileprivate func scenario(
    named name: String, at range: SourceRange
  ) throws(Diagnostic) -> Scenario {
    guard let scenario = board.scenarios.first(where: { $0.name == name }) else {
      throw WhatIfMessages.noScenario(name, near: board.scenarios.map(\.name), at: range)
    }
    return scenario
  }
}
