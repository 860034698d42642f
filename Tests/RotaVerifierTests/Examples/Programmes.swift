import RotaPlanning

extension Example {
  /// Two runs after each other of two units, thirty people of each unit in each run.
  private static let sound = Sample([Sample.template("Talk", .studyClass)], runs: [0..<5, 5..<10]) {
    plan in
    plan.units = [Unit(name: "Harbour", people: 60), Unit(name: "Mine", people: 60)]
    plan.rotations[0].trainees = .units([UnitID(0), UnitID(1)])
    plan.rotations[0].mostRunsAtOnce = 1
  }
  /// The same, with the runs overlapping by a day.
  private static let together = Sample(
    [Sample.template("Talk", .studyClass)], runs: [0..<5, 4..<9]
  ) { plan in
    plan.units = [Unit(name: "Harbour", people: 60), Unit(name: "Mine", people: 60)]
    plan.rotations[0].trainees = .units([UnitID(0), UnitID(1)])
  }

  private static func fault(
    _ subject: String, times: Int = 1, of sample: Sample = sound,
    _ change: (inout Sample) -> Void
  ) -> Example {
    Example(
      .arithmetic, subject, times: times, subject: subject, wrong: sample.changing(change),
      mended: sample)
  }

  private static func run2(_ change: (inout Rotation.RunOverride) -> Void) -> (inout Sample) -> Void
  {
    var special = Rotation.RunOverride()
    change(&special)
    return { [special] in $0.plan.rotations[0].runOverrides[2] = special }
  }

  private static func class1(_ change: (inout Rotation.ClassOverride) -> Void)
    -> (inout Sample) -> Void
  {
    var special = Rotation.ClassOverride()
    change(&special)
    return { [special] in
      $0.plan.rotations[0].classOverrides[.init(run: 1, number: 1)] = special
    }
  }

  static let programmes: [Example] = runFaults + peopleFaults + limitFaults + sessionFaults

  private static let runFaults: [Example] = [
    fault("runs of R") { $0.plan.rotations[0].runs = .exactly(3) },
    fault("length of R run 1", times: 2) { $0.plan.rotations[0].length = 4 },
    fault("length of R run 2", run2 { $0.length = 3 }),
    fault("start of R run 2", run2 { $0.starts = Sample.monday.advanced(by: 8) }),
    fault("start of R") { $0.plan.rotations[0].starts = Sample.monday.advanced(by: 1) },
    fault("end of R") { $0.plan.rotations[0].ends = Sample.monday.advanced(by: 4) },
    fault("weekday on which R run 1 starts", times: 2) {
      $0.plan.rotations[0].startWeekdays = [.tuesday]
    },
    // Saturday and Sunday lie between.
    fault("runs of R at once") { $0.plan.rotations[0].daysBetween = 3 },
    fault("runs of R at once", of: together) { $0.plan.rotations[0].mostRunsAtOnce = 1 },
    fault("teaching days of R run 2", times: 2) { sample in
      sample.programme.runs[1].days = 8..<13
      for index in 2...3 { sample.programme.sessions[index].days = Array(8..<13) }
      sample.plan.rotations[0].length = 5
      sample.plan.rotations[0].ends = Sample.monday.advanced(by: 11)
    },
  ]

  private static let peopleFaults: [Example] = [
    fault("people of Mine in R") { $0.plan.units[1].people = 61 },
    fault("people of R run 2 as said", run2 { $0.people = 50 }),
    fault("Mine in R run 2", run2 { $0.units = [UnitID(0)] }),
    fault("people of R run 1", times: 2) { $0.programme.runs[0].people = 59 },
    fault("people of R run 1 class 1", times: 3) { $0.programme.classes[0].people = 29 },
    fault("people of Harbour in classes of R run 1", times: 2) {
      $0.programme.classes[0].shares[0].people = 14
      $0.programme.classes[0].shares[1].people = 16
    },
    fault("size of R run 1 class 1", times: 4) { $0.plan.rotations[0].largestClass = 29 },
    fault("people of R run 1 class 1 as said", class1 { $0.people = 25 }),
    fault("name of R run 1 class 1", class1 { $0.name = "Blue" }),
    fault("room of R run 1 class 1", class1 { $0.room = Sample.room1 }),
    fault("absence of R run 1 class 1", class1 { $0.excluded = [Window(weekdays: [.friday])] }),
    fault("modules of R run 1 class 1", class1 { $0.modules = [ModuleID(0)] }),
    fault("classes of R") { $0.plan.rotations[0].classes = 3 },
    fault("classes of R run 2", run2 { $0.classes = 3 }),
    fault("numbers of the classes of R run 1") {
      $0.programme.classes[0].number = 3
      $0.programme.sessions[0].identity.audience = .studyClass(run: 1, number: 3)
    },
  ]

