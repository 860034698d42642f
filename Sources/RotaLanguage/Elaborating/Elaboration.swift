import RotaDiagnostics
import RotaPlanning
import RotaSyntax

/// A plan in the making, with the names known so far.
struct Elaboration {
  var plan = Plan()
  var diagnostics: [Diagnostic] = []
  /// What was declared, and where in it each kind stands.
  private let items: PersistentArray<Declaration>
  private let byKind: [String: [Int]]

  // Positions by name.
  var schools: [String: SchoolID] = [:]
  var zones: [String: ZoneID] = [:]
  var places: [String: PlaceID] = [:]
  var placesOfKind: [String: [PlaceID]] = [:]
  var placesOfZone: [ZoneID: [PlaceID]] = [:]
  var placesOfSchool: [SchoolID: [PlaceID]] = [:]
  var teachers: [String: TeacherID] = [:]
  var teachersOfRole: [String: [TeacherID]] = [:]
  var teachersOfTopic: [String: [TeacherID]] = [:]
  var units: [String: UnitID] = [:]
  var resources: [String: ResourceID] = [:]
  var modules: [String: ModuleID] = [:]
  var forms: Set<String> = []
  var periods: Set<String> = []
  /// When each period of the day is: times, and the weekdays on which they hold; nil for all.
  var timesOfPeriod: [String: [(weekdays: Set<Weekday>?, times: Range<Int>)]] = [:]
  var sessionNames: Set<String> = []
  /// Whose module is being made, if a school's.
  var schoolOfModule: SchoolID?

  init(_ declarations: Declarations) {
    items = declarations.items
    byKind = declarations.positionsByKind
    for module in all("module") {
      for session in module.children { sessionNames.insert(session.name) }
    }
  }

  /// The declarations of some kinds, in order. Each is taken out when it is come to: to copy all
  /// teachers of a large plan at once takes as long as it takes to make something of them.
  func all(_ kinds: String...) -> LazyMapCollection<[Int], Declaration> {
    let positions = kinds.map { byKind[$0] ?? [] }
    let inOrder = positions.count == 1 ? positions[0] : positions.joined().sorted()
    return inOrder.lazy.map { [items] in items[$0] }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// In the order of the text.
  var sortedDiagnostics: [Diagnostic] {
    diagnostics.enumerated().sorted { a, b in
      let first = a.element.range.map { ($0.source.index, $0.lower) } ?? (-1, 0)
      let second = b.element.range.map { ($0.source.index, $0.lower) } ?? (-1, 0)
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
  }

  func origins(of declaration: Declaration) -> Origins {
    Origins(
      declared: declaration.origin,
      clauses: declaration.clauses.map { Origins.Clause($0.entry.word, at: $0.range) })
  }

  // MARK: Values

  /// A whole number of a clause within bounds; reports one outside of them.
  mutating func integer(
    _ value: Value?, _ bounds: ClosedRange<Int>, _ what: String, at range: SourceRange
  ) -> Int? {
    guard let value else { return nil }
    guard let number = value.integer, bounds.contains(number) else {
      report(LanguageMessages.outOfRange(what, bounds, value, at: range))
      return nil
    }
    return number
  }

  mutating func integer(
    _ clause: EvaluatedClause, _ label: String, _ bounds: ClosedRange<Int>, _ what: String
  ) -> Int? {
    integer(clause.value(label), bounds, what, at: clause.range(of: label))
  }

  /// A duration in whole minutes.
  mutating func minutes(
    _ value: Value?, _ bounds: ClosedRange<Int>, _ what: String, at range: SourceRange
  ) -> Int? {
    integer(value, bounds, what, at: range)
  }

  // MARK: Names

  mutating func resolve<Entity>(
    _ clause: EvaluatedClause, _ label: String, sort: String,
    in table: KeyPath<Elaboration, [String: Index<Entity>]>
  ) -> Index<Entity>? {
    guard let name = clause.value(label)?.string else { return nil }
    if let found = self[keyPath: table][name] { return found }
    report(
      LanguageMessages.unknownName(
        name, sort: sort, near: self[keyPath: table].keys.sorted(), at: clause.range(of: label)))
    return nil
  }

  mutating func resolveAll<Entity>(
    _ clause: EvaluatedClause, _ label: String, sort: String,
    in table: KeyPath<Elaboration, [String: Index<Entity>]>
  ) -> [Index<Entity>] {
    var found: [Index<Entity>] = []
    for (name, range) in clause.names(label) {
      if let id = self[keyPath: table][name] {
        if !found.contains(id) { found.append(id) }
      } else {
        report(
          LanguageMessages.unknownName(
            name, sort: sort, near: self[keyPath: table].keys.sorted(), at: range))
      }
    }
    return found
  }
}

extension EvaluatedClause {
  /// Where an argument stands, or else the clause.
  func range(of label: String) -> SourceRange {
    arguments.position(of: label).map { arguments[$0].range } ?? range
  }

  /// The names of a list of names, with the place of each.
  func names(_ label: String) -> [(name: String, range: SourceRange)] {
    guard let argument = arguments.position(of: label).map({ arguments[$0] }) else { return [] }
    return (argument.value?.items ?? []).enumerated().compactMap { index, value in
      value.string.map {
        (
          $0,
          argument.itemRanges.indices.contains(index) ? argument.itemRanges[index] : argument.range
        )
      }
    }
  }

  /// The numbers of a list of numbers and ranges, of which none is above a limit.
  func numbers(_ label: String, upTo limit: Int) -> [Int]? {
    var numbers: [Int] = []
    for item in value(label)?.items ?? [] {
      switch item {
      case .span(let from, let to):
        guard let first = from.integer, let last = to.integer, 1 <= first, first <= last,
          last <= limit
        else { return nil }
        numbers += Array(first...last)
      default:
        guard let number = item.integer, (1...limit).contains(number) else { return nil }
        numbers.append(number)
      }
    }
    return numbers
  }
}

extension Value {
  /// The days of a date or of a span of dates.
  public var dateRange: ClosedRange<Day>? {
    switch self {
    case .date(let day): day...day
    case .span(.date(let from), .date(let to)) where from <= to: from...to
    default: nil
    }
  }

  /// The weekdays of a list of weekdays and ranges.
  var weekdaySet: Set<Weekday> {
    var set: Set<Weekday> = []
    for item in items {
      switch item {
      case .weekday(let day): set.insert(day)
      case .span(.weekday(let from), .weekday(let to)):
        let days = Set(Spans.weekdays(from, to))
        set = set.isEmpty ? days : set.union(days)
      default: break
      }
    }
    return set
  }
}
