import RotaPlanning
import Testing

@testable import RotaArithmetic

/// Sessions in which several rotations meet.
@Suite struct JointSessionTests {
  /// Two rotations, of two runs each and of one, that teach a module; a third does not.
  private func programme(
    _ templates: [SessionTemplate], places: Plan = Plan(), _ change: (inout Plan) -> Void = { _ in }
  ) -> Programme {
    var plan = plan(people: 100) {
      $0.runs = .exactly(2)
      $0.largestClass = 25
      $0.starts = date("2027-03-01")
    }
    plan.places = places.places
    let module = plan.addModule("Shared", templates)
    let own = plan.addModule("Own", [template("Law", .run)])
    plan.rotations[0].modules = [module]
    for (name, people, modules) in [("S", 60, [module, own]), ("T", 40, [own])] {
      var other = Rotation(name: name)
      other.trainees = .people(people)
      other.largestClass = 30
      other.modules = modules
      other.starts = date("2027-03-03")
      plan.rotations.append(other)
    }
    change(&plan)
    return RotationArithmetic.programme(for: plan).programme
  }

  private func sessions(_ name: String, in programme: Programme) -> [Session] {
    programme.sessions.filter { $0.identity.session == name }
  }

  @Test func allWhoAreTaughtTheModuleMeetOnce() throws {
    let programme = programme([template("All", .joint(byRun: false)) { $0.meetings = 2 }])
    let all = sessions("All", in: programme)
    #expect(all.map(\.identity.meeting) == [1, 2])
    let first = try #require(all.first)
    #expect(first.identity.audience == .joint(run: nil))
    #expect(first.identity.rotation == "R")
    #expect(first.people == 160)
    #expect(first.runs == [RunID(0), RunID(1), RunID(2)])
    #expect(first.classes.count == 6)
    #expect(first.atoms == first.classes.flatMap { programme[$0].atoms })
    // R is there for ten days from Monday on, S for five from Wednesday on.
    #expect(first.days == Array(2..<7))
  }

  @Test func runsOfOneNumberMeet() {
    let programme = programme([template("Run", .joint(byRun: true))])
    let runs = sessions("Run", in: programme)
    #expect(runs.map(\.identity.audience) == [.joint(run: 1), .joint(run: 2)])
    #expect(runs.map(\.runs) == [[RunID(0), RunID(2)], [RunID(1)]])
    #expect(runs.map(\.people) == [110, 50])
    #expect(runs.map(\.days) == [[2, 3, 4], [5, 6, 7, 8, 9]])
  }

  @Test func classesThatDoNotAttendStayAway() {
    let programme = programme([template("All", .joint(byRun: false))]) { plan in
      for number in 1...2 {
        var one = Rotation.ClassOverride()
        one.modules = [ModuleID(1)]
        plan.rotations[1].classOverrides[.init(run: 1, number: number)] = one
      }
    }
    let all = sessions("All", in: programme)
    #expect(all.map(\.people) == [100])
    #expect(all.map(\.runs) == [[RunID(0), RunID(1)]])
    #expect(all.map(\.days) == [Array(0..<10)])
  }

  @Test func placesSeatAllTogether() {
    var places = Plan()
    let small = places.addPlace("Small", seats: 110, streams: true)
    let large = places.addPlace("Large", seats: 120, streams: true)
    let branch = places.addPlace("Branch", seats: 40, streams: true)
    let programme = programme(
      [
        template("All", .joint(byRun: false), in: [small, large]) { $0.streamedTo = [branch] },
        template("Few", .joint(byRun: false), in: [small]) { $0.expected = 90 },
      ], places: places)
    #expect(sessions("All", in: programme).map(\.places) == [[large]])
    #expect(sessions("Few", in: programme).map(\.places) == [[small]])
    #expect(sessions("Few", in: programme).map(\.people) == [90])
  }
}
