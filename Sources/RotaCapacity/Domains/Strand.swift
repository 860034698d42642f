import NetworkFlow
import RotaPlanning

/// Sessions whose starts depend on none of the others: those of one run, or of runs that have a
/// session in common.
struct Strand {
  /// Positions in the programme, in order.
  var sessions: [Int] = []
  /// In order.
  var runs: [RunID] = []
  var classes: [ClassID] = []

  /// All strands of a programme, in the order of their first runs.
  static func all(_ programme: Programme) -> [Strand] {
    var sets = DisjointSets(count: programme.runs.count)
    for index in programme.sessions.indices where programme.sessions[index].runs.count > 1 {
      let runs = programme.sessions[index].runs
      for run in runs { sets.join(runs[0].value, run.value) }
    }
    var strands: [Strand] = []
    var strandOfRoot = Array(repeating: -1, count: programme.runs.count)
    var strandOfRun = strandOfRoot
    for run in programme.runs.indices {
      let root = sets.root(of: run)
      if strandOfRoot[root] < 0 {
        strandOfRoot[root] = strands.count
        strands.append(Strand())
      }
      strandOfRun[run] = strandOfRoot[root]
      strands[strandOfRoot[root]].runs.append(RunID(run))
      strands[strandOfRoot[root]].classes += programme.runs[run].classes
    }
    for index in programme.sessions.indices {
      guard let run = programme.sessions[index].runs.first else { continue }
      strands[strandOfRun[run.value]].sessions.append(index)
    }
    return strands
  }
}

/// All that decides when sessions of a strand may begin, given the calendar. Sessions, runs and
/// classes are counted within the strand, so that it stays the same when others come before it.
struct StrandQuestion: Equatable, Sendable {
  /// What it is known by: its first run.
  struct Topic: Hashable, Sendable {
    var rotation: RotationID
    var number: Int
  }

  private var numbers: [Int] = []
  private var templates: [SessionTemplate] = []
  private var excluded: [[Window]] = []
  private var places: [Openness] = []
  private var teachers: [Openness] = []

  init(_ strand: Strand, _ context: StrandContext) throws(Cancellation.Requested) {
    let programme = context.programme
    for run in strand.runs {
      numbers += [programme[run].days.lowerBound, programme[run].days.upperBound]
      numbers.append(programme[run].classes.count)
    }
    for id in strand.classes { excluded.append(programme.classes[id.value].excluded) }
    var numberOfTemplate: [Int: Int] = [:]
    var isSeen: Set<PlaceID> = []
    for index in strand.sessions {
      try context.cancellation.check()
      let template = context.templates.ofSession[index]
      let number = numberOfTemplate[template] ?? templates.count
      if number == templates.count {
        numberOfTemplate[template] = number
        add(context.templates.all[template], context, &isSeen)
      }
      numbers.append(number)
      add(programme.sessions[index].identity)
      for id in programme.sessions[index].classes { numbers.append(context.classNumbers[id.value]) }
      numbers.append(-1)
      for run in programme.sessions[index].runs { numbers.append(context.runNumbers[run.value]) }
      numbers.append(-1)
      if case .group = programme.sessions[index].identity.audience {
        addAtoms(of: index, programme)
      }
      numbers += programme.sessions[index].days
      numbers.append(-1)
      for place in programme.sessions[index].places {
        numbers.append(place.value)
        if isSeen.insert(place).inserted {
          places.append(context.openPlaces[place.value])
          numbers.append(context.plan[place].streams ? 1 : 0)
        }
      }
      numbers.append(-1)
    }
  }

  private mutating func add(
    _ template: SessionTemplate, _ context: StrandContext, _ isSeen: inout Set<PlaceID>
  ) {
    templates.append(template)
    for place in template.streamedTo where isSeen.insert(place).inserted {
      places.append(context.openPlaces[place.value])
    }
    for need in template.teachers {
      for teacher in need.candidates {
        teachers.append(context.openTeachers[teacher.value])
        numbers.append(context.plan[teacher].isRemote ? 1 : 0)
      }
    }
    if let chair = template.chair { teachers.append(context.openTeachers[chair.value]) }
  }

