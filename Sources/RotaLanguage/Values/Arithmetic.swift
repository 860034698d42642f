import RotaDiagnostics
import RotaPlanning
import RotaSyntax

/// Sums, differences, products and quotients of values with units.
enum Arithmetic {
  static func apply(
    _ operation: BinaryOperator, _ a: Value, _ b: Value, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    let result: Value?
    switch operation {
    case .add: result = try sum(a, b, range)
    case .subtract: result = try difference(a, b, range)
    case .multiply: result = product(a, b)
    case .divide: result = try quotient(a, b, range)
    case .remainder: result = try remainder(a, b, range)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains:
      return .boolean(try Comparison.holds(operation, a, b, at: range))
    case .and, .or: result = nil
    }
    guard let result else { throw LanguageMessages.unitMismatch(operation, a, b, at: range) }
    return try checked(result, isQuotient: operation == .divide, range)
  }

  static func negate(_ value: Value, at range: SourceRange) throws(Diagnostic) -> Value {
    switch value {
    case .number(let it): return .number(-it)
    case .quantity(let it, let dimension): return .quantity(-it, dimension)
    case .percent(let it): return .percent(-it)
    default: throw LanguageMessages.wrongType("a number", value, at: range)
    }
  }

  private static func sum(
    _ a: Value, _ b: Value, _ range: SourceRange
  ) throws(Diagnostic) -> Value? {
    switch (a, b) {
    case (.number(let x), .number(let y)): return .number(x + y)
    case (.percent(let x), .percent(let y)): return .percent(x + y)
    case (.quantity(let x, let dimension), .quantity(let y, let other)) where dimension == other:
      return .quantity(x + y, dimension)
    case (.date(let day), .quantity(let days, .days)), (.quantity(let days, .days), .date(let day)):
      return .date(try moved(day, by: days, range))
    case (.time(let time), .quantity(let minutes, .minutes)),
      (.quantity(let minutes, .minutes), .time(let time)):
      return .time(try moved(time, by: minutes, range))
    case (.text(let x), .text(let y)):
      guard x.utf8.count + y.utf8.count <= Limits.textBytes else {
        throw LanguageMessages.textTooLong(at: range)
      }
      return .text(x + y)
    case (.list(let x), .list(let y)):
      let joined = Value.list(x + y)
      guard joined.weight(upTo: Limits.listItems) <= Limits.listItems else {
        throw LanguageMessages.listTooLong(at: range)
      }
      return joined
    default: return nil
    }
  }

  private static func difference(
    _ a: Value, _ b: Value, _ range: SourceRange
  ) throws(Diagnostic) -> Value? {
    switch (a, b) {
    case (.number(let x), .number(let y)): return .number(x - y)
    case (.percent(let x), .percent(let y)): return .percent(x - y)
    case (.quantity(let x, let dimension), .quantity(let y, let other)) where dimension == other:
      return .quantity(x - y, dimension)
    case (.date(let day), .quantity(let days, .days)):
      return .date(try moved(day, by: -days, range))
    case (.date(let x), .date(let y)): return .quantity(Number(x.number - y.number), .days)
    case (.time(let time), .quantity(let minutes, .minutes)):
      return .time(try moved(time, by: -minutes, range))
    case (.time(let x), .time(let y)): return .quantity(Number(x.minutes - y.minutes), .minutes)
    default: return nil
    }
  }

  private static func product(_ a: Value, _ b: Value) -> Value? {
    switch (a, b) {
    case (.number(let x), .number(let y)): .number(x * y)
    case (.number(let x), .quantity(let y, let dimension)),
      (.quantity(let x, let dimension), .number(let y)),
      (.percent(let x), .quantity(let y, let dimension)),
      (.quantity(let x, let dimension), .percent(let y)):
      .quantity(x * y, dimension)
    case (.percent(let x), .number(let y)), (.number(let x), .percent(let y)): .number(x * y)
    case (.percent(let x), .percent(let y)): .percent(x * y)
    default: nil
    }
  }

  private static func quotient(
    _ a: Value, _ b: Value, _ range: SourceRange
  ) throws(Diagnostic) -> Value? {
    switch (a, b) {
    case (.number(let x), .number(let y)): return .number(try divide(x, y, range))
    case (.quantity(let x, let dimension), .number(let y)),
      (.quantity(let x, let dimension), .percent(let y)):
      return .quantity(try divide(x, y, range), dimension)
    case (.quantity(let x, let dimension), .quantity(let y, let other)) where dimension == other:
      return .number(try divide(x, y, range))
    case (.percent(let x), .percent(let y)), (.number(let x), .percent(let y)):
      return .number(try divide(x, y, range))
    case (.percent(let x), .number(let y)): return .percent(try divide(x, y, range))
    default: return nil
    }
  }

  /// What is left over; it has the sign of the divisor, so that weeks can be counted backwards.
  private static func remainder(
    _ a: Value, _ b: Value, _ range: SourceRange
  ) throws(Diagnostic) -> Value? {
    switch (a, b) {
    case (.number(let x), .number(let y)):
      return .number(x - (try divide(x, y, range)).floored * y)
    case (.quantity(let x, let dimension), .quantity(let y, let other)) where dimension == other:
      return .quantity(x - (try divide(x, y, range)).floored * y, dimension)
    default: return nil
    }
  }

  private static func divide(
    _ x: Number, _ y: Number, _ range: SourceRange
  ) throws(Diagnostic) -> Number {
    guard !y.isZero else { throw LanguageMessages.divisionByZero(at: range) }
    return x / y
  }

  private static func moved(
    _ day: Day, by days: Number, _ range: SourceRange
  ) throws(Diagnostic) -> Day {
    guard let count = days.whole else { throw LanguageMessages.notWhole("days", days, at: range) }
    let sum = day.number.addingReportingOverflow(count)
    guard !sum.overflow, Limits.days.contains(sum.partialValue) else {
      throw LanguageMessages.dateOutOfRange(at: range)
    }
    return Day(number: sum.partialValue)
  }

  private static func moved(
    _ time: TimeOfDay, by minutes: Number, _ range: SourceRange
  ) throws(Diagnostic) -> TimeOfDay {
    guard let count = minutes.whole else {
      throw LanguageMessages.notWhole("minutes", minutes, at: range)
    }
    let sum = time.minutes.addingReportingOverflow(count)
    guard !sum.overflow, (0...1440).contains(sum.partialValue) else {
      throw LanguageMessages.timeOutOfRange(time, count, at: range)
    }
    return TimeOfDay(minutes: sum.partialValue)
  }

  /// Within the limit of magnitude, and without the many places that a quotient brings into a sum.
  private static func checked(
    _ value: Value, isQuotient: Bool, _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    switch value {
    case .number(let it): return .number(try checked(it, isQuotient, range))
    case .quantity(let it, let dimension):
      return .quantity(try checked(it, isQuotient, range), dimension)
    case .percent(let it): return .percent(try checked(it, isQuotient, range))
    default: return value
    }
  }

  private static func checked(
    _ number: Number, _ isQuotient: Bool, _ range: SourceRange
  ) throws(Diagnostic) -> Number {
    guard !number.isNaN, number.magnitude <= Number.greatestMagnitude else {
      throw LanguageMessages.numberTooLarge(at: range)
    }
    return isQuotient ? number : number.rounded(toPlaces: Number.placesKept)
  }
}
