import CostBounds
import Testing

@Suite struct CostBoundTests {
  /// A bound above the least cost would stop a search too early: it must never be, whatever the
  /// steps.
  @Test(arguments: 1...4)
  func boundsAreNeverAboveTheLeastCost(seed: Int) {
    var inputs = RandomInputs(seed: UInt64(seed))
    var possible = 0
    var exact = 0
    for _ in 0..<160 {
      let input = inputs.next()
      let steps = [0, 100, 3_000, 100_000, 1_000_000][inputs.number(0...4)]
      let bound = CostBound.leastCost(of: input, steps: steps)
      let least = LeastCosts(input)
      guard least.isPossible else { continue }
      possible += 1
      if bound == least.total { exact += 1 }
      #expect(bound <= least.total, "\(input)")
      for rule in BoundInput.Rule.allCases {
        let cost = CostBound.leastCost(of: input.keeping(rule), steps: steps)
        #expect(cost <= least.alone[rule] ?? 0, "\(rule): \(input)")
      }
    }
    // Most of the inputs say something, and most bounds leave nothing to be found.
    #expect(possible > 60)
    #expect(exact * 2 > possible)
  }

  // MARK: Rules one by one

  private let fiveDays = (0..<20).map { $0 / 4 }

  @Test func nothingCostsNothing() {
    #expect(CostBound.leastCost(of: BoundInput(dayOfSlot: [], series: [])) == 0)
    let series = BoundInput.Series(meetings: 3, starts: Array(0..<20), leastDays: 3, classes: [0])
    let bound = CostBound.leastCost(of: BoundInput(dayOfSlot: fiveDays, series: [series]))
    #expect(bound == 0)
  }

  /// Two of the three fit into the large room, and the third lacks three seats.
  @Test func meetingsBeyondALargeRoomLackSeats() {
    let series = BoundInput.Series(
      meetings: 3, starts: Array(0..<20), people: 10, places: [0, 1])
    let input = BoundInput(
      dayOfSlot: fiveDays, series: [series],
      places: [.init(seats: 12, openSlots: [4, 9]), .init(seats: 7, openSlots: Array(0..<20))],
      weights: [.seats: 1])
    #expect(CostBound.leastCost(of: input) == 3)
  }

  /// Either the third meeting lacks seats or it has the series change rooms: both ways cost, though
  /// one alone would not.
  @Test func seatsAndRoomsAreWeighedTogether() {
    let series = BoundInput.Series(
      meetings: 3, starts: Array(0..<20), people: 10, places: [0, 1])
    let input = BoundInput(
      dayOfSlot: fiveDays, series: [series],
      places: [.init(seats: 12, openSlots: [4, 9]), .init(seats: 7, openSlots: Array(0..<20))],
      weights: [.seats: 1, .seriesRooms: 2])
    #expect(CostBound.leastCost(of: input.keeping(.seats)) == 3)
    #expect(CostBound.leastCost(of: input.keeping(.seriesRooms)) == 0)
    #expect(CostBound.leastCost(of: input) == 5)
  }

  @Test func seriesOfAClassWithNoPlaceInCommonNeedARoomEach() {
    let series = [[0], [1], [0, 1, 2], [2]].map {
      BoundInput.Series(
        meetings: 1, starts: Array(0..<20), classes: [0], places: $0, countsForClassRooms: true)
    }
    let places = (0..<3).map { _ in BoundInput.Place(seats: nil, openSlots: nil) }
    let input = BoundInput(
      dayOfSlot: fiveDays, series: series, places: places, weights: [.classRooms: 4])
    #expect(CostBound.leastCost(of: input) == 8)
  }

  /// Four meetings, all on two days, are to lie on three.
  @Test func daysAreMissingWhereASeriesMayNotMeet() {
    let series = BoundInput.Series(meetings: 4, starts: [0, 1, 2, 8, 9], leastDays: 3)
    let input = BoundInput(dayOfSlot: fiveDays, series: [series], weights: [.spread: 5])
    #expect(CostBound.leastCost(of: input) == 5)
  }

  /// Three meetings of one class, of which at most one is on a day, have no company.
  @Test func meetingsOfDifferentDaysAreLonely() {
    let series = BoundInput.Series(
      meetings: 3, starts: Array(0..<20), mostPerDay: 1, classes: [0], holds: [0])
    let input = BoundInput(dayOfSlot: fiveDays, series: [series], weights: [.lonely: 2])
    #expect(CostBound.leastCost(of: input) == 6)
  }

