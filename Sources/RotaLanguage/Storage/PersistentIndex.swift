/// A table from keys to positions whose copies share what they have in common; the companion of
/// `PersistentArray`.
///
/// A hash trie (Bagwell, "Ideal Hash Trees", 2001): each level takes four more bits of the hash, and
/// a node that holds many keys hands them down to the next level.
struct PersistentIndex<Key: Hashable & Sendable>: Sendable {
  private var root = Node()

  private struct Entry: Sendable {
    let hash: Int
    let key: Key
    var position: Int
  }

  // Changed only through `mutating` functions of the index after a check that nobody else holds it.
  private final class Node: @unchecked Sendable {
    var entries: [Entry] = []
    /// Sixteen, or none while the entries are few.
    var children: [Node] = []
    func copy() -> Node {
      let copy = Node()
      copy.entries = entries
      copy.children = children
      return copy
    }
  }

  private static var most: Int { 12 }
  private static var deepest: Int { 15 }

  subscript(key: Key) -> Int? {
    get {
      let hash = key.hashValue
      var node = root
      var depth = 0
      while !node.children.isEmpty {
        node = node.children[(hash >> (depth * 4)) & 15]
        depth += 1
      }
      return node.entries.first { $0.hash == hash && $0.key == key }?.position
    }
    set {
      guard let newValue else { return }
      Self.set(key, key.hashValue, newValue, in: &root, depth: 0)
    }
  }

  private static func set(
    _ key: Key, _ hash: Int, _ position: Int, in node: inout Node, depth: Int
  ) {
    if !isKnownUniquelyReferenced(&node) { node = node.copy() }
    if !node.children.isEmpty {
      return set(
        key, hash, position, in: &node.children[(hash >> (depth * 4)) & 15], depth: depth + 1)
    }
    if let index = node.entries.firstIndex(where: { $0.hash == hash && $0.key == key }) {
      node.entries[index].position = position
      return
    }
    node.entries.append(Entry(hash: hash, key: key, position: position))
    guard node.entries.count > most, depth < deepest else { return }
    node.children = (0..<16).map { _ in Node() }
    for entry in node.entries {
      node.children[(entry.hash >> (depth * 4)) & 15].entries.append(entry)
    }
    node.entries = []
  }
}
