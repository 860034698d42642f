/// What bounds of cost are computed from: whole numbers without names, so that a planner's terms
/// need not be known here.
///
/// Leaving a rule or a session's restriction out is always right and only makes the bound lower:
/// every timetable that keeps the full set of rules keeps the smaller one too.
public struct BoundInput: Sendable {
  /// The meetings of one session for one audience: alike in everything but their time and place.
  public struct Series: Sendable {
    public var meetings: Int
    /// Slots that one meeting takes, one after the other on one day.
    public var length: Int
    /// Slots in which a meeting may begin, rising; all its slots then lie on one day.
    public var starts: [Int]
    /// What a meeting costs for beginning there, in the order of `starts`; empty where nothing
    /// does.
    public var startCosts: [Int]
    /// Meetings that one day may hold.
    public var mostPerDay: Int
    /// Days on which meetings are wished to lie; 0 for no such wish.
    public var leastDays: Int
    /// Classes that attend, wholly or in part.
    public var classes: [Int]
    /// Things that one meeting at a time can have: people, a teacher. Numbers of any kind.
    public var holds: [Int]
    public var people: Int
    /// Places to choose one from for each meeting; empty where none is needed.
    public var places: [Int]
    /// Its venue counts among those of each of its classes.
    public var countsForClassRooms: Bool

    public init(
      meetings: Int, length: Int = 1, starts: [Int], startCosts: [Int] = [],
      mostPerDay: Int = .max, leastDays: Int = 0, classes: [Int] = [], holds: [Int] = [],
      people: Int = 0, places: [Int] = [], countsForClassRooms: Bool = false
    ) {
      self.meetings = meetings
      self.length = length
      self.starts = starts
      self.startCosts = startCosts
      self.mostPerDay = mostPerDay
      self.leastDays = leastDays
      self.classes = classes
      self.holds = holds
      self.people = people
      self.places = places
      self.countsForClassRooms = countsForClassRooms
    }
  }

  /// Where meetings are held.
  public struct Place: Sendable {
    /// Beyond these, people lack seats; nil where that costs nothing.
    public var seats: Int?
    /// Slots in which it holds one meeting, rising; nil where it holds any number at any time.
    public var openSlots: [Int]?
    /// It counts among the rooms of a series and of a class.
    public var isVenue: Bool

    public init(seats: Int?, openSlots: [Int]?, isVenue: Bool = true) {
      self.seats = seats
      self.openSlots = openSlots
      self.isVenue = isVenue
    }
  }

  /// A sort of cost. Every unit of cost belongs to exactly one of them.
  public enum Rule: Hashable, Sendable, CaseIterable {
    /// People beyond the seats, for each meeting.
    case seats
    /// Rooms of a series beyond its first.
    case seriesRooms
    /// Rooms of a class beyond its first.
    case classRooms
    /// Days that a series falls short of its least.
    case spread
    /// Busy slots of a class with no busy neighbour on the day.
    case lonely
    /// Free slots of a class between its first and last busy one of a day.
    case gaps
    /// By the number of a class's busy slots on a day that has one.
    case load
    /// What meetings cost for the slot in which they begin.
    case starts
  }

  /// The day of each slot, never falling.
  public var dayOfSlot: [Int]
  public var series: [Series]
  public var places: [Place]
  /// What one unit costs, for the rules that count units; `load` and `starts` bring their costs
  /// with them.
  public var weights: [Rule: Int]
  /// Cost of a class's day by its number of busy slots, from 0; beyond the end, as the last.
  public var loadCosts: [Int]

  public init(
    dayOfSlot: [Int], series: [Series], places: [Place] = [], weights: [Rule: Int] = [:],
    loadCosts: [Int] = []
  ) {
    self.dayOfSlot = dayOfSlot
    self.series = series
    self.places = places
    self.weights = weights
    self.loadCosts = loadCosts
  }

  /// Large weights are cut, which can only lower a bound; so that no sum overflows.
  static let largestWeight = 1_000_000

  func weight(_ rule: Rule) -> Int { min(Self.largestWeight, max(0, weights[rule] ?? 0)) }

  /// Whether a rule can cost anything at all.
  func isActive(_ rule: Rule) -> Bool {
    switch rule {
    case .load: loadCosts.contains { $0 > 0 }
    case .starts: series.contains { $0.startCosts.contains { $0 > 0 } }
    default: weight(rule) > 0
    }
  }
}
