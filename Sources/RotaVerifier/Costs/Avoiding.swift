import RotaPlanning

extension Recount {
  /// Sessions of a teacher or at a place that touch a window in which it is better left alone.
  func sessionsToAvoid(_ avoidance: Avoidance) -> [Breach] {
    let windows = Availability(excluded: avoidance.windows)
    return held.indices.filter { position in
      let one = held[position]
      guard let time = one.time, !windows.allows(time.day, time.minutes) else { return false }
      return switch avoidance.subject {
      case .teacher(let teacher): one.teachers.contains(teacher)
      case .place(let place): one.places.contains(place)
      }
    }.map { breach($0, count: 1) }
  }
}
