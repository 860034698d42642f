import RotaPlanning

extension Recount {
  /// The meetings of one template and audience.
  private struct Series {
    /// All that the programme has.
    var meetings: [SessionIdentity] = []
    var leastDays: Int?
    /// Positions in `held` of those that have a time.
    var held: [Int] = []
  }

  /// In the programme's order.
  private var allSeries: [Series] {
    var positions: [SessionIdentity: Int] = [:]
    var all: [Series] = []
    for session in programme.sessions {
      let name = session.identity.ofAnyMeeting
      let position = positions[name] ?? all.count
      if position == all.count {
        positions[name] = position
        all.append(Series(leastDays: Self.template(of: session, in: plan)?.leastDays))
      }
      all[position].meetings.append(session.identity)
    }
    for (index, one) in held.enumerated() where one.time != nil {
      if let position = positions[one.identity.ofAnyMeeting] { all[position].held.append(index) }
    }
    return all
  }

  /// For each template of `leastDays` and each audience: days fewer than that on which it meets.
  var missingDays: [Breach] {
    allSeries.compactMap { series in
      guard let least = series.leastDays else { return nil }
      let days = Set(series.held.compactMap { held[$0].time?.day })
      return Breach(
        .sessions(series.meetings), sessions: series.held, count: max(0, least - days.count))
    }
  }

  /// For each template and audience: venues beyond the first among those of its meetings.
  var roomsOfMeetingsBeyondFirst: [Breach] {
    allSeries.map { series in
      let atVenues = series.held.filter { position in
        held[position].mainPlace.map { plan[$0].role == .venue } ?? false
      }
      let venues = Set(atVenues.compactMap { held[$0].mainPlace })
      return Breach(
        .sessions(series.meetings), sessions: atVenues, count: max(0, venues.count - 1))
    }
  }

  /// For each template in doubles, audience and day of two or more meetings: those with no other
  /// directly before or after in the same place.
  var meetingsWithoutNeighbour: [Breach] {
    meetingSeries.flatMap { series -> [Breach] in
      guard let first = series.first, held[first].template.inDoubles else { return [] }
      return byDay(series).flatMap { day -> [Breach] in
        guard day.count > 1 else { return [] }
        return day.filter { one in !day.contains { isDirectlyBeside(held[one], held[$0]) } }
          .map { breach($0, count: 1) }
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
