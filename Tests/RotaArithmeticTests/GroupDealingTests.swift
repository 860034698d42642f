import RotaPlanning
import Testing

@testable import RotaArithmetic

/// Groups of a class, kept and rotated.
@Suite struct GroupDealingTests {
  private let rooms = ["A", "B", "C", "D", "E"]

  /// One class that meets so many times in groups of at most so many.
  private func classPlan(
    people: Int, meetings: Int, groups: Int, isRotated: Bool = true,
    _ change: (inout Plan) -> Void = { _ in }
  ) -> Plan {
    var result = RotaArithmeticTests.plan(people: people) {
      $0.largestClass = people
      $0.modules = [ModuleID(0)]
      $0.length = 10
    }
    let places = rooms.map { result.addPlace($0, seats: nil) }
    _ = result.addModule(
      "M",
      [template("Talk", .groups(of: groups), in: places) { $0.meetings = meetings }])
    if isRotated { result.preferences = [Preference(wish: .rotatedGroups)] }
    change(&result)
    return result
  }

  /// All groups of a meeting at once, one meeting a day.
  private func timetable(_ programme: Programme, _ plan: Plan) -> Timetable {
    var timetable = Timetable()
    for session in programme.sessions {
      guard case .group(_, _, let number) = session.identity.audience else { continue }
      timetable.placements[session.identity] = .init(
        day: plan.calendar.days[session.identity.meeting - 1].day, period: "am1",
        places: [rooms[(number - 1) % rooms.count]])
    }
    return timetable
  }

  private func rounds(
    _ plan: Plan, units: [String] = [], _ change: (inout Timetable) -> Void = { _ in }
  ) -> [GroupRound] {
    let programme = RotationArithmetic.programme(for: plan).programme
    var timetable = timetable(programme, plan)
    change(&timetable)
    return GroupDealing.rounds(plan: plan, programme: programme, timetable: timetable) { id in
      (0..<programme[id].people).map {
        Trainee(name: "\($0)", unit: units.isEmpty ? nil : units[$0 % units.count])
      }
    }[ClassID(0)]
  }

  @Test func groupsStayAsTheyAreUnlessTheyAreToBeRotated() {
    let rounds = rounds(classPlan(people: 20, meetings: 4, groups: 5, isRotated: false))
    #expect(rounds.count == 4)
    #expect(Set(rounds.map(\.groupOf)).count == 1)
    #expect(rounds.first?.groupOf == (0..<20).map { $0 / 5 })
    let meetings = GroupMeetings(of: rounds)
    #expect(meetings.met == 4 * 10 && meetings.most == 4)
  }

  @Test(arguments: [(9, 3), (12, 4), (20, 5), (25, 5), (30, 8), (62, 16)])
  func everybodyIsInOneGroupOfEachRoundAndSizesAreKept(people: Int, most: Int) {
    let kept = rounds(classPlan(people: people, meetings: 5, groups: most, isRotated: false))
    let rotated = rounds(classPlan(people: people, meetings: 5, groups: most))
    for (one, other) in zip(kept, rotated) {
      #expect(one.sessions == other.sessions)
      #expect(one.members.map(\.count) == other.members.map(\.count))
      #expect(other.groupOf.count == people)
    }
    let (before, after) = (GroupMeetings(of: kept), GroupMeetings(of: rotated))
    #expect(after.pairs == people * (people - 1) / 2)
    #expect(after.met > before.met && after.met <= after.attainable)
    #expect(after.most <= before.most)
    #expect(rotated == rounds(classPlan(people: people, meetings: 5, groups: most)))
  }

  /// Three lots of three, and five of five, can meet without anybody twice; so they do.
  @Test func squaresOfPrimesMeetEverybodyOnce() {
    for (side, meetings) in [(3, 4), (5, 6)] {
      let result = GroupMeetings(
        of: rounds(classPlan(people: side * side, meetings: meetings, groups: side)))
      #expect(result.met == result.pairs && result.most == 1)
    }
  }

  /// Of ten people from three groups some have met. More cannot meet than do.
  @Test func whoMustMeetAgainIsReckonedWith() {
    let result = GroupMeetings(of: rounds(classPlan(people: 30, meetings: 3, groups: 10)))
    #expect(result.attainable == 3 * 3 * 45 - 2 * 3 * 12)
    #expect(result.met == result.attainable)
  }

