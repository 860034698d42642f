import RotaPlanning

/// Words for sessions: titles, teachers, places.
struct SessionText {
  let plan: Plan
  let programme: Programme
  let labels: Labels
  let audience: AudienceText
  let outings: Outings
  /// By name; the first of that name.
  let places: [String: PlaceID]
  private let teachers: [String: TeacherID]
  /// Forms of the vocabulary, then the planner's own.
  private let forms: [String: Int]

  init(_ input: ReportInput) {
    plan = input.plan
    programme = input.programme
    labels = Labels(input.languages, isPlain: input.isForPrograms)
    audience = AudienceText(programme: programme, plan: plan, labels: labels)
    outings = Outings(input)
    var teachers: [String: TeacherID] = [:]
    for (index, teacher) in plan.teachers.enumerated() where teachers[teacher.name] == nil {
      teachers[teacher.name] = TeacherID(index)
    }
    self.teachers = teachers
    var places: [String: PlaceID] = [:]
    for (index, place) in plan.places.enumerated() where places[place.name] == nil {
      places[place.name] = PlaceID(index)
    }
    self.places = places
    var forms: [String: Int] = [:]
    for form in FormLabel.allCases.map(\.rawValue) + plan.forms where forms[form] == nil {
      forms[form] = forms.count
    }
    self.forms = forms
  }

  /// The title; with its number where there are several meetings: `分组研讨（2/3）`. Of what lies before
  /// or after the stay people are told that they need not be there for it.
  func title(_ session: Session) -> String {
    let template = plan.template(of: session)
    let title = template.title ?? template.name
    var facts: [String] = []
    if template.meetings > 1 {
      facts.append("\(session.identity.meeting)/\(template.meetings)")
    }
    if !labels.isPlain {
      switch template.phase {
      case .during: break
      case .before: facts.append(labels.heading(.beforeStay))
      case .after: facts.append(labels.heading(.afterStay))
      }
    }
    return facts.isEmpty ? title : title + labels.inBrackets(labels.list(facts))
  }

  func formIndex(_ form: String) -> Int { forms[form] ?? forms.count }

  /// Forms of these sessions, in the order of the vocabulary.
  func legend(_ sessions: [Session]) -> LegendBlock? {
    var words: [Int: String] = [:]
    for session in sessions {
      let form = plan.template(of: session).form
      words[formIndex(form)] = form
    }
    if words.isEmpty { return nil }
    return LegendBlock(
      title: labels.heading(.legend),
      items: words.sorted { $0.key < $1.key }.map {
        LegendBlock.Item(formIndex: $0.key, label: labels.form($0.value))
      })
  }

  func teacherID(named name: String) -> TeacherID? { teachers[name] }

  func isRemote(_ teacher: String) -> Bool { teachers[teacher].map { plan[$0].isRemote } ?? false }

  /// `专家一（中央党校 教授，线上授课）` in full, else the name alone; but that somebody is on a screen,
  /// people are always told.
  func teacher(_ name: String, inFull: Bool) -> String {
    guard let id = teachers[name] else { return name }
    let teacher = plan[id]
    var facts: [String] = []
    if inFull {
      let from = teacher.institution ?? teacher.school.map { plan[$0].title ?? plan[$0].name }
      let separator = labels.isChinese ? " " : ", "
      let origin = [from, teacher.post].compactMap { $0 }.joined(separator: separator)
      if !origin.isEmpty { facts.append(origin) }
    }
    if teacher.isRemote, inFull || !labels.isPlain { facts.append(labels.heading(.remote)) }
    return facts.isEmpty ? name : name + labels.inBrackets(labels.list(facts))
  }

  func teachers(_ placement: Timetable.Placement, inFull: Bool) -> String {
    labels.list(placement.teachers.map { teacher($0, inFull: inFull) })
  }

  /// Those who teach the whole of a session, not items of its agenda alone.
  func leads(_ session: Session, _ placement: Timetable.Placement, inFull: Bool) -> String {
    let template = plan.template(of: session)
    let names = placement.teachers.enumerated().filter { !template.onlySpeaks($0.offset) }
    return labels.list(names.map { teacher($0.element, inFull: inFull) })
  }

  func place(_ placement: Timetable.Placement) -> String {
    guard let main = placement.places.first else { return "" }
    if placement.places.count == 1 { return main }
    let others = labels.list(Array(placement.places.dropFirst()))
    return main + labels.inBrackets(labels.sideBySide { $0(.streamedTo, others) })
  }

