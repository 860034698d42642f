import RotaPlanning

/// Who a rotation trains.
struct Population {
  /// One row a unit, in the plan's order; a single row without a unit for a number of people.
  var rows: [UnitShare]
  var people: Int

  /// More people than this are refused: products of two such numbers still fit into 64 bits.
  static let maximum = 1_000_000_000

  /// Nil where there are more people than the maximum.
  init?(of rotation: Rotation, in plan: Plan) {
    switch rotation.trainees {
    case .people(let count):
      rows = count > 0 ? [UnitShare(unit: nil, people: count)] : []
    case .units(let units):
      var seen: Set<UnitID> = []
      rows = []
      for unit in units
      where plan.units.indices.contains(unit.value) && seen.insert(unit).inserted {
        if plan[unit].people > 0 { rows.append(UnitShare(unit: unit, people: plan[unit].people)) }
      }
    }
    var sum = 0
    for row in rows {
      guard row.people <= Self.maximum - sum else { return nil }
      sum += row.people
    }
    people = sum
  }
}
