import RotaPlanning

/// What people must be told of sessions: how each stands now, and how it stood as far as they know.
struct SessionNews: Sendable {
  struct Item: Sendable {
    var identity: SessionIdentity
    /// Nil where the programme no longer has it.
    var session: Session?
    /// Nil where people know of none, or that it is off.
    var before: Publication.Entry?
    /// With the sequence that it will have; cancelled where it is off.
    var after: Publication.Entry
    var kind: TimetableChange.Kind?
    /// Calendars have another version of it.
    var isNewToCalendars: Bool

    /// Whether it takes place.
    var isOn: Bool { !after.isCancelled }
  }

  /// In order of time.
  let items: [Item]
  /// What calendars have once they have been told of all items.
  let calendars: CalendarHistory
  private let plan: Plan
  private let programme: Programme

  /// With nothing published, everything is new.
  init(_ input: ReportInput) {
    plan = input.plan
    programme = input.programme
    let last = input.timetable.publication
    let next = Publication.next(
      after: last, on: last?.day ?? Day(number: 0), plan: plan, programme: programme,
      timetable: input.timetable)
    let known =
      last?.with(newcomersAmong: next.classes)
      ?? Publication(number: 0, day: Day(number: 0), entries: [:])
    var kinds: [SessionIdentity: TimetableChange.Kind] = [:]
    for change in known.changes(to: next) { kinds[change.session] = change.kind }
    var sessions: [SessionIdentity: Session] = [:]
    for session in programme.sessions where next.entries[session.identity] != nil {
      sessions[session.identity] = session
    }
    let told = input.calendars.entries
    let calendars = input.calendars.next(next, present: KnownClasses(programme, plan))
    self.calendars = calendars.remembered(within: plan.calendar.dates)
    items = calendars.entries.map { identity, entry in
      Item(
        identity: identity, session: sessions[identity], before: known.standing(identity),
        after: entry, kind: kinds[identity],
        isNewToCalendars: told[identity].map { $0.sequence != entry.sequence } ?? false)
    }.sorted { ($0.after.start, $0.identity) < ($1.after.start, $1.identity) }
  }

  /// Whether a session takes place for somebody: for a class that the plan no longer has, none does.
  func concernsNow(_ target: ReportTarget, _ item: Item) -> Bool {
    if case .former(let former) = target, former.isAudience { return false }
    return item.isOn && concerns(target, item, as: item.after)
  }

  /// Whether a session that stands so is the concern of a class, teacher or place.
  func concerns(_ target: ReportTarget, _ item: Item, as entry: Publication.Entry) -> Bool {
    switch target {
    case .all: return true
    case .studyClass(let id):
      let run = programme[programme[id].run]
      if entry.absent.contains(number(of: id)), isOf(run, item.identity) { return false }
      if let session = item.session, session.classes.contains(id) { return true }
      // A session of several rotations does not tell by its name which of them it was for.
      if item.session != nil, case .joint = item.identity.audience { return false }
      return isOf(run, item.identity) && isOf(class: programme[id].number, item.identity)
    case .run(let id):
      return item.session?.runs.contains(id) ?? isOf(programme[id], item.identity)
    case .rotation(let id):
      if let session = item.session {
        return session.runs.contains { programme[$0].rotation == id }
      }
      return item.identity.rotation == plan[id].name
    case .school(let id):
      let rotations = plan.rotations.filter { $0.school == id }.map(\.name)
      let places = plan.places.filter { $0.school == id }.map(\.name)
      return rotations.contains(item.identity.rotation)
        || entry.placement.places.contains { places.contains($0) }
    case .teacher(let id):
      if entry.placement.teachers.contains(plan[id].name) { return true }
      return item.session.map { plan.template(of: $0).chair == id } ?? false
    case .place(let id): return entry.placement.places.contains(plan[id].name)
    case .day(let day): return entry.placement.day == day
    case .former(let former):
      switch former.sort {
      case .teacher: return entry.placement.teachers.contains(former.name)
      case .place: return entry.placement.places.contains(former.name)
      case .run(let number):
        return item.identity.rotation == former.name && isOf(run: number, item.identity)
      case .studyClass(let one):
        return item.identity.rotation == former.name && isOf(run: one.run, item.identity)
          && isOf(class: one.number, item.identity) && !entry.absent.contains(one)
      }
    }
  }

  /// Whether a class, teacher or place, or a school by its places, is among those who had a session.
  func concerns(_ target: ReportTarget, _ item: Item, as former: FormerHolding) -> Bool {
    switch target {
    case .studyClass(let id):
      isOf(programme[programme[id].run], item.identity) && former.classes.contains(number(of: id))
    case .teacher(let id): former.teachers.contains(plan[id].name)
    case .place(let id): former.places.contains(plan[id].name)
    case .former(let one):
      switch one.sort {
      case .teacher: former.teachers.contains(one.name)
      case .place: former.places.contains(one.name)
      case .run: false
      case .studyClass(let number):
        item.identity.rotation == one.name && former.classes.contains(number)
      }
    case .school(let id):
      plan.places.contains { $0.school == id && former.places.contains($0.name) }
    case .all, .run, .rotation, .day: false
    }
  }

  private func number(of id: ClassID) -> ClassNumber {
    ClassNumber(run: programme[programme[id].run].number, number: programme[id].number)
  }

  // Of a session that the programme no longer has, only its name tells who attended.

  private func isOf(_ run: Run, _ identity: SessionIdentity) -> Bool {
    if case .joint(let number) = identity.audience { return number ?? run.number == run.number }
    return plan[run.rotation].name == identity.rotation && isOf(run: run.number, identity)
  }

  private func isOf(run: Int, _ identity: SessionIdentity) -> Bool {
    switch identity.audience {
    case .allRuns: true
    case .runs(let numbers): numbers.contains(run)
    case .run(let number), .studyClass(let number, _), .group(let number, _, _): number == run
    // Of which runs it is, its name does not tell for sure.
    case .joint: false
    }
  }

  private func isOf(class one: Int, _ identity: SessionIdentity) -> Bool {
    switch identity.audience {
    case .allRuns, .runs, .run, .joint: true
    case .studyClass(_, let number), .group(_, let number, _): number == one
    }
  }
}

extension FormerName {
  /// Whether it is people who attended, who have no session any more.
  var isAudience: Bool {
    switch sort {
    case .teacher, .place: false
    case .run, .studyClass: true
    }
  }
}

extension Publication.Entry {
  /// Minutes since 1970-01-01 00:00.
  var start: Int { placement.day.number * 1440 + minutes.lowerBound }
}
