import RotaPlanning

extension Recount {
  /// For each class: venues beyond the first, among its sessions for class.
  var roomsBeyondFirst: [Breach] {
    var sessions = [[Int]](repeating: [], count: programme.classes.count)
    for (position, one) in held.enumerated() where one.template.audience == .studyClass {
      guard let place = one.mainPlace, plan[place].role == .venue else { continue }
      for id in one.session.classes where sessions.indices.contains(id.value) {
        sessions[id.value].append(position)
      }
    }
    return sessions.enumerated().map { number, positions in
      let venues = Set(positions.compactMap { held[$0].mainPlace })
      return Breach(
        .studyClass(ClassID(number)), sessions: positions, count: max(0, venues.count - 1))
    }
  }

  /// For each set of candidates: by how much more than one the candidate with the most sessions
  /// has more than the one with the fewest.
  var imbalanceOfTeachers: [Breach] {
    var given: [Set<TeacherID>: [TeacherID: [Int]]] = [:]
    for (position, one) in held.enumerated() {
      for (need, teacher) in zip(one.template.teachers, one.teachers) {
        let candidates = Set(need.candidates)
        guard candidates.count > 1 else { continue }
        if let teacher, candidates.contains(teacher) {
          given[candidates, default: [:]][teacher, default: []].append(position)
        }
      }
    }
    let sets = given.map { (candidates: $0.key.sorted(), sessions: $0.value) }
    return sets.sorted { $0.candidates.lexicographicallyPrecedes($1.candidates) }.map { set in
      let counts = set.candidates.map { set.sessions[$0]?.count ?? 0 }
      return Breach(
        .teachers(set.candidates), sessions: Set(set.sessions.values.joined()).sorted(),
        count: max(0, (counts.max() ?? 0) - (counts.min() ?? 0) - 1))
    }
  }
}
