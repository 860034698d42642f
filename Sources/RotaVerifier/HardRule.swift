import RotaPlanning

/// A hard rule, or a few that are found in one count.
struct HardRule: Sendable {
  /// The rules that it can report.
  let reports: [Violation.Rule]
  let broken: @Sendable (Recount) -> [Violation]

  init(_ reports: Violation.Rule..., broken: @escaping @Sendable (Recount) -> [Violation]) {
    self.reports = reports
    self.broken = broken
  }

  /// Every hard rule, in the order in which they are reported.
  static let all: [HardRule] =
    [
      names, teachingPeriods,
    ]
}
