/// A seeded source of random numbers: the same seed gives the same numbers on every machine.
///
/// xoshiro256** by Blackman and Vigna (2018), its state filled by SplitMix64 as they advise.
/// `@inlinable`, so that searches in other modules do not pay a call for each number.
public struct RandomSource: Sendable {
  @usableFromInline var a: UInt64
  @usableFromInline var b: UInt64
  @usableFromInline var c: UInt64
  @usableFromInline var d: UInt64

  public init(seed: UInt64) {
    var state = seed
    func mixed() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    a = mixed()
    b = mixed()
    c = mixed()
    d = mixed()
  }

  @inlinable
  public mutating func next() -> UInt64 {
    let product = b &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let t = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = (d << 45) | (d >> 19)
    return result
  }

  /// 0 up to but not including the bound, which must be at least 1. The bias of Lemire's
  /// multiplication is below the bound over 2^64, too small for any search to see.
  @inlinable
  public mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// More than 0, at most 1, in steps of 2^-53.
  @inlinable
  public mutating func unit() -> Double {
    Double((next() >> 11) + 1) * 0x1p-53
  }
}
