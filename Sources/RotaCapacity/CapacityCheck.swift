import RotaDiagnostics
import RotaPlanning

/// Sets demand against supply, and proves what cannot be, without making a timetable.
public enum CapacityCheck {
  public static func report(plan: Plan, programme: Programme) -> CapacityReport {
    CapacityReport(rows: [], findings: [])
  }
}
