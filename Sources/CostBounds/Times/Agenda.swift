/// What one class, one teacher or one series has to fit into its days, without regard to all
/// others: the least cost is found exactly, by dynamic programming over days and in each day over
/// slots.
///
/// Its sessions take one slot each and never meet at once. They come in *strands*; the sessions of
/// a strand are not told apart. Beside what the rules cost it pays *prices*, for a session of a
/// strand in a slot and for a number of sessions of a strand on a day, by which agendas that share a
/// series come to agree; see `Exchange`.
///
/// A class, since its tables are large and are written in place.
final class Agenda {
  /// More than any sum of costs and prices, and less than a fourth of the largest number.
  static let unreachable = 1 << 58
  private static let reachable = 1 << 57

  static func isReachable(_ cost: Int) -> Bool { cost < reachable }

  let space: CountSpace
  private let pattern: DayPattern
  let strandCount: Int
  /// The agenda's own number of each day that it uses.
  let numberOfDay: [Int: Int]
  private let dayCount: Int
  private let slotsPerDay: Int
  private let slotsOfDay: [Int]
  /// The agenda's own place of each slot that it uses: `day * slotsPerDay + position`.
  private let cellOfSlot: [Int: Int]
  /// What a day costs by the number of its sessions.
  private let costOfSum: [Int]
  /// What ends with the last day, in the order of the space's finals.
  private let finalCosts: [Int]

  /// Price of a session: `(day * slotsPerDay + position) * strandCount + strand`; unreachable where
  /// there can be none.
  private let slotPrices: Table
  /// Strands that may have a session there: those of `day * slotsPerDay + position` stand in `open`
  /// from `openStarts` of that to the next.
  private let openStarts: [Int]
  private let open: [Int]
  /// Whether a session that is in no strand may make the slot busy: `day * slotsPerDay + position`.
  private let isFilled: [Bool]
  /// Price of so many sessions: `(day * strandCount + strand) * (slotsPerDay + 1) + count`.
  private let dayPrices: Table

  // Tables between days, by state: least cost from the beginning, and to the end.
  private let before: Table
  private let after: Table
  /// Least cost of a day: `day * space.countsNumber + counts`.
  private let dayCosts: Table

  // Tables of the day at hand, by counts and state of the pattern.
  private var day = 0
  /// Least cost of all other days, by counts.
  private let rest: Table
  /// Least cost from the beginning of the day to a slot, for two slots in turn.
  private let early: [Table]
  private var turn = 0
  /// Least cost from a slot on, the other days included.
  private let late: Table
  /// Of each strand at the slot at hand, and last of having no session of a strand: least cost
  /// without the price.
  private let choice: Table

  init(_ outline: AgendaOutline, space: CountSpace, finalCosts: [Int]) {
    self.space = space
    self.finalCosts = finalCosts
    pattern = outline.pattern
    strandCount = outline.strands.count
    slotsPerDay = outline.slotsPerDay
    costOfSum = space.sums.map { outline.loadCosts.isEmpty ? 0 : outline.loadCosts[$0] }
    dayCount = outline.days.count
    slotsOfDay = outline.days.map(\.slots.count)
    numberOfDay = Dictionary(
      uniqueKeysWithValues: outline.days.enumerated().map { ($1.number, $0) })

    let slots = dayCount * slotsPerDay
    slotPrices = Table(repeating: Self.unreachable, count: slots * strandCount)
    dayPrices = Table(repeating: 0, count: dayCount * strandCount * (slotsPerDay + 1))
    before = Table(repeating: Self.unreachable, count: (dayCount + 1) * space.stateCount)
    after = Table(repeating: Self.unreachable, count: (dayCount + 1) * space.stateCount)
    dayCosts = Table(repeating: Self.unreachable, count: dayCount * space.countsNumber)
    rest = Table(repeating: 0, count: space.countsNumber)
    let rows = space.countsNumber * pattern.states
    early = [0, 1].map { _ in Table(repeating: Self.unreachable, count: rows) }
    late = Table(repeating: Self.unreachable, count: (slotsPerDay + 1) * rows)
    choice = Table(repeating: Self.unreachable, count: strandCount + 1)

    var filled = Array(repeating: false, count: slots)
    var cells: [Int: Int] = [:]
    for (day, found) in outline.days.enumerated() {
      for slot in found.slots {
        let cell = day * slotsPerDay + slot - found.slots.lowerBound
        cells[slot] = cell
        filled[cell] = outline.fillers.contains(slot)
        for (strand, content) in outline.strands.enumerated() where content.allows(slot) {
          slotPrices[cell * strandCount + strand] = 0
        }
      }
    }
    cellOfSlot = cells
    var open: [Int] = []
    var openStarts = [0]
    for cell in 0..<slots {
      for strand in 0..<strandCount where slotPrices[cell * strandCount + strand] == 0 {
        open.append(strand)
      }
      openStarts.append(open.count)
    }
    self.open = open
    self.openStarts = openStarts
    isFilled = filled
    before[0] = 0
    for (index, final) in space.finals.enumerated() {
      after[dayCount * space.stateCount + final.state] = finalCosts[index]
    }
  }

