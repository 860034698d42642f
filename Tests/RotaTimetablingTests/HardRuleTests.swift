import LocalSearch
import RotaPlanning
import Testing

@testable import RotaTimetabling

/// Each hard rule alone, in a plan that only it makes tight. `solve` holds every answer against the
/// verifier; here it is shown that the rule decided.
@Suite struct HardRuleTests {
  @Test func peopleAreAtOneThingAtATime() {
    let tight = solve(makePlan(days: 1) { $0.session("A", meetings: 4) { $0.mostPerDay = 4 } })
    #expect(tight.result.unplaced.isEmpty)
    #expect(tight.placements("A").map(\.period) == ["am1", "am2", "pm1", "pm2"])
    let more = solve(makePlan(days: 1) { $0.session("A", meetings: 5) { $0.mostPerDay = 5 } })
    #expect(more.result.unplaced.count == 1)
    #expect(more.result.unplaced.first?.reasons.first?.starts == 4)
  }

  @Test func aVenueTakesOneSessionAtATime() {
    let solution = solve(
      makePlan(days: 1, classes: 5) { plan in
        let room = plan.add(venue: "Room") { $0.seats = 100 }
        plan.session("A") { $0.places = [room] }
      })
    #expect(solution.placements("A").count == 4)
    #expect(solution.reasons("A") == [.init(.placesBusy, starts: 4)])
  }

  @Test func aSiteTakesSeveralUpToItsSeats() {
    let solution = solve(
      makePlan(days: 1, classes: 13) { plan in
        let site = plan.add(site: "Site") { $0.seats = 60 }
        plan.session("A") { $0.places = [site] }
      })
    #expect(solution.placements("A").count == 12)
    let unlimited = solve(
      makePlan(days: 1, classes: 13) { plan in
        let site = plan.add(site: "Site")
        plan.session("A") {
          $0.places = [site]
          $0.atPeriods = ["pm1"]
        }
      })
    #expect(unlimited.result.unplaced.isEmpty)
  }

  @Test func placesAreUsedOnlyWhenOpen() {
    let plan = makePlan(days: 2) { plan in
      let room = plan.add(venue: "Room") {
        $0.availability.allowed = [Window(weekdays: [.tuesday], times: 840..<1000)]
      }
      plan.session("A") { $0.places = [room] }
    }
    #expect(solve(plan).placements("A").map(\.period) == ["pm1"])
  }

  @Test func aClosedSchoolClosesItsVenues() {
    let plan = makePlan(days: 1) { plan in
      var school = School(name: "S")
      school.closed = [Window(times: 500..<900)]
      plan.schools = [school]
      let room = plan.add(venue: "Room") { $0.school = SchoolID(0) }
      plan.session("A") { $0.places = [room] }
    }
    #expect(solve(plan).placements("A").map(\.period) == ["pm2"])
  }

  @Test func streamedSessionsTakeAllTheirPlaces() {
    let plan = makePlan(days: 1, classes: 3) { plan in
      let hall = plan.add(venue: "Hall") {
        $0.streams = true
        $0.seats = 40
      }
      let room = plan.add(venue: "Room") { $0.seats = 20 }
      plan.session("A", .run, meetings: 2) {
        $0.places = [hall]
        $0.streamedTo = [room]
        $0.mostPerDay = 2
      }
      plan.session("B") { $0.places = [room] }
    }
    let solution = solve(plan)
    #expect(solution.placements("A").allSatisfy { $0.places == ["Hall", "Room"] })
    // The room is taken twice for the run and has two periods left for three classes.
    #expect(solution.result.unplaced.count == 1)
  }

  @Test func aPlaceStreamedToMayBeThePlaceChosen() {
    let plan = makePlan(days: 1) { plan in
      let hall = plan.add(venue: "Hall") { $0.streams = true }
      let room = plan.add(venue: "Room")
      plan.session("A", .run) {
        $0.places = [hall]
        $0.streamedTo = [hall, room]
      }
    }
    #expect(solve(plan).placements("A").map(\.places) == [["Hall", "Room"]])
  }

