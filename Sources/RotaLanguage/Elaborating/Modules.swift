import RotaDiagnostics
import RotaPlanning
import RotaSyntax

/// Forms and modules with their sessions.
extension Elaboration {
  mutating func elaborateModules() {
    for declaration in all("form") {
      if Words.forms.contains(declaration.name) {
        report(LanguageMessages.formExists(declaration))
      } else if NameSyntax.quoteIfNeeded(declaration.name, in: Vocabulary.ownForm)
        != declaration.name
      {
        report(LanguageMessages.formNotAWord(declaration))
      }
      forms.insert(declaration.name)
      plan.forms.append(declaration.name)
    }
    for declaration in all("module") {
      var module = Module(name: declaration.name)
      module.origins = origins(of: declaration)
      module.theme = declaration.clause("theme")?.value("theme")?.string
      modules[module.name] = ModuleID(plan.modules.count)
      schoolOfModule = ofSchool(module.name)?.school
      for child in declaration.children {
        module.sessions.append(session(child, moduleTheme: module.theme))
      }
      plan.modules.append(module)
    }
  }

  private mutating func session(_ declaration: Declaration, moduleTheme: String?) -> SessionTemplate
  {
    if let form = declaration.form, !forms.contains(form) {
      report(
        LanguageMessages.unknownName(
          form, sort: "form", near: Words.forms + plan.forms,
          at: declaration.origin))
    }
    var session = SessionTemplate(
      name: declaration.name, form: declaration.form ?? declaration.entry.word)
    session.origins = origins(of: declaration)
    for clause in declaration.clauses {
      switch clause.entry.word {
      case "for run", "for class", "for groups of", "for all runs", "for runs",
        "for all rotations", "for run of all rotations":
        session.audience = audience(clause)
      case "theme": session.theme = clause.value("theme")?.string
      case "title": session.title = clause.value("text")?.string
      case "note": session.note = clause.value("text")?.string
      case "people":
        session.expected = integer(clause, "people", 1...10_000_000, "people expected")
      case "in", "to": session.places = placeSet(clause)
      case "streamed to": session.streamedTo = placeSet(clause)
      case "by": session.teachers = needs(clause, session: declaration.name, theme: nil)
      case "chair":
        session.chair = resolve(clause, "teacher", sort: "teacher", in: \.teachers)
      case "uses":
        if let resource = resolve(clause, "resource", sort: "resource", in: \.resources),
          let count = integer(clause, "count", 1...100_000, "pieces used")
        {
          session.resources.append(.init(resource: resource, count: count))
        }
      default: elaborateTime(clause, of: &session)
      }
    }
    // Whether anyone teaches it depends on the theme, which may be said after `by`.
    if let by = declaration.clause("by"), by.has("any"), by.has("teacher") {
      session.teachers = needs(by, session: declaration.name, theme: session.theme ?? moduleTheme)
    }
    elaborateAgenda(declaration, of: &session)
    takeOutChair(of: &session)
    takeOutPlaces(declaration, of: &session)
    checkClauses(declaration, of: session)
    return session
  }

  /// Who speaks in an item is needed for the session, once however often they speak; who is named by
  /// `by` is there already.
  private mutating func elaborateAgenda(
    _ declaration: Declaration, of session: inout SessionTemplate
  ) {
    let whole = session.teachers.count
    for clause in declaration.clauses where clause.entry.word == "item" {
      let length = minutes(
        clause.value("duration"), 1...1440, "minutes of an item", at: clause.range(of: "duration"))
      guard let length, let title = clause.value("text")?.string else { continue }
      var item = AgendaItem(title: title, minutes: length, origin: clause.range)
      for need in needs(clause, session: declaration.name, theme: nil)
      where !need.candidates.isEmpty {
        let isOnePerson = need.candidates.count == 1
        if isOnePerson, let position = session.teachers.firstIndex(of: need) {
          item.speakers.append(position)
        } else {
          item.speakers.append(session.teachers.count)
          session.teachers.append(need)
        }
      }
      session.agenda.append(item)
    }
    session.teachersOfItems = session.teachers.count - whole
  }

  /// Who takes the chair does not teach as well, where enough others may.
  private func takeOutChair(of session: inout SessionTemplate) {
    guard let chair = session.chair else { return }
    for index in session.teachers.indices {
      let others = session.teachers[index].candidates.filter { $0 != chair }
      if others.count >= session.teachers.count { session.teachers[index].candidates = others }
    }
  }

