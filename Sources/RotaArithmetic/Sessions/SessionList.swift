import RotaDiagnostics
import RotaPlanning

/// Makes the sessions of a rotation's runs from the templates of its modules.
struct SessionList {
  /// More sessions, or more parts of classes, than this are refused.
  static let mostSessions = 2_000_000

  private let plan: Plan
  private let rotation: Rotation
  private let id: RotationID
  private var programme: Programme
  private let runs: [RunID]
  private let cancellation: Cancellation
  private var groups: [Int: ClassGroups] = [:]
  private var fitting: [FittingKey: [PlaceID]] = [:]

  private struct FittingKey: Hashable {
    var module: ModuleID
    var template: Int
    var people: Int
  }

  /// A module's template with its position.
  private struct Row {
    var module: ModuleID
    var index: Int
    var template: SessionTemplate
  }

  /// Adds atoms and sessions of these runs; a finding and no sessions where there are too many.
  static func add(
    rotation id: RotationID, runs: Range<Int>, plan: Plan, to programme: inout Programme,
    _ cancellation: Cancellation
  ) throws(Cancellation.Requested) -> Diagnostic? {
    let rotation = plan[id]
    var modules: [ModuleID] = []
    for module in rotation.modules where !modules.contains(module) { modules.append(module) }
    let rows = modules.flatMap { module in
      plan[module].sessions.enumerated().map {
        Row(module: module, index: $0.offset, template: $0.element)
      }
    }
    var list = SessionList(
      plan: plan, rotation: rotation, id: id, programme: programme, runs: runs.map { RunID($0) },
      cancellation)
    let tooMany = !list.canHold(rows)
    programme = Programme()
    try list.addAtoms(tooMany ? [] : rows)
    if !tooMany {
      list.addJoint(rows)
      for run in list.runs { try list.addRun(run, rows) }
    }
    programme = list.programme
    return tooMany
      ? ArithmeticMessages.tooManySessions(in: plan, id, limit: mostSessions) : nil
  }

  private init(
    plan: Plan, rotation: Rotation, id: RotationID, programme: Programme, runs: [RunID],
    _ cancellation: Cancellation
  ) {
    self.plan = plan
    self.rotation = rotation
    self.id = id
    self.programme = programme
    self.runs = runs
    self.cancellation = cancellation
  }

  /// Counts sessions and atoms before any is made.
  private func canHold(_ rows: [Row]) -> Bool {
    var sessions = programme.sessions.count
    var atoms = programme.atoms.count
    for row in rows {
      var audiences = 0
      switch row.template.audience {
      case .allRuns, .runs: audiences = 1
      case .joint: audiences = 0
      case .run: audiences = runs.count
      case .studyClass: for run in runs { audiences += classes(of: run, attending: row).count }
      case .groups(let most):
        for run in runs {
          for id in classes(of: run, attending: row) {
            audiences += ClassGroups.count(people: programme[id].people, most: most)
          }
        }
        atoms += audiences
      }
      let (made, overflow) = audiences.multipliedReportingOverflow(
        by: max(1, row.template.meetings))
      if overflow || made > Self.mostSessions { return false }
      sessions += made
      if sessions > Self.mostSessions || atoms > Self.mostSessions { return false }
    }
    return true
  }

  /// The classes of a run that attend a row's module.
  private func classes(of run: RunID, attending row: Row) -> [ClassID] {
    programme[run].classes.filter { programme[$0].attends(row.module) }
  }

  private mutating func addAtoms(_ rows: [Row]) throws(Cancellation.Requested) {
    for run in runs {
      for id in programme[run].classes {
        try cancellation.check()
        var sizes: [Int] = []
        for row in rows where programme[id].attends(row.module) {
          if case .groups(let most) = row.template.audience, !sizes.contains(most) {
            sizes.append(most)
          }
        }
        let people = programme[id].people
        let split = ClassGroups(
          people: people, groupCounts: sizes.map { ClassGroups.count(people: people, most: $0) },
          firstAtom: programme.atoms.count)
        groups[id.value] = split
        programme.classes[id.value].atoms = split.atoms.map { AtomID($0) }
        programme.atoms += split.atoms.map { _ in AttendeeAtom(studyClass: id) }
      }
    }
  }

