import RotaPlanning

extension ProblemBuilder {
  /// The rules between pairs of sessions, each from both sides, and the chains of meetings.
  mutating func addOrder() {
    var arcs = [[Arc]](repeating: [], count: problem.sessionCount)
    var chain = (
      previous: Column(repeating: -1, count: problem.sessionCount),
      next: Column(repeating: -1, count: problem.sessionCount)
    )
    for series in 0..<problem.seriesCount where problem.seriesIsOrdered[series] {
      let meetings = problem.seriesSessions.contents(series)
      for (earlier, later) in zip(meetings, meetings.dropFirst()) {
        chain.previous[later] = earlier
        chain.next[earlier] = later
      }
    }
    problem.previousMeeting = chain.previous
    problem.nextMeeting = chain.next

    for index in 0..<problem.sessionCount {
      let template = template(index)
      if template.relations.isEmpty && !template.isFirst && !template.isLast { continue }
      for other in companions(of: index) {
        let otherTemplate = self.template(other)
        for relation in template.relations
        where relation.session == otherTemplate.name && binds(relation.kind, index, other) {
          let (here, there) = Self.kinds(relation.kind)
          add(&arcs, index, other, here.kind, there, days: here.days, .relation)
        }
        // What comes first in the stay does not come before what lies before the stay.
        guard template.phase.isPart(of: otherTemplate.phase) else { continue }
        if template.isFirst && !otherTemplate.isFirst {
          add(&arcs, index, other, .before, .after, days: 0, .first)
        }
        if template.isLast && !otherTemplate.isLast {
          add(&arcs, index, other, .after, .before, days: 0, .last)
        }
      }
    }
    for list in arcs {
      problem.arcs += list
      problem.arcOffsets.append(problem.arcs.count)
    }
  }

  /// Other sessions that share an atom, in order: all of the rotation, or joint ones.
  private func companions(of session: Int) -> [Int] {
    var others: Set<Int> = []
    for atom in programme.sessions[session].atoms {
      for index in problem.sessionsOfAtom.range(atom.value) {
        others.insert(problem.sessionsOfAtom.items[index])
      }
    }
    others.remove(session)
    return others.sorted()
  }

  /// `rightAfter` and `sameDay` bind only equal meetings where both meet equally often.
  private func binds(
    _ kind: SessionTemplate.Relation.Kind, _ session: Int, _ other: Int
  ) -> Bool {
    guard kind == .rightAfter || kind == .sameDay,
      template(session).meetings == template(other).meetings
    else { return true }
    return programme.sessions[session].identity.meeting
      == programme.sessions[other].identity.meeting
  }

  private func add(
    _ arcs: inout [[Arc]], _ session: Int, _ other: Int, _ here: Arc.Kind, _ there: Arc.Kind,
    days: Int, _ source: Arc.Source
  ) {
    let days = Int32(clamping: days)
    arcs[session].append(
      Arc(other: Int32(clamping: other), days: days, kind: here, source: source))
    arcs[other].append(
      Arc(other: Int32(clamping: session), days: days, kind: there, source: source))
  }

  private static func kinds(
    _ kind: SessionTemplate.Relation.Kind
  ) -> ((kind: Arc.Kind, days: Int), Arc.Kind) {
    switch kind {
    case .after: ((.after, 0), .before)
    case .before: ((.before, 0), .after)
    case .rightAfter: ((.rightAfter, 0), .rightBefore)
    case .sameDay: ((.sameDay, 0), .sameDay)
    case .notSameDay: ((.notSameDay, 0), .notSameDay)
    case .atLeastDaysAfter(let days): ((.daysAfter, days), .daysBefore)
    case .withinDays(let days): ((.withinDays, days), .withinDays)
    }
  }
}
