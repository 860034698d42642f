import LocalSearch

/// A search in progress: it is advanced slice by slice, so that between slices its host can look at
/// the clock, report and stop.
struct Search: ~Copyable {
  enum Phase { case constructing, improving, tidying, finished }

  var assignment: Assignment
  var random: RandomSource
  var best: Best
  var trail: Trail
  private(set) var phase = Phase.constructing
  /// Moves tried.
  var steps = 0

  // Construction.
  var ejections: Ejections
  /// Sessions without a place in the timetable, the next one last.
  var waiting: [Int] = []
  private(set) var stepsAtBest = 0
  /// When those that wait last had their turn.
  var stepsAtTurn = 0
  /// Free slots of the session at hand, with the harm of each.
  var free: [(harm: Int, slot: Int)] = []

  // Improvement.
  /// Sessions with any choice left.
  let movable: [Int]
  /// Sessions that are not placed already or have some start at all.
  private let mostPlaced: Int
  private var annealing: Annealing
  private let cycles: CoolingCycles
  /// The annealing under way, from 0.
  private(set) var cycle = 0
  /// Where a plain problem is improved, and what its cost has beyond the grid's.
  private var grid: Grid?
  private var beyondGrid = 0
  private var drafts = Drafts()
  /// Where every draft begins: heat alone, for as short as a draft has it, would leave each of them
  /// near the one before. And the best that one of them came to.
  private var draftsBegin: GridPlacing?
  private var bestDraft: GridPlacing?
  /// The share of the budget after which equals are tidied.
  private let tidying: Double
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
  /// the tidying of equals begins at the earliest; how long it lasts where nothing is left to improve.
  private static let constructionEnds = 0.5
  private static let tidyingBegins = 0.97
  private static let shortTidying = 0.05
  /// Construction gives up earlier after so many steps for each session without a better state.
  private static let patience = 2_000

