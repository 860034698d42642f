import RotaDiagnostics
import RotaLanguage

/// Repairs by two changes of different sorts, as more seats and one more teacher.
///
/// One change ends the proof as it was explained, in a plan without all that it does not rest on. In
/// the whole plan something else stands then: the same proof for another reason, or one that the first
/// has hidden. A change that ends that as well makes a pair.
extension RepairSearch {
  /// First changes that are followed up, and second ones for each: what can be waited for.
  private var mostFirst: Int { whole.programme.sessions.count > 2_000 ? 1 : 4 }
  private static let mostSecond = 8
  /// Plans that may be derived to explain what is left, a plan of so many sessions counting as one.
  private static let sessionsExplained = 400_000

  func pairs() -> [Repair] {
    let proposals = Proposals(
      explanation, state.declarations, whole, parts: explanation.parts
    ).all.enumerated().sorted {
      ($0.element.sort.rawValue, $0.offset) < ($1.element.sort.rawValue, $1.offset)
    }.map(\.element)
    var found: [Repair] = []
    var followed = 0
    for proposal in proposals where followed < mostFirst && !cancellation.isRequested {
      guard let number = numberThatEnds(proposal) else { continue }
      let statement = proposal.statement(number)
      guard let second = search(after: statement) else { continue }
      followed += 1
      for repair in second.singles(trying: Self.mostSecond) {
        let both = "\(statement); \(repair.statement)"
        let change = "\(proposal.change(number)), \(repair.change)"
        let isKnown = found.contains {
          Set($0.statement.split(separator: "; ")) == Set(both.split(separator: "; "))
        }
        guard !isKnown, let pair = verified(both, change, isPair: true) else { continue }
        found.append(pair)
      }
    }
    return found.filter(\.isSolved) + found.filter { !$0.isSolved }
  }

  /// The least of a change that ends the proof as it was explained.
  private func numberThatEnds(_ proposal: Proposal) -> Int? {
    var reduced = state
    reduced.declarations = state.declarations.applying(explanation.leftOut)
    let depth = Derivation.Depth(for: explanation.proof)
    return number(of: proposal) { number, _ in
      guard let changed = Trial.run(proposal.statement(number), on: reduced) else { return false }
      let derivation = try? Derivation(
        changed.declarations, keeping: whole.past, depth: depth, cancellation)
      return derivation.map { $0.isSound && !$0.stillProves(explanation.proof) } ?? false
    }
  }

  /// A search for what mends the plan after a first change; nil where nothing new stands against it,
  /// or it would take too long to say what does.
  private func search(after statement: String) -> RepairSearch? {
    guard let changed = Trial.run(statement, on: state) else { return nil }
    let derivation = try? Derivation(
      changed.declarations, keeping: whole.past, depth: .everything, cancellation)
    let known = whole.proofs.filter { !$0.isSameProof(as: explanation.proof) }
    guard let derivation, derivation.isSound,
      let left = derivation.proofs.first(where: { proof in
        !known.contains { $0.isSameProof(as: proof) }
      })
    else { return nil }
    let plans = max(40, min(400, Self.sessionsExplained / max(1, whole.programme.sessions.count)))
    let rest = Explanation(
      of: left, in: changed.declarations, derivation, looks: plans, cancellation)
    guard rest.isComplete else { return nil }
    return RepairSearch(rest, state: changed, derivation, cancellation)
  }
}
