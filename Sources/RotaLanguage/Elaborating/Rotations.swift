import RotaDiagnostics
import RotaPlanning
import RotaSyntax

/// Rotations with what is said of single runs and classes, and wishes.
extension Elaboration {
  mutating func elaborateRotations() {
    for declaration in all("rotation") {
      var rotation = Rotation(name: declaration.name)
      rotation.origins = origins(of: declaration)
      // Who all its units are depends on its school.
      rotation.school = declaration.clause("school").flatMap {
        resolve($0, "school", sort: "school", in: \.schools)
      }
      let units = units(of: rotation.school)
      rotation.trainees = units.isEmpty ? .people(0) : .units(units)
      for clause in declaration.clauses { elaborate(clause, of: &rotation) }
      for child in declaration.children {
        if child.entry.word == "run" {
          elaborateRun(child, of: &rotation)
        } else {
          elaborateClass(child, of: &rotation)
        }
      }
      plan.rotations.append(rotation)
    }
  }

  private mutating func elaborate(_ clause: EvaluatedClause, of rotation: inout Rotation) {
    switch clause.entry.word {
    case "title": rotation.title = clause.value("text")?.string
    case "trainees": rotation.trainees = trainees(clause, of: rotation) ?? rotation.trainees
    case "roster": rotation.roster = clause.value("file")?.string
    case "runs":
      if clause.value("count") == nil {
        rotation.runs = .asNeeded
      } else if let count = integer(clause, "count", 1...1_000, "runs") {
        rotation.runs = .exactly(count)
      }
    case "length": rotation.length = integer(clause, "days", 1...10_000, "days") ?? rotation.length
    case "classes":
      if clause.value("people") != nil {
        rotation.largestClass = integer(clause, "people", 1...10_000_000, "people in a class")
      } else {
        rotation.classes = integer(clause, "count", 1...100_000, "classes")
      }
    case "teaches": rotation.modules = resolveAll(clause, "modules", sort: "module", in: \.modules)
    case "starts":
      if let date = clause.value("date") {
        rotation.starts = date.dateRange?.lowerBound
      } else {
        rotation.startWeekdays = clause.value("weekdays")?.weekdaySet
      }
    case "ends": rotation.ends = clause.value("date")?.dateRange?.lowerBound
    case "between runs":
      rotation.daysBetween = integer(clause, "days", 0...36_525, "days between runs") ?? 0
    case "at most":
      if clause.has("runs") {
        rotation.mostRunsAtOnce = integer(clause, "count", 1...1_000, "runs at once") ?? 1
      } else {
        rotation.mostSessionsPerDay = integer(clause, "count", 1...1_000, "sessions")
      }
    default: break
    }
    if let starts = rotation.starts, let ends = rotation.ends, ends < starts,
      clause.entry.word == "starts" || clause.entry.word == "ends"
    {
      report(
        LanguageMessages.spanEndsBeforeStart(
          .date(starts), .date(ends), at: clause.range(of: "date")))
    }
  }

  /// All units that send people to rotations of a school: its own, or where it has none, those of no
  /// school. To a rotation of no school every unit sends people.
  private func units(of school: SchoolID?) -> [UnitID] {
    let all = plan.units.indices.map { UnitID($0) }
    guard let school else { return all }
    let own = all.filter { plan[$0].school == school }
    return own.isEmpty ? all.filter { plan[$0].school == nil } : own
  }

  private mutating func trainees(
    _ clause: EvaluatedClause, of rotation: Rotation
  ) -> Rotation.Trainees? {
    if clause.value("people") != nil {
      return integer(clause, "people", 1...10_000_000, "people").map { .people($0) }
    }
    if clause.value("units") != nil {
      return .units(resolveAll(clause, "units", sort: "unit", in: \.units))
    }
    let all = units(of: rotation.school)
    if all.isEmpty { report(LanguageMessages.noUnits(at: clause.range)) }
    return .units(all)
  }

  private mutating func elaborateRun(_ declaration: Declaration, of rotation: inout Rotation) {
    guard let number = runNumber(declaration, "number", of: rotation) else { return }
    var run = Rotation.RunOverride()
    run.origins = origins(of: declaration)
    for clause in declaration.clauses {
      switch clause.entry.word {
      case "length": run.length = integer(clause, "days", 1...10_000, "days")
      case "people": run.people = integer(clause, "people", 1...10_000_000, "people")
      case "classes":
        if clause.value("people") != nil {
          report(LanguageMessages.runClassesByNumber(at: clause.range))
        } else {
          run.classes = integer(clause, "count", 1...100_000, "classes")
        }
      case "starts":
        if let date = clause.value("date") {
          run.starts = date.dateRange?.lowerBound
        } else {
          report(LanguageMessages.runStartsOnDate(at: clause.range))
        }
      case "units": run.units = resolveAll(clause, "units", sort: "unit", in: \.units)
      default: break
      }
    }
    rotation.runOverrides[number] = run
  }

  private mutating func elaborateClass(_ declaration: Declaration, of rotation: inout Rotation) {
    let argument = declaration.arguments.first { $0.label == "number" }
    guard let run = runNumber(declaration, "run", of: rotation),
      let number = integer(
        argument?.value, 1...100_000, "number of a class",
        at: argument?.range ?? declaration.origin)
    else { return }
    var studyClass = Rotation.ClassOverride()
    studyClass.origins = origins(of: declaration)
    for clause in declaration.clauses {
      switch clause.entry.word {
      case "name": studyClass.name = clause.value("name")?.string
      case "people": studyClass.people = integer(clause, "people", 1...10_000_000, "people")
      case "room": studyClass.room = resolve(clause, "venue", sort: "venue", in: \.places)
      case "unavailable": studyClass.excluded += windows(clause)
      case "attends": studyClass.modules = attended(clause, of: rotation)
      default: break
      }
    }
    rotation.classOverrides[.init(run: run, number: number)] = studyClass
  }

