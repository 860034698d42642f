#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An exact number. Nearly all numbers of a plan are whole and small, or percentages: those are
/// integers, and only others take decimal arithmetic.
public struct Number: Hashable, Sendable {
  private enum Storage: Hashable {
    case whole(Int)
    /// Never a multiple of 100.
    case hundredths(Int)
    /// Never a whole number, of ones or of hundredths, within the limit of magnitude.
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
    guard !decimal.isNaN, decimal.magnitude <= Decimal(Self.greatestWhole),
      decimal.rounded(toPlaces: 2) == decimal,
      let hundredths = Int((decimal * 100).floored.description)
    else {
      storage = .decimal(decimal)
      return
    }
    self = .hundredths(hundredths)
  }

  /// Digits with an optional point and fraction; nil for anything else.
  init?(string: String) {
    guard let decimal = Decimal(string: string) else { return nil }
    self.init(decimal)
  }

  /// A whole number of hundredths.
  static func hundredths(_ number: Int) -> Number {
    if number.isMultiple(of: 100) { return Number(number / 100) }
    let isSmall = number.magnitude <= greatestWhole.magnitude * 100
    return Number(isSmall ? .hundredths(number) : .decimal(decimal(ofHundredths: number)))
  }

  private init(_ storage: Storage) { self.storage = storage }

  private static func decimal(ofHundredths number: Int) -> Decimal {
    Decimal(
      sign: number < 0 ? .minus : .plus, exponent: -2, significand: Decimal(number.magnitude))
  }

  private var decimal: Decimal {
    switch storage {
    case .whole(let it): Decimal(it)
    case .hundredths(let it): Self.decimal(ofHundredths: it)
    case .decimal(let it): it
    }
  }

  /// How many hundredths it is, where it is a whole number of them.
  private var hundredths: Int? {
    switch storage {
    case .whole(let it): it * 100
    case .hundredths(let it): it
    case .decimal: nil
    }
  }

  var isZero: Bool { storage == .whole(0) }

  /// What arithmetic gives where it has no answer.
  var isNaN: Bool {
    switch storage {
    case .whole, .hundredths: false
    case .decimal(let it): it.isNaN
    }
  }

  var magnitude: Number {
    switch storage {
    case .whole(let it): Number(abs(it))
    case .hundredths(let it): .hundredths(abs(it))
    case .decimal(let it): Number(it.magnitude)
    }
  }

  /// The same number as an integer; nil where it is not whole or too large.
  public var whole: Int? {
    switch storage {
    case .whole(let it): it
    case .hundredths: nil
    case .decimal(let it): it.exponent >= 0 ? Int(it.description) : nil
    }
  }

  /// To so many decimal places; halves away from zero.
  public func rounded(toPlaces places: Int) -> Number {
    switch storage {
    case .whole: self
    case .hundredths where places >= 2: self
    case .hundredths, .decimal: Number(decimal.rounded(toPlaces: places))
    }
  }

  /// Down to a whole number.
  var floored: Number {
    switch storage {
    case .whole: self
    case .hundredths, .decimal: Number(decimal.floored)
    }
  }

  var ceiled: Number { -(-self).floored }
}

extension Number: CustomStringConvertible, ExpressibleByIntegerLiteral, Comparable {
  public init(integerLiteral value: Int) { self.init(value) }

  public var description: String {
    switch storage {
    case .whole(let it): it.description
    case .hundredths, .decimal: decimal.description
    }
  }

  public static func < (a: Number, b: Number) -> Bool {
    if let x = a.hundredths, let y = b.hundredths { return x < y }
    return a.decimal < b.decimal
  }
}

/// Arithmetic. Integers that are not larger than the limit can be added without care.
extension Number {
  public static func + (a: Number, b: Number) -> Number {
    if let x = a.hundredths, let y = b.hundredths { return .hundredths(x + y) }
    return Number(a.decimal + b.decimal)
  }

  public static func - (a: Number, b: Number) -> Number { a + -b }

  public static prefix func - (a: Number) -> Number {
    switch a.storage {
    case .whole(let it): Number(-it)
    case .hundredths(let it): .hundredths(-it)
    case .decimal(let it): Number(-it)
    }
  }

  public static func * (a: Number, b: Number) -> Number {
    switch (a.storage, b.storage) {
    case (.whole(let x), .whole(let y)):
      let product = x.multipliedReportingOverflow(by: y)
      if !product.overflow { return Number(product.partialValue) }
    case (.whole(let x), .hundredths(let y)), (.hundredths(let x), .whole(let y)):
      let product = x.multipliedReportingOverflow(by: y)
      if !product.overflow { return .hundredths(product.partialValue) }
    case (.hundredths, .hundredths), (.decimal, _), (_, .decimal): break
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
