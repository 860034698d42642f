import RotaArithmetic
import RotaDiagnostics
import RotaPlanning
import Testing

@Suite struct RunDatesTests {
  private func starts(_ plan: Plan) -> [String] {
    let (programme, findings) = RotationArithmetic.programme(for: plan)
    #expect(findings.isEmpty)
    return programme.runs.map { plan.calendar.days[$0.days.lowerBound].day.iso }
  }

  private func rotation(
    _ runs: Int, length: Int = 5, from: String = "2027-03-01", to: String = "2027-04-30",
    holidays: [TeachingCalendar.SpecialDay] = [], _ change: (inout Rotation) -> Void = { _ in }
  ) -> Plan {
    plan(people: 100, calendar: calendar(from, to, holidays: holidays)) {
      $0.runs = .exactly(runs)
      $0.length = length
      change(&$0)
    }
  }

  @Test func runsFollowEachOtherAsEarlyAsTheyCan() {
    #expect(starts(rotation(3)) == ["2027-03-01", "2027-03-08", "2027-03-15"])
    #expect(starts(rotation(3, length: 3)) == ["2027-03-01", "2027-03-04", "2027-03-09"])
  }

  @Test func aHolidayMovesWhatComesAfter() {
    let day = TeachingCalendar.SpecialDay(dates: date("2027-03-03")...date("2027-03-03"))
    #expect(starts(rotation(2, holidays: [day])) == ["2027-03-01", "2027-03-09"])
  }

