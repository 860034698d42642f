import RotaDiagnostics
import RotaPlanning

extension Check {
  /// Venues and sites have room for all sessions that must be in them.
  static let placeUse = Check { (context, memory) throws(Cancellation.Requested) in
    let places = context.plan.places
    let machines = places.indices.map { index in
      let isSite = places[index].role == .site
      return Pool.Machine(
        number: index, name: places[index].name,
        capacity: isSite ? min(places[index].seats ?? 0, Pool.mostCapacity) : 1,
        isShared: isSite, openness: context.openPlaces[index])
    }
    // A site without a number of seats takes any number of sessions.
    let isUnlimited = places.map { $0.role == .site && $0.seats == nil }
    let streamed = context.templates.all.map { Set($0.streamedTo).sorted() }
    let question = UseQuestion(
      context, machines: machines,
      numbers: [isUnlimited.map { $0 ? 1 : 0 }] + streamed.map { $0.map(\.value) })
    return try memory.report(question, about: .places) { (memory) throws(Cancellation.Requested) in
      let asked = pool(
        of: machines, isSite: places.map { $0.role == .site }, isUnlimited: isUnlimited,
        streamed: streamed, context)
      return try PoolReport.report(asked, .places, context, &memory) { machines in
        machines.contains { places[$0].role == .site } ? .site : .venue
      } finding: {
        CapacityMessages.placesShort($0, context)
      }
    }
  }

  private static func pool(
    of machines: [Pool.Machine], isSite: [Bool], isUnlimited: [Bool], streamed: [[PlaceID]],
    _ context: CapacityContext
  ) -> Pool {
    var pool = Pool()
    pool.machines = machines
    let sessions = context.programme.sessions
    // Sessions of one template have mostly the same places to choose from.
    var last: (template: Int, places: [PlaceID], choice: PlaceChoice)?
    for index in sessions.indices where sessions[index].needsPlace {
      let template = context.templates.ofSession[index]
      let choice: PlaceChoice
      if let last, last.template == template, last.places == sessions[index].places {
        choice = last.choice
      } else {
        choice = PlaceChoice(
          sessions[index].places, streamed[template], isSite: isSite, isUnlimited: isUnlimited,
          &pool)
        last = (template, sessions[index].places, choice)
      }
      for set in choice.streams { pool.add(index, set: set, in: context) }
      if let set = choice.set {
        pool.add(
          index, set: set, amount: choice.isCounted ? sessions[index].people : 1, in: context)
      }
    }
    return pool
  }
}

/// What sessions of a template that may be at certain places ask of them.
private struct PlaceChoice {
  /// Each place with a limit that it is streamed to, which is taken in any case, as the main place or
  /// along with it.
  var streams: [Int]
  /// Those of which one is the main place; nil where that may be one taken already, or one without a
  /// limit.
  var set: Int?
  /// People count at sites only; those of a streamed session may be spread over its places.
  var isCounted: Bool

  init(
    _ places: [PlaceID], _ streamedTo: [PlaceID], isSite: [Bool], isUnlimited: [Bool],
    _ pool: inout Pool
  ) {
    streams = []
    for place in streamedTo where !isUnlimited[place.value] {
      streams.append(pool.set([place.value]))
    }
    let mayCoincide = places.contains { streamedTo.contains($0) }
    isCounted = streamedTo.isEmpty && places.contains { isSite[$0.value] }
    if !mayCoincide, !places.contains(where: { isUnlimited[$0.value] }) {
      set = pool.set(places.map(\.value))
    }
  }
}
