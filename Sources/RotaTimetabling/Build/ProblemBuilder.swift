import RotaPlanning

/// Turns plan, programme and the timetable to begin from into the numbers the search works on.
///
/// Each part of the problem is filled by an extension in a file of its own, in the order of
/// `build`; later parts use the numbering of earlier ones.
struct ProblemBuilder {
  let plan: Plan
  let programme: Programme
  let start: Timetable
  let staysOnEqual: Bool
  var problem = Problem()
  let placeByName: [String: Int]
  let teacherByName: [String: Int]
  /// Of each session: the first and last day it may touch, a locked one's own day included; nil
  /// where it has no day at all.
  var dayBounds: [ClosedRange<Int>?] = []
  var lockedStart: [Int?] = []
  /// Of each series: the number of the resource that keeps its meetings apart, or -1 where those who
  /// attend do.
  var seriesResource = Column()
  var seriesResourceCount = 0
  var pairedNames: Set<String> = []

  init(
    plan: Plan, programme: Programme, start: Timetable, repairs: Bool = false,
    staysOnEqual: Bool = false
  ) {
    problem.repairs = repairs
    self.staysOnEqual = staysOnEqual
    self.plan = plan
    self.programme = programme
    self.start = start
    placeByName = plan.places.map(\.name).numbered
    teacherByName = plan.teachers.map(\.name).numbered
    pairedNames = namesInPairs()
  }

  /// - Parameters:
  ///   - repairs: see `SolveOptions.repairs`.
  ///   - staysOnEqual: see `SolveOptions.staysOnEqual`.
  static func build(
    plan: Plan, programme: Programme, start: Timetable, repairs: Bool = false,
    staysOnEqual: Bool = false
  ) -> Problem {
    var builder = ProblemBuilder(
      plan: plan, programme: programme, start: start, repairs: repairs, staysOnEqual: staysOnEqual)
    builder.problem.sessionCount = programme.sessions.count
    builder.addTime()
    builder.addLocked()
    builder.addSeries()
    builder.addResources()
    builder.addSessions()
    builder.addAvailability()
    builder.addDomains()
    builder.addLimits()
    builder.addOrder()
    builder.addOrderBounds()
    builder.addTravel()
    builder.addBuses()
    builder.addWishes()
    builder.addKinds()
    builder.addPlainness()
    return builder.problem
  }

  func template(_ session: Int) -> SessionTemplate {
    plan.template(of: programme.sessions[session])
  }

  /// The placement that must stay as it is, if there is one.
  func lockedPlacement(_ session: Int) -> Timetable.Placement? {
    start.placements[programme.sessions[session].identity].flatMap { $0.isLocked ? $0 : nil }
  }

  /// The first and last of the days that some sessions may touch.
  func dayBounds(of sessions: [Int]) -> ClosedRange<Int>? {
    var bounds: ClosedRange<Int>?
    for session in sessions {
      guard let next = dayBounds[session] else { continue }
      bounds = bounds.map {
        min($0.lowerBound, next.lowerBound)...max($0.upperBound, next.upperBound)
      }
      bounds = bounds ?? next
    }
    return bounds
  }
}

extension [String] {
  /// The position of each name; the first of equals.
  var numbered: [String: Int] {
    Dictionary(enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
