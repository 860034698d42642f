import Synchronization

/// Where things may stand in an array that only grows, by the hash of what they are called.
///
/// One table serves all copies of the array, so that a copy before every statement costs nothing: it
/// is never wrong to be told of a position that another copy has filled, because whoever asks looks
/// there. What a copy appends it must add.
final class PositionHints: Sendable {
  private struct Table {
    var first: [Int: Int] = [:]
    /// Where a hash has more than one: names that collide, and copies that went different ways.
    var others: [Int: [Int]] = [:]
  }

  private let table = Mutex(Table())

  func add(_ position: Int, for hash: Int) {
    table.withLock { table in
      guard let known = table.first.updateValue(position, forKey: hash) else { return }
      table.first[hash] = known
      if known == position || table.others[hash]?.contains(position) == true { return }
      table.others[hash, default: []].append(position)
    }
  }

  /// The highest position of a hash at which something is that the asker looks for.
  func last(of hash: Int, where isWanted: (Int) -> Bool) -> Int? {
    let (first, others) = table.withLock { ($0.first[hash], $0.others[hash]) }
    guard let first else { return nil }
    guard let others else { return isWanted(first) ? first : nil }
    return ([first] + others).sorted(by: >).first(where: isWanted)
  }
}
