import RotaDiagnostics
import RotaPlanning

/// What every check starts from.
struct CapacityContext {
  let plan: Plan
  let programme: Programme
  /// Slots in which each session may begin, order rules included.
  let domains: Domains
  let conflicts: [OrderBounds.Conflict]
  let contradictions: [Contradiction]
  let templates: TemplateTable
  let openPlaces: [Openness]
  let openTeachers: [Openness]
  let cancellation: Cancellation

  init(
    plan: Plan, programme: Programme, memory: inout CapacityMemory, _ cancellation: Cancellation
  ) throws(Cancellation.Requested) {
    self.cancellation = cancellation
    self.plan = plan
    self.programme = programme
    templates = try TemplateTable(plan: plan, programme: programme, cancellation)
    contradictions = Contradiction.all(programme: programme, templates: templates)
    openPlaces = plan.places.map { Openness(of: $0, in: plan) }
    openTeachers = plan.teachers.map { Openness(of: $0) }
    let question = StartQuestion(
      programme: programme, modules: plan.modules, places: openPlaces, teachers: openTeachers,
      streams: plan.places.map(\.streams), isRemote: plan.teachers.map(\.isRemote))
    if let known = memory.starts.answer(to: question, about: .all) {
      (domains, conflicts) = known
    } else {
      var strands = StrandContext(
        plan: plan, programme: programme, templates: templates, openPlaces: openPlaces,
        openTeachers: openTeachers, cancellation: cancellation)
      let starts = try strands.starts(&memory.strands)
      domains = memory.kept(starts.0)
      conflicts = starts.1
      memory.starts.remember((domains, conflicts), to: question, about: .all)
    }
  }

  /// The templates whose own rules contradict each other.
  var contradicting: Set<TemplateKey> {
    Set(contradictions.map { TemplateKey(programme.sessions[$0.session]) })
  }

  var calendar: TeachingCalendar { plan.calendar }

  /// `Talk of run 4`, `Discussion of class 3 of run 4`.
  func name(_ session: Int) -> String {
    let identity = programme.sessions[session].identity
    let repeated = templates[session].meetings > 1 ? " (meeting \(identity.meeting))" : ""
    let audience: String
    switch identity.audience {
    case .allRuns: audience = "all runs"
    case .runs(let numbers): audience = "runs \(Wording.numbers(numbers.sorted()))"
    case .joint(nil): return "\(identity.session) of all rotations\(repeated)"
    case .joint(let run?): return "\(identity.session) of run \(run) of all rotations\(repeated)"
    case .run(let run): audience = "run \(run)"
    case .studyClass(let run, let number): audience = "class \(number) of run \(run)"
    case .group(let run, let study, let number):
      audience = "group \(number) of class \(study) of run \(run)"
    }
    let rotation = plan.rotations.count > 1 ? " of \(identity.rotation)" : ""
    return "\(identity.session) of \(audience)\(rotation)\(repeated)"
  }

  func name(_ run: Run) -> String {
    plan.rotations.count > 1
      ? "run \(run.number) of \(plan[run.rotation].name)" : "run \(run.number)"
  }

  /// `run 3`, `runs 1-3, 5`.
  func name(_ runs: [Run]) -> String {
    guard runs.count > 1, let first = runs.first else { return runs.first.map { name($0) } ?? "" }
    let rotation = plan.rotations.count > 1 ? " of \(plan[first.rotation].name)" : ""
    return "runs \(Wording.numbers(runs.map(\.number)))\(rotation)"
  }

  /// `2023-03-01 am`; the end of the calendar for a slot after the last.
  func time(_ slot: Int) -> String {
    guard calendar.slots.indices.contains(slot) else { return "the end of the calendar" }
    return "\(calendar.day(ofSlot: slot).iso) \(calendar.slots[slot].period)"
  }

  /// Names of different sessions among some, in their order: `Talk, Discussion and 3 more`.
  func sessionNames(_ sessions: [Int]) -> String {
    var names: [String] = []
    for session in sessions where !names.contains(templates[session].name) {
      names.append(templates[session].name)
    }
    return Wording.list(names)
  }
}
