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