  /// Together on one day, or lonely: one of the two wishes is not fulfilled, though each alone could
  /// be.
  @Test func spreadAndCompanyAreWeighedTogether() {
    let series = BoundInput.Series(
      meetings: 2, starts: Array(0..<20), leastDays: 2, classes: [0], holds: [0])
    let input = BoundInput(
      dayOfSlot: fiveDays, series: [series], weights: [.lonely: 2, .spread: 5])
    #expect(CostBound.leastCost(of: input.keeping(.lonely)) == 0)
    #expect(CostBound.leastCost(of: input.keeping(.spread)) == 0)
    #expect(CostBound.leastCost(of: input) == 4)
  }

  @Test func gapsLieBetweenTheOnlySlots() {
    let series = BoundInput.Series(meetings: 2, starts: [0, 3], classes: [0], holds: [0])
    let input = BoundInput(dayOfSlot: fiveDays, series: [series], weights: [.gaps: 3])
    #expect(CostBound.leastCost(of: input) == 6)
  }

  /// Five periods on days that are to have two to four of them, and may have three at most.
  @Test func loadsAreSharedOutOverDays() {
    let series = BoundInput.Series(
      meetings: 5, starts: [0, 1, 2, 4, 8], classes: [0], holds: [0])
    let input = BoundInput(dayOfSlot: fiveDays, series: [series], loadCosts: [0, 7, 0, 0, 0])
    #expect(CostBound.leastCost(of: input) == 14)
  }

  /// The classes would each have the shared series elsewhere; in one of them two meetings are alone.
  @Test func classesThatShareASeriesMustAgree() {
    let shared = BoundInput.Series(
      meetings: 1, starts: [0, 4], classes: [0, 1], holds: [0, 1])
    let first = BoundInput.Series(meetings: 1, starts: [1], classes: [0], holds: [0])
    let second = BoundInput.Series(meetings: 1, starts: [5], classes: [1], holds: [1])
    let input = BoundInput(
      dayOfSlot: fiveDays, series: [shared, first, second], weights: [.lonely: 2])
    #expect(CostBound.leastCost(of: input) == 4)
  }

  /// A teacher can be with one class at a time, and the second begins later.
  @Test func startsOfATeacherAreTakenOneAfterTheOther() {
    let series = (0..<3).map { studyClass in
      BoundInput.Series(
        meetings: 1, starts: [0, 1, 2, 3], startCosts: [0, 1, 2, 3], classes: [studyClass],
        holds: [studyClass, 9])
    }
    let input = BoundInput(dayOfSlot: fiveDays, series: series)
    #expect(CostBound.leastCost(of: input) == 3)
  }

  // MARK: Limits

  @Test func whatCannotBeHeldCostsNothing() {
    let series = BoundInput.Series(
      meetings: 3, starts: [0, 1], leastDays: 3, classes: [0], holds: [0], people: 9, places: [0])
    let input = BoundInput(
      dayOfSlot: fiveDays, series: [series], places: [.init(seats: 1, openSlots: [])],
      weights: [.lonely: 2, .spread: 5, .seats: 1])
    #expect(CostBound.leastCost(of: input) >= 0)
  }

  @Test func hugeWeightsAndNumbersDoNotOverflow() {
    let series = BoundInput.Series(
      meetings: 2, starts: Array(0..<20), startCosts: Array(repeating: .max, count: 20),
      mostPerDay: 1, leastDays: 5, classes: [0], holds: [0], people: .max, places: [0])
    var input = BoundInput(
      dayOfSlot: fiveDays, series: [series], places: [.init(seats: 0, openSlots: nil)],
      loadCosts: [0, .max])
    for rule in BoundInput.Rule.allCases { input.weights[rule] = .max }
    #expect(CostBound.leastCost(of: input) > 0)
  }
}

extension BoundInput {
  /// The same with the costs of one rule alone.
  fileprivate func keeping(_ rule: Rule) -> BoundInput {
    var input = self
    input.weights = weights.filter { $0.key == rule }
    if rule != .load { input.loadCosts = [] }
    if rule != .starts { for index in series.indices { input.series[index].startCosts = [] } }
    return input
  }
}
