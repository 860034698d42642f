import RotaPlanning

/// Obstacles with the number of starts that each rules out, in the order in which they were met.
private struct ObstacleCounts {
  var reasons: [Unplaced.Reason] = []

  mutating func count(_ obstacle: Unplaced.Reason.Obstacle, starts: Int = 1) {
    if let index = reasons.firstIndex(where: { $0.obstacle == obstacle }) {
      reasons[index].starts += starts
    } else {
      reasons.append(Unplaced.Reason(obstacle, starts: starts))
    }
  }

  /// Most frequent first; of equals, the one met first.
  var sorted: [Unplaced.Reason] {
    reasons.enumerated().sorted { ($1.element.starts, $0.offset) < ($0.element.starts, $1.offset) }
      .map(\.element)
  }
}

extension TimetableWriter {
  /// What stands against a session at each of its starts. One start may be ruled out by several
  /// obstacles and then counts for each.
  func reasons(_ session: Int, _ assignment: borrowing Assignment) -> [Unplaced.Reason] {
    let starts = assignment.problem.domains.contents(assignment.problem.domainOf[session])
    var counts = ObstacleCounts()
    if starts.isEmpty {
      let days = programme.sessions[session].days.filter { plan.calendar.days.indices.contains($0) }
      counts.count(.noStart, starts: days.reduce(0) { $0 + plan.calendar.days[$1].slots.count })
      return counts.sorted
    }
    for slot in starts {
      for obstacle in obstacles(session, at: slot, assignment) { counts.count(obstacle) }
    }
    return counts.sorted
  }

  private func obstacles(
    _ session: Int, at slot: Int, _ assignment: borrowing Assignment
  ) -> [Unplaced.Reason.Obstacle] {
    let problem = assignment.problem
    var found: [Unplaced.Reason.Obstacle] = []
    func add(_ obstacle: Unplaced.Reason.Obstacle) {
      if !found.contains(obstacle) { found.append(obstacle) }
    }
    for member in problem.fixedMembers(session) {
      let resource = problem.memberResource[member]
      let isClosed =
        (problem.isPlace(resource) || problem.isTeacher(resource))
        && !problem.isOpen(resource, session, at: slot)
      let slots = slot..<(slot + problem.length[session])
      let isFree = assignment.loads.hasRoom(
        problem, resource, for: problem.memberDemand[member], slots)
      if resource < problem.atomCount {
        if !isFree { add(.audienceBusy) }
      } else if problem.isPlace(resource) {
        if isClosed { add(.noPlace) } else if !isFree { add(.placesBusy) }
      } else if problem.isTeacher(resource) {
        if isClosed { add(.teachersAway) } else if !isFree { add(.teachersBusy) }
      } else if resource >= problem.firstSeries {
        if !isFree { add(.rule(OrderRule.meetingWords)) }
      } else if !isFree {
        add(.resource(plan.resources[resource - problem.firstOther].name))
      }
    }
    for index in problem.sessionTallies.range(session) {
      let tally = problem.sessionTallies.items[index]
      if !assignment.tallies.hasRoom(problem, tally, problem.dayOfSlot[slot]) {
        add(.rule(problem.tallyWords[tally].text))
      }
    }
    for words in orderWords(session, at: slot, assignment) { add(.rule(words)) }
    let (place, obstacle) = placeObstacle(session, at: slot, assignment)
    if let obstacle { add(obstacle) }
    for member in problem.teacherMembers(session) {
      if let obstacle = teacherObstacle(member, session, at: slot, place, assignment) {
        add(obstacle)
      }
    }
    // Each by itself is free, but not all together: two needs want the same person, or the only
    // free place does not stream.
    if found.isEmpty {
      found.append(problem.teacherMembers(session).isEmpty ? .placesBusy : .teachersBusy)
    }
    return found
  }

