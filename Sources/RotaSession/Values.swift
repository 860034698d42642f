import RotaLanguage
import RotaPlanning

extension Value {
  /// A name or a text as it is, without quotes.
  var plainText: String? {
    switch self {
    case .name(let text), .text(let text): text
    case .number, .quantity, .percent, .date, .time, .weekday, .timeSpan, .span, .boolean, .list:
      nil
    }
  }

  /// The names in a list of names, or the one name.
  var names: [String] { items.compactMap(\.plainText) }
}

extension Value {
  static func minutes(_ count: Int) -> Value { .quantity(Number(count), .minutes) }

  /// As a table shows it: text without quotes, everything else as the language writes it.
  var shown: String { plainText ?? source }
}
