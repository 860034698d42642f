import Dispatch
import Synchronization

/// Several chains on their way to one answer: cycle by cycle, all of them going on from the best.
struct ChainRun {
  let chains: [Chain]
  let threads: Int
  let budget: Budget
  let tidies: Bool
  let isCancelled: @Sendable () -> Bool
  let progress: @Sendable (SolveProgress) -> Void

  /// Runs them to the end of their budget; the chain with the best timetable, the first of equals.
  /// There must be one chain at least.
  func best() -> Chain {
    var cycle = 0
    while true {
      let winner = Winner()
      advance(chains, beyond: cycle, winner)
      let best = bestSoFar
      let next = chains.map { $0.nextCycle(budget) }.min() ?? Int.max
      if next == Int.max || best.search.hasNothingToImprove || isCancelled() {
        // What is left is to tidy equals, which is worth while for the answer alone.
        if tidies { advance([best], beyond: Int.max, Winner()) }
        return best
      }
      exchange(from: best)
      cycle = max(cycle + 1, next)
    }
  }

  private func advance(_ chains: [Chain], beyond cycle: Int, _ winner: Winner) {
    @Sendable func run(_ chain: Chain) {
      if winner.beats(chain.number) { return }
      chain.advance(
        beyond: cycle, budget, isCancelled: { winner.beats(chain.number) || isCancelled() },
        progress: { if chain.number == 0 { progress($0) } })
      if chain.search.hasNothingToImprove { winner.claim(chain.number) }
    }
    let threads = min(max(1, threads), chains.count)
    if threads > 1 {
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        for number in stride(from: thread, to: chains.count, by: threads) { run(chains[number]) }
      }
    } else {
      for chain in chains { run(chain) }
    }
  }

  private var bestSoFar: Chain {
    var best = chains[0]
    for chain in chains.dropFirst() where chain.isBetter(than: best) { best = chain }
    return best
  }

  private func exchange(from best: Chain) {
    if chains.count < 2 { return }
    let state = best.search.bestState()
    for chain in chains where best.isBetter(than: chain) { chain.search.adopt(state) }
  }
}

extension Chain {
  /// More sessions placed, or as many at less cost.
  func isBetter(than other: Chain) -> Bool {
    (-search.best.placed, search.bestCost) < (-other.search.best.placed, other.search.bestCost)
  }
}

/// The first chain that found a timetable that nothing can better: chains after it need not go on,
/// and those before it must, since the first of equals is the answer.
private final class Winner: Sendable {
  private let chain = Atomic<Int>(Int.max)

  func claim(_ chain: Int) { self.chain.min(chain, ordering: .relaxed) }
  func beats(_ chain: Int) -> Bool { self.chain.load(ordering: .relaxed) < chain }
}
