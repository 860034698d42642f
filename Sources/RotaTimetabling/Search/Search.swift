import LocalSearch

/// A search in progress: it is advanced slice by slice, so that between slices its host can look at
/// the clock, report and stop.
struct Search: ~Copyable {
  enum Phase { case constructing, improving, tidying, finished }

  var assignment: Assignment
  var random: RandomSource
  var best: Best
  var trail: Trail
  /// The quick move at hand.
  var change: QuickChange
  private(set) var phase = Phase.constructing
  /// Moves tried.
  var steps = 0

  // Construction.
  var ejections: Ejections
  /// Sessions without a place in the timetable, the next one last.
  var waiting: [Int] = []
  private var stepsAtBest = 0
  /// Free slots of the session at hand, with the harm of each.
  var free: [(harm: Int, slot: Int)] = []

  // Improvement.
  /// Sessions with any choice left.
  let movable: [Int]
  /// Those of them that the quick moves may take.
  let quick: [Int]
  private var annealing: Annealing
  /// Sessions that a chain still has to put down, where, and how far that is from where they, or
  /// whom they stand in for, came from.
  var pending: [(session: Int, slot: Int, shift: Int)] = []
  /// Meetings that move on by one.
  var rotating: [Int] = []
  private var phaseBegan = 0.0
  private var phaseEnds = 1.0

  /// Moves still to be followed by a recount, and the rules whose counts then disagreed.
  var recounts = 0
  private(set) var drifts: [String] = []

  /// Shares of the budget: how much finding places for all may take, unless it still gets on; where
  /// the tidying of equals begins; how long it lasts where nothing is left to improve.
  private static let constructionEnds = 0.5
  private static let tidyingBegins = 0.97
  private static let shortTidying = 0.05
  /// Construction gives up earlier after so many steps for each session without a better state.
  private static let patience = 2_000

  init(_ problem: Problem, seed: UInt64) {
    assignment = Assignment(problem)
    random = RandomSource(seed: seed)
    best = Best(problem)
    trail = Trail(problem)
    ejections = Ejections(problem)
    change = QuickChange(problem)
    quick = (0..<problem.sessionCount).filter { problem.canBeQuick[$0] && problem.hasChoice($0) }
    movable = (0..<problem.sessionCount).filter { problem.hasChoice($0) }
    annealing = Annealing(hot: problem.meanWeight * 4, cold: 0.08)
    placeGiven()
    waiting = problem.waitingOrder(where: { !assignment.isPlaced($0) })
    best.keep(assignment)
  }

  var isFinished: Bool { phase == .finished }

  /// Tries moves up to a number of steps. `fraction` is the share of the budget used so far.
  mutating func advance(steps count: Int, fraction: Double) {
    let goal = steps + count
    switch phase {
    case .constructing:
      construct(until: goal)
      let sinceBest = steps - stepsAtBest
      let gaveUp =
        sinceBest > Self.patience * max(50, assignment.problem.sessionCount)
        || fraction >= Self.constructionEnds && sinceBest > steps / 10
      if waiting.isEmpty || gaveUp { enter(.improving, at: fraction) }
    case .improving:
      annealing.advance(to: (fraction - phaseBegan) / max(1e-9, phaseEnds - phaseBegan))
      improve(until: goal)
      if fraction >= phaseEnds || hasNothingToImprove { enter(.tidying, at: fraction) }
    case .tidying:
      annealing.advance(to: (fraction - phaseBegan) / max(1e-9, phaseEnds - phaseBegan))
      tidy(until: goal)
      if fraction >= phaseEnds || movable.isEmpty { enter(.finished, at: fraction) }
    case .finished: break
    }
  }

  private var hasNothingToImprove: Bool {
    best.cost <= assignment.problem.leastCost && best.placed == assignment.problem.sessionCount
      || movable.isEmpty
  }

  private mutating func enter(_ next: Phase, at fraction: Double) {
    finish()
    phase = next
    phaseBegan = fraction
    switch next {
    case .improving:
      phaseEnds = max(fraction, Self.tidyingBegins)
      if hasNothingToImprove {
        enter(.tidying, at: fraction)
      } else {
        assignment.setLean(assignment.problem.isPlain && waiting.isEmpty)
      }
    case .tidying:
      phaseEnds =
        fraction >= Self.tidyingBegins ? 1 : min(1, fraction + Self.shortTidying)
      annealing = Annealing(hot: 4, cold: 0.4)
    case .constructing, .finished: break
    }
  }

  /// Ends the search with the best state.
  mutating func finish() {
    keepIfBetter()
    best.restore(&assignment)
    assignment.setLean(false)
  }

  /// Keeps the state if it is the best so far.
  mutating func keepIfBetter() {
    if best.isWorse(than: assignment) {
      if assignment.placedCount > best.placed { stepsAtBest = steps }
      best.keep(assignment)
    }
  }

  private mutating func improve(until goal: Int) {
    if movable.isEmpty { steps = goal }
    let isPlain = assignment.isLean
    while steps < goal {
      steps += 1
      let rise = annealing.largestRise(&random)
      if isPlain || !quick.isEmpty && steps & 1 == 0 {
        _ = quickMove(rise: rise)
        continue
      }
      let before = assignment.cost
      guard tryMove() else { continue }
      settle(accepting: assignment.cost - before <= rise)
    }
  }

