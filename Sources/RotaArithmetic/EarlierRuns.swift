import RotaPlanning

/// People of rotations worked out before, who are in house or away on the same days.
struct EarlierRuns: Equatable, Sendable {
  /// People for the days of a run.
  struct Stay: Equatable, Sendable {
    var days: Range<Int>
    var people: Int
  }

  private var ofUnits: [UnitID: [Stay]] = [:]
  /// Those who stay overnight, by the school of their rotation.
  private(set) var asleep: [SchoolID?: [Stay]] = [:]

  mutating func add(_ run: Run, of plan: Plan) {
    for share in run.shares {
      guard let unit = share.unit else { continue }
      ofUnits[unit, default: []].append(Stay(days: run.days, people: share.people))
    }
    if run.days.count > 1 {
      asleep[plan[run.rotation].school, default: []].append(
        Stay(days: run.days, people: run.people))
    }
  }

  /// What of it can make a difference to a rotation.
  func concerning(_ rotation: RotationCase) -> EarlierRuns {
    var some = EarlierRuns()
    for unit in rotation.population.rows.compactMap(\.unit) { some.ofUnits[unit] = ofUnits[unit] }
    if rotation.ceiling.beds == nil { return some }
    if let own = rotation.rotation.school, rotation.sleepsAlone {
      some.asleep[own] = asleep[own]
    } else {
      some.asleep = asleep
    }
    return some
  }

  /// People of a unit in all runs that share some of these days.
  func away(of unit: UnitID, on days: Range<Int>) -> Int { Self.people(ofUnits[unit], on: days) }

  /// People of a school's rotations, or of those of no school, in all runs that share some of these
  /// days.
  func asleep(in school: SchoolID?, on days: Range<Int>) -> Int {
    Self.people(asleep[school], on: days)
  }

  private static func people(_ stays: [Stay]?, on days: Range<Int>) -> Int {
    (stays ?? []).reduce(0) { $0 + ($1.days.overlaps(days) ? $1.people : 0) }
  }
}
