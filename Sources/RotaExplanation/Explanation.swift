import RotaDiagnostics
import RotaLanguage
import RotaPlanning

/// Why a plan cannot be: a proof, and the planner's own statements that it rests on.
public struct Explanation: Sendable {
  public struct Statement: Sendable, Equatable {
    /// As the planner could type it: `venue Hall seats 80`.
    public var text: String
    public var range: SourceRange
    /// Whether to take back this one alone, of all that was said, ends the proof. Where several
    /// statements can stand for each other, as the many units that a run is made of, none does.
    public var decides: Bool

    public init(text: String, range: SourceRange, decides: Bool) {
      self.text = text
      self.range = range
      self.decides = decides
    }
  }
  public var proof: Diagnostic
  /// A smallest set that clashes, in the order in which it was written.
  public var statements: [Statement]
  /// False where the search for the set was stopped: then the statements are those that are known to
  /// belong to it, none of them is said to decide, and there may be more.
  public let isComplete: Bool
  /// Where in the declarations these are.
  let parts: [DeclarationPart]
  /// Those that decide.
  let deciding: [DeclarationPart]
  /// Rotations and modules that the proof does not rest on, as edits that leave them out.
  let unrelated: [DeclarationPart: PartEdit]
  /// Edits that leave out all that the proof does not rest on.
  let leftOut: [DeclarationPart: PartEdit]

  /// - Parameters:
  ///   - whole: what follows from the declarations; the proof is one of its own.
  ///   - looks: how many parts may be looked at; after as many the set stays incomplete.
  public init(
    of proof: Diagnostic, in declarations: Declarations, _ whole: Derivation,
    looks: Int = .max, _ cancellation: Cancellation = .none
  ) {
    self.proof = proof
    var set = ClashSet(of: proof, in: declarations, whole, looks: looks, cancellation)
    var deciding: Set<DeclarationPart> = []
    for part in set.parts where set.isComplete {
      let decides = set.decides(part)
      if !set.isStopped(), decides { deciding.insert(part) }
    }
    if !set.isComplete { deciding = [] }
    isComplete = set.isComplete
    parts = set.parts
    leftOut = set.edits
    self.deciding = set.parts.filter(deciding.contains)
    unrelated = set.edits.filter { part, _ in
      let word = declarations.declaration(of: part)?.entry.word
      return part.child == nil && part.clause == nil && (word == "rotation" || word == "module")
    }
    statements = set.parts.compactMap { part in
      declarations.range(of: part).map {
        Statement(
          text: declarations.text(of: part), range: $0, decides: deciding.contains(part))
      }
    }.sorted { ($0.range.source.index, $0.range.lower) < ($1.range.source.index, $1.range.lower) }
  }
}
