import RotaPlanning

/// What the way from a place depends on; places that agree in it share a row of the matrix.
private struct TravelKey: Hashable {
  var role: Place.Role
  var zone: ZoneID?
  var school: SchoolID?
  var travel: Int?
  /// The place itself, where the planner gave a way to it by name.
  var place: Int?
}

extension ProblemBuilder {
  mutating func addTravel() {
    var named: Set<Int> = []
    for pair in plan.travel.keys {
      for case .place(let place) in [pair.first, pair.second] { named.insert(place.value) }
    }
    var numbers: [TravelKey: Int] = [:]
    var members: [[PlaceID]] = []
    for (index, place) in plan.places.enumerated() {
      let key = TravelKey(
        role: place.role, zone: plan.zone(of: place), school: place.school, travel: place.travel,
        place: named.contains(index) ? index : nil)
      let number = numbers[key] ?? members.count
      if number == members.count { members.append([]) }
      numbers[key] = number
      members[number].append(PlaceID(index))
      problem.travelClass.append(number)
    }
    problem.travelClassCount = members.count
    for from in members {
      for to in members {
        // Between two places of one class the way is that of any two of them.
        let end = from == to ? to[to.count - 1] : to[0]
        let minutes = plan.travelMinutes(from: from[0], to: end)
        problem.travelMinutes.append(minutes)
        if minutes > 0 { problem.hasTravel = true }
      }
    }
  }
}
