import NetworkFlow

/// The least cost of the rules about places, from below.
///
/// Times are left out but for counting: a place holds at most one meeting in each slot in which it
/// is open, and so at most as many as it has open slots (Lach and Lübbecke 2012 show that for seats
/// alone this loses nothing where all places are open at all times).
struct PlaceBound {
  private let input: BoundInput
  private let demands: [PlaceDemand]
  private let capacity: [Int?]
  private let steps: Int

  static func leastCost(of input: BoundInput, steps: Int) -> Int {
    let rules = BoundInput.Rule.placeRules.filter(input.isActive)
    // Even to look at every place of every series may be too much.
    let pairs = input.series.reduce(0) { $0 + $1.places.count * (1 + $1.starts.count / 8) }
    if rules.isEmpty || pairs > steps { return 0 }
    let bound = PlaceBound(input, steps: steps)
    let apart = bound.seats + bound.seriesRooms
    return Attainable.sum(
      atLeast: max(apart, bound.together) + bound.classRooms, of: rules.map(input.weight))
  }

  private init(_ input: BoundInput, steps: Int) {
    self.input = input
    self.steps = steps
    let openings = Openings(input)
    demands = input.series.compactMap { PlaceDemand($0, input, openings: openings) }
    capacity = input.places.indices.map(openings.slots)
  }

  /// Seats alone: the cheapest way to send all meetings to places.
  private var seats: Int {
    if input.weight(.seats) == 0 { return 0 }
    let options = demands.reduce(0) { $0 + $1.options.count }
    // A path looks at nearly all arcs, and there is about one for each series.
    guard options * demands.count * 8 <= steps else {
      return demands.reduce(0) { $0 + $1.meetings * ($1.options.map(\.cost).min() ?? 0) }
    }
    // A meeting of several slots pays for each of them a part.
    let whole = demands.reduce(1) { Self.leastCommonMultiple($0, $1.length) }
    let source = demands.count + input.places.count
    var flow = LeastCostFlow(nodes: source + 2)
    for (number, demand) in demands.enumerated() {
      let isWhole = whole > 0
      flow.connect(
        source, number, capacity: isWhole ? demand.slots : demand.meetings, cost: 0)
      for option in demand.options where option.slots > 0 {
        flow.connect(
          number, demands.count + option.place, capacity: option.slots,
          cost: isWhole ? option.cost * (whole / demand.length) : option.cost)
      }
    }
    for (place, slots) in capacity.enumerated() {
      flow.connect(demands.count + place, source + 1, capacity: slots ?? 1 << 40, cost: 0)
    }
    let cost = flow.send(from: source, to: source + 1).cost
    return whole > 0 ? (cost + whole - 1) / whole : cost
  }

  /// 0 where it would be large: then a meeting counts for one slot.
  private static func leastCommonMultiple(_ a: Int, _ b: Int) -> Int {
    guard a > 0 else { return 0 }
    var (large, small) = (a, b)
    while small > 0 { (large, small) = (small, large % small) }
    let multiple = a / large * b
    return multiple <= 5_040 ? multiple : 0
  }

  /// Rooms alone: those that a series needs since none is open long enough.
  private var seriesRooms: Int {
    demands.reduce(0) { $0 + $1.roomCost * max(0, $1.fewestRooms - 1) }
  }

  /// Seats and rooms together, by the best of some cuts.
  private var together: Int {
    let sizes = Set(demands.flatMap { $0.options.map { input.places[$0.place].seats ?? .max } })
    return sizes.sorted().map { size in
      PlaceCut(
        demands, inside: input.places.map { ($0.seats ?? .max) >= size }, capacity: capacity,
        steps: steps / max(1, sizes.count)
      ).leastCost
    }.max() ?? 0
  }

  /// Of each class: series of which no two have a place in common need a room each.
  private var classRooms: Int {
    let weight = input.weight(.classRooms)
    if weight == 0 { return 0 }
    var places: [Int: [[Int]]] = [:]
    for series in input.series
    where series.countsForClassRooms && series.meetings > 0 && !series.places.isEmpty
      && series.places.allSatisfy({ input.places[$0].isVenue })
    {
      for studyClass in Set(series.classes) {
        places[studyClass, default: []].append(series.places)
      }
    }
    return places.values.reduce(0) { sum, lists in
      var taken: Set<Int> = []
      var rooms = 0
      // Short lists first: they stand in the way of the fewest others. The sort is stable.
      for list in lists.sorted(by: { $0.count < $1.count }) where taken.isDisjoint(with: list) {
        taken.formUnion(list)
        rooms += 1
      }
      return sum + weight * max(0, rooms - 1)
    }
  }
}
