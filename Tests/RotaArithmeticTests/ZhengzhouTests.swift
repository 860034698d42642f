import RotaArithmetic
import RotaPlanning
import Testing

/// The rotation of Zhengzhou of 2023: 2,290 people in five runs of five days.
func zhengzhou() -> Plan {
  var plan = Plan()
  plan.calendar = calendar(
    "2023-02-23", "2023-04-04", workdays: [.init(dates: date("2023-04-01")...date("2023-04-01"))])
  let hall = plan.addPlace("Hall", seats: 500)
  let rooms = (1...10).map { plan.addPlace("Room \($0)", seats: 65) }
  let sizes = [("Zones", 420), ("Districts", 680), ("Departments", 790), ("Companies", 400)]
  let units = sizes.map { plan.addUnit($0.0, $0.1, away: .share(basisPoints: 3000)) }
  let module = plan.addModule(
    "M",
    [
      template("Talk", .run, in: [hall]),
      template("Discussion", .studyClass, in: rooms) { $0.meetings = 2 },
    ])
  var rotation = Rotation(name: "R")
  rotation.trainees = .units(units)
  rotation.runs = .exactly(5)
  rotation.length = 5
  rotation.largestClass = 62
  rotation.modules = [module]
  rotation.ends = date("2023-04-04")
  plan.rotations = [rotation]
  return plan
}

@Suite struct ZhengzhouTests {
  let plan = zhengzhou()

  @Test func comesToThirtySevenClasses() {
    let (programme, findings) = RotationArithmetic.programme(for: plan)
    #expect(findings.isEmpty)
    #expect(programme.trainees == 2290)
    #expect(programme.classes.count == 37)
    #expect(programme.runs.map(\.classes.count) == [7, 7, 7, 8, 8])
    #expect(programme.runs.map(\.people) == [434, 434, 434, 494, 494])
    #expect(programme.classes.filter { $0.people == 62 }.count == 33)
    #expect(programme.classes.filter { $0.people == 61 }.count == 4)
    #expect(programme.sessions.count == 5 + 2 * 37)
  }

  @Test func endsOnTheDayAskedFor() {
    let (programme, _) = RotationArithmetic.programme(for: plan)
    let days = plan.calendar.days
    #expect(days[programme.runs[4].days.upperBound - 1].day == date("2023-04-04"))
    #expect(days[programme.runs[0].days.lowerBound].day == date("2023-02-23"))
    for (run, next) in zip(programme.runs, programme.runs.dropFirst()) {
      #expect(run.days.upperBound <= next.days.lowerBound)
    }
    // Thirty teaching days leave five free, spread over four gaps.
    let gaps = zip(programme.runs, programme.runs.dropFirst()).map {
      $1.days.lowerBound - $0.days.upperBound
    }
    #expect(gaps.reduce(0, +) == 5)
    #expect(gaps.allSatisfy { $0 == 1 || $0 == 2 })
  }

  @Test func keepsUnitsWithinTheirLimits() {
    let (programme, _) = RotationArithmetic.programme(for: plan)
    for run in programme.runs {
      #expect(run.shares.reduce(0) { $0 + $1.people } == run.people)
      for share in run.shares {
        guard let unit = share.unit else { continue }
        #expect(share.people * 10 <= plan[unit].people * 3)
        let whole = plan[unit].people * run.people
        #expect(share.people == whole / 2290 || share.people == whole / 2290 + 1)
        let sizes = run.classes.map { id in
          programme[id].shares.first { $0.unit == unit }?.people ?? 0
        }
        #expect(sizes.reduce(0, +) == share.people)
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
      }
    }
    for one in programme.classes {
      #expect(one.shares.reduce(0) { $0 + $1.people } == one.people)
    }
  }

  @Test func aSmallerHallIsProvedTooSmall() throws {
    var plan = plan
    plan.places[0].seats = 400
    let (programme, findings) = RotationArithmetic.programme(for: plan)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.kind == ArithmeticMessages.runTooLarge)
    #expect(finding.severity == .impossible)
    #expect(
      finding.message == """
        run 4 of R (494 people) must meet in one place for Talk, and the largest, Hall, seats 400: \
        5 runs hold 2,000 of 2,290 people
        """)
    #expect(programme.runs.map(\.people) == [434, 434, 434, 494, 494])
    #expect(!programme.sessions.isEmpty)
  }
}
