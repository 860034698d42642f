import RotaPlanning

extension HardRule {
  /// A session is in one of the places it may be in, followed by all those it is streamed to; and
  /// in none where it needs none.
  static let places = HardRule(.wrongPlace) { recount in
    recount.held.compactMap { one in
      let template = one.template
      let given = one.placement.places
      func wrong(_ subject: String) -> Violation {
        Violation(.wrongPlace, sessions: [one.identity], subject: subject)
      }
      guard !template.places.isEmpty else { return given.first.map(wrong) }
      guard let name = given.first else { return wrong("") }
      guard one.places.allSatisfy({ $0 != nil }), let main = one.mainPlace else {
        return nil  // reported by name
      }
      if !template.places.contains(main) { return wrong(name) }
      if let room = recount.ownRoom(for: one), room != main { return wrong(name) }
      let others = template.streamedTo.filter { $0 != main }
      if Array(one.places.dropFirst()) != others.map(Optional.some) {
        return wrong(given.dropFirst().joined(separator: ", "))
      }
      return nil
    }
  }

  /// The place chosen and those streamed to seat everybody, unless that is only wished.
  static let seats = HardRule(.tooFewSeats) { recount in
    recount.held.compactMap { one in
      guard let main = one.mainPlace, one.template.places.contains(main),
        !recount.seatsAreWished(of: one, at: main),
        let seats = recount.seats(with: main, for: one.template), seats < one.session.people
      else { return nil }
      return Violation(
        .tooFewSeats, sessions: [one.identity], subject: recount.plan[main].name,
        needed: one.session.people, available: seats)
    }
  }

  /// A session that is streamed, or that someone teaches from afar, is in a place that streams. Those
  /// that it is streamed to need not.
  static let streaming = HardRule(.noStream) { recount in
    recount.held.compactMap { one in
      let fromAfar = one.teachers.contains { $0.map { recount.plan[$0].isRemote } ?? false }
      guard fromAfar || !one.template.streamedTo.isEmpty, let main = one.mainPlace,
        !recount.plan[main].streams
      else { return nil }
      return Violation(.noStream, sessions: [one.identity], subject: recount.plan[main].name)
    }
  }
}

extension Recount {
  /// Seats of a place and of those a session is streamed to; nil for no limit.
  func seats(with main: PlaceID, for template: SessionTemplate) -> Int? {
    var sum = 0
    for place in [main] + template.streamedTo.filter({ $0 != main }) {
      guard let seats = plan[place].seats else { return nil }
      sum += seats
    }
    return sum
  }

  /// The room that a session of one whole class must be in: the class's own, where the template
  /// has it among its places and it seats the class, or need not.
  func ownRoom(for one: Held) -> PlaceID? {
    guard case .studyClass = one.identity.audience, let id = one.session.classes.first,
      programme.classes.indices.contains(id.value), let room = programme[id].room,
      one.template.places.contains(room), one.template.streamedTo.isEmpty || plan[room].streams
    else { return nil }
    if !seatsAreWished(of: one, at: room), let seats = seats(with: room, for: one.template),
      seats < one.session.people
    {
      return nil
    }
    return room
  }
}
