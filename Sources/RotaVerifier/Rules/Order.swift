import RotaPlanning

extension HardRule {
  /// What comes first begins before everything else of its people ends, what comes last after.
  static let firstAndLast = HardRule(.order) { recount in
    recount.held.indices.flatMap { position -> [Violation] in
      let one = recount.held[position]
      guard one.template.isFirst || one.template.isLast, let time = one.time else { return [] }
      return recount.companions(of: position).flatMap { other -> [Violation] in
        let template = recount.held[other].template
        guard let its = recount.held[other].time, one.template.phase.isPart(of: template.phase)
        else { return [] }
        var clauses: [String] = []
        if one.template.isFirst && !template.isFirst && its.start < time.end {
          clauses.append("first")
        }
        if one.template.isLast && !template.isLast && its.end > time.start {
          clauses.append("last")
        }
        return clauses.map {
          Violation(.order, sessions: recount.identities([position, other]), subject: $0)
        }
      }
    }
  }

  /// Meetings of one template and audience follow each other in order.
  static let meetings = HardRule(.order) { recount in
    recount.meetingSeries.flatMap { series in
      zip(series, series.dropFirst()).compactMap { earlier, later -> Violation? in
        guard let first = recount.held[earlier].time, let second = recount.held[later].time,
          second.start < first.end
        else { return nil }
        return Violation(
          .order, sessions: recount.identities([earlier, later]),
          subject: recount.held[earlier].template.name)
      }
    }
  }
}

extension Recount {
  /// Sessions with a time that share people with one, by start: of the same rotation, or joint.
  func companions(of position: Int) -> [Int] {
    var seen: Set<Int> = [position]
    var companions: [Int] = []
    for atom in held[position].session.atoms where ofAtom.indices.contains(atom.value) {
      for other in ofAtom[atom.value] where seen.insert(other).inserted {
        companions.append(other)
      }
    }
    return companions.sorted(by: isEarlier)
  }

  /// Sessions with a time that are meetings of one template and audience, by number; series of one
  /// meeting are left out.
  var meetingSeries: [[Int]] {
    var series: [SessionIdentity: [Int]] = [:]
    var order: [SessionIdentity] = []
    for (position, one) in held.enumerated() where one.template.meetings > 1 && one.time != nil {
      let key = one.identity.ofAnyMeeting
      if series[key] == nil { order.append(key) }
      series[key, default: []].append(position)
    }
    return order.map { key in
      (series[key] ?? []).sorted { held[$0].identity.meeting < held[$1].identity.meeting }
    }
  }
}
