import RotaPlanning

/// Turns what the search found back into names and dates.
struct TimetableWriter {
  let plan: Plan
  let programme: Programme
  let start: Timetable

  /// Locked placements are taken over as they were, those of sessions that no longer exist too:
  /// the verifier names what does not fit.
  func timetable(_ assignment: borrowing Assignment) -> Timetable {
    var timetable = Timetable()
    timetable.publication = start.publication
    timetable.placements = start.placements.filter(\.value.isLocked)
    let held = meetingsInTime(assignment)
    for (position, session) in programme.sessions.enumerated() {
      let index = held[position]
      guard assignment.isPlaced(index), !assignment.problem.isLocked[index] else { continue }
      let problem = assignment.problem
      let slot = plan.calendar.slots[assignment.start[index]]
      let place = assignment.place(index)
      var places: [String] = []
      if place >= 0 {
        places.append(plan.places[place - problem.firstPlace].name)
        for other in plan.template(of: session).streamedTo
        where !places.contains(plan[other].name) {
          places.append(plan[other].name)
        }
      }
      let teachers = problem.teacherMembers(index).map {
        plan.teachers[assignment.holder[$0] - problem.firstTeacher].name
      }
      timetable.placements[session.identity] = Timetable.Placement(
        day: plan.calendar.days[slot.dayIndex].day, period: slot.period, places: places,
        teachers: teachers)
    }
    return timetable
  }

  /// For each session of the programme, the one of the assignment whose place it takes: meetings that
  /// the search took as interchangeable get their numbers in order of time, those without a place
  /// the last ones.
  private func meetingsInTime(_ assignment: borrowing Assignment) -> [Int] {
    let problem = assignment.problem
    var held = Array(0..<problem.sessionCount)
    for series in 0..<problem.seriesCount where !problem.seriesIsOrdered[series] {
      let meetings = problem.seriesSessions.contents(series)
      if meetings.count < 2 { continue }
      let inTime = meetings.sorted {
        let first = assignment.start[$0]
        let second = assignment.start[$1]
        return (first < 0 ? Int.max : first, $0) < (second < 0 ? Int.max : second, $1)
      }
      for (meeting, other) in zip(meetings, inTime) { held[meeting] = other }
    }
    return held
  }

  /// In the order of the programme.
  func unplaced(_ assignment: borrowing Assignment) -> [Unplaced] {
    var unplaced: [Unplaced] = []
    let held = meetingsInTime(assignment)
    for (position, session) in programme.sessions.enumerated() {
      let index = held[position]
      guard !assignment.isPlaced(index), !assignment.problem.isLocked[index] else { continue }
      unplaced.append(
        Unplaced(session: session.identity, reasons: reasons(index, assignment)))
    }
    return unplaced
  }
}
