/// Simulated annealing's rule of acceptance (Kirkpatrick, Gelatt, Vecchi 1983): a temperature that
/// falls geometrically with the budget, and the largest rise in cost that the next move may bring.
public struct Annealing: Sendable {
  public let hot: Double
  public let cold: Double
  @usableFromInline var temperature: Double
  private let fall: Double

  /// Both temperatures in units of cost, more than 0.
  public init(hot: Double, cold: Double) {
    self.hot = hot
    self.cold = cold
    temperature = hot
    fall = Exponential.logarithm(cold / hot)
  }

  /// Sets the temperature for a share of the budget used, 0 to 1.
  public mutating func advance(to fraction: Double) {
    temperature = hot * Exponential.power(fall * min(1, max(0, fraction)))
  }

  /// The largest rise that is accepted now. Drawn before the move is worked out, so that a hopeless
  /// move can end early; the chance for a rise d is e^(-d / temperature), as it should be.
  @inlinable
  public func largestRise(_ random: inout RandomSource) -> Int {
    let rise = -temperature * Exponential.logarithm(random.unit())
    return rise < 1e15 ? Int(rise) : 1_000_000_000_000_000
  }
}
