import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaTimetabling

/// Finds the smallest changes that each end a proof and bring no new one.
public struct RepairSearch {
  /// The most repairs that are listed.
  public static let most = 8
  /// Those that come to the same change, as more seats in any one of twelve rooms does, are enough then.
  private static let mostAlike = 3

  let state: LanguageState
  let whole: Derivation
  let explanation: Explanation
  let cancellation: Cancellation
  private let proof: Diagnostic
  /// A smaller plan that has the same proof: without the rotations that it is not about.
  private let scope: LanguageState
  private let scopeProofs: [Diagnostic]
  private let depth: Derivation.Depth
  private let proposals: [Proposal]
  /// All that the proof rests on and nothing else, where the plan is so large that to work it out for
  /// every number tried would take too long: a change that does not do there does not do at all.
  private let essence: LanguageState?
  /// Classes and sessions from which a plan is that large, and the changes tried in it.
  private static let large = 30_000
  private static let mostInLarge = 8
  /// Most of a plan stays as it is from one number tried to the next.
  private let memory: SharedMemory
  private let scopeMemory = SharedMemory(DerivationMemory())

  /// - Parameters:
  ///   - whole: what follows from the declarations of the state.
  ///   - memory: what is known of that plan and those before it.
  public init(
    _ explanation: Explanation, state: LanguageState, _ whole: Derivation,
    memory: DerivationMemory = DerivationMemory(), _ cancellation: Cancellation
  ) {
    self.state = state
    self.whole = whole
    self.explanation = explanation
    self.cancellation = cancellation
    self.memory = SharedMemory(memory)
    proof = explanation.proof
    depth = Derivation.Depth(for: proof)
    (scope, scopeProofs) = Self.scope(explanation, state, whole, cancellation)
    let all = Proposals(explanation, state.declarations, whole).all
    if whole.programme.classes.count + whole.programme.sessions.count < Self.large {
      proposals = all
      essence = nil
    } else {
      proposals = Array(all.prefix(Self.mostInLarge))
      var smaller = state
      smaller.declarations = state.declarations.applying(explanation.leftOut)
      essence = smaller
    }
  }

  /// The repairs found, the first to try first. Where no single change mends, two together. Where the
  /// search is cancelled, those found until then.
  ///
  /// - Parameter progress: told now and then how many changes have been tried, and of how many.
  public func repairs(
    progress: (_ tried: Int, _ all: Int) -> Void = { _, _ in }
  ) -> [Repair] {
    let single = singles(progress: progress)
    return Array(unlike(single.isEmpty ? pairs() : single).prefix(Self.most))
  }

  /// Without those of which enough come to the same change, where there are others to list.
  private func unlike(_ repairs: [Repair]) -> [Repair] {
    guard repairs.count > Self.most else { return repairs }
    var count: [String: Int] = [:]
    return repairs.filter { repair in
      count[repair.change, default: 0] += 1
      return count[repair.change, default: 0] <= Self.mostAlike
    }
  }

  /// Repairs by one change each, of some proposals at most.
  func singles(
    trying most: Int = Int.max, progress: (_ tried: Int, _ all: Int) -> Void = { _, _ in }
  ) -> [Repair] {
    var found: [(rank: Int, size: Double, repair: Repair)] = []
    var known: Set<String> = []
    var ended: Set<String> = []
    for (tried, proposal) in proposals.prefix(most).enumerated() {
      if cancellation.isRequested { break }
      progress(tried, proposals.count)
      if let series = proposal.series, ended.contains(series) { continue }
      guard let number = number(of: proposal) else { continue }
      let statement = proposal.statement(number)
      guard known.insert(statement).inserted,
        let repair = verified(statement, proposal.change(number))
      else { continue }
      if let series = proposal.series { ended.insert(series) }
      // What is sure to do comes before what may.
      let rank = proposal.sort.rawValue + (repair.isSolved ? 0 : 100)
      found.append((rank, proposal.size(number), repair))
    }
    let order = found.enumerated().sorted { a, b in
      (a.element.rank, a.element.size, a.offset) < (b.element.rank, b.element.size, b.offset)
    }
    let repairs = order.map(\.element.repair)
    return repairs.filter { !isNeedless($0, beside: repairs) }
  }

  /// Statements as a repair, where they end the proof and bring no new one; nil elsewhere.
  func verified(_ statement: String, _ change: String, isPair: Bool = false) -> Repair? {
    guard let derivation = mended(statement) else { return nil }
    let isSolved =
      ShortSearch.timetable(
        plan: derivation.plan, programme: derivation.programme,
        from: derivation.past?.timetable ?? Timetable(),
        isCancelled: { [cancellation] in cancellation.isRequested }) != nil
    // That no search finds it impossible any more says little: one may have been cut short.
    if case .search = depth, !isSolved { return nil }
    return Repair(statement: statement, change: change, isSolved: isSolved, isPair: isPair)
  }

