import RotaPlanning
import RotaVerifier
import Testing

@Suite struct CostTests {
  private let three = Sample([
    Sample.template("Talk"), Sample.template("Debate", .studyClass, in: Sample.rooms),
    Sample.template("Case", .studyClass, in: Sample.rooms) { $0.form = "exercise" },
  ])

  @Test func aFreePeriodBetweenTwoSessionsIsNotCompact() {
    // Class 1: am1 and pm2 leave two free; class 2: am1 alone.
    let sample = three.holding("Talk", "am1").holding("Debate", .of(1), "pm2", in: "Room 1")
    #expect(sample.count(.compactDays) == 2)
    #expect(sample.holding("Case", .of(1), "am2", in: "Room 1").count(.compactDays) == 1)
    #expect(sample.holding("Case", .of(2), "pm1", in: "Room 1").count(.compactDays) == 3)
    // Another day counts for itself.
    #expect(sample.holding("Case", .of(1), day: 2, "pm2", in: "Room 1").count(.compactDays) == 2)
  }

  @Test func periodsThatALongSessionTakesAreNotFree() {
    let long = Sample([
      Sample.template("Talk") {
        $0.periods = 3
        $0.acrossBreaks = true
      }, Sample.template("Debate"),
    ])
    .holding("Talk", "am1").holding("Debate", "pm2")
    #expect(long.count(.compactDays) == 0)
  }

  @Test func aSecondRoomOfAClassCounts() {
    let sample = three.holding("Debate", .of(1), "am1", in: "Room 1")
    #expect(sample.holding("Case", .of(1), "am2", in: "Room 1").count(.sameRoom) == 0)
    #expect(sample.holding("Case", .of(1), "am2", in: "Room 2").count(.sameRoom) == 1)
    #expect(sample.holding("Case", .of(2), "am2", in: "Room 2").count(.sameRoom) == 0)
  }

  @Test func sitesAndSessionsOfTheRunAreNoRoomsOfAClass() {
    let sample = Sample([
      Sample.template("Talk", in: [Sample.hall]),
      Sample.template("Visit", .studyClass, in: Sample.sites),
      Sample.template("Debate", .studyClass, in: Sample.rooms),
    ])
    .holding("Talk", "am1", in: "Hall").holding("Visit", .of(1), "pm1", in: "Museum")
    .holding("Debate", .of(1), "am2", in: "Room 1")
    #expect(sample.count(.sameRoom) == 0)
  }

  @Test func laterInTheDayIsLessEarly() {
    let sample = three.holding("Talk", "pm1").holding("Debate", .of(1), day: 2, "am2", in: "Room 1")
      .holding("Case", .of(1), day: 3, "pm2", in: "Room 1")
    #expect(sample.count(.early(form: nil)) == 2 + 1 + 3)
    #expect(sample.count(.early(form: "exercise")) == 3)
    #expect(sample.count(.early(form: "visit")) == 0)
  }

