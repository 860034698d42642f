import RotaPlanning

/// A rule between the times of two sessions that share people, by their numbers in a strand.
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
  /// All order rules of a strand. Rules of whole runs are taken once, not for each class.
  static func all(
    in strand: Strand, _ context: StrandContext
  ) throws(Cancellation.Requested) -> [OrderRule] {
    var ofClass = Array(repeating: [Int](), count: strand.classes.count)
    for (number, index) in strand.sessions.enumerated() {
      for id in context.programme.sessions[index].classes {
        ofClass[context.number(of: id)].append(number)
      }
    }
    var builder = Builder(strand, context)
    for (number, sessions) in ofClass.enumerated() {
      try context.cancellation.check()
      builder.add(sessions, classID: strand.classes[number].value)
    }
    return builder.rules
  }

  /// What rules need to know of the templates, worked out once for all strands.
  struct Rulebook: Sendable {
    fileprivate let briefs: [Brief]

    init(_ templates: TemplateTable) {
      var names: [String: Int] = [:]
      for template in templates.all where names[template.name] == nil {
        names[template.name] = names.count
      }
      briefs = templates.all.map { template in
        Brief(
          isFirst: template.isFirst, isLast: template.isLast, phase: template.phase,
          meetings: template.meetings,
          mostPerDay: max(1, template.mostPerDay), name: names[template.name] ?? -1,
          relations: template.relations.compactMap { relation in
            names[relation.session].map { (relation.kind, $0) }
          })
      }
    }
  }

  /// What rules need to know of a template.
  fileprivate struct Brief: Sendable {
    var isFirst: Bool
    var isLast: Bool
    var phase: SessionTemplate.Phase
    var meetings: Int
    var mostPerDay: Int
    /// The number of its name; templates of one name share it.
    var name: Int
    var relations: [(kind: SessionTemplate.Relation.Kind, name: Int)]
    var isSpecial: Bool {
      isFirst || isLast || meetings > 1 || !relations.isEmpty
    }
  }

  /// What rules need to know of a session.
  private struct Attendance {
    /// Position in the programme.
    var index: Int
    var template: Int
    var firstClass: Int
    var classes: Int
    var isGroup: Bool
    var meeting: Int
  }

  private struct Builder {
    let programme: Programme
    let rulebook: Rulebook
    let attendances: [Attendance]
    var rules: [OrderRule] = []
    private var briefs: [Brief] { rulebook.briefs }

    init(_ strand: Strand, _ context: StrandContext) {
      programme = context.programme
      rulebook = context.rulebook
      let templates = context.templates
      attendances = strand.sessions.map { index in
        let session = context.programme.sessions[index]
        var isGroup = false
        if case .group = session.identity.audience { isGroup = true }
        return Attendance(
          index: index, template: templates.ofSession[index],
          firstClass: session.classes.first?.value ?? -1, classes: session.classes.count,
          isGroup: isGroup, meeting: session.identity.meeting)
      }
    }

    /// Rules among the sessions of one class.
    mutating func add(_ sessions: [Int], classID: Int) {
      for one in sessions where briefs[attendances[one].template].isSpecial {
        let mine = attendances[one]
        for other in sessions where other != one {
          let its = attendances[other]
          guard shares(mine, its, in: classID) else { continue }
          add(one, mine, other, its)
        }
      }
    }

    private mutating func add(_ one: Int, _ mine: Attendance, _ other: Int, _ its: Attendance) {
      let isOfOnePart = briefs[mine.template].phase.isPart(of: briefs[its.template].phase)
      let isFirst = isOfOnePart && briefs[mine.template].isFirst
      let isLast = isOfOnePart && briefs[mine.template].isLast
      if isFirst && !briefs[its.template].isFirst { rule(one, other, .precedes) }
      if isLast && !briefs[its.template].isLast { rule(other, one, .precedes) }
      if mine.template == its.template { addMeetings(one, mine, other, its) }
      for index in briefs[mine.template].relations.indices {
        let relation = briefs[mine.template].relations[index]
        guard relation.name == briefs[its.template].name else { continue }
        // Meetings of sessions that meet equally often are paired.
        let binds =
          briefs[mine.template].meetings != briefs[its.template].meetings
          || mine.meeting == its.meeting
        add(relation.kind, one, other, binds: binds)
      }
    }

    private mutating func rule(_ first: Int, _ second: Int, _ kind: Kind) {
      rules.append(OrderRule(first: first, second: second, kind: kind))
    }

    private mutating func addMeetings(
      _ one: Int, _ mine: Attendance, _ other: Int, _ its: Attendance
    ) {
      let apart = its.meeting - mine.meeting
      let mostPerDay = briefs[mine.template].mostPerDay
      guard apart == 1 || apart == mostPerDay,
        programme.sessions[mine.index].identity.audience
          == programme.sessions[its.index].identity.audience
      else { return }
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

    /// The first class of two sessions that share one. Classes that attend only some modules may
    /// share sessions without sharing the first class of either.
    private func firstShared(_ mine: Attendance, _ its: Attendance) -> Int {
      if mine.classes == 1 || mine.firstClass == its.firstClass { return mine.firstClass }
      if its.classes == 1 { return its.firstClass }
      let first = programme.sessions[mine.index].classes
      let second = programme.sessions[its.index].classes
      var (here, there) = (0, 0)
      while here < first.count, there < second.count, first[here] != second[there] {
        if first[here] < second[there] { here += 1 } else { there += 1 }
      }
      return here < first.count ? first[here].value : -1
    }

    /// Whether two sessions of a class share people, and this class is the one to take their rule.
    private func shares(_ mine: Attendance, _ its: Attendance, in id: Int) -> Bool {
      guard firstShared(mine, its) == id else { return false }
      guard mine.isGroup, its.isGroup else { return true }
      let atoms = programme.sessions[its.index].atoms
      return programme.sessions[mine.index].atoms.contains { atoms.contains($0) }
    }
  }
}
