import NetworkFlow
import Testing

@Suite struct MaximumFlowTests {
  /// Small random networks: the flow is as large as the smallest of all cuts.
  @Test func flowsAreAsLargeAsTheSmallestCut() {
    var random = RandomNumbers(seed: 7)
    for _ in 0..<500 {
      let nodes = random.next(2...7)
      var arcs: [(from: Int, to: Int, capacity: Int)] = []
      for _ in 0..<random.next(0...16) {
        arcs.append(
          (random.next(0...(nodes - 1)), random.next(0...(nodes - 1)), random.next(0...9)))
      }
      var network = MaximumFlow(nodes: nodes)
      let numbers = arcs.map { network.connect($0.from, $0.to, capacity: $0.capacity) }
      let flow = network.augment(from: 0, to: nodes - 1)
      func cut(_ isInside: (Int) -> Bool) -> Int {
        arcs.filter { isInside($0.from) && !isInside($0.to) }.reduce(0) { $0 + $1.capacity }
      }
      let smallest = (0..<(1 << nodes)).filter { $0 & 1 == 1 && $0 >> (nodes - 1) & 1 == 0 }
        .map { set in cut { set >> $0 & 1 == 1 } }.min()
      #expect(flow == smallest)
      let side = network.sourceSide(from: 0)
      #expect(cut { side[$0] } == flow)
      for (arc, number) in zip(arcs, numbers) {
        #expect((0...arc.capacity).contains(network.flow(in: number)))
      }
      for node in 1..<max(1, nodes - 1) {
        let balance = zip(arcs, numbers).reduce(0) { sum, entry in
          let sent = network.flow(in: entry.1)
          return sum + (entry.0.to == node ? sent : 0) - (entry.0.from == node ? sent : 0)
        }
        #expect(balance == 0)
      }
    }
  }

  @Test func raisedCapacitiesAddToTheFlow() {
    var network = MaximumFlow(nodes: 3)
    let first = network.connect(0, 1, capacity: 2)
    let second = network.connect(1, 2, capacity: 5)
    #expect(network.augment(from: 0, to: 2) == 2)
    network.raise(first, to: 4)
    network.raise(second, to: 1)
    #expect(network.augment(from: 0, to: 2) == 2)
    #expect(network.flow(in: first) == 4)
    #expect(network.flow(in: second) == 4)
  }
}
