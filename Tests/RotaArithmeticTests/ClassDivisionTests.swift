import RotaArithmetic
import RotaDiagnostics
import RotaPlanning
import Testing

@Suite struct ClassDivisionTests {
  private func run(
    _ people: Int, _ change: (inout Rotation) -> Void
  ) -> (programme: Programme, findings: [Diagnostic]) {
    RotationArithmetic.programme(for: plan(people: people, change))
  }

  @Test func takesTheFewestClasses() {
    let (programme, findings) = run(125) { $0.largestClass = 62 }
    #expect(findings.isEmpty)
    #expect(programme.classes.map(\.people) == [42, 42, 41])
  }

  @Test func everyRunHasAClass() {
    let (programme, findings) = run(10) {
      $0.runs = .exactly(3)
      $0.largestClass = 62
    }
    #expect(findings.isEmpty)
    #expect(programme.runs.map(\.people) == [3, 3, 4])
  }

  @Test func aNumberOfClassesIsKept() {
    let (programme, findings) = run(100) {
      $0.runs = .exactly(3)
      $0.classes = 10
    }
    #expect(findings.isEmpty)
    #expect(programme.runs.map(\.classes.count) == [3, 3, 4])
    #expect(programme.classes.allSatisfy { $0.people == 10 })
  }

  @Test func runsAndClassesCanBeGivenTheirPeople() {
    let (programme, findings) = run(100) {
      $0.runs = .exactly(3)
      $0.largestClass = 20
      var first = Rotation.RunOverride()
      first.people = 50
      var second = Rotation.RunOverride()
      second.classes = 2
      $0.runOverrides = [1: first, 2: second]
      var small = Rotation.ClassOverride()
      small.people = 5
      small.name = "Blue"
      $0.classOverrides = [.init(run: 2, number: 1): small]
    }
    #expect(findings.isEmpty)
    #expect(programme.runs[0].people == 50)
    #expect(programme.runs[0].classes.count == 3)
    #expect(programme.runs[1].classes.count == 2)
    let blue = programme[programme.runs[1].classes[0]]
    #expect(blue.people == 5)
    #expect(blue.name == "Blue")
    #expect(programme.trainees == 100)
  }

  @Test func numbersThatContradictEachOtherAreToldWithNumbers() {
    let few = run(100) {
      $0.classes = 4
      $0.largestClass = 20
    }
    #expect(
      few.findings.map(\.message) == [
        "4 classes of at most 20 people hold 80, but rotation R trains 100 people"
      ])

