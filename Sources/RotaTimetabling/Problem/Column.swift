/// Whole numbers kept in 32 bits and handed out as `Int`: half the memory of `[Int]`, so that twice
/// as much of a problem fits into the cache.
struct Column: Equatable, Sendable {
  private(set) var values: [Int32]

  init(_ values: [Int] = []) { self.values = values.map { Int32(clamping: $0) } }
  init(repeating value: Int, count: Int) {
    values = Array(repeating: Int32(clamping: value), count: count)
  }

  var count: Int { values.count }
  /// 0 for an empty column.
  var largest: Int { Int(values.max() ?? 0) }

  @inline(__always)
  subscript(index: Int) -> Int {
    get { Int(values[index]) }
    set { values[index] = Int32(clamping: newValue) }
  }

  mutating func append(_ value: Int) { values.append(Int32(clamping: value)) }
}

/// Many lists in two columns (compressed rows): list i is `items` at `range(i)`.
struct Lists: Equatable, Sendable {
  private(set) var offsets = Column([0])
  private(set) var items = Column()

  init(_ lists: [[Int]] = []) { for list in lists { append(list) } }

  var count: Int { offsets.count - 1 }

  @inline(__always)
  func range(_ list: Int) -> Range<Int> { offsets[list]..<offsets[list + 1] }

  @inline(__always)
  func size(_ list: Int) -> Int { offsets[list + 1] - offsets[list] }

  func contents(_ list: Int) -> [Int] { range(list).map { items[$0] } }

  /// The first item of each list; the lists must not be empty.
  var firsts: [Int] { (0..<count).map { items[offsets[$0]] } }

  mutating func append(_ list: [Int]) {
    for item in list { items.append(item) }
    offsets.append(items.count)
  }
}

/// Rows of bits, one bit for each slot.
struct SlotSets: Equatable, Sendable {
  private let wordsPerRow: Int
  private var words: [UInt64] = []
  private(set) var count = 0

  init(slotCount: Int) { wordsPerRow = (slotCount + 63) / 64 }

  @inline(__always)
  func contains(_ row: Int, _ slot: Int) -> Bool {
    words[row * wordsPerRow + slot >> 6] >> UInt64(slot & 63) & 1 == 1
  }

  /// Adds a row and gives its number.
  mutating func append(where holds: (Int) -> Bool, slotCount: Int) -> Int {
    var row = [UInt64](repeating: 0, count: wordsPerRow)
    for slot in 0..<slotCount where holds(slot) { row[slot >> 6] |= 1 << UInt64(slot & 63) }
    words += row
    count += 1
    return count - 1
  }
}
