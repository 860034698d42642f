import RotaPlanning

/// How evenly men and women, posts, and the units that a plan knows nothing of are spread over the
/// classes; and exchanges that make it more even.
///
/// Each person has one value of each attribute. A class should have of each value its share by size;
/// what is counted is the squares of what it has more or less.
struct ClassBalance {
  /// People of one unit by class: those who may change places with each other.
  struct Group {
    fileprivate(set) var people: [[Int]]

    init(classes: Int) { people = Array(repeating: [], count: classes) }

    mutating func add(_ person: Int, to studyClass: Int) { people[studyClass].append(person) }
  }

  /// Posts beyond these, by how many hold them, count as one.
  private static let mostValues = 20
  /// People who are looked at, at most, for exchanges; who is in two pairs of classes counts twice.
  private static let mostLooks = 20_000_000

  /// The values of each person, one for each attribute, drawn together: equal people are of one sort.
  private var sortOf: [Int32] = []
  private var sorts: [[Int]] = []
  /// What a class should have of each value.
  private var targets: [[Double]] = []
  private var counts: [[Double]] = []

  init(_ roster: Roster, sizes: [Int]) {
    let posts = Self.values(roster.people.map(\.post), of: roster.posts.count)
    let units = Self.values(roster.people.map(\.unit), of: roster.units.count)
    var numbers: [[Int]: Int32] = [:]
    sortOf.reserveCapacity(roster.people.count)
    let firstUnit = 3 + posts.count
    var totals = Array(repeating: 0.0, count: firstUnit + units.count)
    for index in roster.people.indices {
      let sex = roster.people[index].sex
      let values = [
        sex == .male ? 0 : sex == .female ? 1 : 2, 3 + posts.of[index], firstUnit + units.of[index],
      ]
      for value in values { totals[value] += 1 }
      let next = Int32(sorts.count)
      let number = numbers[values] ?? next
      if number == next {
        numbers[values] = next
        sorts.append(values)
      }
      sortOf.append(number)
    }
    let people = Double(max(1, sizes.reduce(0, +)))
    targets = sizes.map { size in totals.map { $0 * Double(size) / people } }
    counts = sizes.map { _ in Array(repeating: 0, count: totals.count) }
  }

  /// The number of each person's value: the commonest ones from 0, all others as one, none as another.
  private static func values(
    _ ids: [Int32?], of names: Int
  ) -> (of: [Int], count: Int) {
    var people = Array(repeating: 0, count: names)
    for case let id? in ids { people[Int(id)] += 1 }
    let common = (0..<names).sorted { (people[$1], $0) < (people[$0], $1) }.prefix(mostValues)
    var number = Array(repeating: common.count, count: names)
    for (position, id) in common.enumerated() { number[id] = position }
    return (ids.map { $0.map { number[Int($0)] } ?? common.count + 1 }, common.count + 2)
  }

  /// People of one sort beside each other, in the order of the roster.
  func ordered(_ people: some Collection<Int>) -> [Int] {
    people.sorted { a, b in
      let (first, second) = (sorts[Int(sortOf[a])], sorts[Int(sortOf[b])])
      return first == second ? a < b : first.lexicographicallyPrecedes(second)
    }
  }

  mutating func seat(_ person: Int, in studyClass: Int) {
    for value in sorts[Int(sortOf[person])] { counts[studyClass][value] += 1 }
  }

  private mutating func unseat(_ person: Int, from studyClass: Int) {
    for value in sorts[Int(sortOf[person])] { counts[studyClass][value] -= 1 }
  }

  /// Lets people of one group change places between classes for as long as that makes the classes
  /// more even.
  mutating func improve(_ groups: inout [Group]) {
    var looks = 0
    var improves = true
    while improves {
      improves = false
      for index in groups.indices {
        let classes = groups[index].people.indices
        for first in classes where !groups[index].people[first].isEmpty {
          for second in classes[(first + 1)...] where !groups[index].people[second].isEmpty {
            looks += groups[index].people[first].count + groups[index].people[second].count
            if looks > Self.mostLooks { return }
            if exchange(first, second, in: &groups[index]) { improves = true }
          }
        }
      }
    }
  }

  /// Tries the person whom the first class has most cause to give against the one whom the second has.
  private mutating func exchange(_ first: Int, _ second: Int, in group: inout Group) -> Bool {
    func surplus(_ person: Int) -> Double {
      sorts[Int(sortOf[person])].reduce(0) { sum, value in
        sum + (counts[first][value] - targets[first][value])
          - (counts[second][value] - targets[second][value])
      }
    }
    let (mine, theirs) = (group.people[first], group.people[second])
    let gives = mine.indices.max { surplus(mine[$0]) < surplus(mine[$1]) }
    let takes = theirs.indices.min { surplus(theirs[$0]) < surplus(theirs[$1]) }
    guard let gives, let takes else { return false }
    let (a, b) = (mine[gives], theirs[takes])
    let differences = zip(sorts[Int(sortOf[a])], sorts[Int(sortOf[b])]).count { $0 != $1 }
    // The change of the sum of squares.
    guard 4 * Double(differences) - 2 * surplus(a) + 2 * surplus(b) < -1e-9 else { return false }
    unseat(a, from: first)
    unseat(b, from: second)
    seat(a, in: second)
    seat(b, in: first)
    group.people[first][gives] = b
    group.people[second][takes] = a
    return true
  }
}
