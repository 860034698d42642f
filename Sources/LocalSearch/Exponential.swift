/// Logarithm and exponential from the four operations alone. The system's own may differ in the
/// last bit from one machine to the next, and one different decision makes another timetable.
public enum Exponential {
  static let ln2 = 0.693147180559945309417232121458

  /// The natural logarithm of a positive, finite number, to about 1e-15 of its size.
  @inlinable
  public static func logarithm(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return value > 0 ? .infinity : -.infinity }
    var mantissa = value.significand
    var power = Double(value.exponent)
    if mantissa > 1.414213562373095 {
      mantissa *= 0.5
      power += 1
    }
    // ln m = 2 artanh((m - 1) / (m + 1)), by its series; |x| is at most 0.172 here.
    let x = (mantissa - 1) / (mantissa + 1)
    let square = x * x
    var term = x
    var sum = x
    var divisor = 3.0
    while divisor < 22 {
      term *= square
      sum += term / divisor
      divisor += 2
    }
    return 2 * sum + power * 0.693147180559945309417232121458
  }

  /// e to a power between -700 and 700; beyond, the value at the nearer end.
  public static func power(_ exponent: Double) -> Double {
    let bounded = min(700, max(-700, exponent))
    let whole = Int(bounded / ln2 + (bounded < 0 ? -0.5 : 0.5))
    let rest = bounded - Double(whole) * ln2
    var term = 1.0
    var sum = 1.0
    for index in 1...20 {
      term *= rest / Double(index)
      sum += term
    }
    return Double(sign: .plus, exponent: whole, significand: sum)
  }
}
