import RotaPlanning
import RotaSyntax

extension Value: CustomStringConvertible {
  /// The value as the language writes it; read again, it gives the same value.
  public var source: String {
    switch self {
    case .number(let it): it.description
    case .quantity(let amount, let dimension): Self.quantityText(amount, dimension)
    case .percent(let it): (it * 100).description + "%"
    case .date(let it): it.iso
    case .time(let it): it.clock
    case .weekday(let it): it.word
    case .timeSpan(let it):
      TimeOfDay(minutes: it.lowerBound).clock + "-" + TimeOfDay(minutes: it.upperBound).clock
    case .span(let a, let b): a.source + ".." + b.source
    case .text(let it): NameSyntax.quoted(it)
    case .name(let it): NameSyntax.quoteIfNeededInExpression(it)
    case .boolean(let it): it ? "true" : "false"
    case .list(let items): "[" + items.map(\.source).joined(separator: ", ") + "]"
    }
  }

  /// The value as `print` shows it and as it stands in a text: names and texts without quotes, and
  /// no more decimal places than a reader wants.
  public var description: String {
    switch self {
    case .text(let it), .name(let it): it
    case .list(let items): items.map(\.description).joined(separator: ", ")
    case .number(let it): it.rounded(toPlaces: Self.placesShown).description
    case .quantity(let amount, let dimension):
      Self.quantityText(amount, dimension, places: Self.placesShown)
    case .percent(let it): (it * 100).rounded(toPlaces: Self.placesShown).description + "%"
    case .date, .time, .weekday, .timeSpan, .span, .boolean: source
    }
  }

  /// As `description`, with one decimal place at most: for values side by side.
  public var brief: String {
    switch self {
    case .number(let it): it.rounded(toPlaces: 1).description
    case .percent(let it): (it * 100).rounded(toPlaces: 1).description + "%"
    default: description
    }
  }

  private static let placesShown = 10

  /// Whole hours as hours, other durations in minutes, and in seconds what is no whole minute.
  private static func quantityText(
    _ amount: Number, _ dimension: Dimension, places: Int = 38
  ) -> String {
    if dimension == .minutes, !amount.isZero {
      if let minutes = amount.whole {
        return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes) min"
      }
      let seconds = (amount * 60).rounded(toPlaces: 9)
      if seconds.whole != nil { return "\(seconds) s" }
    }
    let amount = amount.rounded(toPlaces: places)
    return "\(amount) \(dimension.word(forOne: amount == 1))"
  }
}
