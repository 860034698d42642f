#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An exact number. Nearly all numbers of a plan are whole and small: those are integers, and only
/// others take decimal arithmetic.
public struct Number: Hashable, Sendable {
  private enum Storage: Hashable {
    case whole(Int)
    /// Never a whole number within the limit of magnitude.
    case decimal(Decimal)
  }
  private let storage: Storage

  /// No result of arithmetic may be larger than this, so that none loses digits before the point.
  static let greatestMagnitude = Number(greatestWhole)
  private static let greatestWhole = 1_000_000_000_000_000

  /// Decimal places kept by sums and products. A quotient such as 1/3 has more, so that three
  /// thirds are one again.
  static let placesKept = 20

  /// Decimal places that a comparison looks at.
  static let placesCompared = 15

  public init(_ whole: Int) {
    let isSmall = (-Self.greatestWhole...Self.greatestWhole).contains(whole)
    storage = isSmall ? .whole(whole) : .decimal(Decimal(whole))
  }

  init(_ decimal: Decimal) {
    if !decimal.isNaN, decimal.magnitude <= Decimal(Self.greatestWhole),
      decimal.exponent >= 0 || decimal.floored == decimal,
      let whole = Int(decimal.floored.description)
    {
      storage = .whole(whole)
    } else {
      storage = .decimal(decimal)
    }
  }

  /// Digits with an optional point and fraction; nil for anything else.
  init?(string: String) {
    guard let decimal = Decimal(string: string) else { return nil }
    self.init(decimal)
  }

  /// A whole number of hundredths.
  static func hundredths(_ number: Int) -> Number {
    number.isMultiple(of: 100)
      ? Number(number / 100)
      : Number(
        Decimal(
          sign: number < 0 ? .minus : .plus, exponent: -2,
          significand: Decimal(number.magnitude)))
  }

  private var decimal: Decimal {
    switch storage {
    case .whole(let it): Decimal(it)
    case .decimal(let it): it
    }
  }

  var isZero: Bool { storage == .whole(0) }

  /// What arithmetic gives where it has no answer.
  var isNaN: Bool {
    switch storage {
    case .whole: false
    case .decimal(let it): it.isNaN
    }
  }

  var magnitude: Number {
    switch storage {
    case .whole(let it): Number(abs(it))
    case .decimal(let it): Number(it.magnitude)
    }
  }

  /// The same number as an integer; nil where it is not whole or too large.
  public var whole: Int? {
    switch storage {
    case .whole(let it): it
    case .decimal(let it): it.exponent >= 0 ? Int(it.description) : nil
    }
  }

  /// To so many decimal places; halves away from zero.
  func rounded(toPlaces places: Int) -> Number {
    switch storage {
    case .whole: self
    case .decimal(let it): Number(it.rounded(toPlaces: places))
    }
  }

  /// Down to a whole number.
  var floored: Number {
    switch storage {
    case .whole: self
    case .decimal(let it): Number(it.floored)
    }
  }

  var ceiled: Number { -(-self).floored }
}

extension Number: CustomStringConvertible, ExpressibleByIntegerLiteral, Comparable {
  public init(integerLiteral value: Int) { self.init(value) }

  public var description: String {
    switch storage {
    case .whole(let it): it.description
    case .decimal(let it): it.description
    }
  }

  public static func < (a: Number, b: Number) -> Bool {
    if case .whole(let x) = a.storage, case .whole(let y) = b.storage { return x < y }
    return a.decimal < b.decimal
  }
}

/// Arithmetic. Integers that are not larger than the limit can be added without care.
extension Number {
  public static func + (a: Number, b: Number) -> Number {
    if case .whole(let x) = a.storage, case .whole(let y) = b.storage { return Number(x + y) }
    return Number(a.decimal + b.decimal)
  }

  public static func - (a: Number, b: Number) -> Number { a + -b }

  public static prefix func - (a: Number) -> Number {
    switch a.storage {
    case .whole(let it): Number(-it)
    case .decimal(let it): Number(-it)
    }
  }

  public static func * (a: Number, b: Number) -> Number {
    if case .whole(let x) = a.storage, case .whole(let y) = b.storage {
      let product = x.multipliedReportingOverflow(by: y)
      if !product.overflow { return Number(product.partialValue) }
    }
    return Number(a.decimal * b.decimal)
  }

  /// Division by zero gives what is not a number.
  public static func / (a: Number, b: Number) -> Number {
    if case .whole(let x) = a.storage, case .whole(let y) = b.storage, y != 0,
      x.isMultiple(of: y)
    {
      return Number(x / y)
    }
    return Number(a.decimal / b.decimal)
  }
}

/// Rounding that decimal numbers of FoundationEssentials lack.
extension Decimal {
  fileprivate func rounded(toPlaces places: Int) -> Decimal {
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

  fileprivate var floored: Decimal {
    guard exponent < 0 else { return self }
    let parts = digits
    guard parts.fraction.contains(where: { $0 != "0" }), let whole = Decimal(string: parts.whole)
    else { return rounded(toPlaces: 0) }
    return isSignMinus ? -whole - 1 : whole
  }

  /// The digits of the magnitude before and after the point.
  private var digits: (whole: String, fraction: String) {
    let text = magnitude.description
    guard let point = text.firstIndex(of: ".") else { return (text, "") }
    return (String(text[..<point]), String(text[text.index(after: point)...]))
  }
}
