import RotaPlanning

/// Some sessions of a programme with what they need of the plan, and nothing else: it is numbered
/// anew, so that a search on a part takes time and memory by the size of the part. Names, dates and
/// everything that is said of days and times stay what they were, and so do schools, zones and
/// units.
struct Part: Sendable {
  private(set) var plan: Plan
  private(set) var programme = Programme()
  /// The placements to begin with of these sessions.
  private(set) var start = Timetable()

  /// - Parameter sessions: positions in the programme, in order.
  init(of sessions: [Int], in whole: Whole) {
    let all = sessions.map { whole.programme.sessions[$0] }
    start.publication = whole.start.publication
    for session in all {
      start.placements[session.identity] = whole.start.placements[session.identity]
    }
    let uses = Uses(of: all, in: whole)
    plan = whole.plan
    uses.restrict(&plan)
    programme = uses.restricted(whole.programme)
    programme.sessions = all.map { uses.renumbered($0) }
  }
}

/// What some sessions hold, may hold, or are about.
private struct Uses {
  private let places: Selection<Place>
  private let teachers: Selection<Teacher>
  private let resources: Selection<Resource>
  private let modules: Selection<Module>
  private let rotations: Selection<Rotation>
  private let runs: Selection<Run>
  private let classes: Selection<StudyClass>
  private let atoms: Selection<AttendeeAtom>

  init(of sessions: [Session], in whole: Whole) {
    var places: Set<PlaceID> = []
    var teachers: Set<TeacherID> = []
    var resources: Set<ResourceID> = []
    var modules: Set<ModuleID> = []
    var rotations: Set<RotationID> = []
    var runs: Set<RunID> = []
    var classes: Set<ClassID> = []
    for session in sessions {
      let holdings = whole.holdings(of: session)
      places.formUnion(holdings.places)
      teachers.formUnion(holdings.teachers)
      resources.formUnion(holdings.resources)
      modules.insert(session.module)
      rotations.insert(session.rotation)
      runs.formUnion(session.runs)
      classes.formUnion(session.classes)
    }
    runs.formUnion(classes.map { whole.programme[$0].run })
    rotations.formUnion(runs.map { whole.programme[$0].rotation })
    self.places = Selection(places)
    self.teachers = Selection(teachers)
    self.resources = Selection(resources)
    self.modules = Selection(modules)
    self.rotations = Selection(rotations)
    self.runs = Selection(runs)
    self.classes = Selection(classes)
    atoms = Selection(Set(classes.flatMap { whole.programme[$0].atoms }))
  }

  func restrict(_ plan: inout Plan) {
    plan.places = places.items(of: plan.places)
    plan.teachers = teachers.items(of: plan.teachers)
    plan.resources = resources.items(of: plan.resources)
    plan.modules = modules.items(of: plan.modules)
    for module in plan.modules.indices {
      for index in plan.modules[module].sessions.indices {
        restrict(&plan.modules[module].sessions[index])
      }
    }
    plan.rotations = rotations.items(of: plan.rotations)
    for index in plan.rotations.indices { restrict(&plan.rotations[index]) }
    plan.preferences = plan.preferences.compactMap { renumbered($0) }
    plan.travel = Dictionary(
      uniqueKeysWithValues: plan.travel.compactMap { pair, minutes in
        guard let first = renumbered(pair.first), let second = renumbered(pair.second) else {
          return nil
        }
        return (Plan.TravelPair(first, second), minutes)
      })
  }

  private func restrict(_ template: inout SessionTemplate) {
    template.places = places[template.places]
    template.streamedTo = places[template.streamedTo]
    for need in template.teachers.indices {
      template.teachers[need].candidates = teachers[template.teachers[need].candidates]
    }
    template.chair = template.chair.flatMap { teachers[$0] }
    template.resources = template.resources.compactMap { need in
      resources[need.resource].map { .init(resource: $0, count: need.count) }
    }
  }

  private func restrict(_ rotation: inout Rotation) {
    rotation.modules = modules[rotation.modules]
    for (number, var override) in rotation.classOverrides {
      override.room = override.room.flatMap { places[$0] }
      override.modules = override.modules.map { modules[$0] }
      rotation.classOverrides[number] = override
    }
  }

  private func renumbered(_ preference: Preference) -> Preference? {
    guard case .avoid(var avoidance) = preference.wish else { return preference }
    switch avoidance.subject {
    case .teacher(let id):
      guard let kept = teachers[id] else { return nil }
      avoidance.subject = .teacher(kept)
    case .place(let id):
      guard let kept = places[id] else { return nil }
      avoidance.subject = .place(kept)
    }
    var preference = preference
    preference.wish = .avoid(avoidance)
    return preference
  }

  private func renumbered(_ end: Plan.TravelEnd) -> Plan.TravelEnd? {
    guard case .place(let id) = end else { return end }
    return places[id].map { .place($0) }
  }

  /// Runs, classes and atoms; not the sessions.
  func restricted(_ programme: Programme) -> Programme {
    var part = Programme()
    part.runs = runs.items(of: programme.runs).map { run in
      var run = run
      run.rotation = rotations[run.rotation] ?? run.rotation
      run.classes = classes[run.classes]
      return run
    }
    part.classes = classes.items(of: programme.classes).map { studyClass in
      var studyClass = studyClass
      studyClass.run = runs[studyClass.run] ?? studyClass.run
      studyClass.room = studyClass.room.flatMap { places[$0] }
      studyClass.modules = studyClass.modules.map { modules[$0] }
      studyClass.atoms = atoms[studyClass.atoms]
      return studyClass
    }
    part.atoms = atoms.items(of: programme.atoms).map { atom in
      AttendeeAtom(studyClass: classes[atom.studyClass] ?? atom.studyClass)
    }
    return part
  }

  func renumbered(_ session: Session) -> Session {
    var session = session
    session.rotation = rotations[session.rotation] ?? session.rotation
    session.module = modules[session.module] ?? session.module
    session.atoms = atoms[session.atoms]
    session.classes = classes[session.classes]
    session.runs = runs[session.runs]
    session.places = places[session.places]
    return session
  }
}