  /// The place with those to which it is streamed as a number: who stands in the hall need not know
  /// which they are.
  func hall(_ placement: Timetable.Placement) -> String {
    guard let main = placement.places.first else { return "" }
    let rooms = placement.places.count - 1
    return rooms == 0
      ? main
      : main + labels.inBrackets(labels.sideBySide { $0(.streamedToRooms, $0.number(rooms)) })
  }

  /// Where those of a scope are: of a session that is streamed, in what is theirs of the places.
  func place(_ placement: Timetable.Placement, in scope: AudienceText.Scope) -> String {
    let own = ownPlaces(of: placement, in: scope)
    guard let main = placement.places.first, let first = own.first else { return place(placement) }
    if first == main {
      var part = placement
      part.places = own
      return place(part)
    }
    return labels.list(own)
      + labels.inBrackets(labels.sideBySide { $0(.streamedFrom, main) })
  }

  /// A class's own room, or what belongs to the school; empty where it is nobody's.
  private func ownPlaces(
    of placement: Timetable.Placement, in scope: AudienceText.Scope
  ) -> [String] {
    if placement.places.count < 2 { return [] }
    let school: SchoolID?
    switch scope {
    case .everything: return []
    case .school(let id): school = id
    case .run(let id): school = plan[programme[id].rotation].school
    case .studyClass(let id):
      if let room = programme[id].room.map({ plan[$0].name }), placement.places.contains(room) {
        return [room]
      }
      school = plan[programme[programme[id].run].rotation].school
    }
    guard let school else { return [] }
    return placement.places.filter { places[$0].map { plan[$0].school == school } ?? false }
  }

  /// When those of a scope set out for what is held at a site; nil where they need not.
  func departure(_ bundle: Bundle, in scope: AudienceText.Scope) -> String? {
    let parts = bundle.items.flatMap { outings.legs(to: $0, of: scope) }.map {
      (sessions: [$0.session], text: labels.clock($0.minute))
    }
    if parts.isEmpty { return nil }
    let times = each(parts, in: scope)
    return labels.sideBySide { $0(.setsOut, times) }
  }

  /// What those at a site must know of who comes: how many, in how many buses, and when.
  func arrival(_ bundle: Bundle) -> String {
    let people = bundle.items.reduce(0) { $0 + $1.session.people }
    let buses = bundle.items.compactMap { outings.buses(for: $0.session) }
    return labels.sideBySide { labels in
      var facts = [labels(.peopleCount, labels.number(people))]
      if !buses.isEmpty { facts.append(labels(.busCount, labels.number(buses.reduce(0, +)))) }
      facts.append(labels(.arrival, labels.clock(bundle.first.minutes.lowerBound)))
      return labels.list(facts)
    }
  }

  /// Whether a session is held at a site.
  func isVisit(_ placement: Timetable.Placement) -> Bool {
    placement.places.contains { places[$0].map { plan[$0].role == .site } ?? false }
  }

  /// The place from which a session is streamed to another; nil where it is not.
  func streamSource(of placement: Timetable.Placement, at place: String) -> String? {
    guard let main = placement.places.first, main != place, placement.places.contains(place) else {
      return nil
    }
    return main
  }

  /// Where a bundle is held; in one word where each class is in its own room.
  func places(_ bundle: Bundle, in scope: AudienceText.Scope) -> String {
    let areAtHome = bundle.items.allSatisfy { item in
      guard item.session.classes.count == 1, case .studyClass = item.session.identity.audience,
        let room = programme[item.session.classes[0]].room
      else { return false }
      return item.placement.places == [plan[room].name]
    }
    if areAtHome, bundle.items.count > 1 { return labels.heading(.ownRooms) }
    return each(byClass(bundle, in: scope), in: scope)
  }

  /// Places of each session; of groups, the places of all groups of a class together, in their
  /// order, unless it is about one class: who reads about many does not look for a group.
  private func byClass(
    _ bundle: Bundle, in scope: AudienceText.Scope
  ) -> [(sessions: [Session], text: String)] {
    if case .studyClass = scope {
      return bundle.items.map { ([$0.session], place($0.placement, in: scope)) }
    }
    var parts: [(sessions: [Session], texts: [String])] = []
    var positions: [ClassID: Int] = [:]
    for item in bundle.items {
      let text = place(item.placement, in: scope)
      guard case .group = item.session.identity.audience, let id = item.session.classes.first else {
        parts.append(([item.session], [text]))
        continue
      }
      if let position = positions[id] {
        parts[position].sessions.append(item.session)
        if !parts[position].texts.contains(text) { parts[position].texts.append(text) }
      } else {
        positions[id] = parts.count
        parts.append(([item.session], [text]))
      }
    }
    return parts.map { ($0.sessions, labels.list($0.texts.filter { !$0.isEmpty })) }
  }

