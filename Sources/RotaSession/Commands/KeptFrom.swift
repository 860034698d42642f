import RotaDiagnostics
import RotaExplanation
import RotaLanguage
import RotaPlanning
import RotaVerifier

/// `solve keep from DATE`, as the search for a timetable took it.
struct KeptFrom: Sendable, Equatable {
  var day: Day
  /// Where the planner said so.
  var range: SourceRange

  /// The statement itself.
  var text: String { "solve keep from \(day.iso)" }
}

extension Workspace {
  /// What follows from the plan where all that lies before the day of the last `solve keep from` stays
  /// as it is. Nil where no such proof is called for: sessions have their places, or the plan
  /// could not be in any case.
  mutating func derivedWithPast(_ state: LanguageState, _ derived: Derived) -> Derivation? {
    guard let kept = board.keptFrom, derived.errors.isEmpty, derived.proofs.isEmpty,
      !Verifier.unplaced(programme: derived.programme, timetable: board.timetable).isEmpty
    else { return nil }
    let past = FrozenPast(before: kept.day, of: board.timetable)
    guard
      let derivation = try? Derivation(
        state.declarations, keeping: past, depth: .everything, memory: &memory.past,
        environment.cancellation)
    else {
      wasCutShort = true
      return nil
    }
    return derivation.proofs.isEmpty ? nil : derivation
  }

  /// That there is no place for those without one, where that is proved.
  mutating func remarkOnKeptProof(_ state: LanguageState, _ derived: Derived) {
    guard let proof = derivedWithPast(state, derived)?.proofs.first, let kept = board.keptFrom
    else { return }
    remark("Impossible from \(kept.day.iso) on: \(proof.message); `why` tells what clashes")
  }
}
