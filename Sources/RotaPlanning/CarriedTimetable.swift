/// A timetable of one plan as a beginning for another that has the same sessions at other dates, such
/// as that of the year before.
public struct CarriedTimetable: Hashable, Sendable {
  /// Every session of both plans that had a place.
  public private(set) var timetable = Timetable()
  /// Sessions on the same day of their run as before.
  public private(set) var sameDay = 0
  /// Those on the last of their days, because there are fewer now.
  public private(set) var earlier = 0
  /// Sessions that had no place, or are new.
  public private(set) var without = 0
  /// Placements of sessions that are no more.
  public private(set) var gone = 0

  /// Days count among those on which a session may be, from the first: those of its run, or of its
  /// stay's time before or after. Periods, places and teachers stay as they are called. Nothing is
  /// locked: a lock was for a date.
  public init(
    of old: Timetable, in before: Programme, on oldCalendar: TeachingCalendar,
    for programme: Programme, on calendar: TeachingCalendar
  ) {
    let earlierDays = Dictionary(
      before.sessions.map { ($0.identity, $0.days) }, uniquingKeysWith: { first, _ in first })
    for session in programme.sessions {
      guard let placement = old.placements[session.identity],
        let index = oldCalendar.dayIndex(of: placement.day),
        let position = earlierDays[session.identity]?.firstIndex(of: index),
        let last = session.days.last
      else {
        without += 1
        continue
      }
      let fits = position < session.days.count
      var carried = placement
      carried.day = calendar.days[fits ? session.days[position] : last].day
      carried.isLocked = false
      timetable.placements[session.identity] = carried
      if fits { sameDay += 1 } else { earlier += 1 }
    }
    let present = Set(programme.sessions.map(\.identity))
    gone = old.placements.keys.count { !present.contains($0) }
  }
}
