import RotaArithmetic
import RotaCapacity
import RotaDiagnostics
import RotaExplanation
import RotaLanguage
import RotaPlanning
import RotaTimetabling

/// The plan that declarations make, and what is wrong with them.
struct ElaboratedPlan: Sendable {
  var plan: Plan
  var errors: [Diagnostic]

  init(_ declarations: Declarations) {
    let elaborated = Elaborator.plan(from: declarations)
    plan = elaborated.plan
    errors = elaborated.diagnostics.filter { $0.severity == .error }
  }
}

/// What is known of plans before the present one.
struct WorkspaceMemory: Sendable {
  var derivation = DerivationMemory()
  /// Of plans in which what lies before a day stays.
  var past = DerivationMemory()
  /// The last timetable of all sessions that was found in passing.
  var witness: Timetable?
  fileprivate var positions = Memory<Whole, Identities, [SessionIdentity: SessionID]>()
}

private enum Whole { case programme }

/// Who the sessions of a programme are, whatever else is true of them.
private struct Identities: Equatable, Sendable {
  let sessions: [Session]

  static func == (a: Self, b: Self) -> Bool {
    a.sessions == b.sessions
      || a.sessions.count == b.sessions.count
        && a.sessions.indices.allSatisfy { a.sessions[$0].identity == b.sessions[$0].identity }
  }
}

/// What follows from the declarations; worked out once for each revision of them.
struct Derived: Sendable {
  var plan: Plan
  var errors: [Diagnostic]
  /// False where an end was wished before all was worked out: then nothing but the plan is known.
  private(set) var isKnown = true
  var programme: Programme
  var arithmetic: [Diagnostic]
  var capacity: CapacityReport
  /// What complete search of small parts came to: of nothing where there are proofs already, and
  /// for a large plan until somebody asks.
  var search = CoreProofs.Result()
  /// Whether that was with all the effort it deserves, or only with as much as a prompt can wait for.
  var isSearchedThoroughly = false
  /// Position in the programme of each session.
  var positions: [SessionIdentity: SessionID]
  /// Templates by session name, for references.
  var templates: [String: [TemplatePlace]]

  struct TemplatePlace: Sendable, Equatable {
    var rotation: RotationID
    var module: ModuleID
    var template: Int
  }

  /// What is proved impossible.
  var proofs: [Diagnostic] {
    (arithmetic + capacity.findings + search.findings).filter {
      $0.severity == .impossible
    }
  }

  /// Whether the plan comes to more sessions than a programme may have, so that it has none of them.
  var isCutShort: Bool { arithmetic.contains { $0.kind == ArithmeticMessages.planTooLarge } }

  /// The plan alone, of which nothing follows: it has errors, or there was no time to see what does.
  init(only elaborated: ElaboratedPlan) {
    plan = elaborated.plan
    errors = elaborated.errors
    isKnown = !errors.isEmpty
    programme = Programme()
    arithmetic = []
    capacity = CapacityReport(rows: [], findings: [])
    positions = [:]
    templates = [:]
  }

  init(
    _ elaborated: ElaboratedPlan, memory: inout WorkspaceMemory, _ cancellation: Cancellation
  ) throws(Cancellation.Requested) {
    self.init(only: elaborated)
    guard errors.isEmpty else { return }
    let worked = try RotationArithmetic.programme(
      for: plan, memory: &memory.derivation.arithmetic, cancellation)
    programme = worked.programme
    arithmetic = worked.findings
    capacity = try CapacityCheck.report(
      plan: plan, programme: programme, memory: &memory.derivation.capacity, cancellation)
    let sessions = programme.sessions
    positions = try memory.positions.answer(
      to: Identities(sessions: sessions), about: .programme
    ) { () throws(Cancellation.Requested) in
      var positions: [SessionIdentity: SessionID] = [:]
      positions.reserveCapacity(sessions.count)
      for index in sessions.indices {
        try cancellation.check()
        positions[sessions[index].identity] = SessionID(index)
      }
      return positions
    }
    for (rotationIndex, rotation) in plan.rotations.enumerated() {
      for module in rotation.modules {
        for (index, template) in plan[module].sessions.enumerated() {
          let place = TemplatePlace(
            rotation: RotationID(rotationIndex), module: module, template: index)
          templates[template.name, default: []].append(place)
          templates["\(plan[module].name).\(template.name)", default: []].append(place)
        }
      }
    }
    if programme.sessions.count <= ShortSearch.mostSessions, proofs.isEmpty {
      search = try CoreProofs.result(
        plan: plan, programme: programme, effort: CoreProofs.effortInPassing,
        memory: &memory.derivation.cores, cancellation)
    }
    isKnown = true
  }

  /// Searches small parts thoroughly, unless that was done or something is proved anyway.
  mutating func searchParts(
    memory: inout WorkspaceMemory, _ cancellation: Cancellation
  ) throws(Cancellation.Requested) {
    if isSearchedThoroughly { return }
    if proofs.isEmpty {
      search = try CoreProofs.result(
        plan: plan, programme: programme, memory: &memory.derivation.cores, cancellation)
    }
    isSearchedThoroughly = true
  }
}
