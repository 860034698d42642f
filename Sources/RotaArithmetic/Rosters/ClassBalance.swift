import RotaPlanning

/// How evenly men and women, posts, and the units that a plan knows nothing of are spread over the
/// classes; and exchanges that make it more even.
///
/// Each person has one value of each attribute. A class should have of each value its share by size;
/// what is counted is the squares of what it has more or less, by the weight of the attribute.
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
  /// People of each class by value.
  private var counts: [[Int]] = []
  /// What a class has of each value more than its share, times `scale`: a whole number, so that
  /// whether an exchange helps is no matter of rounding.
  private var surplus: [[Int]] = []
  /// Of each class: the people among whom its share is reckoned.
  private var scale: [Int] = []
  private let sizes: [Int]
  /// The run of each class, by its position among the rotation's runs.
  private let runOf: [Int]
  /// What each value weighs: what its attribute does.
  private var weightOf: [Int] = []

  init(_ roster: Roster, sizes: [Int], runOf: [Int], mixing: ClassMixing) {
    self.sizes = sizes
    self.runOf = runOf
    let posts = Self.values(roster.people.map(\.post), of: roster.posts.count)
    let units = Self.values(roster.people.map(\.unit), of: roster.units.count)
    var numbers: [[Int]: Int32] = [:]
    sortOf.reserveCapacity(roster.people.count)
    let firstUnit = 3 + posts.count
    var totals = Array(repeating: 0, count: firstUnit + units.count)
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
    weightOf = totals.indices.map { value in
      mixing[value < 3 ? .sex : value < firstUnit ? .post : .unit]
    }
    counts = sizes.map { _ in Array(repeating: 0, count: totals.count) }
    scale = Array(repeating: max(1, sizes.reduce(0, +)), count: sizes.count)
    surplus = sizes.map { size in totals.map { -$0 * size } }
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
    change(person, in: studyClass, by: 1)
  }

  private mutating func unseat(_ person: Int, from studyClass: Int) {
    change(person, in: studyClass, by: -1)
  }

  private mutating func change(_ person: Int, in studyClass: Int, by sign: Int) {
    for value in sorts[Int(sortOf[person])] {
      counts[studyClass][value] += sign
      surplus[studyClass][value] += sign * scale[studyClass]
    }
  }

  /// Lets people of one group change places between classes until no exchange of two makes the classes
  /// more even; and then people of one run, whose classes are to be like the run, whatever the
  /// roster has in others.
  mutating func improve(_ groups: inout [Group]) {
    improve(&groups, isWithinRuns: false)
    compareWithRuns()
    improve(&groups, isWithinRuns: true)
  }

  /// From now on each class should have the share by size of what its run has.
  private mutating func compareWithRuns() {
    let runs = (runOf.max() ?? -1) + 1
    var people = Array(repeating: 0, count: runs)
    var totals = Array(repeating: Array(repeating: 0, count: weightOf.count), count: runs)
    for (index, run) in runOf.enumerated() {
      people[run] += sizes[index]
      for value in weightOf.indices { totals[run][value] += counts[index][value] }
    }
    for (index, run) in runOf.enumerated() {
      scale[index] = max(1, people[run])
      for value in weightOf.indices {
        surplus[index][value] =
          counts[index][value] * scale[index] - totals[run][value] * sizes[index]
      }
    }
  }

  private mutating func improve(_ groups: inout [Group], isWithinRuns: Bool) {
    var looks = 0
    var improves = true
    while improves {
      improves = false
      for index in groups.indices {
        let classes = groups[index].people.indices
        for first in classes where !groups[index].people[first].isEmpty {
          for second in classes[(first + 1)...] where !groups[index].people[second].isEmpty {
            if isWithinRuns, runOf[first] != runOf[second] { continue }
            looks += groups[index].people[first].count + groups[index].people[second].count
            if looks > Self.mostLooks { return }
            while exchange(first, second, in: &groups[index], &looks) { improves = true }
          }
        }
      }
    }
  }

  /// Someone of each sort, and what a class gains by giving them to another.
  private func givers(_ people: [Int], of mine: Int, to other: Int) -> [Giver] {
    var seen: [Int32] = []
    var givers: [Giver] = []
    for index in people.indices {
      let sort = sortOf[people[index]]
      if seen.contains(sort) { continue }
      seen.append(sort)
      var giver = Giver(index: index, values: sorts[Int(sort)], surplus: 0)
      for value in giver.values {
        giver.surplus += weightOf[value] * (surplus[mine][value] - surplus[other][value])
      }
      givers.append(giver)
    }
    return givers
  }

  private struct Giver {
    /// In the group and class.
    var index: Int
    var values: [Int]
    var surplus: Int
  }

  /// Makes the exchange of two that lowers the cost most, if any does.
  private mutating func exchange(
    _ first: Int, _ second: Int, in group: inout Group, _ looks: inout Int
  ) -> Bool {
    let mine = givers(group.people[first], of: first, to: second)
    let theirs = givers(group.people[second], of: second, to: first)
    looks += mine.count * theirs.count
    var best = (change: 0, mine: 0, theirs: 0)
    for a in mine {
      for b in theirs {
        var parting = 0
        for (one, other) in zip(a.values, b.values) where one != other { parting += weightOf[one] }
        // Half the change of the sum of squares. What is a surplus here is a lack there.
        let change = 2 * parting * scale[first] - a.surplus - b.surplus
        if change < best.change { best = (change, a.index, b.index) }
      }
    }
    if best.change == 0 { return false }
    let (a, b) = (group.people[first][best.mine], group.people[second][best.theirs])
    unseat(a, from: first)
    unseat(b, from: second)
    seat(a, in: second)
    seat(b, in: first)
    group.people[first][best.mine] = b
    group.people[second][best.theirs] = a
    return true
  }
}
