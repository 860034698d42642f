import LocalSearch

/// A plain problem laid out for millions of moves a second: who is at which venue in which slot, and
/// what the wishes make of that.
///
/// Plain is a problem in which every session takes one slot, for whole classes, at one venue that it
/// has for itself, and in which nothing but that keeps sessions apart (`Problem.isPlain`). Moves are
/// worked out before they are made, so what is in the grid satisfies all hard rules at any time.
struct Grid: ~Copyable {
  let sizes: GridSizes

  // What does not change: by session.
  let series: Counts
  let kind: Counts
  /// The list of slots in which it may be, and the same as a row of bits.
  let choice: Counts
  let choiceRow: Counts
  /// Row of its costs by slot, and by venue.
  let timeRow: Counts
  let venueRow: Counts
  /// The list of venues where it may be, and the same as a row of bits; -1 where it needs none.
  let venueSet: Counts
  let isForClass: Counts
  let classes: CountLists
  /// By class and by series: its sessions.
  let sessionsOfClass: CountLists
  let sessionsOfSeries: CountLists

  // By what these name.
  let choices: CountLists
  let mayStart: Bits
  let venueSets: CountLists
  let mayHost: Bits
  let timeCost: Counts
  let venueCost: Counts
  /// What a venue costs in a slot, whoever is there.
  let cellCost: Counts
  let rivals: Bits
  /// By kind: the kinds that it excludes, itself among them.
  let excluded: CountLists
  let leastDays: Counts
  let seriesDayRow: Counts
  let classDayRow: Counts
  let dayOfSlot: Counts
  let positionOfSlot: Counts
  let slotsOfDay: Counts
  let shapes: DayCosts

  // Where everything is.
  private(set) var start: Counts
  private(set) var venue: Counts
  /// By slot and venue: the session there, or -1.
  private(set) var occupant: Counts
  /// By slot: the venues where nobody is and somebody could be.
  private(set) var free: Bits
  /// By slot and kind: the session there, or -1; and by slot the kinds that are there.
  private(set) var holder: Counts
  private(set) var present: Bits
  /// By slot and kind: how many sessions there exclude the kind, one of its own among them.
  private(set) var obstacles: Counts
  /// By class and day: the slots that the class is busy in. By class and slot: the session there.
  var busy: Bits
  var attended: Counts
  /// By session: by how much the days of its classes would cost more without it.
  var departure: Counts
  /// By session: the most that the days of its classes can gain where it comes to another day.
  var hope: Counts
  /// Meetings of a series on a day, and days on which it meets.
  private(set) var meetings: Counts
  private(set) var days: Counts
  var seriesVenues: VenueCounts
  var classVenues: VenueCounts
  private(set) var cost: Int

  // The best so far, which follows by the sessions that moved since.
  private(set) var bestCost: Int
  private var bestStart: Counts
  private var bestVenue: Counts
  private var moved: [Int] = []
  private var hasMoved: Counts
  private var isAtBest = true

  var change: GridChange
  var random: RandomSource
  /// Sessions that may move.
  let movable: Counts

