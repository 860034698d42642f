import RotaArithmetic
import RotaCapacity
import RotaDiagnostics
import RotaPlanning

/// The first Monday of March 2027.
let monday = Day(year: 2027, month: 3, day: 1) ?? Day(number: 0)

/// A plan of one rotation, grown clause by clause.
struct PlanBuilder {
  var plan = Plan()
  var rotation = Rotation(name: "R")
  private var templates: [SessionTemplate] = []

  /// Weeks of four periods a day from Monday to Friday, with a long break at noon.
  init(weeks: Int = 1, people: Int = 40, classes: Int = 1) {
    plan.calendar = TeachingCalendar(
      dates: monday...monday.advanced(by: 7 * weeks - 1),
      weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday],
      periods: [
        .init(name: "am1", times: 510..<600), .init(name: "am2", times: 620..<710),
        .init(name: "pm1", times: 870..<960), .init(name: "pm2", times: 980..<1070),
      ])
    rotation.trainees = .people(people)
    rotation.classes = classes
    rotation.length = 5
  }

  mutating func venue(_ name: String, seats: Int? = nil) -> PlaceID {
    place(name, .venue, seats: seats)
  }

  mutating func site(_ name: String, seats: Int? = nil, travel: Int = 0) -> PlaceID {
    let id = place(name, .site, seats: seats)
    plan.places[id.value].travel = travel
    return id
  }

  private mutating func place(_ name: String, _ role: Place.Role, seats: Int?) -> PlaceID {
    var place = Place(name: name, role: role)
    place.seats = seats
    plan.places.append(place)
    return PlaceID(plan.places.count - 1)
  }

  mutating func teacher(_ name: String) -> TeacherID {
    plan.teachers.append(Teacher(name: name))
    return TeacherID(plan.teachers.count - 1)
  }

  mutating func resource(
    _ role: Resource.Role, _ name: String, _ count: Int, seats: Int? = nil
  ) -> ResourceID {
    var resource = Resource(name: name, role: role, count: count)
    resource.seats = seats
    plan.resources.append(resource)
    return ResourceID(plan.resources.count - 1)
  }

  mutating func session(
    _ name: String, _ audience: SessionTemplate.Audience = .run, in places: [PlaceID] = [],
    by teachers: [[TeacherID]] = [], _ change: (inout SessionTemplate) -> Void = { _ in }
  ) {
    var template = SessionTemplate(name: name, form: "lecture")
    template.audience = audience
    template.places = places
    template.teachers = teachers.map { .init(candidates: $0) }
    change(&template)
    templates.append(template)
  }

  /// The plan, its programme and what the check says of them.
  func check() -> (plan: Plan, programme: Programme, report: CapacityReport) {
    var plan = plan
    var module = Module(name: "M")
    module.sessions = templates
    plan.modules = [module]
    var rotation = rotation
    rotation.modules = [ModuleID(0)]
    plan.rotations = [rotation]
    let (programme, _) = RotationArithmetic.programme(for: plan)
    return (plan, programme, CapacityCheck.report(plan: plan, programme: programme))
  }

  var findings: [Diagnostic] { check().report.findings }
}
