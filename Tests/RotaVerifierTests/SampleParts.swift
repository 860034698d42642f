import RotaPlanning

extension Sample {
  /// 2027-03-01 is a Monday.
  static let monday = Day(number: 20_878)

  static func calendar(weeks: Int) -> TeachingCalendar {
    TeachingCalendar(
      dates: monday...monday.advanced(by: weeks * 7 - 1),
      weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday],
      periods: [
        .init(name: "am1", times: 510..<600), .init(name: "am2", times: 620..<710),
        .init(name: "pm1", times: 870..<960), .init(name: "pm2", times: 980..<1070),
      ])
  }

  static func venue(_ name: String, seats: Int?, streams: Bool = false) -> Place {
    var place = Place(name: name, role: .venue)
    place.seats = seats
    place.streams = streams
    return place
  }

  static func site(_ name: String, seats: Int?, travel: Int) -> Place {
    var place = Place(name: name, role: .site)
    place.seats = seats
    place.travel = travel
    return place
  }

  static func resource(_ name: String, _ role: Resource.Role, _ count: Int, seats: Int? = nil)
    -> Resource
  {
    var resource = Resource(name: name, role: role, count: count)
    resource.seats = seats
    return resource
  }

  static func template(
    _ name: String, _ audience: SessionTemplate.Audience = .run, in places: [PlaceID] = [],
    by teachers: [[TeacherID]] = [], change: (inout SessionTemplate) -> Void = { _ in }
  ) -> SessionTemplate {
    var template = SessionTemplate(name: name, form: "lecture")
    template.audience = audience
    template.places = places
    template.teachers = teachers.map { .init(candidates: $0) }
    change(&template)
    return template
  }

  /// What the plan comes to: two classes of 30 in each run, each split into the groups of the first
  /// template that asks for groups.
  static func programme(of plan: Plan, runs: [Range<Int>]) -> Programme {
    var programme = Programme()
    let templates = plan.modules[0].sessions
    var groups = 1
    for case .groups(let size) in templates.map(\.audience) { groups = (30 + size - 1) / size }
    let units: [UnitID?] = plan.units.isEmpty ? [nil] : plan.units.indices.map { UnitID($0) }
    for (number, days) in runs.enumerated() {
      let run = RunID(number)
      var classes: [ClassID] = []
      var shares = units.map { UnitShare(unit: $0, people: 0) }
      for position in 1...2 {
        let id = ClassID(programme.classes.count)
        let atoms = (0..<groups).map { AtomID(programme.atoms.count + $0) }
        programme.atoms += atoms.map { _ in AttendeeAtom(studyClass: id) }
        let special = plan.rotations[0].classOverrides[.init(run: number + 1, number: position)]
        programme.classes.append(
          StudyClass(
            run: run, number: position, people: 30,
            shares: units.map { UnitShare(unit: $0, people: 30 / units.count) },
            room: special?.room, excluded: special?.excluded ?? [], atoms: atoms))
        classes.append(id)
      }
      for index in shares.indices { shares[index].people = 60 / units.count }
      programme.runs.append(
        Run(
          rotation: RotationID(0), number: number + 1, days: days, people: 60, shares: shares,
          classes: classes))
    }
    for (position, template) in templates.enumerated() {
      for (audience, runs, classes) in attendees(of: template, in: programme) {
        var group: Int?
        if case .group(_, _, let number) = audience { group = number }
        let atoms = classes.flatMap { programme[$0].atoms }
        for meeting in 1...template.meetings {
          programme.sessions.append(
            Session(
              identity: SessionIdentity(
                rotation: "R", audience: audience, module: "M", session: template.name,
                meeting: meeting), rotation: RotationID(0), module: ModuleID(0),
              template: position, atoms: group.map { [atoms[$0 - 1]] } ?? atoms,
              classes: classes, runs: runs,
              people: group == nil ? 30 * classes.count : 30 / groups,
              days: runs.flatMap { programme[$0].days }.sorted(), places: template.places,
              needsPlace: !template.places.isEmpty))
        }
      }
    }
    return programme
  }

  private static func attendees(of template: SessionTemplate, in programme: Programme)
    -> [(SessionIdentity.Audience, [RunID], [ClassID])]
  {
    let runs = programme.runs.indices.map { RunID($0) }
    let classes = programme.classes.indices.map { ClassID($0) }
    func numbers(_ id: ClassID) -> (run: Int, number: Int) {
      (programme[programme[id].run].number, programme[id].number)
    }
    switch template.audience {
    case .run: return runs.map { (.run($0.value + 1), [$0], programme[$0].classes) }
    case .allRuns: return [(.allRuns, runs, classes)]
    case .joint(let byRun):
      // There is but one rotation.
      if !byRun { return [(.joint(run: nil), runs, classes)] }
      return runs.map { (.joint(run: $0.value + 1), [$0], programme[$0].classes) }
    case .runs(let list):
      let chosen = runs.filter { list.contains($0.value + 1) }
      return [(.runs(list), chosen, chosen.flatMap { programme[$0].classes })]
    case .studyClass:
      return classes.map { id in
        let (run, number) = numbers(id)
        return (.studyClass(run: run, number: number), [programme[id].run], [id])
      }
    case .groups:
      return classes.flatMap { id -> [(SessionIdentity.Audience, [RunID], [ClassID])] in
        let (run, number) = numbers(id)
        let groups = 1...programme[id].atoms.count
        return groups.map {
          (.group(run: run, studyClass: number, number: $0), [programme[id].run], [id])
        }
      }
    }
  }
}
