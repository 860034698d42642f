import FixtureSupport
import LocalSearch
import RotaPlanning
import RotaVerifier
import Testing

/// What is told of a move by looking at a part of the timetable is what a count of all of it tells.
@Suite struct MoveRecountTests {
  @Test(arguments: Soak.seeds(40))
  func movesAreJudgedAsTheWholeTimetableIs(seed: UInt64) {
    var plan = seed.isMultiple(of: 3) ? randomJointPlan(seed) : randomPlan(seed)
    plan.preferences += [
      Preference(wish: .keepPublished(nil), weight: 2),
      Preference(wish: .keepPublished(.places), weight: 3),
    ]
    let solution = solve(plan, seed: seed, steps: 400)
    let programme = solution.programme
    var timetable = solution.timetable
    var random = RandomSource(seed: seed)
    timetable.publication = publication(of: solution.timetable, plan, programme)
    // Some places where they clash, and some sessions without one.
    for session in programme.sessions where random.below(6) == 0 {
      timetable.placements[session.identity] =
        random.below(2) == 0 ? nil : placement(of: session, plan, &random)
    }
    let recount = MoveRecount(plan: plan, programme: programme, timetable: timetable)
    for _ in 0..<25 {
      var changes: MoveRecount.Changes = []
      var later = timetable
      for _ in 0...random.below(3) {
        let number = random.below(programme.sessions.count)
        if changes.contains(where: { $0.session.value == number }) { continue }
        let session = programme.sessions[number]
        let new = random.below(8) == 0 ? nil : placement(of: session, plan, &random)
        changes.append((SessionID(number), new))
        later.placements[session.identity] = new
      }
      let moved = Set(changes.map { programme[$0.session].identity })
      let all = Verifier.violations(plan: plan, programme: programme, timetable: later)
        .filter { $0.rule != .arithmetic && $0.sessions.contains { moved.contains($0) } }
      #expect(Set(recount.violations(with: changes)) == Set(all))
      var difference = [Int](repeating: 0, count: plan.preferences.count)
      for line in Verifier.costs(plan: plan, programme: programme, timetable: later) {
        difference[line.preference] += line.cost
      }
      for line in Verifier.costs(plan: plan, programme: programme, timetable: timetable) {
        difference[line.preference] -= line.cost
      }
      var told = difference.map { _ in 0 }
      for line in recount.costs(of: changes) { told[line.preference] = line.cost }
      #expect(told == difference)
    }
  }

  private func publication(
    of timetable: Timetable, _ plan: Plan, _ programme: Programme
  ) -> Publication {
    var entries: [SessionIdentity: Publication.Entry] = [:]
    for session in programme.sessions {
      guard let placement = timetable.placements[session.identity],
        let slot = plan.calendar.slotIndex(of: placement.day, period: placement.period)
      else { continue }
      entries[session.identity] = Publication.Entry(
        placement: placement, minutes: plan.calendar.slots[slot].times)
    }
    return Publication(number: 1, day: firstDay, entries: entries)
  }

  /// Any day, period, place and teachers of the plan, mostly those that the session may have.
  private func placement(
    of session: Session, _ plan: Plan, _ random: inout RandomSource
  ) -> Timetable.Placement {
    func any<T>(_ items: [T]) -> T? { items.isEmpty ? nil : items[random.below(items.count)] }
    let calendar = plan.calendar
    let days = random.below(5) == 0 ? Array(calendar.days.indices) : session.days
    let day = calendar.days[any(days) ?? 0]
    let template = plan.template(of: session)
    let slot = calendar.slots[day.slots.lowerBound + random.below(day.slots.count)]
    var placement = Timetable.Placement(day: day.day, period: slot.period)
    if let place = any(session.places) {
      placement.places = [plan[place].name]
      placement.places += template.streamedTo.filter { $0 != place }.map { plan[$0].name }
    }
    placement.teachers = template.teachers.compactMap { need in
      any(need.candidates).map { plan[$0].name }
    }
    return placement
  }
}