  /// Whether one of a repair's statements would do alone.
  private func isNeedless(_ repair: Repair, beside others: [Repair]) -> Bool {
    let statements = repair.statement.split(separator: "; ").map(String.init)
    return statements.count > 1 && others.contains { statements.contains($0.statement) }
  }

  /// The plan without rotations that have nothing to do with the proof, where it then says the same.
  private static func scope(
    _ explanation: Explanation, _ state: LanguageState, _ whole: Derivation,
    _ cancellation: Cancellation
  ) -> (LanguageState, [Diagnostic]) {
    guard whole.plan.rotations.count > 1 else { return (state, whole.proofs) }
    var smaller = state
    smaller.declarations = state.declarations.applying(explanation.unrelated)
    let reduced = try? Derivation(smaller.declarations, keeping: whole.past, cancellation)
    let proofs = reduced?.proofs ?? []
    let isSame = proofs.contains { $0.isSameProof(as: explanation.proof) }
    return isSame ? (smaller, proofs) : (state, whole.proofs)
  }

  // MARK: Numbers

  private func number(of proposal: Proposal) -> Int? {
    var proposal = proposal
    if let essence {
      let near = number(of: proposal) { number, _ in
        endsProof(proposal.statement(number), in: essence)
      }
      guard let near else { return nil }
      proposal.numbers = proposal.numbers.from(near)
    }
    return number(of: proposal) { [proposal] number, isFamily in
      let statement = proposal.statement(number)
      return mends(statement) && (isFamily || mended(statement) != nil)
    }
  }

  /// Whether the proof is gone from a plan with some statements, whatever else is.
  private func endsProof(_ statement: String, in smaller: LanguageState) -> Bool {
    guard let changed = Trial.run(statement, on: smaller) else { return false }
    let derivation = try? Derivation(
      changed.declarations, keeping: whole.past, depth: depth, cancellation)
    return derivation.map { $0.isSound && !$0.stillProves(proof) } ?? false
  }

  /// The first number that does; whether it is one of a family, in which larger changes do what
  /// smaller ones do, is told along with it.
  func number(of proposal: Proposal, where does: (Int, _ isFamily: Bool) -> Bool) -> Int? {
    switch proposal.numbers {
    case .inTurn(let numbers): numbers.first { !cancellation.isRequested && does($0, false) }
    case .least(let range):
      boundary(range.lowerBound, range.upperBound) {
        !cancellation.isRequested && does($0, true)
      }
    case .greatest(let range):
      boundary(range.upperBound, range.lowerBound) {
        !cancellation.isRequested && does($0, true)
      }
    }
  }

  /// The number nearest to the first that mends, found by steps that double and then by halves.
  private func boundary(_ near: Int, _ far: Int, _ mends: (Int) -> Bool) -> Int? {
    let sign = far >= near ? 1 : -1
    let reach = abs(far - near)
    var bad = -1
    var good = 0
    while !mends(near + sign * good) {
      if good == reach || cancellation.isRequested { return nil }
      bad = good
      good = min(reach, max(1, good * 4))
    }
    while good - bad > 1 {
      let middle = (good + bad) / 2
      if mends(near + sign * middle) { good = middle } else { bad = middle }
    }
    // A search that was cut short has not come to the nearest.
    return cancellation.isRequested ? nil : near + sign * good
  }

  /// Whether statements end the proof in the smaller plan, and bring no new one there that is as
  /// quick to see.
  private func mends(_ statement: String) -> Bool {
    guard let changed = Trial.run(statement, on: scope) else { return false }
    let derivation = try? Derivation(
      changed.declarations, keeping: whole.past, depth: depth, memory: &scopeMemory.memory,
      cancellation)
    return derivation.map { isMended($0, proofs: scopeProofs) } ?? false
  }

  /// What follows from the whole plan with some statements, where the proof is gone and no other has
  /// come.
  private func mended(_ statement: String) -> Derivation? {
    guard let changed = Trial.run(statement, on: state) else { return nil }
    let derivation = try? Derivation(
      changed.declarations, keeping: whole.past, depth: .everything, memory: &memory.memory,
      cancellation)
    guard let derivation, isMended(derivation, proofs: whole.proofs) else { return nil }
    return derivation
  }

  private func isMended(_ derivation: Derivation, proofs: [Diagnostic]) -> Bool {
    derivation.isSound && !derivation.stillProves(proof)
      && derivation.proofs.allSatisfy { left in proofs.contains { $0.isSameProof(as: left) } }
  }
}