  @Test func remoteTeachersNeedAPlaceThatStreams() {
    let plan = makePlan(days: 1) { plan in
      let dull = plan.add(venue: "Dull")
      let bright = plan.add(venue: "Bright") { $0.streams = true }
      let far = plan.add(teacher: "Far") { $0.isRemote = true }
      let near = plan.add(teacher: "Near") { $0.availability.excluded = [Window(times: 0..<900)] }
      plan.session("A") {
        $0.places = [dull, bright]
        $0.teachers = [.init(candidates: [far, near])]
        $0.atPeriods = ["am1"]
      }
    }
    #expect(solve(plan).placements("A").first?.places == ["Bright"])
  }

  @Test func teachersAreDistinctFreeAndAvailable() {
    let plan = makePlan(days: 1, classes: 2) { plan in
      let li = plan.add(teacher: "Li")
      let wu = plan.add(teacher: "Wu") { $0.availability.excluded = [Window(times: 840..<1100)] }
      plan.session("A") {
        $0.teachers = [.init(candidates: [li, wu]), .init(candidates: [li])]
        $0.notAtPeriods = ["am1"]
      }
    }
    let solution = solve(plan)
    #expect(solution.placements("A").map(\.teachers) == [["Wu", "Li"]])
    #expect(solution.placements("A").map(\.period) == ["am2"])
    #expect(solution.reasons("A") == [.init(.teachersBusy, starts: 3)])
  }

  @Test func aChairIsBusyToo() {
    let plan = makePlan(days: 1, classes: 2) { plan in
      let li = plan.add(teacher: "Li")
      plan.session("A") {
        $0.chair = li
        $0.teachers = [.init(candidates: [li])]
        $0.atPeriods = ["am1", "pm2"]
      }
    }
    #expect(solve(plan).placements("A").map(\.period).sorted() == ["am1", "pm2"])
  }

  /// The large room is not for Far, and who could teach there is in the chair of the other session: to
  /// exchange their rooms would have that person in both.
  @Test(arguments: 1...4 as ClosedRange<UInt64>) func nobodyTeachesWhileInTheChair(seed: UInt64) {
    var plan = makePlan(days: 1) { plan in
      let rooms = [
        plan.add(venue: "Small") {
          $0.seats = 10
          $0.streams = true
        },
        plan.add(venue: "Large") { $0.seats = 20 },
      ]
      let far = plan.add(teacher: "Far") { $0.isRemote = true }
      let wu = plan.add(teacher: "Wu")
      plan.session("A") {
        $0.places = rooms
        $0.teachers = [.init(candidates: [far, wu])]
        $0.atPeriods = ["am1"]
      }
      plan.modules.append(Module(name: "N"))
      var talk = SessionTemplate(name: "B", form: "talk")
      talk.places = rooms
      talk.chair = wu
      talk.atPeriods = ["am1"]
      plan.modules[1].sessions = [talk]
    }
    var second = plan.rotations[0]
    second.name = "S"
    second.trainees = .people(10)
    second.modules = [ModuleID(1)]
    plan.rotations.append(second)
    plan.preferences = [Preference(wish: .enoughSeats)]
    let solution = solve(plan, seed: seed)
    #expect(solution.result.unplaced.isEmpty)
    #expect(solution.placements("A").map(\.places) == [["Small"]])
  }

  @Test func teachersGiveOnlySoMuchADayAndWeek() {
    let daily = solve(
      makePlan(days: 2, classes: 3) { plan in
        let li = plan.add(teacher: "Li") { $0.mostPerDay = 1 }
        plan.session("A") { $0.teachers = [.init(candidates: [li])] }
      })
    #expect(daily.placements("A").count == 2)
    #expect(daily.reasons("A").first?.obstacle == .rule(TallyWords.teacher.text))
    let weekly = solve(
      makePlan(days: 7, classes: 6) { plan in
        let li = plan.add(teacher: "Li") { $0.mostPerWeek = 2 }
        plan.session("A") { $0.teachers = [.init(candidates: [li])] }
      })
    #expect(weekly.placements("A").count == 4)
  }