  /// - Parameters:
  ///   - starts: by session; all must be placed, and break no rule.
  ///   - places: by session, -1 for none.
  init(_ problem: borrowing Problem, starts: [Int], places: [Int], random: RandomSource) {
    let tables = GridTables(problem)
    sizes = tables.sizes
    series = Counts(problem.seriesOf)
    kind = Counts(problem.kindOf)
    choice = Counts(problem.choiceOf)
    choiceRow = Counts(Column(tables.choiceRow))
    timeRow = Counts(Column(tables.timeRow))
    venueRow = Counts(Column(tables.venueRow))
    venueSet = Counts(Column(tables.venueSet))
    isForClass = Counts(Column(problem.isForClass.map { $0 ? 1 : 0 }))
    classes = CountLists(problem.sessionClasses)
    sessionsOfClass = tables.sessionsOfClass(problem)
    sessionsOfSeries = tables.sessionsOfSeries(problem)
    choices = CountLists(problem.choices)
    mayStart = tables.starts(problem)
    venueSets = CountLists(tables.venueSets)
    mayHost = tables.hosts()
    timeCost = Counts(Column(tables.timeCost))
    venueCost = Counts(Column(tables.venueCost))
    cellCost = Counts(Column(tables.cellCost))
    rivals = tables.rivals(problem)
    excluded = tables.excluded(problem)
    leastDays = Counts(problem.leastDays)
    seriesDayRow = Counts(Column(problem.seriesDayRow))
    classDayRow = Counts(Column(problem.classDayRow))
    dayOfSlot = Counts(problem.dayOfSlot)
    positionOfSlot = Counts(
      Column((0..<problem.slotCount).map { $0 - problem.dayFirst[problem.dayOfSlot[$0]] }))
    slotsOfDay = Counts(
      Column((0..<problem.dayCount).map { problem.dayFirst[$0 + 1] - problem.dayFirst[$0] }))
    shapes = DayCosts(problem)
    start = Counts(Column(starts))
    venue = Counts(Column(places.map { $0 < 0 ? -1 : $0 - problem.firstPlace }))
    bestStart = Counts(Column(starts))
    bestVenue = Counts(Column(places.map { $0 < 0 ? -1 : $0 - problem.firstPlace }))
    occupant = Counts(repeating: -1, count: sizes.slots * sizes.venues)
    free = tables.open(problem)
    holder = Counts(repeating: -1, count: sizes.slots * sizes.kinds)
    present = Bits(rows: sizes.slots, columns: sizes.kinds)
    obstacles = Counts(repeating: 0, count: sizes.slots * sizes.kinds)
    busy = Bits(rows: problem.classDaySize, columns: 64)
    attended = Counts(repeating: -1, count: sizes.slots * sizes.classes)
    departure = Counts(repeating: 0, count: sizes.sessions)
    hope = Counts(repeating: 0, count: sizes.sessions)
    meetings = Counts(repeating: 0, count: problem.seriesDaySize)
    days = Counts(repeating: 0, count: problem.seriesCount)
    seriesVenues = VenueCounts(spans: sizes.moduleRoomWeight > 0 ? problem.venueSpansOfSeries : [])
    classVenues = VenueCounts(spans: sizes.roomWeight > 0 ? problem.venueSpansOfClasses : [])
    hasMoved = Counts(repeating: 0, count: sizes.sessions)
    change = GridChange(sizes)
    movable = Counts(Column((0..<sizes.sessions).filter { problem.hasChoice($0) }))
    self.random = random
    cost = 0
    bestCost = 0
    hopeAtFirst()
    for session in 0..<sizes.sessions { enter(session) }
    cost = recount()
    bestCost = cost
  }

  // MARK: - Changing

  /// Enters a session where `start` and `venue` say.
  @inline(__always)
  private mutating func enter(_ session: Int) {
    let slot = start[session]
    let kind = kind[session]
    let venue = venue[session]
    if venue >= 0 {
      occupant[slot &* sizes.venues &+ venue] = session
      free.set(slot, venue, to: false)
    }
    holder[slot &* sizes.kinds &+ kind] = session
    present.set(slot, kind, to: true)
    block(slot, kind, by: 1)
    for item in classes.range(session) { attend(session, class: classes.items[item], slot) }
    count(session, slot, venue, by: 1)
  }

  @inline(__always)
  private mutating func leave(_ session: Int) {
    let slot = start[session]
    let kind = kind[session]
    let venue = venue[session]
    if venue >= 0 {
      occupant[slot &* sizes.venues &+ venue] = -1
      free.set(slot, venue, to: true)
    }
    holder[slot &* sizes.kinds &+ kind] = -1
    present.set(slot, kind, to: false)
    block(slot, kind, by: -1)
    for item in classes.range(session) { miss(session, class: classes.items[item], slot) }
    count(session, slot, venue, by: -1)
  }

  @inline(__always)
  private mutating func block(_ slot: Int, _ kind: Int, by sign: Int) {
    let row = slot &* sizes.kinds
    for item in excluded.range(kind) {
      let cell = row &+ excluded.items[item]
      obstacles[cell] = obstacles[cell] &+ sign
    }
  }

  @inline(__always)
  private mutating func count(_ session: Int, _ slot: Int, _ venue: Int, by sign: Int) {
    let series = series[session]
    if leastDays[series] > 0 {
      let cell = seriesDayRow[series] &+ dayOfSlot[slot]
      let before = meetings[cell]
      meetings[cell] = before &+ sign
      if before == 0 || before &+ sign == 0 { days[series] = days[series] &+ sign }
    }
    if venue < 0 { return }
    if sizes.moduleRoomWeight > 0 {
      seriesVenues.change(series, venue &+ sizes.firstPlace, by: sign)
    }
    if sizes.roomWeight > 0 { countClassVenue(session, venue, by: sign) }
  }

