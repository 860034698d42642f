import CostBounds

/// The least costs of a small input, found by trying every timetable: written from the
/// documentation of `BoundInput` alone.
struct LeastCosts {
  private(set) var total = Int.max
  private(set) var alone: [BoundInput.Rule: Int] = [:]
  var isPossible: Bool { total < .max }

  private let input: BoundInput
  private let meetings: [Int]
  private var starts: [Int] = []
  private var places: [Int] = []
  private var leastOfPlaces: [BoundInput.Rule: Int] = [:]
  private var leastSumOfPlaces = Int.max

  init(_ input: BoundInput) {
    self.input = input
    meetings = input.series.indices.flatMap {
      Array(repeating: $0, count: input.series[$0].meetings)
    }
    chooseStart()
  }

  // MARK: Times

  private mutating func chooseStart() {
    let index = starts.count
    if index == meetings.count { return judgeTimes() }
    let number = meetings[index]
    for start in input.series[number].starts where isFree(number, at: start) {
      if index > 0, meetings[index - 1] == number, starts[index - 1] >= start { continue }
      starts.append(start)
      chooseStart()
      starts.removeLast()
    }
  }

  private func span(_ number: Int, _ start: Int) -> Range<Int> {
    start..<start + input.series[number].length
  }

  private func isFree(_ number: Int, at start: Int) -> Bool {
    let series = input.series[number]
    var onDay = 0
    for (other, otherStart) in zip(meetings, starts) {
      if other == number, input.dayOfSlot[otherStart] == input.dayOfSlot[start] { onDay += 1 }
      let share =
        other == number || !Set(series.holds).isDisjoint(with: input.series[other].holds)
      if share, span(number, start).overlaps(span(other, otherStart)) { return false }
    }
    return onDay < series.mostPerDay
  }

  private mutating func judgeTimes() {
    places = []
    leastOfPlaces = [:]
    leastSumOfPlaces = .max
    choosePlace()
    guard leastSumOfPlaces < .max else { return }
    let costs = costsOfTimes
    total = min(total, costs.values.reduce(leastSumOfPlaces, +))
    for (rule, cost) in costs.merging(leastOfPlaces, uniquingKeysWith: +) {
      alone[rule] = min(alone[rule] ?? .max, cost)
    }
  }

  private var costsOfTimes: [BoundInput.Rule: Int] {
    var costs: [BoundInput.Rule: Int] = [
      .spread: 0, .lonely: 0, .gaps: 0, .load: 0, .starts: 0,
    ]
    func add(_ rule: BoundInput.Rule, _ count: Int) {
      costs[rule, default: 0] += count * (input.weights[rule] ?? 0)
    }
    for (number, series) in input.series.enumerated() where series.meetings > 0 {
      let own = zip(meetings, starts).filter { $0.0 == number }.map(\.1)
      add(.spread, max(0, series.leastDays - Set(own.map { input.dayOfSlot[$0] }).count))
      for (start, cost) in zip(series.starts, series.startCosts) where own.contains(start) {
        costs[.starts, default: 0] += cost
      }
    }
    for studyClass in Set(input.series.flatMap(\.classes)) {
      var busy: Set<Int> = []
      for (number, start) in zip(meetings, starts)
      where input.series[number].classes.contains(studyClass) {
        busy.formUnion(span(number, start))
      }
      for slots in Dictionary(grouping: busy, by: { input.dayOfSlot[$0] }).values {
        let sorted = slots.sorted()
        add(.lonely, sorted.count { !sorted.contains($0 - 1) && !sorted.contains($0 + 1) })
        add(.gaps, sorted[sorted.count - 1] - sorted[0] + 1 - sorted.count)
        if let last = input.loadCosts.last {
          let isListed = sorted.count < input.loadCosts.count
          costs[.load, default: 0] += isListed ? input.loadCosts[sorted.count] : last
        }
      }
    }
    return costs
  }

  // MARK: Places

  private mutating func choosePlace() {
    let index = places.count
    if index == meetings.count { return judgePlaces() }
    let series = input.series[meetings[index]]
    for place in series.places.isEmpty ? [-1] : series.places where isOpen(place, index) {
      places.append(place)
      choosePlace()
      places.removeLast()
    }
  }

  private func isOpen(_ place: Int, _ index: Int) -> Bool {
    guard place >= 0, let open = input.places[place].openSlots else { return true }
    let own = span(meetings[index], starts[index])
    guard own.allSatisfy(open.contains) else { return false }
    return !places.indices.contains {
      places[$0] == place && span(meetings[$0], starts[$0]).overlaps(own)
    }
  }

  private mutating func judgePlaces() {
    var counts: [BoundInput.Rule: Int] = [.seats: 0, .seriesRooms: 0, .classRooms: 0]
    for (number, place) in zip(meetings, places) where place >= 0 {
      let people = input.series[number].people
      counts[.seats, default: 0] += max(0, people - (input.places[place].seats ?? people))
    }
    func rooms(_ isCounted: (Int) -> Bool) -> Int {
      let rooms = places.indices.filter { isCounted(meetings[$0]) && places[$0] >= 0 }
        .map { places[$0] }.filter { input.places[$0].isVenue }
      return max(0, Set(rooms).count - 1)
    }
    for number in input.series.indices {
      counts[.seriesRooms, default: 0] += rooms { $0 == number }
    }
    for studyClass in Set(input.series.flatMap(\.classes)) {
      counts[.classRooms, default: 0] += rooms {
        input.series[$0].countsForClassRooms && input.series[$0].classes.contains(studyClass)
      }
    }
    var sum = 0
    for (rule, count) in counts {
      let cost = count * (input.weights[rule] ?? 0)
      leastOfPlaces[rule] = min(leastOfPlaces[rule] ?? .max, cost)
      sum += cost
    }
    leastSumOfPlaces = min(leastSumOfPlaces, sum)
  }
}