  /// `not in`: none of these places, whatever `in` names.
  private mutating func takeOutPlaces(
    _ declaration: Declaration, of session: inout SessionTemplate
  ) {
    let clauses = declaration.clauses.filter { $0.entry.word == "not in" }
    guard let last = clauses.last else { return }
    guard declaration.clauses.contains(where: { $0.entry.group == "places" }) else {
      report(LanguageMessages.notInWithoutIn(last))
      return
    }
    let out = Set(clauses.flatMap { placeSet($0) })
    let hadPlaces = !session.places.isEmpty
    session.places.removeAll { out.contains($0) }
    if hadPlaces && session.places.isEmpty {
      report(LanguageMessages.noPlaceLeft(session.name, at: last.range))
    }
  }

  /// What two clauses of a session say must be possible together.
  private mutating func checkClauses(_ declaration: Declaration, of session: SessionTemplate) {
    if case .groups = session.audience, let people = declaration.clause("people") {
      report(
        LanguageMessages.peopleOfGroups(people, audience: declaration.clause("for groups of")))
    }
    if session.phase != .during,
      let phase = declaration.clauses.first(where: { $0.entry.group == "stay" })
    {
      let ofStay: Set<String> = [
        "on day", "not on day", "first day", "last day", "not first day", "not last day",
      ]
      for clause in declaration.clauses where ofStay.contains(clause.entry.word) {
        report(LanguageMessages.dayOutsideStay(clause, phase))
      }
    }
    if let least = session.leastDays, let clause = declaration.clause("over at least"),
      least > session.meetings
    {
      report(
        LanguageMessages.fewerMeetingsThanDays(
          least, session.meetings, clause, times: declaration.clause("times")))
    }
    let mostADay = min(session.meetings, session.mostPerDay)
    if session.inDoubles, mostADay < 2, let clause = declaration.clause("in doubles") {
      report(
        LanguageMessages.noTwoOnADay(
          clause, meetings: session.meetings,
          because: declaration.clause(session.meetings < 2 ? "times" : "at most")))
    }
  }

  private mutating func audience(_ clause: EvaluatedClause) -> SessionTemplate.Audience {
    switch clause.entry.word {
    case "for class": return .studyClass
    case "for groups of":
      return .groups(of: integer(clause, "people", 1...10_000_000, "people in a group") ?? 1)
    case "for all runs": return .allRuns
    case "for all rotations": return .joint(byRun: false)
    case "for run of all rotations": return .joint(byRun: true)
    case "for runs":
      guard let numbers = clause.numbers("numbers", upTo: 1_000) else {
        report(
          LanguageMessages.outOfRange(
            "runs", 1...1_000, clause.value("numbers"), at: clause.range(of: "numbers")))
        return .run
      }
      return .runs(Set(numbers).sorted())
    default: return .run
    }
  }

  /// Who is needed: one need for each person.
  private mutating func needs(
    _ clause: EvaluatedClause, session: String, theme: String?
  ) -> [SessionTemplate.TeacherNeed] {
    if clause.has("any"), clause.has("teacher") {
      var candidates = Set(teachersOfTopic[session] ?? [])
      if let theme { candidates.formUnion(teachersOfTopic[theme] ?? []) }
      return [.init(candidates: candidates.sorted())]
    }
    let groups = clause.names("teachers").map { candidates(named: $0.name, at: $0.range) }
    let all = Set(groups.joined()).sorted()
    if groups.isEmpty { return [] }
    if clause.has("any") { return [.init(candidates: all)] }
    if clause.value("count") != nil {
      let count = integer(clause, "count", 1...1_000, "teachers") ?? 0
      return Array(repeating: .init(candidates: all), count: count)
    }
    return groups.map { .init(candidates: $0) }
  }

  /// A teacher, or all who have a role.
  private mutating func candidates(named name: String, at range: SourceRange) -> [TeacherID] {
    if let teacher = teachers[name] { return [teacher] }
    if let role = teachersOfRole[name] { return role }
    if let (school, word) = ofSchool(name), let role = teachersOfRole[word] {
      let own = role.filter { plan[$0].school == school }
      if !own.isEmpty { return own }
    }
    let known = teachers.keys.sorted() + teachersOfRole.keys.sorted()
    report(LanguageMessages.unknownName(name, sort: "teacher", near: known, at: range))
    return []
  }
}
