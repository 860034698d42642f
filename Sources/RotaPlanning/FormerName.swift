/// A teacher or a place that people have been told of and the plan no longer has.
public struct FormerName: Hashable, Sendable {
  public enum Sort: Sendable { case teacher, place }
  public var sort: Sort
  public var name: String

  public init(_ sort: Sort, _ name: String) {
    self.sort = sort
    self.name = name
  }
}

extension Publication {
  /// All that its entries name and a plan does not: teachers, then places, each in order of name.
  public func formerNames(in plan: Plan) -> [FormerName] {
    let placements = entries.values.map(\.placement)
    func unknown(_ named: [String], to known: [String]) -> [String] {
      Set(named).subtracting(known).sorted()
    }
    return unknown(placements.flatMap(\.teachers), to: plan.teachers.map(\.name))
      .map { FormerName(.teacher, $0) }
      + unknown(placements.flatMap(\.places), to: plan.places.map(\.name))
      .map { FormerName(.place, $0) }
  }
}
