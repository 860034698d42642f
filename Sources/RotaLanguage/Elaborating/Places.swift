import RotaDiagnostics
import RotaPlanning

/// Schools, zones, venues, sites and the ways between them.
extension Elaboration {
  mutating func elaborateSchools() {
    for declaration in all("zone") {
      var zone = Zone(name: declaration.name)
      zone.origins = origins(of: declaration)
      zones[zone.name] = ZoneID(plan.zones.count)
      plan.zones.append(zone)
    }
    for declaration in all("school") {
      schools[declaration.name] = SchoolID(plan.schools.count)
      plan.schools.append(School(name: declaration.name))
    }
    for (index, declaration) in all("school").enumerated() {
      plan.schools[index].origins = origins(of: declaration)
      for clause in declaration.clauses {
        switch clause.entry.word {
        case "zone": plan.schools[index].zone = zone(clause)
        case "title": plan.schools[index].title = clause.value("text")?.string
        case "closed": plan.schools[index].closed += windows(clause)
        default: break
        }
      }
    }
  }

  /// The zone that a clause names. A zone need not be declared: to lie in it is enough.
  mutating func zone(_ clause: EvaluatedClause) -> ZoneID? {
    guard let name = clause.value("zone")?.string else { return nil }
    if let known = zones[name] { return known }
    let id = ZoneID(plan.zones.count)
    var zone = Zone(name: name)
    zone.origins.declared = clause.range(of: "zone")
    plan.zones.append(zone)
    zones[name] = id
    return id
  }

  /// Venues and sites, in the order in which they were declared among each other.
  mutating func elaboratePlaces() {
    let declarations = all("venue", "site")
    plan.places.reserveCapacity(declarations.count)
    places.reserveCapacity(declarations.count)
    for declaration in declarations {
      let id = PlaceID(plan.places.count)
      if let first = places.updateValue(id, forKey: declaration.name) {
        places[declaration.name] = first
        let other = declarations.first { $0.name == declaration.name }
        report(LanguageMessages.nameClash(declaration, other ?? declaration))
        continue
      }
      let place = place(declaration)
      if let kind = place.kind { placesOfKind[kind, default: []].append(id) }
      if let school = place.school { placesOfSchool[school, default: []].append(id) }
      let zone = place.zone ?? place.school.flatMap { plan[$0].zone }
      if let zone { placesOfZone[zone, default: []].append(id) }
      plan.places.append(place)
    }
  }

  private mutating func place(_ declaration: Declaration) -> Place {
    var place = Place(
      name: declaration.name, role: declaration.entry.word == "site" ? .site : .venue)
    place.origins = origins(of: declaration)
    for clause in declaration.clauses {
      switch clause.entry.word {
      case "kind": place.kind = clause.value("name")?.string
      case "seats": place.seats = integer(clause, "count", 1...100_000, "seats")
      case "streams": place.streams = true
      case "zone": place.zone = zone(clause)
      case "school": place.school = resolve(clause, "school", sort: "school", in: \.schools)
      case "travel":
        place.travel = minutes(
          clause.value("duration"), 0...1440, "minutes of travel",
          at: clause.range(of: "duration"))
      case "open": place.availability.allowed += windows(clause)
      case "closed": place.availability.excluded += windows(clause)
      default: break
      }
    }
    return place
  }

  mutating func elaborateTravel() {
    for declaration in all("travel") {
      var ends: [Plan.TravelEnd] = []
      for label in ["from", "to"] {
        guard
          let argument = declaration.arguments.first(where: {
            $0.label == label && $0.value != nil
          }), let name = argument.value?.string
        else { continue }
        if let end = travelEnd(name) {
          ends.append(end)
        } else {
          let known = places.keys.sorted() + zones.keys.sorted() + schools.keys.sorted()
          report(
            LanguageMessages.unknownName(
              name, sort: "place, zone or school", near: known, at: argument.range))
        }
      }
      let duration = declaration.arguments.first { $0.label == "duration" }
      guard ends.count == 2,
        let minutes = minutes(
          duration?.value, 0...1440, "minutes of travel",
          at: duration?.range ?? declaration.origin)
      else { continue }
      plan.travel[Plan.TravelPair(ends[0], ends[1])] = minutes
    }
  }

  private func travelEnd(_ name: String) -> Plan.TravelEnd? {
    if let place = places[name] { return .place(place) }
    if let zone = zones[name] { return .zone(zone) }
    return schools[name].map { .school($0) }
  }

  // MARK: Selectors

  /// The places that a list of names stands for, in the order of the plan. A name is a place's, or
  /// else a role's, a kind's, a zone's, or a school's; behind a school and a point, only those of
  /// that school. What a school's module names by a kind is not another school's.
  mutating func placeSet(_ clause: EvaluatedClause) -> [PlaceID] {
    var found: Set<PlaceID> = []
    for (name, range) in clause.names("places") {
      if let all = placeSet(named: name) {
        let set = all.filter { !namesKind(name) || isOpen($0) }
        if all.isEmpty {
          report(LanguageMessages.noPlaces(name, at: range))
        } else if set.isEmpty, let school = schoolOfModule {
          let others = all.compactMap { plan[$0].school }.map { plan[$0].name }
          report(LanguageMessages.noPlacesOfSchool(name, plan[school].name, others, at: range))
        }
        found.formUnion(set)
      } else {
        let known =
          places.keys.sorted() + placesOfKind.keys.sorted() + zones.keys.sorted()
          + schools.keys.sorted()
        report(LanguageMessages.unknownName(name, sort: "place", near: known, at: range))
      }
    }
    return found.sorted()
  }

  private func placeSet(named name: String) -> [PlaceID]? {
    if let place = places[name] { return [place] }
    if let role = Place.Role(rawValue: name) {
      return plan.places.indices.filter { plan.places[$0].role == role }.map { PlaceID($0) }
    }
    if let set = placesOfKind[name] { return set }
    if let zone = zones[name] { return placesOfZone[zone] ?? [] }
    if let school = schools[name] { return placesOfSchool[school] ?? [] }
    guard let (school, word) = ofSchool(name), let set = placeSet(named: word) else { return nil }
    return set.filter { plan[$0].school == school }
  }

  /// Whether a name stands for places of a sort, wherever they are.
  private func namesKind(_ name: String) -> Bool {
    places[name] == nil && (Place.Role(rawValue: name) != nil || placesOfKind[name] != nil)
  }

  /// Whether the module that is being made may use a place that it does not name: one of its school,
  /// or of none.
  private func isOpen(_ place: PlaceID) -> Bool {
    guard let schoolOfModule, let school = plan[place].school else { return true }
    return school == schoolOfModule
  }

  /// `North.hall`: a school, and what it has of that name. The longest name of a school goes first.
  func ofSchool(_ name: String) -> (school: SchoolID, name: String)? {
    for point in name.indices.reversed() where name[point] == "." {
      let rest = name[name.index(after: point)...]
      if let school = schools[String(name[..<point])], !rest.isEmpty {
        return (school, String(rest))
      }
    }
    return nil
  }
}
