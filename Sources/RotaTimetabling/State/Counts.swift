/// A table of counters of fixed size, kept in 32 bits and handed out as `Int`.
///
/// It owns its memory and cannot be copied, so a write needs no check whether somebody else holds
/// the same buffer, which `Array` makes at every write. The pointer never leaves the type. Every index
/// is checked in debug builds, where all tests run (docs/decisions/20-checked-in-debug-builds.md).
struct Counts: ~Copyable {
  private let base: UnsafeMutablePointer<Int32>
  let count: Int

  init(repeating value: Int, count: Int) {
    self.count = count
    base = .allocate(capacity: Swift.max(1, count))
    base.initialize(repeating: Int32(clamping: value), count: count)
  }

  init(_ column: Column) {
    self.init(repeating: 0, count: column.count)
    for index in 0..<count { self[index] = column[index] }
  }

  deinit { base.deallocate() }

  @inline(__always)
  subscript(index: Int) -> Int {
    get {
      // One comparison for both ends: a negative index is a huge unsigned one.
      assert(UInt(bitPattern: index) < UInt(bitPattern: count))
      return Int(base[index])
    }
    set {
      assert(UInt(bitPattern: index) < UInt(bitPattern: count))
      base[index] = Int32(truncatingIfNeeded: newValue)
    }
  }

  /// The number of places in which two tables of one size differ.
  borrowing func differences(from other: borrowing Counts) -> Int {
    var differing = Swift.max(count, other.count) - Swift.min(count, other.count)
    for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
      differing += 1
    }
    return differing
  }
}
