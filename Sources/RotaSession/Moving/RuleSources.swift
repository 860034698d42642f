import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax
import RotaVerifier

/// Where a planner said what a hard rule holds a session to.
struct RuleSources {
  /// A clause or declaration, and whose it is: `venue Hall`.
  struct Statement: Hashable {
    var owner: String
    var range: SourceRange
  }

  let derived: Derived
  private let declarations: Declarations
  private let locks: [SessionIdentity: SourceRange]
  /// Where each session is held in the timetable that breaks the rules.
  private let placement: (SessionIdentity) -> Timetable.Placement?
  private var plan: Plan { derived.plan }

  init(
    _ derived: Derived, _ declarations: Declarations, locks: [SessionIdentity: SourceRange],
    placement: @escaping (SessionIdentity) -> Timetable.Placement?
  ) {
    self.derived = derived
    self.declarations = declarations
    self.locks = locks
    self.placement = placement
  }

  /// The statements behind a broken rule, from the session's side and from that of what it meets.
  func statements(of violation: Violation) -> [Statement] {
    let subject = violation.subject
    guard let first = violation.sessions.first else { return [] }
    switch violation.rule {
    case .outsideRun:
      return ofSession(first, "before the stay", "after the stay")
        + ofRun(first, "starts", "length")
    case .notATeachingPeriod: return ofCalendar(first)
    case .startNotAllowed:
      // A rule on the time of day is told by its times, not by its words.
      let found = ofSession(first, subject)
      return found.isEmpty ? ofSession(first, "morning", "afternoon", "evening") : found
    case .brokenSpan: return ofSession(first, "periods")
    case .wrongPlace: return ofSession(first, "in", "to", "not in")
    case .tooFewSeats, .siteOverfull: return ofPlace(subject, "seats")
    case .placeClosed: return ofPlace(subject, "open", "closed")
    case .noStream:
      let given = placement(first)?.teachers ?? []
      return ofSession(first, "streamed to") + given.flatMap { of("teacher", $0, "remote") }
    case .wrongTeacher:
      let given = placement(first)?.teachers ?? []
      return ofSession(first, "by") + given.flatMap { of("teacher", $0, "teaches") }
    case .teacherUnavailable: return of("teacher", subject, "available", "unavailable")
    case .teacherLimit: return of("teacher", subject, "at most")
    case .audienceUnavailable: return ofClasses(first, "unavailable")
    case .audienceTravel, .teacherTravel: return ways(violation.sessions)
    case .resourceOverfull:
      return plan.resources.filter { $0.name == subject }.compactMap { resource in
        resource.origins.declared.map { Statement(owner: resource.name, range: $0) }
      }
    case .order, .sameDay: return relation(subject, first)
    case .dayLimit:
      return subject == first.session
        ? ofSession(first, "at most")
        : of("rotation", first.rotation, "at most") { $0.has("day") }
    case .placeClash, .teacherClash, .audienceClash:
      // What is in the way is itself the reason.
      return []
    case .moved: return lock(on: first)
    case .unknownSession, .unknownPlace, .unknownTeacher, .arithmetic: return []
    }
  }

  /// What locked a session.
  func lock(on session: SessionIdentity) -> [Statement] {
    guard placement(session)?.isLocked ?? false, let range = locks[session],
      let id = derived.positions[session]
    else { return [] }
    let template = plan.template(of: derived.programme[id])
    return [
      Statement(
        owner: "\(template.form) \(NameSyntax.quoteIfNeeded(template.name))", range: range)
    ]
  }

  /// Statements about the run, the classes, the places and the teachers that a session can have, as
  /// far as they limit when and where they are there.
  func surroundings(of id: SessionID) -> [Statement] {
    let session = derived.programme[id]
    let template = plan.template(of: session)
    var found = ofRun(session.identity, "starts", "length", "ends")
    found += of("rotation", session.identity.rotation, "at most") { $0.has("day") }
    found += ofClasses(session.identity, "unavailable", "room")
    for place in session.places { found += ofPlace(plan[place].name, "open", "closed") }
    var people = template.teachers.flatMap(\.candidates)
    if let chair = template.chair { people.append(chair) }
    for person in people {
      found += of("teacher", plan[person].name, "available", "unavailable", "at most")
    }
    return found
  }

  /// The clauses of a session's own declaration, and those of others that name it.
  func clauses(of session: SessionIdentity) -> [Statement] {
    var found: [Statement] = []
    for module in declarations.items where module.entry.word == "module" {
      for child in module.children {
        let isOwn = module.name == session.module && child.name == session.session
        found += clauses(of: child, owner: owner(child)) { clause in
          isOwn
            || ["session", "sessions"].contains { label in
              clause.value(label)?.names.contains(session.session) ?? false
            }
        }
      }
    }
    return found
  }

  // MARK: Declarations

  private func clauses(
    of declaration: Declaration, owner: String, where condition: (EvaluatedClause) -> Bool
  ) -> [Statement] {
    declaration.clauses.filter(condition).map { Statement(owner: owner, range: $0.range) }
  }

  /// Clauses of a declaration of a kind and name, by their words.
  private func of(
    _ kind: String, _ name: String, _ words: String...,
    where condition: (EvaluatedClause) -> Bool = { _ in true }
  ) -> [Statement] {
    declarations.items.filter { item in
      item.entry.word == kind && (item.name == name || kind == "plan")
    }.flatMap { item in
      clauses(of: item, owner: kind == "plan" ? kind : owner(item)) {
        words.contains($0.entry.word) && condition($0)
      }
    }
  }

