/// What lies before a day and stays as it is, whatever becomes of the rest.
public struct FrozenPast: Sendable {
  public let day: Day
  /// The placements before the day, locked.
  public let timetable: Timetable

  public init(before day: Day, of timetable: Timetable) {
    self.day = day
    var past = Timetable()
    for (session, var placement) in timetable.placements where placement.day < day {
      placement.isLocked = true
      past.placements[session] = placement
    }
    self.timetable = past
  }

  public func holds(_ session: Session) -> Bool {
    timetable.placements[session.identity] != nil
  }

  /// A programme in which nothing else goes before the day.
  public func applied(to programme: Programme, on calendar: TeachingCalendar) -> Programme {
    let first = calendar.days.firstIndex { $0.day >= day } ?? calendar.days.count
    var programme = programme
    for index in programme.sessions.indices where !holds(programme.sessions[index]) {
      programme.sessions[index].days.removeAll { $0 < first }
    }
    return programme
  }

  /// The same without what stays: it may break rules by now, and nobody can mend that.
  public func rest(of programme: Programme) -> Programme {
    var programme = programme
    programme.sessions.removeAll(where: holds)
    return programme
  }
}
