/// The most pairs of kinds that are kept: beyond, the things held are asked one by one.
private let mostRivals = 4_000_000

extension ProblemBuilder {
  /// Numbers the kinds of sessions and works out which exclude each other.
  mutating func addKinds() {
    var numbers: [[Int]: Int] = [:]
    var holdings: [[Int]] = []
    var bounds: [ClosedRange<Int>?] = []
    for session in 0..<problem.sessionCount {
      let key = exclusiveHoldings(session)
      let number = numbers[key] ?? holdings.count
      if number == holdings.count {
        numbers[key] = number
        holdings.append(key)
        bounds.append(nil)
      }
      problem.kindOf.append(number)
      if let days = dayBounds[session] {
        let held = bounds[number] ?? days
        bounds[number] =
          min(held.lowerBound, days.lowerBound)...max(held.upperBound, days.upperBound)
      }
    }
    problem.kindCount = holdings.count
    guard let rivals = rivals(among: holdings) else { return }
    problem.hasKinds = true
    problem.kindRivals = Lists(rivals)
    for days in bounds {
      let rows = addRows(days, slotBase: problem.kindTableSize, dayBase: 0)
      problem.kindRow.append(rows.slotRow)
      problem.kindTableSize += rows.slots
      problem.kindFirstSlot.append(days.map { problem.dayFirst[$0.lowerBound] } ?? 0)
      problem.kindEndSlot.append(days.map { problem.dayFirst[$0.upperBound + 1] } ?? 0)
    }
  }

  /// What a session holds whenever it meets and nobody else can hold then; teachers without whom it
  /// cannot be are among it.
  private func exclusiveHoldings(_ session: Int) -> [Int] {
    var holdings: Set<Int> = []
    for member in problem.fixedMembers(session) {
      let resource = problem.memberResource[member]
      if problem.capacity[resource] == 1, problem.memberDemand[member] == 1 {
        holdings.insert(resource)
      }
    }
    for member in problem.teacherMembers(session) {
      if problem.isLocked[session] {
        if problem.memberAtFirst[member] >= 0 { holdings.insert(problem.memberAtFirst[member]) }
        continue
      }
      let set = problem.memberCandidates[member]
      if set >= 0, problem.candidateSets.size(set) == 1 {
        holdings.insert(problem.candidateSets.contents(set)[0])
      }
    }
    return holdings.sorted()
  }

  /// Nil where there are too many of them.
  private func rivals(among holdings: [[Int]]) -> [[Int]]? {
    var holders = [[Int]](repeating: [], count: problem.resourceCount)
    for (kind, held) in holdings.enumerated() {
      for resource in held { holders[resource].append(kind) }
    }
    var total = 0
    var rivals: [[Int]] = []
    for held in holdings {
      var found: Set<Int> = []
      for resource in held { found.formUnion(holders[resource]) }
      total += found.count
      if total > mostRivals { return nil }
      rivals.append(found.sorted())
    }
    return rivals
  }
}
