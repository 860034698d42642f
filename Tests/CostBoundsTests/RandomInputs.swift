import CostBounds
import LocalSearch

/// Small inputs with all sorts of rules, few enough timetables to try them all.
struct RandomInputs {
  private var random: RandomSource

  init(seed: UInt64) { random = RandomSource(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + random.below(range.count)
  }

  private mutating func chance(_ percent: Int) -> Bool { random.below(100) < percent }

  private mutating func some<T>(_ items: some Sequence<T>, percent: Int) -> [T] {
    items.filter { _ in chance(percent) }
  }

  mutating func next() -> BoundInput {
    var days: [Int] = []
    for day in 0..<number(1...3) {
      for _ in 0..<number(1...4) where days.count < 8 { days.append(day) }
    }
    let places = (0..<number(0...3)).map { _ in
      BoundInput.Place(
        seats: chance(85) ? number(0...6) : nil,
        openSlots: chance(90) ? some(days.indices, percent: 85) : nil, isVenue: chance(85))
    }
    var series: [BoundInput.Series] = []
    var left = 4
    while left > 0, series.count < 4, chance(90) {
      let meetings = min(left, number(1...3))
      left -= meetings
      series.append(next(meetings, days, places))
    }
    var input = BoundInput(dayOfSlot: days, series: series, places: places)
    for rule in BoundInput.Rule.allCases where chance(60) { input.weights[rule] = number(1...5) }
    if chance(30) { input.loadCosts = [0] + (0..<number(1...3)).map { _ in number(0...3) } }
    return input
  }

  private mutating func next(
    _ meetings: Int, _ days: [Int], _ places: [BoundInput.Place]
  ) -> BoundInput.Series {
    let length = chance(80) ? 1 : 2
    let fitting = days.indices.filter {
      $0 + length <= days.count && days[$0 + length - 1] == days[$0]
    }
    let starts = some(fitting, percent: number(40...100))
    let classes = some(0..<2, percent: 70)
    // Some of a class's two parts, and a teacher.
    let parts = classes.flatMap { part in chance(70) ? [2 * part, 2 * part + 1] : [2 * part] }
    return BoundInput.Series(
      meetings: meetings, length: length, starts: starts,
      startCosts: chance(25) ? starts.map { _ in number(0...4) } : [],
      mostPerDay: chance(50) ? .max : number(1...2), leastDays: chance(60) ? number(0...3) : 0,
      classes: classes, holds: parts + (chance(50) ? [10 + number(0...1)] : []),
      people: number(0...8), places: some(places.indices, percent: 70),
      countsForClassRooms: chance(50))
  }
}
