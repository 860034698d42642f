import RotaPlanning

extension HardRule {
  /// Each night there is a bed for everybody in house.
  ///
  /// Beds of a school take people of its own rotations and of rotations of no school; beds of no
  /// school take anybody. By Hall's theorem everybody has a bed if and only if what the schools
  /// lack of their own is no more than the beds of no school, and all people are no more than all
  /// beds.
  static let beds = HardRule(.arithmetic) { recount in
    let supply = recount.bedsOfSchools
    guard !supply.isEmpty else { return [] }
    let stays = recount.programme.runs.compactMap { run -> (days: ClosedRange<Day>, run: Run)? in
      recount.calendarDays(of: [run]).first.map { ($0, run) }
    }
    // Most people are in house in a night in which some run begins.
    return Set(stays.map(\.days.lowerBound)).sorted().flatMap { night -> [Violation] in
      var demand: [SchoolID?: Int] = [:]
      for (days, run) in stays where days.lowerBound <= night && night < days.upperBound {
        let school = recount.plan[run.rotation].school
        // Where nobody counts beds for a school, there is no limit.
        if supply[.none] == nil, school != nil, supply[school] == nil { continue }
        demand[school, default: 0] += run.people
      }
      func lack(_ needed: Int, _ available: Int) -> [Violation] {
        guard needed > available else { return [] }
        return [
          Violation(
            .arithmetic, subject: "beds in the night of \(night.iso)", needed: needed,
            available: available)
        ]
      }
      let common = supply[SchoolID?.none] ?? 0
      let short = demand.filter { $0.key != nil && $0.value > supply[$0.key] ?? 0 }
      let own = short.keys.reduce(0) { $0 + (supply[$1] ?? 0) }
      let ofSchools = lack(short.values.reduce(0, +), own + common)
      return ofSchools.isEmpty
        ? lack(demand.values.reduce(0, +), supply.values.reduce(0, +)) : ofSchools
    }
  }
}

extension Recount {
  /// Beds of each school, and of none.
  fileprivate var bedsOfSchools: [SchoolID?: Int] {
    plan.resources.filter { $0.role == .beds }.reduce(into: [:]) {
      $0[$1.school, default: 0] += $1.count
    }
  }
}
