import RotaArithmetic
import RotaPlanning
import Testing

@testable import RotaTimetabling

/// The number of threads changes nothing but the time.
@Suite struct ThreadTests {
  @Test func anyNumberOfThreadsGivesTheSameTimetable() {
    var plan = Plan()
    plan.calendar = TeachingCalendar(
      dates: Day(number: 20_000)...Day(number: 20_011),
      weekdays: Set(Weekday.allCases),
      periods: [
        .init(name: "am", times: 540..<630), .init(name: "noon", times: 660..<750),
        .init(name: "pm", times: 840..<930),
      ])
    for number in 1...4 {
      var place = Place(name: "Room \(number)", role: .venue)
      place.seats = 40
      plan.places.append(place)
    }
    var module = Module(name: "M")
    for number in 1...8 {
      var template = SessionTemplate(name: "S\(number)", form: "discussion")
      template.audience = .studyClass
      template.places = plan.places.indices.map { PlaceID($0) }
      module.sessions.append(template)
    }
    plan.modules = [module]
    var rotation = Rotation(name: "R")
    rotation.trainees = .people(120)
    rotation.largestClass = 30
    rotation.length = 4
    rotation.modules = [ModuleID(0)]
    plan.rotations = [rotation]
    plan.preferences = [
      Preference(wish: .compactDays, weight: 2), Preference(wish: .sameRoom),
      Preference(wish: .early(form: nil)),
    ]
    let programme = RotationArithmetic.programme(for: plan).programme
    #expect(programme.sessions.count == 32)
    let results = [1, 2, 8].map { threads in
      Solver.solve(
        plan: plan, programme: programme, from: Timetable(),
        options: SolveOptions(seed: 3, steps: 20_000, threads: threads), clock: { 0 },
        isCancelled: { false }, progress: { _ in })
    }
    #expect(results[0].unplaced.isEmpty)
    #expect(results[0].cost > 0)
    for result in results {
      #expect(result.timetable == results[0].timetable)
      #expect(result.cost == results[0].cost)
    }
  }
}
