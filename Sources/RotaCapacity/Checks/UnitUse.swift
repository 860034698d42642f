import RotaDiagnostics
import RotaPlanning

extension Check {
  /// How many people of each unit are away on the day on which most are.
  static let unitUse = Check { context in
    let days = context.calendar.days
    let starts = Set(context.programme.runs.filter { !$0.days.isEmpty }.map(\.days.lowerBound))
      .sorted()
    var rows: [DemandRow] = []
    for (number, unit) in context.plan.units.enumerated() {
      var most = 0
      var day: Int?
      for start in starts {
        var away = 0
        for run in context.programme.runs where run.days.contains(start) {
          for share in run.shares where share.unit == UnitID(number) { away += share.people }
        }
        if away > most {
          most = away
          day = start
        }
      }
      guard let day else { continue }
      rows.append(
        DemandRow(
          category: .unit, name: unit.name, demand: most, supply: unit.mostAway,
          measure: "people", window: days[day].day.iso))
    }
    return CapacityReport(rows: rows)
  }
}
