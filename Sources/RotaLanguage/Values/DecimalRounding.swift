#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Rounding that decimal numbers of FoundationEssentials lack.
extension Decimal {
  /// No result of arithmetic may be larger than this, so that none loses digits before the point.
  static let greatestMagnitude = Decimal(1_000_000_000_000_000)

  /// Decimal places kept by sums and products. A quotient such as 1/3 has more, so that three
  /// thirds are one again.
  static let placesKept = 20

  /// Decimal places that a comparison looks at.
  static let placesCompared = 15

  /// To so many decimal places; halves away from zero.
  func rounded(toPlaces places: Int) -> Decimal {
    guard exponent < -places else { return self }
    let parts = digits
    guard parts.fraction.count > places else { return self }
    let kept = parts.fraction.prefix(places)
    let text = parts.whole + (kept.isEmpty ? "" : "." + kept)
    guard var magnitude = Decimal(string: text) else { return self }
    if let next = parts.fraction.dropFirst(places).first, next >= "5" {
      magnitude += Decimal(sign: .plus, exponent: -places, significand: 1)
    }
    return isSignMinus && !isZero ? -magnitude : magnitude
  }

  /// Down to a whole number.
  var floored: Decimal {
    guard exponent < 0 else { return self }
    let parts = digits
    guard parts.fraction.contains(where: { $0 != "0" }), let whole = Decimal(string: parts.whole)
    else { return rounded(toPlaces: 0) }
    return isSignMinus ? -whole - 1 : whole
  }

  var ceiled: Decimal { -(-self).floored }

  /// The same number as an integer; nil where it is not whole or too large.
  var whole: Int? {
    if exponent < 0, floored != self { return nil }
    return Int(floored.description)
  }

  /// The digits of the magnitude before and after the point.
  private var digits: (whole: String, fraction: String) {
    let text = magnitude.description
    guard let point = text.firstIndex(of: ".") else { return (text, "") }
    return (String(text[..<point]), String(text[text.index(after: point)...]))
  }
}
