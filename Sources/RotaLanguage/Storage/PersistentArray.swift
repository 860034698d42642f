import Synchronization

/// An array whose copies share what they have in common, so that keeping a copy before every
/// statement costs little however long the array has become.
///
/// A tree of fixed width: elements lie in leaves of 32, leaves in nodes of 32, and so on (Bagwell
/// and Rompf, "RRB-trees", 2011, without the relaxation). The leaf that is not full yet lies beside
/// the tree, and copies share it too while only one of them grows; to change an element copies the
/// nodes above it that somebody else holds as well.
public struct PersistentArray<Element: Sendable>: Sendable {
  /// Full leaves.
  private var root = Node(children: [], elements: [])
  /// Levels of nodes above the leaves.
  private var height = 0
  /// What does not fill a leaf yet.
  private var tail = Tail()
  /// How many elements are in the tree.
  private var tailStart = 0
  public private(set) var count = 0

  private var tailCount: Int { count - tailStart }

  private static var bits: Int { 5 }
  private static var width: Int { 1 << bits }

  public init() {}

  /// An element by itself, so that a leaf is copied by its addresses alone.
  ///
  /// Unchecked, as it is a class with something to change: changed only through `mutating` functions of the array after a check that nobody else holds it.
  private final class Box: @unchecked Sendable {
    var element: Element
    init(_ element: consuming Element) { self.element = element }
  }

  // Unchecked for the same reason, and changed in the same way.
  private final class Node: @unchecked Sendable {
    var children: [Node]
    var elements: [Box]
    init(children: [Node], elements: [Box]) {
      self.children = children
      self.elements = elements
    }
    func copy() -> Node { Node(children: children, elements: elements) }
  }

  /// A leaf in the making. Arrays that share it see of it as many elements as they had when they
  /// parted: the first of them to grow takes the next place, and the others go on in leaves of their
  /// own.
  ///
  /// Unchecked: a place is taken by an atomic exchange and filled before the array that took it is handed
  /// on; nobody else looks at it. What is there is changed only where nobody else holds the leaf.
  private final class Tail: @unchecked Sendable {
    // Places that hold nothing yet, which no array has. As many as were taken are freed with the leaf.
    private let places = UnsafeMutablePointer<Box>.allocate(capacity: width)
    private let taken: Atomic<Int>

    init() { taken = Atomic(0) }

    /// A leaf of one's own with the first elements of another.
    init(_ other: Tail, count: Int) {
      places.initialize(from: other.places, count: count)
      taken = Atomic(count)
    }

    deinit {
      places.deinitialize(count: taken.load(ordering: .acquiring))
      places.deallocate()
    }

    /// Puts something at a place, unless somebody else has taken it.
    func put(_ box: Box, at place: Int) -> Bool {
      let (isMine, _) = taken.compareExchange(
        expected: place, desired: place + 1, ordering: .acquiringAndReleasing)
      if isMine { (places + place).initialize(to: box) }
      return isMine
    }

    subscript(place: Int) -> Box {
      get { places[place] }
      set { places[place] = newValue }
    }

    func elements(_ count: Int) -> [Box] {
      Array(UnsafeBufferPointer(start: places, count: count))
    }
  }

  public mutating func append(_ element: consuming Element) {
    let box = Box(element)
    if tailCount == Self.width {
      push(Node(children: [], elements: tail.elements(Self.width)))
      tail = Tail()
      tailStart = count
    }
    if !tail.put(box, at: tailCount) {
      tail = Tail(tail, count: tailCount)
      _ = tail.put(box, at: tailCount)
    }
    count += 1
  }

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
    if index < tailStart { return Self.update(&root, height: height, index, body) }
    if !isKnownUniquelyReferenced(&tail) { tail = Tail(tail, count: tailCount) }
    return Self.update(&tail[index - tailStart], body)
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

  /// The leaf of the tree that holds an index; the first of its elements has a multiple of 32.
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

extension PersistentArray {
  /// Looks at all elements where they lie, in order. A walk that takes them out counts the references
  /// to each up and down, and waits for the memory of each. The addresses are good only for the call: the
  /// array is held meanwhile, and nobody changes it.
  @inline(__always)
  func inspect(_ look: (_ index: Int, _ element: UnsafePointer<Element>) -> Void) {
    for start in stride(from: 0, to: count, by: Self.width) {
      let leaf = start < tailStart ? leaf(holding: start).elements : tail.elements(tailCount)
      leaf.withUnsafeBufferPointer { boxes in
        for offset in boxes.indices {
          Unmanaged.passUnretained(boxes[offset])._withUnsafeGuaranteedRef { box in
            // By its address: to hand the element itself on makes a copy of it.
            withUnsafeMutablePointer(to: &box.element) { look(start + offset, UnsafePointer($0)) }
          }
        }
      }
    }
  }
}

extension PersistentArray: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(index: Int) -> Element {
    // Who wants one field of an element gets no copy of the others.
    _read {
      if index < tailStart {
        yield leaf(holding: index).elements[index & (Self.width - 1)].element
      } else {
        yield tail[index - tailStart].element
      }
    }
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
      if position == 0 {
        elements =
          offset < array.tailStart
          ? array.leaf(holding: offset).elements : array.tail.elements(array.tailCount)
      }
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
