/// Places parted in two: those inside, all of which together are open for so many slots, and those
/// outside. Each series decides how many of its meetings are inside, and pays for seats as in the
/// best place of either part, and for a second room where it has meetings in both. What all pay
/// at least is found exactly, as a knapsack.
struct PlaceCut {
  /// What a series pays by the number of its meetings inside; nil where it cannot be.
  private let costs: [[Int?]]
  private let lengths: [Int]
  /// Nil where there is no end of slots.
  private let capacity: Int?
  private let steps: Int

  init(_ demands: [PlaceDemand], inside: [Bool], capacity: [Int?], steps: Int) {
    self.steps = steps
    var sum: Int? = 0
    for (place, slots) in capacity.enumerated() where inside[place] {
      sum = sum.flatMap { sum in slots.map { sum + $0 } }
    }
    self.capacity = sum
    var costs: [[Int?]] = []
    var lengths: [Int] = []
    for demand in demands {
      let within = Part(demand, demand.options.filter { inside[$0.place] })
      let without = Part(demand, demand.options.filter { !inside[$0.place] })
      let row = (0...demand.meetings).map { held -> Int? in
        guard let first = within.cost(of: held),
          let second = without.cost(of: demand.meetings - held)
        else { return nil }
        return first + second + (held > 0 && held < demand.meetings ? demand.roomCost : 0)
      }
      // One that costs nothing outside need not come in.
      if row[0] == 0 { continue }
      costs.append(row)
      lengths.append(demand.length)
    }
    self.costs = costs
    self.lengths = lengths
  }

  /// The places of a series in one of the parts.
  private struct Part {
    private let costOfMeeting: Int?
    private let most: Int

    init(_ demand: PlaceDemand, _ options: [PlaceDemand.Option]) {
      costOfMeeting = options.map(\.cost).min()
      most = options.reduce(0) { $0 + $1.slots } / demand.length
    }

    func cost(of meetings: Int) -> Int? {
      if meetings == 0 { return 0 }
      guard meetings <= most else { return nil }
      return costOfMeeting.map { $0 * meetings }
    }
  }

  /// 0 where the steps are too few to find out, or where it cannot be done at all.
  var leastCost: Int {
    let needed = zip(costs, lengths).reduce(0) { $0 + ($1.0.count - 1) * $1.1 }
    let size = min(needed, capacity ?? needed)
    guard size * costs.reduce(0, { $0 + $1.count }) <= steps else { return 0 }
    // By the slots used inside.
    var least: [Int?] = Array(repeating: nil, count: size + 1)
    least[0] = 0
    for (row, length) in zip(costs, lengths) {
      var next: [Int?] = Array(repeating: nil, count: size + 1)
      for (used, cost) in least.enumerated() {
        guard let cost else { continue }
        for (held, more) in row.enumerated() {
          guard let more, used + held * length <= size else { continue }
          let cell = used + held * length
          next[cell] = min(next[cell] ?? .max, cost + more)
        }
      }
      least = next
    }
    return least.compactMap { $0 }.min() ?? 0
  }
}