  deinit {
    for table in [slotPrices, dayPrices, before, after, dayCosts, rest, late, choice] + early {
      table.free()
    }
  }

  // MARK: Prices

  private func slotIndex(_ day: Int, _ position: Int, _ strand: Int) -> Int {
    (day * slotsPerDay + position) * strandCount + strand
  }

  private func countIndex(_ day: Int, _ strand: Int, _ count: Int) -> Int {
    (day * strandCount + strand) * (slotsPerDay + 1) + count
  }

  /// Adds to what sessions of a strand cost in some slots of the calendar.
  func addPrices(_ prices: [Int], at slots: [Int], strand: Int) {
    for (slot, price) in zip(slots, prices) {
      if let cell = cellOfSlot[slot] { slotPrices[cell * strandCount + strand] += price }
    }
  }

  /// Adds to what each session costs that is not the first of its strand on its day.
  func addRepeatPrice(_ price: Int, strand: Int) {
    for day in 0..<dayCount where slotsPerDay > 1 {
      for count in 2...slotsPerDay {
        dayPrices[countIndex(day, strand, count)] += price * (count - 1)
      }
    }
  }

  /// Adds to what a session of a strand costs in a slot of the day at hand.
  func addPrice(_ price: Int, position: Int, strand: Int) {
    slotPrices[slotIndex(day, position, strand)] += price
  }

  // MARK: The whole

  /// The least cost; not reachable where the agenda cannot be kept at all. It follows from the
  /// table that was brought up to date last, day by day in one direction.
  func leastCost(isForward: Bool) -> Int {
    if !isForward { return after[0] }
    var least = Self.unreachable
    for (index, final) in space.finals.enumerated() {
      let state = dayCount * space.stateCount + final.state
      least = min(least, before[state] + finalCosts[index])
    }
    return least
  }

  /// Works everything out from the prices as they are.
  func settle() {
    for day in 0..<dayCount {
      self.day = day
      startSlots()
      for position in 0..<slotsOfDay[day] { passSlot(position) }
      setDayCosts()
    }
    for day in (0..<dayCount).reversed() {
      self.day = day
      joinBackward()
    }
  }

  // MARK: A day

  /// Takes up a day: then `countCosts` may be asked for.
  func open(day: Int) {
    self.day = day
    let steps = self.steps
    let here = day * space.stateCount
    let there = here + space.stateCount
    for number in 0..<space.countsNumber {
      var least = Self.unreachable
      for index in steps.starts[number]..<steps.starts[number + 1] {
        least = min(
          least, before[here + Int(steps.from[index])] + after[there + Int(steps.to[index])])
      }
      rest[number] = least
    }
  }

