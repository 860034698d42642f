/// Brings agendas to agree, and so raises the sum of their least costs.
///
/// Each agenda chooses its own sessions, and two that share a series may choose differently: that is
/// why the sum of their least costs is only a bound. Prices tell them of each other. What one pays
/// more for a session in a slot, the others that share the series pay less, so that a timetable,
/// in which all agree, costs the same as before; and so the sum stays a bound at any prices
/// (Lagrangian decomposition; Guignard and Kim 1987).
///
/// The prices are found by evening out. For a slot and a series each agenda says how much dearer its
/// least cost becomes with a session there than without; then all are given the mean of that. It
/// never lowers the sum, and raises it where agendas contradict each other (min-marginal averaging;
/// Globerson and Jaakkola 2007, Lange and Swoboda 2021). The same is done for the number of sessions
/// of a series on a day. All agendas go through the days and slots in step, forward and back in
/// turn, and so each exchange sees all earlier ones.
struct Exchange {
  private let agendas: [Agenda]
  /// Homes of each series that has several, and the slots it may lie in by day.
  private let homes: [[Outlines.Home]]
  private let mostPerDay: [Int]
  private let days: [Day]
  // What the homes of the series at hand say: by number of sessions, and of one choice.
  private var costs: [[Int]] = []
  private var told: [Int] = []

  /// Prices beyond this are not given, so that no sum overflows.
  private static let largestPrice = 1 << 42

  private struct Day {
    /// Agendas that use the day and share a series, with their own number of it.
    var agendas: [(index: Int, day: Int)] = []
    /// Series that may have a session on the day.
    var series: [Int] = []
    /// The same of each slot.
    var slots: [[Int]] = []
  }

  init(_ agendas: [Agenda], outlines: Outlines, dayOfSlot: [Int]) {
    self.agendas = agendas
    homes = outlines.homes.map { $0.count > 1 ? $0 : [] }
    mostPerDay = outlines.series.map { min($0.mostPerDay, $0.sessions) }
    var days = Array(repeating: Day(), count: (dayOfSlot.last ?? -1) + 1)
    var firstSlot = Array(repeating: 0, count: days.count)
    for (slot, day) in dayOfSlot.enumerated() {
      if days[day].slots.isEmpty { firstSlot[day] = slot }
      days[day].slots.append([])
    }
    for (number, series) in outlines.series.enumerated() where !homes[number].isEmpty {
      for slot in series.slots {
        let day = dayOfSlot[slot]
        days[day].slots[slot - firstSlot[day]].append(number)
        if days[day].series.last != number { days[day].series.append(number) }
      }
    }
    let sharing = Set(homes.flatMap { $0.map(\.agenda) })
    for index in sharing.sorted() {
      for (day, number) in agendas[index].numberOfDay { days[day].agendas.append((index, number)) }
    }
    self.days = days
  }

  /// Goes through all days once.
  mutating func sweep(isForward: Bool) {
    for day in isForward ? Array(days.indices) : days.indices.reversed() {
      let found = days[day].agendas
      for (index, number) in found { agendas[index].open(day: number) }
      for series in days[day].series { exchangeCounts(series, on: day) }
      for (index, _) in found { agendas[index].openSlots() }
      for position in days[day].slots.indices {
        for (index, _) in found { agendas[index].weigh(position: position) }
        for series in days[day].slots[position] { exchangeSlot(series, position) }
        for (index, _) in found { agendas[index].passSlot(position) }
      }
      for (index, _) in found { agendas[index].close(isForward: isForward) }
    }
  }

  private mutating func exchangeCounts(_ series: Int, on day: Int) {
    let homes = homes[series]
    let counts = mostPerDay[series] + 1
    while costs.count < homes.count { costs.append([]) }
    for (index, home) in homes.enumerated() {
      agendas[home.agenda].countCosts(of: home.strand, upTo: counts - 1, into: &costs[index])
      // Only differences matter.
      let least = costs[index].min() ?? 0
      for count in 0..<counts { costs[index][count] -= least }
    }
    for count in 0..<counts {
      told.removeAll(keepingCapacity: true)
      for index in homes.indices { told.append(costs[index][count]) }
      guard evenOut() else { continue }
      for (home, share) in zip(homes, told) {
        agendas[home.agenda].addCountPrice(share, strand: home.strand, count: count)
      }
    }
  }

  private mutating func exchangeSlot(_ series: Int, _ position: Int) {
    let homes = homes[series]
    told.removeAll(keepingCapacity: true)
    for home in homes {
      let costs = agendas[home.agenda].choiceCosts(of: home.strand, position: position)
      guard Agenda.isReachable(costs.having), Agenda.isReachable(costs.lacking) else { return }
      told.append(costs.having - costs.lacking)
    }
    guard evenOut() else { return }
    for (home, share) in zip(homes, told) {
      agendas[home.agenda].addPrice(share, position: position, strand: home.strand)
    }
  }

  /// Puts in place of each number told what to add to it, so that all become equal, one apart at
  /// most where the sum cannot be divided. The parts sum up to 0. False where one is out of reach.
  private mutating func evenOut() -> Bool {
    guard told.allSatisfy({ abs($0) < Self.largestPrice }) else { return false }
    let sum = told.reduce(0, +)
    var mean = sum / told.count
    var rest = sum % told.count
    if rest < 0 {
      mean -= 1
      rest += told.count
    }
    for index in told.indices { told[index] = mean + (index < rest ? 1 : 0) - told[index] }
    return true
  }
}
