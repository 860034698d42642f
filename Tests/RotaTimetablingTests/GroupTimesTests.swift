import FixtureSupport
import RotaArithmetic
import RotaPlanning
import Testing

@testable import RotaTimetabling

/// Whoever changes groups has a timetable as good as before.
@Suite struct GroupTimesTests {
  /// In a timetable that keeps all rules nobody is in two places at once or late from one to the next,
  /// whatever groups they are dealt into.
  @Test(arguments: Soak.seeds(12))
  func nobodyIsInTwoPlaces(seed: UInt64) throws {
    var plan = randomPlan(seed)
    plan.preferences.removeAll { $0.wish == .rotatedGroups }
    plan.preferences.append(Preference(wish: .rotatedGroups, weight: 5))
    let solution = solve(plan, seed: seed, steps: 1_200, recounts: 0)
    let programme = solution.programme
    let rounds = GroupDealing.rounds(
      plan: plan, programme: programme, timetable: solution.timetable
    ) { [Trainee](repeating: Trainee(name: ""), count: programme[$0].people) }
    for index in programme.classes.indices {
      let id = ClassID(index)
      for person in 0..<programme[id].people {
        var own = programme.sessions.filter { session in
          guard session.classes.contains(id) else { return false }
          if case .group = session.identity.audience { return false }
          return true
        }
        own += rounds[id].map { round in
          let identity = round.sessions[round.groupOf[person]]
          return programme.sessions.first { $0.identity == identity } ?? programme.sessions[0]
        }
        let stays = own.compactMap { stay($0, solution) }.sorted { $0.start < $1.start }
        for (one, next) in zip(stays, stays.dropFirst()) {
          let way: Int
          if let from = one.place, let to = next.place {
            way = plan.travelMinutes(from: from, to: to)
          } else {
            way = 0
          }
          #expect(one.end + way <= next.start)
        }
      }
    }
  }

  private struct Stay {
    var start: Int
    var end: Int
    var place: PlaceID?
  }

  private func stay(_ session: Session, _ solution: Solution) -> Stay? {
    let plan = solution.plan
    guard let placement = solution.timetable.placements[session.identity],
      let start = plan.calendar.slotIndex(of: placement.day, period: placement.period),
      let slots = plan.calendar.span(
        from: start, periods: plan.template(of: session).periods, acrossBreaks: true)
    else { return nil }
    let minutes = plan.calendar.minutes(of: slots)
    let place = placement.places.first.flatMap { name in
      plan.places.firstIndex { $0.name == name }.map { PlaceID($0) }
    }
    let midnight = placement.day.number * 1_440
    return Stay(
      start: midnight + minutes.lowerBound, end: midnight + minutes.upperBound, place: place)
  }
}