  /// Least cost of everything by the number of a strand's sessions on the day.
  func countCosts(of strand: Int, upTo most: Int, into costs: inout [Int]) {
    costs.removeAll(keepingCapacity: true)
    for _ in 0...most { costs.append(Self.unreachable) }
    let base = day * space.countsNumber
    for number in 0..<space.countsNumber {
      let count = space.counts[number * strandCount + strand]
      costs[count] = min(costs[count], dayCosts[base + number] + rest[number])
    }
  }

  /// Changes the price of so many sessions on the day, and what follows from it.
  func addCountPrice(_ price: Int, strand: Int, count: Int) {
    dayPrices[countIndex(day, strand, count)] += price
    let base = day * space.countsNumber
    for number in 0..<space.countsNumber
    where space.counts[number * strandCount + strand] == count {
      dayCosts[base + number] += price
    }
  }

  /// Goes to the first slot of the day: then `choose` and `passSlot` follow for each slot in turn.
  func openSlots() {
    startSlots()
    let cells = space.countsNumber * pattern.states
    let slots = slotsOfDay[day]
    for number in 0..<space.countsNumber {
      let cost = rest[number] + extraCost(of: number)
      for state in 0..<pattern.states {
        late[slots * cells + number * pattern.states + state] = cost + pattern.end[state]
      }
    }
    for position in (0..<slots).reversed() { setLate(position) }
  }

  private func setLate(_ position: Int) {
    let states = pattern.states
    let here = position * space.countsNumber * states
    let there = here + space.countsNumber * states
    let cell = day * slotsPerDay + position
    let prices = cell * strandCount
    let openHere = openStarts[cell]..<openStarts[cell + 1]
    let mayFill = isFilled[cell]
    let next = space.next
    let open = self.open
    let idle = pattern.idle
    let busy = pattern.busy
    for number in 0..<numbered(position) {
      let row = here + number * states
      for state in 0..<states { late[row + state] = Self.unreachable }
      for step in idle {
        let cost = step.cost + late[there + number * states + step.to]
        if cost < late[row + step.from] { late[row + step.from] = cost }
      }
      if mayFill {
        for step in busy {
          let cost = step.cost + late[there + number * states + step.to]
          if cost < late[row + step.from] { late[row + step.from] = cost }
        }
      }
      for index in openHere {
        let strand = open[index]
        let after = Int(next[number * strandCount + strand])
        if after < 0 { continue }
        let price = slotPrices[prices + strand]
        for step in busy {
          let cost = price + step.cost + late[there + after * states + step.to]
          if cost < late[row + step.from] { late[row + step.from] = cost }
        }
      }
    }
  }

  /// Works out what the choices at a slot cost at least, all else included: of a session of each
  /// strand, and of none. `choiceCost` then tells.
  func weigh(position: Int) {
    let states = pattern.states
    let there = (position + 1) * space.countsNumber * states
    for strand in 0...strandCount { choice[strand] = Self.unreachable }
    let cell = day * slotsPerDay + position
    let openHere = openStarts[cell]..<openStarts[cell + 1]
    let mayFill = isFilled[cell]
    let next = space.next
    let open = self.open
    let idle = pattern.idle
    let busy = pattern.busy
    let from = early[turn]
    for number in 0..<numbered(position) {
      let row = number * states
      var none = choice[strandCount]
      for step in idle {
        none = min(none, from[row + step.from] + step.cost + late[there + row + step.to])
      }
      if mayFill {
        for step in busy {
          none = min(none, from[row + step.from] + step.cost + late[there + row + step.to])
        }
      }
      choice[strandCount] = none
      for index in openHere {
        let strand = open[index]
        let after = Int(next[number * strandCount + strand])
        if after < 0 { continue }
        var some = choice[strand]
        for step in busy {
          some = min(
            some, from[row + step.from] + step.cost + late[there + after * states + step.to])
        }
        choice[strand] = some
      }
    }
  }