  /// Sessions of several runs together.
  private mutating func addJoint(_ rows: [Row]) {
    for row in rows {
      switch row.template.audience {
      case .allRuns: addWhole(row, .allRuns, runs)
      case .runs(let numbers):
        let joint = runs.filter { numbers.contains(programme[$0].number) }
        addWhole(row, .runs(numbers), joint)
      case .run, .studyClass, .groups, .joint: break
      }
    }
  }

  private mutating func addRun(
    _ id: RunID, _ rows: [Row]
  ) throws(Cancellation.Requested) {
    let run = programme[id]
    let stay = Array(run.days)
    for row in rows {
      let days = row.template.phase.days(of: [run], in: plan.calendar) ?? stay
      switch row.template.audience {
      case .allRuns, .runs, .joint: break
      case .run: addWhole(row, .run(run.number), [id])
      case .studyClass:
        for study in classes(of: id, attending: row) {
          try cancellation.check()
          let one = programme[study]
          add(
            row, .studyClass(run: run.number, number: one.number), one.atoms, [study], [id],
            one.people, days, room: one.room)
        }
      case .groups(let most):
        for study in classes(of: id, attending: row) {
          try cancellation.check()
          let one = programme[study]
          let count = ClassGroups.count(people: one.people, most: most)
          guard let split = groups[study.value] else { continue }
          for group in 0..<count {
            add(
              row, .group(run: run.number, studyClass: one.number, number: group + 1),
              split.atoms(of: group, of: count), [study], [id], split.size(of: group, of: count),
              days)
          }
        }
      }
    }
  }

  /// A session of whole runs, for the classes of them that attend its module; where none does, for
  /// the people that are expected, if any are.
  private mutating func addWhole(
    _ row: Row, _ audience: SessionIdentity.Audience, _ named: [RunID]
  ) {
    let attending = named.filter { !self.classes(of: $0, attending: row).isEmpty }
    if attending.isEmpty && row.template.expected == nil { return }
    let runs = attending.isEmpty ? named : attending
    if runs.isEmpty { return }
    let classes = runs.flatMap { self.classes(of: $0, attending: row) }
    let apart = row.template.phase.days(of: runs.map { programme[$0] }, in: plan.calendar)
    add(
      row, audience, classes.flatMap { programme[$0].atoms }, classes, runs,
      classes.reduce(0) { $0 + programme[$1].people },
      apart ?? Set(runs.flatMap { programme[$0].days }).sorted())
  }

  private mutating func add(
    _ row: Row, _ audience: SessionIdentity.Audience, _ atoms: [AtomID], _ classes: [ClassID],
    _ runs: [RunID], _ attending: Int, _ days: [Int], room: PlaceID? = nil
  ) {
    let people = row.template.expected ?? attending
    var places = self.places(for: row, people: people)
    if let room, places.contains(room) { places = [room] }
    for meeting in 1...max(1, row.template.meetings) {
      programme.sessions.append(
        Session(
          identity: SessionIdentity(
            rotation: rotation.name, audience: audience, module: plan[row.module].name,
            session: row.template.name, meeting: meeting),
          rotation: id, module: row.module, template: row.index, atoms: atoms, classes: classes,
          runs: runs, people: people, days: days, places: places,
          needsPlace: !row.template.places.isEmpty))
    }
  }

  /// The places of a template that can hold it with so many people.
  private mutating func places(for row: Row, people: Int) -> [PlaceID] {
    if row.template.places.isEmpty { return [] }
    let key = FittingKey(module: row.module, template: row.index, people: people)
    if let known = fitting[key] { return known }
    let places = row.template.places.filter {
      plan.canHold(row.template, for: people, at: $0)
    }
    fitting[key] = places
    return places
  }
}
