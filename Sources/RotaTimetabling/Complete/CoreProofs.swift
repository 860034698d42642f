import NetworkFlow
import RotaDiagnostics
import RotaPlanning

/// Proofs by complete search: a few sessions that hang together, and every way to place them tried.
///
/// A part of the sessions that has no timetable is enough: with the others there is none either.
public enum CoreProofs {
  /// What came of it.
  public struct Result: Sendable {
    /// At most one.
    public var findings: [Diagnostic] = []
    /// Parts of the plan that were looked at, and those of which all ways were tried or one was
    /// found.
    public var cores = 0
    public var settled = 0
    public init() {}
  }

  /// More sessions than this are not searched together.
  static let mostSessions = 40
  /// Parts looked at in plans of more sessions than are solved in passing.
  static let mostCores = 8
  /// Starts looked at for one part, and for all.
  static let effortOfCore = 50_000
  public static let defaultEffort = 400_000
  /// For all, after each statement: what a planner does not notice.
  public static let effortInPassing = 20_000

  /// - Parameters:
  ///   - past: what stays as it is; the programme lets nothing else go there.
  ///   - subjects: the sessions to look at, as proofs name them; all where nil.
  ///   - effort: starts that are looked at in all; a tenth of a microsecond each, or so.
  public static func result(
    plan: Plan, programme: Programme, keeping past: FrozenPast? = nil,
    of subjects: [String]? = nil, effort: Int = defaultEffort
  ) -> Result {
    Cancellation.never { (cancellation) throws(Cancellation.Requested) in
      var memory = CoreMemory()
      return try result(
        plan: plan, programme: programme, keeping: past, of: subjects, effort: effort,
        memory: &memory, cancellation)
    }
  }

  /// The same, with what is known from plans before this one.
  public static func result(
    plan: Plan, programme: Programme, keeping past: FrozenPast? = nil,
    of subjects: [String]? = nil, effort: Int = defaultEffort, memory: inout CoreMemory,
    _ cancellation: Cancellation
  ) throws(Cancellation.Requested) -> Result {
    var result = Result()
    var left = effort
    let most = programme.sessions.count > ShortSearch.mostSessions ? mostCores : Int.max
    let wanted = subjects.map { Set($0) }
    for var core in try cores(plan, programme, past, cancellation).prefix(most) {
      try cancellation.check()
      if left <= 0 { break }
      if let wanted {
        core.removeAll { index in
          let session = programme.sessions[index]
          return past?.holds(session) != true && !wanted.contains(subject(session))
        }
      }
      if core.allSatisfy({ past?.holds(programme.sessions[$0]) == true }) { continue }
      var prover = Prover(
        plan: plan, programme: programme, past: past, effort: min(left, effortOfCore))
      let outcome = prover.outcome(of: core, memory: &memory)
      result.cores += 1
      if outcome != .unknown { result.settled += 1 }
      left -= prover.used
      if outcome == .impossible {
        let smallest = prover.smallest(core)
        let open = smallest.filter { past?.holds(programme.sessions[$0]) != true }
        result.findings = [message(open.isEmpty ? smallest : open, plan, programme)]
        break
      }
    }
    return result
  }

  // MARK: What to look at

  /// Sets of sessions that get in each other's way: all that are connected where they are few, and
  /// else those of one class of each run.
  private static func cores(
    _ plan: Plan, _ programme: Programme, _ past: FrozenPast?, _ cancellation: Cancellation
  ) throws(Cancellation.Requested) -> [[Int]] {
    // What stays is not searched.
    func isFew(_ part: [Int]) -> Bool {
      part.count <= mostSessions
        || part.count { past?.holds(programme.sessions[$0]) != true } <= mostSessions
    }
    var cores: [[Int]] = []
    var isCovered = Array(repeating: false, count: programme.sessions.count)
    for part in try connected(plan, programme, cancellation) where isFew(part) {
      cores.append(part)
      for session in part { isCovered[session] = true }
    }
    var ofAtom = Array(repeating: [Int](), count: programme.atoms.count)
    for (index, session) in programme.sessions.enumerated() where !isCovered[index] {
      try cancellation.check()
      for atom in session.atoms { ofAtom[atom.value].append(index) }
    }
    for run in programme.runs {
      guard let first = run.classes.first, let atom = programme[first].atoms.first else { continue }
      let sessions = ofAtom[atom.value]
      if !sessions.isEmpty, isFew(sessions) { cores.append(sessions) }
    }
    return cores.sorted { $0.count < $1.count }
  }

  /// Sessions in sets that share no people, place, teacher or resource.
  private static func connected(
    _ plan: Plan, _ programme: Programme, _ cancellation: Cancellation
  ) throws(Cancellation.Requested) -> [[Int]] {
    let sessions = programme.sessions
    let firstPlace = programme.atoms.count
    let firstTeacher = firstPlace + plan.places.count
    let firstResource = firstTeacher + plan.teachers.count
    let first = firstResource + plan.resources.count
    var sets = DisjointSets(count: first + sessions.count)
    let buses = plan.resources.indices.filter { plan.resources[$0].role == .buses }
    for (index, session) in sessions.enumerated() {
      try cancellation.check()
      let template = plan.template(of: session)
      let node = first + index
      for atom in session.atoms { sets.join(node, atom.value) }
      for place in session.places + template.streamedTo {
        sets.join(node, firstPlace + place.value)
      }
      for teacher in template.teachers.flatMap(\.candidates) + (template.chair.map { [$0] } ?? []) {
        sets.join(node, firstTeacher + teacher.value)
      }
      for need in template.resources { sets.join(node, firstResource + need.resource.value) }
      if session.places.contains(where: { plan[$0].role == .site }) {
        for number in buses { sets.join(node, firstResource + number) }
      }
    }
    var parts: [[Int]] = []
    var partOf: [Int: Int] = [:]
    for index in sessions.indices {
      let root = sets.root(of: first + index)
      if let part = partOf[root] {
        parts[part].append(index)
      } else {
        partOf[root] = parts.count
        parts.append([index])
      }
    }
    return parts
  }

