import CostBounds

extension Problem {
  /// Works out how little a complete timetable can cost, in about so many additions.
  mutating func findBound(steps: Int) {
    // Even to write down what it is worked out from may take longer.
    let starts = (0..<sessionCount).reduce(0) { $0 + choices.size(choiceOf[$1]) }
    var keeping = KeepBound(
      self, time: keepTimeWeight, place: keepPlaceWeight, teacher: keepTeacherWeight)
    leastCost = keeping.least()
    var changes = KeepBound(self, time: 1, place: 1, teacher: 1)
    leastChanges = changes.least()
    guard starts <= steps, BoundLowering.saysAnything(of: self) else { return }
    leastCost += CostBound.leastCost(of: BoundLowering(self).input, steps: steps)
  }
}

/// Turns the problem into what bounds are computed from, and leaves out what they do not know: order,
/// travel, buses, limits a day but for the meetings of a series, even days, fairness among teachers and
/// runs, nearness, doubles and rotated groups. A timetable that keeps all hard rules keeps those that remain,
/// and what is left out costs at least nothing; so a bound for what remains is one for the whole.
///
/// Locked sessions may break rules. Those that hold something together with another locked one hold
/// nothing here, and so exclude nobody.
struct BoundLowering {
  private let problem: Problem
  private let hasPlaceRules: Bool
  private let hasLocks: Bool
  /// Of locked sessions: they share something with another locked one at one time.
  private var clashes: Set<Int> = []
  // What many sessions have in common is kept once.
  private var placesOfSet: [[Int]?]
  private var startsOfChoice: [[Int]?]

  init(_ problem: Problem) {
    self.problem = problem
    hasPlaceRules =
      problem.seatWeight > 0 || problem.moduleRoomWeight > 0 || problem.roomWeight > 0
    hasLocks = problem.isLocked.contains(true)
    placesOfSet = Array(repeating: nil, count: problem.placeSets.count)
    startsOfChoice = Array(repeating: nil, count: problem.choices.count)
    clashes = clashesOfLocked()
  }

  /// Whether a wish has a weight that bounds know of.
  static func saysAnything(of problem: Problem) -> Bool {
    let weights = [
      problem.seatWeight, problem.moduleRoomWeight, problem.roomWeight, problem.spreadWeight,
      problem.lonelyWeight, problem.gapWeight, problem.earlyWeight.largest,
    ]
    return weights.contains { $0 > 0 } || problem.hasLoadWish || problem.hasAvoidWish
  }

  var input: BoundInput {
    var copy = self
    return copy.makeInput()
  }

  private mutating func makeInput() -> BoundInput {
    var input = BoundInput(dayOfSlot: problem.dayOfSlot.values.map(Int.init), series: [])
    input.weights = [
      .seats: problem.seatWeight, .seriesRooms: problem.moduleRoomWeight,
      .classRooms: problem.roomWeight, .spread: problem.spreadWeight,
      .lonely: problem.lonelyWeight, .gaps: problem.gapWeight,
    ]
    if problem.hasLoadWish { input.loadCosts = problem.loadCost.values.map(Int.init) }
    if hasPlaceRules { input.places = places() }
    for number in 0..<problem.seriesCount {
      let sessions = problem.seriesSessions.contents(number)
      let locked = sessions.filter { problem.isLocked[$0] && problem.startAtFirst[$0] >= 0 }
      for session in locked { input.series.append(series(ofLocked: session)) }
      let parts = partsOfEqual(sessions.filter { !problem.isLocked[$0] })
      for part in parts {
        var series = series(of: part)
        if parts.count == 1 {
          // Whatever days the locked meetings have, the others need not have.
          let days = Set(locked.map { problem.dayOfSlot[problem.startAtFirst[$0]] })
          series.leastDays = max(0, problem.leastDays[number] - days.count)
        }
        input.series.append(series)
      }
    }
    return input
  }

  // MARK: Places

