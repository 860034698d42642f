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

  /// Some of every unit are assigned: by run, by class, and to classes where their unit has no seat.
  @Test func whoIsAssignedKeepsTheirPlaceAndClassesKeepTheirSizes() throws {
    var roster = roster(sizes)
    let plan = zhengzhou()
    let programme = RotationArithmetic.programme(for: plan).programme
    func wanted(_ index: Int) -> Roster.Place {
      switch index % 7 {
      case 0: .run(Int32(index / 7 % 5 + 1))
      case 1: .studyClass(run: Int32(index / 7 % 5 + 1), number: Int32(index / 35 % 7 + 1))
      // A class that nobody else is meant to be in, far more of one unit than it would have.
      case 2 where index < 300: .studyClass(run: 1, number: 1)
      default: .anywhere
      }
    }
    for index in roster.people.indices { roster.people[index].place = wanted(index) }
    let (lists, _) = lists(roster, plan)
    var found: [String: (run: Int, number: Int)] = [:]
    for (index, studyClass) in programme.classes.enumerated() {
      let people = try #require(lists[ClassID(index)])
      #expect(people.count <= studyClass.people, "\(index)")
      for person in people {
        let run = programme[studyClass.run].number
        #expect(found.updateValue((run, studyClass.number), forKey: person.name) == nil)
      }
    }
    #expect(found.count == 2290)
    for person in roster.people {
      let place = try #require(found[person.name])
      switch person.place {
      case .run(let run): #expect(place.run == Int(run))
      case .studyClass(let run, let number):
        #expect(place.run == Int(run) && place.number == Int(number))
      case .anywhere, .nowhere: break
      }
    }
  }

  @Test func moreThanAClassHoldsKeepTheirPlaceAndNobodyIsAddedToThem() throws {
    var roster = roster([("Zones", 420), ("Districts", 680)])
    for index in 0..<100 { roster.people[index].place = .studyClass(run: 2, number: 3) }
    roster.people[200].place = .nowhere
    let (lists, programme) = lists(roster, zhengzhou())
    let third = try #require(
      programme.classes.firstIndex { programme[$0.run].number == 2 && $0.number == 3 })
    #expect(lists[ClassID(third)]?.count == 100)
    #expect(lists[ClassID(third)]?.allSatisfy { $0.unit == "Zones" } == true)
    #expect(lists.unseated[RotationID(0)]?.map(\.name) == [roster.people[200].name])
  }

  /// What was dealt out once is dealt out the same when the roster says so.
  @Test func listsReadBackAreTheSameLists() throws {
    var roster = roster(sizes)
    let (first, programme) = lists(roster, zhengzhou())
    var place: [String: Roster.Place] = [:]
    for (index, studyClass) in programme.classes.enumerated() {
      let run = Int32(programme[studyClass.run].number)
      for person in try #require(first[ClassID(index)]) {
        place[person.name] = .studyClass(run: run, number: Int32(studyClass.number))
      }
    }
    for index in roster.people.indices {
      roster.people[index].place = place[roster.people[index].name] ?? .anywhere
    }
    let (second, _) = lists(roster, zhengzhou())
    for index in programme.classes.indices {
      #expect(first[ClassID(index)] == second[ClassID(index)])
    }
  }
}
