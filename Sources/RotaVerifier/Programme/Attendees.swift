import RotaPlanning

extension HardRule {
  /// Each session is attended by those of whom its identity names that attend its module, and knows
  /// how many they are, or are expected to be, and on which days they are there.
  static let attendees = HardRule(.arithmetic) { recount in
    let runsOfRotations = recount.runsByNumber
    let classesOfRuns = recount.classesByNumber
    return recount.programme.sessions.flatMap { session -> [Violation] in
      var broken: [Violation] = []
      func fault(_ subject: String, _ needed: Int? = nil, _ available: Int? = nil) {
        broken.append(
          Violation(
            .arithmetic, sessions: [session.identity], subject: subject, needed: needed,
            available: available))
      }
      guard let template = Recount.template(of: session, in: recount.plan),
        recount.plan.rotations.indices.contains(session.rotation.value),
        recount.plan[session.rotation].name == session.identity.rotation,
        recount.plan[session.module].name == session.identity.module,
        template.name == session.identity.session
      else {
        fault("template")
        return broken
      }
      let (runs, classes) = recount.attendees(
        of: session, among: runsOfRotations, classesOfRuns)
      if session.runs != runs { fault("runs that attend") }
      if session.classes != classes { fault("classes that attend") }
      if session.days != recount.days(of: template, with: runs) { fault("days of its runs") }
      if session.needsPlace == template.places.isEmpty { fault("need of a place") }
      let attending = classes.map { recount.programme[$0] }
      // Groups are counted by class.
      if case .group = session.identity.audience { return broken }
      if session.atoms != attending.flatMap(\.atoms).sorted() { fault("people who attend") }
      let people = template.expected ?? attending.reduce(0) { $0 + $1.people }
      if session.people != people { fault("number of people", people, session.people) }
      return broken
    }
  }

  /// The groups of a class have all its people, as nearly equal numbers as can be, none too many,
  /// and no part of the class is in two of them.
  static let groups = HardRule(.arithmetic) { recount in
    var meetings: [Key: [Session]] = [:]
    var order: [Key] = []
    for session in recount.programme.sessions {
      guard case .group(let run, let number, _) = session.identity.audience else { continue }
      var key = Key(identity: session.identity)
      key.identity.audience = .studyClass(run: run, number: number)
      if meetings[key] == nil { order.append(key) }
      meetings[key, default: []].append(session)
    }
    return order.compactMap { key -> Violation? in
      let groups = meetings[key] ?? []
      guard let first = groups.first, let id = first.classes.first,
        recount.programme.classes.indices.contains(id.value),
        let template = Recount.template(of: first, in: recount.plan),
        case .groups(let size) = template.audience
      else { return nil }  // reported as a session of the wrong class or template
      let one = recount.programme[id]
      let sizes = groups.map(\.people)
      let isWhole =
        groups.flatMap(\.atoms).sorted() == one.atoms.sorted()
        && sizes.reduce(0, +) == one.people
      let isFair =
        (sizes.max() ?? 0) <= size && (sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1
      if isWhole && isFair { return nil }
      return Violation(
        .arithmetic, sessions: groups.map(\.identity), subject: "groups of \(recount.name(of: id))",
        needed: one.people, available: sizes.reduce(0, +))
    }
  }

  /// The groups of a class for one template and meeting, under the class's identity.
  private struct Key: Hashable {
    var identity: SessionIdentity
  }
}

extension Recount {
  /// The runs of each rotation by number.
  fileprivate var runsByNumber: [[Int: RunID]] {
    var table = [[Int: RunID]](repeating: [:], count: plan.rotations.count)
    for (position, run) in programme.runs.enumerated()
    where table.indices.contains(run.rotation.value) {
      table[run.rotation.value][run.number] = RunID(position)
    }
    return table
  }

  /// The classes of each run by number, so that a run of many thousand is not gone through for each
  /// of its sessions.
  fileprivate var classesByNumber: [[Int: [ClassID]]] {
    programme.runs.map { run in
      Dictionary(grouping: run.classes.filter(isClass).sorted()) { programme[$0].number }
    }
  }

  /// Those of the classes that a session's identity names that attend its module, and their runs;
  /// all runs that it names where nobody does. Sorted.
  fileprivate func attendees(
    of session: Session, among rotations: [[Int: RunID]], _ classes: [[Int: [ClassID]]]
  ) -> (runs: [RunID], classes: [ClassID]) {
    let known = rotations[session.rotation.value]
    func numbered(_ numbers: [Int]) -> [RunID] {
      Set(numbers).compactMap { known[$0] }.sorted()
    }
    func attends(_ id: ClassID) -> Bool {
      isClass(id) && programme[id].modules?.contains(session.module) != false
    }
    func whole(_ runs: [RunID]) -> (runs: [RunID], classes: [ClassID]) {
      let classes = runs.flatMap { programme[$0].classes }.filter(attends).sorted()
      let attending = Set(classes.map { programme[$0].run })
      return (attending.isEmpty ? runs : attending.sorted(), classes)
    }
    switch session.identity.audience {
    case .allRuns: return whole(known.values.sorted())
    case .joint(let number):
      let teaching = plan.rotations.indices.filter {
        plan.rotations[$0].modules.contains(session.module)
      }
      let runs = teaching.flatMap { rotation in
        rotations[rotation].filter { number == nil || $0.key == number }.values
      }
      return whole(runs.sorted())
    case .runs(let numbers): return whole(numbered(numbers))
    case .run(let number): return whole(numbered([number]))
    case .studyClass(let run, let number), .group(let run, let number, _):
      let runs = numbered([run])
      return (runs, runs.flatMap { classes[$0.value][number] ?? [] }.filter(attends).sorted())
    }
  }

  private func isClass(_ id: ClassID) -> Bool { programme.classes.indices.contains(id.value) }
}
