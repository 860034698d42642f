import RotaArithmetic
import RotaPlanning
import Testing

@testable import RotaTimetabling

/// Each wish alone, where its least cost is known. `solve` compares every cost with the verifier's.
@Suite struct WishTests {
  private func plan(
    _ wish: Preference.Wish, days: Int = 2, classes: Int = 1, weight: Int = 3,
    _ change: (inout Plan) -> Void
  ) -> Plan {
    var plan = makePlan(days: days, classes: classes, change)
    plan.preferences = [Preference(wish: wish, weight: weight)]
    return plan
  }

  @Test func compactDaysCloseGaps() {
    let solution = solve(
      plan(.compactDays, classes: 3) { plan in
        let room = plan.add(venue: "Room") { $0.seats = 20 }
        for name in ["A", "B"] { plan.session(name) { $0.places = [room] } }
        plan.session("C")
      })
    #expect(solution.result.unplaced.isEmpty)
    #expect(solution.result.cost == 0)
    let forced = solve(
      plan(.compactDays, days: 1) { plan in
        plan.session("A") { $0.atPeriods = ["am1"] }
        plan.session("B") { $0.atPeriods = ["pm2"] }
      })
    #expect(forced.result.cost == 6)
  }

  @Test func groupsBeginTogetherWhereTheyCan() {
    let solution = solve(
      plan(.rotatedGroups, classes: 2) { plan in
        let rooms = (1...4).map { plan.add(venue: "Room \($0)") }
        plan.session("A", .groups(of: 5), meetings: 2) { $0.places = rooms }
        plan.session("B", .groups(of: 10)) { $0.places = rooms }
      })
    #expect(solution.result.unplaced.isEmpty)
    #expect(solution.result.cost == 0)
    // Four groups in three rooms: each of three lacks one, and one lacks three.
    let forced = solve(
      plan(.rotatedGroups) { plan in
        let rooms = (1...3).map { plan.add(venue: "Room \($0)") }
        plan.session("A", .groups(of: 5)) { $0.places = rooms }
      })
    #expect(forced.result.cost == 18)
  }

  @Test func classesKeepTheirRoom() {
    let solution = solve(
      plan(.sameRoom, classes: 3) { plan in
        let rooms = (1...3).map { number in plan.add(venue: "Room \(number)") }
        for number in 0..<4 { plan.session("A\(number)") { $0.places = rooms } }
      })
    #expect(solution.result.cost == 0)
    let forced = solve(
      plan(.sameRoom) { plan in
        for number in 0..<3 {
          let room = plan.add(venue: "Room \(number)")
          plan.session("A\(number)") { $0.places = [room] }
        }
      })
    #expect(forced.result.cost == 6)
  }

  @Test func sessionsOfAFormComeEarly() {
    let solution = solve(
      plan(.early(form: "exam"), days: 1) { plan in
        plan.session("A")
        plan.session("B", form: "exam")
        plan.session("C", form: "exam")
        plan.session("D")
      })
    #expect(solution.result.cost == 3)
    #expect(solution.placements("A").map(\.period) != ["am1"])
  }

  @Test func daysAreEven() {
    let solution = solve(
      plan(.evenDays, days: 3) { plan in
        for number in 0..<7 { plan.session("A\(number)") }
      })
    #expect(solution.result.cost == 0)
    let forced = solve(
      plan(.evenDays, days: 2) { plan in
        for number in 0..<4 { plan.session("A\(number)") { $0.onDays = [1] } }
      })
    // 16 where 4 + 4 would do.
    #expect(forced.result.cost == 3 * 8)
  }

  @Test func teachersShareEvenly() {
    let solution = solve(
      plan(.balancedTeachers, days: 3, classes: 3) { plan in
        let teachers = (1...3).map { plan.add(teacher: "T\($0)") }
        plan.session("A", meetings: 3) { $0.teachers = [.init(candidates: teachers)] }
      })
    #expect(solution.result.cost == 0)
    let forced = solve(
      plan(.balancedTeachers, days: 3) { plan in
        let li = plan.add(teacher: "Li")
        let wu = plan.add(teacher: "Wu") { $0.availability.excluded = [Window()] }
        plan.session("A", meetings: 3) { $0.teachers = [.init(candidates: [li, wu])] }
      })
    #expect(forced.result.cost == 3 * 2)
  }

