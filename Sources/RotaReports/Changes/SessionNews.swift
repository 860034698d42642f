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

    /// Whether it takes place.
    var isOn: Bool { !after.isCancelled }
  }

  /// In order of time.
  let items: [Item]
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
    let known = last ?? Publication(number: 0, day: Day(number: 0), entries: [:])
    var kinds: [SessionIdentity: TimetableChange.Kind] = [:]
    for change in known.changes(to: next) { kinds[change.session] = change.kind }
    var sessions: [SessionIdentity: Session] = [:]
    for session in programme.sessions where next.entries[session.identity] != nil {
      sessions[session.identity] = session
    }
    items = next.entries.map { identity, entry in
      Item(
        identity: identity, session: sessions[identity], before: known.standing(identity),
        after: entry, kind: kinds[identity])
    }.sorted { ($0.after.start, $0.identity) < ($1.after.start, $1.identity) }
  }

  /// Whether a session that stands so is the concern of a class, teacher or place.
  func concerns(_ target: ReportTarget, _ item: Item, as entry: Publication.Entry) -> Bool {
    switch target {
    case .all: return true
    case .studyClass(let id):
      if let session = item.session { return session.classes.contains(id) }
      let run = programme[programme[id].run]
      return isOf(run, item.identity) && isOf(programme[id], of: run, item.identity)
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
      let names = former.sort == .teacher ? entry.placement.teachers : entry.placement.places
      return names.contains(former.name)
    }
  }

  // Of a session that the programme no longer has, only its name tells who attended.

  private func isOf(_ run: Run, _ identity: SessionIdentity) -> Bool {
    if case .joint(let number) = identity.audience { return number ?? run.number == run.number }
    if plan[run.rotation].name != identity.rotation { return false }
    return switch identity.audience {
    case .joint: true
    case .allRuns: true
    case .runs(let numbers): numbers.contains(run.number)
    case .run(let number), .studyClass(let number, _), .group(let number, _, _):
      number == run.number
    }
  }

  private func isOf(_ one: StudyClass, of run: Run, _ identity: SessionIdentity) -> Bool {
    switch identity.audience {
    case .allRuns, .runs, .run, .joint: true
    case .studyClass(_, let number), .group(_, let number, _): number == one.number
    }
  }
}

extension Publication.Entry {
  /// Minutes since 1970-01-01 00:00.
  var start: Int { placement.day.number * 1440 + minutes.lowerBound }
}