  @Test func classesMeetOnlySoOftenADay() {
    let sessions = solve(
      makePlan(days: 2) { plan in
        plan.rotations[0].mostSessionsPerDay = 2
        for name in ["A", "B", "C", "D", "E"] { plan.session(name) }
      })
    #expect(sessions.result.unplaced.count == 1)
    let meetings = solve(makePlan(days: 2) { $0.session("A", meetings: 3) })
    #expect(meetings.reasons("A").first == .init(.rule("at most 1 meetings per day"), starts: 8))
  }

  @Test func travelTakesTime() {
    let plan = makePlan(days: 1) { plan in
      let near = plan.add(venue: "Room")
      let far = plan.add(site: "Site") { $0.travel = 60 }
      plan.session("A") { $0.places = [near] }
      plan.session("B") { $0.places = [far] }
      plan.session("C") { $0.places = [near] }
    }
    // Ten minutes between periods are too few for the way; only the noon break is long enough.
    let solution = solve(plan)
    #expect(solution.result.unplaced.isEmpty)
    let noon = ["am1", "am2"]
    let visit = solution.placements("B").map { noon.contains($0.period) }
    let rest = (solution.placements("A") + solution.placements("C")).map {
      noon.contains($0.period)
    }
    #expect(visit.count == 1 && rest.allSatisfy { $0 != visit[0] })
  }

  @Test func teachersTravelUnlessRemote() {
    func plan(remote: Bool) -> Plan {
      makePlan(days: 1) { plan in
        let near = plan.add(venue: "Room") { $0.streams = true }
        let far = plan.add(site: "Site") {
          $0.travel = 60
          $0.streams = true
        }
        let li = plan.add(teacher: "Li") { $0.isRemote = remote }
        plan.session("A") {
          $0.places = [near]
          $0.teachers = [.init(candidates: [li])]
          $0.atPeriods = ["am1"]
        }
        // Other people of another rotation, ten minutes later and an hour away.
        var template = SessionTemplate(name: "B", form: "visit")
        template.places = [far]
        template.teachers = [.init(candidates: [li])]
        template.atPeriods = ["am2"]
        plan.modules.append(Module(name: "N"))
        plan.modules[1].sessions = [template]
        var rotation = plan.rotations[0]
        rotation.name = "S"
        rotation.modules = [ModuleID(1)]
        plan.rotations.append(rotation)
      }
    }
    let near = solve(plan(remote: false))
    #expect(near.result.unplaced.count == 1)
    #expect(near.result.unplaced.first?.reasons == [.init(.travel, starts: 1)])
    #expect(solve(plan(remote: true)).result.unplaced.isEmpty)
  }

  @Test func busesGoOnlySoFar() {
    let plan = makePlan(days: 1, classes: 4) { plan in
      _ = plan.add("buses", .buses, 2, seats: 10)
      let site = plan.add(site: "Site") { $0.travel = 30 }
      plan.session("A") { $0.places = [site] }
    }
    // Each visit takes both buses from half an hour before to half an hour after it.
    let solution = solve(plan)
    #expect(solution.placements("A").count == 2)
    #expect(solution.reasons("A") == [.init(.resource("buses"), starts: 4)])
  }

