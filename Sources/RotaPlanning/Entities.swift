import RotaDiagnostics

/// The position of something in one of the plan's arrays. Positions hold for one plan value only.
public struct Index<Entity>: Hashable, Comparable, Sendable {
  public let value: Int
  public init(_ value: Int) { self.value = value }
  public static func < (a: Self, b: Self) -> Bool { a.value < b.value }
}

public typealias SchoolID = Index<School>
public typealias ZoneID = Index<Zone>
public typealias PlaceID = Index<Place>
public typealias TeacherID = Index<Teacher>
public typealias UnitID = Index<Unit>
public typealias ResourceID = Index<Resource>
public typealias ModuleID = Index<Module>
public typealias RotationID = Index<Rotation>

/// Where a declaration and each of its clauses were written, so that a proof can cite them.
/// Any two are equal: a plan is what it says, not where it was said.
public struct Origins: Hashable, Sendable {
  /// A clause by its word.
  public struct Clause: Sendable {
    public var word: String
    public var range: SourceRange
    public init(_ word: String, at range: SourceRange) {
      self.word = word
      self.range = range
    }
  }

  public var declared: SourceRange?
  /// In the order in which they were written. Few are said of anything, and hardly ever is one
  /// looked up, so that a list serves better than a table.
  public var clauses: [Clause]

  public init(declared: SourceRange? = nil, clauses: [Clause] = []) {
    self.declared = declared
    self.clauses = clauses
  }

  /// Where a clause was written; of several the last.
  public func clause(_ word: String) -> SourceRange? { clauses.last { $0.word == word }?.range }

  /// Where a clause was written, or else the declaration.
  public func of(_ clause: String) -> SourceRange? { self.clause(clause) ?? declared }

  public static func == (a: Self, b: Self) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}
}

public struct School: Hashable, Sendable {
  public var name: String
  public var title: String?
  public var zone: ZoneID?
  public var closed: [Window] = []
  public var origins = Origins()
  public init(name: String) { self.name = name }
}

public struct Zone: Hashable, Sendable {
  public var name: String
  public var origins = Origins()
  public init(name: String) { self.name = name }
}

/// A place that seats one session at a time (a venue of a school), or several up to its seats
/// (a site outside).
public struct Place: Hashable, Sendable {
  public enum Role: String, Sendable { case venue, site }
  public var name: String
  public var role: Role
  /// `hall`, `room`, or a word of the planner's own.
  public var kind: String?
  public var school: SchoolID?
  public var zone: ZoneID?
  /// Nil where the planner gave no limit.
  public var seats: Int?
  /// Sessions can be streamed from it, and taught in it from afar. What is streamed can be followed
  /// in any place.
  public var streams = false
  /// Minutes from the school, one way; for sites.
  public var travel: Int?
  public var availability = Availability()
  public var origins = Origins()
  public init(name: String, role: Role) {
    self.name = name
    self.role = role
  }
}

public struct Teacher: Hashable, Sendable {
  public var name: String
  /// The institution they come from.
  public var institution: String?
  public var post: String?
  public var roles: [String] = []
  /// Names of sessions or themes they can give, for `by any teacher`.
  public var topics: [String] = []
  public var school: SchoolID?
  public var zone: ZoneID?
  /// Teaches from afar: needs no way, but a place that streams.
  public var isRemote = false
  public var availability = Availability()
  /// Sessions taught, not chaired, in a day and in a week from Monday to Sunday.
  public var mostPerDay: Int?
  public var mostPerWeek: Int?
  /// Minutes that they owe in the plan's time, and that they would like to teach.
  public var norm: Int?
  public var wish: Int?
  public var origins = Origins()
  public init(name: String) { self.name = name }
}

/// An organisation that sends trainees.
public struct Unit: Hashable, Sendable {
  public enum AwayLimit: Hashable, Sendable {
    /// Hundredths of the unit's people, in hundredths of a percent: 30% is 3000.
    case share(basisPoints: Int)
    case people(Int)
  }
  public var name: String
  public var kind: String?
  public var people: Int
  /// Where its people are trained when a rotation of that school takes all units.
  public var school: SchoolID?
  public var away: AwayLimit?
  /// When none of its people can come: no day of a run that they are in may have a slot in it.
  public var excluded: [Window] = []
  public var origins = Origins()
  public init(name: String, people: Int) {
    self.name = name
    self.people = people
  }