    let runs = run(100) {
      $0.runs = .exactly(2)
      $0.largestClass = 20
      var first = Rotation.RunOverride()
      first.people = 50
      first.classes = 2
      $0.runOverrides = [1: first]
    }
    #expect(
      runs.findings.map(\.message) == [
        "run 1 of R is to have 50 people, but its classes have 2 to 40"
      ])

    let sums = run(100) {
      $0.runs = .exactly(2)
      $0.largestClass = 60
      var half = Rotation.RunOverride()
      half.people = 40
      $0.runOverrides = [1: half, 2: half]
    }
    #expect(
      sums.findings.map(\.message) == [
        "what is said of single runs and classes of R makes 80 people, but it trains 100"
      ])
    for findings in [few.findings, runs.findings, sums.findings] {
      #expect(findings.allSatisfy { $0.severity == .impossible })
      #expect(findings.allSatisfy { $0.kind == ArithmeticMessages.classesDoNotAddUp })
    }
  }

  @Test func runsAndClassesThatAreNotThereAreNamed() {
    let (_, findings) = run(100) {
      $0.runs = .exactly(2)
      $0.largestClass = 50
      $0.runOverrides = [3: Rotation.RunOverride()]
      $0.classOverrides = [.init(run: 1, number: 2): Rotation.ClassOverride()]
    }
    #expect(
      findings.map(\.message) == [
        "run 3 of R is spoken of, but there are 2 runs",
        "class 2 of run 1 of R is spoken of, but that run has 1 class",
      ])
  }

  @Test func aClassOfItsOwnSizeKeepsTheLimit() {
    let (_, findings) = run(100) {
      $0.largestClass = 50
      var large = Rotation.ClassOverride()
      large.people = 60
      $0.classOverrides = [.init(run: 1, number: 1): large]
    }
    #expect(
      findings.first?.message
        == "class 1 of run 1 of R is to have 60 people, but classes have at most 50")
  }

  @Test func moreClassesThanTheFewestFillRunsUpToTheHall() {
    // Six runs of the fewest classes, 38, leave 401 people to a run; 39 classes leave 400.
    var six = zhengzhou()
    six.places[0].seats = 400
    six.rotations[0].runs = .exactly(6)
    six.rotations[0].length = 3
    let (programme, findings) = RotationArithmetic.programme(for: six)
    #expect(findings.isEmpty)
    #expect(programme.classes.count == 39)
    #expect(programme.runs.allSatisfy { $0.people <= 400 })
  }

  @Test func absurdNumbersAreRefused() {
    let people = run(1_000_000_000) { $0.largestClass = 1 }
    #expect(people.findings.map(\.kind) == [ArithmeticMessages.planTooLarge])
    let more = run(Int.max) { $0.largestClass = 50 }
    #expect(more.findings.map(\.kind) == [ArithmeticMessages.planTooLarge])
    let runs = run(1_000_000_000) { $0.runs = .exactly(1_000_000) }
    #expect(runs.findings.map(\.kind) == [ArithmeticMessages.planTooLarge])
    let classes = run(1_000_000_000) { $0.classes = Int.max }
    #expect(classes.findings.count == 1)
    let long = run(100) {
      $0.length = Int.max
      $0.daysBetween = Int.max
      $0.mostRunsAtOnce = Int.max
      $0.runs = .exactly(3)
    }
    #expect(long.findings.map(\.kind) == [ArithmeticMessages.runsDoNotFit])
    let one = run(1_000_000_000) { $0.largestClass = 1_000_000_000 }
    #expect(one.findings.isEmpty)
    let nobody = run(0) { $0.largestClass = 10 }
    #expect(nobody.findings.map(\.kind) == [ArithmeticMessages.noTrainees])
    let negative = run(-5) { $0.largestClass = 10 }
    #expect(negative.findings.map(\.kind) == [ArithmeticMessages.noTrainees])
  }

  @Test func tooManySessionsAreRefused() {
    var plan = plan(people: 1000) { $0.largestClass = 10 }
    let module = plan.addModule("M", [template("Study", .studyClass) { $0.meetings = Int.max }])
    plan.rotations[0].modules = [module]
    let (programme, findings) = RotationArithmetic.programme(for: plan)
    #expect(findings.map(\.kind) == [ArithmeticMessages.planTooLarge])
    #expect(programme.classes.count == 100)
    #expect(programme.sessions.isEmpty)
  }

  /// The fewest classes of random small rotations, against all ways to give runs their people.
  @Test func fewestClassesAgreeWithTrying() {
    var random = RandomNumbers(seed: 11)
    for _ in 0..<400 {
      let people = random.next(1...24)
      let size = random.next(1...7)
      let runs = random.next(1...3)
      let seats = random.chance(60) ? random.next(1...14) : Int.max
      var fixed: [Int: Int] = [:]
      if random.chance(40) { fixed[random.next(1...runs)] = random.next(1...12) }
      var plan = plan(people: people) {
        $0.runs = .exactly(runs)
        $0.largestClass = size
        for (run, people) in fixed {
          var override = Rotation.RunOverride()
          override.people = people
          $0.runOverrides[run] = override
        }
      }
      if seats < Int.max {
        let hall = plan.addPlace("Hall", seats: seats)
        plan.rotations[0].modules = [plan.addModule("M", [template("Talk", .run, in: [hall])])]
      }
      var best = Int.max
      func search(_ run: Int, _ left: Int, _ classes: Int) {
        if run > runs {
          if left == 0 { best = min(best, classes) }
          return
        }
        for count in stride(from: 1, through: min(left, seats), by: 1)
        where fixed[run] ?? count == count {
          search(run + 1, left - count, classes + (count + size - 1) / size)
        }
      }
      search(1, people, 0)
      let (programme, findings) = RotationArithmetic.programme(for: plan)
      #expect(findings.isEmpty == (best < Int.max), "\(people) \(size) \(runs) \(seats) \(fixed)")
      if findings.isEmpty {
        #expect(
          programme.classes.count == best, "\(people) \(size) \(runs) \(seats) \(fixed)")
        #expect(programme.runs.allSatisfy { $0.people <= seats })
      }
      #expect(findings.allSatisfy { $0.severity == .impossible })
    }
  }
}
