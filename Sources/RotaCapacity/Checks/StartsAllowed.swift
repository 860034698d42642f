import RotaDiagnostics
import RotaPlanning

extension Check {
  /// Every session has a start that its own rules, its people, its places and its teachers allow.
  static let startsAllowed = Check { context, _ in
    let contradicting = context.contradicting
    var order: [Key] = []
    var sessions: [Key: [Int]] = [:]
    for (index, obstacle) in context.domains.obstacles.enumerated() {
      guard let obstacle else { continue }
      let key = Key(
        template: TemplateKey(context.programme.sessions[index]), obstacle: Kind(obstacle))
      // Rules that contradict each other are a finding of their own.
      if key.obstacle == .days, contradicting.contains(key.template) { continue }
      if sessions[key] == nil { order.append(key) }
      sessions[key, default: []].append(index)
    }
    return CapacityReport(
      findings: order.compactMap { key in
        guard let all = sessions[key], let first = all.first,
          let obstacle = context.domains.obstacles[first]
        else { return nil }
        return CapacityMessages.noStart(first, of: all.count, obstacle, context)
      })
  }

  private struct Key: Hashable {
    var template: TemplateKey
    var obstacle: Kind
  }

  /// Obstacles of one sort are one finding, whichever class they meet.
  private enum Kind: Hashable {
    case length, agenda, days, phase, periods, windows, excluded, teacher, audience, places, stream

    init(_ obstacle: StartObstacle) {
      switch obstacle {
      case .length: self = .length
      case .agenda: self = .agenda
      case .days: self = .days
      case .phase: self = .phase
      case .periods: self = .periods
      case .windows: self = .windows
      case .excluded: self = .excluded
      case .teacher: self = .teacher
      case .audience: self = .audience
      case .places: self = .places
      case .stream: self = .stream
      }
    }
  }
}

extension Check {
  /// No session has two rules of which none of its times keeps both.
  static let rulesAgree = Check { context, _ in
    CapacityReport(
      findings: context.contradictions.map { CapacityMessages.rulesContradict($0, context) })
  }

  /// Orders, gaps and day rules leave every session a start.
  static let ordersFit = Check { context, _ in
    var seen = context.contradicting
    return CapacityReport(
      findings: context.conflicts.compactMap { conflict in
        let chain = [conflict.session] + conflict.before + conflict.after
        let keys = chain.map { TemplateKey(context.programme.sessions[$0]) }
        // One chain of templates fails alike in every class.
        if keys.contains(where: seen.contains) { return nil }
        seen.formUnion(keys)
        return CapacityMessages.orderTooLong(conflict, context)
      })
  }
}
