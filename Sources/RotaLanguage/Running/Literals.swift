import RotaDiagnostics
import RotaPlanning
import RotaSyntax

/// Values as they are written.
extension Literal {
  func value(at range: SourceRange) throws(Diagnostic) -> Value {
    switch self {
    case .number(let digits): return .number(try Self.number(digits, at: range))
    case .quantity(let digits, let unit):
      return try Self.quantity(try Self.number(digits, at: range), unit, at: range)
    case .date(let year, let month, let day):
      guard let value = Day(year: year, month: month, day: day) else {
        throw LanguageMessages.noSuchDate(year, month, day, at: range)
      }
      return .date(value)
    case .time(let hour, let minute):
      return .time(try Self.time(hour, minute, at: range))
    case .timeSpan(let hour, let minute, let endHour, let endMinute):
      let from = try Self.time(hour, minute, at: range)
      let to = try Self.time(endHour, endMinute, at: range)
      guard from < to else {
        throw LanguageMessages.spanEndsBeforeStart(.time(from), .time(to), at: range)
      }
      return .timeSpan(from.minutes..<to.minutes)
    case .weekday(let number):
      guard let weekday = Weekday(rawValue: number) else {
        throw LanguageMessages.unknownName("Day \(number)", sort: "weekday", near: [], at: range)
      }
      return .weekday(weekday)
    case .boolean(let value): return .boolean(value)
    }
  }

  private static func number(
    _ digits: String, at range: SourceRange
  ) throws(Diagnostic) -> Number {
    if digits.utf8.count < 10, let integer = Int(digits) { return Number(integer) }
    guard digits.utf8.count <= 60, let number = Number(string: digits),
      number.magnitude <= Number.greatestMagnitude
    else { throw LanguageMessages.numberTooLarge(at: range) }
    return number
  }

  private static func quantity(
    _ amount: Number, _ unit: String, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    switch unit {
    case "%": return .percent(amount.whole.map(Number.hundredths) ?? amount / 100)
    case "people", "person": return .quantity(amount, .people)
    case "s": return .quantity(amount / 60, .minutes)
    case "min": return .quantity(amount, .minutes)
    case "h": return .quantity(amount * 60, .minutes)
    case "days", "day": return .quantity(amount, .days)
    case "weeks", "week": return .quantity(amount * 7, .days)
    case "periods", "period": return .quantity(amount, .periods)
    default:
      throw LanguageMessages.unknownName(unit, sort: "unit", near: Words.units, at: range)
    }
  }

  private static func time(
    _ hour: Int, _ minute: Int, at range: SourceRange
  ) throws(Diagnostic) -> TimeOfDay {
    guard (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0 else {
      throw LanguageMessages.noSuchTime(hour, minute, at: range)
    }
    return TimeOfDay(minutes: hour * 60 + minute)
  }
}
