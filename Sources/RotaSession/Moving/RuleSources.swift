import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaVerifier

/// Where a planner said what a hard rule holds a session to.
struct RuleSources {
  /// A clause or declaration, and whose it is: `venue Hall`.
  struct Statement: Hashable {
    var owner: String
    var range: SourceRange
  }

  let derived: Derived
  /// Where each session is held in the timetable that breaks the rules.
  let placement: (SessionIdentity) -> Timetable.Placement?
  private var plan: Plan { derived.plan }

  /// The statements behind a broken rule, from the session's side and from that of what it meets.
  func statements(of violation: Violation) -> [Statement] {
    let templates = violation.sessions.compactMap(template)
    switch violation.rule {
    case .outsideRun:
      return violation.sessions.prefix(1).compactMap(run).flatMap { run -> [Statement] in
        let rotation = plan[run.rotation]
        let override = rotation.runOverrides[run.number]?.origins
        return statement(
          "rotation \(rotation.name)",
          override?.clauses["starts"] ?? rotation.origins.clauses["starts"]
            ?? rotation.origins.of("length"))
      }
    case .notATeachingPeriod: return statement("plan", plan.origins.of("period"))
    case .startNotAllowed:
      return templates.prefix(1).flatMap { statement($0, startClause(violation.subject, $0)) }
    case .brokenSpan: return templates.prefix(1).flatMap { statement($0, "periods") }
    case .wrongPlace:
      return templates.prefix(1).flatMap { template in
        ["not in", "in", "to"].first { template.origins.clauses[$0] != nil }
          .map { statement(template, $0) } ?? statement(template, "in")
      }
    case .tooFewSeats, .siteOverfull: return place(violation.subject, "seats")
    case .placeClosed: return closing(violation.subject)
    case .noStream: return place(violation.subject, "streams")
    case .wrongTeacher: return templates.prefix(1).flatMap { statement($0, "by") }
    case .teacherUnavailable:
      return teacher(violation.subject, "unavailable", "available")
    case .teacherLimit: return teacher(violation.subject, "at most")
    case .audienceUnavailable: return absence(violation)
    case .audienceTravel, .teacherTravel: return ways(violation)
    case .resourceOverfull:
      return plan.resources.filter { $0.name == violation.subject }
        .flatMap { statement($0.name, $0.origins.declared) }
    case .order, .sameDay: return relation(violation, templates)
    case .dayLimit: return dayLimit(violation, templates)
    case .placeClash, .teacherClash, .audienceClash:
      // What is in the way is itself the reason.
      return []
    case .unknownSession, .unknownPlace, .unknownTeacher, .moved, .arithmetic: return []
    }
  }

  /// Statements about the run, the classes, the places and the teachers that a session can have, as
  /// far as they limit when they are there.
  func surroundings(of id: SessionID) -> [Statement] {
    let session = derived.programme[id]
    let template = plan.template(of: session)
    var found: [Statement] = []
    if let run = session.runs.first.map({ derived.programme[$0] }) {
      let rotation = plan[run.rotation]
      let override = rotation.runOverrides[run.number]?.origins
      for clause in ["starts", "length", "ends"] {
        found += statement(
          "rotation \(rotation.name)", override?.clauses[clause] ?? rotation.origins.clauses[clause]
        )
      }
      if rotation.mostSessionsPerDay != nil {
        found += statement("rotation \(rotation.name)", rotation.origins.clauses["at most"])
      }
      for id in session.classes {
        let number = derived.programme[id].number
        let override = rotation.classOverrides[.init(run: run.number, number: number)]
        for clause in ["unavailable", "room"] {
          found += statement(
            "class \(number) of run \(run.number)", override?.origins.clauses[clause])
        }
      }
    }
    for id in session.places {
      let place = plan[id]
      for clause in ["open", "closed"] {
        found += statement("\(place.role.rawValue) \(place.name)", place.origins.clauses[clause])
      }
    }
    var people = template.teachers.flatMap(\.candidates)
    if let chair = template.chair { people.append(chair) }
    for id in people {
      let teacher = plan[id]
      for clause in ["available", "unavailable", "at most"] {
        found += statement("teacher \(teacher.name)", teacher.origins.clauses[clause])
      }
    }
    return found
  }

