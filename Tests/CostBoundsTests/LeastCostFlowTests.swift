import LocalSearch
import NetworkFlow
import Testing

@Suite struct LeastCostFlowTests {
  /// The cheap arc is used first, and given up again where that lets more through.
  @Test func aFlowIsTurnedBackWhereMoreFlowsSo() {
    var flow = LeastCostFlow(nodes: 4)
    flow.connect(0, 1, capacity: 1, cost: 0)
    flow.connect(0, 2, capacity: 1, cost: 4)
    flow.connect(1, 2, capacity: 1, cost: 0)
    flow.connect(1, 3, capacity: 1, cost: 6)
    flow.connect(2, 3, capacity: 1, cost: 0)
    let sent = flow.send(from: 0, to: 3)
    #expect(sent.amount == 2)
    #expect(sent.cost == 10)
  }

  @Test func nothingFlowsWhereNoWayLeads() {
    var flow = LeastCostFlow(nodes: 3)
    flow.connect(0, 1, capacity: 5, cost: 1)
    let sent = flow.send(from: 0, to: 2)
    #expect(sent.amount == 0)
    #expect(sent.cost == 0)
  }

  /// People sent to seats one to one, against all ways to do so.
  @Test func assignmentsCostTheLeast() {
    var random = RandomSource(seed: 7)
    for _ in 0..<100 {
      let size = 1 + random.below(5)
      let costs = (0..<size).map { _ in (0..<size).map { _ in random.below(20) } }
      var flow = LeastCostFlow(nodes: 2 * size + 2)
      for row in 0..<size {
        flow.connect(2 * size, row, capacity: 1, cost: 0)
        flow.connect(size + row, 2 * size + 1, capacity: 1, cost: 0)
        for column in 0..<size {
          flow.connect(row, size + column, capacity: 1, cost: costs[row][column])
        }
      }
      let sent = flow.send(from: 2 * size, to: 2 * size + 1)
      #expect(sent.amount == size)
      #expect(sent.cost == leastSum(costs, Array(0..<size)))
    }
  }

  private func leastSum(_ costs: [[Int]], _ columns: [Int]) -> Int {
    guard let row = costs.first else { return 0 }
    return columns.map { column in
      row[column] + leastSum(Array(costs.dropFirst()), columns.filter { $0 != column })
    }.min() ?? 0
  }
}