  // MARK: Words

  private static func message(
    _ core: [Int], _ plan: Plan, _ programme: Programme
  ) -> Diagnostic {
    let sessions = core.map { programme.sessions[$0] }
    var names: [String] = []
    for session in sessions where !names.contains(session.identity.session) {
      names.append(session.identity.session)
    }
    let whom = audiences(of: sessions, plan, programme)
    let count =
      sessions.count > names.count ? " (\(Wording.count(sessions.count, "session")))" : ""
    let what =
      sessions.count == 1
      ? "\(names.first ?? "") of \(whom) has no time"
      : "\(Wording.list(names))\(count) of \(whom) have no times together"
    return Diagnostic(
      TimetablingMessages.cannotBePlaced, severity: .impossible,
      "\(what): every way to place \(sessions.count == 1 ? "it" : "them") was tried",
      at: sessions.first.flatMap { plan.template(of: $0).origins.declared },
      notes: names.prefix(6).compactMap { name in
        sessions.first { $0.identity.session == name }.map {
          Diagnostic.Note(name, at: plan.template(of: $0).origins.declared)
        }
      }, about: Set(sessions.map { subject($0) }).sorted())
  }

  /// `runs 1-2 of North and run 1 of South`: the runs of each rotation, for several have a run 1.
  private static func audiences(
    of sessions: [Session], _ plan: Plan, _ programme: Programme
  ) -> String {
    let runs = Set(sessions.flatMap(\.runs)).sorted().map { programme[$0] }
    var rotations: [RotationID] = []
    for run in runs where !rotations.contains(run.rotation) { rotations.append(run.rotation) }
    let each = rotations.map { rotation in
      let numbers = runs.filter { $0.rotation == rotation }.map(\.number)
      let word = numbers.count == 1 ? "run" : "runs"
      return "\(word) \(Wording.numbers(numbers)) of \(plan[rotation].name)"
    }
    return Wording.list(each)
  }

  /// A session by what its module calls it, whomever it is for.
  private static func subject(_ session: Session) -> String {
    "\(session.identity.session) of \(session.identity.rotation)"
  }
}

/// Everything that the search for timetables can prove, and how it is worded.
public enum TimetablingMessages {
  public static let cannotBePlaced = DiagnosticKind(
    "cannot-be-placed",
    "Some sessions have no timetable: all ways to place them have been tried, and each breaks a rule of time, place or people. `why` tells which rules clash."
  )
  public static let all: [DiagnosticKind] = [cannotBePlaced]
}

/// What is known of parts searched before, for there is mostly the same to search after a statement
/// as before it.
public struct CoreMemory: Sendable {
  /// A part as numbers: all that its search depends on.
  struct Question: Equatable {
    var problem: Problem
    var effort: Int

    func search() -> Answer {
      var search = CompleteSearch(problem, effort: effort)
      let outcome = search.run()
      return Answer(outcome: outcome, used: effort - max(0, search.effort))
    }
  }

  struct Answer {
    var outcome: CompleteSearch.Outcome
    var used: Int
  }

  /// By the first session of the part.
  var outcomes = Memory<SessionIdentity, Question, Answer>()

  public init() {}
}

/// Searches parts of a programme, and keeps count of the effort.
private struct Prover {
  let plan: Plan
  let programme: Programme
  let past: FrozenPast?
  let effort: Int
  private(set) var used = 0

  init(plan: Plan, programme: Programme, past: FrozenPast?, effort: Int) {
    self.plan = plan
    self.programme = programme
    self.past = past
    self.effort = effort
  }

  mutating func outcome(of core: [Int], memory: inout CoreMemory) -> CompleteSearch.Outcome {
    guard let first = core.first else { return .possible }
    let question = CoreMemory.Question(problem: problem(of: core), effort: effort)
    let answer = memory.outcomes.answer(
      to: question, about: programme.sessions[first].identity, by: question.search)
    used += answer.used
    return answer.outcome
  }

  private func problem(of core: [Int]) -> Problem {
    var part = programme
    part.sessions = core.map { programme.sessions[$0] }
    return ProblemBuilder.build(plan: plan, programme: part, start: past?.timetable ?? Timetable())
  }

  /// As few of the sessions as still have no timetable.
  mutating func smallest(_ core: [Int]) -> [Int] {
    // What stays matters seldom.
    let open = core.filter { past?.holds(programme.sessions[$0]) != true }
    var left = open.count < core.count && isImpossible(open) ? open : core
    for session in left where left.count > 1 {
      let fewer = left.filter { $0 != session }
      if isImpossible(fewer) { left = fewer }
    }
    return left
  }

  private mutating func isImpossible(_ core: [Int]) -> Bool {
    let answer = CoreMemory.Question(problem: problem(of: core), effort: effort).search()
    used += answer.used
    return answer.outcome == .impossible
  }
}
