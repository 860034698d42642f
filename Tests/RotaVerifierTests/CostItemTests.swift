import RotaPlanning
import RotaVerifier
import Testing

/// What a timetable costs, taken apart.
@Suite struct CostItemTests {
  private let sample = Sample([
    Sample.template("Talk", in: [Sample.hall]) { $0.meetings = 2 },
    Sample.template("Debate", .studyClass, in: Sample.rooms),
    Sample.template("Case", .studyClass, in: Sample.rooms),
    Sample.template("Law", .studyClass, by: [[Sample.li, Sample.wu]]) {
      $0.meetings = 3
      $0.leastDays = 3
      $0.inDoubles = true
      $0.mostPerDay = 3
    },
  ])

  private var held: Sample {
    sample.holding("Talk", meeting: 1, "am1", in: "Hall")
      .holding("Talk", meeting: 2, day: 2, "pm2", in: "Room 1")
      .holding("Debate", .of(1), "pm2", in: "Room 1")
      .holding("Debate", .of(2), day: 3, "am2", in: "Room 2")
      .holding("Case", .of(1), day: 2, "am2", in: "Room 2")
      .holding("Law", .of(1), meeting: 1, "am2", by: ["Li"])
      .holding("Law", .of(1), meeting: 2, day: 2, "am1", by: ["Li"])
      .holding("Law", .of(1), meeting: 3, day: 2, "pm1", by: ["Li"])
      .holding("Law", .of(2), meeting: 1, day: 3, "pm2", by: ["Wu"])
  }

  static let wishes: [Preference.Wish] = [
    .compactDays, .noLonelyPeriods, .dailyLoad(2...3), .sameRoom, .sameRoomForModule,
    .enoughSeats, .nearby, .spreadDays, .doubles,
    .avoid(Avoidance(.teacher(Sample.li), windows: [Window(times: 0..<1440)])),
    .early(form: nil), .evenDays, .balancedTeachers,
  ]

  @Test func itemsAddUpToTheCostOfEachWish() {
    var plan = held.plan
    plan.preferences = Self.wishes.enumerated().map { Preference(wish: $1, weight: $0) }
    let items = Verifier.costItems(
      plan: plan, programme: held.programme, timetable: held.timetable)
    let lines = Verifier.costs(plan: plan, programme: held.programme, timetable: held.timetable)
    #expect(items.map(\.preference) == items.map(\.preference).sorted())
    #expect(items.allSatisfy { $0.count > 0 })
    for line in lines {
      let own = items.filter { $0.preference == line.preference }
      #expect(own.reduce(0) { $0 + $1.count } == line.count)
      #expect(own.reduce(0) { $0 + $1.cost } == line.cost)
    }
    // All but nearness, for which the sample has no zones.
    #expect(
      lines.filter { $0.count == 0 }.map { plan.preferences[$0.preference].wish } == [.nearby])
  }

  private func items(_ wish: Preference.Wish, _ sample: Sample? = nil) -> [CostItem] {
    var plan = held.plan
    plan.preferences = [Preference(wish: wish, weight: 2)]
    return Verifier.costItems(
      plan: plan, programme: held.programme, timetable: (sample ?? held).timetable)
  }

  @Test func aLonelyPeriodNamesItsClassAndSession() {
    let days = held.plan.calendar.days.map(\.day)
    let lonely = items(.noLonelyPeriods)
    #expect(
      lonely.first
        == CostItem(
          preference: 0, subject: .studyClass(ClassID(0)),
          sessions: [Sample.identity("Debate", .of(1))], day: days[0], count: 1, cost: 2))
    #expect(lonely.last?.subject == .studyClass(ClassID(1)))
    #expect(lonely.last?.sessions == [Sample.identity("Law", .of(2), meeting: 1)])
  }

  @Test func missingDaysNameAllMeetings() {
    let missing = items(.spreadDays)
    let all = (1...3).map { Sample.identity("Law", .of(1), meeting: $0) }
    #expect(missing.map(\.count) == [1, 2])
    #expect(missing.first?.subject == .sessions(all))
    #expect(missing.first?.sessions == all)
    // A meeting without a time takes no part.
    #expect(missing.last?.sessions == [Sample.identity("Law", .of(2), meeting: 1)])
    #expect(missing.allSatisfy { $0.day == nil })
  }

  @Test func unevenTeachersAreNamedTogether() {
    let uneven = items(.balancedTeachers)
    #expect(uneven.map(\.subject) == [.teachers([Sample.li, Sample.wu])])
    #expect(uneven.map(\.cost) == [2])
  }
}
