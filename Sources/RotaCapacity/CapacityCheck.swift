import RotaDiagnostics
import RotaPlanning

/// Sets demand against supply, and proves what cannot be, without making a timetable.
///
/// Every proof is sound: it forgets rules, and never adds any. That no proof is found does not mean
/// that a timetable exists.
public enum CapacityCheck {
  public static func report(plan: Plan, programme: Programme) -> CapacityReport {
    Cancellation.never { (cancellation) throws(Cancellation.Requested) in
      var memory = CapacityMemory()
      return try report(plan: plan, programme: programme, memory: &memory, cancellation)
    }
  }

  /// The same, with what is known from plans before this one.
  public static func report(
    plan: Plan, programme: Programme, memory: inout CapacityMemory, _ cancellation: Cancellation
  ) throws(Cancellation.Requested) -> CapacityReport {
    // Where nobody comes nothing is asked of anything, however much there is.
    if programme.runs.isEmpty, programme.sessions.isEmpty { return CapacityReport() }
    memory.keep(for: plan.calendar)
    let context = try CapacityContext(
      plan: plan, programme: programme, memory: &memory, cancellation)
    var report = CapacityReport()
    for check in Check.all {
      try cancellation.check()
      let part = try check.report(context, &memory)
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
  let report:
    @Sendable (CapacityContext, inout CapacityMemory) throws(Cancellation.Requested)
      -> CapacityReport

  /// In the order in which their rows and findings are shown.
  static let all: [Check] = [
    placesFit, teachersKnown, rulesAgree, startsAllowed, ordersFit, placeUse, teacherUse,
    teacherLimits, busUse,
    bedUse, resourceUse, unitUse, classUse,
  ]
}