  /// Five rounds have room for every pair of 62 people; dealt by chance, three of four would meet.
  @Test func nearlyAllMeetWhereTheyCould() {
    let result = GroupMeetings(of: rounds(classPlan(people: 62, meetings: 5, groups: 16)))
    #expect(result.attainable >= result.pairs - 1)
    #expect(result.met * 100 >= result.pairs * 90, "\(result)")
  }

  /// What is still to come does not change who met before.
  @Test func roundsDependOnEarlierOnesAlone() {
    let short = rounds(classPlan(people: 30, meetings: 3, groups: 8))
    let long = rounds(classPlan(people: 30, meetings: 6, groups: 8))
    #expect(long.prefix(3).map(\.groupOf) == short.map(\.groupOf))
  }

  @Test func peopleOfOneUnitAreParted() {
    let groups = rounds(
      classPlan(people: 20, meetings: 1, groups: 5), units: ["U", "V", "W", "X", "Y"])
    for members in groups[0].members { #expect(Set(members.map { $0 % 5 }).count == 5) }
  }

  /// Whoever changed to a group of another time could have two sessions at once.
  @Test func onlyGroupsThatMeetAtOneTimeAndAreEquallyFarExchangePeople() throws {
    let standing = (0..<20).map { $0 / 5 }
    let apart = rounds(classPlan(people: 20, meetings: 3, groups: 5)) { timetable in
      for identity in timetable.placements.keys {
        guard case .group(_, _, let number) = identity.audience, number > 2 else { continue }
        timetable.placements[identity]?.period = number == 3 ? "am2" : "pm1"
      }
    }
    for round in apart {
      for person in 10..<20 { #expect(round.groupOf[person] == standing[person]) }
      #expect(Set(round.groupOf[..<10]) == [0, 1])
    }
    #expect(Set(apart.map(\.groupOf)).count > 1)
    let far = rounds(
      classPlan(people: 20, meetings: 3, groups: 5) { plan in
        plan.zones = [Zone(name: "Hill")]
        for index in 2..<5 { plan.places[index].zone = ZoneID(0) }
      })
    for round in far {
      #expect(Set(round.groupOf[..<10]) == [0, 1])
      #expect(Set(round.groupOf[10...]) == [2, 3])
    }
    let unplaced = rounds(classPlan(people: 20, meetings: 3, groups: 5)) { $0 = Timetable() }
    #expect(unplaced.allSatisfy { $0.groupOf == standing })
  }

  /// Fewer names than the plan reckons with spread over all groups; more are added to them.
  @Test(arguments: [1, 13, 20, 23]) func listsNeedNotBeAsLongAsThePlan(people: Int) {
    let plan = classPlan(people: 20, meetings: 3, groups: 5)
    let programme = RotationArithmetic.programme(for: plan).programme
    let rounds = GroupDealing.rounds(
      plan: plan, programme: programme, timetable: timetable(programme, plan)
    ) { _ in (0..<people).map { Trainee(name: "\($0)") } }[ClassID(0)]
    for round in rounds {
      let sizes = round.members.map(\.count)
      #expect(sizes.reduce(0, +) == people)
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    }
  }

  @Test func noExchangeOfTwoWouldBringPeopleTogetherWhoHaveMetLess() {
    var exchange = GroupExchange(units: (0..<14).map { $0 % 3 })
    var groups = [Array(0..<5), Array(5..<10), Array(10..<14)]
    for _ in 0..<5 {
      let dealt = exchange.dealt(groups)
      let cost = exchange.cost(dealt)
      #expect(cost <= exchange.cost(groups))
      for (first, second) in [(0, 1), (0, 2), (1, 2)] {
        for mine in dealt[first].indices {
          for theirs in dealt[second].indices {
            var other = dealt
            (other[first][mine], other[second][theirs]) = (
              dealt[second][theirs], dealt[first][mine]
            )
            #expect(exchange.cost(other) >= cost)
          }
        }
      }
      exchange.keep(dealt)
      groups = dealt
    }
  }
}
