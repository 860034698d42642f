import RotaPlanning

/// Makes the pages of a document.
struct ReportPages {
  let input: ReportInput
  let text: SessionText
  let schedule: Schedule
  private let byClass: [ClassID: [Schedule.Item]]
  private let byTeacher: [String: [Schedule.Item]]
  private let byPlace: [String: [Schedule.Item]]
  private let unplacedByClass: [ClassID: [Session]]

  var labels: Labels { text.labels }
  private var plan: Plan { input.plan }
  private var programme: Programme { input.programme }

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
    var unplaced: [ClassID: [Session]] = [:]
    for session in schedule.unplaced {
      for id in session.classes { unplaced[id, default: []].append(session) }
    }
    unplacedByClass = unplaced
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

  // MARK: Grids

  func classGrid(_ id: ClassID) -> Page {
    let studyClass = programme[id]
    return gridPage(
      .classes, heading: labels(.timetableOf, name(id)),
      facts: dates(studyClass.run)
        + [
          labels(.peopleCount, labels.number(studyClass.people)),
          studyClass.room.map { labels.pair(labels(.room), plan[$0].name) },
        ].compactMap { $0 },
      days: days(programme[studyClass.run]), items: byClass[id] ?? [],
      unplaced: unplacedByClass[id] ?? [], scope: .studyClass(id))
  }

  func runGrid(_ id: RunID) -> Page {
    let run = programme[id]
    return gridPage(
      .runs, heading: labels(.timetableOf, name(id)), facts: runFacts(id), days: days(run),
      items: items(of: id), unplaced: unplaced(of: id), scope: .run(id))
  }

  func teacherGrid(_ id: TeacherID) -> Page {
    let teacher = plan[id]
    let items = byTeacher[teacher.name] ?? []
    let facts = [teacher.institution, teacher.post].compactMap { $0 }
    return gridPage(
      .teachers, heading: labels(.timetableOf, teacher.name), facts: facts,
      days: WeekGrid.daysShown(items, calendar: plan.calendar), items: items,
      scope: .everything, subject: .teacher(teacher.name))
  }

  func placeGrid(_ id: PlaceID) -> Page {
    let place = plan[id]
    let items = byPlace[place.name] ?? []
    let facts = [
      place.school.map { plan[$0].title ?? plan[$0].name },
      plan.zone(of: place).map { plan[$0].name },
      place.seats.map { labels(.seatCount, labels.number($0)) },
    ].compactMap { $0 }
    return gridPage(
      place.role == .venue ? .venues : .sites, heading: labels(.timetableOf, place.name),
      facts: facts, days: WeekGrid.daysShown(items, calendar: plan.calendar), items: items,
      scope: .everything, subject: .place(place.name))
  }

  private func gridPage(
    _ section: Label, heading: String, facts: [String], days: [Int], items: [Schedule.Item],
    unplaced: [Session] = [], scope: AudienceText.Scope, subject: WeekGrid.Subject? = nil
  ) -> Page {
    var page = Page(
      section: labels(section), heading: heading, subheadings: subheadings(facts))
    if items.isEmpty {
      page.blocks.append(.paragraph(labels(.nothingPlaced)))
    } else {
      page.blocks += WeekGrid(input: input, text: text, subject: subject)
        .blocks(days: days, items: items, scope: scope).map { .grid($0) }
      if let legend = text.legend(items.map(\.session)) { page.blocks.append(.legend(legend)) }
    }
    if let left = text.unplaced(unplaced, in: scope) { page.blocks.append(.paragraph(left)) }
    return page
  }

  func dayGrid(_ day: Day) -> Page {
    let heading = labels(.timetableOf, "\(labels.fullDate(day)) \(labels.weekday(day))")
    var page = Page(section: labels(.timetable), heading: heading, subheadings: subheadings([]))
    let items = items(on: day)
    if items.isEmpty {
      page.blocks = [.paragraph(labels(.nothingPlaced))]
    } else if let index = plan.calendar.dayIndex(of: day) {
      page.blocks = DaySheet(input: input, text: text).blocks(dayIndex: index, items: items)
        .map { .grid($0) }
      // What no class attends has no column in the grid.
      let others = items.filter(\.session.classes.isEmpty)
      if !others.isEmpty {
        page.blocks.append(
          .table(ProgrammeTable(input: input, text: text).block(others, scope: .everything)))
      }
      if let legend = text.legend(items.map(\.session)) { page.blocks.append(.legend(legend)) }
    }
    return page
  }

