import RotaDiagnostics
import RotaPlanning

/// What holds between the sessions of one rotation: each knows the other, and no order goes round
/// in a circle.
extension Elaboration {
  mutating func checkRelations() {
    var rotationsOf: [String: Set<Int>] = [:]
    for (index, rotation) in plan.rotations.enumerated() {
      for module in rotation.modules {
        for session in plan[module].sessions {
          rotationsOf[session.name, default: []].insert(index)
        }
      }
      checkOrder(rotation)
    }
    // A module that no rotation teaches yet is still being written; its relations wait.
    for module in plan.modules {
      for session in module.sessions {
        guard let own = rotationsOf[session.name] else { continue }
        for relation in session.relations
        where own.isDisjoint(with: rotationsOf[relation.session] ?? []) {
          report(
            LanguageMessages.relationNotTaught(session.name, relation.session, at: relation.origin))
        }
      }
    }
  }

  /// Reports one cycle of `after` and its like among the sessions of a rotation.
  private mutating func checkOrder(_ rotation: Rotation) {
    var earlier: [String: [(name: String, origin: SourceRange?)]] = [:]
    var order: [String] = []
    for module in rotation.modules {
      for session in plan[module].sessions {
        order.append(session.name)
        for relation in session.relations {
          switch relation.kind {
          case .after, .rightAfter:
            earlier[session.name, default: []].append((relation.session, relation.origin))
          case .atLeastDaysAfter(let days) where days > 0:
            earlier[session.name, default: []].append((relation.session, relation.origin))
          case .before:
            earlier[relation.session, default: []].append((session.name, relation.origin))
          case .sameDay, .notSameDay, .withinDays, .atLeastDaysAfter: break
          }
        }
      }
    }
    guard let cycle = Self.cycle(in: earlier, from: order) else { return }
    report(LanguageMessages.orderCycle(cycle.map(\.name), cycle.map(\.origin)))
  }

  /// The first cycle found walking from each name in turn; each step comes before the one ahead of
  /// it. The walk keeps its own stack, so that long chains cost none of the program's.
  private static func cycle(
    in earlier: [String: [(name: String, origin: SourceRange?)]], from names: [String]
  ) -> [(name: String, origin: SourceRange?)]? {
    var isDone: Set<String> = []
    for root in names where !isDone.contains(root) {
      var path: [(name: String, origin: SourceRange?, next: Int)] = [(root, nil, 0)]
      var onPath: Set<String> = [root]
      while let last = path.last {
        let steps = earlier[last.name] ?? []
        guard last.next < steps.count else {
          isDone.insert(last.name)
          onPath.remove(last.name)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let step = steps[last.next]
        if onPath.contains(step.name) {
          guard let start = path.firstIndex(where: { $0.name == step.name }) else { return nil }
          // With each name goes the clause by which the next one comes before it.
          let round = path[start...]
          let origins = round.dropFirst().map(\.origin) + [step.origin]
          return zip(round, origins).map { ($0.name, $1) }
        }
        if !isDone.contains(step.name) {
          path.append((step.name, step.origin, 0))
          onPath.insert(step.name)
        }
      }
    }
    return nil
  }
}
