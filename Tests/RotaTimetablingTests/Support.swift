import RotaArithmetic
import RotaPlanning
import RotaVerifier
import Testing

@testable import RotaTimetabling

/// Monday, 1 March 2027.
let firstDay = Day(year: 2027, month: 3, day: 1) ?? Day(number: 0)

/// Working days from 1 March 2027 on with two periods in the morning and two in the afternoon.
func calendar(days: Int) -> TeachingCalendar {
  let last = firstDay.advanced(by: (days - 1) / 5 * 7 + (days - 1) % 5)
  return TeachingCalendar(
    dates: firstDay...last, weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday],
    periods: [
      .init(name: "am1", times: 510..<600), .init(name: "am2", times: 610..<700),
      .init(name: "pm1", times: 840..<930), .init(name: "pm2", times: 940..<1030),
    ])
}

extension Plan {
  mutating func add(venue name: String, _ change: (inout Place) -> Void = { _ in }) -> PlaceID {
    var place = Place(name: name, role: .venue)
    change(&place)
    places.append(place)
    return PlaceID(places.count - 1)
  }

  mutating func add(site name: String, _ change: (inout Place) -> Void = { _ in }) -> PlaceID {
    var place = Place(name: name, role: .site)
    change(&place)
    places.append(place)
    return PlaceID(places.count - 1)
  }

  mutating func add(
    teacher name: String, _ change: (inout Teacher) -> Void = { _ in }
  ) -> TeacherID {
    var teacher = Teacher(name: name)
    change(&teacher)
    teachers.append(teacher)
    return TeacherID(teachers.count - 1)
  }

  mutating func add(
    _ name: String, _ role: Resource.Role, _ count: Int, seats: Int? = nil
  ) -> ResourceID {
    var resource = Resource(name: name, role: role, count: count)
    resource.seats = seats
    resources.append(resource)
    return ResourceID(resources.count - 1)
  }

  /// A session of the plan's one module.
  mutating func session(
    _ name: String, _ audience: SessionTemplate.Audience = .studyClass, meetings: Int = 1,
    form: String = "lecture", _ change: (inout SessionTemplate) -> Void = { _ in }
  ) {
    var template = SessionTemplate(name: name, form: form)
    template.audience = audience
    template.meetings = meetings
    change(&template)
    modules[0].sessions.append(template)
  }
}

/// One rotation R with one module M, in one run of so many days and so many classes of 20.
func makePlan(
  days: Int = 2, classes: Int = 1, _ change: (inout Plan) -> Void = { _ in }
) -> Plan {
  var plan = Plan()
  plan.calendar = calendar(days: days)
  plan.modules = [Module(name: "M")]
  var rotation = Rotation(name: "R")
  rotation.trainees = .people(20 * classes)
  rotation.largestClass = 20
  rotation.length = days
  rotation.modules = [ModuleID(0)]
  plan.rotations = [rotation]
  change(&plan)
  return plan
}

struct Solution {
  var plan: Plan
  var programme: Programme
  var result: SolveResult

  var timetable: Timetable { result.timetable }

  /// The placements of all sessions of a name, in the order of the programme.
  func placements(_ name: String) -> [Timetable.Placement] {
    programme.sessions.filter { $0.identity.session == name }.compactMap {
      timetable.placements[$0.identity]
    }
  }

  func reasons(_ name: String) -> [Unplaced.Reason] {
    result.unplaced.first { $0.session.session == name }?.reasons ?? []
  }
}

/// Solves, with a recount after each of the first moves, and holds the answer against the verifier.
func solve(
  _ plan: Plan, from start: Timetable = Timetable(), seed: UInt64 = 1, steps: Int = 1_500,
  recounts: Int = 200, repairs: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
) -> Solution {
  let programme = RotationArithmetic.programme(for: plan).programme
  let (result, drifts) = Solver.solve(
    plan: plan, programme: programme, from: start,
    options: SolveOptions(seed: seed, steps: steps, repairs: repairs), recounts: recounts,
    clock: { 0 },
    isCancelled: { false }, progress: { _ in })
  #expect(drifts == [], sourceLocation: sourceLocation)
  if start.isEmpty {
    let violations = Verifier.violations(
      plan: plan, programme: programme, timetable: result.timetable)
    #expect(
      violations.filter { $0.rule != .arithmetic } == [], sourceLocation: sourceLocation)
  }
  let costs = Verifier.costs(plan: plan, programme: programme, timetable: result.timetable)
  #expect(
    result.cost == costs.reduce(0) { $0 + $1.cost }, sourceLocation: sourceLocation)
  #expect(
    !result.unplaced.isEmpty || result.bound <= result.cost, sourceLocation: sourceLocation)
  let missing = Verifier.unplaced(programme: programme, timetable: result.timetable)
  #expect(result.unplaced.map(\.session) == missing, sourceLocation: sourceLocation)
  #expect(
    result.unplaced.allSatisfy { !$0.reasons.isEmpty }, sourceLocation: sourceLocation)
  return Solution(plan: plan, programme: programme, result: result)
}
