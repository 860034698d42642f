import RotaDiagnostics
import RotaPlanning

/// Functions of values alone.
enum Builtin: String, CaseIterable {
  case length, sum, min, max, round, floor, ceiling, text, weekday, date, first

  func apply(_ arguments: [Value], at range: SourceRange) throws(Diagnostic) -> Value {
    if let count, arguments.count != count {
      throw LanguageMessages.argumentCount(
        rawValue, expected: count, given: arguments.count, at: range)
    }
    guard let value = arguments.first else { return try fold(arguments, at: range) }
    switch self {
    case .length:
      if let string = value.string { return .number(Number(string.count)) }
      return .number(Number(try Spans.values(of: value, at: range).count))
    case .round: return try rounded(value, range) { ($0 + Number(1) / 2).floored }
    case .floor: return try rounded(value, range) { $0.floored }
    case .ceiling: return try rounded(value, range) { $0.ceiled }
    case .text:
      guard value.weight(upTo: Limits.textBytes / 64) <= Limits.textBytes / 64 else {
        throw LanguageMessages.textTooLong(at: range)
      }
      return .text(value.description)
    case .weekday:
      guard case .date(let day) = value else {
        throw LanguageMessages.wrongType("a date", value, at: range)
      }
      return .weekday(day.weekday)
    case .date: return .date(try day(arguments, at: range))
    case .first: return .date(try first(value, from: arguments[1], at: range))
    case .sum, .min, .max: return try fold(arguments, at: range)
    }
  }

  /// How many arguments it takes; nil for any number.
  private var count: Int? {
    switch self {
    case .length, .round, .floor, .ceiling, .text, .weekday: 1
    case .first: 2
    case .date: 3
    case .sum, .min, .max: nil
    }
  }

  /// The day of a year, a month and a day of the month.
  private func day(_ arguments: [Value], at range: SourceRange) throws(Diagnostic) -> Day {
    var parts: [Int] = []
    for argument in arguments {
      guard let number = argument.integer else {
        throw LanguageMessages.wrongType("a whole number", argument, at: range)
      }
      parts.append(number)
    }
    guard let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
      throw LanguageMessages.noSuchDate(parts[0], parts[1], parts[2], at: range)
    }
    return day
  }

  /// The first of one or several weekdays from a day on, that day included.
  private func first(
    _ weekdays: Value, from start: Value, at range: SourceRange
  ) throws(Diagnostic) -> Day {
    guard case .date(let day) = start else {
      throw LanguageMessages.wrongType("a date", start, at: range)
    }
    var wanted: Set<Weekday> = []
    for value in try weekdays.isSequence ? Spans.values(of: weekdays, at: range) : [weekdays] {
      guard case .weekday(let weekday) = value else {
        throw LanguageMessages.wrongType("a weekday", value, at: range)
      }
      wanted.insert(weekday)
    }
    let week = (0..<7).map(day.advanced(by:))
    guard let first = week.first(where: { wanted.contains($0.weekday) }) else {
      throw LanguageMessages.emptyList(rawValue, at: range)
    }
    return first
  }

  private func rounded(
    _ value: Value, _ range: SourceRange, _ round: (Number) -> Number
  ) throws(Diagnostic) -> Value {
    switch value {
    case .number(let it): return .number(round(it.rounded(toPlaces: Number.placesCompared)))
    case .quantity(let it, let dimension):
      return .quantity(round(it.rounded(toPlaces: Number.placesCompared)), dimension)
    default: throw LanguageMessages.wrongType("a number", value, at: range)
    }
  }

  /// Over the items of one list or range, or over several arguments.
  private func fold(_ arguments: [Value], at range: SourceRange) throws(Diagnostic) -> Value {
    var values = arguments
    if arguments.count == 1 {
      switch arguments[0] {
      case .list, .span: values = try Spans.values(of: arguments[0], at: range)
      default: break
      }
    }
    guard var result = values.first else {
      if self == .sum { return .number(0) }
      throw LanguageMessages.emptyList(rawValue, at: range)
    }
    for value in values.dropFirst() {
      switch self {
      case .min: if try Comparison.order(value, result, range) < 0 { result = value }
      case .max: if try Comparison.order(value, result, range) > 0 { result = value }
      default: result = try Arithmetic.apply(.add, result, value, at: range)
      }
    }
    return result
  }
}

extension Value {
  fileprivate var isSequence: Bool {
    switch self {
    case .list, .span: true
    default: false
    }
  }
}
