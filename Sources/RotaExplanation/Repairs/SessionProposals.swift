import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// What could be said otherwise of a session: its places, its teachers, how long and how often it is.
extension Proposals {
  /// Places, and teachers, tried one after the other.
  private static let mostChoices = 12

  mutating func proposeForSession(
    _ part: DeclarationPart, _ clause: EvaluatedClause, of declaration: Declaration
  ) {
    let say = saying(part)
    let arguments = declarations.arguments(of: part)
    switch clause.entry.word {
    case "in", "to": proposePlaces(part, clause, arguments)
    case "by": proposeTeachers(part, clause, arguments, session: declaration.name)
    case "times", "periods":
      guard let count = clause.value("count")?.integer, count > 1 else { return }
      let noun = clause.entry.word == "times" ? "meeting" : "period"
      add(fewer(.less, than: count, noun) { say("\($0) \(clause.entry.word)") })
      if noun == "meeting", let most = template(of: part)?.mostPerDay, most < count {
        add(more(.limit, than: most, upTo: count, "meeting") { say("at most \($0) per day") })
      }
    case "people":
      guard let people = clause.value("people")?.integer else { return }
      add(fewer(.less, than: people, "people") { say("people \($0)") })
    case "at most":
      guard let count = clause.value("count")?.integer else { return }
      add(more(.limit, than: count, upTo: count + 20, "meeting") { say("at most \($0) per day") })
    case "chair":
      proposeChairs(part, session: declaration.name)
      add(without(part))
    case "item": proposeShorterItem(part, clause)
    case "uses": add(without(part))
    default: add(without(part))
    }
  }

  /// A further place to choose from, a stream, or one more place of the kind.
  private mutating func proposePlaces(
    _ part: DeclarationPart, _ clause: EvaluatedClause, _ arguments: String
  ) {
    guard let template = template(of: part) else { return }
    let others = plan.places.indices.filter { !template.places.contains(PlaceID($0)) }
      .filter { (plan.places[$0].role == .site) == (clause.entry.word == "to") }
      .sorted { (plan.places[$0].seats ?? Int.max, $0) < (plan.places[$1].seats ?? Int.max, $1) }
    // Of many small ones the largest are the likeliest.
    let tried = others.count > Self.mostChoices ? Array(others.suffix(Self.mostChoices)) : others
    if !tried.isEmpty {
      let names = tried.map { NameSyntax.quoteIfNeeded(plan.places[$0].name) }
      let say = saying(part)
      add(
        Proposal(
          .choice, .inTurn(Array(names.indices)), change: { "or in \(names[$0])" },
          statement: {
            say("\(clause.entry.word) \(arguments), \(names[$0])")
          }))
    }
    let streams = plan.places.indices.filter {
      plan.places[$0].streams && plan.places[$0].role == .venue
        && !template.streamedTo.contains(PlaceID($0)) && template.places != [PlaceID($0)]
    }.prefix(Self.mostChoices).map { NameSyntax.quoteIfNeeded(plan.places[$0].name) }
    if !streams.isEmpty {
      let say = saying(part)
      add(
        Proposal(
          .choice, .inTurn(Array(streams.indices)), change: { "and by stream in \(streams[$0])" },
          statement: { say("streamed to \(streams[$0])") }))
    }
    proposeNewVenue(clause)
  }

  /// One more venue like the largest of those named by a kind.
  mutating func proposeNewVenue(_ clause: EvaluatedClause) {
    for name in clause.value("places")?.items.compactMap(\.string) ?? [] {
      let alike = plan.places.filter { $0.kind == name && $0.role == .venue }
      guard let largest = alike.max(by: { ($0.seats ?? Int.max) < ($1.seats ?? Int.max) }) else {
        continue
      }
      let kind = NameSyntax.quoteIfNeeded(name)
      var number = alike.count + 1
      while plan.places.contains(where: { $0.name == "\(name) \(number)" }) { number += 1 }
      let seats = largest.seats.map { "; seats \($0)" } ?? ""
      let school =
        largest.school.map { "; school \(NameSyntax.quoteIfNeeded(plan[$0].name))" } ?? ""
      let head = "venue \(NameSyntax.quoteIfNeeded("\(name) \(number)"))"
      let statement = "\(head) { kind \(kind)\(seats)\(school)"
      var plain = Proposal(.supply, statement + " }", "one more \(name)", size: 0.9)
      plain.series = head
      add(plain)
      guard largest.streams else { continue }
      var streaming = Proposal(
        .supply, statement + "; streams }", "one more \(name) that streams", size: 0.9)
      streaming.series = head
      add(streaming)
    }
  }

