/// Which agendas a bound is computed from: one for each class, for each thing that several series
/// hold, and for each series whose wishes have no home in those.
struct Outlines {
  /// Where a series is a strand of its own.
  struct Home: Hashable {
    var agenda: Int
    var strand: Int
  }

  let series: [UnitSeries]
  private(set) var agendas: [AgendaOutline] = []
  private(set) var homes: [[Home]]
  /// Of each series: those of its homes that share the cost of its missing days.
  private(set) var spreadHomes: [[Home]]

  private let input: BoundInput
  private let scale: Int
  private let days: [Range<Int>]
  /// Steps that all agendas together may take for one exchange, and that one may.
  private let budget: Int
  private var limit: Int
  /// Steps of the agendas of one series.
  private var ownSteps = 0

  init(_ input: BoundInput, scale: Int, steps: Int) {
    self.input = input
    self.scale = scale
    var days = Array(repeating: 0..<0, count: (input.dayOfSlot.last ?? -1) + 1)
    for (slot, day) in input.dayOfSlot.enumerated() {
      days[day] = (days[day].isEmpty ? slot : days[day].lowerBound)..<slot + 1
    }
    self.days = days
    let longest = days.map(\.count).max() ?? 0
    series = input.series.map { UnitSeries($0, slotsPerDay: longest, scale: scale) }
    homes = Array(repeating: [], count: series.count)
    spreadHomes = homes
    budget = steps / 4
    limit = budget / 4

    addClasses()
    addHeldThings()
    shrink()
    for (index, agenda) in agendas.enumerated() {
      for (strand, content) in agenda.strands.enumerated() where content.members.count == 1 {
        homes[content.members[0]].append(Home(agenda: index, strand: strand))
      }
    }
    addSpread()
    addStartCosts()
  }

  // MARK: Classes

  private mutating func addClasses() {
    let pattern = DayPattern.pattern(
      lonely: input.weight(.lonely) * scale, gap: input.weight(.gaps) * scale)
    var attended: [[Int]] = []
    for (number, series) in input.series.enumerated() where self.series[number].sessions > 0 {
      for studyClass in series.classes {
        while attended.count <= studyClass { attended.append([]) }
        attended[studyClass].append(number)
      }
    }
    for all in attended where !all.isEmpty {
      let apart = neverAtOnce(all)
      var outline = outline(of: apart)
      if apart.count < all.count {
        outline.fillers = Set(all.filter { !apart.contains($0) }.flatMap { series[$0].slots })
      }
      outline.pattern = pattern
      outline.loadCosts = loadCosts(isFilled: !outline.fillers.isEmpty)
      arrange(&outline)
      agendas.append(outline)
    }
  }

  /// Series of a class that cannot meet at once, since all of them hold one thing: the most
  /// sessions there are of such.
  private func neverAtOnce(_ all: [Int]) -> [Int] {
    var holders: [Int: (sessions: Int, series: [Int])] = [:]
    for number in all {
      for thing in input.series[number].holds {
        holders[thing, default: (0, [])].sessions += series[number].sessions
        holders[thing, default: (0, [])].series.append(number)
      }
    }
    let most = holders.max { ($0.value.sessions, $1.key) < ($1.value.sessions, $0.key) }
    if let most { return most.value.series }
    return all.max { (series[$0].sessions, $1) < (series[$1].sessions, $0) }.map { [$0] } ?? []
  }

  private func loadCosts(isFilled: Bool) -> [Int] {
    let given = input.loadCosts.map { min(BoundInput.largestWeight, max(0, $0)) * scale }
    guard let last = given.last, given.contains(where: { $0 > 0 }) else { return [] }
    let longest = days.map(\.count).max() ?? 0
    var costs = (0...longest).map { $0 < given.count ? given[$0] : last }
    // A day may have more busy slots than the agenda knows of.
    if isFilled {
      for sum in (0..<longest).reversed() { costs[sum] = min(costs[sum], costs[sum + 1]) }
    }
    return costs
  }

  // MARK: Things held

  private mutating func addHeldThings() {
    var holders: [Int: [Int]] = [:]
    for (number, series) in input.series.enumerated() where self.series[number].sessions > 0 {
      for thing in Set(series.holds) { holders[thing, default: []].append(number) }
    }
    var agendasOf = Array(repeating: [Int](), count: series.count)
    for (index, agenda) in agendas.enumerated() {
      for strand in agenda.strands {
        for member in strand.members { agendasOf[member].append(index) }
      }
    }
    for thing in holders.keys.sorted() {
      guard let all = holders[thing], all.count > 1 else { continue }
      // One that another agenda holds apart already would say nothing new.
      let common = all.dropFirst().reduce(Set(agendasOf[all[0]])) {
        $0.intersection(agendasOf[$1])
      }
      if !common.isEmpty { continue }
      for number in all { agendasOf[number].append(agendas.count) }
      var outline = outline(of: all)
      arrange(&outline)
      agendas.append(outline)
    }
  }

  private func outline(of numbers: [Int]) -> AgendaOutline {
    AgendaOutline(numbers.map { AgendaOutline.Strand($0, series[$0]) })
  }

  private func arrange(_ outline: inout AgendaOutline) {
    outline.arrange(days: days, dayOfSlot: input.dayOfSlot, limit: limit)
  }

  /// Lowers what one agenda may cost until all together are within the budget; if that is not
  /// enough, leaves out the last ones, which makes the bound lower and is right.
  private mutating func shrink() {
    var total = agendas.reduce(0) { $0 + $1.steps }
    while total > budget, limit > 1_000 {
      limit = limit / 4 * 3
      for index in agendas.indices where agendas[index].steps > limit { arrange(&agendas[index]) }
      total = agendas.reduce(0) { $0 + $1.steps }
    }
    while total > budget, let last = agendas.popLast() { total -= last.steps }
  }

  // MARK: Series

  /// Finds homes for the cost of missing days. Where every session that is not the first of its day
  /// means a day less than wished, a price for such sessions is all there is to it; else the home
  /// must count them, which needs more states.
  private mutating func addSpread() {
    guard input.weight(.spread) > 0 else { return }
    for number in series.indices where series[number].maySpreadBetter {
      let free = max(0, series[number].freeRepeats)
      spreadHomes[number] = homes[number].filter { home in
        if free == 0 { return true }
        var outline = agendas[home.agenda]
        outline.strands[home.strand].kind.repeats = free
        outline.measure()
        if outline.steps > limit { return false }
        agendas[home.agenda] = outline
        return true
      }
      if spreadHomes[number].isEmpty, let home = ownAgenda(number) {
        agendas[home.agenda].strands[0].kind.repeats = free
        agendas[home.agenda].measure()
        spreadHomes[number] = [home]
      }
    }
  }

  private mutating func addStartCosts() {
    for number in series.indices where homes[number].isEmpty {
      if series[number].prices.contains(where: { $0 > 0 }) { _ = ownAgenda(number) }
    }
  }

  /// An agenda of one series, unless the steps are used up.
  private mutating func ownAgenda(_ number: Int) -> Home? {
    var outline = outline(of: [number])
    arrange(&outline)
    ownSteps += outline.steps
    guard ownSteps <= budget else { return nil }
    let home = Home(agenda: agendas.count, strand: 0)
    agendas.append(outline)
    homes[number].append(home)
    return home
  }
}
