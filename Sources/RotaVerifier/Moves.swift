import RotaPlanning

extension Verifier {
  /// Sessions that an earlier timetable had locked, and that a later one holds elsewhere, at
  /// another time, with others, or not at all.
  public static func moved(from earlier: Timetable, to later: Timetable) -> [Violation] {
    earlier.placements.filter { identity, placement in
      guard placement.isLocked else { return false }
      guard let now = later.placements[identity] else { return true }
      return (now.day, now.period) != (placement.day, placement.period)
        || now.places != placement.places || now.teachers != placement.teachers
    }
    .keys.sorted().map { Violation(.moved, sessions: [$0], subject: $0.session) }
  }
}