  /// Streams from the places of the sessions concerned, where the proof rests on one that is streamed
  /// or taught from afar.
  mutating func proposeStreams(_ explanation: Explanation) {
    let words = explanation.parts.compactMap { declarations.clause(of: $0)?.entry.word }
    guard words.contains("streamed to") || words.contains("remote") else { return }
    var places: [PlaceID] = []
    for part in explanation.parts {
      for place in template(of: part)?.places ?? []
      where plan[place].role == .venue && !plan[place].streams && !places.contains(place) {
        places.append(place)
      }
    }
    for place in places.prefix(Self.mostChoices) {
      add(
        Proposal(
          .supply, "venue \(NameSyntax.quoteIfNeeded(plan[place].name)) streams",
          "it can stream", size: 0.8))
    }
  }

  /// Fewer minutes for an item, and a session of more periods.
  private mutating func proposeShorterItem(_ part: DeclarationPart, _ clause: EvaluatedClause) {
    guard let template = template(of: part), let minutes = clause.value("duration")?.integer,
      let title = clause.value("text")
    else { return }
    let say = saying(part)
    let speakers = clause.value("teachers")?.items.compactMap(\.string)
      .map { NameSyntax.quoteIfNeeded($0) }.joined(separator: ", ")
    let by = speakers.map { clause.has("any") ? " by any of \($0)" : " by \($0)" } ?? ""
    if minutes > 1 {
      add(
        fewer(.less, than: minutes, "minute") { say("item \($0) min \(title.source)\(by)") })
    }
    var longer = more(.limit, than: template.periods, upTo: template.periods + 4, "period") {
      say("\($0) periods")
    }
    longer?.series = "periods of \(part.item)"
    add(longer)
  }

  /// Somebody else to take the chair: first those who do so elsewhere.
  private mutating func proposeChairs(_ part: DeclarationPart, session: String) {
    guard let template = template(of: part) else { return }
    let chairs = Set(plan.modules.flatMap(\.sessions).compactMap(\.chair))
    func rank(_ teacher: Int) -> Int { chairs.contains(TeacherID(teacher)) ? 0 : 1 }
    let others = plan.teachers.indices.filter { TeacherID($0) != template.chair }
      .sorted { (rank($0), $0) < (rank($1), $1) }.prefix(Self.mostChoices)
    guard !others.isEmpty else { return }
    let teachers = plan.teachers
    let say = saying(part)
    add(
      Proposal(
        .choice, .inTurn(Array(others)), change: { "\(teachers[$0].name) takes the chair" },
        statement: { say("chair \(NameSyntax.quoteIfNeeded(teachers[$0].name))") }))
  }

  /// Somebody else who may teach it.
  private mutating func proposeTeachers(
    _ part: DeclarationPart, _ clause: EvaluatedClause, _ arguments: String, session: String
  ) {
    guard let template = template(of: part) else { return }
    let known = Set(template.teachers.flatMap(\.candidates))
    let others = plan.teachers.indices.filter { !known.contains(TeacherID($0)) }
      .sorted { (plan.teachers[$0].topics.count, $0) < (plan.teachers[$1].topics.count, $1) }
      .prefix(Self.mostChoices)
    let isByTopic = clause.has("any") && clause.has("teacher")
    let name = NameSyntax.quoteIfNeeded(session)
    let say = saying(part)
    let teachers = plan.teachers
    func statement(_ teacher: Int) -> String {
      let it = NameSyntax.quoteIfNeeded(teachers[teacher].name)
      if isByTopic {
        let topics = (teachers[teacher].topics + [session]).map {
          NameSyntax.quoteIfNeeded($0)
        }
        return "teacher \(it) teaches \(topics.joined(separator: ", "))"
      }
      let names = (clause.value("teachers")?.items.compactMap(\.string) ?? []).map {
        NameSyntax.quoteIfNeeded($0)
      }
      let count = clause.value("count").map { "\($0.source) of " } ?? "any of "
      return say("by \(count)\((names + [it]).joined(separator: ", "))")
    }
    if !others.isEmpty {
      add(
        Proposal(
          .choice, .inTurn(Array(others)),
          change: { "\(teachers[$0].name) may teach it too" }, statement: statement))
    }
    if isByTopic {
      add(
        Proposal(
          .choice, "teacher \"Another teacher\" teaches \(name)", "one more teacher", size: 2))
    }
    add(without(part))
  }

  /// The session as the plan has it.
  func template(of part: DeclarationPart) -> SessionTemplate? {
    guard let module = declarations.declaration(of: DeclarationPart(item: part.item))?.name,
      let session = declarations.declaration(of: part.whole)?.name
    else { return nil }
    return plan.modules.first { $0.name == module }?.sessions.first { $0.name == session }
  }
}
