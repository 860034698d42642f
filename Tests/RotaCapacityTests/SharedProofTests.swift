import RotaArithmetic
import RotaCapacity
import RotaDiagnostics
import RotaPlanning
import Testing

/// Each proof of what several sessions share, with a plan that misses possibility by as little as can
/// be, and the same plan with that little given.
@Suite struct SharedProofTests {
  @Test func oneHallForTwoRunsAtOnce() {
    for (count, fits) in [(11, false), (10, true)] {
      var builder = PlanBuilder()
      builder.rotation.runs = .exactly(2)
      builder.rotation.classes = 2
      builder.rotation.mostRunsAtOnce = 2
      let hall = builder.venue("Hall", seats: 100)
      builder.session("Talk", in: [hall]) {
        $0.meetings = count
        $0.mostPerDay = 4
      }
      if fits {
        #expect(builder.findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.placesShort,
          "22 sessions (Talk) need 22 periods in Hall from 2027-03-01 to 2027-03-05, and there are "
            + "20", builder.findings)
      }
    }
  }

  @Test func classesShareTheRooms() {
    for (rooms, fits) in [(1, false), (2, true)] {
      var builder = PlanBuilder(people: 160, classes: 4)
      let places = (1...rooms).map { builder.venue("Room \($0)", seats: 40) }
      builder.session("Talk", .studyClass, in: places) { $0.onDays = [2, 3] }
      builder.session("Study", .studyClass, in: places) { $0.onDays = [2] }
      builder.session("Exam", .studyClass, in: places) { $0.onDays = [3] }
      let findings = builder.findings
      if fits {
        #expect(findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.placesShort,
          "12 sessions (Talk, Study and Exam) need 12 periods in Room 1 from 2027-03-02 to "
            + "2027-03-03, and there are 8", findings)
      }
    }
  }

  @Test func aSiteTakesAsManyClassesAsItSeats() {
    // Two spans of two periods a day; with 79 seats one class of 40 at a time.
    for (seats, fits) in [(79, false), (80, true)] {
      var builder = PlanBuilder(people: 160, classes: 4)
      let museum = builder.site("Museum", seats: seats)
      builder.session("Visit", .studyClass, in: [museum]) {
        $0.periods = 2
        $0.onDays = [2]
      }
      let findings = builder.findings
      if fits {
        #expect(findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.placesShort,
          "4 sessions (Visit) need 8 periods in Museum on 2027-03-02, and there are 4", findings)
      }
    }
  }

  @Test func longSessionsDoNotFillOddPeriods() {
    // Open for three periods in a row, it takes one session of two periods.
    var builder = PlanBuilder(people: 80, classes: 2)
    builder.plan.calendar = TeachingCalendar(
      dates: monday...monday, weekdays: [.monday],
      periods: [
        .init(name: "1", times: 480..<540), .init(name: "2", times: 540..<600),
        .init(name: "3", times: 600..<660),
      ])
    builder.rotation.length = 1
    let room = builder.venue("Room", seats: 40)
    builder.session("Exercise", .studyClass, in: [room]) { $0.periods = 2 }
    let findings = builder.findings
    #expect(findings.map(\.kind) == [CapacityMessages.placesShort])
  }

  @Test func alternatingPeriodsAreFoundByTheCut() {
    // Ten periods are enough for nine sessions, but only five of them are in the morning.
    for (talks, fits) in [(2, false), (1, true)] {
      var builder = PlanBuilder(people: 120, classes: 3)
      let room = builder.venue("Room", seats: 40)
      builder.session("Study", .studyClass, in: [room]) {
        $0.atPeriods = ["am1", "pm1"]
        $0.meetings = 3 - talks
        $0.mostPerDay = 2
      }
      builder.session("Talk", .studyClass, in: [room]) {
        $0.atPeriods = ["am1"]
        $0.meetings = talks
      }
      let findings = builder.findings
      if fits {
        #expect(findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.placesShort,
          "6 sessions (Talk) need 6 periods in Room from 2027-03-01 to 2027-03-05 at am1, and there "
            + "are 5", findings)
      }
    }
  }

  @Test func aTeacherIsInOnePlaceAtATime() {
    for (days, fits) in [(1, false), (2, true)] {
      var builder = PlanBuilder(people: 200, classes: 5)
      let li = builder.teacher("Li")
      builder.session("Ethics", .studyClass, by: [[li]]) { $0.onDays = Set(1...days) }
      let findings = builder.findings
      if fits {
        #expect(findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.teachersShort,
          "5 sessions (Ethics) need 5 periods of Li on 2027-03-01, and there are 4", findings)
      }
    }
  }

  /// Teachers who share no session are counted apart, and what each of them lacks is told.
  @Test func shortagesThatShareNothingAreAllTold() {
    var builder = PlanBuilder(people: 240, classes: 6)
    let (li, wu) = (builder.teacher("Li"), builder.teacher("Wu"))
    let (he, bo) = (builder.teacher("He"), builder.teacher("Bo"))
    builder.plan.teachers[wu.value].mostPerWeek = 5
    builder.plan.teachers[bo.value].mostPerDay = 1
    builder.session("Ethics", .studyClass, by: [[li]]) { $0.onDays = [1] }
    builder.session("Law", .studyClass, by: [[wu]])
    builder.session("History", .studyClass, by: [[he]]) { $0.onDays = [2] }
    builder.session("Rites", .studyClass, by: [[bo]])
    #expect(
      builder.findings.map(\.message) == [
        "6 sessions (Ethics) need 6 periods of Li on 2027-03-01, and there are 4",
        "6 sessions (History) need 6 periods of He on 2027-03-02, and there are 4",
        "6 sessions (Law) must be taught by Wu from 2027-03-01 to 2027-03-05, who take at most 5",
        "6 sessions (Rites) must be taught by Bo from 2027-03-01 to 2027-03-05, who take at most 5",
      ])
  }

  @Test func aTeacherTakesOnlySoManySessions() {
    for (limit, fits) in [(1, false), (2, true)] {
      var builder = PlanBuilder(people: 400, classes: 10)
      let li = builder.teacher("Li")
      builder.plan.teachers[0].mostPerDay = limit
      builder.session("Ethics", .studyClass, by: [[li]])
      let findings = builder.findings
      if fits {
        #expect(findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.teachersShort,
          "10 sessions (Ethics) must be taught by Li from 2027-03-01 to 2027-03-05, who take at most 5",
          findings)
      }
    }
  }

  @Test func aWeekIsFullBeforeItsDaysAre() {
    var builder = PlanBuilder(people: 160, classes: 4)
    let li = builder.teacher("Li")
    builder.plan.teachers[0].mostPerWeek = 3
    builder.session("Ethics", .studyClass, by: [[li]])
    #expect(builder.findings.map(\.kind) == [CapacityMessages.teachersShort])
    builder.plan.teachers[0].mostPerWeek = 4
    #expect(builder.findings.isEmpty)
  }

  @Test func busesMustSeatTheLargestClass() {
    for (count, fits) in [(1, false), (2, true)] {
      var builder = PlanBuilder(people: 62)
      let museum = builder.site("Museum", travel: 40)
      _ = builder.resource(.buses, "buses", count, seats: 50)
      builder.session("Visit", .studyClass, in: [museum])
      let findings = builder.findings
      if fits {
        #expect(findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.busesShort,
          "Visit of class 1 of run 1 has 62 people and needs 2 buses of 50 seats, and there are 1",
          findings)
      }
    }
  }

  @Test func busesGoOutOnceAtATime() {
    for (count, fits) in [(3, false), (4, true)] {
      var builder = PlanBuilder(people: 240, classes: 4)
      let museum = builder.site("Museum", travel: 40)
      _ = builder.resource(.buses, "buses", count, seats: 50)
      builder.session("Visit", .studyClass, in: [museum]) {
        $0.periods = 2
        $0.onDays = [1]
      }
      #expect(builder.findings.isEmpty == fits)
    }
  }

  @Test func aResourceIsShared() {
    for (count, fits) in [(1, false), (2, true)] {
      var builder = PlanBuilder(people: 200, classes: 5)
      let projectors = builder.resource(.other, "projector", count)
      builder.session("Talk", .studyClass) {
        $0.resources = [.init(resource: projectors, count: 1)]
        $0.onDays = [1]
      }
      let findings = builder.findings
      if fits {
        #expect(findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.resourceShort,
          "5 sessions (Talk) need 5 periods of 1 projector on 2027-03-01, and there are 4", findings
        )
      }
    }
  }

  @Test func aClassHasOnlyThePeriodsOfItsRun() {
    for (times, fits) in [(21, false), (20, true)] {
      var builder = PlanBuilder()
      builder.session("Study", .studyClass) {
        $0.meetings = times
        $0.mostPerDay = 30
      }
      #expect(builder.findings.isEmpty == fits)
    }
    var mixed = PlanBuilder()
    mixed.session("Study", .studyClass) { $0.onDays = [1] }
    mixed.session("Talk") { $0.onDays = [1] }
    mixed.session("Visit", .studyClass) {
      $0.onDays = [1]
      $0.periods = 2
    }
    #expect(mixed.findings.isEmpty)
    mixed.session("Exam", .groups(of: 10)) { $0.onDays = [1] }
    expectOne(
      CapacityMessages.classOverfull,
      "4 sessions (Study, Talk, Visit and Exam) need 5 periods of class 1 of run 1 on 2027-03-01, "
        + "and there are 4", mixed.findings)
  }

  @Test func aDayTakesOnlySoManySessions() {
    for (limit, fits) in [(2, false), (3, true)] {
      var builder = PlanBuilder()
      builder.rotation.mostSessionsPerDay = limit
      for number in 1...11 { builder.session("Talk \(number)") }
      let findings = builder.findings
      if fits {
        #expect(findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.classOverfull,
          "class 1 of run 1 attends 11 sessions from 2027-03-01 to 2027-03-05, and may attend at "
            + "most 10", findings)
      }
    }
  }

  @Test func sessionsOfRunsThatAreNeverTogetherMayUseAnyOfTheirDays() {
    var builder = PlanBuilder(weeks: 2, people: 80, classes: 2)
    builder.rotation.runs = .exactly(2)
    builder.session("Closing", .allRuns)
    #expect(builder.findings.isEmpty)
  }

  @Test func groupsThatShareNobodyMeetAtTheSameTime() {
    var builder = PlanBuilder()
    builder.session("Group work", .groups(of: 10)) {
      $0.onDays = [1]
      $0.meetings = 4
      $0.mostPerDay = 4
    }
    #expect(builder.findings.isEmpty)
  }
}
