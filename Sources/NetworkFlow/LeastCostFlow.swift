/// A flow that is as large as can be and, among those, costs least: along a cheapest path again and
/// again (Busacker and Gowen 1960).
public struct LeastCostFlow: Sendable {
  private struct Arc: Sendable {
    var to: Int
    /// What may still flow.
    var rest: Int
    var cost: Int
  }

  /// Arc 2i leads forward, arc 2i + 1 back.
  private var arcs: [Arc] = []
  private var leaving: [[Int]]

  public init(nodes: Int) { leaving = Array(repeating: [], count: nodes) }

  /// Adds an arc. Nodes count from 0; capacities and costs are not negative.
  public mutating func connect(_ from: Int, _ to: Int, capacity: Int, cost: Int) {
    leaving[from].append(arcs.count)
    arcs.append(Arc(to: to, rest: capacity, cost: cost))
    leaving[to].append(arcs.count)
    arcs.append(Arc(to: from, rest: 0, cost: -cost))
  }

  /// Sends as much as can be, and gives how much that was and what it costs.
  public mutating func send(from source: Int, to sink: Int) -> (amount: Int, cost: Int) {
    var amount = 0
    var cost = 0
    while let path = cheapestPath(from: source, to: sink), !path.isEmpty {
      let more = path.reduce(Int.max) { min($0, arcs[$1].rest) }
      for arc in path {
        arcs[arc].rest -= more
        arcs[arc ^ 1].rest += more
        cost += more * arcs[arc].cost
      }
      amount += more
    }
    return (amount, cost)
  }

  /// Arcs from the sink back to the source, by Bellman and Ford's method with a queue.
  private func cheapestPath(from source: Int, to sink: Int) -> [Int]? {
    var distance = Array(repeating: Int.max, count: leaving.count)
    var arrival = Array(repeating: -1, count: leaving.count)
    var isWaiting = Array(repeating: false, count: leaving.count)
    distance[source] = 0
    var queue = [source]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      isWaiting[node] = false
      for arc in leaving[node] where arcs[arc].rest > 0 {
        let to = arcs[arc].to
        let sum = distance[node] + arcs[arc].cost
        guard sum < distance[to] else { continue }
        distance[to] = sum
        arrival[to] = arc
        if !isWaiting[to] {
          isWaiting[to] = true
          queue.append(to)
        }
      }
    }
    guard distance[sink] < Int.max else { return nil }
    var path: [Int] = []
    var node = sink
    while node != source {
      path.append(arrival[node])
      node = arcs[arrival[node] ^ 1].to
    }
    return path
  }
}
