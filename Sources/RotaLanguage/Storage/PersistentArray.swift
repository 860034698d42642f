/// An array whose copies share what they have in common, so that keeping a copy before every
/// statement costs little however long the array has become.
///
/// A tree of fixed width: elements lie in leaves of 32, leaves in nodes of 32, and so on (Bagwell
/// and Rompf, "RRB-trees", 2011, without the relaxation). The last leaf lies beside the tree, so that
/// to append copies no more than that leaf; to change an element copies the nodes above it that
/// somebody else holds as well.
public struct PersistentArray<Element: Sendable>: Sendable {
  /// Full leaves.
  private var root = Node(children: [], elements: [])
  /// Levels of nodes above the leaves.
  private var height = 0
  /// What does not fill a leaf yet.
  private var tail: [Box] = []
  public private(set) var count = 0

  private static var bits: Int { 5 }
  private static var width: Int { 1 << bits }

  public init() {}

  /// An element by itself, so that a leaf is copied by its addresses alone.
  ///
  /// Changed only through `mutating` functions of the array after a check that nobody else holds it.
  private final class Box: @unchecked Sendable {
    var element: Element
    init(_ element: Element) { self.element = element }
  }

  // Changed only through `mutating` functions of the array after a check that nobody else holds it.
  private final class Node: @unchecked Sendable {
    var children: [Node]
    var elements: [Box]
    init(children: [Node], elements: [Box]) {
      self.children = children
      self.elements = elements
    }
    func copy() -> Node { Node(children: children, elements: elements) }
  }

  public mutating func append(_ element: Element) {
    if tail.count == Self.width {
      push(Node(children: [], elements: tail))
      tail = []
    }
    tail.append(Box(element))
    count += 1
  }

  /// How many elements are in the tree.
  private var treeCount: Int { count - tail.count }

  /// Takes a full leaf into the tree.
  private mutating func push(_ leaf: Node) {
    let index = count - Self.width
    if index == 0 {
      root = leaf
      return
    }
    if index == Self.width << (height * Self.bits) {
      root = Node(children: [root], elements: [])
      height += 1
    }
    Self.push(leaf, under: &root, height: height, at: index)
  }

  private static func push(_ leaf: Node, under node: inout Node, height: Int, at index: Int) {
    if !isKnownUniquelyReferenced(&node) { node = node.copy() }
    if height == 1 {
      node.children.append(leaf)
      return
    }
    let child = (index >> (height * bits)) & (width - 1)
    if child == node.children.count {
      node.children.append(Node(children: [], elements: []))
    }
    push(leaf, under: &node.children[child], height: height - 1, at: index)
  }

  /// Changes one element in place.
  public mutating func update<Result>(
    _ index: Int, _ body: (inout Element) -> Result
  ) -> Result? {
    guard indices.contains(index) else { return nil }
    if index >= treeCount { return Self.update(&tail[index - treeCount], body) }
    return Self.update(&root, height: height, index, body)
  }

  private static func update<Result>(
    _ node: inout Node, height: Int, _ index: Int, _ body: (inout Element) -> Result
  ) -> Result {
    if !isKnownUniquelyReferenced(&node) { node = node.copy() }
    if height == 0 { return update(&node.elements[index & (width - 1)], body) }
    let child = (index >> (height * bits)) & (width - 1)
    return update(&node.children[child], height: height - 1, index, body)
  }

  private static func update<Result>(
    _ box: inout Box, _ body: (inout Element) -> Result
  ) -> Result {
    if !isKnownUniquelyReferenced(&box) { box = Box(box.element) }
    return body(&box.element)
  }

  /// The elements of the leaf that holds an index; the first of them has a multiple of 32.
  private func leaf(holding index: Int) -> [Box] {
    if index >= treeCount { return tail }
    var node = root
    var level = height
    while level > 0 {
      node = node.children[(index >> (level * Self.bits)) & (Self.width - 1)]
      level -= 1
    }
    return node.elements
  }
}

extension PersistentArray: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(index: Int) -> Element {
    leaf(holding: index)[index & (Self.width - 1)].element
  }

  /// Walks leaf by leaf.
  public struct Iterator: IteratorProtocol {
    fileprivate let array: PersistentArray
    fileprivate var offset = 0
    private var elements: [Box] = []

    fileprivate init(_ array: PersistentArray) { self.array = array }

    public mutating func next() -> Element? {
      guard offset < array.count else { return nil }
      let position = offset & (PersistentArray.width - 1)
      if position == 0 { elements = array.leaf(holding: offset) }
      offset += 1
      return elements[position].element
    }
  }

  public func makeIterator() -> Iterator { Iterator(self) }

  public init(_ elements: some Sequence<Element>) {
    self.init()
    for element in elements { append(element) }
  }
}
