/// Simulated annealing's rule of acceptance (Kirkpatrick, Gelatt, Vecchi 1983): a temperature that
/// falls geometrically with the budget, and the largest rise in cost that the next move may bring.
public struct Annealing: Sendable {
  public let hot: Double
  public let cold: Double
  @usableFromInline var temperature: Double
  private let fall: Double
  @usableFromInline let chances: [Float]

  /// Both temperatures in units of cost, more than 0.
  public init(hot: Double, cold: Double) {
    self.hot = hot
    self.cold = cold
    temperature = hot
    fall = Exponential.logarithm(cold / hot)
    chances = Self.tabulated
  }

  /// Sets the temperature for a share of the budget used, 0 to 1.
  public mutating func advance(to fraction: Double) {
    temperature = hot * Exponential.power(fall * min(1, max(0, fraction)))
  }

  /// The largest rise that is accepted now. Drawn before the move is worked out, so that a hopeless
  /// move can end early; the chance for a rise d is e^(-d / temperature), as it should be, to one
  /// part in 4,096.
  @inlinable
  public func largestRise(_ random: inout RandomSource) -> Int {
    let rise = temperature * Double(chances[Int(truncatingIfNeeded: random.next() &>> 52)])
    return rise < 1e15 ? Int(rise) : 1_000_000_000_000_000
  }

  /// Minus the logarithm in the middle of each of 4,096 equal parts from 0 to 1: a logarithm for
  /// each move would take longer than most moves do.
  private static let tabulated: [Float] = (0..<4_096).map {
    Float(-Exponential.logarithm((Double($0) + 0.5) / 4_096))
  }
}
