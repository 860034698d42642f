/// Soft: `compact days` and `even days`. For each class it watches which slots have a session.
struct DayShapeWish: ~Copyable {
  /// Sessions of a class in a slot.
  private var busy: Counts
  private var gapsOnDay: Counts
  private var slotsOnDay: Counts
  /// Over the days of the class's run: slots with a session, and the sum of their squares by day.
  private var slots: Counts
  private var squares: Counts
  private(set) var gaps = 0
  private(set) var unevenness = 0

  init(_ problem: borrowing Problem) {
    busy = Counts(repeating: 0, count: problem.classRowSize)
    gapsOnDay = Counts(repeating: 0, count: problem.classDaySize)
    slotsOnDay = Counts(repeating: 0, count: problem.classDaySize)
    slots = Counts(repeating: 0, count: problem.classCount)
    squares = Counts(repeating: 0, count: problem.classCount)
  }

  @inline(__always)
  mutating func change(
    _ problem: borrowing Problem, _ session: Int, _ day: Int, _ span: Range<Int>, by sign: Int
  ) {
    for index in problem.sessionClasses.range(session) {
      let number = problem.sessionClasses.items[index]
      let row = problem.classRow[number]
      for slot in span { busy[row + slot] = busy[row + slot] + sign }
      recountDay(problem, number, day)
    }
  }

  @inline(__always)
  private mutating func recountDay(_ problem: borrowing Problem, _ number: Int, _ day: Int) {
    let row = problem.classRow[number]
    var held = 0
    var first = -1
    var last = -1
    for slot in problem.dayFirst[day]..<problem.dayFirst[day + 1] where busy[row + slot] > 0 {
      held += 1
      if first < 0 { first = slot }
      last = slot
    }
    let gap = held == 0 ? 0 : last - first + 1 - held
    let index = problem.classDayRow[number] + day
    gaps += gap - gapsOnDay[index]
    gapsOnDay[index] = gap
    let before = slotsOnDay[index]
    slotsOnDay[index] = held
    let days = problem.classDayEnd[number] - problem.classFirstDay[number]
    guard held != before, day >= problem.classFirstDay[number], day < problem.classDayEnd[number]
    else { return }
    unevenness -= squares[number] - Self.leastSquares(slots[number], days)
    squares[number] = squares[number] + held * held - before * before
    slots[number] = slots[number] + held - before
    unevenness += squares[number] - Self.leastSquares(slots[number], days)
  }

  /// The least sum of squares of so many whole numbers with a given sum.
  static func leastSquares(_ sum: Int, _ parts: Int) -> Int {
    if parts <= 0 { return 0 }
    let each = sum / parts
    let more = sum % parts
    return more * (each + 1) * (each + 1) + (parts - more) * each * each
  }

  /// Slots with a session of a class on a day.
  func load(_ problem: borrowing Problem, _ number: Int, _ day: Int) -> Int {
    slotsOnDay[problem.classDayRow[number] + day]
  }
}
