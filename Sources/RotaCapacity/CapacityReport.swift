import RotaDiagnostics

/// What a capacity check says of a plan.
public struct CapacityReport: Hashable, Sendable {
  /// In the order of categories, then of the plan.
  public var rows: [DemandRow]
  /// Proofs that the plan is impossible; empty where none was found.
  public var findings: [Diagnostic]

  public init(rows: [DemandRow] = [], findings: [Diagnostic] = []) {
    self.rows = rows
    self.findings = findings
  }
}

/// How much of something is needed, and how much there is.
public struct DemandRow: Hashable, Sendable {
  public enum Category: String, Sendable, CaseIterable, Hashable {
    case venue, site, teacher, buses, beds, resource, unit
    case studyClass = "class"
  }
  public var category: Category
  /// Names of places that may stand for each other are joined by commas, long lists cut short.
  public var name: String
  public var demand: Int
  public var supply: Int
  /// What both numbers count: `periods`, `seat-periods`, `sessions`, `bus-periods`, `people`.
  public var measure: String
  /// Where the demand is for a part of the calendar only, which: `run 4`, `2023-03-01`.
  public var window: String?
  /// Whether no other row of its category uses a greater share of what there is.
  public var isTightest: Bool

  public init(
    category: Category, name: String, demand: Int, supply: Int, measure: String,
    window: String? = nil, isTightest: Bool = false
  ) {
    self.category = category
    self.name = name
    self.demand = demand
    self.supply = supply
    self.measure = measure
    self.window = window
    self.isTightest = isTightest
  }

  /// Demand as a share of supply in hundredths of a percent, rounded up; nil where there is a
  /// demand and no supply.
  public var shareBasisPoints: Int? {
    if demand == 0 { return 0 }
    if supply <= 0 { return nil }
    let (product, overflow) = demand.multipliedReportingOverflow(by: 10_000)
    if overflow { return Int.max }
    return product / supply + (product % supply == 0 ? 0 : 1)
  }
}
