import RotaPlanning

extension HardRule {
  /// A rotation has as many runs as the planner said, numbered from 1.
  static let numberOfRuns = HardRule(.arithmetic) { recount in
    recount.rotations.flatMap { rotation, runs -> [Violation] in
      var broken: [Violation] = []
      if case .exactly(let number) = rotation.runs, runs.count != number {
        broken.append(
          Violation(
            .arithmetic, subject: "runs of \(rotation.name)", needed: number,
            available: runs.count))
      }
      if runs.map(\.number) != Array(1..<(runs.count + 1)) {
        broken.append(Violation(.arithmetic, subject: "numbers of the runs of \(rotation.name)"))
      }
      return broken
    }
  }

  /// Runs take consecutive teaching days of the calendar, as many as said, and begin and end when
  /// said.
  static let datesOfRuns = HardRule(.arithmetic) { recount in
    let days = recount.plan.calendar.days
    return recount.rotations.flatMap { rotation, runs -> [Violation] in
      var broken: [Violation] = []
      for run in runs {
        let name = "\(rotation.name) run \(run.number)"
        let special = rotation.runOverrides[run.number]
        guard !run.days.isEmpty, days.indices.contains(run.days.lowerBound),
          run.days.upperBound <= days.count
        else {
          broken.append(Violation(.arithmetic, subject: "teaching days of \(name)"))
          continue
        }
        let length = special?.length ?? rotation.length
        if run.days.count != length {
          broken.append(
            Violation(
              .arithmetic, subject: "length of \(name)", needed: length,
              available: run.days.count))
        }
        let first = days[run.days.lowerBound].day
        if let starts = special?.starts, starts != first {
          broken.append(Violation(.arithmetic, subject: "start of \(name)"))
        } else if special?.starts == nil,
          rotation.startWeekdays?.contains(first.weekday) == false
        {
          broken.append(Violation(.arithmetic, subject: "weekday on which \(name) starts"))
        }
      }
      let starts = recount.calendarDays(of: runs).map(\.lowerBound)
      if let starts = starts.min(), let said = rotation.starts, starts != said,
        rotation.runOverrides[1]?.starts == nil
      {
        broken.append(Violation(.arithmetic, subject: "start of \(rotation.name)"))
      }
      let ends = recount.calendarDays(of: runs).map(\.upperBound)
      if let ends = ends.max(), let said = rotation.ends, ends != said {
        broken.append(Violation(.arithmetic, subject: "end of \(rotation.name)"))
      }
      return broken
    }
  }

  /// No more runs of a rotation are in house at once than it allows, with the free days between.
  static let runsAtOnce = HardRule(.arithmetic) { recount in
    recount.rotations.flatMap { rotation, runs in
      let stays = recount.calendarDays(of: runs).enumerated().map { position, days in
        Clashes.Stay(
          held: position, start: days.lowerBound.number,
          end: days.upperBound.number + 1 + rotation.daysBetween)
      }
      return Clashes.excesses(stays, limit: rotation.mostRunsAtOnce).map {
        Violation(
          .arithmetic, subject: "runs of \(rotation.name) at once", needed: $0.used,
          available: rotation.mostRunsAtOnce)
      }
    }
  }
}

extension Recount {
  /// Each rotation with its runs, in the programme's order.
  var rotations: [(Rotation, [Run])] {
    var runs = [[Run]](repeating: [], count: plan.rotations.count)
    for run in programme.runs where runs.indices.contains(run.rotation.value) {
      runs[run.rotation.value].append(run)
    }
    return Array(zip(plan.rotations, runs))
  }

  /// First and last day of each run; runs outside the calendar are left out.
  func calendarDays(of runs: [Run]) -> [ClosedRange<Day>] {
    let days = plan.calendar.days
    return runs.compactMap { run in
      guard !run.days.isEmpty, run.days.lowerBound >= 0, run.days.upperBound <= days.count else {
        return nil
      }
      return days[run.days.lowerBound].day...days[run.days.upperBound - 1].day
    }
  }
}
