/// The least cost of the rules about time, from below.
enum TimeBound {
  /// Costs are multiplied by this, so that they can be shared out among agendas in whole numbers.
  private static let scale = 1 << 12

  /// Exchanges stop when two in a row bring less than this, in scaled cost.
  private static let leastGain = scale / 32

  /// What an outline spends on one start of a strand, before any table is made.
  private static let stepsOfStart = 8

  static func leastCost(of input: BoundInput, steps: Int) -> Int {
    let rules = BoundInput.Rule.timeRules.filter(input.isActive)
    // Even to look at every start of every series, for all who hold it, may be too much.
    let starts = input.series.reduce(0) {
      $0 + $1.starts.count * (1 + $1.classes.count + $1.holds.count)
    }
    if rules.isEmpty || starts * stepsOfStart > steps { return 0 }
    let outlines = Outlines(input, scale: scale, steps: steps)
    let agendas = makeAgendas(outlines, input)
    for agenda in agendas { agenda.settle() }
    // An agenda that cannot be kept proves that there is no complete timetable: no cost to tell.
    guard agendas.allSatisfy({ Agenda.isReachable($0.leastCost(isForward: false)) }) else {
      return 0
    }
    var best = agendas.reduce(0) { $0 + $1.leastCost(isForward: false) }

    let shared = Set(outlines.homes.filter { $0.count > 1 }.flatMap { $0.map(\.agenda) })
    let alone = agendas.indices.filter { !shared.contains($0) }
      .reduce(0) { $0 + agendas[$1].leastCost(isForward: false) }
    let stepsOfSweep = shared.reduce(0) { $0 + outlines.agendas[$1].steps }
    var used = outlines.agendas.reduce(0) { $0 + $1.steps } + stepsOfSweep
    var exchange = Exchange(agendas, outlines: outlines, dayOfSlot: input.dayOfSlot)
    var isForward = true
    var poorSweeps = 0
    while !shared.isEmpty, used <= steps, poorSweeps < 2 {
      exchange.sweep(isForward: isForward)
      let cost = shared.reduce(alone) { $0 + agendas[$1].leastCost(isForward: isForward) }
      poorSweeps = cost < best + leastGain ? poorSweeps + 1 : 0
      best = max(best, cost)
      isForward.toggle()
      used += stepsOfSweep
    }
    let bound = missingDays(input, outlines) + (max(0, best) + scale - 1) / scale
    return Attainable.sum(atLeast: bound, of: parts(input, rules))
  }

  /// Cost of the days that a series must miss, since it has too few sessions for so many.
  private static func missingDays(_ input: BoundInput, _ outlines: Outlines) -> Int {
    let weight = input.weight(.spread)
    return outlines.series.reduce(0) {
      $0 + ($1.sessions > 0 ? weight * max(0, -$1.freeRepeats) : 0)
    }
  }

  /// The numbers of which every cost of these rules is a sum.
  private static func parts(_ input: BoundInput, _ rules: [BoundInput.Rule]) -> [Int] {
    rules.flatMap { rule in
      switch rule {
      case .load: input.loadCosts
      case .starts: input.series.flatMap(\.startCosts)
      default: [input.weight(rule)]
      }
    }
  }

  private static func makeAgendas(_ outlines: Outlines, _ input: BoundInput) -> [Agenda] {
    let weight = input.weight(.spread) * scale
    var finalPrices = outlines.agendas.map { Array(repeating: 0, count: $0.strands.count) }
    for homes in outlines.spreadHomes {
      for (index, home) in homes.enumerated() {
        finalPrices[home.agenda][home.strand] = share(of: weight, index, homes.count)
      }
    }
    var spaces: [SpaceKey: CountSpace] = [:]
    let agendas = outlines.agendas.enumerated().map { index, outline in
      let key = SpaceKey(kinds: outline.strands.map(\.kind), slotsPerDay: outline.slotsPerDay)
      let space = spaces[key] ?? CountSpace(key.kinds, slotsPerDay: key.slotsPerDay)
      spaces[key] = space
      // Every repeat has been paid for on its day; those that are free are paid back.
      let finalCosts = space.finals.map { final in
        -zip(final.repeats, finalPrices[index]).reduce(0) { $0 + $1.0 * $1.1 }
      }
      return Agenda(outline, space: space, finalCosts: finalCosts)
    }
    for (number, series) in outlines.series.enumerated() {
      for (index, home) in outlines.spreadHomes[number].enumerated() {
        let share = share(of: weight, index, outlines.spreadHomes[number].count)
        agendas[home.agenda].addRepeatPrice(share, strand: home.strand)
      }
      if let home = outlines.homes[number].first, !series.prices.isEmpty {
        agendas[home.agenda].addPrices(series.prices, at: series.slots, strand: home.strand)
      }
    }
    return agendas
  }

  private struct SpaceKey: Hashable {
    var kinds: [CountSpace.Kind]
    var slotsPerDay: Int
  }

  /// One of several parts of a whole number, as equal as can be.
  private static func share(of whole: Int, _ index: Int, _ count: Int) -> Int {
    whole / count + (index < whole % count ? 1 : 0)
  }
}