  /// What it costs at least to have a session of a strand at the slot weighed, and not to have one.
  func choiceCosts(of strand: Int, position: Int) -> (having: Int, lacking: Int) {
    let base = slotIndex(day, position, 0)
    var lacking = choice[strandCount]
    for other in 0..<strandCount where other != strand {
      lacking = min(lacking, choice[other] + slotPrices[base + other])
    }
    return (choice[strand] + slotPrices[base + strand], lacking)
  }

  /// Goes on to the next slot, at the prices as they are now.
  func passSlot(_ position: Int) {
    let states = pattern.states
    let from = early[turn]
    let to = early[1 - turn]
    let cell = day * slotsPerDay + position
    let prices = cell * strandCount
    let openHere = openStarts[cell]..<openStarts[cell + 1]
    let mayFill = isFilled[cell]
    let next = space.next
    let open = self.open
    let idle = pattern.idle
    let busy = pattern.busy
    to.fill(0..<numbered(position + 1) * states, with: Self.unreachable)
    for number in 0..<numbered(position) {
      let row = number * states
      for step in idle {
        let cost = from[row + step.from] + step.cost
        if cost < to[row + step.to] { to[row + step.to] = cost }
      }
      if mayFill {
        for step in busy {
          let cost = from[row + step.from] + step.cost
          if cost < to[row + step.to] { to[row + step.to] = cost }
        }
      }
      for index in openHere {
        let strand = open[index]
        let after = Int(next[number * strandCount + strand])
        if after < 0 { continue }
        let price = slotPrices[prices + strand]
        for step in busy {
          let cost = from[row + step.from] + step.cost + price
          let row = after * states + step.to
          if cost < to[row] { to[row] = cost }
        }
      }
    }
    turn = 1 - turn
  }

  /// Ends the day after its last slot.
  func close(isForward: Bool) {
    setDayCosts()
    if isForward { joinForward() } else { joinBackward() }
  }

  // MARK: Parts

  private var steps: CountSpace.Steps {
    day == 0 ? space.first : day == dayCount - 1 ? space.last : space.middle
  }

  /// How many counts a day may have come to before a slot.
  private func numbered(_ position: Int) -> Int {
    space.numbered[min(position, space.numbered.count - 1)]
  }

  private func extraCost(of number: Int) -> Int {
    var cost = costOfSum[number]
    for strand in 0..<strandCount {
      cost += dayPrices[countIndex(day, strand, space.counts[number * strandCount + strand])]
    }
    return cost
  }

  private func startSlots() {
    turn = 0
    early[0].fill(0..<numbered(0) * pattern.states, with: Self.unreachable)
    early[0][0] = 0
  }

  private func setDayCosts() {
    let states = pattern.states
    let reached = numbered(slotsOfDay[day])
    for number in 0..<reached {
      var least = Self.unreachable
      for state in 0..<states {
        least = min(least, early[turn][number * states + state] + pattern.end[state])
      }
      dayCosts[day * space.countsNumber + number] = least + extraCost(of: number)
    }
  }

  private func joinForward() {
    let steps = self.steps
    let here = day * space.stateCount
    let there = here + space.stateCount
    before.fill(there..<there + space.stateCount, with: Self.unreachable)
    for number in 0..<space.countsNumber {
      let cost = dayCosts[day * space.countsNumber + number]
      if !Self.isReachable(cost) { continue }
      for index in steps.starts[number]..<steps.starts[number + 1] {
        let sum = before[here + Int(steps.from[index])] + cost
        let cell = there + Int(steps.to[index])
        if sum < before[cell] { before[cell] = sum }
      }
    }
  }

  private func joinBackward() {
    let steps = self.steps
    let here = day * space.stateCount
    let there = here + space.stateCount
    after.fill(here..<there, with: Self.unreachable)
    for number in 0..<space.countsNumber {
      let cost = dayCosts[day * space.countsNumber + number]
      if !Self.isReachable(cost) { continue }
      for index in steps.starts[number]..<steps.starts[number + 1] {
        let sum = after[there + Int(steps.to[index])] + cost
        let cell = here + Int(steps.from[index])
        if sum < after[cell] { after[cell] = sum }
      }
    }
  }
}
