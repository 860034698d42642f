/// Rows of bits in one block of memory that it owns, as `Counts` owns its own.
struct Bits: ~Copyable {
  let wordsPerRow: Int
  private let base: UnsafeMutablePointer<UInt64>
  private let wordCount: Int

  init(rows: Int, columns: Int) {
    wordsPerRow = (columns + 63) / 64
    wordCount = rows * wordsPerRow
    base = .allocate(capacity: Swift.max(1, wordCount))
    base.initialize(repeating: 0, count: wordCount)
  }

  deinit { base.deallocate() }

  /// A whole word of a row.
  @inline(__always)
  func word(_ row: Int, _ number: Int) -> UInt64 {
    let index = row &* wordsPerRow &+ number
    precondition(UInt(bitPattern: index) < UInt(bitPattern: wordCount))
    return base[index]
  }

  @inline(__always)
  func contains(_ row: Int, _ column: Int) -> Bool {
    word(row, column >> 6) >> UInt64(column & 63) & 1 == 1
  }

  @inline(__always)
  mutating func set(_ row: Int, _ column: Int, to isIn: Bool) {
    let index = row &* wordsPerRow &+ column >> 6
    precondition(UInt(bitPattern: index) < UInt(bitPattern: wordCount))
    let bit = (1 as UInt64) << UInt64(column & 63)
    base[index] = isIn ? base[index] | bit : base[index] & ~bit
  }
}
