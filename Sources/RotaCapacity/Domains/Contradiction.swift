import RotaDiagnostics
import RotaPlanning

/// Two rules of which no time of a session keeps both, however long its run is.
struct Contradiction {
  /// A rule as the planner wrote it.
  struct Clause {
    var text: String
    var origin: SourceRange?
  }

  /// One of the sessions that the rules stand for.
  var session: Int
  var first: Clause
  var second: Clause
  /// A session of the same people, which it can be neither before nor after, where it is to be
  /// first and last.
  var other: Int?

  /// At most one for each template.
  static func all(programme: Programme, templates: TemplateTable) -> [Contradiction] {
    guard templates.all.contains(where: \.mayContradictItself) else { return [] }
    var sessionsOf = Array(repeating: [Int](), count: templates.all.count)
    for (session, template) in templates.ofSession.enumerated() {
      sessionsOf[template].append(session)
    }
    let search = ContradictionSearch(
      programme: programme, templates: templates, sessionsOf: sessionsOf)
    return templates.all.indices.compactMap { search.contradiction(of: $0) }
  }
}

/// Looks for a contradiction template by template; only where rules exclude each other does it
/// look for sessions that they stand for.
private struct ContradictionSearch {
  let programme: Programme
  let templates: TemplateTable
  let sessionsOf: [[Int]]

  func contradiction(of template: Int) -> Contradiction? {
    let it = templates.all[template]
    guard let any = sessionsOf[template].first else { return nil }
    if let (first, second) = it.contradictingDayRules {
      return Contradiction(session: any, first: first, second: second)
    }
    if it.isFirst && it.isLast,
      let pair = pair(
        template,
        among: templates.all.indices.filter {
          !templates.all[$0].isFirst && !templates.all[$0].isLast
            && templates.all[$0].phase.isPart(of: it.phase)
        })
    {
      return Contradiction(
        session: pair.one, first: it.clause("first"), second: it.clause("last"), other: pair.other)
    }
    for (index, first) in it.relations.enumerated() {
      for second in it.relations[(index + 1)...]
      where first.session == second.session && first.kind.excludes(second.kind) {
        let others = templates.all.indices.filter { templates.all[$0].name == first.session }
        guard let pair = pair(template, among: others) else { continue }
        return Contradiction(
          session: pair.one, first: .init(text: first.text, origin: first.origin),
          second: .init(text: second.text, origin: second.origin))
      }
    }
    return nil
  }

  /// A session of a template and one of others between which all rules of the first hold.
  private func pair(_ template: Int, among others: [Int]) -> (one: Int, other: Int)? {
    var ofClass: [ClassID: [Int]] = [:]
    for other in others {
      for session in sessionsOf[other] {
        for id in programme.sessions[session].classes { ofClass[id, default: []].append(session) }
      }
    }
    for one in sessionsOf[template] {
      for id in programme.sessions[one].classes {
        if let other = ofClass[id]?.first(where: { binds(one, $0) }) { return (one, other) }
      }
    }
    return nil
  }

  /// Whether two sessions of one class share people, and are meetings that belong together.
  private func binds(_ one: Int, _ other: Int) -> Bool {
    let mine = programme.sessions[one]
    let its = programme.sessions[other]
    guard one != other else { return false }
    if templates[one].meetings == templates[other].meetings,
      mine.identity.meeting != its.identity.meeting
    {
      return false
    }
    guard case .group = mine.identity.audience, case .group = its.identity.audience else {
      return true
    }
    return mine.atoms.contains { its.atoms.contains($0) }
  }
}

extension SessionTemplate {
  /// Whether any of its rules exclude each other, be there sessions that they stand for or not.
  fileprivate var mayContradictItself: Bool {
    isFirst && isLast || contradictingDayRules != nil
      || relations.indices.contains { first in
        relations[(first + 1)...].contains {
          $0.session == relations[first].session && $0.kind.excludes(relations[first].kind)
        }
      }
  }

  fileprivate func clause(_ word: String, _ numbers: Set<Int> = []) -> Contradiction.Clause {
    let days = numbers.isEmpty ? "" : " \(Wording.numbers(numbers.sorted()))"
    return Contradiction.Clause(text: word + days, origin: origins.of(word))
  }

  /// Day rules that leave no day of any run.
  fileprivate var contradictingDayRules: (Contradiction.Clause, Contradiction.Clause)? {
    if onFirstDay && notFirstDay { return (clause("first day"), clause("not first day")) }
    if onLastDay && notLastDay { return (clause("last day"), clause("not last day")) }
    if onFirstDay && notOnDays.contains(1) {
      return (clause("first day"), clause("not on day", notOnDays))
    }
    guard let onDays, !onDays.isEmpty else { return nil }
    if onDays.isSubset(of: notOnDays) {
      return (clause("on day", onDays), clause("not on day", notOnDays))
    }
    if onFirstDay && !onDays.contains(1) { return (clause("first day"), clause("on day", onDays)) }
    if notFirstDay && onDays == [1] {
      return (clause("on day", onDays), clause("not first day"))
    }
    return nil
  }
}

extension SessionTemplate.Relation {
  fileprivate var text: String {
    let name = Wording.name(session)
    switch kind {
    case .after: return "after \(name)"
    case .before: return "before \(name)"
    case .rightAfter: return "right after \(name)"
    case .sameDay: return "same day as \(name)"
    case .notSameDay: return "not same day as \(name)"
    case .atLeastDaysAfter(let days):
      return "at least \(Wording.count(days, "day")) after \(name)"
    case .withinDays(let days): return "within \(Wording.count(days, "day")) of \(name)"
    }
  }
}

extension SessionTemplate.Relation.Kind {
  /// Whether no two times keep both.
  fileprivate func excludes(_ other: Self) -> Bool {
    isAgainst(other) || other.isAgainst(self)
  }

  private func isAgainst(_ other: Self) -> Bool {
    switch (self, other) {
    case (.sameDay, .notSameDay), (.rightAfter, .notSameDay), (.withinDays(0), .notSameDay),
      (.before, .after), (.before, .rightAfter):
      true
    case (.sameDay, .atLeastDaysAfter(let days)), (.rightAfter, .atLeastDaysAfter(let days)),
      (.before, .atLeastDaysAfter(let days)):
      days > 0
    case (.withinDays(let most), .atLeastDaysAfter(let least)): least > most
    default: false
    }
  }
}
