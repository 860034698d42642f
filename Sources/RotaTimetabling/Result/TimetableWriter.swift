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
    timetable.placements = start.placements.filter(\.value.isLocked)
    for (index, session) in programme.sessions.enumerated()
    where assignment.isPlaced(index) && !assignment.problem.isLocked[index] {
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

  /// In the order of the programme.
  func unplaced(_ assignment: borrowing Assignment) -> [Unplaced] {
    var unplaced: [Unplaced] = []
    for (index, session) in programme.sessions.enumerated()
    where !assignment.isPlaced(index) && !assignment.problem.isLocked[index] {
      unplaced.append(
        Unplaced(session: session.identity, reasons: reasons(index, assignment)))
    }
    return unplaced
  }
}
