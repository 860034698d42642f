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
  static func all(programme: Programme, templates: TemplateTable) -> [OrderRule] {
    var ofClass = Array(repeating: [Int](), count: programme.classes.count)
    for (index, session) in programme.sessions.enumerated() {
      for id in session.classes { ofClass[id.value].append(index) }
    }
    var builder = Builder(programme: programme, templates: templates)
    for (id, sessions) in ofClass.enumerated() { builder.add(sessions, classID: id) }
    return builder.rules
  }

  /// What rules need to know of a template.
  private struct Brief {
    var isFirst: Bool
    var isLast: Bool
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
    var template: Int
    var rotation: Int
    var firstClass: Int
    var classes: Int
    var isGroup: Bool
    var meeting: Int
  }

  private struct Builder {
    let programme: Programme
    let briefs: [Brief]
    let attendances: [Attendance]
    var rules: [OrderRule] = []

    init(programme: Programme, templates: TemplateTable) {
      self.programme = programme
      var names: [String: Int] = [:]
      for template in templates.all where names[template.name] == nil {
        names[template.name] = names.count
      }
      briefs = templates.all.map { template in
        Brief(
          isFirst: template.isFirst, isLast: template.isLast, meetings: template.meetings,
          mostPerDay: max(1, template.mostPerDay), name: names[template.name] ?? -1,
          relations: template.relations.compactMap { relation in
            names[relation.session].map { (relation.kind, $0) }
          })
      }
      attendances = programme.sessions.indices.map { index in
        let session = programme.sessions[index]
        var isGroup = false
        if case .group = session.identity.audience { isGroup = true }
        return Attendance(
          template: templates.ofSession[index], rotation: session.rotation.value,
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
          guard shares(one, mine, other, its, in: classID) else { continue }
          add(one, mine, other, its)
        }
      }
    }

    private mutating func add(_ one: Int, _ mine: Attendance, _ other: Int, _ its: Attendance) {
      let isFirst = briefs[mine.template].isFirst
      let isLast = briefs[mine.template].isLast
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
        programme.sessions[one].identity.audience == programme.sessions[other].identity.audience
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
    private func firstShared(
      _ one: Int, _ mine: Attendance, _ other: Int, _ its: Attendance
    ) -> Int {
      if mine.classes == 1 || mine.firstClass == its.firstClass { return mine.firstClass }
      if its.classes == 1 { return its.firstClass }
      let first = programme.sessions[one].classes
      let second = programme.sessions[other].classes
      var (here, there) = (0, 0)
      while here < first.count, there < second.count, first[here] != second[there] {
        if first[here] < second[there] { here += 1 } else { there += 1 }
      }
      return here < first.count ? first[here].value : -1
    }

    /// Whether two sessions of a class share people, and this class is the one to take their rule.
    private func shares(
      _ one: Int, _ mine: Attendance, _ other: Int, _ its: Attendance, in id: Int
    ) -> Bool {
      guard firstShared(one, mine, other, its) == id else { return false }
      guard mine.isGroup, its.isGroup else { return true }
      let atoms = programme.sessions[other].atoms
      return programme.sessions[one].atoms.contains { atoms.contains($0) }
    }
  }
}
