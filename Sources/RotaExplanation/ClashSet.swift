import RotaDiagnostics
import RotaLanguage
import RotaPlanning

/// A smallest set of parts on which a proof rests: without any one of them it cannot be given, with
/// all of them and what every plan needs it can.
///
/// Found by leaving out as much as can be left out while the proof stands (a deletion filter), many
/// parts at a time as long as none of them matters. What the proof itself cites is tried last, so that
/// of several such sets the one is found that tells most.
struct ClashSet {
  /// In the order of the declarations.
  private(set) var parts: [DeclarationPart] = []

  typealias Edits = TakingBack.Edits

  private let proof: Diagnostic
  private let declarations: Declarations
  private let takingBack: TakingBack
  private let depth: Derivation.Depth
  private let past: FrozenPast?
  private let cancellation: Cancellation
  /// How many parts may still be looked at.
  private var looks: Int
  /// What is left out: what the proof does not rest on.
  private(set) var edits: Edits = [:]
  /// Whether every part was tried. Where the search was stopped, `parts` holds only those that are known
  /// to belong to the set; others may.
  private(set) var isComplete = true
  private var needed: [DeclarationPart] = []

  init(
    of proof: Diagnostic, in declarations: Declarations, _ whole: Derivation,
    looks: Int = .max, _ cancellation: Cancellation
  ) {
    self.proof = proof
    self.declarations = declarations
    self.looks = looks
    self.cancellation = cancellation
    takingBack = TakingBack(declarations, whole, for: proof)
    depth = Derivation.Depth(for: proof)
    past = whole.past
    let parts = declarations.parts
    // First whatever has nothing to do with it, the largest things first: what refers to others
    // goes before them.
    var wholes: [String: [DeclarationPart]] = [:]
    for part in parts where part.clause == nil {
      let word = declarations.declaration(of: part)?.entry.word ?? ""
      wholes[part.child == nil ? word : "child", default: []].append(part)
    }
    for word in ["rotation", "module", "child", "unit", "travel", "resource", "buses", "beds"] {
      leaveOut(uncitedFirst(wholes[word] ?? []))
    }
    let criticalWholes = needed
    needed = []
    leaveOut(uncitedFirst(parts.filter { $0.clause != nil && isLeft($0) }))
    let spoken = Set(needed.map(\.whole))
    // Of what was not looked at in full, clauses may speak that are not known yet.
    let isComplete = isComplete
    self.parts =
      (needed
      + criticalWholes.filter {
        speaksForItself($0, besideClauses: spoken.contains($0) || !isComplete)
      }).sorted()
    tighten()
    edits = takingBack.together(edits)
  }

  /// Whether what a clause stands in has not been left out.
  private func isLeft(_ part: DeclarationPart) -> Bool {
    for whole in [part.whole, DeclarationPart(item: part.item)] {
      if case .remove? = edits[whole] { return false }
    }
    return true
  }

  /// Whether a declaration can stand in the set as a whole. Where one of its clauses does, that is
  /// what it says, unless it says a number besides. Modules and rotations cannot: their
  /// sessions, runs and clauses do.
  private func speaksForItself(_ part: DeclarationPart, besideClauses: Bool) -> Bool {
    let word = declarations.declaration(of: part)?.entry.word ?? ""
    // A number stands after the name of these.
    if besideClauses { return ["unit", "buses", "beds", "resource"].contains(word) }
    return word != "module" && word != "rotation"
  }

  private func uncitedFirst(_ parts: [DeclarationPart]) -> [DeclarationPart] {
    let cited = Set(([proof.range] + proof.notes.map(\.range)).compactMap { $0 })
    func isCited(_ part: DeclarationPart) -> Bool {
      declarations.range(of: part).map { cited.contains($0) } ?? false
    }
    return parts.filter { !isCited($0) } + parts.filter { isCited($0) }
  }

