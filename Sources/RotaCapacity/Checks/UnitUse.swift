import RotaDiagnostics
import RotaPlanning

extension Check {
  /// How many people of each unit are away on the day on which most are.
  static let unitUse = Check { context, _ in
    let days = context.calendar.days
    var ofUnit = Array(
      repeating: [(days: Range<Int>, people: Int)](), count: context.plan.units.count)
    for run in context.programme.runs where !run.days.isEmpty {
      for share in run.shares {
        if let unit = share.unit { ofUnit[unit.value].append((run.days, share.people)) }
      }
    }
    return CapacityReport(
      rows: zip(context.plan.units, ofUnit).compactMap { unit, runs in
        // Most are away on a day on which some run begins.
        var most = 0
        var day: Int?
        for start in Set(runs.map(\.days.lowerBound)).sorted() {
          let away = runs.reduce(0) { $0 + ($1.days.contains(start) ? $1.people : 0) }
          if away > most {
            most = away
            day = start
          }
        }
        return day.map {
          DemandRow(
            category: .unit, name: unit.name, demand: most, supply: unit.mostAway,
            measure: "people", window: days[$0].day.iso)
        }
      })
  }
}
