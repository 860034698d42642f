import RotaPlanning

extension HardRule {
  /// Relations between sessions that share people: order, same day, days apart.
  static let relations = HardRule(.order, .sameDay) { recount in
    recount.held.indices.flatMap { position -> [Violation] in
      let one = recount.held[position]
      guard !one.template.relations.isEmpty, let time = one.time else { return [] }
      let companions = recount.companions(of: position)
      return one.template.relations.flatMap { relation in
        companions.compactMap { other -> Violation? in
          let partner = recount.held[other]
          guard partner.template.name == relation.session, let its = partner.time,
            binds(relation.kind, one, partner), !holds(relation.kind, time, its)
          else { return nil }
          return violation(
            relation, sessions: recount.identities([position, other]),
            daysApart: time.day.number - its.day.number)
        }
      }
    }
  }

  /// `rightAfter` and `sameDay` pair the meetings of sessions that meet equally often.
  private static func binds(
    _ kind: SessionTemplate.Relation.Kind, _ one: Held, _ other: Held
  ) -> Bool {
    switch kind {
    case .rightAfter, .sameDay:
      one.template.meetings != other.template.meetings
        || one.identity.meeting == other.identity.meeting
    case .after, .before, .notSameDay, .atLeastDaysAfter, .withinDays: true
    }
  }

  private static func holds(
    _ kind: SessionTemplate.Relation.Kind, _ mine: Held.Time, _ its: Held.Time
  ) -> Bool {
    let days = mine.day.number - its.day.number
    return switch kind {
    case .after: mine.start >= its.end
    case .before: mine.end <= its.start
    case .rightAfter: days == 0 && mine.slots.lowerBound == its.slots.upperBound
    case .sameDay: days == 0
    case .notSameDay: days != 0
    case .atLeastDaysAfter(let least): days >= least
    case .withinDays(let most): abs(days) <= most
    }
  }

  private static func violation(
    _ relation: SessionTemplate.Relation, sessions: [SessionIdentity], daysApart: Int
  ) -> Violation {
    let name = relation.session
    return switch relation.kind {
    case .after: Violation(.order, sessions: sessions, subject: "after \(name)")
    case .before: Violation(.order, sessions: sessions, subject: "before \(name)")
    case .rightAfter: Violation(.order, sessions: sessions, subject: "right after \(name)")
    case .sameDay: Violation(.sameDay, sessions: sessions, subject: "same day as \(name)")
    case .notSameDay: Violation(.sameDay, sessions: sessions, subject: "not same day as \(name)")
    case .atLeastDaysAfter(let least):
      Violation(
        .order, sessions: sessions, subject: "at least \(least) days after \(name)",
        needed: least, available: daysApart)
    case .withinDays(let most):
      Violation(
        .order, sessions: sessions, subject: "within \(most) days of \(name)",
        needed: abs(daysApart), available: most)
    }
  }
}
