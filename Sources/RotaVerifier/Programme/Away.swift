import RotaPlanning

extension HardRule {
  /// On no teaching day more people of a unit are away than it allows, in all rotations together;
  /// and none on a day of which it excluded a part or the whole.
  static let unitsAway = HardRule(.arithmetic) { recount in
    let days = recount.plan.calendar.days
    let runs = recount.programme.runs
    var ofUnit = [[Int: Int]](repeating: [:], count: recount.plan.units.count)
    for (position, run) in runs.enumerated() {
      for share in run.shares {
        guard let unit = share.unit, ofUnit.indices.contains(unit.value) else { continue }
        ofUnit[unit.value][position, default: 0] += share.people
      }
    }
    return zip(recount.plan.units, ofUnit).flatMap { unit, people -> [Violation] in
      var broken: [Violation] = []
      var stays: [Clashes.Stay] = []
      for (position, people) in people.sorted(by: { $0.key < $1.key }) where people > 0 {
        let run = runs[position]
        stays.append(
          Clashes.Stay(
            held: position, start: run.days.lowerBound, end: run.days.upperBound, amount: people))
        for index in run.days.clamped(to: days.indices)
        where recount.isExcluded(dayIndex: index, by: unit.excluded) {
          broken.append(
            Violation(
              .arithmetic,
              subject: "\(unit.name) in \(recount.name(of: RunID(position))) on "
                + days[index].day.iso, needed: 0, available: people))
        }
      }
      return broken
        + Clashes.excesses(stays, limit: unit.mostAway).map {
          Violation(
            .arithmetic, subject: "people of \(unit.name) away at once", needed: $0.used,
            available: unit.mostAway)
        }
    }
  }
}

extension Recount {
  fileprivate func isExcluded(dayIndex: Int, by windows: [Window]) -> Bool {
    let day = plan.calendar.days[dayIndex]
    return windows.contains { window in
      guard window.includes(day.day) else { return false }
      guard let times = window.times else { return true }
      return day.slots.contains { plan.calendar.slots[$0].times.overlaps(times) }
    }
  }
}
