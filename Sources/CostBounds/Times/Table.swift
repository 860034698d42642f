/// Memory of fixed size that is written in place, whoever else refers to it; every index is
/// checked. Its owner frees it.
///
/// By a pointer, since an array in a structure that is being changed is looked at for other holders at every
/// write, in the innermost loop of a bound. The pointer never leaves the type.
struct Table {
  private let base: UnsafeMutablePointer<Int>
  let count: Int

  init(repeating value: Int, count: Int) {
    self.count = count
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: count)
  }

  func free() { base.deallocate() }

  @inline(__always)
  subscript(index: Int) -> Int {
    get {
      // One comparison for both ends: a negative index is a huge unsigned one.
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return base[index]
    }
    nonmutating set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      base[index] = newValue
    }
  }

  func fill(_ range: Range<Int>, with value: Int) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    (base + range.lowerBound).update(repeating: value, count: range.count)
  }
}