  /// For whom a session is, and which of its meetings.
  private mutating func add(_ identity: SessionIdentity) {
    numbers.append(identity.meeting)
    switch identity.audience {
    case .allRuns: numbers.append(-2)
    case .runs(let runs): numbers += [-3, runs.count] + runs
    case .run(let run): numbers += [-4, run]
    case .studyClass(let run, let number): numbers += [-5, run, number]
    case .group(let run, let studyClass, let number): numbers += [-6, run, studyClass, number]
    case .joint(let run): numbers += [-7, run ?? -1]
    }
  }

  /// Parts of its class, counted within the class.
  private mutating func addAtoms(of index: Int, _ programme: Programme) {
    let session = programme.sessions[index]
    let first = session.classes.first.flatMap { programme[$0].atoms.first }?.value ?? 0
    for atom in session.atoms { numbers.append(atom.value - first) }
    numbers.append(-1)
  }
}

/// When sessions of a strand may begin; sessions and classes are counted within it.
struct StrandAnswer: Sendable {
  var domains: Domains
  var conflicts: [OrderBounds.Conflict]
}

/// What the strands of a plan are worked out from.
struct StrandContext {
  let plan: Plan
  let programme: Programme
  let templates: TemplateTable
  let openPlaces: [Openness]
  let openTeachers: [Openness]
  let rulebook: OrderRule.Rulebook
  let cancellation: Cancellation
  private let isRestricted: [Bool]
  /// Numbers of classes and runs within their strands.
  fileprivate var classNumbers: [Int]
  fileprivate var runNumbers: [Int]

  init(
    plan: Plan, programme: Programme, templates: TemplateTable, openPlaces: [Openness],
    openTeachers: [Openness], cancellation: Cancellation
  ) {
    self.plan = plan
    self.programme = programme
    self.templates = templates
    self.openPlaces = openPlaces
    self.openTeachers = openTeachers
    self.cancellation = cancellation
    rulebook = OrderRule.Rulebook(templates)
    isRestricted = openPlaces.map { !$0.isAlways }
    classNumbers = Array(repeating: 0, count: programme.classes.count)
    runNumbers = Array(repeating: 0, count: programme.runs.count)
  }

  /// Starts of all sessions, and those that have none because of order.
  mutating func starts(
    _ memory: inout Memory<StrandQuestion.Topic, StrandQuestion, StrandAnswer>
  ) throws(Cancellation.Requested) -> (Domains, [OrderBounds.Conflict]) {
    var domains = Domains(count: programme.sessions.count)
    var conflicts: [OrderBounds.Conflict] = []
    for strand in Strand.all(programme) {
      for (number, id) in strand.classes.enumerated() { classNumbers[id.value] = number }
      for (number, id) in strand.runs.enumerated() { runNumbers[id.value] = number }
      guard let first = strand.runs.first else { continue }
      let topic = StrandQuestion.Topic(
        rotation: programme[first].rotation, number: programme[first].number)
      let question = try StrandQuestion(strand, self)
      let answer = try memory.answer(to: question, about: topic) {
        () throws(Cancellation.Requested) in
        try self.answer(strand)
      }
      domains.add(answer.domains, of: strand)
      conflicts += answer.conflicts.map { $0.mapped { strand.sessions[$0] } }
    }
    // As if all had been looked at together, pass by pass.
    return (
      domains,
      conflicts.enumerated().sorted {
        ($0.element.pass, $0.offset) < ($1.element.pass, $1.offset)
      }.map(\.element)
    )
  }

  private func answer(_ strand: Strand) throws(Cancellation.Requested) -> StrandAnswer {
    var domains = try Domains(
      of: strand.sessions, plan: plan, programme: programme, templates: templates,
      isRestricted: isRestricted, cancellation)
    domains.renumber { ClassID(classNumbers[$0.value]) }
    let (tight, conflicts) = try OrderBounds.tighten(
      domains, rules: try OrderRule.all(in: strand, self), calendar: plan.calendar,
      periods: strand.sessions.map { templates.periods($0) }, cancellation)
    return StrandAnswer(domains: tight, conflicts: conflicts)
  }
}

extension StrandContext {
  /// The number of a class within its strand.
  func number(of id: ClassID) -> Int { classNumbers[id.value] }
}
