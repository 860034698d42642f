import RotaPlanning

@testable import RotaTimetabling

/// Plans put side by side into one, in which they have only the calendar and the wishes of the first
/// in common.
func sideBySide(_ plans: [Plan]) -> Plan {
  var joined = Plan()
  // What schools lend each other joins them all; nothing could be split then.
  joined.preferences = (plans.first?.preferences ?? []).filter { $0.wish != .balancedExchange }
  for (number, plan) in plans.enumerated() {
    if plan.calendar.days.count > joined.calendar.days.count { joined.calendar = plan.calendar }
    let offset = Offset(joined)
    let prefix = "\(number + 1)."
    joined.places += plan.places.map {
      var place = $0
      place.name = prefix + place.name
      return place
    }
    joined.teachers += plan.teachers.map {
      var teacher = $0
      teacher.name = prefix + teacher.name
      return teacher
    }
    joined.resources += plan.resources.map {
      var resource = $0
      resource.name = prefix + resource.name
      resource.school = SchoolID(number)
      return resource
    }
    joined.modules += plan.modules.map {
      var module = $0
      module.name = prefix + module.name
      module.sessions = module.sessions.map { offset.moved($0) }
      return module
    }
    joined.schools.append(School(name: "\(prefix)School"))
    joined.rotations += plan.rotations.map {
      var rotation = $0
      rotation.name = prefix + rotation.name
      rotation.school = SchoolID(number)
      rotation.modules = rotation.modules.map { ModuleID($0.value + offset.modules) }
      rotation.classOverrides = rotation.classOverrides.mapValues {
        var override = $0
        override.modules = override.modules.map { modules in
          modules.map { ModuleID($0.value + offset.modules) }
        }
        return override
      }
      return rotation
    }
  }
  return joined
}

/// How far the numbers of a plan move when it is put after others.
private struct Offset {
  let places: Int
  let teachers: Int
  let resources: Int
  let modules: Int

  init(_ plan: Plan) {
    places = plan.places.count
    teachers = plan.teachers.count
    resources = plan.resources.count
    modules = plan.modules.count
  }

  func moved(_ template: SessionTemplate) -> SessionTemplate {
    var template = template
    template.places = template.places.map { PlaceID($0.value + places) }
    template.streamedTo = template.streamedTo.map { PlaceID($0.value + places) }
    template.teachers = template.teachers.map { need in
      .init(candidates: need.candidates.map { TeacherID($0.value + teachers) })
    }
    template.chair = template.chair.map { TeacherID($0.value + teachers) }
    template.resources = template.resources.map {
      .init(resource: ResourceID($0.resource.value + resources), count: $0.count)
    }
    return template
  }
}