  /// A venue is open in every slot in which some session may be there, and in those of locked ones.
  private func places() -> [BoundInput.Place] {
    let lengths = Set(problem.length.values.map(Int.init)).sorted()
    var known: [[Int]: [Bool]] = [:]
    var lockedAt: [Int: [Int]] = [:]
    for session in 0..<problem.sessionCount where hasLocks && problem.isLocked[session] {
      let place = problem.memberAtFirst[problem.placeMember[session]]
      if place >= 0 { lockedAt[place, default: []] += slots(ofLocked: session) }
    }
    return (problem.firstPlace..<problem.firstTeacher).map { resource in
      let place = resource - problem.firstPlace
      let seats = problem.wishedSeats[place]
      if problem.isSite[place] { return .init(seats: nil, openSlots: nil, isVenue: false) }
      let rows = lengths.indices.map { problem.openRow[resource * problem.lengthCount + $0] }
      let isOpen = known[rows] ?? isOpen(rows, lengths)
      known[rows] = isOpen
      var slots = problem.dayOfSlot.values.indices.filter { isOpen[$0] }
      if let locked = lockedAt[resource] { slots = Set(slots).union(locked).sorted() }
      return .init(seats: seats == Problem.unlimited ? nil : seats, openSlots: slots)
    }
  }

  /// By slot: whether a session of some length that may begin in one of the rows' slots is there.
  private func isOpen(_ rows: [Int], _ lengths: [Int]) -> [Bool] {
    var isOpen = Array(repeating: false, count: problem.slotCount)
    for (row, length) in zip(rows, lengths) {
      for slot in isOpen.indices where problem.slotSets.contains(row, slot) {
        for covered in slot..<min(slot + length, problem.slotCount) { isOpen[covered] = true }
      }
    }
    return isOpen
  }

  private mutating func places(of session: Int) -> [Int] {
    guard hasPlaceRules, problem.needsPlace[session] else { return [] }
    let set = problem.placesOf[session]
    let places =
      placesOfSet[set] ?? problem.placeSets.contents(set).map { $0 - problem.firstPlace }
    placesOfSet[set] = places
    return places
  }

  // MARK: Series

  /// What meetings must have in common to be one series here; nearly always they do.
  private struct Part: Hashable {
    var length: Int
    var people: Int
    var isStreamed: Bool
    var isForClass: Bool
    var needsPlace: Bool
    var places: Int
    var early: Int
    var classes: [Int]
    var members: [Int]
  }

  private func partsOfEqual(_ sessions: [Int]) -> [[Int]] {
    guard sessions.count > 1 else { return sessions.map { [$0] } }
    var numbers: [Part: Int] = [:]
    var parts: [[Int]] = []
    for session in sessions {
      let members = problem.members(session).flatMap {
        [problem.memberResource[$0], problem.memberCandidates[$0]]
      }
      let part = Part(
        length: problem.length[session], people: problem.people[session],
        isStreamed: problem.isStreamed[session], isForClass: problem.isForClass[session],
        needsPlace: problem.needsPlace[session], places: problem.placesOf[session],
        early: problem.earlyWeight[session], classes: problem.sessionClasses.contents(session),
        members: members)
      let number = numbers[part] ?? parts.count
      if number == parts.count { parts.append([]) }
      numbers[part] = number
      parts[number].append(session)
    }
    return parts
  }

  private mutating func series(of sessions: [Int]) -> BoundInput.Series {
    let first = sessions[0]
    let starts = starts(of: sessions)
    var series = BoundInput.Series(
      meetings: sessions.count, length: problem.length[first], starts: starts,
      startCosts: startCosts(of: first, starts),
      classes: problem.sessionClasses.contents(first), holds: holds(of: first),
      people: people(of: first), places: places(of: first),
      countsForClassRooms: problem.isForClass[first])
    for index in problem.sessionTallies.range(first) {
      if case .meetingsPerDay(let most) = problem.tallyWords[problem.sessionTallies.items[index]] {
        series.mostPerDay = most
      }
    }
    return series
  }

  /// Seats matter only where a session is not streamed.
  private func people(of session: Int) -> Int {
    problem.isStreamed[session] ? 0 : problem.people[session]
  }

  /// Slots in which one of the meetings may begin.
  private mutating func starts(of sessions: [Int]) -> [Int] {
    var starts: [[Int]] = []
    var known: Set<Int> = []
    for session in sessions {
      // The bounds of order take it that sessions of one group of people do not overlap, which
      // locked ones may.
      let bounds =
        hasLocks ? Int.min...Int.max : range(problem.earliest[session], problem.latest[session])
      let choice = problem.choiceOf[session]
      let all = startsOfChoice[choice] ?? problem.choices.contents(choice)
      startsOfChoice[choice] = all
      guard let first = all.first, let last = all.last else { continue }
      if bounds.lowerBound <= first, last <= bounds.upperBound {
        if known.insert(choice).inserted { starts.append(all) }
      } else {
        starts.append(all.filter(bounds.contains))
      }
    }
    return starts.count == 1 ? starts[0] : Set(starts.joined()).sorted()
  }