  /// The largest number of its people that may be away at once.
  public var mostAway: Int {
    switch away {
    case nil: people
    case .people(let count): min(count, people)
    case .share(let points) where points >= 10_000: people
    case .share(let points): people / 10_000 * points + people % 10_000 * points / 10_000
    }
  }
}

/// Something counted and shared: buses, beds, projectors.
public struct Resource: Hashable, Sendable {
  public enum Role: String, Sendable {
    /// Taken by each session at a site with `travel`: as many as seat its people (one where `seats`
    /// is nil), from the session's start less the way there to its end and the way back.
    case buses
    /// Taken by every trainee of a run, each night of the calendar from its first day to the one
    /// before its last.
    case beds
    /// Taken by sessions that say `uses`.
    case other
  }
  public var name: String
  public var role: Role
  public var count: Int
  /// People one piece holds; for buses.
  public var seats: Int?
  /// Buses and beds of a school serve the rotations of that school and those of none; buses and
  /// beds of no school serve all. A run sleeps in any beds that serve it, together with others; a
  /// session takes all its buses from one declaration: that of its rotation's school, else the one
  /// of no school, else the first.
  public var school: SchoolID?
  public var origins = Origins()
  public init(name: String, role: Role, count: Int) {
    self.name = name
    self.role = role
    self.count = count
  }
}

/// A module: a named part of the programme, made of sessions.
public struct Module: Hashable, Sendable {
  public var name: String
  public var theme: String?
  public var sessions: [SessionTemplate] = []
  public var origins = Origins()
  public init(name: String) { self.name = name }
}

/// A session as a module describes it; the programme has one for each audience and meeting.
public struct SessionTemplate: Hashable, Sendable {
  public enum Audience: Hashable, Sendable {
    case run
    case studyClass
    /// Each class is split into the fewest groups of at most so many people.
    case groups(of: Int)
    case allRuns
    /// Numbers of runs, from 1.
    case runs([Int])
    /// All runs of all rotations that teach its module, once; by run, those of each number.
    case joint(byRun: Bool)
  }

  /// Who teaches: one entry is one person needed, with all who may be that person.
  public struct TeacherNeed: Hashable, Sendable {
    public var candidates: [TeacherID]
    public init(candidates: [TeacherID]) { self.candidates = candidates }
  }

  public struct ResourceNeed: Hashable, Sendable {
    public var resource: ResourceID
    public var count: Int
    public init(resource: ResourceID, count: Int) {
      self.resource = resource
      self.count = count
    }
  }

