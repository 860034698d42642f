import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

extension Workspace {
  /// Works out the verdict that the prompt shows.
  ///
  /// - Parameter tellsProblems: whether to say as well what the problem is, where there was none before.
  mutating func updatePrompt(state: LanguageState, tellsProblems: Bool = false) {
    let derived = derived(state)
    // The statement that was at work is taken back: the plan is the one that was judged last.
    guard derived.isKnown else { return }
    var problems = derived.proofs
    var verdict = Verdict()
    verdict.planName = derived.plan.name
    verdict.errors = derived.errors.count
    verdict.proofs = derived.proofs.count
    verdict.sessions = derived.programme.sessions.count
    let placements = board.timetable.placements
    if !placements.isEmpty {
      verdict.placed = derived.programme.sessions.reduce(0) {
        $0 + (placements[$1.identity] == nil ? 0 : 1)
      }
    }
    verdict.violations = violations(state).count
    if derived.errors.isEmpty, !derived.programme.sessions.isEmpty {
      // A requirement that cannot be worked out is reported by `check`, not by the prompt.
      let held = output
      let broken = ((try? brokenRequirements(state, derived)) ?? []).map(\.diagnostic)
      verdict.brokenRequirements = broken.count
      problems += broken
      output = held
    }
    if tellsProblems, !lastVerdict.hasProblems, let first = problems.first {
      remark(
        (first.severity == .impossible
          ? "Impossible now: " + first.message
          : first.message.prefix(1).uppercased() + first.message.dropFirst())
          + (problems.count > 1 ? ", and \(Wording.count(problems.count - 1, "more problem"))" : "")
          + "; `why` tells more.")
    }
    lastVerdict = verdict
    let isEmpty = state.declarations.items.isEmpty
    prompt =
      isEmpty
      ? "rota> "
      : "\((verdict.planName ?? "rota").truncated(to: 30)) \(verdict.words)> "
  }
}
