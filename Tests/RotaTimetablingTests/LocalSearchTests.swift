import LocalSearch
import Testing

@Suite struct LocalSearchTests {
  @Test func seedsDecideTheNumbers() {
    var first = RandomSource(seed: 42)
    var second = RandomSource(seed: 42)
    var third = RandomSource(seed: 43)
    let numbers = (0..<8).map { _ in first.next() }
    #expect(numbers == (0..<8).map { _ in second.next() })
    #expect(numbers != (0..<8).map { _ in third.next() })
  }

  @Test func numbersStayBelowTheirBoundAndReachAll() {
    var random = RandomSource(seed: 1)
    var seen: Set<Int> = []
    for _ in 0..<1_000 { seen.insert(random.below(7)) }
    #expect(seen == Set(0..<7))
    for _ in 0..<1_000 {
      let unit = random.unit()
      #expect(unit > 0 && unit <= 1)
    }
  }

  @Test(arguments: [
    (1.0, 0.0), (2.718281828459045, 1.0), (0.5, -0.6931471805599453), (1e-12, -27.631021115928547),
    (1e15, 34.538776394910684),
  ])
  func logarithmsAndPowersAreRight(value: Double, logarithm: Double) {
    #expect(abs(Exponential.logarithm(value) - logarithm) < 1e-12)
    #expect(abs(Exponential.power(logarithm) / value - 1) < 1e-12)
  }

  @Test func risesAreAsLikelyAsTheTemperatureSays() {
    var annealing = Annealing(hot: 100, cold: 10)
    var random = RandomSource(seed: 3)
    func share(of rise: Int) -> Double {
      Double((0..<20_000).filter { _ in annealing.largestRise(&random) >= rise }.count) / 20_000
    }
    #expect(abs(share(of: 100) - 0.3679) < 0.02)
    annealing.advance(to: 1)
    #expect(abs(share(of: 10) - 0.3679) < 0.02)
    annealing.advance(to: 0.5)
    // Halfway down a geometric fall: the square root of 100 times 10.
    #expect(abs(share(of: 32) - 0.3635) < 0.02)
  }

  @Test func cyclesFillTheBudgetOneAfterTheOther() {
    let cycles = CoolingCycles(reheats: 4, first: 0.5)
    let positions = (0..<1_000).map { cycles.position(at: Double($0) / 1_000) }
    #expect(positions.map(\.cycle) == positions.map(\.cycle).sorted())
    #expect(
      (0...4).map { cycle in positions.filter { $0.cycle == cycle }.count } == [500]
        + Array(repeating: 125, count: 4))
    for (earlier, later) in zip(positions, positions.dropFirst()) where earlier.cycle == later.cycle
    {
      #expect(earlier.fraction < later.fraction)
    }
    #expect(cycles.position(at: 1) == (4, 1))
    #expect(CoolingCycles(reheats: 0, first: 0.5).position(at: 0.5) == (0, 0.5))
    #expect((0..<3).map(cycles.isHot) == [true, false, false])
  }
}