  private func template(_ session: SessionIdentity) -> SessionTemplate? {
    derived.positions[session].map { plan.template(of: derived.programme[$0]) }
  }

  private func run(_ session: SessionIdentity) -> Run? {
    derived.positions[session].flatMap { derived.programme[$0].runs.first }
      .map { derived.programme[$0] }
  }

  func statement(_ owner: String, _ range: SourceRange?) -> [Statement] {
    range.map { [Statement(owner: owner, range: $0)] } ?? []
  }

  func statement(_ template: SessionTemplate, _ clause: String) -> [Statement] {
    statement("\(template.form) \(template.name)", template.origins.of(clause))
  }

  /// The clause that a time breaks: by its own words, or one of those that are times of the day.
  private func startClause(_ subject: String, _ template: SessionTemplate) -> String {
    if template.origins.clauses[subject] != nil { return subject }
    return ["morning", "afternoon", "evening"].first { template.origins.clauses[$0] != nil }
      ?? subject
  }

  private func place(_ name: String, _ clauses: String...) -> [Statement] {
    plan.places.filter { $0.name == name }.flatMap { place in
      let clause = clauses.first { place.origins.clauses[$0] != nil } ?? ""
      return statement("\(place.role.rawValue) \(place.name)", place.origins.of(clause))
    }
  }

  private func closing(_ name: String) -> [Statement] {
    let own = plan.places.filter { $0.name == name }
    let schools = own.compactMap(\.school).map { plan[$0] }.filter { !$0.closed.isEmpty }
    let limited = own.filter { $0.availability != Availability() }
    return (limited.isEmpty && !schools.isEmpty ? [] : place(name, "closed", "open"))
      + schools.flatMap { statement("school \($0.name)", $0.origins.of("closed")) }
  }

  private func teacher(_ name: String, _ clauses: String...) -> [Statement] {
    plan.teachers.filter { $0.name == name }.flatMap { teacher in
      clauses.filter { teacher.origins.clauses[$0] != nil }.flatMap {
        statement("teacher \(teacher.name)", teacher.origins.of($0))
      }
    }
  }

  private func absence(_ violation: Violation) -> [Statement] {
    guard let id = violation.sessions.first.flatMap({ derived.positions[$0] }) else { return [] }
    return derived.programme[id].classes.flatMap { id -> [Statement] in
      let one = derived.programme[id]
      let run = derived.programme[one.run]
      let override = plan[run.rotation].classOverrides[.init(run: run.number, number: one.number)]
      guard let override, !override.excluded.isEmpty else { return [] }
      return statement(
        "class \(one.number) of run \(run.number)", override.origins.of("unavailable"))
    }
  }

  /// What says how long the way to each of the places is.
  private func ways(_ violation: Violation) -> [Statement] {
    let names = violation.sessions.compactMap { placement($0)?.places.first }
    return plan.places.filter { names.contains($0.name) && $0.travel != nil }.flatMap { site in
      statement("\(site.role.rawValue) \(site.name)", site.origins.of("travel"))
    }
  }

  /// The relation, `first`, `last` or `times` of either session.
  private func relation(_ violation: Violation, _ templates: [SessionTemplate]) -> [Statement] {
    let subject = violation.subject
    guard let one = templates.first else { return [] }
    if subject == "first" || subject == "last" { return statement(one, subject) }
    if subject == one.name { return statement(one, "times") }
    return one.relations.filter { subject.hasSuffix($0.session) }.flatMap {
      statement("\(one.form) \(one.name)", $0.origin)
    }
  }

  private func dayLimit(_ violation: Violation, _ templates: [SessionTemplate]) -> [Statement] {
    guard let one = templates.first else { return [] }
    if violation.subject == one.name { return statement(one, "at most") }
    return violation.sessions.prefix(1).compactMap(run).flatMap { run in
      statement(
        "rotation \(plan[run.rotation].name)", plan[run.rotation].origins.of("at most"))
    }
  }
}
