import RotaArithmetic
import RotaCapacity
import RotaDiagnostics
import RotaLanguage
import RotaPlanning

/// What follows from declarations: a plan, its programme, and proofs that it cannot be.
public struct Derivation: Sendable {
  public let plan: Plan
  public let programme: Programme
  /// False where names refer to nothing, or values are out of range: then nothing follows.
  public let isSound: Bool
  public let proofs: [Diagnostic]

  /// How much is looked for.
  public enum Depth: Sendable {
    /// Only what keeps runs, classes and dates from adding up.
    case arithmetic
    /// Demand against supply as well.
    case capacity

    /// As far as must be gone to find a proof of some kind again.
    public init(for kind: DiagnosticKind) {
      self = ArithmeticMessages.all.contains(kind) ? .arithmetic : .capacity
    }
  }

  public init(_ declarations: Declarations, depth: Depth = .capacity) {
    let (plan, diagnostics) = Elaborator.plan(from: declarations)
    self.plan = plan
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      programme = Programme()
      isSound = false
      proofs = []
      return
    }
    isSound = true
    let (programme, findings) = RotationArithmetic.programme(for: plan)
    self.programme = programme
    var proofs = findings
    if depth == .capacity {
      proofs += CapacityCheck.report(plan: plan, programme: programme).findings
    }
    self.proofs = proofs.filter { $0.severity == .impossible }
  }

  /// What has been worked out already.
  public init(plan: Plan, programme: Programme, proofs: [Diagnostic]) {
    self.plan = plan
    self.programme = programme
    self.proofs = proofs
    isSound = true
  }

  /// Whether a proof stands here as well: one of the same kind about some of the same things.
  public func stillProves(_ proof: Diagnostic) -> Bool {
    proofs.contains { $0.isSameProof(as: proof) }
  }

  /// Whether the plan lacks what every plan needs, so that it says nothing of the proof asked for:
  /// nobody is trained, or there is no day to do it on.
  var isEmpty: Bool {
    proofs.contains {
      $0.kind == ArithmeticMessages.noTrainees || $0.kind == ArithmeticMessages.noTeachingDays
    }
  }
}

extension Diagnostic {
  /// Whether two proofs, of a plan before and after a change, are one: they are of one kind and have
  /// a subject in common. Numbers may differ.
  public func isSameProof(as other: Diagnostic) -> Bool {
    kind == other.kind && subjects.contains { other.subjects.contains($0) }
  }
}
