/// A teacher, a place, a run or a class that people have been told of and the plan no longer has.
public struct FormerName: Hashable, Sendable {
  public enum Sort: Hashable, Sendable {
    case teacher, place
    case run(Int)
    case studyClass(ClassNumber)
  }
  public var sort: Sort
  /// Of a run or a class, that of its rotation.
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

  /// Runs and classes that people know of and that a programme does not have, in order.
  public static func audiences(
    in publication: Publication, notIn programme: Programme, _ plan: Plan
  ) -> [FormerName] {
    audiences(in: publication.entries, publication.classes, notIn: programme, plan)
  }

  /// - Parameter known: classes of which sessions need not tell: by its name, what a class attended
  ///   together with others does not.
  public static func audiences(
    in entries: [SessionIdentity: Publication.Entry], _ known: KnownClasses,
    notIn programme: Programme, _ plan: Plan
  ) -> [FormerName] {
    var runs: [String: Set<Int>] = [:]
    var classes = known.names.mapValues { Set($0.keys) }
    for (identity, entry) in entries {
      let name = identity.rotation
      switch identity.audience {
      case .allRuns, .joint: break
      case .runs(let numbers): runs[name, default: []].formUnion(numbers)
      case .run(let number): runs[name, default: []].insert(number)
      case .studyClass(let run, let number), .group(let run, let number, _):
        runs[name, default: []].insert(run)
        classes[name, default: []].insert(ClassNumber(run: run, number: number))
      }
      classes[name, default: []].formUnion(entry.absent)
      for former in entry.former { classes[name, default: []].formUnion(former.classes) }
    }
    for run in programme.runs {
      let name = plan[run.rotation].name
      runs[name]?.remove(run.number)
      for id in run.classes {
        classes[name]?.remove(ClassNumber(run: run.number, number: programme[id].number))
      }
    }
    return Set(runs.keys).union(classes.keys).sorted().flatMap { name in
      (runs[name] ?? []).sorted().map { FormerName(.run($0), name) }
        + (classes[name] ?? []).sorted().map { FormerName(.studyClass($0), name) }
    }
  }
}

extension SessionIdentity.Audience {
  /// Whether it is of whole runs, this one among them.
  func isOfRun(_ number: Int) -> Bool {
    switch self {
    case .allRuns: true
    case .runs(let numbers): numbers.contains(number)
    case .run(let one): one == number
    case .joint, .studyClass, .group: false
    }
  }
}