  private func owner(_ declaration: Declaration) -> String {
    "\(declaration.form ?? declaration.entry.word) \(NameSyntax.quoteIfNeeded(declaration.name))"
  }

  private func ofSession(_ session: SessionIdentity, _ words: String...) -> [Statement] {
    declarations.items.filter { $0.entry.word == "module" && $0.name == session.module }
      .flatMap(\.children).filter { $0.name == session.session }
      .flatMap { child in
        clauses(of: child, owner: owner(child)) { words.contains($0.entry.word) }
      }
  }

  /// Why a session is not held in a period: what frees its day, or else the days and periods there are.
  private func ofCalendar(_ session: SessionIdentity) -> [Statement] {
    guard let day = placement(session)?.day else { return [] }
    if plan.calendar.dayIndex(of: day) != nil { return of("plan", "", "period", "closed") }
    if let dates = plan.calendar.dates, !dates.contains(day) { return of("plan", "", "dates") }
    func isOfDay(_ clause: EvaluatedClause) -> Bool {
      (clause.value("dates") ?? clause.value("windows"))?.items.flatMap(\.items).contains {
        $0.dateRange?.contains(day) ?? false
      } ?? false
    }
    let freeing = of("plan", "", "holiday", "closed", where: isOfDay)
    return freeing.isEmpty ? of("plan", "", "days", "closed") : freeing
  }

  /// Of a place; a venue is closed with its school.
  private func ofPlace(_ name: String, _ words: String...) -> [Statement] {
    guard let place = plan.places.first(where: { $0.name == name }) else { return [] }
    var found: [Statement] = []
    for word in words { found += of(place.role.rawValue, name, word) }
    if words.contains("closed"), place.role == .venue, let school = place.school {
      found += of("school", plan[school].name, "closed")
    }
    return found
  }

  /// Of the run that a session is in, or else of its rotation.
  private func ofRun(_ session: SessionIdentity, _ words: String...) -> [Statement] {
    let number = derived.positions[session].flatMap { derived.programme[$0].runs.first }
      .map { derived.programme[$0].number }
    return children(of: session.rotation) { child in
      child.entry.word == "run" && child.value("number")?.integer == number
        && words.contains { word in child.clauses.contains { $0.entry.word == word } }
    }.flatMap { child in
      clauses(of: child, owner: "run \(number ?? 1)") { words.contains($0.entry.word) }
    }
      + words.flatMap { of("rotation", session.rotation, $0) }
  }

  private func ofClasses(_ session: SessionIdentity, _ words: String...) -> [Statement] {
    guard let id = derived.positions[session] else { return [] }
    return derived.programme[id].classes.flatMap { id -> [Statement] in
      let one = derived.programme[id]
      let run = derived.programme[one.run].number
      return children(of: session.rotation) { child in
        child.entry.word == "class" && child.value("number")?.integer == one.number
          && child.value("run")?.integer == run
      }.flatMap { child in
        clauses(of: child, owner: "class \(one.number) of run \(run)") {
          words.contains($0.entry.word)
        }
      }
    }
  }

  private func children(
    of rotation: String, where condition: (Declaration) -> Bool
  ) -> [Declaration] {
    declarations.items.filter { $0.entry.word == "rotation" && $0.name == rotation }
      .flatMap(\.children).filter(condition)
  }

  /// What says how long the way between the places of sessions is: that of a site, or a `travel`
  /// between two ends.
  private func ways(_ sessions: [SessionIdentity]) -> [Statement] {
    let ends = sessions.compactMap { placement($0)?.places.first }
    var names = Set(ends)
    for place in plan.places where ends.contains(place.name) {
      if let zone = plan.zone(of: place) { names.insert(plan[zone].name) }
      if let school = place.school { names.insert(plan[school].name) }
    }
    let declared = declarations.items.filter { item in
      item.entry.word == "travel"
        && item.arguments.allSatisfy { argument in
          !["from", "to"].contains(argument.label) || argument.value == nil
            || argument.value?.plainText.map { names.contains($0) } ?? false
        }
    }
    if !declared.isEmpty { return declared.map { Statement(owner: "travel", range: $0.origin) } }
    return ends.flatMap { of("site", $0, "travel") }
  }

  /// The relation, `first`, `last` or `times` that a session has.
  private func relation(_ subject: String, _ session: SessionIdentity) -> [Statement] {
    if subject == "first" || subject == "last" { return ofSession(session, subject) }
    if subject == session.session { return ofSession(session, "times") }
    guard let id = derived.positions[session] else { return [] }
    let template = plan.template(of: derived.programme[id])
    let owner = "\(template.form) \(NameSyntax.quoteIfNeeded(template.name))"
    return template.relations.filter { Self.words($0) == subject }.compactMap { relation in
      relation.origin.map { Statement(owner: owner, range: $0) }
    }
  }

  /// A relation as the verifier names it.
  private static func words(_ relation: SessionTemplate.Relation) -> String {
    switch relation.kind {
    case .after: "after \(relation.session)"
    case .before: "before \(relation.session)"
    case .rightAfter: "right after \(relation.session)"
    case .sameDay: "same day as \(relation.session)"
    case .notSameDay: "not same day as \(relation.session)"
    case .atLeastDaysAfter(let days): "at least \(days) days after \(relation.session)"
    case .withinDays(let days): "within \(days) days of \(relation.session)"
    }
  }
}
