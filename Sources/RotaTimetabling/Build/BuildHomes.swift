import RotaPlanning

extension ProblemBuilder {
  /// Where each session is at home.
  mutating func addHomes() {
    problem.seeksHomes = problem.repairs || keepsPublished
    problem.hasHomes = (0..<problem.sessionCount).contains { home(of: $0) != nil }
    if !problem.hasHomes { return }
    for session in 0..<problem.sessionCount {
      let home = home(of: session)
      let isPublished = home != nil && published(session) != nil
      problem.hasHome.append(home != nil)
      problem.isPublished.append(isPublished)
      problem.homeSlot.append(home.flatMap { slot(of: $0, session) } ?? Problem.nowhere)
      problem.homePlace.append(home.map { place(of: $0, session) } ?? Problem.nowhere)
      problem.homeTeachers.append(home.map { teachers(of: $0, session) } ?? [])
    }
  }

  /// What people have been told of a session comes first where some wish says so, or in a repair, and
  /// else where it is to begin with.
  func home(of session: Int) -> Publication.Entry? {
    if problem.seeksHomes {
      return published(session) ?? (problem.repairs ? given(session) : nil)
    }
    return staysOnEqual ? given(session) ?? published(session) : nil
  }

  private func given(_ session: Int) -> Publication.Entry? {
    let own = programme.sessions[session]
    return start.placements[own.identity].map {
      Publication.Entry(placement: $0, minutes: plan.minutes(of: own, at: $0))
    }
  }

  private func published(_ session: Int) -> Publication.Entry? {
    start.publication?.standing(programme.sessions[session].identity)
  }

  private var keepsPublished: Bool {
    plan.preferences.contains {
      if case .keepPublished = $0.wish { $0.weight > 0 } else { false }
    }
  }

  /// Where the session begins if it is held at just these minutes.
  private func slot(of home: Publication.Entry, _ session: Int) -> Int? {
    let calendar = plan.calendar
    guard let day = calendar.dayIndex(of: home.placement.day) else { return nil }
    let template = template(session)
    return calendar.days[day].slots.first { slot in
      calendar.slots[slot].times.lowerBound == home.minutes.lowerBound
        && calendar.span(
          from: slot, periods: template.periods, acrossBreaks: template.acrossBreaks
        ).map { calendar.minutes(of: $0) == home.minutes } ?? false
    }
  }

  /// A session that was streamed elsewhere than it is now cannot be at home at any place.
  private func place(of home: Publication.Entry, _ session: Int) -> Int {
    let main = home.placement.places.first
    if let locked = lockedPlacement(session) {
      let isHome = locked.places.first == main && Set(locked.places) == Set(home.placement.places)
      return isHome ? problem.memberAtFirst[problem.placeMember[session]] : Problem.nowhere
    }
    guard let main else { return problem.needsPlace[session] ? Problem.nowhere : -1 }
    guard problem.needsPlace[session], let place = placeByName[main] else {
      return Problem.nowhere
    }
    let streamed = template(session).streamedTo.map { plan[$0].name }
    return Set(streamed + [main]) == Set(home.placement.places)
      ? problem.firstPlace + place : Problem.nowhere
  }

  private func teachers(of home: Publication.Entry, _ session: Int) -> [Int] {
    if let locked = lockedPlacement(session) {
      guard Set(locked.teachers) == Set(home.placement.teachers) else { return [Problem.nowhere] }
      return problem.teacherMembers(session).map { problem.memberAtFirst[$0] }.filter { $0 >= 0 }
    }
    return Set(home.placement.teachers).map { name in
      teacherByName[name].map { problem.firstTeacher + $0 } ?? Problem.nowhere
    }.sorted()
  }
}
