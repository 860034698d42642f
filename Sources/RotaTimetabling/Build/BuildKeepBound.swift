import NetworkFlow

/// How little can be other than published in a complete timetable.
///
/// Whoever attends has one session at a time. So the sessions of an atom are matched with slots, each
/// period with one of its own, at the least cost: what each session, where it then is, cannot keep of
/// its time, its place and its teachers. Each session counts with the first of its atoms alone, so
/// that the sum over all atoms is no more than any timetable comes to.
struct KeepBound {
  private let problem: Problem
  private let time: Int
  private let place: Int
  private let teacher: Int
  private let hasLocks: Bool
  /// Arcs of matchings that may still be written down; with none left, sessions are taken alone.
  private var arcsLeft = 400_000

  /// - Parameters: what a session costs that is at another time, at another place, or has other
  ///   teachers.
  init(_ problem: Problem, time: Int, place: Int, teacher: Int) {
    self.problem = problem
    self.time = time
    self.place = place
    self.teacher = teacher
    hasLocks = problem.isLocked.contains(true)
  }

  mutating func least() -> Int {
    guard problem.hasHomes else { return 0 }
    let alone = (0..<problem.sessionCount).map { least(of: $0) }
    var sum = 0
    var isCounted = Array(repeating: false, count: problem.sessionCount)
    for atom in 0..<problem.sessionsOfAtom.count {
      let sessions = problem.sessionsOfAtom.contents(atom)
      let counted = sessions.filter { !isCounted[$0] }
      for session in counted { isCounted[session] = true }
      let each = counted.reduce(0) { $0 + alone[$1] }
      sum += each
      if each == 0, !clashAtHome(sessions) { continue }
      sum += max(0, (matched(sessions, counting: Set(counted)) ?? 0) - each)
    }
    return alone.indices.reduce(sum) { $0 + (isCounted[$1] ? 0 : alone[$1]) }
  }

  // MARK: One session

  private func isHeld(_ session: Int) -> Bool {
    problem.hasHome[session] && problem.isPublished[session]
  }

  /// What a session cannot keep, wherever it is.
  private func least(of session: Int) -> Int {
    guard isHeld(session) else { return 0 }
    if problem.isLocked[session] { return ofLocked(session) }
    return starts(of: session).map { cost(of: session, at: $0) }.min() ?? 0
  }

  private func starts(of session: Int) -> [Int] {
    let starts = problem.choices.contents(problem.choiceOf[session])
    // The bounds of order take it that sessions of one atom do not overlap, which locked ones may.
    if hasLocks { return starts }
    let kept = starts.filter {
      problem.earliest[session] <= $0 && $0 <= problem.latest[session]
    }
    return kept.isEmpty ? starts : kept
  }

  private func cost(of session: Int, at start: Int) -> Int {
    guard isHeld(session) else { return 0 }
    let home = problem.homePlace[session]
    let keepsPlace =
      problem.needsPlace[session]
      ? problem.allows(session, at: home) && problem.isOpen(home, session, at: start) : home == -1
    let teachers = problem.homeTeachers.contents(session)
    let members = problem.teacherMembers(session)
    let keepsTeachers =
      teachers.count == members.count
      && teachers.allSatisfy { teacher in
        members.contains { problem.allows($0, teacher: teacher) }
          && problem.isOpen(teacher, session, at: start)
      }
    return (start == problem.homeSlot[session] ? 0 : time) + (keepsPlace ? 0 : place)
      + (keepsTeachers ? 0 : teacher)
  }

  private func ofLocked(_ session: Int) -> Int {
    guard problem.startAtFirst[session] >= 0 else { return 0 }
    let held = problem.teacherMembers(session).map { problem.memberAtFirst[$0] }.filter { $0 >= 0 }
    let teachers = problem.homeTeachers.contents(session)
    let isAtPlace =
      problem.memberAtFirst[problem.placeMember[session]] == problem.homePlace[session]
    return (problem.startAtFirst[session] == problem.homeSlot[session] ? 0 : time)
      + (isAtPlace ? 0 : place)
      + (held.count == teachers.count && Set(held) == Set(teachers) ? 0 : teacher)
  }

  // MARK: Those who attend

  /// Whether sessions would be at one time if all were at home.
  private func clashAtHome(_ sessions: [Int]) -> Bool {
    var taken: Set<Int> = []
    for session in sessions where problem.hasHome[session] && problem.homeSlot[session] >= 0 {
      let start = problem.homeSlot[session]
      for slot in start..<start + problem.length[session] where !taken.insert(slot).inserted {
        return true
      }
    }
    return false
  }

  /// What the sessions of an atom cost at least together, of which only some count; nil where that is
  /// not worked out, and where they have no room at all.
  private mutating func matched(_ sessions: [Int], counting counted: Set<Int>) -> Int? {
    let locked = sessions.filter { problem.isLocked[$0] }
    let open = sessions.filter { !problem.isLocked[$0] }
    let starts = open.map { self.starts(of: $0) }
    arcsLeft -= zip(open, starts).reduce(0) { $0 + problem.length[$1.0] * $1.1.count }
    guard arcsLeft >= 0 else { return nil }
    // So that a session's cost can be shared out evenly among its periods.
    let share = Set(open.map { problem.length[$0] }).reduce(1, leastCommonMultiple)
    guard share <= 5_040 else { return nil }

    let taken = slotsTaken(by: locked)
    var nodes = 2
    var nodeOfSlot: [Int: Int] = [:]
    var arcs: [(from: Int, to: Int, cost: Int)] = []
    for (session, starts) in zip(open, starts) {
      let length = problem.length[session]
      let first = nodes
      nodes += length
      for start in starts where !(start..<start + length).contains(where: taken.contains) {
        let cost = counted.contains(session) ? self.cost(of: session, at: start) : 0
        for period in 0..<length {
          let slot = start + period
          let node = nodeOfSlot[slot] ?? nodes
          if node == nodes {
            nodeOfSlot[slot] = node
            nodes += 1
          }
          arcs.append((first + period, node, cost * (share / length)))
        }
      }
      for period in 0..<length { arcs.append((0, first + period, 0)) }
    }
    var flow = LeastCostFlow(nodes: nodes)
    for arc in arcs { flow.connect(arc.from, arc.to, capacity: 1, cost: arc.cost) }
    for node in nodeOfSlot.values.sorted() { flow.connect(node, 1, capacity: 1, cost: 0) }
    let (amount, cost) = flow.send(from: 0, to: 1)
    guard amount == open.reduce(0, { $0 + problem.length[$1] }) else { return nil }
    let ofLocked = locked.filter(counted.contains).reduce(0) { $0 + least(of: $1) }
    return ofLocked + (cost + share - 1) / share
  }

  /// Slots that one locked session has, and that no other can have; where several are locked to one
  /// time they break a rule already, and say nothing of the others.
  private func slotsTaken(by locked: [Int]) -> Set<Int> {
    var counts: [Int: Int] = [:]
    for session in locked where problem.startAtFirst[session] >= 0 {
      let start = problem.startAtFirst[session]
      for slot in start..<start + problem.length[session] { counts[slot, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value == 1 }.keys)
  }

  private func leastCommonMultiple(_ a: Int, _ b: Int) -> Int {
    var (large, rest) = (a, b)
    while rest > 0 { (large, rest) = (rest, large % rest) }
    return a / max(1, large) * b
  }
}
