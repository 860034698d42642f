/// When, where and by whom each session is held. Kept by names and dates, so that it outlives
/// changes of the plan; what no longer fits is found by the verifier, never dropped in silence.
public struct Timetable: Hashable, Sendable {
  public struct Placement: Hashable, Codable, Sendable {
    public var day: Day
    /// The period in which it begins.
    public var period: String
    /// The place chosen, then the others it is streamed to. Empty where none is needed.
    public var places: [String]
    /// In the order of the template's needs.
    public var teachers: [String]
    public var isLocked: Bool
    public init(
      day: Day, period: String, places: [String] = [], teachers: [String] = [],
      isLocked: Bool = false
    ) {
      self.day = day
      self.period = period
      self.places = places
      self.teachers = teachers
      self.isLocked = isLocked
    }
  }

  public var placements: [SessionIdentity: Placement] = [:]
  /// The timetable that people have, against which `Preference.Wish.keepPublished` is counted.
  public var publication: Publication?
  public init() {}
  public var isEmpty: Bool { placements.isEmpty }
}

/// A session that the solver could not place, and what stands against it.
public struct Unplaced: Hashable, Codable, Sendable {
  /// Why possible starts are not free, with how many starts each rules out.
  public struct Reason: Hashable, Codable, Sendable {
    public enum Obstacle: Hashable, Codable, Sendable {
      /// No start is allowed at all by days, periods, availability or length.
      case noStart
      /// It would have to lie before a day, and what does is kept as it is.
      case frozen(before: Day)
      /// No place has the seats, or none is open.
      case noPlace
      /// Nobody may teach it.
      case noTeacher
      /// Of those who may teach it, none is there.
      case teachersAway
      /// It is streamed, or only teachers who come by stream are there, and no place that streams is
      /// open.
      case noStream
      case audienceBusy
      case placesBusy
      case teachersBusy
      /// A shared resource is used up.
      case resource(String)
      /// An order, a day rule or a limit a day stands against it.
      case rule(String)
      case travel
    }
    public var obstacle: Obstacle
    public var starts: Int
    public init(_ obstacle: Obstacle, starts: Int) {
      self.obstacle = obstacle
      self.starts = starts
    }
  }
  public var session: SessionIdentity
  /// Most frequent first.
  public var reasons: [Reason]
  public init(session: SessionIdentity, reasons: [Reason]) {
    self.session = session
    self.reasons = reasons
  }
}

/// A fault in a timetable, found by counting again from plan and timetable alone.
public struct Violation: Hashable, Sendable {
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    case unknownSession, unknownPlace, unknownTeacher, notATeachingPeriod
    case outsideRun, startNotAllowed, brokenSpan
    case wrongPlace, tooFewSeats, placeClosed, placeClash, siteOverfull, noStream
    case wrongTeacher, teacherUnavailable, teacherClash, teacherLimit
    case audienceClash, audienceUnavailable, audienceTravel, teacherTravel
    case resourceOverfull, order, sameDay, dayLimit
    /// A locked session is not where an earlier timetable had it.
    case moved
    /// The programme itself: people lost, a class too large, a unit over its limit, beds.
    case arithmetic
  }
  public var rule: Rule
  /// The sessions that take part; empty for faults of the programme.
  public var sessions: [SessionIdentity]
  /// The name of the place, teacher, unit, resource or rule concerned.
  public var subject: String
  /// How much is needed and how much there is, where that can be counted.
  public var needed: Int?
  public var available: Int?
  public init(
    _ rule: Rule, sessions: [SessionIdentity] = [], subject: String = "", needed: Int? = nil,
    available: Int? = nil
  ) {
    self.rule = rule
    self.sessions = sessions
    self.subject = subject
    self.needed = needed
    self.available = available
  }
}

/// What a timetable costs by one preference.
public struct CostLine: Hashable, Sendable {
  /// Position in the plan's preferences.
  public var preference: Int
  /// Times the wish is broken, by the measure of `Preference.Wish`, before the weight.
  public var count: Int
  public var cost: Int
  public init(preference: Int, count: Int, cost: Int) {
    self.preference = preference
    self.count = count
    self.cost = cost
  }
}

/// One place at which a timetable breaks a wish: a part of a `CostLine`.
public struct CostItem: Hashable, Sendable {
  /// For whom, or in what, the wish is broken. Each item has one subject, so that costs summed by
  /// class, by session and by teachers come to the whole.
  public enum Subject: Hashable, Sendable {
    case studyClass(ClassID)
    /// One session, or the meetings of one template and audience.
    case sessions([SessionIdentity])
    /// Candidates for the same sessions.
    case teachers([TeacherID])
    /// Two schools that lend each other teachers.
    case schools(SchoolID, SchoolID)
    /// What a run or a class has of a place that others may choose as well.
    case use(of: PlaceID, by: PlaceUser)
  }
  public enum PlaceUser: Hashable, Sendable {
    case run(RunID)
    case studyClass(ClassID)
  }
  /// Position in the plan's preferences.
  public var preference: Int
  public var subject: Subject
  /// The sessions whose time or place costs it, in the programme's order.
  public var sessions: [SessionIdentity]
  /// Nil where more than one day takes part.
  public var day: Day?
  /// Times the wish is broken, as in `CostLine`; at least 1.
  public var count: Int
  public var cost: Int
  public init(
    preference: Int, subject: Subject, sessions: [SessionIdentity], day: Day? = nil, count: Int,
    cost: Int
  ) {
    self.preference = preference
    self.subject = subject
    self.sessions = sessions
    self.day = day
    self.count = count
    self.cost = cost
  }
}
