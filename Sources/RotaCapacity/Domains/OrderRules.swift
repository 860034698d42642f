import RotaPlanning

/// A rule between the times of two sessions that share people.
struct OrderRule {
  enum Kind: Hashable {
    /// The second begins when the first has ended or later.
    case precedes
    /// The second begins in the slot after the first's last.
    case adjoins
    /// The second is at least so many calendar days later.
    case days(Int)
    /// They are at most so many calendar days apart.
    case within(Int)
  }
  var first: Int
  var second: Int
  var kind: Kind
}

extension OrderRule {
  /// All order rules of a programme. Rules of whole runs are taken once, not for each class.
  static func all(plan: Plan, programme: Programme) -> [OrderRule] {
    var ofClass = Array(repeating: [Int](), count: programme.classes.count)
    for (index, session) in programme.sessions.enumerated() {
      for id in session.classes { ofClass[id.value].append(index) }
    }
    var builder = Builder(plan: plan, programme: programme)
    for (id, sessions) in ofClass.enumerated() { builder.add(sessions, classID: ClassID(id)) }
    return builder.rules
  }

  private struct Builder {
    let plan: Plan
    let programme: Programme
    var rules: [OrderRule] = []

    init(plan: Plan, programme: Programme) {
      self.plan = plan
      self.programme = programme
    }

    /// Rules among the sessions of one class.
    mutating func add(_ sessions: [Int], classID: ClassID) {
      for one in sessions {
        let session = programme.sessions[one]
        let template = plan.template(of: session)
        let isSpecial =
          template.isFirst || template.isLast || !template.relations.isEmpty
          || template.meetings > 1
        guard isSpecial else { continue }
        for other in sessions where other != one {
          let partner = programme.sessions[other]
          guard partner.rotation == session.rotation, shares(session, partner, in: classID) else {
            continue
          }
          let its = plan.template(of: partner)
          if template.isFirst && !its.isFirst { rule(one, other, .precedes) }
          if template.isLast && !its.isLast { rule(other, one, .precedes) }
          addMeetings(one, session, other, partner, mostPerDay: max(1, template.mostPerDay))
          for relation in template.relations where relation.session == its.name {
            add(relation.kind, one, other, binds: binds(session, template, partner, its))
          }
        }
      }
    }

    private mutating func rule(_ first: Int, _ second: Int, _ kind: Kind) {
      rules.append(OrderRule(first: first, second: second, kind: kind))
    }

    private mutating func addMeetings(
      _ one: Int, _ session: Session, _ other: Int, _ partner: Session, mostPerDay: Int
    ) {
      guard partner.module == session.module, partner.template == session.template,
        partner.identity.audience == session.identity.audience
      else { return }
      let apart = partner.identity.meeting - session.identity.meeting
      if apart == 1 { rule(one, other, .precedes) }
      if apart == mostPerDay { rule(one, other, .days(1)) }
    }

    private mutating func add(
      _ kind: SessionTemplate.Relation.Kind, _ one: Int, _ other: Int, binds: Bool
    ) {
      switch kind {
      case .after: rule(other, one, .precedes)
      case .before: rule(one, other, .precedes)
      case .rightAfter: if binds { rule(other, one, .adjoins) }
      case .sameDay: if binds { rule(other, one, .within(0)) }
      case .notSameDay: break
      case .atLeastDaysAfter(let days): rule(other, one, .days(min(days, 1_000_000)))
      case .withinDays(let days): rule(other, one, .within(min(days, 1_000_000)))
      }
    }

    /// Meetings of sessions that meet equally often are paired.
    private func binds(
      _ session: Session, _ template: SessionTemplate, _ partner: Session, _ its: SessionTemplate
    ) -> Bool {
      template.meetings != its.meetings || session.identity.meeting == partner.identity.meeting
    }

    /// Whether two sessions of a class share people, and this class is the one to take their rule.
    private func shares(_ a: Session, _ b: Session, in id: ClassID) -> Bool {
      let smaller = a.classes.count <= b.classes.count ? a : b
      guard smaller.classes.first == id else { return false }
      guard case .group = a.identity.audience, case .group = b.identity.audience else {
        return true
      }
      return a.atoms.contains { b.atoms.contains($0) }
    }
  }
}
