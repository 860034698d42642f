import RotaArithmetic
import RotaDiagnostics
import RotaPlanning
import Testing

@Suite struct SessionListTests {
  private func programme(
    people: Int = 100, runs: Int = 2, _ templates: [SessionTemplate],
    _ change: (inout Plan) -> Void = { _ in }
  ) -> Programme {
    var plan = plan(people: people) {
      $0.runs = .exactly(runs)
      $0.largestClass = 25
    }
    let module = plan.addModule("M", templates)
    plan.rotations[0].modules = [module, module]
    change(&plan)
    let (programme, findings) = RotationArithmetic.programme(for: plan)
    #expect(findings.isEmpty)
    return programme
  }

  @Test func eachAudienceHasItsSessions() {
    let programme = programme([
      template("All", .allRuns), template("Second", .runs([2])), template("Run", .run),
      template("Class", .studyClass) { $0.meetings = 3 }, template("Group", .groups(of: 10)),
    ])
    func count(_ name: String) -> Int {
      programme.sessions.filter { $0.identity.session == name }.count
    }
    #expect([count("All"), count("Second"), count("Run")] == [1, 1, 2])
    #expect([count("Class"), count("Group")] == [12, 12])
    #expect(Set(programme.sessions.map(\.identity)).count == programme.sessions.count)
    let all = programme.sessions[0]
    #expect(all.people == 100)
    #expect(all.days == Array(0..<10))
    #expect(all.classes == (0..<4).map { ClassID($0) })
    #expect(all.runs == [RunID(0), RunID(1)])
  }

  @Test func groupsAreEvenAndPartTheClass() {
    let programme = programme([template("Group", .groups(of: 10))])
    let first = programme.sessions.filter { $0.classes == [ClassID(0)] }
    #expect(first.map(\.people) == [8, 8, 9])
    #expect(first.flatMap(\.atoms) == programme.classes[0].atoms)
    #expect(programme.atoms.count == 12)
  }

  @Test func groupsOfTwoSizesOverlapOnlyWhereTheyShareAnAtom() {
    let programme = programme(
      people: 24, runs: 1,
      [
        template("Half", .groups(of: 12)), template("Third", .groups(of: 8)),
      ])
    #expect(programme.classes[0].atoms.count == 4)
    let atoms = programme.sessions.map { $0.atoms.map(\.value) }
    #expect(atoms == [[0, 1], [2, 3], [0], [1, 2], [3]])
  }

  @Test func placesWithoutSeatsForThemAreLeftOut() {
    var plan = Plan()
    let small = plan.addPlace("Small", seats: 24)
    let large = plan.addPlace("Large", seats: 25)
    let open = plan.addPlace("Open", seats: nil)
    let programme = programme([template("Talk", .studyClass, in: [small, large, open])]) {
      $0.places = plan.places
      var own = Rotation.ClassOverride()
      own.room = large
      var tooSmall = Rotation.ClassOverride()
      tooSmall.room = small
      $0.rotations[0].classOverrides = [
        .init(run: 1, number: 1): own, .init(run: 1, number: 2): tooSmall,
      ]
    }
    #expect(
      programme.sessions.map(\.places) == [[large], [large, open], [large, open], [large, open]])
    #expect(programme.sessions.allSatisfy { $0.needsPlace })
  }

  @Test func streamingAddsTheSeatsOfAllItsPlaces() {
    var plan = Plan()
    let hall = plan.addPlace("Hall", seats: 30, streams: true)
    let deaf = plan.addPlace("Old hall", seats: 100)
    let room = plan.addPlace("Room", seats: 20, streams: true)
    let programme = programme([
      template("Talk", .run, in: [hall, deaf]) { $0.streamedTo = [room] }
    ]) { $0.places = plan.places }
    #expect(programme.sessions.map(\.places) == [[hall], [hall]])
  }

  @Test func theOrderIsTheSameForTheSamePlan() {
    let plan = zhengzhou()
    let first = RotationArithmetic.programme(for: plan).programme
    #expect(first == RotationArithmetic.programme(for: plan).programme)
  }
}
