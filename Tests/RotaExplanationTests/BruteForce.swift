import RotaPlanning
import RotaVerifier

/// Every timetable of a small plan, one after the other, judged by the verifier alone.
///
/// What a few sessions break they break with the others as well, so that a branch ends where the
/// verifier objects.
struct BruteForce {
  let plan: Plan
  let programme: Programme
  /// How often the verifier may be asked.
  private(set) var patience: Int

  /// A timetable of all sessions, or nil where there is none; `isSure` tells whether all were tried.
  mutating func search() -> (timetable: Timetable?, isSure: Bool) {
    var choices: [(identity: SessionIdentity, placements: [Timetable.Placement])] = []
    for session in programme.sessions {
      var placements: [Timetable.Placement] = []
      for placement in candidates(for: session) {
        var alone = Timetable()
        alone.placements[session.identity] = placement
        if isAllowed(alone) { placements.append(placement) }
      }
      if patience <= 0 { return (nil, false) }
      if placements.isEmpty { return (nil, true) }
      choices.append((session.identity, placements))
    }
    choices.sort { $0.placements.count < $1.placements.count }
    var timetable = Timetable()
    let found = place(0, of: choices, in: &timetable)
    return (found ? timetable : nil, found || patience > 0)
  }

  private mutating func place(
    _ position: Int, of choices: [(identity: SessionIdentity, placements: [Timetable.Placement])],
    in timetable: inout Timetable
  ) -> Bool {
    guard position < choices.count else { return true }
    for placement in choices[position].placements {
      timetable.placements[choices[position].identity] = placement
      if isAllowed(timetable), place(position + 1, of: choices, in: &timetable) { return true }
      if patience <= 0 { return false }
    }
    timetable.placements[choices[position].identity] = nil
    return false
  }

  private mutating func isAllowed(_ timetable: Timetable) -> Bool {
    patience -= 1
    return patience > 0
      && Verifier.violations(plan: plan, programme: programme, timetable: timetable).isEmpty
  }

  /// Every period of the calendar, with every place and all teachers that the session names.
  private func candidates(for session: Session) -> [Timetable.Placement] {
    let template = plan.template(of: session)
    let streamed = template.streamedTo.map { plan[$0].name }
    let places =
      template.places.isEmpty
      ? [streamed]
      : template.places.map { place in
        [plan[place].name] + streamed.filter { $0 != plan[place].name }
      }
    var teams: [[String]] = [[]]
    for need in template.teachers {
      teams = teams.flatMap { team in need.candidates.map { team + [plan[$0].name] } }
    }
    return plan.calendar.slots.flatMap { slot in
      places.flatMap { places in
        teams.map { teachers in
          Timetable.Placement(
            day: plan.calendar.days[slot.dayIndex].day, period: slot.period, places: places,
            teachers: teachers)
        }
      }
    }
  }
}