  @Test func teachersHaveWhatTheyOwe() {
    func plan(_ change: @escaping (inout Teacher) -> Void = { _ in }) -> Plan {
      self.plan(.balancedLoad, days: 3, classes: 2) { plan in
        let li = plan.add(teacher: "Li") { $0.norm = 2400 }
        let wu = plan.add(teacher: "Wu") {
          $0.norm = 1200
          change(&$0)
        }
        plan.session("A", meetings: 3) { $0.teachers = [.init(candidates: [li, wu])] }
        plan.session("B", .run) { $0.teachers = [.init(candidates: [wu])] }
      }
    }
    let solution = solve(plan())
    #expect(solution.result.cost == 0)
    // Of seven periods four or five are Li's.
    #expect([4, 5].contains(solution.placements("A").count { $0.teachers == ["Li"] }))
    // Each is off by one whole period.
    let forced = solve(plan { $0.mostPerWeek = 1 })
    #expect(forced.result.cost == 3 * (1 + 1))
  }

  @Test func runsShareSites() {
    func plan(_ change: @escaping (inout SessionTemplate) -> Void = { _ in }) -> Plan {
      self.plan(.sharedPlaces(.site, among: .runs), days: 2, classes: 8) { plan in
        plan.calendar = calendar(days: 4)
        plan.rotations[0].runs = .exactly(2)
        let sites = ["Museum", "Port"].map { plan.add(site: $0) }
        plan.session("A", .studyClass) {
          $0.places = sites
          change(&$0)
        }
      }
    }
    let solution = solve(plan())
    #expect(solution.programme.runs.map(\.classes.count) == [4, 4])
    #expect(solution.result.cost == 0)
    // Without a choice there is nothing to share.
    #expect(solve(plan { $0.places.removeLast() }).result.cost == 0)
  }

  @Test func classesShareSites() {
    let solution = solve(
      plan(.sharedPlaces(.site, among: .classes), days: 4, classes: 3) { plan in
        let sites = ["Museum", "Port"].map { plan.add(site: $0) }
        plan.session("A", .studyClass, meetings: 4) { $0.places = sites }
      })
    #expect(solution.result.cost == 0)
    for number in 1...3 {
      let there = solution.programme.sessions.filter {
        $0.identity.audience == .studyClass(run: 1, number: number)
          && solution.timetable.placements[$0.identity]?.places == ["Museum"]
      }
      // Of twelve visits some are to the museum, and each class has a third of these.
      let all = solution.placements("A").count { $0.places == ["Museum"] }
      #expect(abs(3 * there.count - all) < 3)
    }
  }

  @Test func withoutWishesDaysAreStillEarlyAndEven() {
    let solution = solve(
      makePlan(days: 3) { plan in for number in 0..<6 { plan.session("A\(number)") } })
    #expect(solution.result.cost == 0)
    let periods = (0..<6).flatMap { solution.placements("A\($0)") }.map(\.period)
    #expect(periods.filter { $0 == "am1" }.count == 3)
    #expect(periods.filter { $0 == "am2" }.count == 3)
  }

  /// What nobody wishes for does not make a problem another one, to be searched anew.
  @Test func seatsAreNoPartOfAProblemWithoutTheWish() {
    func problem(seats: Int) -> Problem {
      let plan = makePlan { plan in
        let hall = plan.add(venue: "Hall") { $0.seats = seats }
        plan.session("A") { $0.places = [hall] }
      }
      let programme = RotationArithmetic.programme(for: plan).programme
      return ProblemBuilder.build(plan: plan, programme: programme, start: Timetable())
    }
    #expect(problem(seats: 500) == problem(seats: 501))
  }
}
