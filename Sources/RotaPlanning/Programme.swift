import RotaDiagnostics

public typealias RunID = Index<Run>
public typealias ClassID = Index<StudyClass>
public typealias SessionID = Index<Session>
public typealias AtomID = Index<AttendeeAtom>

/// What a plan comes to: runs with dates and people, classes, and every session that must have a
/// place in the timetable. Worked out by rotation arithmetic, in one order for one plan.
public struct Programme: Hashable, Sendable {
  public var runs: [Run] = []
  public var classes: [StudyClass] = []
  /// The smallest sets of people that always attend together.
  public var atoms: [AttendeeAtom] = []
  public var sessions: [Session] = []
  public init() {}

  public subscript(id: RunID) -> Run { runs[id.value] }
  public subscript(id: ClassID) -> StudyClass { classes[id.value] }
  public subscript(id: SessionID) -> Session { sessions[id.value] }

  /// People trained in all runs.
  public var trainees: Int { runs.reduce(0) { $0 + $1.people } }
}

/// How many people of a unit are in a run or a class; nil for people who belong to no unit.
public struct UnitShare: Hashable, Sendable {
  public var unit: UnitID?
  public var people: Int
  public init(unit: UnitID?, people: Int) {
    self.unit = unit
    self.people = people
  }
}

/// One intake of a rotation, living and studying together for some days.
public struct Run: Hashable, Sendable {
  public var rotation: RotationID
  /// From 1.
  public var number: Int
  /// Indices of consecutive teaching days in the calendar.
  public var days: Range<Int>
  public var people: Int
  public var shares: [UnitShare]
  public var classes: [ClassID]
  public init(
    rotation: RotationID, number: Int, days: Range<Int>, people: Int, shares: [UnitShare],
    classes: [ClassID]
  ) {
    self.rotation = rotation
    self.number = number
    self.days = days
    self.people = people
    self.shares = shares
    self.classes = classes
  }
}

/// A part of a run that discusses and travels together.
public struct StudyClass: Hashable, Sendable {
  public var run: RunID
  /// From 1 in its run.
  public var number: Int
  /// The planner's name for it, if any.
  public var name: String?
  public var people: Int
  public var shares: [UnitShare]
  public var room: PlaceID?
  public var excluded: [Window]
  /// The modules that it attends; nil for all that its rotation teaches.
  public var modules: [ModuleID]?
  public var atoms: [AtomID]
  public init(
    run: RunID, number: Int, name: String? = nil, people: Int, shares: [UnitShare],
    room: PlaceID? = nil, excluded: [Window] = [], modules: [ModuleID]? = nil,
    atoms: [AtomID] = []
  ) {
    self.run = run
    self.number = number
    self.name = name
    self.people = people
    self.shares = shares
    self.room = room
    self.excluded = excluded
    self.modules = modules
    self.atoms = atoms
  }

  public func attends(_ module: ModuleID) -> Bool { modules?.contains(module) ?? true }
}

/// A whole class, or a part of it where the class is split into groups. Where a class is split in
/// more than one way, atoms are the parts that no way splits further.
public struct AttendeeAtom: Hashable, Sendable {
  public var studyClass: ClassID
  public init(studyClass: ClassID) { self.studyClass = studyClass }
}

/// One meeting that must have a place in the timetable.
public struct Session: Hashable, Sendable {
  public var identity: SessionIdentity
  public var rotation: RotationID
  public var module: ModuleID
  /// Position of the template among the module's sessions.
  public var template: Int
  /// Those who attend; sorted. Two sessions that share an atom cannot meet at once. Empty where a
  /// number of people is expected of a module that no class attends.
  public var atoms: [AtomID]
  /// The classes that attend, wholly or in part; sorted.
  public var classes: [ClassID]
  /// Those of these classes; where no class attends, the runs for which it is held.
  public var runs: [RunID]
  /// Those who attend, or as many as the template expects.
  public var people: Int
  /// Teaching days in which it may lie, sorted: those of any of its runs; where runs of several
  /// rotations meet, those on which each of the rotations has one of them; of what lies before or
  /// after the stay, those before all its runs, or after.
  public var days: [Int]
  /// Places to choose from for this audience: those of the template that can hold it, and have
  /// enough seats together with those it is streamed to. For a session of one whole
  /// class whose own room is among them, that room alone. Empty where none is needed or none fits;
  /// `needsPlace` tells which.
  public var places: [PlaceID]
  public var needsPlace: Bool
  public init(
    identity: SessionIdentity, rotation: RotationID, module: ModuleID, template: Int,
    atoms: [AtomID], classes: [ClassID], runs: [RunID], people: Int, days: [Int],
    places: [PlaceID], needsPlace: Bool
  ) {
    self.identity = identity
    self.rotation = rotation
    self.module = module
    self.template = template
    self.atoms = atoms
    self.classes = classes
    self.runs = runs
    self.people = people
    self.days = days
    self.places = places
    self.needsPlace = needsPlace
  }
}

/// What stays the same of a session when the plan around it changes; the key of a timetable.
public struct SessionIdentity: Hashable, Comparable, Codable, Sendable {
  public enum Audience: Hashable, Codable, Sendable {
    case allRuns
    case runs([Int])
    case run(Int)
    case studyClass(run: Int, number: Int)
    case group(run: Int, studyClass: Int, number: Int)
    /// The runs, or those of this number, of all rotations that teach the module.
    case joint(run: Int?)
  }
  /// Of a joint session, the first in the plan that teaches the module.
  public var rotation: String
  public var audience: Audience
  public var module: String
  public var session: String
  /// From 1.
  public var meeting: Int

  public init(
    rotation: String, audience: Audience, module: String, session: String, meeting: Int
  ) {
    self.rotation = rotation
    self.audience = audience
    self.module = module
    self.session = session
    self.meeting = meeting
  }

  private var order: [Int] {
    switch audience {
    case .allRuns: [0]
    case .runs(let numbers): [1] + numbers
    case .joint(nil): [3]
    case .joint(let run?): [3, run]
    case .run(let run): [2, run]
    case .studyClass(let run, let number): [2, run, 1, number]
    case .group(let run, let studyClass, let number): [2, run, 1, studyClass, number]
    }
  }

  public static func < (a: Self, b: Self) -> Bool {
    if a.rotation != b.rotation { return a.rotation < b.rotation }
    if a.order != b.order { return a.order.lexicographicallyPrecedes(b.order) }
    if a.module != b.module { return a.module < b.module }
    if a.session != b.session { return a.session < b.session }
    return a.meeting < b.meeting
  }
}

extension Plan {
  public func template(of session: Session) -> SessionTemplate {
    self[session.module].sessions[session.template]
  }
}
