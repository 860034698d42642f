import RotaDiagnostics
import RotaPlanning

extension Check {
  /// Venues and sites have room for all sessions that must be in them.
  static let placeUse = Check { context in
    var pool = Pool()
    pool.machines = context.plan.places.indices.map { index in
      let place = context.plan.places[index]
      return Pool.Machine(
        name: place.name,
        capacity: place.role == .venue ? 1 : min(place.seats ?? 0, Pool.mostCapacity),
        isShared: place.role == .site, openness: context.openPlaces[index])
    }
    for (index, session) in context.programme.sessions.enumerated() {
      let template = context.templates[index]
      // A place that it is streamed to is taken in any case, as the main place or along with it.
      for place in Set(template.streamedTo).sorted()
      where session.needsPlace && !isUnlimited(place, context) {
        pool.add(
          index, machines: [place.value], amount: amount(session, at: [place], context),
          in: context)
      }
      let mayCoincide = session.places.contains { template.streamedTo.contains($0) }
      if mayCoincide || session.places.contains(where: { isUnlimited($0, context) }) { continue }
      pool.add(
        index, machines: session.places.map(\.value).sorted(),
        amount: amount(session, at: session.places, context), in: context)
    }
    return PoolReport.report(pool, context) { machines in
      machines.contains { context.plan.places[$0].role == .site } ? .site : .venue
    } finding: {
      CapacityMessages.placesShort($0, context)
    }
  }

  /// A site without a number of seats takes any number of sessions.
  private static func isUnlimited(_ place: PlaceID, _ context: CapacityContext) -> Bool {
    context.plan[place].role == .site && context.plan[place].seats == nil
  }

  /// People count at sites only; a streamed session's people may be spread over its places.
  private static func amount(
    _ session: Session, at places: [PlaceID], _ context: CapacityContext
  ) -> Int {
    let isStreamed = !context.plan.template(of: session).streamedTo.isEmpty
    let isAtSite = places.contains { context.plan[$0].role == .site }
    return isAtSite && !isStreamed ? session.people : 1
  }
}
