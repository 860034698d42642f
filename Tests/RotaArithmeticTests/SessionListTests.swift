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

  /// Four classes of 25 in two runs; each attends the modules given for it, or all.
  private func attending(
    _ modules: [[SessionTemplate]], _ attendance: [Rotation.ClassNumber: [Int]],
    _ change: (inout Plan) -> Void = { _ in }
  ) -> Programme {
    var plan = plan(people: 100) {
      $0.runs = .exactly(2)
      $0.largestClass = 25
    }
    plan.rotations[0].modules = modules.enumerated().map { plan.addModule("M\($0)", $1) }
    for (number, attended) in attendance {
      var special = Rotation.ClassOverride()
      special.modules = attended.map { ModuleID($0) }
      plan.rotations[0].classOverrides[number] = special
    }
    change(&plan)
    let (programme, findings) = RotationArithmetic.programme(for: plan)
    #expect(findings.isEmpty)
    return programme
  }

  @Test func classesAttendTheirModulesOnly() {
    let programme = attending(
      [
        [template("Ethics", .studyClass), template("Case", .groups(of: 13))],
        [template("Law", .run), template("Exam", .allRuns)],
      ],
      [.init(run: 1, number: 1): [0], .init(run: 1, number: 2): [1]])
    func sessions(_ name: String) -> [Session] {
      programme.sessions.filter { $0.identity.session == name }
    }
    #expect(sessions("Ethics").map(\.classes) == [[ClassID(0)], [ClassID(2)], [ClassID(3)]])
    #expect(sessions("Case").count == 6)
    #expect(
      sessions("Law").map(\.classes) == [[ClassID(1)], [ClassID(2), ClassID(3)]])
    #expect(sessions("Law").map(\.people) == [25, 50])
    #expect(sessions("Exam").map(\.people) == [75])
    #expect(sessions("Exam").map(\.runs) == [[RunID(0), RunID(1)]])
    // A class without groups of its own is whole.
    #expect(programme.classes.map(\.atoms.count) == [2, 1, 2, 2])
  }

  @Test func aSessionOfTheRunThatNobodyAttendsIsHeldForThoseExpected() {
    let programme = attending(
      [
        [template("Law", .run), template("Open day", .run) { $0.expected = 130 }],
        [template("Ethics", .studyClass)],
      ],
      [
        .init(run: 1, number: 1): [1], .init(run: 1, number: 2): [1],
        .init(run: 2, number: 1): [1],
      ])
    let held = programme.sessions.filter { $0.identity.module == "M0" }
    #expect(held.map(\.identity.session) == ["Open day", "Law", "Open day"])
    #expect(held.map(\.classes) == [[], [ClassID(3)], [ClassID(3)]])
    #expect(held.map(\.atoms.count) == [0, 1, 1])
    #expect(held.map(\.people) == [130, 25, 130])
    #expect(held[0].runs == [RunID(0)])
    #expect(held[0].days == Array(0..<5))
  }

  @Test func sessionsOfSeveralRunsAreOfThoseWhereSomebodyAttends() {
    let programme = attending(
      [[template("Exam", .allRuns)], [template("Law", .run)]],
      [.init(run: 1, number: 1): [1], .init(run: 1, number: 2): [1]])
    let exam = programme.sessions.first { $0.identity.session == "Exam" }
    #expect(exam?.runs == [RunID(1)])
    #expect(exam?.days == Array(5..<10))
  }

  @Test func thoseExpectedMustFitInsteadOfThoseWhoAttend() {
    var places = Plan()
    let small = places.addPlace("Small", seats: 20)
    let large = places.addPlace("Large", seats: 60)
    let programme = attending(
      [
        [
          template("Few", .run, in: [small, large]) { $0.expected = 20 },
          template("Many", .studyClass, in: [small, large]) { $0.expected = 60 },
        ]
      ], [:]
    ) { $0.places = places.places }
    #expect(
      programme.sessions.filter { $0.identity.session == "Few" }.map(\.places)
        == [[small, large], [small, large]])
    #expect(
      programme.sessions.filter { $0.identity.session == "Many" }.map(\.places)
        == [[large], [large], [large], [large]])
  }

  @Test func whereSeatsAreWishedForVenuesAreNotLeftOut() {
    var places = Plan()
    let small = places.addPlace("Small", seats: 10, streams: true)
    let site = places.addPlace("Site", seats: 10, role: .site, streams: true)
    let programme = attending(
      [
        [
          template("Talk", .run, in: [small, site]),
          template("Film", .studyClass, in: [small]) { $0.streamedTo = [small] },
        ]
      ], [:]
    ) {
      $0.places = places.places
      $0.preferences = [Preference(wish: .enoughSeats, weight: 0)]
    }
    func allowed(_ name: String) -> Set<[PlaceID]> {
      Set(programme.sessions.filter { $0.identity.session == name }.map(\.places))
    }
    // Neither sites nor what is streamed: there seats are still needed.
    #expect(allowed("Talk") == [[small]])
    #expect(allowed("Film") == [[]])
  }
}
