import RotaDiagnostics
import RotaPlanning

/// Teachers, units and resources.
extension Elaboration {
  mutating func elaborateTeachers() {
    let declarations = all("teacher")
    plan.teachers.reserveCapacity(declarations.count)
    teachers.reserveCapacity(declarations.count)
    for declaration in declarations {
      let teacher = teacher(declaration)
      let id = TeacherID(plan.teachers.count)
      teachers[teacher.name] = id
      for role in teacher.roles { teachersOfRole[role, default: []].append(id) }
      for topic in teacher.topics { teachersOfTopic[topic, default: []].append(id) }
      plan.teachers.append(teacher)
    }
  }

  private mutating func teacher(_ declaration: Declaration) -> Teacher {
    var teacher = Teacher(name: declaration.name)
    teacher.origins = origins(of: declaration)
    for clause in declaration.clauses {
      switch clause.entry.word {
      case "from": teacher.institution = clause.value("name")?.string
      case "post": teacher.post = clause.value("name")?.string
      case "role": teacher.roles = unique(clause.names("roles").map(\.name))
      case "teaches": teacher.topics = unique(clause.names("topics").map(\.name))
      case "school": teacher.school = resolve(clause, "school", sort: "school", in: \.schools)
      case "zone": teacher.zone = zone(clause)
      case "remote": teacher.isRemote = true
      case "available": teacher.availability.allowed += windows(clause)
      case "unavailable": teacher.availability.excluded += windows(clause)
      case "at most":
        let limit = integer(clause, "count", 0...1_000, "sessions")
        if clause.has("week") { teacher.mostPerWeek = limit } else { teacher.mostPerDay = limit }
      case "norm": teacher.norm = hoursOfPlan(clause)
      case "wishes": teacher.wish = hoursOfPlan(clause)
      default: break
      }
    }
    return teacher
  }

  private mutating func hoursOfPlan(_ clause: EvaluatedClause) -> Int? {
    minutes(
      clause.value("duration"), 0...600_000, "minutes of teaching",
      at: clause.range(of: "duration"))
  }

  private func unique(_ names: [String]) -> [String] {
    if names.count < 9 {
      return names.indices.filter { !names[..<$0].contains(names[$0]) }.map { names[$0] }
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  mutating func elaborateUnits() {
    let declarations = all("unit")
    plan.units.reserveCapacity(declarations.count)
    units.reserveCapacity(declarations.count)
    for declaration in declarations {
      let argument = declaration.arguments.first { $0.label == "people" }
      let people = integer(
        argument?.value, 1...10_000_000, "people", at: argument?.range ?? declaration.nameRange)
      if argument == nil { report(LanguageMessages.unitWithoutPeople(declaration)) }
      var unit = Unit(name: declaration.name, people: people ?? 0)
      unit.origins = origins(of: declaration)
      if let argument { unit.origins.clauses.append(Origins.Clause("people", at: argument.range)) }
      for clause in declaration.clauses {
        switch clause.entry.word {
        case "kind": unit.kind = clause.value("name")?.string
        case "school": unit.school = resolve(clause, "school", sort: "school", in: \.schools)
        case "away": unit.away = awayLimit(clause)
        case "unavailable": unit.excluded += windows(clause)
        default: break
        }
      }
      units[unit.name] = UnitID(plan.units.count)
      plan.units.append(unit)
    }
  }

  private mutating func awayLimit(_ clause: EvaluatedClause) -> Unit.AwayLimit? {
    if case .percent(let share) = clause.value("limit") {
      let points = (share * 10_000).rounded(toPlaces: 6).whole
      guard let points, (0...10_000).contains(points) else {
        report(
          LanguageMessages.shareOutOfRange(.percent(share), at: clause.range(of: "limit")))
        return nil
      }
      return .share(basisPoints: points)
    }
    return integer(clause, "limit", 0...10_000_000, "people away").map { .people($0) }
  }

  mutating func elaborateResources() {
    for declaration in all("buses", "beds", "resource") {
      let word = declaration.entry.word
      let role: Resource.Role = word == "buses" ? .buses : word == "beds" ? .beds : .other
      let argument = declaration.arguments.first { $0.label == "count" }
      let name = declaration.name.isEmpty ? word : declaration.name
      let count = integer(
        argument?.value, 1...100_000, role == .other ? name : word,
        at: argument?.range ?? declaration.origin)
      var resource = Resource(name: name, role: role, count: count ?? 0)
      resource.origins = origins(of: declaration)
      for clause in declaration.clauses {
        switch clause.entry.word {
        case "seats": resource.seats = integer(clause, "count", 1...100_000, "seats")
        case "school": resource.school = resolve(clause, "school", sort: "school", in: \.schools)
        default: break
        }
      }
      if role == .other { resources[name] = ResourceID(plan.resources.count) }
      plan.resources.append(resource)
    }
  }
}
