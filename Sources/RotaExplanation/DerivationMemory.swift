import RotaArithmetic
import RotaCapacity
import RotaTimetabling

/// What is known of plans before the present one, for what follows from it.
public struct DerivationMemory: Sendable {
  public var arithmetic = ArithmeticMemory()
  public var capacity = CapacityMemory()
  public var cores = CoreMemory()

  public init() {}
}

/// A memory that several derivations of one search share.
final class SharedMemory {
  var memory: DerivationMemory
  init(_ memory: DerivationMemory) { self.memory = memory }
}
