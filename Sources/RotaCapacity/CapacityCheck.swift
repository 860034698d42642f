import RotaDiagnostics
import RotaPlanning

/// Sets demand against supply, and proves what cannot be, without making a timetable.
///
/// Every proof is sound: it forgets rules, and never adds any. That no proof is found does not mean
/// that a timetable exists.
public enum CapacityCheck {
  public static func report(plan: Plan, programme: Programme) -> CapacityReport {
    var memory = CapacityMemory()
    return report(plan: plan, programme: programme, memory: &memory)
  }

  /// The same, with what is known from plans before this one.
  public static func report(
    plan: Plan, programme: Programme, memory: inout CapacityMemory
  ) -> CapacityReport {
    // Where nobody comes nothing is asked of anything, however much there is.
    if programme.runs.isEmpty, programme.sessions.isEmpty { return CapacityReport() }
    memory.keep(for: plan.calendar)
    let context = CapacityContext(plan: plan, programme: programme, memory: &memory)
    var report = CapacityReport()
    for check in Check.all {
      let part = check.report(context, &memory)
      report.rows += part.rows
      report.findings += part.findings
    }
    markTightest(&report.rows)
    return report
  }

  private static func markTightest(_ rows: inout [DemandRow]) {
    for category in DemandRow.Category.allCases {
      let shares = rows.filter { $0.category == category }.map { $0.shareBasisPoints ?? Int.max }
      guard let most = shares.max(), most > 0 else { continue }
      for index in rows.indices where rows[index].category == category {
        rows[index].isTightest = (rows[index].shareBasisPoints ?? Int.max) == most
      }
    }
  }
}

/// One question asked of a plan.
struct Check: Sendable {
  let report: @Sendable (CapacityContext, inout CapacityMemory) -> CapacityReport

  /// In the order in which their rows and findings are shown.
  static let all: [Check] = [
    placesFit, teachersKnown, rulesAgree, startsAllowed, ordersFit, placeUse, teacherUse,
    teacherLimits, busUse,
    bedUse, resourceUse, unitUse, classUse,
  ]
}
