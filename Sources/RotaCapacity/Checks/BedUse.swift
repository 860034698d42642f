import RotaDiagnostics
import RotaPlanning

extension Check {
  /// How many people sleep at the school in the fullest night.
  static let bedUse = Check { context, _ in
    let beds = context.plan.resources.filter { $0.role == .beds }
    guard !beds.isEmpty else { return CapacityReport() }
    let supply = beds.reduce(0) { min($0 + min($1.count, Pool.mostCapacity), Pool.mostCapacity) }
    let days = context.calendar.days
    let table = BedTable(of: context.plan)
    let runs = context.programme.runs.filter {
      $0.days.count > 1 && table.hasBeds(for: context.plan[$0.rotation].school)
    }
    // The fullest night is one in which some run begins.
    var most = 0
    var night: Int?
    for first in Set(runs.map(\.days.lowerBound)).sorted() {
      let people = runs.reduce(0) {
        $0 + ($1.days.lowerBound <= first && first < $1.days.upperBound - 1 ? $1.people : 0)
      }
      if people > most {
        most = people
        night = first
      }
    }
    return CapacityReport(rows: [
      DemandRow(
        category: .beds, name: "beds", demand: most, supply: supply, measure: "people",
        window: night.map { days[$0].day.iso })
    ])
  }
}
