import RotaPlanning

extension HardRule {
  /// Everybody of every unit of a rotation is in exactly one of its runs, and nobody else is.
  static let peopleTrained = HardRule(.arithmetic) { recount in
    recount.rotations.flatMap { rotation, runs -> [Violation] in
      var expected: [UnitID?: Int] = [:]
      switch rotation.trainees {
      case .people(let people): expected[UnitID?.none] = people
      case .units(let units): for unit in units { expected[unit] = recount.plan[unit].people }
      }
      let found = sums(of: runs.flatMap(\.shares))
      return recount.units(in: [expected, found]).compactMap { unit in
        let needed = expected[unit] ?? 0
        let available = found[unit] ?? 0
        guard needed != available else { return nil }
        return Violation(
          .arithmetic, subject: "people of \(recount.name(of: unit)) in \(rotation.name)",
          needed: needed, available: available)
      }
    }
  }

  /// A run's people are those of its units' shares and those of its classes, unit by unit; and as
  /// many as the planner said.
  static let peopleInRuns = HardRule(.arithmetic) { recount in
    recount.programme.runs.indices.flatMap { number -> [Violation] in
      let run = recount.programme.runs[number]
      let id = RunID(number)
      let name = recount.name(of: id)
      var broken: [Violation] = []
      func compare(_ subject: String, _ needed: Int, _ available: Int) {
        guard needed != available else { return }
        broken.append(
          Violation(.arithmetic, subject: subject, needed: needed, available: available))
      }
      let classes = recount.classes(of: id)
      compare("people of \(name)", run.shares.reduce(0) { $0 + $1.people }, run.people)
      compare("people in classes of \(name)", run.people, classes.reduce(0) { $0 + $1.people })
      let ofRun = sums(of: run.shares)
      let ofClasses = sums(of: classes.flatMap(\.shares))
      for unit in recount.units(in: [ofRun, ofClasses]) {
        compare(
          "people of \(recount.name(of: unit)) in classes of \(name)", ofRun[unit] ?? 0,
          ofClasses[unit] ?? 0)
      }
      if let said = recount.override(of: run)?.people {
        compare("people of \(name) as said", said, run.people)
      }
      return broken
    }
  }

  /// A run has no people of units that the planner kept out of it.
  static let unitsInRuns = HardRule(.arithmetic) { recount in
    recount.programme.runs.indices.flatMap { number -> [Violation] in
      let run = recount.programme.runs[number]
      guard let allowed = recount.override(of: run)?.units else { return [] }
      return run.shares.compactMap { share in
        guard share.people > 0, let unit = share.unit, !allowed.contains(unit) else { return nil }
        return Violation(
          .arithmetic, subject: "\(recount.name(of: unit)) in \(recount.name(of: RunID(number)))",
          needed: 0, available: share.people)
      }
    }
  }

  private static func sums(of shares: [UnitShare]) -> [UnitID?: Int] {
    shares.reduce(into: [:]) { $0[$1.unit, default: 0] += $1.people }
  }
}

extension Recount {
  /// All units of some tables in the plan's order, people without a unit first.
  fileprivate func units(in tables: [[UnitID?: Int]]) -> [UnitID?] {
    Set(tables.flatMap(\.keys)).sorted { ($0?.value ?? -1) < ($1?.value ?? -1) }
  }

  func name(of unit: UnitID?) -> String { unit.map { plan[$0].name } ?? "no unit" }

  func override(of run: Run) -> Rotation.RunOverride? {
    plan.rotations.indices.contains(run.rotation.value)
      ? plan[run.rotation].runOverrides[run.number] : nil
  }

  func classes(of run: RunID) -> [StudyClass] {
    programme[run].classes.compactMap {
      programme.classes.indices.contains($0.value) ? programme[$0] : nil
    }
  }
}
