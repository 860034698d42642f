import RotaPlanning

extension Recount {
  /// For each session at a venue that is not streamed: people beyond the seats there.
  var peopleWithoutSeats: [Breach] {
    held.indices.compactMap { position in
      let one = held[position]
      guard let place = one.mainPlace, seatsAreWished(of: one, at: place),
        let seats = plan[place].seats
      else { return nil }
      return breach(position, count: max(0, one.session.people - seats))
    }
  }

  /// Whether too few seats only cost: where the plan prefers enough of them, at a venue, for a
  /// session that is not streamed.
  func seatsAreWished(of one: Held, at place: PlaceID) -> Bool {
    plan[place].role == .venue && one.template.streamedTo.isEmpty
      && plan.preferences.contains { $0.wish == .enoughSeats }
  }
}
