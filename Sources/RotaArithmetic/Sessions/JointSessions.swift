import RotaPlanning

/// Makes the sessions in which runs of several rotations meet, when the runs of all are known. Each is
/// one session of the programme, so that its place, its teachers and its time count once, and all who
/// come are counted together.
enum JointSessions {
  static func exist(in plan: Plan) -> Bool {
    plan.modules.contains { module in
      module.sessions.contains { if case .joint = $0.audience { true } else { false } }
    }
  }

  static func add(plan: Plan, to programme: inout Programme) {
    for module in plan.modules.indices.map({ ModuleID($0) }) {
      for (index, template) in plan[module].sessions.enumerated() {
        guard case .joint(let byRun) = template.audience,
          let owner = plan.rotations.firstIndex(where: { $0.modules.contains(module) })
        else { continue }
        let runs = programme.runs.indices.map { RunID($0) }.filter {
          plan[programme[$0].rotation].modules.contains(module)
        }
        let numbers = byRun ? Set(runs.map { programme[$0].number }).sorted() : []
        let groups =
          byRun ? numbers.map { number in runs.filter { programme[$0].number == number } } : [runs]
        for (group, number) in zip(groups, byRun ? numbers.map(Optional.some) : [nil]) {
          guard programme.sessions.count <= SessionList.mostSessions - template.meetings else {
            return
          }
          let first = Session(
            identity: SessionIdentity(
              rotation: plan.rotations[owner].name, audience: .joint(run: number),
              module: plan[module].name, session: template.name, meeting: 1),
            rotation: RotationID(owner), module: module, template: index, atoms: [], classes: [],
            runs: group, people: 0, days: [], places: [], needsPlace: !template.places.isEmpty)
          add(first, template, plan, to: &programme)
        }
      }
    }
  }

  /// Adds the meetings of a session of these runs, for the classes of them that attend its module;
  /// where none does, for the people that are expected, if any are.
  private static func add(
    _ session: Session, _ template: SessionTemplate, _ plan: Plan, to programme: inout Programme
  ) {
    var session = session
    session.classes = session.runs.flatMap { programme[$0].classes }
      .filter { programme[$0].attends(session.module) }.sorted()
    if session.classes.isEmpty && (template.expected == nil || session.runs.isEmpty) { return }
    if !session.classes.isEmpty {
      session.runs = Set(session.classes.map { programme[$0].run }).sorted()
    }
    session.atoms = session.classes.flatMap { programme[$0].atoms }.sorted()
    session.people =
      template.expected ?? session.classes.reduce(0) { $0 + programme[$1].people }
    session.days =
      template.phase.days(of: session.runs.map { programme[$0] }, in: plan.calendar)
      ?? days(of: session.runs, programme)
    session.places = template.places.filter {
      plan.canHold(template, for: session.people, at: $0)
    }
    for meeting in 1...max(1, template.meetings) {
      session.identity.meeting = meeting
      programme.sessions.append(session)
    }
  }

  /// Days on which each of the rotations has one of the runs in house.
  private static func days(of runs: [RunID], _ programme: Programme) -> [Int] {
    var days: [RotationID: Set<Int>] = [:]
    for id in runs { days[programme[id].rotation, default: []].formUnion(programme[id].days) }
    guard let first = days.values.first else { return [] }
    return days.values.reduce(first) { $0.intersection($1) }.sorted()
  }
}
