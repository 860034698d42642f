import RotaPlanning

/// Counts a timetable again from nothing: from the plan's dates, minutes and names, and in no
/// other way than its types are documented. It shares neither code nor tables with the solver, so
/// that a mistake of the one is found by the other.
public enum Verifier {
  /// Every broken hard rule of a timetable, in a stable order, recounted from plan, programme and
  /// timetable alone; faults of the programme itself come first.
  public static func violations(plan: Plan, programme: Programme, timetable: Timetable)
    -> [Violation]
  {
    let recount = Recount(plan: plan, programme: programme, timetable: timetable)
    var seen: Set<Violation> = []
    return HardRule.all.flatMap { $0.broken(recount) }.filter { seen.insert($0).inserted }
  }

  /// Faults of the programme alone: people lost, classes too large, units over their limits, beds,
  /// dates, and sessions that are not those of the plan.
  public static func violations(plan: Plan, programme: Programme) -> [Violation] {
    violations(plan: plan, programme: programme, timetable: Timetable())
  }

  /// What the timetable costs by each preference, in the order of the plan.
  public static func costs(plan: Plan, programme: Programme, timetable: Timetable) -> [CostLine] {
    let recount = Recount(plan: plan, programme: programme, timetable: timetable)
    return plan.preferences.enumerated().map { position, preference in
      let count = recount.breaches(of: preference.wish).reduce(0) { $0 + $1.count }
      return CostLine(
        preference: position, count: count, cost: cost(of: count, preference.weight))
    }
  }

  /// The same, taken apart: every place at which a wish is broken, in the order of the plan's
  /// preferences and within one in a stable order. Counts and costs add up to those of `costs`.
  public static func costItems(
    plan: Plan, programme: Programme, timetable: Timetable
  ) -> [CostItem] {
    let recount = Recount(plan: plan, programme: programme, timetable: timetable)
    return plan.preferences.enumerated().flatMap { position, preference in
      recount.breaches(of: preference.wish).map { breach in
        CostItem(
          preference: position, subject: breach.subject,
          sessions: recount.identities(breach.sessions), day: breach.day, count: breach.count,
          cost: cost(of: breach.count, preference.weight))
      }
    }
  }

  private static func cost(of count: Int, _ weight: Int) -> Int {
    let (cost, overflow) = count.multipliedReportingOverflow(by: weight)
    return overflow ? Int.max : cost
  }

  /// Sessions of the programme without a placement, in the programme's order.
  public static func unplaced(programme: Programme, timetable: Timetable) -> [SessionIdentity] {
    programme.sessions.map(\.identity).filter { timetable.placements[$0] == nil }
  }
}