  /// Modules that a class attends, of those that its rotation teaches.
  private mutating func attended(_ clause: EvaluatedClause, of rotation: Rotation) -> [ModuleID] {
    let taught = Set(rotation.modules)
    var attended: [ModuleID] = []
    for (name, range) in clause.names("modules") {
      guard let id = modules[name] else {
        report(
          LanguageMessages.unknownName(
            name, sort: "module", near: modules.keys.sorted(), at: range))
        continue
      }
      if !taught.contains(id) {
        report(
          LanguageMessages.moduleNotTaught(
            name, rotation: rotation.name, teaches: rotation.origins.clause("teaches"), at: range))
      } else if !attended.contains(id) {
        attended.append(id)
      }
    }
    return attended
  }

  /// The number of a run that the rotation has, or may have.
  private mutating func runNumber(
    _ declaration: Declaration, _ label: String, of rotation: Rotation
  ) -> Int? {
    let argument = declaration.arguments.first { $0.label == label && $0.value != nil }
    let range = argument?.range ?? declaration.origin
    guard let number = integer(argument?.value, 1...1_000, "number of a run", at: range) else {
      return nil
    }
    if case .exactly(let count) = rotation.runs, number > count {
      report(
        LanguageMessages.noSuchRun(
          number, of: rotation.name, count, at: range, runs: rotation.origins.clause("runs")))
      return nil
    }
    return number
  }

  mutating func elaboratePreferences() {
    for declaration in all("prefer") {
      var weight = 1
      if let clause = declaration.clause("weight") {
        weight = integer(clause, "number", 0...10_000, "weight") ?? 1
      }
      for clause in declaration.clauses {
        if clause.entry.word == "mixed classes" { mix(clause, weight) }
        guard let wish = wish(clause) else { continue }
        plan.preferences.append(
          Preference(wish: wish, weight: weight, origin: declaration.origin))
      }
    }
    addImplied(.spreadDays) { $0.leastDays == nil ? nil : "over at least" }
    addImplied(.doubles) { $0.inDoubles ? "in doubles" : nil }
  }

  private mutating func mix(_ clause: EvaluatedClause, _ weight: Int) {
    if let one = ClassMixing.Attribute.allCases.first(where: { clause.has($0.rawValue) }) {
      plan.mixing[one] = weight
    } else {
      plan.mixing.common = weight
    }
  }

  /// A wish that a session's clause makes, with weight 1 where no `prefer` gives it one.
  private mutating func addImplied(
    _ wish: Preference.Wish, by clause: (SessionTemplate) -> String?
  ) {
    if plan.preferences.contains(where: { $0.wish == wish }) { return }
    for module in plan.modules {
      for session in module.sessions {
        guard let word = clause(session) else { continue }
        plan.preferences.append(Preference(wish: wish, origin: session.origins.of(word)))
        return
      }
    }
  }

  private mutating func wish(_ clause: EvaluatedClause) -> Preference.Wish? {
    switch clause.entry.word {
    case "compact days": return .compactDays
    case "no lonely period": return .noLonelyPeriods
    case "periods per day": return dailyLoad(clause)
    case "spread days": return .spreadDays
    case "doubles": return .doubles
    case "same room": return .sameRoom
    case "same room for module": return .sameRoomForModule
    case "near": return .nearby
    case "keep published":
      return .keepPublished(Publication.Aspect.allCases.first { clause.has($0.rawValue) })
    case "enough seats": return .enoughSeats
    case "teacher", "venue", "site": return avoidance(clause)
    case "even days": return .evenDays
    case "balanced teachers": return .balancedTeachers
    case "balanced exchange": return .balancedExchange
    case "balanced load": return .balancedLoad
    case "shared venues": return .sharedPlaces(.venue, among: sharers(clause))
    case "shared sites": return .sharedPlaces(.site, among: sharers(clause))
    case "rotated groups": return .rotatedGroups
    case "early":
      guard let form = clause.value("form")?.string else { return .early(form: nil) }
      let known = Words.forms + plan.forms
      if !known.contains(form) {
        report(
          LanguageMessages.unknownName(
            form, sort: "form", near: known, at: clause.range(of: "form")))
      }
      return .early(form: form)
    default: return nil
    }
  }

  private func sharers(_ clause: EvaluatedClause) -> PlaceSharers {
    clause.has("classes") ? .classes : .runs
  }

  private mutating func dailyLoad(_ clause: EvaluatedClause) -> Preference.Wish? {
    let ends: [Value]
    switch clause.value("range") {
    case .span(let from, let to): ends = [from, to]
    case let value?: ends = [value, value]
    case nil: return nil
    }
    let range = clause.range(of: "range")
    let numbers = ends.compactMap { integer($0, 1...20, "periods of a day", at: range) }
    return numbers.count == 2 ? .dailyLoad(numbers[0]...numbers[1]) : nil
  }

  private mutating func avoidance(_ clause: EvaluatedClause) -> Preference.Wish? {
    let windows = windows(clause)
    let word = clause.entry.word
    if word == "teacher" {
      return resolve(clause, "name", sort: word, in: \.teachers)
        .map { .avoid(Avoidance(.teacher($0), windows: windows)) }
    }
    guard let name = clause.value("name")?.string else { return nil }
    guard let place = places[name], plan[place].role.rawValue == word else {
      let known = plan.places.filter { $0.role.rawValue == word }.map(\.name).sorted()
      report(
        LanguageMessages.unknownName(name, sort: word, near: known, at: clause.range(of: "name")))
      return nil
    }
    return .avoid(Avoidance(.place(place), windows: windows))
  }
}
