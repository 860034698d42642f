/// The classes that people have been told of, so that a new one can be told of all that it attends, and
/// one that is gone of all that it attends no more. It only grows.
public struct KnownClasses: Hashable, Sendable {
  /// By rotation: the name that the planner gave each class, empty where none.
  public private(set) var names: [String: [ClassNumber: String]] = [:]

  public init() {}

  public init(_ programme: Programme, _ plan: Plan) {
    for studyClass in programme.classes {
      let run = programme[studyClass.run]
      insert(
        ClassNumber(run: run.number, number: studyClass.number),
        of: plan[run.rotation].name, name: studyClass.name)
    }
  }

  public var isEmpty: Bool { names.isEmpty }

  public mutating func insert(_ number: ClassNumber, of rotation: String, name: String?) {
    names[rotation, default: [:]][number] = name ?? ""
  }

  /// Nil where the planner gave it none.
  public func ownName(of number: ClassNumber, in rotation: String) -> String? {
    names[rotation]?[number].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// With the classes of a later programme, by the names that they have there.
  public func and(_ later: Self) -> Self {
    var all = self
    for (rotation, classes) in later.names {
      all.names[rotation, default: [:]].merge(classes) { _, new in new }
    }
    return all
  }

  /// Those that others are not among.
  func beyond(_ others: Self) -> Self {
    var rest = Self()
    for (rotation, classes) in names {
      let own = classes.filter { others.names[rotation]?[$0.key] == nil }
      if !own.isEmpty { rest.names[rotation] = own }
    }
    return rest
  }

  /// Those that the name of a session of whole runs would have attend it.
  func attending(_ session: SessionIdentity) -> [ClassNumber] {
    (names[session.rotation] ?? [:]).keys.filter { session.audience.isOfRun($0.run) }
  }
}