  /// - Parameters:
  ///   - cycles: how the budget is shared out among annealings.
  ///   - tidying: the share of the budget that the tidying of equals may take.
  init(
    _ problem: Problem, seed: UInt64, cycles: CoolingCycles = CoolingCycles(reheats: 0, first: 1),
    tidying: Double = 1
  ) {
    assignment = Assignment(problem)
    random = RandomSource(seed: seed)
    best = Best(problem)
    trail = Trail(problem)
    ejections = Ejections(problem)
    movable = (0..<problem.sessionCount).filter { problem.hasChoice($0) }
    mostPlaced = (0..<problem.sessionCount).count {
      problem.isLocked[$0]
        ? problem.startAtFirst[$0] >= 0 : problem.choices.size(problem.choiceOf[$0]) > 0
    }
    annealing = Annealing(hot: problem.heat(isFull: true), cold: problem.cold)
    self.cycles = cycles
    self.tidying = max(Self.tidyingBegins, 1 - tidying)
    placeGiven()
    waiting = problem.waitingOrder(where: { !assignment.isPlaced($0) })
    best.keep(assignment)
    // What nothing can better is left alone.
    if problem.hasHomes, !problem.repairs || assignment.untidiness == 0, hasNothingToImprove,
      best.placed >= mostPlaced
    {
      phase = .finished
    }
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
      let position = cycles.position(at: share(of: fraction))
      if position.cycle > cycle { begin(cycle: position.cycle) }
      if isDrafting {
        improveDrafts(until: goal, position.fraction)
      } else {
        annealing.advance(to: position.fraction)
        improve(until: goal)
      }
      if fraction >= phaseEnds || hasNothingToImprove { enter(.tidying, at: fraction) }
    case .tidying:
      annealing.advance(to: share(of: fraction))
      tidy(until: goal)
      if fraction >= phaseEnds || movable.isEmpty { enter(.finished, at: fraction) }
    case .finished: break
    }
  }

  /// How much of the phase is over.
  private func share(of fraction: Double) -> Double {
    (fraction - phaseBegan) / max(1e-9, phaseEnds - phaseBegan)
  }

  /// The cycle that comes next is this one at the earliest; `Int.max` where no more comes.
  func nextCycle(at fraction: Double) -> Int {
    switch phase {
    case .constructing: 0
    case .improving:
      fraction >= phaseEnds || hasNothingToImprove
        ? Int.max : cycles.position(at: share(of: fraction)).cycle
    case .tidying, .finished: Int.max
    }
  }

  /// Whether sessions are drawn back to where they are at home.
  var isHomeward: Bool {
    assignment.problem.hasHomes && (assignment.problem.seeksHomes || phase == .tidying)
  }

  /// All that can be placed are, and no timetable costs less.
  var hasNothingToImprove: Bool {
    best.placed >= mostPlaced && bestCost <= leastCost || movable.isEmpty
  }

  /// The bound holds for all sessions together; of some of them nothing is known to cost.
  private var leastCost: Int {
    mostPlaced == assignment.problem.sessionCount ? assignment.problem.leastCost : 0
  }

  /// The cost of the best state so far.
  var bestCost: Int {
    switch grid {
    case .some(let grid): grid.bestCost + beyondGrid
    case .none: best.cost
    }
  }

  private mutating func enter(_ next: Phase, at fraction: Double) {
    finish()
    phase = next
    phaseBegan = fraction
    switch next {
    case .improving:
      phaseEnds = max(fraction, tidying)
      if hasNothingToImprove {
        enter(.tidying, at: fraction)
      } else if assignment.problem.isPlain, best.placed == assignment.problem.sessionCount {
        openGrid()
        if isDrafting {
          draftsBegin = grid?.placing
          annealing = Annealing(hot: assignment.problem.heat(isFull: true), cold: draftsEnd)
        }
      }
    case .tidying:
      phaseEnds = fraction >= tidying ? 1 : min(1, fraction + Self.shortTidying)
      annealing = Annealing(hot: 4, cold: 0.4)
    case .constructing, .finished: break
    }
  }

  /// Drafts are made where moves are cheap, and where the timetable may be heated fully.
  private var isDrafting: Bool { cycle == 0 && grid != nil && !assignment.problem.repairs }

  /// Tries moves in the first cycle: drafts, and then the best of them cooled further.
  private mutating func improveDrafts(until goal: Int, _ fraction: Double) {
    if !drafts.areOver, drafts.position(at: fraction) >= 1 {
      if drafts.goOn(from: grid?.cost ?? 0, at: fraction) { bestDraft = grid?.placing }
      if !drafts.areOver {
        if let draftsBegin { grid?.restore(draftsBegin) }
      } else {
        if !drafts.agree, let bestDraft { grid?.restore(bestDraft) }
        annealing = Annealing(hot: draftsEnd, cold: annealingEnd)
      }
    }
    let position = drafts.position(at: fraction)
    annealing.advance(to: position)
    improve(until: goal)
    drafts.note(grid?.cost ?? 0, at: position)
  }

  /// The heat to which drafts cool.
  private var draftsEnd: Double {
    max(assignment.problem.cold, assignment.problem.heat(isFull: true) / Drafts.depth)
  }

  /// Another annealing, from the best state so far.
  private mutating func begin(cycle number: Int) {
    cycle = number
    if grid != nil {
      grid?.restoreBest()
    } else {
      keepIfBetter()
      best.restore(&assignment)
    }
    let isHot = cycles.isHot(number)
    annealing = Annealing(
      hot: isRugged && !isHot ? draftsEnd : assignment.problem.heat(isFull: isHot),
      cold: annealingEnd)
  }

  /// Drafts came to costs that differ. What is settled while it is hot is then worth most of the time:
  /// each annealing begins with the heat at which drafts end, and what only the cold can improve is
  /// left to the last of them.
  private var isRugged: Bool { drafts.areOver && !drafts.agree }

  private var annealingEnd: Double {
    isRugged && cycle < cycles.reheats ? assignment.problem.cool : assignment.problem.cold
  }

  private mutating func openGrid() {
    let sessions = 0..<assignment.problem.sessionCount
    grid = Grid(
      assignment.problem, starts: sessions.map { assignment.start[$0] },
      places: sessions.map { assignment.place($0) }, random: random)
    beyondGrid = 0
    beyondGrid = best.cost - bestCost
  }

  /// Brings what the grid has found back, and does without it from now on.
  private mutating func closeGrid() {
    guard var found = grid.take() else { return }
    random = found.random
    found.restoreBest()
    let moved = (0..<assignment.problem.sessionCount).filter {
      found.start[$0] != assignment.start[$0] || found.place($0) != assignment.place($0)
    }
    for session in moved {
      best.note(session)
      assignment.remove(session)
    }
    for session in moved {
      assignment.holder[assignment.problem.placeMember[session]] = found.place(session)
      assignment.insert(session, at: found.start[session])
    }
  }

  /// Where all sessions are in the best state so far: start and holders of its members.
  mutating func bestState() -> (starts: [Int], holders: [Int]) {
    let wasOpen = grid != nil
    finish()
    if wasOpen { openGrid() }
    return (
      (0..<best.start.count).map { best.start[$0] }, (0..<best.holder.count).map { best.holder[$0] }
    )
  }

  /// Goes on from the best state of another search of the same problem.
  mutating func adopt(_ state: (starts: [Int], holders: [Int])) {
    let wasOpen = grid != nil
    finish()
    let moved = (0..<assignment.problem.sessionCount).filter { session in
      assignment.start[session] != state.starts[session]
        || assignment.problem.members(session).contains {
          assignment.holder[$0] != state.holders[$0]
        }
    }
    for session in moved {
      best.note(session)
      if assignment.isPlaced(session) { assignment.remove(session) }
    }
    for session in moved {
      for member in assignment.problem.members(session) {
        assignment.holder[member] = state.holders[member]
      }
      if state.starts[session] >= 0 { assignment.insert(session, at: state.starts[session]) }
    }
    best.keep(assignment)
    let isComplete = best.placed == assignment.problem.sessionCount
    if wasOpen || phase == .improving && assignment.problem.isPlain && isComplete { openGrid() }
  }

  /// Ends the search with the best state.
  mutating func finish() {
    closeGrid()
    keepIfBetter()
    best.restore(&assignment)
    fillIn()
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
    if grid != nil {
      improveGrid(moves: goal - steps)
      steps = goal
      return
    }
    while steps < goal {
      steps += 1
      let rise = annealing.largestRise(&random)
      let before = assignment.cost
      guard tryMove() else { continue }
      settle(accepting: assignment.cost - before <= rise)
    }
  }

  private mutating func improveGrid(moves: Int) {
    let checked = min(recounts, moves)
    for _ in 0..<checked {
      grid?.tryMoves(1, annealing)
      drifts += drift()
    }
    recounts -= checked
    grid?.tryMoves(moves - checked, annealing)
  }

  private func drift() -> [String] {
    switch grid {
    case .some(let grid): grid.drift()
    case .none: []
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
      let slot = assignment.problem.startAtFirst[session]
      if slot >= 0 { assignment.insertLocked(session, at: slot) }
    }
    // First those that can stay just as they are, so that none of the others takes what is theirs.
    var others: [Int] = []
    for session in 0..<count where !assignment.problem.isLocked[session] {
      let slot = assignment.problem.startAtFirst[session]
      guard slot >= 0, assignment.problem.mayStart(session, at: slot) else { continue }
      assignment.takeHoldersGiven(session)
      if assignment.problem.givenAreCandidates(session), assignment.isFree(session, at: slot),
        assignment.holdersAreFree(session, at: slot)
      {
        assignment.insert(session, at: slot)
      } else {
        others.append(session)
      }
    }
    for session in others {
      let slot = assignment.problem.startAtFirst[session]
      let areCandidates = assignment.problem.givenAreCandidates(session)
      leaveHoldersOutOfQuestion(session)
      guard areCandidates || assignment.problem.repairs else { continue }
      if assignment.isFree(session, at: slot),
        assignment.choose(session, at: slot, random: &random)
      {
        assignment.insert(session, at: slot)
      }
    }
  }

  /// A session whose place or teacher is no longer to be had may still keep its time; it must not get
  /// them back as those that it held last.
  private mutating func leaveHoldersOutOfQuestion(_ session: Int) {
    let member = assignment.problem.placeMember[session]
    if !assignment.problem.allows(session, at: assignment.holder[member]) {
      assignment.holder[member] = -1
    }
    let members = assignment.problem.teacherMembers(session)
    for member in members {
      let teacher = assignment.holder[member]
      let isThereTwice = (members.lowerBound..<member).contains {
        assignment.holder[$0] == teacher
      }
      if isThereTwice || !assignment.problem.allows(member, teacher: teacher) {
        assignment.holder[member] = -1
      }
    }
  }
}
