import RotaDiagnostics
import RotaPlanning
import RotaSyntax

/// Whether values are equal, ordered, or contain each other.
enum Comparison {
  static func holds(
    _ operation: BinaryOperator, _ a: Value, _ b: Value, at range: SourceRange
  ) throws(Diagnostic) -> Bool {
    switch operation {
    case .equal: return try areEqual(a, b, range)
    case .notEqual: return try !areEqual(a, b, range)
    case .less: return try order(a, b, range) < 0
    case .lessOrEqual: return try order(a, b, range) <= 0
    case .greater: return try order(a, b, range) > 0
    case .greaterOrEqual: return try order(a, b, range) >= 0
    case .contains: return try isMember(a, of: b, range)
    case .or, .and, .add, .subtract, .multiply, .divide, .remainder:
      throw LanguageMessages.unitMismatch(operation, a, b, at: range)
    }
  }

  /// Names and texts are equal where their letters are; values of two sorts cannot be compared.
  static func areEqual(
    _ a: Value, _ b: Value, _ range: SourceRange
  ) throws(Diagnostic) -> Bool {
    switch (a, b) {
    case (.boolean(let x), .boolean(let y)): return x == y
    case (.timeSpan(let x), .timeSpan(let y)): return x == y
    case (.span(let x, let y), .span(let u, let v)):
      let fromEqual = try areEqual(x, u, range)
      let toEqual = try areEqual(y, v, range)
      return fromEqual && toEqual
    case (.list(let x), .list(let y)):
      guard x.count == y.count else { return false }
      for (left, right) in zip(x, y) where try !areEqual(left, right, range) { return false }
      return true
    default: return try order(a, b, range) == 0
    }
  }

  /// Below, at or above zero, as the first is less than, equal to or greater than the second.
  static func order(_ a: Value, _ b: Value, _ range: SourceRange) throws(Diagnostic) -> Int {
    switch (a, b) {
    case (.number(let x), .number(let y)), (.percent(let x), .percent(let y)):
      return sign(x, y)
    case (.quantity(let x, let dimension), .quantity(let y, let other)) where dimension == other:
      return sign(x, y)
    case (.date(let x), .date(let y)): return x < y ? -1 : x == y ? 0 : 1
    case (.time(let x), .time(let y)): return x < y ? -1 : x == y ? 0 : 1
    case (.weekday(let x), .weekday(let y)): return x < y ? -1 : x == y ? 0 : 1
    default:
      guard let x = a.string, let y = b.string else {
        throw LanguageMessages.unitMismatch(.equal, a, b, at: range)
      }
      return x < y ? -1 : x == y ? 0 : 1
    }
  }

  private static func sign(_ x: Number, _ y: Number) -> Int {
    let left = x.rounded(toPlaces: Number.placesCompared)
    let right = y.rounded(toPlaces: Number.placesCompared)
    return left < right ? -1 : left == right ? 0 : 1
  }

  private static func isMember(
    _ item: Value, of whole: Value, _ range: SourceRange
  ) throws(Diagnostic) -> Bool {
    switch (item, whole) {
    case (_, .list(let items)):
      for candidate in items where try areEqual(item, candidate, range) { return true }
      return false
    case (.weekday(let day), .span(.weekday(let from), .weekday(let to))):
      return Spans.weekdays(from, to).contains(day)
    case (_, .span(let from, let to)):
      let fromOrder = try order(item, from, range)
      let toOrder = try order(item, to, range)
      return fromOrder >= 0 && toOrder <= 0
    case (.time(let time), .timeSpan(let span)): return span.contains(time.minutes)
    case (.text(let part), .text(let text)): return part.isEmpty || text.contains(part)
    default: throw LanguageMessages.unitMismatch(.contains, item, whole, at: range)
    }
  }
}
