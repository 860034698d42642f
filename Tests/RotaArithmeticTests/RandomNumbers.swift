/// A small generator with a seed, so that random plans are the same in every run (xorshift64*).
struct RandomNumbers {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number of a closed range.
  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    let value = (state &* 0x2545_F491_4F6C_DD1D) >> 33
    return range.lowerBound + Int(value) % (range.upperBound - range.lowerBound + 1)
  }

  mutating func chance(_ percent: Int) -> Bool { next(1...100) <= percent }
}
