/// Hard: first and last sessions, the rules between pairs of sessions, and the order of meetings.
///
/// It keeps no counts: it reads where the other sessions are.
enum OrderRule {
  /// Whether a session at a slot keeps one rule to another that begins at a slot.
  @inline(__always)
  static func holds(
    _ problem: borrowing Problem, _ arc: Arc, _ session: Int, at slot: Int, other: Int
  ) -> Bool {
    let end = slot + problem.length[session]
    let otherEnd = other + problem.length[Int(arc.other)]
    let day = problem.dayOfSlot[slot]
    let otherDay = problem.dayOfSlot[other]
    switch arc.kind {
    case .after: return slot >= otherEnd
    case .before: return end <= other
    case .rightAfter: return slot == otherEnd && day == otherDay
    case .rightBefore: return end == other && day == otherDay
    case .sameDay: return day == otherDay
    case .notSameDay: return day != otherDay
    case .daysAfter: return problem.dateOfDay[day] - problem.dateOfDay[otherDay] >= Int(arc.days)
    case .daysBefore: return problem.dateOfDay[otherDay] - problem.dateOfDay[day] >= Int(arc.days)
    case .withinDays:
      return abs(problem.dateOfDay[day] - problem.dateOfDay[otherDay]) <= Int(arc.days)
    }
  }

  /// Whether a session could stand at a slot by its rules of order, as far as others are placed.
  @inline(__always)
  static func holds(
    _ problem: borrowing Problem, _ start: borrowing Counts, _ session: Int, at slot: Int
  ) -> Bool {
    keepsPairs(problem, start, session, at: slot)
      && keepsMeetings(problem, start, session, at: slot)
  }

  @inline(__always)
  static func keepsPairs(
    _ problem: borrowing Problem, _ start: borrowing Counts, _ session: Int, at slot: Int
  ) -> Bool {
    for index in problem.arcRange(session) {
      let arc = problem.arcs[index]
      let other = start[Int(arc.other)]
      if other >= 0 && !holds(problem, arc, session, at: slot, other: other) { return false }
    }
    return true
  }

  /// Placed meetings are in order, so the nearest placed one on each side speaks for all.
  @inline(__always)
  static func keepsMeetings(
    _ problem: borrowing Problem, _ start: borrowing Counts, _ session: Int, at slot: Int
  ) -> Bool {
    var earlier = problem.previousMeeting[session]
    while earlier >= 0 && start[earlier] < 0 { earlier = problem.previousMeeting[earlier] }
    if earlier >= 0 && start[earlier] + problem.length[earlier] > slot { return false }
    var later = problem.nextMeeting[session]
    while later >= 0 && start[later] < 0 { later = problem.nextMeeting[later] }
    return later < 0 || start[later] >= slot + problem.length[session]
  }
}

extension OrderRule {
  static let meetingWords = "its meetings in order"
}

extension Arc {
  /// The rule in words, for a reason; seen from the session that it stops.
  func words(other name: String) -> String {
    switch source {
    case .first: return kind == .before ? "first" : "\(name) is first"
    case .last: return kind == .after ? "last" : "\(name) is last"
    case .relation: break
    }
    switch kind {
    case .after: return "after \(name)"
    case .before: return "before \(name)"
    case .rightAfter: return "right after \(name)"
    case .rightBefore: return "\(name) is right after it"
    case .sameDay: return "same day as \(name)"
    case .notSameDay: return "not same day as \(name)"
    case .daysAfter: return "at least \(days) days after \(name)"
    case .daysBefore: return "\(name) is at least \(days) days after it"
    case .withinDays: return "within \(days) days of \(name)"
    }
  }
}
