import RotaArithmetic
import RotaDiagnostics
import RotaPlanning
import Testing

@Suite struct UnitSharesTests {
  /// Runs of one day each on fixed Mondays, so that dates leave no choice.
  private func plan(
    units: [(people: Int, away: Int?)], runs: Int, _ change: (inout Plan) -> Void = { _ in }
  ) -> Plan {
    var plan = Plan()
    plan.calendar = calendar("2027-03-01", "2027-06-25")
    var rotation = Rotation(name: "R")
    rotation.trainees = .units(
      units.enumerated().map { index, unit in
        plan.addUnit("U\(index + 1)", unit.people, away: unit.away.map { .people($0) })
      })
    rotation.runs = .exactly(runs)
    rotation.length = 1
    rotation.largestClass = 100
    for run in 1...runs {
      var override = Rotation.RunOverride()
      override.starts = date("2027-03-01").advanced(by: 7 * (run - 1))
      rotation.runOverrides[run] = override
    }
    plan.rotations = [rotation]
    change(&plan)
    return plan
  }

  /// Without limits every share is its proportion, rounded up or down.
  @Test func sharesAreProportional() {
    var random = RandomNumbers(seed: 2)
    for _ in 0..<100 {
      let units = (0..<random.next(1...12)).map { _ in
        (people: random.next(1...200), away: Int?.none)
      }
      let runs = random.next(1...6)
      let people = units.reduce(0) { $0 + $1.people }
      if people < runs { continue }
      let (programme, findings) = RotationArithmetic.programme(for: plan(units: units, runs: runs))
      #expect(findings.isEmpty)
      for run in programme.runs {
        for (unit, entry) in units.enumerated() {
          let share = run.shares.first { $0.unit == UnitID(unit) }?.people ?? 0
          let whole = entry.people * run.people
          #expect(share == whole / people || share == (whole + people - 1) / people)
        }
      }
    }
  }

