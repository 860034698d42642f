import RotaPlanning

extension ProblemBuilder {
  mutating func addWishes() {
    problem.classCount = programme.classes.count
    var sessions = [[Int]](repeating: [], count: problem.classCount)
    for (index, session) in programme.sessions.enumerated() {
      let classes = Set(session.classes.map(\.value)).sorted()
      problem.sessionClasses.append(classes)
      for number in classes { sessions[number].append(index) }
    }
    for (index, studyClass) in programme.classes.enumerated() {
      let run = programme[studyClass.run].days.clamped(to: 0..<problem.dayCount)
      var days = dayBounds(of: sessions[index])
      if !run.isEmpty {
        let first = min(run.lowerBound, days?.lowerBound ?? run.lowerBound)
        days = first...max(run.upperBound - 1, days?.upperBound ?? run.lowerBound)
      }
      let rows = addRows(days, slotBase: problem.classRowSize, dayBase: problem.classDaySize)
      problem.classRow.append(rows.slotRow)
      problem.classDayRow.append(rows.dayRow)
      problem.classRowSize += rows.slots
      problem.classDaySize += rows.days
      problem.classFirstDay.append(run.lowerBound)
      problem.classDayEnd.append(run.upperBound)
    }

    var early = [Int](repeating: 0, count: problem.sessionCount)
    for preference in plan.preferences {
      // Far above any weight that a planner gives, and far below an overflow of the sum.
      let weight = min(1_000_000, max(0, preference.weight))
      switch preference.wish {
      case .compactDays: problem.gapWeight += weight
      case .sameRoom: problem.roomWeight += weight
      case .evenDays: problem.evenWeight += weight
      case .balancedTeachers: problem.balanceWeight += weight
      case .noLonelyPeriods, .sameRoomForModule, .enoughSeats, .spreadDays, .doubles, .dailyLoad,
        .nearby, .avoid:
        break
      case .early(let form):
        for session in 0..<problem.sessionCount {
          if form == nil || form == template(session).form { early[session] += weight }
        }
      }
    }
    problem.earlyWeight = Column(early)
  }
}
