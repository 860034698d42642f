import RotaPlanning
import Testing

@testable import RotaArithmetic

@Suite struct RosterDivisionTests {
  /// A roster of so many people of each unit; every third is a woman, and there are four posts.
  private func roster(_ units: [(String, Int)]) -> Roster {
    var roster = Roster(units: units.map(\.0), posts: ["A", "B", "C", "D"])
    for (index, unit) in units.enumerated() {
      for number in 0..<unit.1 {
        let sex: Trainee.Sex = (number * 7 + index) % 3 == 0 ? .female : .male
        roster.people.append(
          Roster.Person(
            name: "\(unit.0) \(number)", unit: Int32(index), post: Int32((number * number) % 4),
            sex: sex))
      }
    }
    return roster
  }

  private func lists(_ roster: Roster, _ plan: Plan) -> (ClassLists, Programme) {
    let programme = RotationArithmetic.programme(for: plan).programme
    var lists = ClassLists()
    RosterDivision.divide(
      roster, among: RotationID(0), plan: plan, programme: programme, into: &lists)
    return (lists, programme)
  }

  private let sizes = [
    ("Zones", 420), ("Districts", 680), ("Departments", 790), ("Companies", 400),
  ]

  @Test func everybodyIsInOneClassAndUnitsKeepTheirShares() throws {
    let plan = zhengzhou()
    let (lists, programme) = lists(roster(sizes), plan)
    var names: Set<String> = []
    for (index, studyClass) in programme.classes.enumerated() {
      let people = try #require(lists[ClassID(index)])
      #expect(people.count == studyClass.people)
      for share in studyClass.shares {
        let name = share.unit.map { plan[$0].name }
        #expect(people.count { $0.unit == name } == share.people)
      }
      for trainee in people { #expect(names.insert(trainee.name).inserted) }
    }
    #expect(names.count == 2290)
    #expect(lists.unseated.isEmpty)
  }

  @Test func menAndWomenAndPostsAreSpreadEvenly() throws {
    let (lists, programme) = lists(roster(sizes), zhengzhou())
    let classes = programme.classes.indices.map { lists[ClassID($0)] ?? [] }
    for test: (Trainee) -> Bool in [
      { $0.sex == .female }, { $0.post == "A" }, { $0.post == "B" }, { $0.post == "C" },
    ] {
      let counts = classes.map { $0.count(where: test) }
      let (least, most) = (try #require(counts.min()), try #require(counts.max()))
      #expect(most - least <= 2, "\(counts)")
    }
  }

  @Test func theSameRosterGivesTheSameLists() {
    let (first, programme) = lists(roster(sizes), zhengzhou())
    let (second, _) = lists(roster(sizes), zhengzhou())
    for index in programme.classes.indices {
      #expect(first[ClassID(index)] == second[ClassID(index)])
    }
  }

  @Test func tooFewLeaveSeatsEmptyEverywhereAndTooManyWait() {
    let few = [("Zones", 210), ("Districts", 340), ("Departments", 395), ("Companies", 200)]
    let (half, programme) = lists(roster(few), zhengzhou())
    let counts = programme.classes.indices.map { half[ClassID($0)]?.count ?? 0 }
    #expect(counts.allSatisfy { (28...34).contains($0) }, "\(counts)")
    let (lists, _) = lists(roster([("Zones", 423), ("Strangers", 2)]), zhengzhou())
    #expect(lists.unseated[RotationID(0)]?.count == 5)
    #expect(lists.unseated[RotationID(0)]?.suffix(2).allSatisfy { $0.unit == "Strangers" } == true)
  }

  @Test func peopleOfNoUnitAreSpreadByTheUnitsOfTheRoster() throws {
    var plan = zhengzhou()
    plan.rotations[0].trainees = .people(2290)
    let (lists, programme) = lists(roster(sizes), plan)
    let counts = programme.classes.indices.map { index in
      lists[ClassID(index)]?.count { $0.unit == "Companies" } ?? 0
    }
    #expect(counts.reduce(0, +) == 400)
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 2, "\(counts)")
  }
}
