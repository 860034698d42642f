/// An array whose copies share what they have in common, so that keeping a copy before every
/// statement costs little however long the array has become.
///
/// A tree of fixed width: elements lie in leaves of 32, leaves in nodes of 32, and so on (Bagwell
/// and Rompf, "RRB-trees", 2011, without the relaxation). To change an element copies the nodes above
/// it that somebody else holds as well.
public struct PersistentArray<Element: Sendable>: Sendable {
  private var root = Node(children: [], elements: [])
  /// Levels of nodes above the leaves.
  private var height = 0
  public private(set) var count = 0

  private static var bits: Int { 5 }
  private static var width: Int { 1 << bits }

  public init() {}

  // Changed only through `mutating` functions of the array after a check that nobody else holds it.
  private final class Node: @unchecked Sendable {
    var children: [Node]
    var elements: [Element]
    init(children: [Node], elements: [Element]) {
      self.children = children
      self.elements = elements
    }
    func copy() -> Node { Node(children: children, elements: elements) }
  }

  public mutating func append(_ element: Element) {
    if count == Self.width << (height * Self.bits) {
      root = Node(children: [root], elements: [])
      height += 1
    }
    Self.append(element, to: &root, height: height, at: count)
    count += 1
  }

  private static func append(
    _ element: Element, to node: inout Node, height: Int, at index: Int
  ) {
    if !isKnownUniquelyReferenced(&node) { node = node.copy() }
    if height == 0 {
      node.elements.append(element)
      return
    }
    let child = (index >> (height * bits)) & (width - 1)
    if child == node.children.count {
      node.children.append(Node(children: [], elements: []))
    }
    append(element, to: &node.children[child], height: height - 1, at: index)
  }

  /// Changes one element in place.
  public mutating func update<Result>(
    _ index: Int, _ body: (inout Element) -> Result
  ) -> Result? {
    guard indices.contains(index) else { return nil }
    return Self.update(&root, height: height, index, body)
  }

  private static func update<Result>(
    _ node: inout Node, height: Int, _ index: Int, _ body: (inout Element) -> Result
  ) -> Result {
    if !isKnownUniquelyReferenced(&node) { node = node.copy() }
    if height == 0 { return body(&node.elements[index & (width - 1)]) }
    let child = (index >> (height * bits)) & (width - 1)
    return update(&node.children[child], height: height - 1, index, body)
  }

  private func leaf(holding index: Int) -> Node {
    var node = root
    var level = height
    while level > 0 {
      node = node.children[(index >> (level * Self.bits)) & (Self.width - 1)]
      level -= 1
    }
    return node
  }
}

extension PersistentArray: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(index: Int) -> Element {
    leaf(holding: index).elements[index & (Self.width - 1)]
  }

  /// Walks leaf by leaf.
  public struct Iterator: IteratorProtocol {
    fileprivate let array: PersistentArray
    fileprivate var offset = 0
    fileprivate var elements: [Element] = []

    public mutating func next() -> Element? {
      guard offset < array.count else { return nil }
      let position = offset & (PersistentArray.width - 1)
      if position == 0 { elements = array.leaf(holding: offset).elements }
      offset += 1
      return elements[position]
    }
  }

  public func makeIterator() -> Iterator { Iterator(array: self) }

  public init(_ elements: some Sequence<Element>) {
    self.init()
    for element in elements { append(element) }
  }
}
