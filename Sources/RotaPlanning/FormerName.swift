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
    FormerName.all(in: Array(entries.values), notIn: plan)
  }
}

extension FormerName {
  /// All that entries name, those included who had their sessions earlier, and a plan does not:
  /// teachers, then places, each in order of name.
  public static func all(in entries: [Publication.Entry], notIn plan: Plan) -> [FormerName] {
    func unknown(_ named: Set<String>, to known: [String]) -> [String] {
      named.subtracting(known).sorted()
    }
    var teachers: Set<String> = []
    var places: Set<String> = []
    for entry in entries {
      teachers.formUnion(entry.placement.teachers)
      places.formUnion(entry.placement.places)
      for former in entry.former {
        teachers.formUnion(former.teachers)
        places.formUnion(former.places)
      }
    }
    return unknown(teachers, to: plan.teachers.map(\.name)).map { FormerName(.teacher, $0) }
      + unknown(places, to: plan.places.map(\.name)).map { FormerName(.place, $0) }
  }
}
