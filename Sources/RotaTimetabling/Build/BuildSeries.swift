import RotaPlanning

extension ProblemBuilder {
  /// The series: the meetings of one template for one audience.
  ///
  /// Meetings of a series differ in nothing but their number, unless one of them is locked or has a
  /// place of its own to keep, or a rule binds each to its counterpart of another series. Where they do not, the search takes them as
  /// interchangeable, and their numbers are given out at the end, in order of time.
  mutating func addSeries() {
    let series = meetings()
    var seriesOf = [Int](repeating: 0, count: problem.sessionCount)
    var seriesResource = Column()
    for (number, sessions) in series.enumerated() {
      for session in sessions { seriesOf[session] = number }
      let isOrdered = sessions.contains {
        lockedStart[$0] != nil || bindsMeetings($0) || home(of: $0) != nil
      }
      problem.seriesIsOrdered.append(isOrdered)
      // Nobody attends in person: nothing else keeps its meetings apart.
      let hasNobody = sessions.allSatisfy { programme.sessions[$0].atoms.isEmpty }
      if sessions.count > 1, !isOrdered, hasNobody {
        seriesResource.append(seriesResourceCount)
        seriesResourceCount += 1
      } else {
        seriesResource.append(-1)
      }
    }
    problem.seriesCount = series.count
    problem.seriesOf = Column(seriesOf)
    problem.seriesSessions = Lists(series)
    self.seriesResource = seriesResource
  }

  /// Whether a rule may bind a meeting to the meeting of the same number of another series.
  private func bindsMeetings(_ session: Int) -> Bool {
    let template = template(session)
    if template.meetings < 2 { return false }
    return pairedNames.contains(template.name)
      || template.relations.contains { $0.kind == .rightAfter || $0.kind == .sameDay }
  }

  /// Names of sessions that others follow on the spot or on the same day.
  func namesInPairs() -> Set<String> {
    var names: Set<String> = []
    for module in plan.modules {
      for template in module.sessions {
        for relation in template.relations
        where relation.kind == .rightAfter || relation.kind == .sameDay {
          names.insert(relation.session)
        }
      }
    }
    return names
  }
}
