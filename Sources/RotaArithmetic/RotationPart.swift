import RotaPlanning

/// What one rotation adds to a programme, numbered by what stands there before it.
struct RotationPart: Sendable {
  var runs: [Run] = []
  var classes: [StudyClass] = []
  var atoms: [AttendeeAtom] = []
  var sessions: [Session] = []
  /// Told from every other part that one memory has seen; parts of one number are the same.
  var serial = 0
}

/// How much of a programme there is before a rotation is added.
struct ProgrammeCounts: Equatable, Sendable {
  var runs = 0
  var classes = 0
  var atoms = 0
  var sessions = 0

  static func + (counts: Self, part: RotationPart) -> Self {
    Self(
      runs: counts.runs + part.runs.count, classes: counts.classes + part.classes.count,
      atoms: counts.atoms + part.atoms.count, sessions: counts.sessions + part.sessions.count)
  }
}

/// A programme put together rotation by rotation, and only where somebody needs it.
struct ProgrammeAssembly {
  private var programme = Programme()
  /// Parts that are known and not in the programme yet.
  private var pending: [RotationPart] = []
  private(set) var counts = ProgrammeCounts()

  mutating func add(_ part: RotationPart) {
    pending.append(part)
    counts = counts + part
  }

  /// Lets a rotation add to what there is, and gives what it has added.
  mutating func extend<Findings, Failure: Error>(
    by adding: (inout Programme) throws(Failure) -> Findings
  ) throws(Failure) -> (part: RotationPart, findings: Findings) {
    join()
    let findings = try adding(&programme)
    let part = RotationPart(of: programme, from: counts)
    counts = counts + part
    return (part, findings)
  }

  /// The programme, which leaves the assembly.
  mutating func finished() -> Programme {
    join()
    defer { self = ProgrammeAssembly() }
    return programme
  }

  private mutating func join() {
    guard !pending.isEmpty else { return }
    programme.sessions.reserveCapacity(counts.sessions)
    for part in pending {
      programme.runs += part.runs
      programme.classes += part.classes
      programme.atoms += part.atoms
      programme.sessions += part.sessions
    }
    pending = []
  }
}

extension RotationPart {
  /// What a programme has beyond so much of it.
  fileprivate init(of programme: Programme, from counts: ProgrammeCounts) {
    runs = Array(programme.runs[counts.runs...])
    classes = Array(programme.classes[counts.classes...])
    atoms = Array(programme.atoms[counts.atoms...])
    sessions = Array(programme.sessions[counts.sessions...])
  }
}
