/// Rows of bits in one block of memory that it owns, as `Counts` owns its own and for the same reason; the
/// pointer never leaves the type, and every index is checked in debug builds.
struct Bits: ~Copyable {
  // First of all: Swift 6.3 takes the first field for an address where it optimizes for the thread sanitizer.
  private let base: UnsafeMutablePointer<UInt64>
  private let wordCount: Int
  let rows: Int
  let wordsPerRow: Int

  init(rows: Int, columns: Int) {
    self.rows = rows
    wordsPerRow = (columns + 63) / 64
    wordCount = rows * wordsPerRow
    base = .allocate(capacity: Swift.max(1, wordCount))
    base.initialize(repeating: 0, count: wordCount)
  }

  deinit { base.deallocate() }

  @inline(__always)
  private func index(_ row: Int, _ number: Int) -> Int {
    let index = row &* wordsPerRow &+ number
    assert(UInt(bitPattern: index) < UInt(bitPattern: wordCount))
    return index
  }

  /// A whole word of a row.
  @inline(__always)
  func word(_ row: Int, _ number: Int) -> UInt64 { base[index(row, number)] }

  @inline(__always)
  mutating func put(_ word: UInt64, _ row: Int, _ number: Int) { base[index(row, number)] = word }

  @inline(__always)
  mutating func add(_ word: UInt64, _ row: Int, _ number: Int) { base[index(row, number)] |= word }

  @inline(__always)
  func contains(_ row: Int, _ column: Int) -> Bool {
    word(row, column &>> 6) &>> UInt64(column & 63) & 1 == 1
  }

  @inline(__always)
  mutating func set(_ row: Int, _ column: Int, to isIn: Bool) {
    let index = index(row, column &>> 6)
    let bit = (1 as UInt64) &<< UInt64(column & 63)
    base[index] = isIn ? base[index] | bit : base[index] & ~bit
  }

  /// Whether a row has a bit in common with a row, as long, of another table.
  @inline(__always)
  func meets(_ row: Int, _ other: borrowing Bits, _ otherRow: Int) -> Bool {
    for number in 0..<wordsPerRow where word(row, number) & other.word(otherRow, number) != 0 {
      return true
    }
    return false
  }

  mutating func clear() { base.update(repeating: 0, count: wordCount) }
}