  /// A rule between this session and others of the same rotation, for the people that attend both.
  /// Of sessions that meet several times, each meeting keeps it to each meeting of the other; but
  /// `rightAfter` and `sameDay` bind meeting k to the other's meeting k where both meet equally
  /// often.
  public struct Relation: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// This one begins after the other has ended.
      case after
      case before
      /// The same day, beginning in the slot that follows the other's last one.
      case rightAfter
      case sameDay
      case notSameDay
      /// At least so many calendar days after the other's.
      case atLeastDaysAfter(Int)
      /// At most so many calendar days from the other's, before or after.
      case withinDays(Int)
    }
    public var kind: Kind
    /// The other session's name; every session of this name that shares people counts.
    public var session: String
    public var origin: SourceRange?
    public init(kind: Kind, session: String, origin: SourceRange? = nil) {
      self.kind = kind
      self.session = session
      self.origin = origin
    }
    public static func == (a: Self, b: Self) -> Bool { a.kind == b.kind && a.session == b.session }
    public func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      hasher.combine(session)
    }
  }

  /// When it lies, seen from the stay: the days on which its runs are in house.
  public enum Phase: Hashable, Sendable {
    case during
    /// On teaching days before all its runs begin, at most so many days of the calendar before.
    case before(days: Int?)
    /// On teaching days after all its runs have ended.
    case after(days: Int?)

    /// Whether two lie in the same part, however far it reaches. `first` and `last` hold within a part.
    public func isPart(of other: Phase) -> Bool {
      switch (self, other) {
      case (.during, .during), (.before, .before), (.after, .after): true
      default: false
      }
    }
  }

  public var name: String
  public var title: String?
  /// The form's word: `lecture`, or one of the planner's own.
  public var form: String
  public var audience: Audience = .run
  public var periods = 1
  /// How often it meets; each meeting begins when the one before has ended, or later.
  public var meetings = 1
  /// People expected at each meeting, in place of those who attend; nil to count those. A session
  /// for the whole run of which no class attends is held where some are expected.
  public var expected: Int?
  /// The meetings of one audience are wished to lie on at least so many days; `spreadDays` counts
  /// what is missing.
  public var leastDays: Int?
  /// Meetings of one day are wished to follow each other in one place; `doubles` counts those that
  /// do not.
  public var inDoubles = false
  /// Empty where no place is needed.
  public var places: [PlaceID] = []
  /// All of them are taken along with the place chosen, which must stream, and their seats count too.
  public var streamedTo: [PlaceID] = []
  /// Each need is met by another person.
  public var teachers: [TeacherNeed] = []
  /// What happens in it, one after another; see `TeachingCalendar.times(of:in:)`. Empty where nothing
  /// is said of it.
  public var agenda: [AgendaItem] = []
  /// So many of the last needs are of people who only speak in items of the agenda.
  public var teachersOfItems = 0
  /// Busy for its time like a teacher; may be one of them.
  public var chair: TeacherID?
  public var resources: [ResourceNeed] = []
  public var phase = Phase.during
  /// No session of the rotation that shares people with it, lies in the same phase and is not marked
  /// so itself begins before its end.
  public var isFirst = false
  /// No such session ends after its start.
  public var isLast = false
  public var relations: [Relation] = []
  // Day rules count the teaching days of a run. A session of several runs keeps them in every one
  // of its runs that has the day.

  /// Days of the run from 1; nil for any.
  public var onDays: Set<Int>?
  public var notOnDays: Set<Int> = []
  public var onFirstDay = false
  public var onLastDay = false
  public var notFirstDay = false
  public var notLastDay = false
  /// If there are any, it must lie wholly in one of them.
  public var within: [Window] = []
  /// It must not touch any of these.
  public var excluded: [Window] = []
  /// Periods in which it may begin; nil for any.
  public var atPeriods: Set<String>?
  public var notAtPeriods: Set<String> = []
  /// Minutes since midnight within which it must begin: morning, afternoon, evening.
  public var startsWithin: Range<Int>?
  public var acrossBreaks = false
  /// Meetings of it in one day, for one audience.
  public var mostPerDay = 1
  public var theme: String?
  public var note: String?
  public var origins = Origins()
  public init(name: String, form: String) {
    self.name = name
    self.form = form
  }
}

/// A programme that trains a whole population in several runs.
public struct Rotation: Hashable, Sendable {
  public enum Trainees: Hashable, Sendable {
    case units([UnitID])
    /// A number of people who belong to no unit.
    case people(Int)
  }
  public enum RunCount: Hashable, Sendable {
    case exactly(Int)
    case asNeeded
  }
  public struct RunOverride: Hashable, Sendable {
    public var starts: Day?
    public var length: Int?
    public var people: Int?
    public var classes: Int?
    public var units: [UnitID]?
    public var origins = Origins()
    public init() {}
  }
  public struct ClassOverride: Hashable, Sendable {
    public var name: String?
    public var people: Int?
    public var room: PlaceID?
    public var excluded: [Window] = []
    /// Those of the rotation's modules that it attends; nil for all.
    public var modules: [ModuleID]?
    public var origins = Origins()
    public init() {}
  }
  /// A class by its run and its number in the run, both from 1.
  public struct ClassNumber: Hashable, Comparable, Sendable {
    public var run: Int
    public var number: Int
    public init(run: Int, number: Int) {
      self.run = run
      self.number = number
    }
    public static func < (a: Self, b: Self) -> Bool { (a.run, a.number) < (b.run, b.number) }
  }

  public var name: String
  public var title: String?
  public var school: SchoolID?
  public var trainees: Trainees = .people(0)
  /// The file that names its people, as written.
  public var roster: String?
  public var runs: RunCount = .exactly(1)
  /// Teaching days of a run.
  public var length = 5
  /// People in a class, at most; nil where only the number of classes is given.
  public var largestClass: Int?
  /// Number of classes in all; nil for the fewest.
  public var classes: Int?
  public var modules: [ModuleID] = []
  public var starts: Day?
  public var startWeekdays: Set<Weekday>?
  public var ends: Day?
  /// Calendar days between the end of a run and the start of the next: for so long the run still
  /// counts among those in house.
  public var daysBetween = 0
  public var mostRunsAtOnce = 1
  /// Sessions of one class in one day, at most; for a class in groups, of each part of it.
  public var mostSessionsPerDay: Int?
  /// By run number, from 1.
  public var runOverrides: [Int: RunOverride] = [:]
  public var classOverrides: [ClassNumber: ClassOverride] = [:]
  public var origins = Origins()
  public init(name: String) { self.name = name }
}

