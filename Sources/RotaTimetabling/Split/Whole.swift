import RotaPlanning

/// What is to be split: a plan with its programme and the placements to begin with, and what is
/// looked up again and again while it is.
struct Whole: Sendable {
  let plan: Plan
  let programme: Programme
  let start: Timetable
  let buses: BusTable
  private let placeByName: [String: Int]
  private let teacherByName: [String: Int]

  init(plan: Plan, programme: Programme, start: Timetable) {
    self.plan = plan
    self.programme = programme
    self.start = start
    buses = BusTable(of: plan)
    placeByName = plan.places.map(\.name).numbered
    teacherByName = plan.teachers.map(\.name).numbered
  }

  /// Whether a session has a placement that must stay as it is.
  func isLocked(_ position: Int) -> Bool {
    start.placements[programme.sessions[position].identity]?.isLocked ?? false
  }

  /// What a session may hold, and with it the things of those sessions that are bound to it.
  struct Holdings {
    var places: [PlaceID]
    var teachers: [TeacherID]
    /// Buses among them, if it may go out.
    var resources: [ResourceID]
  }

  /// Locked or not, what a placement to begin with names is among it.
  func holdings(of session: Session) -> Holdings {
    let template = plan.template(of: session)
    let placement = start.placements[session.identity]
    var places = session.places + template.streamedTo
    places += placement?.places.compactMap { placeByName[$0].map { PlaceID($0) } } ?? []
    var teachers = template.teachers.flatMap(\.candidates)
    if let chair = template.chair { teachers.append(chair) }
    teachers += placement?.teachers.compactMap { teacherByName[$0].map { TeacherID($0) } } ?? []
    var resources = template.resources.map(\.resource)
    if places.contains(where: { plan[$0].role == .site }) {
      resources += buses.riders(of: session, in: programme).filter { riders in
        places.contains { plan.outing(from: riders.origin, to: $0) > 0 }
      }.map(\.buses)
    }
    return Holdings(places: places, teachers: teachers, resources: resources)
  }
}