  /// Leaves out what can be left out of some parts, halving them where it is not all.
  private mutating func leaveOut(_ parts: [DeclarationPart]) {
    // What has no way to be taken back stays, and is no part of the set.
    let ways = parts.map { ($0, takingBack.ways($0)) }.filter { !$0.1.isEmpty }
    // Where any of several ways may end the proof, each part is looked at by itself.
    leaveOut(together: ways.filter { $0.0.clause == nil || $0.1.count == 1 })
    for several in ways where several.0.clause != nil && several.1.count > 1 {
      leaveOut(together: [several])
    }
  }

  private mutating func leaveOut(together parts: [(part: DeclarationPart, ways: [Edits])]) {
    guard let first = parts.first, !isStopped() else { return }
    if parts.count == 1 {
      switch outcome(of: first.part, first.ways) {
      case .stands(let edits): self.edits = edits
      case .ends: needed.append(first.part)
      case .meaningless: break
      }
      return
    }
    let all = parts.reduce(into: edits) { $0.merge($1.ways[0]) { _, new in new } }
    if proves(all) == true {
      edits = all
      return
    }
    leaveOut(together: Array(parts[..<(parts.count / 2)]))
    leaveOut(together: Array(parts[(parts.count / 2)...]))
  }

  /// Whether to stop before another look, which leaves the set incomplete.
  mutating func isStopped() -> Bool {
    looks -= 1
    if looks < 0 || cancellation.isRequested { isComplete = false }
    return !isComplete
  }

  private enum Outcome {
    case stands(Edits)
    case ends
    /// No way of taking it back leaves a plan.
    case meaningless
  }

  /// What comes of taking a part back: for a clause the proof must stand whichever way that is done,
  /// for a declaration the first way that leaves a plan counts.
  private mutating func outcome(of part: DeclarationPart, _ ways: [Edits]) -> Outcome {
    var standing: Edits?
    for way in ways {
      let all = edits.merging(way) { _, new in new }
      switch proves(all) {
      case true?:
        if part.clause == nil { return .stands(all) }
        standing = standing ?? all
      case false?: return .ends
      case nil: break
      }
    }
    return standing.map { .stands($0) } ?? .meaningless
  }

  /// Whether the proof stands in the plan with these edits; nil where that is no plan, and where an end
  /// was wished before it was known.
  private mutating func proves(_ edits: Edits) -> Bool? {
    let changed = declarations.applying(takingBack.together(edits))
    guard
      let derivation = try? Derivation(changed, keeping: past, depth: depth, cancellation)
    else {
      isComplete = false
      return nil
    }
    guard derivation.isSound else { return nil }
    if derivation.stillProves(proof) { return true }
    return derivation.saysNothing ? nil : false
  }

  /// Taking a part back can make a plan harder, so that what mattered once need not matter in the
  /// end: each part is tried again until all do.
  private mutating func tighten() {
    var changed = true
    while changed {
      changed = false
      for part in parts {
        if isStopped() { return }
        if case .stands(let edits) = outcome(of: part, takingBack.ways(part)) {
          self.edits = edits
          parts.removeAll { $0 == part }
          changed = true
        }
      }
    }
  }

  /// Whether the proof stands on the rest of the set.
  mutating func standsWithout(_ part: DeclarationPart) -> Bool {
    if case .ends = outcome(of: part, takingBack.ways(part)) { return false }
    return true
  }

  /// Whether the whole plan, with all else that was said, is free of the proof once a part is taken
  /// back.
  mutating func decides(_ part: DeclarationPart) -> Bool {
    for way in takingBack.ways(part) {
      let changed = declarations.applying(way)
      guard let derivation = try? Derivation(changed, keeping: past, depth: depth, cancellation)
      else {
        isComplete = false
        return false
      }
      if derivation.isSound && !derivation.saysNothing && !derivation.stillProves(proof) {
        return true
      }
    }
    return false
  }
}
