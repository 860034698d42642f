import RotaDiagnostics
import RotaPlanning

/// Ranges `a..b`, both ends included.
enum Spans {
  /// `a..b` as a value; both ends must be of one sort that has an order.
  static func make(_ a: Value, _ b: Value, at range: SourceRange) throws(Diagnostic) -> Value {
    switch (a, b) {
    case (.number, .number), (.date, .date), (.weekday, .weekday): return .span(a, b)
    case (.time(let from), .time(let to)):
      guard from < to else { throw LanguageMessages.spanEndsBeforeStart(a, b, at: range) }
      return .timeSpan(from.minutes..<to.minutes)
    default: throw LanguageMessages.noRange(a, b, at: range)
    }
  }

  /// The weekdays from one to another, over the week's end if need be: `Fri..Mon` has four.
  static func weekdays(_ from: Weekday, _ to: Weekday) -> [Weekday] {
    let count = (to.rawValue - from.rawValue + 7) % 7
    return (0...count).compactMap { Weekday(rawValue: (from.rawValue - 1 + $0) % 7 + 1) }
  }

  /// The values of a range or list in order; a range that ends before it begins has none.
  static func values(of sequence: Value, at range: SourceRange) throws(Diagnostic) -> [Value] {
    switch sequence {
    case .list(let items): return items
    case .span(.number(let from), .number(let to)):
      guard let first = from.whole, let last = to.whole else {
        throw LanguageMessages.rangeNotWhole(at: range)
      }
      guard first <= last else { return [] }
      guard last - first < Limits.listItems else { throw LanguageMessages.rangeTooLong(at: range) }
      return (first...last).map { .number(Number($0)) }
    case .span(.date(let from), .date(let to)):
      guard from <= to else { return [] }
      return (from.number...to.number).map { .date(Day(number: $0)) }
    case .span(.weekday(let from), .weekday(let to)):
      return weekdays(from, to).map { .weekday($0) }
    default: throw LanguageMessages.wrongType("a range or a list", sequence, at: range)
    }
  }
}
