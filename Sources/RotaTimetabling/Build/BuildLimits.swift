import RotaPlanning

/// Sessions that are meetings of one template for one audience.
struct MeetingsKey: Hashable {
  var rotation: RotationID
  var module: ModuleID
  var template: Int
  var audience: SessionIdentity.Audience

  init(_ session: Session) {
    rotation = session.rotation
    module = session.module
    template = session.template
    audience = session.identity.audience
  }
}

extension ProblemBuilder {
  /// Tallies: counters of sessions a day or week that have a limit. A limit that the periods of a day
  /// keep anyway is none.
  mutating func addLimits() {
    var tallies = [[Int]](repeating: [], count: problem.sessionCount)
    for atom in 0..<problem.atomCount {
      let sessions = problem.sessionsOfAtom.contents(atom)
      let run = programme[programme.atoms[atom].studyClass].run
      guard !sessions.isEmpty, let limit = plan[programme[run].rotation].mostSessionsPerDay,
        limit < problem.mostSlotsPerDay
      else { continue }
      let tally = addTally(limit, of: sessions, words: .sessionsPerDay(limit))
      for session in sessions { tallies[session].append(tally) }
    }
    for series in 0..<problem.seriesCount {
      let meetings = problem.seriesSessions.contents(series)
      let limit = template(meetings[0]).mostPerDay
      guard limit < min(meetings.count, problem.mostSlotsPerDay) else { continue }
      let tally = addTally(limit, of: meetings, words: .meetingsPerDay(limit))
      for session in meetings { tallies[session].append(tally) }
    }
    problem.sessionTallies = Lists(tallies)
    for teacher in plan.teachers {
      let day = teacher.mostPerDay.map { addTally($0, of: nil, words: .teacher) }
      let week = teacher.mostPerWeek.map { addTally($0, of: nil, words: .teacher, weekly: true) }
      problem.teacherDayTally.append(day ?? -1)
      problem.teacherWeekTally.append(week ?? -1)
    }
  }

  /// All sessions by template and audience, each list in the order of meetings.
  func meetings() -> [[Int]] {
    var numbers: [MeetingsKey: Int] = [:]
    var lists: [[Int]] = []
    let sessions = programme.sessions
    for index in sessions.indices {
      let key = MeetingsKey(sessions[index])
      let number = numbers[key] ?? lists.count
      if number == lists.count { lists.append([]) }
      numbers[key] = number
      lists[number].append(index)
    }
    // Most meet once.
    for number in lists.indices where lists[number].count > 1 {
      lists[number].sort {
        (sessions[$0].identity.meeting, $0) < (sessions[$1].identity.meeting, $1)
      }
    }
    return lists
  }

  /// - Parameter sessions: those that always count; nil for a teacher's, in any of the days.
  private mutating func addTally(
    _ limit: Int, of sessions: [Int]?, words: TallyWords, weekly: Bool = false
  ) -> Int {
    let whole = problem.dayCount > 0 ? 0...(problem.dayCount - 1) : nil
    let days = sessions.map { dayBounds(of: $0) } ?? whole
    problem.tallyLimit.append(limit)
    problem.tallyIsWeekly.append(weekly)
    problem.tallyWords.append(words)
    problem.tallySessions.append(sessions ?? [])
    problem.tallyRow.append(problem.tallySize - (weekly ? 0 : days?.lowerBound ?? 0))
    problem.tallySize += weekly ? problem.weekCount : days?.count ?? 0
    return problem.tallyLimit.count - 1
  }
}
