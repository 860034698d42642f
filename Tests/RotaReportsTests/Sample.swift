import RotaPlanning

@testable import RotaReports

/// A rotation made by hand, with its programme and a timetable: every form of session, classes that
/// go out while others stay, groups, a stream, and one session that has no place.
struct Sample {
  var plan = Plan()
  var programme = Programme()
  var timetable = Timetable()
  private let names: SampleNames

  var input: ReportInput {
    ReportInput(
      plan: plan, programme: programme, timetable: timetable,
      versionDate: Day(year: 2023, month: 2, day: 10))
  }

  /// Runs of five days; `classes` of each run, repeated as needed.
  init(_ language: Plan.Language, runs: Int = 1, classes: [Int] = [2]) {
    names = SampleNames.of(language)
    plan.languages = [language]
    makePlan()
    makeModules()
    for run in 0..<runs { addRun(run, classes: classes[run % classes.count]) }
    place()
  }

  // MARK: Plan

  private mutating func makePlan() {
    plan.name = names.plan
    let clock = [510..<600, 620..<710, 870..<960, 980..<1070]
    // From 2023-02-23.
    plan.calendar = TeachingCalendar(
      dates: Day(number: 19411)...Day(number: 19411 + 40),
      weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday],
      periods: zip(names.periods, clock).map { TeachingCalendar.Period(name: $0, times: $1) })
    var hall = Place(name: names.hall, role: .venue)
    hall.seats = 500
    hall.streams = true
    plan.places.append(hall)
    for number in 1...8 {
      var room = Place(name: "\(names.room)\(number)", role: .venue)
      room.seats = 65
      plan.places.append(room)
    }
    for (index, name) in names.sites.enumerated() {
      var site = Place(name: name, role: .site)
      site.travel = 40 + 10 * index
      site.seats = 300
      plan.places.append(site)
    }
    for (name, institution, post) in names.teachers {
      var teacher = Teacher(name: name)
      teacher.institution = institution
      teacher.post = post
      plan.teachers.append(teacher)
    }
    plan.teachers[plan.teachers.count - 1].isRemote = true
    plan.units = names.units.enumerated().map { Unit(name: $1, people: 400 + 100 * $0) }
    var buses = Resource(name: names.buses, role: .buses, count: 12)
    buses.seats = 50
    plan.resources = [buses]
  }

  private mutating func makeModules() {
    plan.modules = names.modules.map { Module(name: $0) }
    plan.modules[0].sessions = [
      template(names.ceremony, "ceremony"), template(names.mobilisation, "mobilisation"),
      template(names.closing, "ceremony"), template(names.lunch, "meal"),
    ]
    plan.modules[0].sessions[0].chair = TeacherID(0)
    plan.modules[1].sessions =
      names.lectures.map { template($0, "lecture") } + [
        template(names.study, "study", .studyClass), template(names.exam, "exam", .studyClass),
      ]
    plan.modules[2].sessions = [
      template(names.visit, "visit", .studyClass),
      template(names.discussion, "discussion", .studyClass),
      template(names.groupWork, "research", .groups(of: 31)), template(names.exchange, "exchange"),
    ]
    plan.modules[2].sessions[0].periods = 2
    plan.modules[2].sessions[1].meetings = 2
    plan.modules[2].sessions[3].note = names.note
    var rotation = Rotation(name: names.rotation)
    rotation.modules = plan.modules.indices.map { ModuleID($0) }
    plan.rotations = [rotation]
  }

  private func template(
    _ name: String, _ form: String, _ audience: SessionTemplate.Audience = .run
  ) -> SessionTemplate {
    var template = SessionTemplate(name: name, form: form)
    template.audience = audience
    return template
  }

  // MARK: Programme

  /// Every class is two groups.
  private mutating func addRun(_ index: Int, classes: Int) {
    let run = RunID(index)
    var ids: [ClassID] = []
    for number in 1...classes {
      let id = ClassID(programme.classes.count)
      let atoms = [AtomID(programme.atoms.count), AtomID(programme.atoms.count + 1)]
      programme.atoms += [AttendeeAtom(studyClass: id), AttendeeAtom(studyClass: id)]
      let people = 62 - number % 2
      let shares = plan.units.indices.map { unit in
        UnitShare(unit: UnitID(unit), people: unit == 0 ? people - 20 * (plan.units.count - 1) : 20)
      }
      programme.classes.append(
        StudyClass(
          run: run, number: number, people: people, shares: shares, room: PlaceID(number),
          atoms: atoms))
      ids.append(id)
    }
    let shares = plan.units.indices.map { unit in
      UnitShare(
        unit: UnitID(unit), people: ids.reduce(0) { $0 + programme[$1].shares[unit].people })
    }
    programme.runs.append(
      Run(
        rotation: RotationID(0), number: index + 1, days: (5 * index)..<(5 * index + 5),
        people: ids.reduce(0) { $0 + programme[$1].people }, shares: shares, classes: ids))
    for (module, one) in plan.modules.enumerated() {
      for (template, session) in one.sessions.enumerated() {
        for meeting in 1...session.meetings {
          addSessions(ModuleID(module), template, meeting, run)
        }
      }
    }
  }

  private mutating func addSessions(
    _ module: ModuleID, _ template: Int, _ meeting: Int, _ id: RunID
  ) {
    let run = programme[id]
    let session = plan[module].sessions[template]
    func add(
      _ audience: SessionIdentity.Audience, _ atoms: [AtomID], _ classes: [ClassID], _ people: Int
    ) {
      let identity = SessionIdentity(
        rotation: names.rotation, audience: audience, module: plan[module].name,
        session: session.name, meeting: meeting)
      programme.sessions.append(
        Session(
          identity: identity, rotation: RotationID(0), module: module, template: template,
          atoms: atoms, classes: classes, runs: [id], people: people, days: Array(run.days),
          places: [], needsPlace: true))
    }
    switch session.audience {
    case .studyClass:
      for id in run.classes {
        let one = programme[id]
        add(.studyClass(run: run.number, number: one.number), one.atoms, [id], one.people)
      }
    case .groups:
      for id in run.classes {
        let one = programme[id]
        for (index, atom) in one.atoms.enumerated() {
          add(
            .group(run: run.number, studyClass: one.number, number: index + 1), [atom], [id],
            one.people / 2)
        }
      }
    case .run, .allRuns, .runs, .joint:
      add(.run(run.number), run.classes.flatMap { programme[$0].atoms }, run.classes, run.people)
    }
  }

  // MARK: Timetable

  private mutating func place() {
    for session in programme.sessions {
      guard let run = session.runs.first, let held = held(session) else { continue }
      let base = plan.calendar.days[programme[run].days.lowerBound].slots.lowerBound
      let start = plan.calendar.slots[base + held.slot]
      timetable.placements[session.identity] = Timetable.Placement(
        day: plan.calendar.days[start.dayIndex].day, period: start.period, places: held.places,
        teachers: held.teachers)
    }
  }

  /// Odd classes visit on the third day of the run, even ones on the fourth; each discusses when it
  /// does not visit. The lunch is left out.
  private func held(_ session: Session) -> (slot: Int, places: [String], teachers: [String])? {
    let number = session.classes.count == 1 ? programme[session.classes[0]].number : 0
    let isOdd = number % 2 == 1
    let room = "\(names.room)\(max(1, number))"
    switch session.identity.session {
    case names.ceremony: return (0, [names.hall], [])
    case names.mobilisation: return (1, [names.hall], [names.teachers[0].name])
    case names.closing: return (18, [names.hall], [])
    case names.study: return (3, [room], [])
    case names.exam: return (16, [room], [])
    case names.visit: return (isOdd ? 10 : 14, [names.sites[number % names.sites.count]], [])
    case names.discussion:
      let slot = session.identity.meeting == 1 ? 6 : isOdd ? 14 : 10
      return (slot, [room], [names.teachers[1].name])
    case names.groupWork:
      guard case .group(_, _, let group) = session.identity.audience else { return nil }
      return (13, ["\(names.room)\((2 * number + group - 3) % 8 + 1)"], [])
    case names.exchange: return (17, [names.hall, "\(names.room)8"], [])
    case let name:
      guard let index = names.lectures.firstIndex(of: name) else { return nil }
      let teacher = names.teachers[2 + index % (names.teachers.count - 2)].name
      return ([2, 4, 5, 8, 9, 12][index % 6], [names.hall], [teacher])
    }
  }
}
