import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

extension Workspace {
  /// Works out the verdict that the prompt shows.
  mutating func updatePrompt(state: LanguageState) {
    let derived = derived(state)
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
      verdict.brokenRequirements = (try? brokenRequirements(state, derived))?.count ?? 0
      output = held
    }
    lastVerdict = verdict
    let isEmpty = state.declarations.items.isEmpty
    prompt =
      isEmpty
      ? "rota> "
      : "\((verdict.planName ?? "rota").truncated(to: 30)) \(verdict.words)> "
  }
}
