import RotaPlanning

extension HardRule {
  /// A place can be used for the whole session; a venue is closed whenever its school is.
  static let placesOpen = HardRule(.placeClosed) { recount in
    recount.held.flatMap { one -> [Violation] in
      guard let time = one.time else { return [] }
      return one.places.compactMap { id in
        guard let id else { return nil }
        let place = recount.plan[id]
        let school = place.role == .venue ? place.school.map { recount.plan[$0] } : nil
        let closed = Availability(excluded: school?.closed ?? [])
        if place.availability.allows(time.day, time.minutes),
          closed.allows(time.day, time.minutes)
        {
          return nil
        }
        return Violation(.placeClosed, sessions: [one.identity], subject: place.name)
      }
    }
  }

  /// A venue takes one session at a time.
  static let venuesTaken = HardRule(.placeClash) { recount in
    zip(recount.plan.places, recount.ofPlace).flatMap { place, positions -> [Violation] in
      guard place.role == .venue else { return [] }
      return Clashes.pairs(positions.compactMap { recount.stay($0) }).map {
        Violation(
          .placeClash, sessions: recount.identities([$0.0, $0.1]), subject: place.name)
      }
    }
  }

  /// A site takes several sessions, up to its seats. A session that alone is too large for it is
  /// reported as such, and counts as a full site here.
  static let sitesFilled = HardRule(.siteOverfull) { recount in
    zip(recount.plan.places, recount.ofPlace).flatMap { place, positions -> [Violation] in
      guard place.role == .site, let seats = place.seats else { return [] }
      let stays = positions.compactMap { position in
        recount.stay(position, amount: min(seats, recount.held[position].session.people))
      }
      return Clashes.excesses(stays, limit: seats).map {
        Violation(
          .siteOverfull, sessions: recount.identities($0.held), subject: place.name,
          needed: $0.used, available: seats)
      }
    }
  }
}