  @inline(__always)
  mutating func countClassVenue(_ session: Int, _ venue: Int, by sign: Int) {
    if isForClass[session] == 0 { return }
    for item in classes.range(session) {
      classVenues.change(classes.items[item], venue &+ sizes.firstPlace, by: sign)
    }
  }

  /// Makes the change that has been worked out.
  mutating func makeChange(rise: Int) {
    if isAtBest, rise > 0 { keepBest() }
    for number in 0..<change.count {
      let session = change.session(number)
      leave(session)
      noteMove(of: session)
    }
    for number in 0..<change.count {
      let session = change.session(number)
      start[session] = change.slot(number)
      venue[session] = change.venue(number)
      enter(session)
    }
    cost &+= rise
    if cost < bestCost {
      bestCost = cost
      isAtBest = true
    }
  }

  @inline(__always)
  private mutating func noteMove(of session: Int) {
    if hasMoved[session] != 0 { return }
    hasMoved[session] = 1
    moved.append(session)
  }

  /// Where all sessions are, to come back to.
  var placing: GridPlacing {
    GridPlacing(
      starts: (0..<sizes.sessions).map { start[$0] },
      venues: (0..<sizes.sessions).map { venue[$0] }, cost: cost)
  }

  /// Goes back to where all sessions were.
  mutating func restore(_ placing: GridPlacing) {
    if isAtBest { keepBest() }
    let away = (0..<sizes.sessions).filter {
      start[$0] != placing.starts[$0] || venue[$0] != placing.venues[$0]
    }
    for session in away {
      leave(session)
      noteMove(of: session)
    }
    for session in away {
      start[session] = placing.starts[session]
      venue[session] = placing.venues[session]
      enter(session)
    }
    cost = placing.cost
  }

  /// Notes the state, which is the best so far, before it is left.
  private mutating func keepBest() {
    for session in moved {
      bestStart[session] = start[session]
      bestVenue[session] = venue[session]
      hasMoved[session] = 0
    }
    moved.removeAll(keepingCapacity: true)
    isAtBest = false
  }

  /// Goes back to the best state so far.
  mutating func restoreBest() {
    if isAtBest {
      keepBest()
      isAtBest = true
      return
    }
    for session in moved { leave(session) }
    for session in moved {
      start[session] = bestStart[session]
      venue[session] = bestVenue[session]
      hasMoved[session] = 0
      enter(session)
    }
    moved.removeAll(keepingCapacity: true)
    cost = bestCost
    isAtBest = true
  }

  /// Where a session is held: the number of its place as a resource, or -1.
  func place(_ session: Int) -> Int { venue[session] < 0 ? -1 : venue[session] + sizes.firstPlace }
}

/// A slot and a venue for each session of a grid, and what they cost together.
struct GridPlacing {
  var starts: [Int]
  var venues: [Int]
  var cost: Int
}

/// Sizes and weights of a grid.
struct GridSizes: Sendable {
  var sessions = 0
  var slots = 0
  var venues = 0
  var kinds = 0
  var classes = 0
  var firstPlace = 0
  var moduleRoomWeight = 0
  var roomWeight = 0
  var spreadWeight = 0
  var hasTimeCost = false
  var hasCellCost = false
}

/// `Lists` for the inner loop.
struct CountLists: ~Copyable {
  private let offsets: Counts
  let items: Counts

  init(_ lists: Lists) {
    offsets = Counts(lists.offsets)
    items = Counts(lists.items)
  }

  @inline(__always)
  func range(_ list: Int) -> Range<Int> {
    Range(uncheckedBounds: (offsets[list], offsets[list &+ 1]))
  }

  @inline(__always)
  func count(_ list: Int) -> Int { offsets[list &+ 1] &- offsets[list] }

  /// An item of a list drawn at random; the list must not be empty.
  @inline(__always)
  func draw(_ list: Int, _ random: inout RandomSource) -> Int {
    let first = offsets[list]
    return items[first &+ random.below(offsets[list &+ 1] &- first)]
  }
}