  @Test func aStartIsKept() {
    #expect(
      starts(rotation(2) { $0.starts = date("2027-03-03") }) == ["2027-03-03", "2027-03-10"])
  }

  @Test func runsStartOnTheirWeekdays() {
    let plan = rotation(3, length: 3) { $0.startWeekdays = [.monday, .wednesday] }
    #expect(starts(plan) == ["2027-03-01", "2027-03-08", "2027-03-15"])
  }

  @Test func freeDaysLieBetweenRuns() {
    // Friday and Monday have two days between them, and these suffice.
    #expect(starts(rotation(2) { $0.daysBetween = 2 }) == ["2027-03-01", "2027-03-08"])
    #expect(starts(rotation(2) { $0.daysBetween = 3 }) == ["2027-03-01", "2027-03-09"])
  }

  @Test func anEndSpreadsTheSlack() {
    let plan = rotation(3) { $0.ends = date("2027-04-02") }
    // 25 days of teaching, ten of them free, five in each gap.
    #expect(starts(plan) == ["2027-03-01", "2027-03-15", "2027-03-29"])
    let odd = rotation(3) { $0.ends = date("2027-03-24") }
    #expect(starts(odd) == ["2027-03-01", "2027-03-10", "2027-03-18"])
  }

  @Test func startAndEndAreBothKept() {
    let plan = rotation(3) {
      $0.starts = date("2027-03-08")
      $0.ends = date("2027-04-02")
    }
    #expect(starts(plan) == ["2027-03-08", "2027-03-18", "2027-03-29"])
  }

  @Test func oneRunEndsOnItsDay() {
    #expect(starts(rotation(1) { $0.ends = date("2027-03-12") }) == ["2027-03-08"])
    let (_, findings) = RotationArithmetic.programme(
      for: rotation(1) {
        $0.starts = date("2027-03-01")
        $0.ends = date("2027-03-12")
      })
    #expect(findings.map(\.kind) == [ArithmeticMessages.runsDoNotFit])
  }

  @Test func slackKeepsToWeekdaysAndGaps() {
    let plan = rotation(3) {
      $0.ends = date("2027-04-09")
      $0.startWeekdays = [.monday]
    }
    #expect(starts(plan) == ["2027-03-01", "2027-03-22", "2027-04-05"])
  }

  @Test func twoRunsAtOnceArePacked() {
    let plan = rotation(4) { $0.mostRunsAtOnce = 2 }
    #expect(starts(plan) == ["2027-03-01", "2027-03-01", "2027-03-08", "2027-03-08"])
    let ended = rotation(4) {
      $0.mostRunsAtOnce = 2
      $0.ends = date("2027-03-19")
    }
    #expect(starts(ended) == ["2027-03-01", "2027-03-01", "2027-03-15", "2027-03-15"])
  }

  @Test func aRunKeepsItsOwnStartAndLength() {
    let plan = rotation(3) {
      var second = Rotation.RunOverride()
      second.starts = date("2027-03-10")
      second.length = 2
      $0.runOverrides = [2: second]
    }
    #expect(starts(plan) == ["2027-03-01", "2027-03-10", "2027-03-12"])
  }

  @Test func tooManyRunsAreCountedAgainstTheDays() throws {
    let days = TeachingCalendar.SpecialDay(
      dates: date("2027-03-08")...date("2027-03-08"), name: "Women's Day")
    let plan = rotation(3, to: "2027-03-19", holidays: [days])
    let (programme, findings) = RotationArithmetic.programme(for: plan)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(
      finding.message
        == "3 runs of 5 days need 15 teaching days, but there are 14 from 2027-03-01 to 2027-03-19")
    #expect(
      finding.notes.map(\.message) == [
        "rotation R runs 3", "rotation R length 5 days",
        "holiday 2027-03-08 Women's Day takes 1 teaching day",
      ])
    // What fits has its dates all the same.
    #expect(programme.runs.map(\.days) == [0..<5, 5..<10, 0..<0])
  }

  @Test func rulesThatUseUpTheDaysAreNamed() {
    let plan = rotation(3, to: "2027-03-19") {
      $0.startWeekdays = [.monday]
      $0.daysBetween = 3
    }
    let (_, findings) = RotationArithmetic.programme(for: plan)
    #expect(
      findings.map(\.message) == [
        "of 3 runs of 5 days, starting on Mon, with 3 days between, only 2 fit between 2027-03-01 "
          + "and 2027-03-19"
      ])
  }

  @Test func aLengthBeyondTheCalendarIsStatedAsItWasSaid() {
    let (_, findings) = RotationArithmetic.programme(
      for: rotation(1, length: 50, to: "2027-03-12"))
    #expect(
      findings.map(\.message) == [
        "1 run of 50 days needs 50 teaching days, but there are 10 from 2027-03-01 to 2027-03-12"
      ])
  }

  @Test func aStartOutsideThePlanIsSaidToBeSo() {
    let (_, findings) = RotationArithmetic.programme(
      for: rotation(1, to: "2027-03-12") { $0.starts = date("2028-01-03") })
    #expect(
      findings.map(\.message) == [
        "rotation R starts on 2028-01-03, which lies outside the plan's dates "
          + "(2027-03-01 .. 2027-03-12)"
      ])
  }

  @Test func anEndOutsideThePlanIsSaidToBeSo() {
    let (_, findings) = RotationArithmetic.programme(
      for: rotation(1, to: "2027-03-12") { $0.ends = date("2026-01-02") })
    #expect(
      findings.map(\.message) == [
        "rotation R ends on 2026-01-02, which lies outside the plan's dates "
          + "(2027-03-01 .. 2027-03-12)"
      ])
  }

  @Test func anEndBeforeAStartIsSaidToBeSo() {
    let (_, findings) = RotationArithmetic.programme(
      for: rotation(1, to: "2027-03-12") {
        $0.starts = date("2027-03-08")
        $0.ends = date("2027-03-03")
      })
    #expect(
      findings.map(\.message) == [
        "rotation R ends on 2027-03-03, before it starts on 2027-03-08"
      ])
    var second = Rotation.RunOverride()
    second.starts = date("2027-03-10")
    let (_, own) = RotationArithmetic.programme(
      for: rotation(2, length: 2, to: "2027-03-12") {
        $0.runOverrides = [2: second]
        $0.ends = date("2027-03-09")
      })
    #expect(
      own.map(\.message) == [
        "rotation R ends on 2027-03-09, before its run 2 starts on 2027-03-10"
      ])
  }

  @Test func holidaysThatLeaveNoDayAreCited() {
    let all = TeachingCalendar.SpecialDay(
      dates: date("2027-03-01")...date("2027-03-12"), name: "Leave")
    let (_, findings) = RotationArithmetic.programme(
      for: rotation(1, to: "2027-03-12", holidays: [all]))
    #expect(
      findings.map(\.message) == [
        "rotation R has no day to teach on: no teaching day is left between 2027-03-01 and "
          + "2027-03-12"
      ])
    #expect(
      findings.first?.notes.map(\.message) == ["holiday 2027-03-01 .. 2027-03-12 Leave"])
  }

  @Test func daysWithoutTeachingAreRefusedWithTheirNeighbours() {
    let (_, findings) = RotationArithmetic.programme(
      for: rotation(2) { $0.starts = date("2027-03-06") })
    #expect(
      findings.map(\.message) == [
        "rotation R starts on 2027-03-06 (Sat), which is not a teaching day"
      ])
  }

  @Test func aPlanWithoutCalendarSaysSo() {
    let (programme, findings) = RotationArithmetic.programme(
      for: plan(people: 10, calendar: .empty) { $0.largestClass = 5 })
    #expect(findings.map(\.kind) == [ArithmeticMessages.noTeachingDays])
    #expect(programme.classes.count == 2)
  }

  @Test func aPlanWithoutRotationIsEmpty() {
    let (programme, findings) = RotationArithmetic.programme(for: Plan())
    #expect(programme == Programme())
    #expect(findings.isEmpty)
  }

  /// Whether runs fit, against all choices of first days.
  @Test func datesAgreeWithTrying() {
    var random = RandomNumbers(seed: 3)
    for _ in 0..<400 {
      let count = random.next(1...3)
      let weekdays = random.chance(40) ? Set([Weekday.monday, .thursday]) : nil
      let gap = random.chance(40) ? random.next(1...4) : 0
      let end = random.chance(50) ? random.next(4...11) : nil
      let lengths = (0..<count).map { _ in random.next(1...5) }
      let fixed = random.chance(30) ? (random.next(1...count), random.next(0...8)) : nil
      let plan = rotation(count, to: "2027-03-16") { rotation in
        rotation.startWeekdays = weekdays
        rotation.daysBetween = gap
        for (index, length) in lengths.enumerated() {
          var override = Rotation.RunOverride()
          override.length = length
          if let fixed, fixed.0 == index + 1 {
            override.starts = calendar("2027-03-01", "2027-03-16").days[fixed.1].day
          }
          rotation.runOverrides[index + 1] = override
        }
        if let end { rotation.ends = calendar("2027-03-01", "2027-03-16").days[end].day }
      }
      let days = plan.calendar.days
      func fits(_ run: Int, after: Int?) -> Bool {
        if run == count { return true }
        return days.indices.contains { start in
          let last = start + lengths[run] - 1
          guard last < days.count else { return false }
          if let after, days[start].day.number <= days[after].day.number + gap { return false }
          if let fixed, fixed.0 == run + 1 {
            if fixed.1 != start { return false }
          } else if let weekdays, !weekdays.contains(days[start].day.weekday) {
            return false
          }
          if run == count - 1, let end, last != end { return false }
          return fits(run + 1, after: last)
        }
      }
      let (programme, findings) = RotationArithmetic.programme(for: plan)
      #expect(findings.isEmpty == fits(0, after: nil))
      if findings.isEmpty {
        #expect(programme.runs.map(\.days.count) == lengths)
        for (run, next) in zip(programme.runs, programme.runs.dropFirst()) {
          let free =
            days[next.days.lowerBound].day.number - days[run.days.upperBound - 1].day.number - 1
          #expect(free >= gap)
        }
        if let end { #expect(programme.runs.last?.days.upperBound == end + 1) }
      }
    }
  }
}