  @Test func unevenDaysCostTheSquareBeyondTheLeast() {
    // Class 1 has three on one day of five: 9, and at least 1 + 1 + 1.
    let sample = three.holding("Talk", "am1").holding("Debate", .of(1), "am2", in: "Room 1")
      .holding("Case", .of(1), "pm1", in: "Room 1")
    #expect(sample.count(.evenDays) == 6)
    #expect(sample.holding("Talk", day: 2, "am1").count(.evenDays) == 2)
    #expect(
      sample.holding("Talk", day: 2, "am1").holding("Case", .of(1), day: 3, "am1", in: "Room 1")
        .count(.evenDays) == 0)
  }

  @Test func sixPeriodsOnFiveDaysHaveOneDayOfTwo() {
    let study = Sample([
      Sample.template("Study") {
        $0.meetings = 3
        $0.periods = 2
        $0.mostPerDay = 2
      }
    ])
    // Two days of two and four periods, for both classes: 4 + 16, and at least 1 * 4 + 4 * 1.
    let sample = study.holding("Study", meeting: 1, "am1").holding("Study", meeting: 2, "pm1")
      .holding("Study", meeting: 3, day: 2, "am1")
    #expect(sample.count(.evenDays) == 2 * (20 - 8))
  }

  @Test func teachersOfTheSameSessionsShareThemEvenly() {
    let either = [Sample.li, Sample.wu]
    let sample = Sample([
      Sample.template("Talk", .studyClass, by: [either]),
      Sample.template("Law", .studyClass, by: [either.reversed()]),
      Sample.template("Ethics", .studyClass, by: [[Sample.li]]),
    ])
    .holding("Talk", .of(1), "am1", by: ["Li"]).holding("Ethics", .of(1), day: 2, "am1", by: ["Li"])
    // One to none is as even as can be.
    #expect(sample.count(.balancedTeachers) == 0)
    let more = sample.holding("Talk", .of(2), "am2", by: ["Li"])
      .holding("Law", .of(1), day: 3, "am1", by: ["Li"])
    #expect(more.count(.balancedTeachers) == 2)
    #expect(
      more.holding("Law", .of(2), day: 3, "am2", by: ["Wu"]).count(.balancedTeachers) == 1)
  }

  @Test func whatTeachersAreOffTheirSharesCountsSquared() {
    let either = [Sample.li, Sample.wu]
    let sample = Sample([
      Sample.template("Talk", .studyClass, by: [either]) { $0.meetings = 3 },
      Sample.template("Ethics", .studyClass, by: [[Sample.li]]),
    ]) { plan in
      plan.teachers[0].norm = 2400
      plan.teachers[1].norm = 600
      plan.teachers[1].wish = 1200
    }
    // Of eight periods five and a third are Li's: five and two whole ones are lacking.
    #expect(sample.count(.balancedLoad) == 25 + 4)
    let one = sample.holding("Talk", .of(1), meeting: 1, "am1", by: ["Wu"])
    #expect(one.count(.balancedLoad) == 25 + 1)
    #expect(one.holding("Ethics", .of(1), "am2", by: ["Li"]).count(.balancedLoad) == 16 + 1)
  }

  @Test func runsThatHaveAPlaceMoreOftenThanOthersCost() {
    let sample = Sample(
      [
        Sample.template("Visit", .studyClass, in: Sample.sites),
        Sample.template("Tour", .studyClass, in: [Sample.park]),
      ], runs: [0..<5, 5..<10])
    let one = sample.holding("Visit", .of(1), "am1", in: "Museum")
      .holding("Tour", .of(1), "am2", in: "Park").holding("Tour", .of(2), "am2", in: "Park")
    // Of one visit nobody can have a part, and a tour has no choice.
    #expect(one.count(.sharedPlaces(.site, among: .runs)) == 0)
    #expect(one.count(.sharedPlaces(.venue, among: .runs)) == 0)
    // One more than its half, and one less.
    #expect(
      one.holding("Visit", .of(2), "am1", in: "Museum").count(.sharedPlaces(.site, among: .runs))
        == 2)
    // Of two visits none of four classes has one too many.
    #expect(
      one.holding("Visit", .of(2), "am1", in: "Museum").count(.sharedPlaces(.site, among: .classes))
        == 0)
    #expect(
      one.holding("Visit", .of(2), "am1", in: "Park").count(.sharedPlaces(.site, among: .runs)) == 0
    )
  }

  @Test func aPeriodWithNothingBesideItIsLonely() {
    let sample = three.holding("Talk", "am1").holding("Debate", .of(1), "pm1", in: "Room 1")
    // Both periods of class 1, and the one of class 2.
    #expect(sample.count(.noLonelyPeriods) == 3)
    // The long break at noon does not part neighbours.
    #expect(sample.holding("Case", .of(1), "am2", in: "Room 1").count(.noLonelyPeriods) == 1)
    #expect(sample.holding("Case", .of(1), "pm2", in: "Room 1").count(.noLonelyPeriods) == 2)
    // The last period of a day is no neighbour of the next day's first.
    #expect(
      three.holding("Talk", "pm2").holding("Debate", .of(1), day: 2, "am1", in: "Room 1")
        .count(.noLonelyPeriods) == 3)
  }

  @Test func periodsOfADayBelowTheLeastOrAboveTheMostCount() {
    let sample = three.holding("Talk", "am1").holding("Debate", .of(1), "am2", in: "Room 1")
      .holding("Case", .of(1), day: 2, "pm1", in: "Room 1")
    // Class 1 has two and one, class 2 has one; days without a session do not count.
    #expect(sample.count(.dailyLoad(2...3)) == 2)
    #expect(sample.count(.dailyLoad(1...1)) == 1)
    #expect(sample.count(.dailyLoad(4...4)) == 2 + 3 + 3)
  }

  @Test func peopleBeyondTheSeatsOfAVenueLackThem() {
    let sample = Sample([
      Sample.template("Talk", in: [Sample.hall, Sample.room1]),
      Sample.template("Film", in: [Sample.room2]) { $0.streamedTo = [Sample.hall] },
      Sample.template("Visit", in: Sample.sites),
      Sample.template("Debate", .studyClass, in: Sample.rooms) { $0.expected = 47 },
    ])
    #expect(sample.holding("Talk", "am1", in: "Hall").count(.enoughSeats) == 0)
    #expect(sample.holding("Talk", "am1", in: "Room 1").count(.enoughSeats) == 20)
    // Streamed sessions and sites must have the seats.
    #expect(sample.holding("Film", "am1", in: "Room 2", "Hall").count(.enoughSeats) == 0)
    #expect(sample.holding("Visit", "am1", in: "Museum").count(.enoughSeats) == 0)
    let expecting = sample.changing { sample in
      for index in sample.programme.sessions.indices
      where sample.programme.sessions[index].identity.session == "Debate" {
        sample.programme.sessions[index].people = 47
      }
    }
    #expect(expecting.holding("Debate", .of(2), "am1", in: "Room 1").count(.enoughSeats) == 7)
  }

  @Test func daysThatAreLackingForItsMeetingsCount() {
    let sample = Sample([
      Sample.template("Study", .studyClass) {
        $0.meetings = 4
        $0.mostPerDay = 4
        $0.leastDays = 3
      },
      Sample.template("Talk") { $0.meetings = 2 },
    ])
    // Nothing has a place yet: three days are lacking for each class.
    #expect(sample.count(.spreadDays) == 6)
    let held = sample.holding("Study", .of(1), meeting: 1, "am1")
      .holding("Study", .of(1), meeting: 2, "am2").holding(
        "Study", .of(1), meeting: 3, day: 2, "am1")
    #expect(held.count(.spreadDays) == 1 + 3)
    #expect(
      held.holding("Study", .of(1), meeting: 4, day: 4, "am1").count(.spreadDays) == 0 + 3)
  }

  @Test func meetingsInAnotherRoomCount() {
    let sample = Sample([
      Sample.template("Study", .studyClass, in: Sample.rooms + [Sample.museum]) { $0.meetings = 3 }
    ])
    .holding("Study", .of(1), meeting: 1, day: 1, "am1", in: "Room 1")
    .holding("Study", .of(2), meeting: 1, day: 1, "am1", in: "Room 2")
    #expect(sample.count(.sameRoomForModule) == 0)
    let second = sample.holding("Study", .of(1), meeting: 2, day: 2, "am1", in: "Room 2")
    #expect(second.count(.sameRoomForModule) == 1)
    #expect(
      second.holding("Study", .of(1), meeting: 3, day: 3, "am1", in: "Museum")
        .count(.sameRoomForModule) == 1)
  }

  @Test func meetingsOfADayWithoutTheirLikeBesideThemCount() {
    let sample = Sample([
      Sample.template("Lab", .studyClass, in: Sample.rooms) {
        $0.meetings = 3
        $0.mostPerDay = 3
        $0.inDoubles = true
      },
      Sample.template("Talk", .studyClass, in: Sample.rooms) {
        $0.meetings = 2
        $0.mostPerDay = 2
      },
    ])
    func lab(_ held: [(day: Int, period: String, room: String)]) -> Int? {
      held.enumerated().reduce(sample) { sample, entry in
        let (number, one) = entry
        return sample.holding(
          "Lab", .of(1), meeting: number + 1, day: one.day, one.period, in: one.room)
      }.count(.doubles)
    }
    #expect(lab([(1, "am1", "Room 1"), (2, "am1", "Room 1"), (3, "am1", "Room 1")]) == 0)
    #expect(lab([(1, "am1", "Room 1"), (1, "am2", "Room 1"), (3, "am1", "Room 1")]) == 0)
    #expect(lab([(1, "am1", "Room 1"), (1, "am2", "Room 2"), (3, "am1", "Room 1")]) == 2)
    #expect(lab([(1, "am1", "Room 1"), (1, "pm1", "Room 1"), (3, "am1", "Room 1")]) == 2)
    #expect(lab([(1, "am1", "Room 1"), (1, "am2", "Room 1"), (1, "pm2", "Room 1")]) == 1)
    let talks = sample.holding("Talk", .of(1), meeting: 1, "am1", in: "Room 1")
      .holding("Talk", .of(1), meeting: 2, "pm2", in: "Room 1")
    #expect(talks.count(.doubles) == 0)
  }

  @Test func groupsThatDoNotBeginWithTheOthersCount() {
    let sample = Sample([
      Sample.template("Case", .groups(of: 10)) { $0.meetings = 2 }
    ])
    func count(_ periods: [String], meeting: Int = 1) -> Int? {
      periods.enumerated().reduce(sample) { sample, entry in
        sample.holding("Case", .group(entry.offset + 1, of: 1), meeting: meeting, entry.element)
      }.count(.rotatedGroups)
    }
    #expect(count(["am1", "am1", "am1"]) == 0)
    #expect(count(["am1", "am1", "pm1"]) == 4)
    #expect(count(["am1", "am2", "pm1"]) == 6)
    #expect(count(["am1", "am1"]) == 2)
    #expect(count([]) == 0)
    // Whichever meeting it is, and each class for itself.
    let others = sample.holding("Case", .group(1, of: 1), "am1")
      .holding("Case", .group(2, of: 1), meeting: 2, "am1")
      .holding("Case", .group(3, of: 2), "am1")
    #expect(others.count(.rotatedGroups) == 1 + 1 + 2)
  }

  @Test func aWayBetweenZonesWithoutAFreePeriodCounts() {
    let sample = Sample([
      Sample.template("Talk", in: [Sample.hall]),
      Sample.template("Debate", .studyClass, in: Sample.rooms),
      Sample.template("Long", .studyClass, in: Sample.rooms) { $0.periods = 2 },
      Sample.template("Visit", .studyClass, in: Sample.sites),
    ]) { plan in
      plan.zones = [Zone(name: "Hill"), Zone(name: "Harbour")]
      plan.places[Sample.hall.value].zone = ZoneID(0)
      plan.places[Sample.room1.value].zone = ZoneID(1)
      plan.places[Sample.museum.value].zone = ZoneID(1)
    }
    let talk = sample.holding("Talk", "am2", in: "Hall")
    #expect(talk.holding("Debate", .of(1), "pm1", in: "Room 1").count(.nearby) == 1)
    #expect(talk.holding("Debate", .of(1), "am1", in: "Room 1").count(.nearby) == 1)
    #expect(talk.holding("Long", .of(1), "pm1", in: "Room 1").count(.nearby) == 1)
    // A period between, another day, a venue of no zone, a site.
    #expect(talk.holding("Debate", .of(1), "pm2", in: "Room 1").count(.nearby) == 0)
    #expect(talk.holding("Debate", .of(1), day: 2, "am1", in: "Room 1").count(.nearby) == 0)
    #expect(talk.holding("Debate", .of(1), "pm1", in: "Room 2").count(.nearby) == 0)
    #expect(talk.holding("Visit", .of(1), "pm1", in: "Museum").count(.nearby) == 0)
  }

  @Test func sessionsInWindowsToAvoidCount() {
    let sample = Sample([
      Sample.template("Talk", in: [Sample.hall], by: [[Sample.li, Sample.wu]]) {
        $0.streamedTo = [Sample.room2]
      },
      Sample.template("Closing") { $0.chair = Sample.li },
    ])
    .holding("Talk", "am2", in: "Hall", "Room 2", by: ["Li"]).holding("Closing", "pm1")
    func count(_ subject: Avoidance.Subject, _ windows: Window...) -> Int? {
      sample.count(.avoid(Avoidance(subject, windows: windows)))
    }
    let monday = Window(weekdays: [.monday])
    #expect(count(.teacher(Sample.li), monday) == 1)
    #expect(count(.teacher(Sample.wu), monday) == 0)
    #expect(count(.place(Sample.hall), monday) == 1)
    #expect(count(.place(Sample.room2), monday) == 1)
    #expect(count(.place(Sample.room1), monday) == 0)
    #expect(count(.teacher(Sample.li), Window(weekdays: [.tuesday])) == 0)
    // It touches the last minute of the one and nothing of the other; two windows count once.
    #expect(count(.place(Sample.hall), Window(times: 709..<800)) == 1)
    #expect(count(.place(Sample.hall), Window(times: 710..<800)) == 0)
    #expect(count(.place(Sample.hall), monday, Window(times: 600..<700)) == 1)
  }

  @Test func aCostIsTheCountTimesTheWeight() {
    var plan = three.plan
    plan.preferences = [
      Preference(wish: .early(form: nil), weight: 3), Preference(wish: .sameRoom, weight: 2),
      Preference(wish: .early(form: nil), weight: .max),
    ]
    let timetable = three.holding("Talk", "pm1").timetable
    #expect(
      Verifier.costs(plan: plan, programme: three.programme, timetable: timetable) == [
        CostLine(preference: 0, count: 2, cost: 6), CostLine(preference: 1, count: 0, cost: 0),
        CostLine(preference: 2, count: 2, cost: .max),
      ])
  }
}
