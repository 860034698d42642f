import RotaPlanning

@testable import RotaVerifier

/// A small plan with everything worked out by hand: one week of four periods a day, one rotation R
/// with one run of 60 people in two classes of 30, some places and teachers, and the sessions of a
/// module M.
struct Sample {
  var plan = Plan()
  var programme = Programme()
  var timetable = Timetable()
  /// What was locked before, where that is the question.
  var earlier: Timetable?

  // Positions in the plan, by name.
  static let hall = PlaceID(0)  // 100 seats, streams
  static let room1 = PlaceID(1)  // 40 seats
  static let room2 = PlaceID(2)  // 40 seats, streams
  static let museum = PlaceID(3)  // site, 50 seats, 40 minutes away
  static let park = PlaceID(4)  // site, 70 seats, 50 minutes away
  static let rooms = [room1, room2]
  static let sites = [museum, park]
  static let li = TeacherID(0)
  static let wu = TeacherID(1)

  /// - Parameters:
  ///   - templates: the sessions of module M.
  ///   - runs: the teaching days of each run, each with 60 people.
  ///   - change: what else is said in the plan, before the programme is made of it.
  init(
    _ templates: [SessionTemplate], runs: [Range<Int>] = [0..<5],
    change: (inout Plan) -> Void = { _ in }
  ) {
    plan.calendar = Self.calendar(weeks: 2)
    plan.places = [
      Self.venue("Hall", seats: 100, streams: true), Self.venue("Room 1", seats: 40),
      Self.venue("Room 2", seats: 40, streams: true),
      Self.site("Museum", seats: 50, travel: 40), Self.site("Park", seats: 70, travel: 50),
    ]
    plan.teachers = [Teacher(name: "Li"), Teacher(name: "Wu")]
    var module = Module(name: "M")
    module.sessions = templates
    plan.modules = [module]
    var rotation = Rotation(name: "R")
    rotation.trainees = .people(60 * runs.count)
    rotation.runs = .exactly(runs.count)
    rotation.largestClass = 30
    rotation.modules = [ModuleID(0)]
    rotation.mostRunsAtOnce = 2
    plan.rotations = [rotation]
    change(&plan)
    programme = Self.programme(of: plan, runs: runs)
  }

  /// Every rule that is broken.
  var violations: [Violation] {
    Verifier.violations(plan: plan, programme: programme, timetable: timetable)
      + (earlier.map { Verifier.moved(from: $0, to: timetable) } ?? [])
  }

  func count(_ wish: Preference.Wish) -> Int? {
    var plan = plan
    plan.preferences = [Preference(wish: wish)]
    return Verifier.costs(plan: plan, programme: programme, timetable: timetable).first?.count
  }

  /// Who attends: run 1, or a class of it, or a group of a class.
  enum Who {
    case run(Int)
    case all
    case of(Int)
    case group(Int, of: Int)
    var audience: SessionIdentity.Audience {
      switch self {
      case .run(let run): .run(run)
      case .all: .allRuns
      case .of(let number): .studyClass(run: 1, number: number)
      case .group(let number, let studyClass):
        .group(run: 1, studyClass: studyClass, number: number)
      }
    }
  }

  static func identity(_ session: String, _ who: Who = .run(1), meeting: Int = 1)
    -> SessionIdentity
  {
    SessionIdentity(
      rotation: "R", audience: who.audience, module: "M", session: session, meeting: meeting)
  }

  /// Holds a session of run 1 on a teaching day, counted from 1.
  func holding(
    _ session: String, meeting: Int = 1, day: Int = 1, _ period: String, in places: String...,
    by teachers: [String] = [], locked: Bool = false
  ) -> Sample {
    holding(
      session, .run(1), meeting: meeting, day: day, period, at: places, by: teachers,
      locked: locked)
  }

  /// Holds a session of a class or group.
  func holding(
    _ session: String, _ who: Who, meeting: Int = 1, day: Int = 1, _ period: String,
    in places: String..., by teachers: [String] = [], locked: Bool = false
  ) -> Sample {
    holding(
      session, who, meeting: meeting, day: day, period, at: places, by: teachers, locked: locked)
  }

  private func holding(
    _ session: String, _ who: Who, meeting: Int, day: Int, _ period: String, at places: [String],
    by teachers: [String], locked: Bool
  ) -> Sample {
    var copy = self
    copy.timetable.placements[Self.identity(session, who, meeting: meeting)] = .init(
      day: plan.calendar.days[day - 1].day, period: period, places: places, teachers: teachers,
      isLocked: locked)
    return copy
  }

  func changing(_ change: (inout Sample) -> Void) -> Sample {
    var copy = self
    change(&copy)
    return copy
  }
}
