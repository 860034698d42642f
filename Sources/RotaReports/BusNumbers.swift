import RotaPlanning

/// Which buses take whom on a day. Buses are numbered from 1 in each declaration of buses, and the
/// numbers are those of the whole timetable, whoever reads: each bus serves those who took it until
/// they are back, and who goes on from one site to another keeps the buses.
struct BusNumbers {
  /// Of each leg of the day, by its position in `outings.legs`: the numbers taken of each fleet.
  private(set) var ofLegs: [Int: [(fleet: ResourceID, numbers: [Int])]] = [:]

  private struct Event {
    var minute: Int
    var rank: Outings.Movement.Kind
    var leg: Int?
    var session: Session
    /// The minute from which others may have the buses.
    var until: Int
  }

  init(dayIndex: Int, outings: Outings, programme: Programme) {
    var events = outings.legs.indices.filter { outings.legs[$0].dayIndex == dayIndex }.map {
      index in
      let leg = outings.legs[index]
      // Who leaves the site then takes the buses first.
      return Event(
        minute: leg.minute, rank: leg.isTransfer ? .transfer : .departure, leg: index,
        session: leg.session, until: (leg.leavesSite.last ?? leg.arrival) + 1)
    }
    events += outings.returns.filter { $0.dayIndex == dayIndex }.map {
      Event(minute: $0.minute, rank: .returning, leg: nil, session: $0.session, until: $0.arrival)
    }
    let sorted = events.enumerated().sorted {
      ($0.element.minute, $0.element.rank, $0.offset) < (
        $1.element.minute, $1.element.rank, $1.offset
      )
    }.map(\.element)
    var taken: [ResourceID: Fleet] = [:]
    for event in sorted {
      for riders in outings.fleets.riders(of: event.session, in: programme) {
        let numbers = taken[riders.buses, default: Fleet()].take(
          outings.needed(riders.people, of: riders.buses), for: Set(riders.atoms),
          at: event.minute, until: event.until)
        if let leg = event.leg { ofLegs[leg, default: []].append((riders.buses, numbers)) }
      }
    }
  }

  private struct Fleet {
    private var taken: [(number: Int, until: Int, by: Set<AtomID>)] = []

    /// Buses held by some of the people first, then those that are free.
    mutating func take(_ count: Int, for people: Set<AtomID>, at minute: Int, until end: Int)
      -> [Int]
    {
      taken.removeAll { $0.until <= minute && $0.by.isDisjoint(with: people) }
      let own = taken.filter { !$0.by.isDisjoint(with: people) }.map(\.number)
      var numbers = Array(own.sorted().prefix(count))
      let used = Set(taken.map(\.number))
      var next = 1
      while numbers.count < count {
        if !used.contains(next) { numbers.append(next) }
        next += 1
      }
      numbers.sort()
      taken.removeAll { numbers.contains($0.number) }
      taken += numbers.map { ($0, end, people) }
      return numbers
    }
  }
}
