import RotaPlanning

extension RotationCase {
  /// Beds that runs of other rotations leave for a run on some days; nil where nothing limits it.
  ///
  /// Beds of a school take its own trainees and those of rotations of no school; beds of no school
  /// take anybody. So the trainees of all schools may lack no more beds of their own than there are
  /// of no school, and all together need no more than there are.
  func bedsLeft(on days: Range<Int>) -> Int? {
    guard ceiling.beds != nil else { return nil }
    var supply: [SchoolID?: Int] = [:]
    for beds in plan.resources where beds.role == .beds {
      supply[beds.school, default: 0] += min(beds.count, Population.maximum)
    }
    var demand: [SchoolID?: Int] = [:]
    for run in others where run.days.overlaps(days) && run.days.count > 1 {
      let school = plan[run.rotation].school
      // For a school without any beds to sleep in, none are counted.
      if plan.beds(for: plan[run.rotation]) != nil { demand[school, default: 0] += run.people }
    }
    let left = supply.values.reduce(0, +) - demand.values.reduce(0, +)
    guard let own = rotation.school else { return max(0, left) }
    let lacking = demand.reduce(0) { sum, entry in
      guard let school = entry.key, school != own else { return sum }
      return sum + max(0, entry.value - (supply[school] ?? 0))
    }
    let forOwn = (supply[own] ?? 0) + (supply[SchoolID?.none] ?? 0) - lacking
    return max(0, min(left, forOwn - (demand[own] ?? 0)))
  }
}
