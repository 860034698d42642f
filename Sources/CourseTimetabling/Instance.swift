/// An instance of curriculum-based course timetabling, as the files of the second International
/// Timetabling Competition (`.ctt`) and their extension by Bonutti and others (`.ectt`) hold it.
///
/// Everything is in the order of the file; positions point into its arrays.
public struct Instance: Hashable, Sendable {
  /// A period of the week; days, and periods of a day, count from 0.
  public struct Period: Hashable, Comparable, Sendable {
    public var day: Int
    public var period: Int
    public init(day: Int, period: Int) {
      self.day = day
      self.period = period
    }
    public static func < (a: Self, b: Self) -> Bool { (a.day, a.period) < (b.day, b.period) }
  }

  public struct Course: Hashable, Sendable {
    public var name: String
    public var teacher: String
    /// Lectures in the week, each of one period.
    public var lectures: Int
    /// Days on which its lectures should lie, at least.
    public var leastDays: Int
    public var students: Int
    /// Lectures of one day should follow each other in one room; `.ectt` only.
    public var isDouble = false
    /// When it cannot be held.
    public var unavailable: Set<Period> = []
    /// Positions of the rooms that it cannot use, ascending; `.ectt` only.
    public var unsuitableRooms: [Int] = []
  }

  public struct Room: Hashable, Sendable {
    public var name: String
    public var capacity: Int
    /// `.ectt` only.
    public var building: String?
  }

  /// Courses that share students: no two of them meet at once.
  public struct Curriculum: Hashable, Sendable {
    public var name: String
    /// Positions of its courses, each once.
    public var courses: [Int]
  }

  public var name: String
  public var days: Int
  public var periodsPerDay: Int
  /// Lectures that a curriculum should have on a day that has any; `.ectt` only.
  public var dailyLectures: ClosedRange<Int>?
  public var courses: [Course]
  public var rooms: [Room]
  public var curricula: [Curriculum]

  /// What numbers may be. They keep an instance within what a plan can hold.
  enum Limits {
    static let entries = 1...100_000
    static let constraints = 0...10_000_000
    static let days = 1...366
    static let periodsPerDay = 1...96
    static let lectures = 1...1_000
    static let leastDays = 0...366
    static let people = 0...10_000_000
    static let seats = 1...100_000
    static let dailyLectures = 0...1_000
    static let nameBytes = 200
  }
}
