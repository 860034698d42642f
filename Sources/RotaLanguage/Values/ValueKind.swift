import RotaPlanning

/// What a value is, in words for messages.
extension Value {
  /// With an article where it can be counted: `a number`, `minutes`, `a date`.
  var kindWords: String {
    switch self {
    case .number: "a number"
    case .quantity(_, let dimension): dimension.rawValue
    case .percent: "a percentage"
    case .date: "a date"
    case .time: "a time"
    case .weekday: "a weekday"
    case .timeSpan: "a span of time"
    case .span(.date, _): "a range of dates"
    case .span(.weekday, _): "a range of weekdays"
    case .span(.time, _): "a range of times"
    case .span: "a range of numbers"
    case .text: "text"
    case .name: "a name"
    case .boolean: "true or false"
    case .list: "a list"
    }
  }

  /// The text of a text or of a name.
  public var string: String? {
    switch self {
    case .text(let it), .name(let it): it
    default: nil
    }
  }

  /// The whole number that a number or a quantity is, in the quantity's base unit.
  public var integer: Int? {
    switch self {
    case .number(let it), .quantity(let it, _): it.whole
    default: nil
    }
  }

  /// Seconds of a duration, which may be shorter than a minute.
  public var seconds: Double? {
    guard case .quantity(let minutes, .minutes) = self else { return nil }
    return Double((minutes * 60).rounded(toPlaces: 9).description)
  }

  /// The items of a list; of anything else, the value alone.
  public var items: [Value] {
    if case .list(let items) = self { return items }
    return [self]
  }

  /// Roughly how much memory a value takes, in items; counting ends above a limit.
  func weight(upTo limit: Int) -> Int {
    switch self {
    case .text(let it), .name(let it): return 1 + it.utf8.count / 64
    case .list(let items):
      var sum = 1
      for item in items {
        sum += item.weight(upTo: limit - sum)
        if sum > limit { return sum }
      }
      return sum
    default: return 1
    }
  }
}

extension Value.Dimension {
  /// The unit's word for an amount: `1 person`, `2 people`.
  func word(forOne: Bool) -> String {
    switch self {
    case .people: forOne ? "person" : "people"
    case .minutes: "min"
    case .days: forOne ? "day" : "days"
    case .periods: forOne ? "period" : "periods"
    }
  }
}
