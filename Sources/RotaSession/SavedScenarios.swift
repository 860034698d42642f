import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// Scenarios as statements at the end of a saved plan.
extension SavedPlan {
  /// Only what a scenario changes is written where statements can say it; else all of it, beginning
  /// anew. Which of the two is found out by running what was written.
  static func scenarios(_ workspace: Workspace, _ state: LanguageState) -> String {
    var text = ""
    for scenario in workspace.board.scenarios {
      let changes = changes(of: scenario, workspace, state)
      let block = changes ?? whole(scenario, workspace)
      text += "\nscenario \(NameSyntax.quoteIfNeeded(scenario.name))"
      text += changes == nil ? " anew {\n" : " {\n"
      for line in block.split(separator: "\n", omittingEmptySubsequences: false) where !line.isEmpty
      {
        text += "    \(line)\n"
      }
      text += "}\n"
    }
    return text.isEmpty ? "" : "\n# Alternatives." + text
  }

  private static func whole(_ scenario: Scenario, _ workspace: Workspace) -> String {
    var copy = workspace
    let derived = copy.derived(scenario.world.language)
    return DeclarationWriter.text(scenario.world.language)
      + settings(scenario.world.board.settings, unlike: Settings())
      + lines(scenario.world.board.timetable, derived)
  }

  /// What makes the scenario of the plan; nil where statements cannot.
  private static func changes(
    of scenario: Scenario, _ workspace: Workspace, _ state: LanguageState
  ) -> String? {
    var text = DeclarationWriter.changes(from: state, to: scenario.world.language)
    text += settings(scenario.world.board.settings, unlike: workspace.board.settings)
    var there = Alternative(workspace: workspace, state: state)
    there.workspace.restore(scenario.world, into: &there.state)
    let derived = there.workspace.derived(there.state)
    let old = workspace.board.timetable.placements
    let new = scenario.world.board.timetable.placements
    let gone = old.keys.filter { new[$0] == nil }
    var changed = scenario.world.board.timetable
    if gone.count == old.count, !old.isEmpty {
      text += "unplace all\n"
    } else {
      // A session that the plan does not have has no name by which it could be taken out.
      guard gone.allSatisfy({ derived.positions[$0] != nil }) else { return nil }
      for session in gone.sorted() {
        text += "unplace \(SessionReference.text(session, in: derived))\n"
      }
      changed.placements = new.filter { $0.value != old[$0.key] }
    }
    text += lines(changed, derived)
    return makes(scenario, text, workspace, state) ? text : nil
  }

  /// Whether statements, run on the plan, come to a scenario.
  private static func makes(
    _ scenario: Scenario, _ text: String, _ workspace: Workspace, _ state: LanguageState
  ) -> Bool {
    var copy = workspace
    var state = state
    copy.board.scenarios = []
    let source = SourceText(name: "", text: text)
    let parsed = Parser.parse(source, as: copy.library.add(source))
    guard parsed.diagnostics.isEmpty,
      Interpreter.run(parsed.script, state: &state, host: &copy, stopAtFirstError: true).isEmpty
    else { return false }
    let wanted = scenario.world.board
    return DeclarationWriter.text(state) == DeclarationWriter.text(scenario.world.language)
      && copy.board.settings.seed == wanted.settings.seed
      && copy.board.settings.steps == wanted.settings.steps
      && copy.board.timetable.placements == wanted.timetable.placements
  }
}