/// When a teacher or a place is better left alone.
public struct Avoidance: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    case teacher(TeacherID)
    case place(PlaceID)
  }
  public var subject: Subject
  public var windows: [Window]
  public init(_ subject: Subject, windows: [Window]) {
    self.subject = subject
    self.windows = windows
  }
}

/// A soft rule: a wish with a weight.
public struct Preference: Hashable, Sendable {
  /// Sessions without a place in the timetable count for nothing, and a class has a session when
  /// it attends wholly or in part. Slots neighbour each other by their position in the day, however
  /// long the break between them.
  public enum Wish: Hashable, Sendable {
    /// For each class and day: slots without a session between its first and last session.
    case compactDays
    /// For each class: slots with a session and none in the slots before and after on that day.
    case noLonelyPeriods
    /// For each class: venues beyond the first, among the main places of its sessions for class.
    case sameRoom
    /// For each template and audience: venues beyond the first, among the main places of its
    /// meetings.
    case sameRoomForModule
    /// For each session that is at a venue and is not streamed: people beyond the seats there. A
    /// plan with this wish holds such sessions at places too small for them; sites, and places
    /// together with those a session is streamed to, must have the seats all the same.
    case enoughSeats
    /// For each template with `leastDays` and each audience: by how many the days of its meetings
    /// are fewer.
    case spreadDays
    /// For each template `inDoubles`, audience and day of two or more of its meetings: meetings
    /// with none of the others directly before or after them in the same main place.
    case doubles
    /// For each class and day with a session of it: slots with a session fewer than the least or
    /// more than the most.
    case dailyLoad(ClosedRange<Int>)
    /// For each class and each two neighbouring slots of a day: 1 if a session that ends with the
    /// one and a session that begins with the other are at venues of different zones. A venue of
    /// no zone is near all others.
    case nearby
    /// For each session that the teacher teaches, or that is held at the place or streamed to it: 1
    /// if it touches one of the windows.
    case avoid(Avoidance)
    /// For each session (of the form): the position of its first slot in the day, from 0.
    case early(form: String?)
    /// For each class: sum over its run's days of the squared number of its slots with a session,
    /// less the least sum that as many slots come to on as many days.
    case evenDays
    /// For each set of two or more candidates: of all needs with just these candidates, in any
    /// order, the difference between the most and the fewest given to one candidate, beyond one.
    case balancedTeachers
    /// For each two schools: by how many the periods that teachers of the one teach classes of the
    /// other differ from those that they are taught in return. A session that several schools attend
    /// is given to each of them.
    case balancedExchange
    /// For each teacher of `TeacherPools`: the square of the whole periods by which what they teach is
    /// off their share of all that is to be taught there, in proportion to `Teacher.claim`. A session
    /// of which a teacher only speaks in items of the agenda does not count.
    case balancedLoad
    /// For each place of the role and each run, or class, of `PlaceShares`: the square of the whole
    /// sessions by which those that it has there are off its part of all that they have there, in
    /// proportion to those that may be there. A session that has no choice does not count.
    case sharedPlaces(Place.Role, among: PlaceSharers)
    /// For each session of a group: the other groups of the class that do not begin a meeting of the same
    /// template with it. Where they begin together, people can be dealt into other groups than the last
    /// time.
    case rotatedGroups
    /// For each session that is published and is still to be held: 1 for each aspect in which it now
    /// stands elsewhere, of all of them or of one. A session that does not fit where it begins is at
    /// another time.
    case keepPublished(Publication.Aspect?)
  }
  public var wish: Wish
  /// 0 for a wish that is only counted.
  public var weight: Int
  public var origin: SourceRange?
  public init(wish: Wish, weight: Int = 1, origin: SourceRange? = nil) {
    self.wish = wish
    self.weight = weight
    self.origin = origin
  }
  public static func == (a: Self, b: Self) -> Bool { a.wish == b.wish && a.weight == b.weight }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(wish)
    hasher.combine(weight)
  }
}
