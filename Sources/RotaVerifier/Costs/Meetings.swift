import RotaPlanning

extension Recount {
  /// For each template of `leastDays` and each audience: days fewer than that on which it meets.
  var missingDays: Int {
    var days: [SessionIdentity: Set<Day>] = [:]
    for one in held {
      guard let time = one.time else { continue }
      days[one.identity.ofAnyMeeting, default: []].insert(time.day)
    }
    var counted: Set<SessionIdentity> = []
    return programme.sessions.reduce(0) { sum, session in
      let series = session.identity.ofAnyMeeting
      guard let least = Self.template(of: session, in: plan)?.leastDays,
        counted.insert(series).inserted
      else { return sum }
      return sum + max(0, least - (days[series]?.count ?? 0))
    }
  }

  /// For each template and audience: venues beyond the first among those of its meetings.
  var roomsOfMeetingsBeyondFirst: Int {
    var venues: [SessionIdentity: Set<PlaceID>] = [:]
    for one in held where one.time != nil {
      guard let place = one.mainPlace, plan[place].role == .venue else { continue }
      venues[one.identity.ofAnyMeeting, default: []].insert(place)
    }
    return venues.values.reduce(0) { $0 + $1.count - 1 }
  }

  /// For each template in doubles, audience and day of two or more meetings: those with no other
  /// directly before or after in the same place.
  var meetingsWithoutNeighbour: Int {
    meetingSeries.reduce(0) { total, series in
      guard let first = series.first, held[first].template.inDoubles else { return total }
      return byDay(series).reduce(total) { sum, day in
        guard day.count > 1 else { return sum }
        return sum + day.count { one in !day.contains { isDirectlyBeside(held[one], held[$0]) } }
      }
    }
  }

  private func isDirectlyBeside(_ one: Held, _ other: Held) -> Bool {
    guard let mine = one.time?.slots, let its = other.time?.slots,
      one.mainPlace == other.mainPlace
    else { return false }
    return mine.upperBound == its.lowerBound || its.upperBound == mine.lowerBound
  }
}

extension SessionIdentity {
  /// The same for all meetings of one template and audience.
  var ofAnyMeeting: SessionIdentity {
    var series = self
    series.meeting = 0
    return series
  }
}
