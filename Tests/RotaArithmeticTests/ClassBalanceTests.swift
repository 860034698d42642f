import RotaPlanning
import Testing

@testable import RotaArithmetic

/// Exchanges between classes never make them less even, and end where none would help any more.
@Suite struct ClassBalanceTests {
  private struct Dealt {
    var roster: Roster
    var sizes: [Int]
    var runOf: [Int]
    /// The class of each person.
    var seats: [Int]

    /// Squares of what each class has more or less of each value than its share of its run, weighed,
    /// reckoned anew from names alone.
    func cost(_ mixing: ClassMixing) -> Double {
      var sum = 0.0
      for attribute in ClassMixing.Attribute.allCases {
        func value(_ person: Roster.Person) -> Int32? {
          switch attribute {
          case .unit: person.unit
          case .sex: person.sex == .male ? 0 : 1
          case .post: person.post
          }
        }
        for of in Set(roster.people.map(value)) {
          let holders = roster.people.indices.filter { value(roster.people[$0]) == of }
          for (index, size) in sizes.enumerated() {
            let classes = runOf.indices.filter { runOf[$0] == runOf[index] }
            let inRun = Double(holders.count { classes.contains(seats[$0]) })
            let people = Double(classes.reduce(0) { $0 + sizes[$1] })
            let difference =
              Double(holders.count { seats[$0] == index }) - inRun * Double(size) / people
            sum += Double(mixing[attribute]) * difference * difference
          }
        }
      }
      return sum
    }
  }

  /// One unit's people in one group each, in two runs of three classes of different sizes.
  private func dealt(_ random: inout RandomNumbers) -> Dealt {
    let sizes = (0..<6).map { _ in random.next(5...14) }
    var roster = Roster(units: ["U", "V", "W"], posts: ["A", "B", "C"])
    var seats: [Int] = []
    for (index, size) in sizes.enumerated() {
      for _ in 0..<size {
        roster.people.append(
          Roster.Person(
            name: "\(seats.count)", unit: Int32(random.next(0...2)),
            post: Int32(random.next(0...2)), sex: random.chance(40) ? .female : .male))
        seats.append(index)
      }
    }
    return Dealt(roster: roster, sizes: sizes, runOf: [0, 0, 0, 1, 1, 1], seats: seats)
  }

  private func improved(_ start: Dealt, _ mixing: ClassMixing) -> Dealt {
    var balance = ClassBalance(
      start.roster, sizes: start.sizes, runOf: start.runOf, mixing: mixing)
    // People of one unit and run change places: what they are in has no say in which run they are.
    var groups: [ClassBalance.Group] = []
    for unit in 0..<3 {
      for run in 0..<2 {
        var group = ClassBalance.Group(classes: start.sizes.count)
        for (person, seat) in start.seats.enumerated()
        where start.roster.people[person].unit == Int32(unit) && start.runOf[seat] == run {
          balance.seat(person, in: seat)
          group.add(person, to: seat)
        }
        groups.append(group)
      }
    }
    balance.improve(&groups)
    var result = start
    result.seats = result.seats.map { _ in -1 }
    for group in groups {
      for (index, people) in group.people.enumerated() {
        for person in people {
          #expect(result.seats[person] == -1)
          result.seats[person] = index
        }
      }
    }
    return result
  }

  @Test(arguments: 1...40) func nothingIsLostAndNoExchangeWouldHelp(seed: UInt64) {
    var random = RandomNumbers(seed: seed)
    let start = dealt(&random)
    var mixing = ClassMixing()
    if seed % 2 == 0 { mixing.common = 3 }
    if seed % 3 == 0 { mixing[.sex] = random.next(0...9) }
    let result = improved(start, mixing)
    for (index, size) in start.sizes.enumerated() {
      #expect(result.seats.count { $0 == index } == size)
    }
    let cost = result.cost(mixing)
    #expect(cost <= start.cost(mixing) + 1e-6)
    let people = start.roster.people
    for first in people.indices {
      for second in people.indices.dropFirst(first + 1) {
        let (a, b) = (result.seats[first], result.seats[second])
        guard a != b, start.runOf[a] == start.runOf[b], people[first].unit == people[second].unit
        else { continue }
        var other = result
        other.seats.swapAt(first, second)
        #expect(other.cost(mixing) > cost - 1e-6)
      }
    }
    #expect(improved(start, mixing).seats == result.seats)
  }

  @Test func whatWeighsMoreIsMoreEven() {
    var sums = (sex: 0.0, post: 0.0)
    for seed in 1...20 {
      var random = RandomNumbers(seed: UInt64(seed))
      let start = dealt(&random)
      func mixing(_ sex: Int, _ post: Int) -> ClassMixing {
        var mixing = ClassMixing()
        mixing.common = 0
        mixing[.sex] = sex
        mixing[.post] = post
        return mixing
      }
      let (bySex, byPost) = (improved(start, mixing(50, 1)), improved(start, mixing(1, 50)))
      sums.sex += bySex.cost(mixing(1, 0)) - byPost.cost(mixing(1, 0))
      sums.post += bySex.cost(mixing(0, 1)) - byPost.cost(mixing(0, 1))
    }
    #expect(sums.sex < 0 && sums.post > 0, "\(sums)")
  }
}
