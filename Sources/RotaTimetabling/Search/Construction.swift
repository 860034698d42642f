import LocalSearch

// The first phase: a place for every session. A session goes to the best of its free slots; where
// none is free, it throws out the sessions that have been the least trouble so far, and its own
// weight grows (guided ejection search, Nagata and Bräysy 2009).
extension Search {
  /// Random moves after each ejection, so that the search does not go round in circles.
  private static let shakes = 6
  /// After so many steps for each session without a better state, those that were least trouble get
  /// their turn.
  private static let circling = 100
  /// Above any harm that a slot can do.
  private static let homeward = 1 << 40

  mutating func construct(until goal: Int) {
    while steps < goal, let session = waiting.popLast() {
      steps += 1
      if insertFree(session) {
        keepIfBetter()
        continue
      }
      if isGoingRound {
        letOthersGoFirst()
        continue
      }
      ejections.penalise(session)
      if findEjection(for: session), eject(for: session) {
        keepIfBetter()
        shake()
      } else {
        // Nothing that may move stands in its way alone; let the others go first.
        waiting.insert(session, at: 0)
        steps += 16
      }
      recount()
    }
  }

  /// A session that cannot be placed at all would throw out others, and be thrown out by them, for
  /// ever, and those that wait below would never be asked.
  private var isGoingRound: Bool {
    steps - max(stepsAtBest, stepsAtTurn) > Self.circling
      * max(50, assignment.problem.sessionCount)
  }

  /// Back to the best state, and on with the sessions without a place that have been the least trouble.
  private mutating func letOthersGoFirst() {
    stepsAtTurn = steps
    best.restore(&assignment)
    waiting = waitingInTurn()
  }

  /// Sessions without a place, the one next that has been the least trouble.
  private func waitingInTurn() -> [Int] {
    let sessions = assignment.problem.waitingOrder(where: { !assignment.isPlaced($0) })
    return sessions.enumerated().sorted {
      (-ejections.penalty(of: $0.element), $0.offset)
        < (-ejections.penalty(of: $1.element), $1.offset)
    }.map(\.element)
  }

  /// Puts sessions without a place where one is free after all: what is left has something against it
  /// everywhere.
  mutating func fillIn() {
    guard assignment.placedCount < assignment.problem.sessionCount else { return }
    for session in waitingInTurn().reversed() where insertFree(session) { keepIfBetter() }
  }

  /// Puts a session into its best free slot.
  private mutating func insertFree(_ session: Int) -> Bool {
    let choices = assignment.problem.choices.range(assignment.problem.choiceOf[session])
    free.removeAll(keepingCapacity: true)
    for index in choices {
      let slot = assignment.problem.choices.items[index]
      if assignment.isFree(session, at: slot) {
        let home = assignment.problem.isAtHome(session, at: slot) ? Self.homeward : 0
        free.append((assignment.harm(session, at: slot) * 8 + random.below(8) - home, slot))
      }
    }
    steps += choices.count / 8
    free.sort { $0 < $1 }
    for (_, slot) in free where assignment.choose(session, at: slot, random: &random) {
      best.note(session)
      assignment.insert(session, at: slot)
      return true
    }
    return false
  }

  /// Carries out the ejection found.
  private mutating func eject(for session: Int) -> Bool {
    for other in ejections.chosen {
      best.note(other)
      assignment.remove(other)
      waiting.append(other)
    }
    let slot = ejections.slot
    let place = assignment.problem.placeMember[session]
    for (offset, holder) in ejections.holders.enumerated() {
      assignment.holder[place + offset] = holder
    }
    // Buses, and teachers for several needs, are judged roughly by the finder, exactly here.
    guard assignment.isFree(session, at: slot),
      assignment.choose(session, at: slot, random: &random)
    else { return waitAgain(session) }
    best.note(session)
    assignment.insert(session, at: slot)
    return true
  }

  private mutating func waitAgain(_ session: Int) -> Bool {
    waiting.insert(session, at: 0)
    return true
  }

  private mutating func shake() {
    if movable.isEmpty { return }
    for _ in 0..<Self.shakes {
      steps += 1
      let placed = assignment.placedCount
      let cost = assignment.cost
      if tryMove() {
        if assignment.problem.repairs, assignment.cost > cost {
          trail.undo(&assignment)
        } else {
          for session in trail.sessions { best.note(session) }
          trail.clear()
        }
      }
      // A random move may have found a place for a session that waits.
      if assignment.placedCount > placed { waiting.removeAll { assignment.isPlaced($0) } }
    }
  }
}

extension Assignment {
  /// How much a session at a slot would spoil: order left too little room, days of its classes
  /// filled more than others, times late in the day.
  func harm(_ session: Int, at slot: Int) -> Int {
    let day = problem.dayOfSlot[slot]
    var harm = slot - problem.dayFirst[day]
    let classes = problem.sessionClasses.range(session)
    var load = 0
    for index in classes {
      load = max(load, days.load(problem, problem.sessionClasses.items[index], day))
    }
    harm += 2 * load
    let early = problem.earliest[session] - slot
    let late = slot - problem.latest[session]
    return harm + 20 * (max(0, early) + max(0, late))
  }
}
