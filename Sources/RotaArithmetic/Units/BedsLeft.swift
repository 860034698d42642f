import RotaPlanning

extension RotationCase {
  /// Beds that runs of other rotations leave for a run on some days; nil where nothing limits it.
  ///
  /// Beds of a school take its own trainees and those of rotations of no school; beds of no school
  /// take anybody. So the trainees of all schools may lack no more beds of their own than there are
  /// of no school, and all together need no more than there are.
  func bedsLeft(on days: Range<Int>) -> Int? {
    guard ceiling.beds != nil else { return nil }
    func supply(_ beds: Int?) -> Int { min(beds ?? 0, Population.maximum) }
    // For a school without any beds to sleep in, none are counted.
    func demand(_ school: SchoolID?) -> Int {
      beds.hasBeds(for: school) ? earlier.asleep(in: school, on: days) : 0
    }
    if let own = rotation.school, sleepsAlone {
      return max(0, supply(beds.ofSchools[own]) - demand(own))
    }
    let schools = earlier.asleep.keys
    let left = min(beds.total, 1 << 50) - schools.reduce(0) { $0 + demand($1) }
    guard let own = rotation.school else { return max(0, left) }
    let lacking = schools.reduce(0) { sum, school in
      guard let school, school != own else { return sum }
      return sum + max(0, demand(school) - supply(beds.ofSchools[school]))
    }
    let forOwn = supply(beds.ofSchools[own]) + supply(beds.ofNone) - lacking
    return max(0, min(left, forOwn - demand(own)))
  }

  /// Whether nobody else sleeps in the beds of the rotation's school, and its people sleep nowhere
  /// else.
  var sleepsAlone: Bool { beds.ofNone == nil && earlier.asleep[SchoolID?.none] == nil }
}