  /// Teachers of each session, without those who only speak in items of its agenda.
  func teachers(_ bundle: Bundle, in scope: AudienceText.Scope, inFull: Bool) -> String {
    each(
      bundle.items.map { ([$0.session], leads($0.session, $0.placement, inFull: inFull)) },
      in: scope)
  }

  /// Who speaks in an item of the agenda of each session.
  func speakers(
    _ item: AgendaItem, _ bundle: Bundle, in scope: AudienceText.Scope
  ) -> String {
    each(
      bundle.items.map { one in
        let names = speakers(item, one.session, one.placement).map { teacher($0, inFull: true) }
        return ([one.session], labels.list(names))
      }, in: scope)
  }

  /// Names of those who speak in an item of an agenda. Who is named by the item itself is so
  /// whatever the timetable says, which may be older than the agenda.
  func speakers(
    _ item: AgendaItem, _ session: Session, _ placement: Timetable.Placement
  ) -> [String] {
    let needs = plan.template(of: session).teachers
    return item.speakers.compactMap { position in
      if needs.indices.contains(position), needs[position].candidates.count == 1 {
        return plan[needs[position].candidates[0]].name
      }
      return placement.teachers.indices.contains(position) ? placement.teachers[position] : nil
    }
  }

  /// The agenda of a session at its time, a line for each item: `09:05–09:15 Address (Li)`.
  func agenda(_ session: Session, _ placement: Timetable.Placement) -> [String] {
    timedAgenda(session, placement).map { item, minutes in
      let names = speakers(item, session, placement).map { teacher($0, inFull: false) }
      return "\(labels.times(minutes)) \(item.title)"
        + (names.isEmpty ? "" : labels.inBrackets(labels.list(names)))
    }
  }

  /// The items of an agenda with their minutes of the day; none where they do not fit.
  func timedAgenda(
    _ session: Session, _ placement: Timetable.Placement
  ) -> [(item: AgendaItem, minutes: Range<Int>)] {
    let template = plan.template(of: session)
    let calendar = plan.calendar
    guard !template.agenda.isEmpty,
      let start = calendar.slotIndex(of: placement.day, period: placement.period),
      let span = calendar.span(from: start, periods: template.periods, acrossBreaks: true),
      let times = calendar.times(of: template.agenda, in: span)
    else { return [] }
    return zip(template.agenda, times).map { ($0, $1) }
  }

  /// What somebody speaks on who is there for items of the agenda alone; empty of anybody else.
  func ownItems(
    of name: String, _ session: Session, _ placement: Timetable.Placement
  ) -> [(item: AgendaItem, minutes: Range<Int>)] {
    guard let position = placement.teachers.firstIndex(of: name),
      plan.template(of: session).onlySpeaks(position)
    else { return [] }
    return timedAgenda(session, placement).filter { $0.item.speakers.contains(position) }
  }

  /// Something about sessions of one time: once where they agree, else with who each is for.
  private func each(
    _ parts: [(sessions: [Session], text: String)], in scope: AudienceText.Scope
  ) -> String {
    var texts: [String] = []
    var sessions: [String: [Session]] = [:]
    for part in parts {
      if sessions[part.text] == nil { texts.append(part.text) }
      sessions[part.text, default: []] += part.sessions
    }
    if texts.count == 1 { return texts[0] }
    // Beside an audience of one run, the run need not be said again.
    var scope = scope
    let runs = Set(parts.flatMap { $0.sessions.flatMap(\.runs) })
    switch scope {
    case .everything, .school:
      if runs.count == 1, let run = runs.first { scope = .run(run) }
    case .run, .studyClass: break
    }
    let items = texts.filter { !$0.isEmpty }.map { text in
      let who = audience.text(sessions[text] ?? [], in: scope)
      return who.isEmpty ? text : labels.pair(who, text)
    }
    return labels.clauses(items)
  }

  /// Titles of sessions that the timetable leaves out, each with those it is for.
  func unplaced(_ sessions: [Session], in scope: AudienceText.Scope) -> String? {
    if sessions.isEmpty { return nil }
    var titles: [String] = []
    var byTitle: [String: [Session]] = [:]
    for session in sessions {
      let title = title(session)
      if byTitle[title] == nil { titles.append(title) }
      byTitle[title, default: []].append(session)
    }
    let items = titles.map { title in
      let who = audience.text(byTitle[title] ?? [], in: scope)
      return who.isEmpty ? title : title + labels.inBrackets(who)
    }
    return labels(.unplaced, labels.list(items))
  }
}
