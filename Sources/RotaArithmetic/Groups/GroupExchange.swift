/// Deals the people of a class into groups so that they meet others than before.
///
/// It is the social golfers' problem, round by round: a round depends on those before it and on no
/// later one, so that what is still to come can change without changing who met. Groups begin as a
/// Latin square has them, in which people of one group part in all directions, and any two people
/// change places for as long as fewer meet whom they have met. Of dealings that are equal in this the one is
/// better that brings fewer people of one unit together, who know each other anyhow.
struct GroupExchange {
  /// Beyond so many people those who have met are not remembered, and nobody changes places.
  private static let mostRemembered = 400
  /// What one more meeting counts against people of one unit in a group.
  private static let meeting = 1 << 20

  private let people: Int
  /// A number for each person's unit; nil where it is not known.
  private let units: [Int?]
  /// How often two people have met, by the one's row; empty for too many.
  private var times: [Int32]
  /// The people as they sat in the first round; later ones start from there.
  private var order: [Int]
  private var rounds = 0

  init(units: [Int?]) {
    people = units.count
    self.units = units
    order = Array(0..<people)
    times = people <= Self.mostRemembered ? [Int32](repeating: 0, count: people * people) : []
  }

  /// Takes a round as it is.
  mutating func keep(_ members: [[Int]]) {
    if !times.isEmpty {
      for group in members {
        for first in group {
          for second in group where second != first { times[first * people + second] += 1 }
        }
      }
    }
    if rounds == 0 { order = members.flatMap { $0 } }
    rounds += 1
  }

  /// Deals the people of some groups among these, each of which keeps its size.
  func dealt(_ groups: [[Int]]) -> [[Int]] {
    if groups.count < 2 { return groups }
    let among = Set(groups.flatMap { $0 })
    var best = parted(order.filter { among.contains($0) }, groups.map(\.count))
    if times.isEmpty { return best }
    if cost(groups) < cost(best) { best = groups }
    exchange(&best)
    return best.map { $0.sorted() }
  }

  /// The people of each block part by as many groups as the round has a number; in the round after as
  /// many as there are groups, everybody goes with those at the same place in the other blocks.
  private func parted(_ people: [Int], _ sizes: [Int]) -> [[Int]] {
    let step = rounds % (sizes.count + 1)
    var keys: [(group: Int, person: Int)] = []
    var next = 0
    for (block, size) in sizes.enumerated() {
      for place in 0..<size {
        let group = step == sizes.count ? place : block + step * place
        keys.append((group % sizes.count, people[next]))
        next += 1
      }
    }
    // A stable order, so that nobody's group depends on how sorting goes about it.
    let sorted = keys.indices.sorted { (keys[$0].group, $0) < (keys[$1].group, $1) }
    next = 0
    return sizes.map { size in
      defer { next += size }
      return sorted[next..<(next + size)].map { keys[$0].person }
    }
  }

  /// What it counts that two are in one group: that they have met at all far more than how often, so
  /// that as many as can be meet.
  private func weight(_ first: Int, _ second: Int) -> Int {
    let isOfOneUnit = units[first] != nil && units[first] == units[second]
    let times = Int(times[first * people + second])
    return (times == 0 ? 0 : 8 + times * times) * Self.meeting + (isOfOneUnit ? 1 : 0)
  }

  func cost(_ groups: [[Int]]) -> Int {
    groups.reduce(0) { sum, group in
      sum
        + group.indices.reduce(0) { sum, index in
          sum + group[(index + 1)...].reduce(0) { $0 + weight(group[index], $1) }
        }
    }
  }

  /// Lets any two people of different groups change places for as long as it lowers the cost.
  private func exchange(_ groups: inout [[Int]]) {
    // What each person has to do with each group.
    var ties = [[Int]](repeating: [], count: people)
    for person in groups.joined() {
      ties[person] = groups.map { $0.reduce(0) { $0 + ($1 == person ? 0 : weight(person, $1)) } }
    }
    func move(_ person: Int, from first: Int, to second: Int) {
      for one in groups.joined() where one != person {
        ties[one][first] -= weight(one, person)
        ties[one][second] += weight(one, person)
      }
    }
    var improves = true
    while improves {
      improves = false
      for first in groups.indices {
        for second in groups.indices.dropFirst(first + 1) {
          for mine in groups[first].indices {
            for theirs in groups[second].indices {
              let (a, b) = (groups[first][mine], groups[second][theirs])
              let change =
                ties[a][second] - ties[a][first] + ties[b][first] - ties[b][second]
                - 2 * weight(a, b)
              if change >= 0 { continue }
              move(a, from: first, to: second)
              move(b, from: second, to: first)
              groups[first][mine] = b
              groups[second][theirs] = a
              improves = true
            }
          }
        }
      }
    }
  }
}
