import RotaPlanning

/// Makes the pages of a document, and knows whose sessions are whose.
struct ReportPages {
  let input: ReportInput
  let text: SessionText
  let schedule: Schedule
  private let byClass: [ClassID: [Schedule.Item]]
  private let byTeacher: [String: [Schedule.Item]]
  private let byPlace: [String: [Schedule.Item]]
  private let byRun: [RunID: [Schedule.Item]]
  private let byDay: [Day: [Schedule.Item]]
  private let unplacedByClass: [ClassID: [Session]]
  /// Of classes whose rotation names none: the school of their room, or else the one at which they
  /// are most.
  private let schoolByClass: [ClassID: SchoolID]

  var labels: Labels { text.labels }
  var plan: Plan { input.plan }
  var programme: Programme { input.programme }

  init(_ input: ReportInput) {
    self.input = input
    text = SessionText(input)
    schedule = Schedule(input)
    let plan = input.plan
    byClass = schedule.items { $0.session.classes }
    byTeacher = schedule.items { item in
      let chair = plan.template(of: item.session).chair.map { plan[$0].name }
      let teachers = item.placement.teachers
      return teachers + [chair].compactMap { $0 }.filter { !teachers.contains($0) }
    }
    byPlace = schedule.items { $0.placement.places }
    byRun = schedule.items { $0.session.runs }
    byDay = schedule.items { [$0.placement.day] }
    var unplaced: [ClassID: [Session]] = [:]
    for session in schedule.unplaced {
      for id in session.classes { unplaced[id, default: []].append(session) }
    }
    unplacedByClass = unplaced
    schoolByClass = Self.schools(input, text, byClass)
  }

  private static func schools(
    _ input: ReportInput, _ text: SessionText, _ byClass: [ClassID: [Schedule.Item]]
  ) -> [ClassID: SchoolID] {
    let plan = input.plan
    if plan.schools.isEmpty { return [:] }
    var schools: [ClassID: SchoolID] = [:]
    for (id, items) in byClass {
      let studyClass = input.programme[id]
      if let known = plan[input.programme[studyClass.run].rotation].school
        ?? studyClass.room.flatMap({ plan[$0].school })
      {
        schools[id] = known
        continue
      }
      var counts = [Int](repeating: 0, count: plan.schools.count)
      for item in items {
        if let place = item.placement.places.first.flatMap({ text.places[$0] }),
          let school = plan[place].school
        {
          counts[school.value] += 1
        }
      }
      if let most = counts.max(), most > 0 {
        schools[id] = counts.firstIndex(of: most).map { SchoolID($0) }
      }
    }
    return schools
  }

  func document(_ title: String? = nil, pages: [Page]) -> Document {
    var subtitles: [String] = []
    if let dates = plan.calendar.dates {
      subtitles.append(labels.dates(dates.lowerBound, dates.upperBound))
    }
    if let version = input.versionDate {
      subtitles.append(labels(.version, labels.fullDate(version)))
    }
    let name = plan.title ?? plan.name
    return Document(
      title: [name, title].compactMap { $0 }.joined(separator: " "), subtitles: subtitles,
      pages: pages, language: labels.main, paper: plan.paper)
  }

  // MARK: Whose sessions are whose

  /// In order of time.
  func items(of target: ReportTarget) -> [Schedule.Item] {
    // Pages that nobody is to have need not be filled.
    if input.isCancelled() { return [] }
    return switch target {
    case .all: schedule.items
    case .studyClass(let id): byClass[id] ?? []
    case .run(let id): byRun[id] ?? []
    case .rotation(let id):
      schedule.items.filter { $0.session.runs.contains { programme[$0].rotation == id } }
    case .school(let id):
      schedule.items.filter { isOf(id, $0.session) || isAt(id, $0.placement.places) }
    case .teacher(let id): byTeacher[plan[id].name] ?? []
    case .place(let id): byPlace[plan[id].name] ?? []
    case .day(let day): byDay[day] ?? []
    case .former: []
    }
  }

  /// Sessions without a time: nobody knows yet who teaches them, or where.
  func unplaced(of target: ReportTarget) -> [Session] {
    switch target {
    case .all: schedule.unplaced
    case .studyClass(let id): unplacedByClass[id] ?? []
    case .run(let id): schedule.unplaced.filter { $0.runs.contains(id) }
    case .rotation(let id):
      schedule.unplaced.filter { $0.runs.contains { programme[$0].rotation == id } }
    case .school(let id): schedule.unplaced.filter { isOf(id, $0) }
    case .teacher, .place, .day, .former: []
    }
  }

  private func isOf(_ school: SchoolID, _ session: Session) -> Bool {
    plan[session.rotation].school == school
      || session.runs.contains { plan[programme[$0].rotation].school == school }
      || session.classes.contains { schoolByClass[$0] == school }
  }

  private func isAt(_ school: SchoolID, _ places: [String]) -> Bool {
    places.contains { text.places[$0].map { plan[$0].school == school } ?? false }
  }

  /// What the reader of a page knows already.
  func scope(of target: ReportTarget) -> AudienceText.Scope {
    switch target {
    case .studyClass(let id): .studyClass(id)
    case .run(let id): .run(id)
    case .rotation(let id):
      // Of an event, which is one run, nobody need say which run it is.
      onlyRun(of: id).map { .run($0) } ?? .everything
    case .school(let id): .school(id)
    case .all, .teacher, .place, .day, .former: .everything
    }
  }

  private func onlyRun(of id: RotationID) -> RunID? {
    let runs = programme.runs.indices.filter { programme.runs[$0].rotation == id }
    return runs.count == 1 ? RunID(runs[0]) : nil
  }

  /// Teachers, places and schools that the timetable uses, in the plan's order.
  var teachersUsed: [TeacherID] {
    plan.teachers.indices.filter { byTeacher[plan.teachers[$0].name] != nil }.map { TeacherID($0) }
  }
  var placesUsed: [PlaceID] {
    let used = plan.places.indices.filter { byPlace[plan.places[$0].name] != nil }
    return
      (used.filter { plan.places[$0].role == .venue }
      + used.filter { plan.places[$0].role == .site }).map { PlaceID($0) }
  }
  var daysUsed: [Day] { byDay.keys.sorted() }

  /// Classes of a target, in the programme's order.
  func classes(of target: ReportTarget) -> [ClassID] {
    switch target {
    case .all: programme.runs.flatMap(\.classes)
    case .studyClass(let id): [id]
    case .run(let id): programme[id].classes
    case .rotation(let id):
      programme.runs.filter { $0.rotation == id }.flatMap(\.classes)
    case .school(let id):
      programme.runs.flatMap(\.classes).filter { studyClass in
        (schoolByClass[studyClass] ?? plan[programme[programme[studyClass].run].rotation].school)
          == id
      }
    case .day(let day):
      programme.runs.filter { run in
        plan.calendar.dayIndex(of: day).map { run.days.contains($0) } ?? false
      }.flatMap(\.classes)
    case .teacher, .place, .former: []
    }
  }

  func days(_ run: Run) -> [Int] {
    Array(run.days.clamped(to: 0..<plan.calendar.days.count))
  }

  /// The days of a run, and those before and after on which it has something.
  func days(_ run: Run, with items: [Schedule.Item]) -> [Int] {
    Set(days(run) + items.map(\.dayIndex)).sorted()
  }
}
