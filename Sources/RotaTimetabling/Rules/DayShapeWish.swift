/// Soft: `compact days`, `no lonely period`, `periods per day` and `even days`: how the periods in
/// which a class has a session lie in its days. Watches which slots have a session of each class.
struct DayShapeWish: ~Copyable {
  /// Sessions of a class in a slot.
  private var busy: Counts
  /// By class and day the slots with a session, as bits from the first slot of the day; only where
  /// no day has more slots than a word has bits.
  private var masks: Bits
  let hasMasks: Bool
  /// Over the days of the class's run: slots with a session, and the sum of their squares by day.
  private var slots: Counts
  private var squares: Counts
  /// By the number of slots with a session on a day: how far it is from what is wished.
  private let loadCost: Counts
  private(set) var gaps = 0
  private(set) var lonely = 0
  /// Times the weights of the wishes.
  private(set) var loads = 0
  private(set) var unevenness = 0

  init(_ problem: borrowing Problem) {
    busy = Counts(repeating: 0, count: problem.classRowSize)
    hasMasks = problem.mostSlotsPerDay <= 64
    masks = Bits(rows: hasMasks ? problem.classDaySize : 0, columns: 64)
    slots = Counts(repeating: 0, count: problem.classCount)
    squares = Counts(repeating: 0, count: problem.classCount)
    loadCost = Counts(problem.loadCost)
  }

  @inline(__always)
  mutating func change(
    _ problem: borrowing Problem, _ session: Int, _ day: Int, _ span: Range<Int>, by sign: Int
  ) {
    for index in problem.sessionClasses.range(session) {
      change(problem, class: problem.sessionClasses.items[index], day, span, by: sign)
    }
  }

  @inline(__always)
  private mutating func change(
    _ problem: borrowing Problem, class number: Int, _ day: Int, _ span: Range<Int>, by sign: Int
  ) {
    let row = problem.classRow[number]
    let before = shape(problem, number, day)
    for slot in span {
      let count = busy[row + slot] + sign
      busy[row + slot] = count
      if hasMasks {
        masks.set(
          problem.classDayRow[number] + day, slot - problem.dayFirst[day], to: count > 0)
      }
    }
    let after = shape(problem, number, day)
    gaps += after.gaps - before.gaps
    lonely += after.lonely - before.lonely
    if before.held == after.held { return }
    loads += loadCost[after.held] - loadCost[before.held]
    let days = problem.classDayEnd[number] - problem.classFirstDay[number]
    guard day >= problem.classFirstDay[number], day < problem.classDayEnd[number] else { return }
    unevenness -= squares[number] - Self.leastSquares(slots[number], days)
    squares[number] =
      squares[number] + after.held * after.held - before.held * before.held
    slots[number] = slots[number] + after.held - before.held
    unevenness += squares[number] - Self.leastSquares(slots[number], days)
  }

  /// What the slots with a session of one class on one day come to.
  private struct Shape {
    var held = 0
    var gaps = 0
    var lonely = 0

    init() {}

    @inline(__always)
    init(mask: UInt64) {
      if mask == 0 { return }
      held = mask.nonzeroBitCount
      gaps = 64 - mask.leadingZeroBitCount - mask.trailingZeroBitCount - held
      lonely = (mask & ~(mask << 1) & ~(mask >> 1)).nonzeroBitCount
    }
  }

  @inline(__always)
  private func shape(_ problem: borrowing Problem, _ number: Int, _ day: Int) -> Shape {
    if hasMasks { return Shape(mask: masks.word(problem.classDayRow[number] + day, 0)) }
    return countedShape(problem, number, day)
  }

  private func countedShape(_ problem: borrowing Problem, _ number: Int, _ day: Int) -> Shape {
    let row = problem.classRow[number]
    let daySlots = problem.dayFirst[day]..<problem.dayFirst[day + 1]
    var shape = Shape()
    var first = -1
    var last = -1
    for slot in daySlots where busy[row + slot] > 0 {
      shape.held += 1
      if first < 0 { first = slot }
      last = slot
      let hasBefore = slot > daySlots.lowerBound && busy[row + slot - 1] > 0
      let hasAfter = slot + 1 < daySlots.upperBound && busy[row + slot + 1] > 0
      if !hasBefore && !hasAfter { shape.lonely += 1 }
    }
    if shape.held > 0 { shape.gaps = last - first + 1 - shape.held }
    return shape
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
    shape(problem, number, day).held
  }
}
