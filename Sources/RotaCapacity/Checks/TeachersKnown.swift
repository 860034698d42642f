import NetworkFlow
import RotaDiagnostics
import RotaPlanning

extension Check {
  /// Every need for a teacher can be met, each by another person.
  static let teachersKnown = Check { context, _ in
    var findings: [Diagnostic] = []
    for (template, index) in zip(context.templates.all, context.templates.firstSession) {
      let needs = template.teachers
      if needs.contains(where: \.candidates.isEmpty) {
        findings.append(CapacityMessages.nobodyTeaches(index, context))
      } else if needs.count > 1 {
        let met = mostMet(needs)
        if met < needs.count {
          findings.append(CapacityMessages.tooFewTeach(index, met: met, context))
        }
      }
    }
    return CapacityReport(findings: findings)
  }

  /// How many needs different people can meet at once.
  private static func mostMet(_ needs: [SessionTemplate.TeacherNeed]) -> Int {
    let people = Set(needs.flatMap(\.candidates)).sorted()
    let position = Dictionary(
      people.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let sink = 1 + needs.count + people.count
    var network = MaximumFlow(nodes: sink + 1)
    for (index, need) in needs.enumerated() {
      _ = network.connect(0, 1 + index, capacity: 1)
      for teacher in need.candidates {
        _ = network.connect(
          1 + index, 1 + needs.count + (position[teacher] ?? 0), capacity: 1)
      }
    }
    for index in people.indices {
      _ = network.connect(1 + needs.count + index, sink, capacity: 1)
    }
    return network.augment(from: 0, to: sink)
  }
}
