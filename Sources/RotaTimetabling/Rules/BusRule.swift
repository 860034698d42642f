import RotaPlanning

/// Hard: at no minute are more buses out than there are. A session at a site with a way to it holds
/// its buses from its start less the way there to its end and the way back.
///
/// People whose trips overlap do not come home in between: their buses stay with them. So at each
/// tick those who are on the very same trips ride together, and buses are counted for each such party.
/// One more trip can only part parties, never join them, so that it never sets buses free: a
/// timetable that lacks buses lacks them whatever is added to it.
struct BusRule: ~Copyable {
  /// Buses out, by kind of bus, day and tick.
  private(set) var out: Counts

  init(_ problem: borrowing Problem) {
    out = Counts(
      repeating: 0, count: problem.busCount * problem.dayCount * problem.tickCount)
  }

  @inline(__always)
  private func row(_ problem: borrowing Problem, _ ride: Int, _ day: Int) -> Int {
    (problem.rideBus[ride] * problem.dayCount + day) * problem.tickCount
  }

  /// - Parameter more: buses for each tick of the trip; nil for as many as the ride needs by itself.
  @inline(__always)
  mutating func change(
    _ problem: borrowing Problem, ride: Int, day: Int, _ trip: Range<Int>, more: [Int]?,
    by sign: Int
  ) {
    let row = row(problem, ride, day)
    for tick in trip {
      let change = more.map { $0[tick - trip.lowerBound] } ?? problem.rideNeed[ride]
      out[row + tick] = out[row + tick] &+ sign * change
    }
  }

  /// How many buses others must give up for one ride: 0 or less where there are enough.
  @inline(__always)
  func excess(
    _ problem: borrowing Problem, ride: Int, day: Int, _ trip: Range<Int>, more: [Int]?
  ) -> Int {
    let row = row(problem, ride, day)
    var most = 0
    for tick in trip {
      let change = more.map { $0[tick - trip.lowerBound] } ?? problem.rideNeed[ride]
      most = max(most, out[row + tick] + change)
    }
    return most - problem.busLimit[problem.rideBus[ride]]
  }
}

extension Assignment {
  /// Enters a session into the buses out, or takes it out of them, while it is not counted.
  @inline(__always)
  mutating func changeBuses(_ session: Int, _ place: Int, _ slots: Range<Int>, by sign: Int) {
    for ride in problem.rides(session) {
      guard let trip = problem.trip(ride, place, slots) else { continue }
      let day = problem.dayOfSlot[slots.lowerBound]
      let more = busesMore(session, ride, day, trip)
      buses.change(problem, ride: ride, day: day, trip, more: more, by: sign)
    }
  }

  /// How many buses others must give up for one ride of a session that is out of the timetable: 0 or
  /// less where there are enough.
  @inline(__always)
  func busExcess(_ session: Int, ride: Int, _ place: Int, _ slots: Range<Int>) -> Int {
    guard let trip = problem.trip(ride, place, slots) else { return 0 }
    let day = problem.dayOfSlot[slots.lowerBound]
    let more = busesMore(session, ride, day, trip)
    return buses.excess(problem, ride: ride, day: day, trip, more: more)
  }

  @inline(__always)
  func hasBuses(_ session: Int, _ place: Int, _ slots: Range<Int>) -> Bool {
    for ride in problem.rides(session) where busExcess(session, ride: ride, place, slots) > 0 {
      return false
    }
    return true
  }

  /// One trip that somebody is on.
  private struct Trip {
    var ride: Int
    var ticks: Range<Int>
  }

  /// Buses by which more are out at each tick because of one more trip; nil where nobody is on another
  /// one meanwhile, so that they are those of the ride.
  private func busesMore(_ session: Int, _ ride: Int, _ day: Int, _ ticks: Range<Int>) -> [Int]? {
    if !problem.ridesOn[session] { return nil }
    var others: [Int] = []
    for index in problem.rideAtoms.range(ride) {
      for trip in trips(of: problem.rideAtoms.items[index], day, meeting: ticks, besides: session)
      where !others.contains(trip.ride) {
        others.append(trip.ride)
      }
    }
    if others.isEmpty { return nil }
    let goers = Set(problem.rideAtoms.contents(ride))
    let people = others.reduce(into: goers) { $0.formUnion(problem.rideAtoms.contents($1)) }
    let trips = people.sorted().map { atom in
      (atom: atom, trips: self.trips(of: atom, day, meeting: ticks, besides: session))
    }
    return ticks.map { tick in
      // By the rides that a party is on.
      var before: [[Int]: Int] = [:]
      var after: [[Int]: Int] = [:]
      for (atom, trips) in trips {
        var rides = trips.filter { $0.ticks.contains(tick) }.map(\.ride).sorted()
        let weight = problem.atomWeight[atom]
        if !rides.isEmpty { before[rides, default: 0] += weight }
        if goers.contains(atom) { rides.append(ride) }
        if !rides.isEmpty { after[rides, default: 0] += weight }
      }
      return after.reduce(0) { $0 + busesNeeded(by: $1.value, on: $1.key) }
        - before.reduce(0) { $0 + busesNeeded(by: $1.value, on: $1.key) }
    }
  }

  /// The trips of an atom on a day that meet some ticks.
  private func trips(
    of atom: Int, _ day: Int, meeting ticks: Range<Int>, besides session: Int
  ) -> [Trip] {
    var found: [Trip] = []
    var member = lists.head(problem.dayRow[atom] + day)
    while member >= 0 {
      let other = problem.memberSession[member]
      member = lists.after(member)
      let place = place(other)
      if other == session || place < 0 { continue }
      for ride in problem.rides(other)
      where problem.rideAtoms.range(ride).contains(where: { problem.rideAtoms.items[$0] == atom }) {
        if let trip = problem.trip(ride, place, start[other]..<end(other)), trip.overlaps(ticks) {
          found.append(Trip(ride: ride, ticks: trip))
        }
      }
    }
    return found
  }

  /// Buses for a party by its weight: as many as the trip needs to which most of its people go.
  private func busesNeeded(by weight: Int, on rides: [Int]) -> Int {
    guard let first = rides.first else { return 0 }
    let seats = problem.busSeats[problem.rideBus[first]]
    let people = rides.reduce(0) {
      max($0, BusTable.share(weight, of: problem.rideWeight[$1], in: problem.ridePeople[$1]))
    }
    return people / seats + (people % seats == 0 ? 0 : 1)
  }
}