  /// The rules of order that a start would break.
  private func orderWords(
    _ session: Int, at slot: Int, _ assignment: borrowing Assignment
  ) -> [String] {
    let problem = assignment.problem
    var words: [String] = []
    for index in problem.arcRange(session) {
      let arc = problem.arcs[index]
      let other = assignment.start[Int(arc.other)]
      if other >= 0 && !OrderRule.holds(problem, arc, session, at: slot, other: other) {
        words.append(arc.words(other: programme.sessions[Int(arc.other)].identity.session))
      }
    }
    let end = slot + problem.length[session]
    var earlier = problem.previousMeeting[session]
    while earlier >= 0 {
      if assignment.isPlaced(earlier) && assignment.end(earlier) > slot {
        words.append(OrderRule.meetingWords)
      }
      earlier = problem.previousMeeting[earlier]
    }
    var later = problem.nextMeeting[session]
    while later >= 0 {
      if assignment.isPlaced(later) && assignment.start[later] < end {
        words.append(OrderRule.meetingWords)
      }
      later = problem.nextMeeting[later]
    }
    return words
  }

  /// A free place, or why there is none: the obstacle that rules out the last of them, where they
  /// are tried against seats and hours, other sessions, buses, ways.
  private func placeObstacle(
    _ session: Int, at slot: Int, _ assignment: borrowing Assignment
  ) -> (place: Int, obstacle: Unplaced.Reason.Obstacle?) {
    let problem = assignment.problem
    if !problem.needsPlace[session] { return (-1, nil) }
    let slots = slot..<(slot + problem.length[session])
    var places = problem.placeSets.contents(problem.placesOf[session]).filter {
      problem.isOpen($0, session, at: slot)
    }
    if places.isEmpty { return (-1, .noPlace) }
    if needsStream(session, at: slot, problem) {
      places.removeAll { !problem.canStream[$0 - problem.firstPlace] }
      if places.isEmpty { return (-1, .noStream) }
    }
    let free = places.filter { place in
      assignment.loads.hasRoom(
        problem, place, for: problem.demand(session, on: place), slots)
    }
    if free.isEmpty { return (-1, .placesBusy) }
    places = free.filter { assignment.hasBuses(session, $0, slots) }
    if places.isEmpty {
      let names = plan.resources.filter { $0.role == .buses }.map(\.name)
      let lacking = problem.rides(session).first { ride in
        free.contains { assignment.busExcess(session, ride: ride, $0, slots) > 0 }
      }
      return (-1, lacking.map { .resource(names[problem.rideBus[$0]]) } ?? .placesBusy)
    }
    guard let place = places.first(where: { assignment.audienceCanReach(session, at: slot, $0) })
    else { return (-1, .travel) }
    return (place, nil)
  }

  /// Whether others follow a session by stream, or only people who teach from afar could come to it.
  private func needsStream(_ session: Int, at slot: Int, _ problem: borrowing Problem) -> Bool {
    if problem.needsStream[session] { return true }
    return problem.teacherMembers(session).contains { member in
      let open = problem.candidateSets.contents(problem.memberCandidates[member]).filter {
        problem.isOpen($0, session, at: slot)
      }
      return !open.isEmpty && open.allSatisfy { problem.isRemote[$0 - problem.firstTeacher] }
    }
  }

  private func teacherObstacle(
    _ member: Int, _ session: Int, at slot: Int, _ place: Int, _ assignment: borrowing Assignment
  ) -> Unplaced.Reason.Obstacle? {
    let problem = assignment.problem
    let slots = slot..<(slot + problem.length[session])
    let candidates = problem.candidateSets.contents(problem.memberCandidates[member])
    if candidates.isEmpty { return .noTeacher }
    let open = candidates.filter { problem.isOpen($0, session, at: slot) }
    if open.isEmpty { return .teachersAway }
    let free = open.filter { teacher in
      teacher == problem.chair[session]
        || assignment.loads.hasRoom(problem, teacher, for: 1, slots)
    }
    if free.isEmpty { return .teachersBusy }
    let rested = free.filter {
      assignment.tallies.teacherHasRoom(problem, $0, problem.dayOfSlot[slot])
    }
    if rested.isEmpty { return .rule(TallyWords.teacher.text) }
    let inReach = rested.contains {
      assignment.isFree(teacher: $0, session, at: slot, place: place)
    }
    return inReach ? nil : .travel
  }
}