  /// Nothing between bounds that cross allows any start at all; all of them are a safe answer.
  private func range(_ lower: Int, _ upper: Int) -> ClosedRange<Int> {
    lower <= upper ? lower...upper : Int.min...Int.max
  }

  /// What a session costs for beginning in a slot, with the places and teachers that cost least then.
  private func startCosts(of session: Int, _ starts: [Int]) -> [Int] {
    let early = problem.earlyWeight[session]
    let choices = problem.hasAvoidWish ? avoidable(session) : []
    if early == 0, choices.isEmpty { return [] }
    return starts.map { slot in
      let position = slot - problem.dayFirst[problem.dayOfSlot[slot]]
      return choices.reduce(position * early) { sum, resources in
        sum + (resources.map { AvoidWish.cost(problem, session, $0, slot) }.min() ?? 0)
      }
    }
  }

  /// For the place and for each teacher of a session the resources to choose from; only where all of
  /// them are rather not wanted at some time.
  private func avoidable(_ session: Int) -> [[Int]] {
    var choices = problem.teacherMembers(session).compactMap { member in
      let set = problem.memberCandidates[member]
      return set >= 0 ? problem.candidateSets.contents(set) : nil
    }
    if problem.needsPlace[session] {
      choices.append(problem.placeSets.contents(problem.placesOf[session]))
    }
    let length = problem.lengthNumber[session]
    return choices.filter { resources in
      resources.allSatisfy { problem.avoidRow[$0 * problem.lengthCount + length] >= 0 }
    }
  }

  /// What a session always holds, and what no two can hold at once.
  private func holds(of session: Int) -> [Int] {
    var resources = problem.fixedMembers(session).map { problem.memberResource[$0] }
    if problem.needsPlace[session] {
      resources += only(problem.placeSets, problem.placesOf[session])
    }
    for member in problem.teacherMembers(session) where problem.memberCandidates[member] >= 0 {
      resources += only(problem.candidateSets, problem.memberCandidates[member])
    }
    return resources.filter(isHeldAlone)
  }

  private func only(_ sets: Lists, _ set: Int) -> [Int] {
    sets.size(set) == 1 ? sets.contents(set) : []
  }

  /// A site is held by people, as many as it seats.
  private func isHeldAlone(_ resource: Int) -> Bool {
    resource >= 0 && problem.capacity[resource] == 1
      && !(problem.isPlace(resource) && problem.isSite[resource - problem.firstPlace])
  }

  // MARK: Locked sessions

  private func slots(ofLocked session: Int) -> [Int] {
    let start = problem.startAtFirst[session]
    return start < 0 ? [] : Array(start..<start + problem.length[session])
  }

  private func heldByLocked(_ session: Int) -> [Int] {
    problem.members(session).map { problem.memberAtFirst[$0] }.filter(isHeldAlone)
  }

  private func clashesOfLocked() -> Set<Int> {
    if !hasLocks { return [] }
    var holders: [Int: Int] = [:]
    var clashes: Set<Int> = []
    for session in 0..<problem.sessionCount where problem.isLocked[session] {
      let slots = slots(ofLocked: session)
      for resource in Set(heldByLocked(session)) {
        for slot in slots {
          let cell = resource * problem.slotCount + slot
          if let other = holders[cell] {
            clashes.formUnion([session, other])
          } else {
            holders[cell] = session
          }
        }
      }
    }
    return clashes
  }

  private mutating func series(ofLocked session: Int) -> BoundInput.Series {
    let start = problem.startAtFirst[session]
    let clashes = clashes.contains(session)
    var series = BoundInput.Series(
      meetings: 1, length: problem.length[session], starts: [start],
      classes: problem.sessionClasses.contents(session),
      holds: clashes ? [] : heldByLocked(session), people: people(of: session),
      countsForClassRooms: problem.isForClass[session])
    let place = problem.memberAtFirst[problem.placeMember[session]]
    if hasPlaceRules, !clashes, place >= 0 { series.places = [place - problem.firstPlace] }
    let position = start - problem.dayFirst[problem.dayOfSlot[start]]
    series.startCosts = [position * problem.earlyWeight[session]]
    return series
  }
}
