import RotaDiagnostics
import RotaPlanning

extension Check {
  /// Venues and sites have room for all sessions that must be in them.
  static let placeUse = Check { context, memory in
    var pool = Pool()
    pool.machines = context.plan.places.indices.map { index in
      let place = context.plan.places[index]
      return Pool.Machine(
        number: index, name: place.name,
        capacity: place.role == .venue ? 1 : min(place.seats ?? 0, Pool.mostCapacity),
        isShared: place.role == .site, openness: context.openPlaces[index])
    }
    // A site without a number of seats takes any number of sessions.
    let isSite = context.plan.places.map { $0.role == .site }
    let isUnlimited = context.plan.places.map { $0.role == .site && $0.seats == nil }
    let streamed = context.templates.all.map { Set($0.streamedTo).sorted() }
    for (index, session) in context.programme.sessions.enumerated() where session.needsPlace {
      let streamedTo = streamed[context.templates.ofSession[index]]
      // A place that it is streamed to is taken in any case, as the main place or along with it.
      for place in streamedTo where !isUnlimited[place.value] {
        pool.add(index, set: pool.set([place.value]), in: context)
      }
      let mayCoincide = session.places.contains { streamedTo.contains($0) }
      if mayCoincide || session.places.contains(where: { isUnlimited[$0.value] }) { continue }
      // People count at sites only; those of a streamed session may be spread over its places.
      let isCounted = streamedTo.isEmpty && session.places.contains { isSite[$0.value] }
      pool.add(
        index, set: pool.set(session.places.map(\.value)),
        amount: isCounted ? session.people : 1, in: context)
    }
    return PoolReport.report(pool, .places, context, &memory) { machines in
      machines.contains { context.plan.places[$0].role == .site } ? .site : .venue
    } finding: {
      CapacityMessages.placesShort($0, context)
    }
  }
}
