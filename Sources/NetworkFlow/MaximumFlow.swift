/// Maximum flow by blocking flows (Dinic 1970), with capacities that may be raised between calls:
/// a flow found before is kept and only added to.
public struct MaximumFlow: Sendable {
  private struct Arc: Sendable {
    var to: Int
    /// What may still flow.
    var rest: Int
    var capacity: Int
  }

  /// Arc 2i leads forward, arc 2i + 1 back.
  private var arcs: [Arc] = []
  private var leaving: [[Int]]
  private var level: [Int] = []
  private var next: [Int] = []

  public init(nodes: Int) { leaving = Array(repeating: [], count: nodes) }

  /// Adds an arc and gives its number. Nodes count from 0; capacities are not negative.
  public mutating func connect(_ from: Int, _ to: Int, capacity: Int) -> Int {
    let number = arcs.count / 2
    leaving[from].append(arcs.count)
    arcs.append(Arc(to: to, rest: capacity, capacity: capacity))
    leaving[to].append(arcs.count)
    arcs.append(Arc(to: from, rest: 0, capacity: 0))
    return number
  }

  public func flow(in arc: Int) -> Int { arcs[2 * arc].capacity - arcs[2 * arc].rest }

  /// Raises a capacity; a lower one than before is ignored.
  public mutating func raise(_ arc: Int, to capacity: Int) {
    let more = capacity - arcs[2 * arc].capacity
    guard more > 0 else { return }
    arcs[2 * arc].capacity = capacity
    arcs[2 * arc].rest += more
  }

  /// Adds as much flow as can be, and gives how much that was.
  public mutating func augment(from source: Int, to sink: Int) -> Int {
    var total = 0
    while findLevels(from: source, to: sink) {
      next = Array(repeating: 0, count: leaving.count)
      while true {
        let sent = sendOnePath(from: source, to: sink)
        if sent == 0 { break }
        total += sent
      }
    }
    return total
  }

  /// The nodes on the source's side of a minimum cut, once the flow is at its maximum.
  public func sourceSide(from source: Int) -> [Bool] {
    var seen = Array(repeating: false, count: leaving.count)
    seen[source] = true
    var queue = [source]
    var head = 0
    while head < queue.count {
      for arc in leaving[queue[head]] where arcs[arc].rest > 0 && !seen[arcs[arc].to] {
        seen[arcs[arc].to] = true
        queue.append(arcs[arc].to)
      }
      head += 1
    }
    return seen
  }

  private mutating func findLevels(from source: Int, to sink: Int) -> Bool {
    level = Array(repeating: -1, count: leaving.count)
    level[source] = 0
    var queue = [source]
    var head = 0
    while head < queue.count, level[sink] < 0 {
      let node = queue[head]
      for arc in leaving[node] where arcs[arc].rest > 0 && level[arcs[arc].to] < 0 {
        level[arcs[arc].to] = level[node] + 1
        queue.append(arcs[arc].to)
      }
      head += 1
    }
    return level[sink] >= 0
  }

  /// Walks level by level with an explicit path, so that long networks need no deep recursion.
  private mutating func sendOnePath(from source: Int, to sink: Int) -> Int {
    var path: [Int] = []
    var node = source
    while node != sink {
      if next[node] < leaving[node].count {
        let arc = leaving[node][next[node]]
        if arcs[arc].rest > 0, level[arcs[arc].to] == level[node] + 1 {
          path.append(arc)
          node = arcs[arc].to
        } else {
          next[node] += 1
        }
      } else {
        guard let last = path.popLast() else { return 0 }
        node = arcs[last ^ 1].to
        next[node] += 1
      }
    }
    let amount = path.reduce(Int.max) { min($0, arcs[$1].rest) }
    for arc in path {
      arcs[arc].rest -= amount
      arcs[arc ^ 1].rest += amount
    }
    return amount
  }
}