  private mutating func tidy(until goal: Int) {
    if movable.isEmpty { steps = goal }
    while steps < goal {
      steps += 1
      let before = assignment.untidiness
      let rise = annealing.largestRise(&random)
      guard tryMove() else { continue }
      settle(
        accepting: assignment.cost <= best.cost && assignment.untidiness - before <= rise)
    }
  }

  /// Ends a move that stands in the trail.
  mutating func settle(accepting: Bool) {
    // A state that is about to be left or passed is kept if none better is known.
    if accepting {
      for session in trail.sessions { best.note(session) }
      trail.clear()
      if best.isWorse(than: assignment) { best.keep(assignment) }
    } else {
      trail.undo(&assignment)
    }
    recount()
  }

  /// Compares all counts with a count from nothing, if that is asked for.
  mutating func recount() {
    if recounts == 0 { return }
    recounts -= 1
    drifts += assignment.drift()
  }

  /// Enters the locked sessions where they are, and of the others those that break no rule there.
  private mutating func placeGiven() {
    let count = assignment.problem.sessionCount
    for session in 0..<count where assignment.problem.isLocked[session] {
      takeHoldersGiven(session)
      let slot = assignment.problem.startAtFirst[session]
      if slot >= 0 { assignment.insert(session, at: slot) }
    }
    for session in 0..<count where !assignment.problem.isLocked[session] {
      let slot = assignment.problem.startAtFirst[session]
      guard slot >= 0, assignment.problem.mayStart(session, at: slot) else { continue }
      takeHoldersGiven(session)
      if assignment.problem.givenAreCandidates(session), assignment.isFree(session, at: slot),
        assignment.choose(session, at: slot, random: &random)
      {
        assignment.insert(session, at: slot)
      }
    }
  }

  private mutating func takeHoldersGiven(_ session: Int) {
    let first = assignment.problem.placeMember[session]
    for member in first..<assignment.problem.members(session).upperBound {
      assignment.holder[member] = assignment.problem.memberAtFirst[member]
    }
  }
}

extension Problem {
  /// Whether the search has anything to decide for a session.
  func hasChoice(_ session: Int) -> Bool {
    if isLocked[session] || choices.size(choiceOf[session]) == 0 { return false }
    if choices.size(choiceOf[session]) > 1 { return true }
    if needsPlace[session] && placeSets.size(placesOf[session]) > 1 { return true }
    return teacherMembers(session).contains { candidateSets.size(memberCandidates[$0]) > 1 }
  }

  /// The mean weight of the plan's wishes, for the temperature to begin with.
  var meanWeight: Double {
    var weights = [
      gapWeight, lonelyWeight, evenWeight, roomWeight, moduleRoomWeight, seatWeight, spreadWeight,
    ]
    weights += [balanceWeight, nearWeight, doublesWeight]
    for costs in [earlyWeight, avoidCost, loadCost] { weights.append(costs.largest) }
    weights = weights.filter { $0 > 0 }
    return weights.isEmpty ? 1 : Double(weights.reduce(0, +)) / Double(weights.count)
  }

  /// Sessions that can be placed at all, the hardest last: few slots, places and teachers to choose
  /// from, long, with many people of different parts.
  func waitingOrder(where isWaiting: (Int) -> Bool) -> [Int] {
    var keys: [(key: Double, session: Int)] = []
    for session in 0..<sessionCount where isWaiting(session) && !isLocked[session] {
      var options = choices.range(choiceOf[session]).reduce(0) {
        let slot = choices.items[$1]
        return $0 + (slot >= earliest[session] && slot <= latest[session] ? 1 : 0)
      }
      if choices.size(choiceOf[session]) == 0 { continue }
      options = max(1, options)
      if needsPlace[session] { options *= max(1, placeSets.size(placesOf[session])) }
      for member in teacherMembers(session) {
        options *= max(1, min(8, candidateSets.size(memberCandidates[member])))
      }
      let weight = length[session] * (fixedMembers(session).count + 1)
      keys.append((Double(options) / Double(weight), session))
    }
    return keys.sorted { ($1.key, $1.session) < ($0.key, $0.session) }.map(\.session)
  }

  /// Whether what a placement to begin with names is among what the session may have.
  func givenAreCandidates(_ session: Int) -> Bool {
    let place = memberAtFirst[placeMember[session]]
    if needsPlace[session] {
      let places = placeSets.range(placesOf[session])
      if !places.contains(where: { placeSets.items[$0] == place }) { return false }
    } else if place >= 0 {
      return false
    }
    let members = teacherMembers(session)
    for member in members {
      let teacher = memberAtFirst[member]
      let candidates = candidateSets.range(memberCandidates[member])
      if !candidates.contains(where: { candidateSets.items[$0] == teacher }) { return false }
      for other in members.lowerBound..<member where memberAtFirst[other] == teacher {
        return false
      }
    }
    return true
  }
}
