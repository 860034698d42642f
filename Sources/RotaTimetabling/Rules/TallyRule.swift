/// Hard: at most so many sessions a day or week, of an atom of people, of the meetings of one
/// session, of a teacher.
struct TallyRule: ~Copyable {
  /// Sessions counted, by tally and day or week.
  private(set) var count: Counts

  init(_ problem: borrowing Problem) { count = Counts(repeating: 0, count: problem.tallySize) }

  @inline(__always)
  private func index(_ problem: borrowing Problem, _ tally: Int, _ day: Int) -> Int {
    problem.tallyRow[tally] + (problem.tallyIsWeekly[tally] ? problem.weekOfDay[day] : day)
  }

  @inline(__always)
  mutating func change(_ problem: borrowing Problem, _ tally: Int, _ day: Int, by sign: Int) {
    let index = index(problem, tally, day)
    count[index] = count[index] + sign
  }

  @inline(__always)
  mutating func changeTeacher(
    _ problem: borrowing Problem, _ teacher: Int, _ day: Int, by sign: Int
  ) {
    let daily = problem.teacherDayTally[teacher - problem.firstTeacher]
    if daily >= 0 { change(problem, daily, day, by: sign) }
    let weekly = problem.teacherWeekTally[teacher - problem.firstTeacher]
    if weekly >= 0 { change(problem, weekly, day, by: sign) }
  }

  @inline(__always)
  func hasRoom(_ problem: borrowing Problem, _ tally: Int, _ day: Int) -> Bool {
    count[index(problem, tally, day)] < problem.tallyLimit[tally]
  }

  @inline(__always)
  func teacherHasRoom(_ problem: borrowing Problem, _ teacher: Int, _ day: Int) -> Bool {
    let daily = problem.teacherDayTally[teacher - problem.firstTeacher]
    if daily >= 0 && !hasRoom(problem, daily, day) { return false }
    let weekly = problem.teacherWeekTally[teacher - problem.firstTeacher]
    return weekly < 0 || hasRoom(problem, weekly, day)
  }
}

/// What a limit is called in a reason.
enum TallyWords: Equatable, Sendable {
  case sessionsPerDay(Int)
  case meetingsPerDay(Int)
  case teacher

  var text: String {
    switch self {
    case .sessionsPerDay(let most): "at most \(most) sessions per day"
    case .meetingsPerDay(let most): "at most \(most) meetings per day"
    case .teacher: "the most that its teachers give in a day or week"
    }
  }
}
