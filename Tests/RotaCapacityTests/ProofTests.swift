import RotaArithmetic
import RotaCapacity
import RotaDiagnostics
import RotaPlanning
import Testing

/// Each proof of one session, or of one class alone, with a plan that misses possibility by as little
/// as can be, and the same plan with that little given.
@Suite struct ProofTests {
  @Test func aClassNeedsARoomThatSeatsIt() {
    for (seats, fits) in [(39, false), (40, true)] {
      var builder = PlanBuilder()
      let room = builder.venue("Room", seats: seats)
      builder.session("Talk", .studyClass, in: [room])
      let findings = builder.findings
      if fits {
        #expect(findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.noPlaceFits,
          "Talk of class 1 of run 1 has 40 people, and the largest of its places, Room, seats 39",
          findings)
      }
    }
  }

  @Test func somebodyMustTeach() {
    var builder = PlanBuilder()
    builder.session("Ethics", by: [[]])
    expectOne(CapacityMessages.nobodyTeaches, "nobody may teach Ethics", builder.findings)
  }

  @Test func twoNeedsNeedTwoPeople() {
    var builder = PlanBuilder()
    let li = builder.teacher("Li")
    builder.session("Ethics", by: [[li], [li]])
    expectOne(
      CapacityMessages.nobodyTeaches, "Ethics needs 2 teachers at once, and only 1 can be found",
      builder.findings)
    let wu = builder.teacher("Wu")
    builder.session("Law", by: [[li, wu], [li, wu]])
    #expect(builder.findings.count == 1)
  }

  /// Somebody who can never come is no way round what the others take.
  @Test func whoNeverComesHidesNoShortage() {
    var builder = PlanBuilder()
    let li = builder.teacher("Li")
    let wu = builder.teacher("Wu")
    builder.plan.teachers[li.value].mostPerWeek = 1
    builder.plan.teachers[wu.value].availability.excluded = [Window()]
    builder.session("Ethics", by: [[li, wu]])
    builder.session("Law", by: [[li, wu]])
    let findings = builder.findings
    #expect(findings.map(\.kind) == [CapacityMessages.teachersShort])
    #expect(findings.first?.message.contains("by Li ") == true, "\(findings)")
  }

  @Test func aSessionMustFitBetweenLongBreaks() {
    var builder = PlanBuilder()
    builder.session("Visit") { $0.periods = 3 }
    expectOne(
      CapacityMessages.noStart,
      "Visit of run 1 takes 3 periods in a row, and its run has at most 2 without a long break",
      builder.findings)
    var across = PlanBuilder()
    across.session("Visit") {
      $0.periods = 3
      $0.acrossBreaks = true
    }
    #expect(across.findings.isEmpty)
  }

  @Test func anAgendaMustHaveRoom() {
    for (minutes, fits) in [([45, 45], true), ([45, 46], false), ([91], false)] {
      var builder = PlanBuilder()
      builder.session("Opening") {
        $0.agenda = minutes.map { AgendaItem(title: "item", minutes: $0) }
      }
      if fits {
        #expect(builder.findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.noStart,
          "the items of Opening of run 1 take 91 min, and no period of its run has room for them one "
            + "after another", builder.findings)
      }
    }
  }

  @Test func dayRulesMustLeaveADay() {
    var builder = PlanBuilder()
    builder.session("Visit") { $0.onDays = [6] }
    expectOne(
      CapacityMessages.noStart,
      "no day of its run, which has 5 days, suits the day rules of Visit of run 1",
      builder.findings)
  }

  @Test func periodsAndWindowsMustLeaveAStart() {
    var builder = PlanBuilder()
    builder.session("Night study") { $0.startsWithin = 1080..<1440 }
    expectOne(
      CapacityMessages.noStart, "no period on its days suits Night study of run 1",
      builder.findings)
    var dated = PlanBuilder()
    dated.session("Visit") {
      let later = monday.advanced(by: 30)
      $0.within = [Window(dates: later...later)]
    }
    expectOne(
      CapacityMessages.noStart,
      "Visit of run 1 is to lie in dates or times that its run does not have", dated.findings)
  }

  @Test func windowsLeftOutMustLeaveAStart() {
    for (last, fits) in [(1070, false), (980, true)] {
      var builder = PlanBuilder()
      builder.session("Visit") { $0.excluded = [Window(times: 0..<last)] }
      if fits {
        #expect(builder.findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.noStart, "`not on` leaves Visit of run 1 no time in its run",
          builder.findings)
      }
    }
  }

  @Test func thoseExpectedNeedSeats() {
    for (expected, fits) in [(51, false), (50, true)] {
      var builder = PlanBuilder()
      let room = builder.venue("Room", seats: 50)
      builder.session("Talk", in: [room]) { $0.expected = expected }
      if fits {
        #expect(builder.findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.noPlaceFits,
          "Talk of run 1 has 51 people, and the largest of its places, Room, seats 50",
          builder.findings)
        // Smaller runs and classes would not help.
      }
    }
  }

  @Test func seatsThatAreWishedForProveNothing() {
    var builder = PlanBuilder(people: 90, classes: 2)
    let room = builder.venue("Room", seats: 10)
    builder.session("Talk", in: [room])
    builder.session("Debate", .studyClass, in: [room])
    #expect(!builder.findings.isEmpty)
    builder.plan.preferences = [Preference(wish: .enoughSeats)]
    let (_, programme, report) = builder.check()
    #expect(report.findings.isEmpty)
    #expect(programme.sessions.allSatisfy { !$0.places.isEmpty })
    // A room too small for all is still one room.
    builder.session("Case", .studyClass, in: [room]) {
      $0.meetings = 9
      $0.mostPerDay = 9
    }
    #expect(builder.findings.contains { $0.kind == CapacityMessages.placesShort })
  }

  @Test func onlyClassesThatAttendNeedASeat() {
    for (isAway, fits) in [(false, false), (true, true)] {
      var builder = PlanBuilder(people: 80, classes: 2)
      let room = builder.venue("Room", seats: 50)
      builder.session("Talk", in: [room])
      if isAway {
        var special = Rotation.ClassOverride()
        special.modules = []
        builder.rotation.classOverrides[.init(run: 1, number: 1)] = special
      }
      let (_, programme, report) = builder.check()
      // Without it arithmetic has found already that the run is too large.
      #expect(programme.sessions.map(\.people) == [isAway ? 40 : 80])
      #expect(report.findings.isEmpty)
      #expect(programme.sessions.map(\.places) == [fits ? [room] : []])
    }
  }

  @Test func anOrderBindsSessionsThatShareOneClassOfMany() {
    for (shared, isPossible) in [(true, false), (false, true)] {
      var builder = PlanBuilder(people: 60, classes: 3)
      builder.session("Law") { $0.onLastDay = true }
      var plan = builder.check().plan
      var second = Module(name: "N")
      var exam = SessionTemplate(name: "Exam", form: "exam")
      exam.notLastDay = true
      exam.relations = [.init(kind: .after, session: "Law")]
      second.sessions = [exam]
      plan.modules.append(second)
      plan.rotations[0].modules = [ModuleID(0), ModuleID(1)]
      for (number, modules) in [[0], [1], shared ? [0, 1] : [1]].enumerated() {
        var special = Rotation.ClassOverride()
        special.modules = modules.map { ModuleID($0) }
        plan.rotations[0].classOverrides[.init(run: 1, number: number + 1)] = special
      }
      let (programme, _) = RotationArithmetic.programme(for: plan)
      let findings = CapacityCheck.report(plan: plan, programme: programme).findings
      #expect(findings.map(\.kind) == (isPossible ? [] : [CapacityMessages.orderTooLong]))
    }
  }

  @Test func aTeacherMustComeWhenTheRunIsThere() {
    for (day, comes) in [(10, false), (3, true)] {
      var builder = PlanBuilder()
      let li = builder.teacher("Li")
      let date = monday.advanced(by: day)
      builder.plan.teachers[0].availability.allowed = [Window(dates: date...date)]
      builder.session("Ethics", by: [[li]])
      if comes {
        #expect(builder.findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.noStart, "Li cannot come when Ethics of run 1 may be", builder.findings)
      }
    }
  }

  @Test func aSiteMustBeOpenLongEnough() {
    for (close, fits) in [(700, false), (710, true)] {
      var builder = PlanBuilder()
      let museum = builder.site("Museum", seats: 60)
      builder.plan.places[0].availability.allowed = [Window(times: 510..<close)]
      builder.session("Visit", .studyClass, in: [museum]) { $0.periods = 2 }
      if fits {
        #expect(builder.findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.noStart,
          "none of the places of Visit of class 1 of run 1 is open for 2 periods when it may be",
          builder.findings)
      }
    }
  }

  @Test func aClassThatCannotComeHasNoStart() {
    var builder = PlanBuilder()
    var absent = Rotation.ClassOverride()
    absent.excluded = [Window(weekdays: [.friday])]
    builder.rotation.classOverrides = [.init(run: 1, number: 1): absent]
    builder.session("Exam", .studyClass) { $0.onLastDay = true }
    expectOne(
      CapacityMessages.noStart, "class 1 cannot come whenever Exam of class 1 of run 1 may be",
      builder.findings)
  }

  @Test func chainsMustFitIntoTheRun() {
    for (length, fits) in [(2, false), (3, true)] {
      var builder = PlanBuilder()
      builder.rotation.length = length
      builder.session("Visit") { $0.onFirstDay = true }
      builder.session("Exam") {
        $0.relations = [.init(kind: .atLeastDaysAfter(2), session: "Visit")]
      }
      if fits {
        #expect(builder.findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.orderTooLong,
          "Exam of run 1 can begin at 2027-03-03 am1 at the earliest, after Visit, and must by "
            + "2027-03-02 pm2", builder.findings)
      }
    }
  }

  @Test func whatIsFirstCannotComeAfter() {
    var builder = PlanBuilder()
    builder.session("Opening") { $0.isFirst = true }
    builder.session("Briefing") {
      $0.relations = [.init(kind: .before, session: "Opening")]
    }
    #expect(builder.findings.map(\.kind) == [CapacityMessages.orderTooLong])
  }

  @Test func meetingsOncePerDayNeedAsManyDays() {
    for (meetings, fits) in [(6, false), (5, true)] {
      var builder = PlanBuilder()
      builder.session("Study", .studyClass) { $0.meetings = meetings }
      #expect(builder.findings.isEmpty == fits)
    }
  }

  /// What is used at once is told by its amounts, not by the time.
  @Test func moreOfAResourceThanThereIsIsNeverThere() {
    for (count, fits) in [(1, false), (2, true)] {
      var builder = PlanBuilder()
      let cameras = builder.resource(.other, "camera", count)
      builder.session("Talk") { $0.resources = [.init(resource: cameras, count: 2)] }
      let findings = builder.findings
      if fits {
        #expect(findings.isEmpty)
      } else {
        expectOne(
          CapacityMessages.resourceShort, "Talk of run 1 uses 2 camera at once, and there is 1",
          findings)
      }
    }
  }
}

/// Expects one proof, of a kind and in words.
func expectOne(
  _ kind: DiagnosticKind, _ message: String, _ findings: [Diagnostic],
  at location: SourceLocation = #_sourceLocation
) {
  #expect(findings.map(\.kind) == [kind], sourceLocation: location)
  #expect(findings.first?.message == message, sourceLocation: location)
  #expect(findings.first?.severity == .impossible, sourceLocation: location)
}