  @Test func aUnitWithTooLowALimitIsNamed() {
    let (_, findings) = RotationArithmetic.programme(
      for: plan(units: [(790, 237), (100, nil)], runs: 3))
    #expect(
      findings.map(\.message) == [
        "unit U1 sends 790 people, of whom at most 237 may be away at once: 3 runs take at most 711"
      ])
    #expect(findings.first?.severity == .impossible)
  }

  @Test func excludedDaysKeepAUnitFromARun() {
    let shut = Window(dates: date("2027-03-08")...date("2027-03-12"))
    let base = plan(units: [(30, 10), (30, nil)], runs: 4) { $0.units[0].excluded = [shut] }
    let (programme, findings) = RotationArithmetic.programme(for: base)
    #expect(findings.isEmpty)
    let sent = programme.runs.map { $0.shares.first { $0.unit == UnitID(0) }?.people ?? 0 }
    #expect(sent == [10, 0, 10, 10])

    let fewer = plan(units: [(30, 10), (30, nil)], runs: 3) { $0.units[0].excluded = [shut] }
    let message = RotationArithmetic.programme(for: fewer).findings.first?.message
    #expect(
      message
        == "unit U1 sends 30 people, of whom at most 10 may be away at once: 2 runs "
        + "(it cannot send anybody to run 2) take at most 20")
  }

  @Test func runsMoveAroundExcludedDaysWhereTheyMay() {
    var plan = plan(units: [(30, 30)], runs: 1) {
      $0.rotations[0].runOverrides = [:]
      $0.rotations[0].length = 3
      $0.units[0].excluded = [Window(dates: date("2027-03-01")...date("2027-03-02"))]
    }
    plan.calendar = calendar("2027-03-01", "2027-03-05")
    let (programme, findings) = RotationArithmetic.programme(for: plan)
    #expect(findings.isEmpty)
    #expect(programme.runs[0].days == 2..<5)
  }

  @Test func runsAtTheSameTimeShareTheLimit() {
    func plan(atOnce: Int, weeks: Int) -> Plan {
      self.plan(units: [(40, 10), (40, nil)], runs: 4) {
        $0.rotations[0].runOverrides = [:]
        $0.rotations[0].length = 5
        $0.rotations[0].mostRunsAtOnce = atOnce
        $0.calendar = calendar(
          "2027-03-01", date("2027-03-01").advanced(by: 7 * weeks - 3).iso)
      }
    }
    // Two at a time let the unit send ten people a fortnight; one after the other, all.
    let (programme, findings) = RotationArithmetic.programme(for: plan(atOnce: 2, weeks: 4))
    #expect(findings.isEmpty)
    #expect(programme.runs.map(\.days.lowerBound) == [0, 5, 10, 15])
    let tight = RotationArithmetic.programme(for: plan(atOnce: 2, weeks: 2))
    #expect(tight.findings.map(\.kind) == [ArithmeticMessages.sharesNotFound])
    #expect(tight.findings.map(\.severity) == [.broken])
    #expect(tight.programme.trainees == 80)
  }

  @Test func bedsAreSharedByRunsAtTheSameTime() {
    var base = plan(units: [(80, nil)], runs: 4) {
      $0.rotations[0].runOverrides = [:]
      $0.rotations[0].length = 5
      $0.rotations[0].mostRunsAtOnce = 2
      $0.resources = [Resource(name: "beds", role: .beds, count: 30)]
    }
    let (programme, findings) = RotationArithmetic.programme(for: base)
    #expect(findings.isEmpty)
    #expect(programme.runs.map(\.days.lowerBound) == [0, 5, 10, 15])
    base.resources[0].count = 19
    let (_, short) = RotationArithmetic.programme(for: base)
    #expect(
      short.map(\.message) == [
        "run 1 of R has 20 people, and there are 19 beds: 4 runs hold 76 of 80 people"
      ])
  }

  @Test func aRunForSomeUnitsOnly() {
    let base = plan(units: [(20, nil), (20, nil)], runs: 2) {
      $0.rotations[0].runOverrides[1]?.units = [UnitID(1)]
    }
    let (programme, findings) = RotationArithmetic.programme(for: base)
    #expect(findings.isEmpty)
    #expect(programme.runs[0].shares == [UnitShare(unit: UnitID(1), people: 20)])
  }

  @Test func severalUnitsTogetherAreProvedByACut() {
    // Each unit fits alone, both together do not: the hall takes 25 of the 40 in run 2.
    let base = plan(units: [(20, nil), (20, nil), (10, nil)], runs: 2) {
      $0.rotations[0].runOverrides[1]?.units = [UnitID(2)]
      let hall = $0.addPlace("Hall", seats: 25)
      $0.rotations[0].modules = [$0.addModule("M", [template("Talk", .run, in: [hall])])]
    }
    let (_, findings) = RotationArithmetic.programme(for: base)
    #expect(findings.map(\.kind) == [ArithmeticMessages.unitCannotSend])
    #expect(
      findings.first?.message
        == "U1 and U2 together send 40 people, but the runs of R can take at most 25 of them, "
        + "counting all places of run 2 and their limits elsewhere")
  }

  @Test func theFewestRunsRespectEveryBound() {
    func runs(_ change: (inout Plan) -> Void) -> Int {
      let plan = plan(units: [(100, nil), (60, nil)], runs: 1) {
        $0.rotations[0].runOverrides = [:]
        $0.rotations[0].runs = .asNeeded
        $0.rotations[0].length = 2
        change(&$0)
      }
      let (programme, findings) = RotationArithmetic.programme(for: plan)
      #expect(findings.isEmpty)
      return programme.runs.count
    }
    #expect(runs { _ in } == 1)
    #expect(runs { $0.units[0].away = .people(30) } == 4)
    #expect(runs { $0.resources = [Resource(name: "beds", role: .beds, count: 50)] } == 4)
    #expect(
      runs {
        let hall = $0.addPlace("Hall", seats: 79)
        $0.rotations[0].modules = [$0.addModule("M", [template("Talk", .run, in: [hall])])]
      } == 3)
  }

  @Test func runsAsNeededThatDoNotFitSayWhy() {
    let plan = plan(units: [(100, 30)], runs: 1) {
      $0.rotations[0].runOverrides = [:]
      $0.rotations[0].runs = .asNeeded
      $0.rotations[0].length = 5
      $0.calendar = calendar("2027-03-01", "2027-03-19")
    }
    let (_, findings) = RotationArithmetic.programme(for: plan)
    #expect(
      findings.map(\.message) == [
        "rotation R needs at least 4 runs (unit U1 has 100 people, at most 30 away at once), "
          + "but the calendar has room for 3"
      ])
  }

  /// Small rotations against all ways to divide their units.
  @Test func sharesAgreeWithTrying() {
    var random = RandomNumbers(seed: 5)
    var possible = 0
    for _ in 0..<500 {
      let runs = random.next(1...3)
      let units = (0..<random.next(1...3)).map { _ in
        (people: random.next(1...5), away: random.chance(60) ? random.next(1...4) : nil)
      }
      let people = units.reduce(0) { $0 + $1.people }
      if people < runs { continue }
      let seats = random.chance(50) ? random.next(1...8) : Int.max
      let barred = units.map { _ in (1...runs).filter { _ in random.chance(15) } }
      let only: (run: Int, units: [Int])? =
        random.chance(25)
        ? (random.next(1...runs), units.indices.filter { _ in random.chance(60) })
        : nil
      let fixed: (run: Int, people: Int)? =
        random.chance(25) ? (random.next(1...runs), random.next(1...6)) : nil
      let plan = plan(units: units, runs: runs) { plan in
        for (unit, list) in barred.enumerated() {
          plan.units[unit].excluded = list.map {
            let day = date("2027-03-01").advanced(by: 7 * ($0 - 1))
            return Window(dates: day...day)
          }
        }
        if let only {
          plan.rotations[0].runOverrides[only.run]?.units = only.units.map { UnitID($0) }
        }
        if let fixed { plan.rotations[0].runOverrides[fixed.run]?.people = fixed.people }
        if seats < Int.max {
          let hall = plan.addPlace("Hall", seats: seats)
          plan.rotations[0].modules = [plan.addModule("M", [template("Talk", .run, in: [hall])])]
        }
      }
      func limit(_ unit: Int, _ run: Int) -> Int {
        if barred[unit].contains(run) { return 0 }
        if let only, only.run == run, !only.units.contains(unit) { return 0 }
        return units[unit].away ?? units[unit].people
      }
      func exists(_ unit: Int, _ totals: [Int]) -> Bool {
        if unit == units.count {
          return totals.indices.allSatisfy {
            totals[$0] >= 1 && totals[$0] <= seats
              && (fixed?.run == $0 + 1 ? fixed?.people == totals[$0] : true)
          }
        }
        func place(_ run: Int, _ left: Int, _ totals: [Int]) -> Bool {
          if run > runs { return left == 0 && exists(unit + 1, totals) }
          return (0...min(left, limit(unit, run))).contains { count in
            var totals = totals
            totals[run - 1] += count
            return place(run + 1, left - count, totals)
          }
        }
        return place(1, units[unit].people, totals)
      }
      let expected = exists(0, Array(repeating: 0, count: runs))
      let (programme, findings) = RotationArithmetic.programme(for: plan)
      let about: Comment = "\(units) \(runs) \(seats) \(barred) \(String(describing: only))"
      // A plan that can be is never called impossible; what was not found is rare and said to be so.
      if expected { #expect(findings.allSatisfy { $0.severity == .broken }, about) }
      if findings.isEmpty {
        possible += 1
        #expect(expected, about)
        for run in programme.runs {
          for share in run.shares {
            #expect(share.people <= limit(share.unit?.value ?? 0, run.number), about)
          }
          #expect(run.people <= seats, about)
        }
      } else if !expected {
        #expect(!findings.isEmpty)
      }
    }
    #expect(possible > 100)
  }
}
