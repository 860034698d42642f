import RotaPlanning

/// The most buses of one declaration that are out at any moment. Those who are on the same trips at a
/// minute ride together, so that who goes on from one site to the next keeps the buses.
struct BusPeak {
  let plan: Plan
  let programme: Programme
  let outings: Outings

  private struct Trip {
    var start: Int
    var end: Int
    var riders: BusTable.Riders
  }

  func most(of fleet: ResourceID) -> Int {
    let trips = trips(of: fleet).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var present: [Trip] = []
    var most = 0
    for (position, trip) in trips.enumerated() {
      // At one minute, what comes back is free for what sets out.
      present.removeAll { $0.end <= trip.start }
      present.append(trip)
      // All that sets out at this minute does so together.
      if position + 1 < trips.count, trips[position + 1].start == trip.start { continue }
      most = max(most, buses(for: present, of: fleet))
    }
    return most
  }

  private func trips(of fleet: ResourceID) -> [Trip] {
    outings.visits.flatMap { item, site in
      outings.fleets.riders(of: item.session, in: programme).compactMap { riders -> Trip? in
        let way = plan.outing(from: riders.origin, to: site)
        guard riders.buses == fleet, way > 0 else { return nil }
        let day = item.placement.day.number * 1440
        return Trip(
          start: day + item.minutes.lowerBound - way, end: day + item.minutes.upperBound + way,
          riders: riders)
      }
    }
  }

  private func buses(for trips: [Trip], of fleet: ResourceID) -> Int {
    var tripsOfAtoms: [AtomID: [Int]] = [:]
    for (number, trip) in trips.enumerated() {
      for atom in trip.riders.atoms { tripsOfAtoms[atom, default: []].append(number) }
    }
    if tripsOfAtoms.values.allSatisfy({ $0.count == 1 }) {
      return trips.reduce(0) { $0 + outings.needed($1.riders.people, of: fleet) }
    }
    func weight(_ atoms: [AtomID]) -> Int { atoms.reduce(0) { $0 + programme.weight(of: $1) } }
    let parties = Dictionary(grouping: tripsOfAtoms.keys, by: { tripsOfAtoms[$0] ?? [] })
    let expected = trips.filter(\.riders.atoms.isEmpty).reduce(0) {
      $0 + outings.needed($1.riders.people, of: fleet)
    }
    return parties.reduce(expected) { sum, party in
      let people = party.key.map { number in
        let riders = trips[number].riders
        return BusTable.share(weight(party.value), of: weight(riders.atoms), in: riders.people)
      }
      return sum + outings.needed(people.max() ?? 0, of: fleet)
    }
  }
}