  private static let limitFaults: [Example] = [
    fault("people of Harbour away at once", of: together) {
      $0.plan.units[0].away = .share(basisPoints: 9_999)
    },
    fault("people of Mine away at once") { $0.plan.units[1].away = .people(29) },
    fault("Mine in R run 1 on 2027-03-03") {
      $0.plan.units[1].excluded = [
        Window(dates: Sample.monday.advanced(by: 2)...Sample.monday.advanced(by: 2))
      ]
    },
    fault("beds in the night of 2027-03-01", times: 2) {
      $0.plan.resources = [Sample.resource("beds", .beds, 59)]
    },
    // One run leaves on the day on which the other comes: Friday's night is free for it.
    Example(
      .arithmetic, "nights", times: 1, subject: "beds in the night of 2027-03-04",
      wrong: Sample([], runs: [0..<5, 3..<8]).changing {
        $0.plan.resources = [Sample.resource("beds", .beds, 60)]
      },
      mended: Sample([], runs: [0..<5, 4..<9]).changing {
        $0.plan.resources = [Sample.resource("beds", .beds, 60)]
      }),
    Example(
      .arithmetic, "beds of another school", times: 1, subject: "beds in the night of 2027-03-01",
      wrong: bedsOfSchools(own: 40, common: 10, others: 50),
      mended: bedsOfSchools(own: 40, common: 20, others: 0)),
  ]

  private static func bedsOfSchools(own: Int, common: Int, others: Int) -> Sample {
    Sample([]) { plan in
      plan.schools = [School(name: "North"), School(name: "South")]
      plan.rotations[0].school = SchoolID(0)
      plan.resources = [own, common, others].map { Sample.resource("beds", .beds, $0) }
      plan.resources[0].school = SchoolID(0)
      plan.resources[2].school = SchoolID(1)
    }
  }

  /// Class 1 of run 1 attends these modules, as plan and programme agree.
  private static func attend(_ sample: inout Sample, _ modules: [ModuleID]) {
    var special = Rotation.ClassOverride()
    special.modules = modules
    sample.plan.rotations[0].classOverrides[.init(run: 1, number: 1)] = special
    sample.programme.classes[0].modules = modules
  }

  /// A session for the run that neither class attends, for so many people.
  private static func nobody(expected: Int) -> Sample {
    Sample([Sample.template("Talk") { $0.expected = expected }]).changing { sample in
      for number in 1...2 {
        var special = Rotation.ClassOverride()
        special.modules = []
        sample.plan.rotations[0].classOverrides[.init(run: 1, number: number)] = special
        sample.programme.classes[number - 1].modules = []
      }
      sample.programme.sessions[0].classes = []
      sample.programme.sessions[0].atoms = []
      sample.programme.sessions[0].people = expected
    }
  }

  private static let sessionFaults: [Example] = [
    fault("session missing") { $0.programme.sessions.removeLast() },
    fault("session there twice") { $0.programme.sessions.append($0.programme.sessions[0]) },
    fault("session missing", times: 4) { $0.plan.modules[0].sessions[0].meetings = 2 },
    fault("session not in the plan", times: 2) {
      $0.programme.sessions[0].identity.meeting = 2
    },
    fault("number of people") { $0.programme.sessions[0].people = 29 },
    fault("number of people", times: 4) { $0.plan.modules[0].sessions[0].expected = 31 },
    fault("session not in the plan", times: 1) {
      attend(&$0, [])
      $0.programme.sessions[0].classes = []
      $0.programme.sessions[0].atoms = []
      $0.programme.sessions[0].people = 0
    },
    fault("session missing", of: nobody(expected: 20)) { $0.programme.sessions = [] },
    fault("classes that attend", of: nobody(expected: 20)) {
      $0.programme.sessions[0].classes = [ClassID(0)]
    },
    fault("people who attend") { $0.programme.sessions[0].atoms = [] },
    fault("days of its runs") { $0.programme.sessions[0].days.removeLast() },
    fault("need of a place") { $0.programme.sessions[0].needsPlace = true },
    fault("runs that attend") { $0.programme.sessions[0].runs = [RunID(1)] },
    fault("template") { $0.programme.sessions[0].template = 7 },
    fault("groups of R run 1 class 1", of: Sample([Sample.template("Case", .groups(of: 15))])) {
      $0.programme.sessions[0].people = 14
    },
    fault("groups of R run 1 class 1", of: Sample([Sample.template("Case", .groups(of: 15))])) {
      $0.programme.sessions[0].people = 16
      $0.programme.sessions[1].people = 14
    },
    fault("groups of R run 1 class 1", of: Sample([Sample.template("Case", .groups(of: 15))])) {
      $0.programme.sessions[0].atoms = $0.programme.sessions[1].atoms
    },
  ]
}
