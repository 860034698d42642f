import RotaDiagnostics
import RotaExplanation
import RotaLanguage
import RotaPlanning

/// `why`: the planner's own statements that clash.
enum WhyCommand {
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    if command.argument("session") != nil {
      return try SessionWhyCommands.why(&workspace, command, state)
    }
    let proofs = derived.proofs
    guard !proofs.isEmpty else {
      workspace.repairs = []
      workspace.say("Nothing is proved impossible.")
      return
    }
    let number = command.integer("number") ?? 1
    guard proofs.indices.contains(number - 1) else {
      throw SessionMessages.badSetting(
        "why", proofs.count == 1 ? "1" : "from 1 to \(proofs.count)",
        at: command.argument("number")?.range ?? command.range)
    }
    let whole = Derivation(plan: derived.plan, programme: derived.programme, proofs: proofs)
    let explanation = Explanation(
      of: proofs[number - 1], in: state.declarations, whole,
      isCancelled: workspace.environment.isCancelled)
    workspace.say(explanation)
    let search = RepairSearch(
      explanation, state: state, whole, isCancelled: workspace.environment.isCancelled)
    workspace.say(repairs: search.repairs())
    if proofs.count > 1 {
      let others = Wording.count(proofs.count - 1, "more proof")
      workspace.remark("\(others): `why 1` to `why \(proofs.count)` explain each.")
    }
  }
}

extension Workspace {
  /// A proof in one sentence, and each statement that it rests on with its place.
  mutating func say(_ explanation: Explanation) {
    say("Impossible: \(explanation.proof.message).")
    say(statements: explanation.statements.filter(\.decides))
    let others = explanation.statements.filter { !$0.decides }
    if !others.isEmpty {
      say(
        explanation.statements.count == others.count
          ? "These clash, though no one of them alone:" : "together with, though no one alone:")
      say(statements: others)
    }
  }

  /// Changes that mend it, numbered for `try`.
  mutating func say(repairs found: [Repair]) {
    repairs = found.map(\.statement)
    guard !found.isEmpty else {
      say("No single change of these statements mends it.")
      return
    }
    say(found.count == 1 ? "This mends it:" : "Any one of these mends it:")
    let width = min(60, found.map(\.statement.displayWidth).max() ?? 0)
    for (index, repair) in found.enumerated() {
      let outcome = repair.isSolved ? "solved" : "checked"
      say(
        "  \(index + 1)  \(repair.statement.padded(to: width))  (\(repair.change); \(outcome))")
    }
  }

  /// One line for each; statements that one line of a script made, as a loop does, share one.
  private mutating func say(statements: [Explanation.Statement]) {
    var lines: [(place: String, text: String, more: Int)] = []
    var known: [SourceRange: Int] = [:]
    for statement in statements {
      if let index = known[statement.range] {
        lines[index].more += 1
      } else {
        known[statement.range] = lines.count
        lines.append((library.position(of: statement.range), statement.text, 0))
      }
    }
    let width = lines.map(\.place.displayWidth).max() ?? 0
    for line in lines {
      let more = line.more == 0 ? "" : ", and \(Wording.grouped(line.more)) more of this line"
      say("  \(line.place.padded(to: width))  \(line.text)\(more)")
    }
  }
}