  // MARK: Programme tables

  func runProgramme(_ id: RunID) -> Page {
    programmePage(
      name(id), facts: runFacts(id), items: items(of: id), unplaced: unplaced(of: id),
      scope: .run(id))
  }

  func classProgramme(_ id: ClassID) -> Page {
    programmePage(
      name(id),
      facts: dates(programme[id].run)
        + [labels(.peopleCount, labels.number(programme[id].people))],
      items: byClass[id] ?? [], unplaced: unplacedByClass[id] ?? [], scope: .studyClass(id))
  }

  func teacherProgramme(_ id: TeacherID) -> Page {
    programmePage(
      plan[id].name, facts: [plan[id].institution, plan[id].post].compactMap { $0 },
      items: byTeacher[plan[id].name] ?? [], scope: .everything)
  }

  func placeProgramme(_ id: PlaceID) -> Page {
    programmePage(
      plan[id].name, facts: [], items: byPlace[plan[id].name] ?? [], scope: .everything)
  }

  func dayProgramme(_ day: Day) -> Page {
    programmePage(
      "\(labels.fullDate(day)) \(labels.weekday(day))", facts: [], items: items(on: day),
      scope: .everything)
  }

  private func programmePage(
    _ name: String, facts: [String], items: [Schedule.Item], unplaced: [Session] = [],
    scope: AudienceText.Scope
  ) -> Page {
    var page = Page(
      section: labels(.programmes), heading: labels(.programmeOf, name),
      subheadings: subheadings(facts))
    page.blocks =
      items.isEmpty
      ? [.paragraph(labels(.nothingPlaced))]
      : [.table(ProgrammeTable(input: input, text: text).block(items, scope: scope))]
    if let left = text.unplaced(unplaced, in: scope) { page.blocks.append(.paragraph(left)) }
    return page
  }

  // MARK: What there is

  /// Teachers and places that the timetable uses, in the plan's order.
  var teachersUsed: [TeacherID] {
    plan.teachers.indices.filter { byTeacher[plan.teachers[$0].name] != nil }.map { TeacherID($0) }
  }
  var placesUsed: [PlaceID] {
    let used = plan.places.indices.filter { byPlace[plan.places[$0].name] != nil }
    return
      (used.filter { plan.places[$0].role == .venue }
      + used.filter { plan.places[$0].role == .site }).map { PlaceID($0) }
  }

  private func items(of run: RunID) -> [Schedule.Item] {
    schedule.items.filter { $0.session.runs.contains(run) }
  }

  private func items(on day: Day) -> [Schedule.Item] {
    schedule.items.filter { $0.placement.day == day }
  }

  private func unplaced(of run: RunID) -> [Session] {
    schedule.unplaced.filter { $0.runs.contains(run) }
  }

  private func days(_ run: Run) -> [Int] {
    Array(run.days.clamped(to: 0..<plan.calendar.days.count))
  }

  // MARK: Headings

  func name(_ id: RunID) -> String {
    let run = programme[id]
    let rotation = plan[run.rotation]
    return "\(rotation.title ?? rotation.name) \(labels(.runNumber, String(run.number)))"
  }

  func name(_ id: ClassID) -> String {
    "\(name(programme[id].run)) \(AudienceLabel.short(programme[id], labels.main))"
  }

  private func dates(_ id: RunID) -> [String] {
    let days = days(programme[id])
    guard let first = days.first, let last = days.last else { return [] }
    return [labels.dates(plan.calendar.days[first].day, plan.calendar.days[last].day)]
  }

  private func runFacts(_ id: RunID) -> [String] {
    let run = programme[id]
    return dates(id) + [
      labels(.peopleCount, labels.number(run.people)),
      labels(.classCount, labels.number(run.classes.count)),
    ]
  }

  /// The plan, then what is particular, then the version.
  func subheadings(_ facts: [String]) -> [String] {
    let title = [plan.title ?? plan.name].compactMap { $0 }
    let version = input.versionDate.map { labels(.version, labels.fullDate($0)) }
    let line = (title + facts + [version].compactMap { $0 }).filter { !$0.isEmpty }
    return line.isEmpty ? [] : [line.joined(separator: " · ")]
  }
}
