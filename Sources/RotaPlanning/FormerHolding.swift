/// Teachers, places and classes that had a session, as people know, and have it no more.
public struct FormerHolding: Hashable, Sendable {
  /// When they had it last.
  public var day: Day
  /// From start to end, in minutes of the day.
  public var minutes: Range<Int>
  public var places: [String]
  public var teachers: [String]
  /// Of those that the session's name would have attend it.
  public var classes: [ClassNumber]

  public init(
    day: Day, minutes: Range<Int>, places: [String] = [], teachers: [String] = [],
    classes: [ClassNumber] = []
  ) {
    self.day = day
    self.minutes = minutes
    self.places = places
    self.teachers = teachers
    self.classes = classes
  }

  /// What they were told of it.
  public var entry: Publication.Entry {
    Publication.Entry(
      placement: Timetable.Placement(day: day, period: "", places: places, teachers: teachers),
      minutes: minutes, isCancelled: true)
  }

  /// Whoever has a session by what people know, or had it, and has it no more by another entry: each
  /// once, by when they had it last.
  static func all(of before: Publication.Entry, and more: [Self], notIn after: Publication.Entry)
    -> [Self]
  {
    var places = Set(after.placement.places)
    var teachers = Set(after.placement.teachers)
    let absent = Set(after.absent)
    let lost = Self(
      day: before.placement.day, minutes: before.minutes, places: before.placement.places,
      teachers: before.placement.teachers,
      classes: after.absent.filter { !before.absent.contains($0) })
    var classes: Set<ClassNumber> = []
    var all: [Self] = []
    for var one in [lost] + (more + before.former).sorted(by: { $0.start > $1.start }) {
      one.places.removeAll { !places.insert($0).inserted }
      one.teachers.removeAll { !teachers.insert($0).inserted }
      one.classes.removeAll { !absent.contains($0) || !classes.insert($0).inserted }
      if !one.places.isEmpty || !one.teachers.isEmpty || !one.classes.isEmpty { all.append(one) }
    }
    return all.sorted { $0.start < $1.start }
  }

  /// Minutes since 1970-01-01 00:00.
  private var start: Int { day.number * 1440 + minutes.lowerBound }
}

/// A class within its rotation.
public struct ClassNumber: Hashable, Comparable, Sendable {
  public var run: Int
  public var number: Int

  public init(run: Int, number: Int) {
    self.run = run
    self.number = number
  }

  /// `1-3`, as labels of classes end.
  public var text: String { "\(run)-\(number)" }

  /// Nil where a text is no two numbers with a hyphen between.
  public init?(_ text: String) {
    let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let run = numbers[0], let number = numbers[1] else { return nil }
    self.init(run: run, number: number)
  }

  public static func < (a: Self, b: Self) -> Bool { (a.run, a.number) < (b.run, b.number) }
}

extension Programme {
  /// The classes of a session's runs that do not attend its module. A session of several rotations is
  /// not known by its runs, and has none.
  func absent(from session: Session) -> [ClassNumber] {
    let runs: [RunID]
    switch session.identity.audience {
    case .allRuns, .runs, .run: runs = session.runs
    case .studyClass, .group, .joint: return []
    }
    var absent: [ClassNumber] = []
    for run in runs {
      for id in self[run].classes where !self[id].attends(session.module) {
        absent.append(ClassNumber(run: self[run].number, number: self[id].number))
      }
    }
    return absent.sorted()
  }
}