  /// Forty people go from one site to the next before they could be home: their four buses stay with
  /// them. Where each class goes on by itself, both keep two.
  @Test(arguments: [SessionTemplate.Audience.run, .studyClass]) func busesGoOnWithTheirPeople(
    onward audience: SessionTemplate.Audience
  ) {
    var plan = makePlan(days: 1, classes: 2) { plan in
      _ = plan.add("buses", .buses, 4, seats: 10)
      let first = plan.add(site: "First") { $0.travel = 60 }
      let next = plan.add(site: "Next") { $0.travel = 60 }
      plan.session("A", .run) {
        $0.places = [first]
        $0.atPeriods = ["am1"]
      }
      plan.session("B", audience) {
        $0.places = [next]
        $0.atPeriods = ["am2"]
      }
      plan.travel[.init(.place(first), .place(next))] = 10
    }
    #expect(solve(plan).result.unplaced.isEmpty)
    plan.resources[0].count = 3
    #expect(!solve(plan).result.unplaced.isEmpty)
  }

  /// Runs, classes and parts of classes go from site to site: what the search counts from move to move is
  /// what it counts from nothing, and what the verifier finds enough.
  @Test(arguments: 0..<12) func busesOfPartiesAreCountedAlike(seed: Int) {
    var random = RandomSource(seed: UInt64(seed) &+ 7)
    let plan = makePlan(days: 2, classes: 2) { plan in
      _ = plan.add("buses", .buses, 4 + random.below(4), seats: 10)
      let sites = (0..<4).map { number in
        plan.add(site: "Site \(number)") { $0.travel = 15 + 25 * random.below(4) }
      }
      for first in sites {
        for second in sites where first < second {
          plan.travel[.init(.place(first), .place(second))] = 10 * random.below(3)
        }
      }
      let audiences: [SessionTemplate.Audience] = [
        .run, .studyClass, .groups(of: 10), .groups(of: 7),
      ]
      for number in 0..<5 {
        plan.session("S\(number)", audiences[random.below(audiences.count)]) {
          $0.places = [sites[random.below(4)], sites[random.below(4)]]
          if random.below(3) == 0 { $0.expected = 30 }
        }
      }
    }
    _ = solve(plan, seed: UInt64(seed))
  }

  @Test func resourcesAreShared() {
    let plan = makePlan(days: 1, classes: 5) { plan in
      let screens = plan.add("screens", .other, 2)
      plan.session("A") {
        $0.resources = [.init(resource: screens, count: 2)]
      }
    }
    #expect(solve(plan).reasons("A") == [.init(.resource("screens"), starts: 4)])
  }

  @Test func startsAreAsAllowed() {
    let plan = makePlan(days: 5) { plan in
      plan.session("A") {
        $0.onDays = [2, 3]
        $0.notOnDays = [3]
        $0.startsWithin = 720..<1080
        $0.notAtPeriods = ["pm1"]
      }
      plan.session("B") {
        $0.onLastDay = true
        $0.periods = 2
        $0.startsWithin = 0..<720
      }
      plan.session("C") {
        $0.notFirstDay = true
        $0.notLastDay = true
        $0.within = [Window(weekdays: [.monday, .thursday, .friday])]
      }
      plan.session("D") {
        $0.onFirstDay = true
        $0.periods = 3
        $0.acrossBreaks = true
        $0.within = [Window(times: 600..<1100)]
      }
    }
    let solution = solve(plan)
    func slot(_ name: String) -> [String] {
      solution.placements(name).map { "\($0.day.number - firstDay.number) \($0.period)" }
    }
    #expect(slot("A") == ["1 pm2"])
    #expect(slot("B") == ["4 am1"])
    #expect(slot("C").first?.hasPrefix("3 ") == true)
    #expect(slot("D") == ["0 am2"])
  }

  @Test func excludedTimesOfAClassAreKept() {
    let plan = makePlan(days: 1) { plan in
      var override = Rotation.ClassOverride()
      override.excluded = [Window(times: 0..<900)]
      plan.rotations[0].classOverrides[.init(run: 1, number: 1)] = override
      plan.session("A")
    }
    #expect(solve(plan).placements("A").map(\.period) == ["pm2"])
  }
}
