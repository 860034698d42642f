import RotaArithmetic
import RotaCapacity
import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaTimetabling

/// What follows from declarations: a plan, its programme, and proofs that it cannot be.
public struct Derivation: Sendable {
  public let plan: Plan
  public let programme: Programme
  /// False where names refer to nothing, or values are out of range: then nothing follows.
  public let isSound: Bool
  public let proofs: [Diagnostic]
  /// What stays as it is: then the programme lets nothing else go there.
  public let past: FrozenPast?

  /// How much is looked for.
  public enum Depth: Sendable, Equatable {
    /// Only what keeps runs, classes and dates from adding up.
    case arithmetic
    /// Demand against supply as well.
    case capacity
    /// Complete search of the sessions that a proof is about, and no demand against supply.
    case search(of: [String])
    /// Demand against supply, and where that says nothing, complete search.
    case everything

    /// As far as must be gone to find a proof again.
    public init(for proof: Diagnostic) {
      self =
        ArithmeticMessages.all.contains(proof.kind)
        ? .arithmetic
        : TimetablingMessages.all.contains(proof.kind) ? .search(of: proof.subjects) : .capacity
    }
  }

  public init(
    _ declarations: Declarations, keeping past: FrozenPast? = nil, depth: Depth = .capacity,
    _ cancellation: Cancellation
  ) throws(Cancellation.Requested) {
    var memory = DerivationMemory()
    try self.init(declarations, keeping: past, depth: depth, memory: &memory, cancellation)
  }

  /// The same, where nobody wishes an end before there is a result.
  public init(
    _ declarations: Declarations, keeping past: FrozenPast? = nil, depth: Depth = .capacity
  ) {
    self = Cancellation.never { (cancellation) throws(Cancellation.Requested) in
      try Derivation(declarations, keeping: past, depth: depth, cancellation)
    }
  }

  /// The same, with what is known from plans before this one.
  public init(
    _ declarations: Declarations, keeping past: FrozenPast?, depth: Depth,
    memory: inout DerivationMemory, _ cancellation: Cancellation
  ) throws(Cancellation.Requested) {
    let (plan, diagnostics) = Elaborator.plan(from: declarations)
    if diagnostics.contains(where: { $0.severity == .error }) {
      self.init(plan: plan, programme: Programme(), proofs: [], isSound: false, past: past)
    } else {
      try self.init(plan, keeping: past, depth: depth, memory: &memory, cancellation)
    }
  }

  /// What follows from a plan.
  init(_ plan: Plan, keeping past: FrozenPast? = nil, depth: Depth) {
    self = Cancellation.never { (cancellation) throws(Cancellation.Requested) in
      var memory = DerivationMemory()
      return try Derivation(plan, keeping: past, depth: depth, memory: &memory, cancellation)
    }
  }

  private init(
    _ plan: Plan, keeping past: FrozenPast?, depth: Depth, memory: inout DerivationMemory,
    _ cancellation: Cancellation
  ) throws(Cancellation.Requested) {
    var (programme, findings) = try RotationArithmetic.programme(
      for: plan, memory: &memory.arithmetic, cancellation)
    var rest = programme
    if let past {
      programme = past.applied(to: programme, on: plan.calendar)
      rest = past.rest(of: programme)
    }
    var proofs = findings
    if depth == .capacity || depth == .everything {
      proofs +=
        try CapacityCheck.report(
          plan: plan, programme: rest, memory: &memory.capacity, cancellation
        ).findings
    }
    proofs.removeAll { $0.severity != .impossible }
    if case .search(let subjects) = depth {
      proofs +=
        try CoreProofs.result(
          plan: plan, programme: programme, keeping: past, of: subjects, memory: &memory.cores,
          cancellation
        ).findings
    } else if depth == .everything, proofs.isEmpty {
      proofs +=
        try CoreProofs.result(
          plan: plan, programme: programme, keeping: past, memory: &memory.cores, cancellation
        ).findings
    }
    self.init(plan: plan, programme: programme, proofs: proofs, isSound: true, past: past)
  }

  /// What has been worked out already.
  public init(plan: Plan, programme: Programme, proofs: [Diagnostic]) {
    self.init(plan: plan, programme: programme, proofs: proofs, isSound: true, past: nil)
  }

  private init(
    plan: Plan, programme: Programme, proofs: [Diagnostic], isSound: Bool, past: FrozenPast?
  ) {
    self.plan = plan
    self.programme = programme
    self.proofs = proofs
    self.isSound = isSound
    self.past = past
  }

  /// Whether a proof stands here as well: one of the same kind about some of the same things.
  public func stillProves(_ proof: Diagnostic) -> Bool {
    proofs.contains { $0.isSameProof(as: proof) }
  }

  /// Whether the plan says nothing of the proof asked for, as it lacks what every plan needs, or is too
  /// large to be worked with: nobody is trained, there is no day to do it on, there are too many
  /// classes.
  var saysNothing: Bool {
    let kinds = [
      ArithmeticMessages.noTrainees, ArithmeticMessages.noTeachingDays,
      ArithmeticMessages.planTooLarge,
    ]
    return proofs.contains { kinds.contains($0.kind) }
  }
}

extension Diagnostic {
  /// Whether two proofs, of a plan before and after a change, are one: they are of one kind and have
  /// a subject in common. Numbers may differ.
  public func isSameProof(as other: Diagnostic) -> Bool {
    kind == other.kind && subjects.contains { other.subjects.contains($0) }
  }
}
