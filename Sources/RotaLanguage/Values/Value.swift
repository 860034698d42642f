import RotaDiagnostics
import RotaPlanning

/// A value of the language. Quantities keep their unit; arithmetic between units that do not fit
/// is an error that says so.
public enum Value: Hashable, Sendable {
  case number(Number)
  /// An amount in the unit's base: people, minutes, days, periods.
  case quantity(Number, Dimension)
  /// As a share: 25% is 0.25.
  case percent(Number)
  case date(Day)
  case time(TimeOfDay)
  case weekday(Weekday)
  /// Half-open, in minutes since midnight: `08:30-10:00`.
  case timeSpan(Range<Int>)
  /// Both ends included; both of one type.
  indirect case span(Value, Value)
  case text(String)
  /// The name of something in the plan, written without quotes.
  case name(String)
  case boolean(Bool)
  case list([Value])

  public enum Dimension: String, Sendable, Hashable, CaseIterable {
    case people, minutes, days, periods
  }
}
