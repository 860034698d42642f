import RotaPlanning

extension Recount {
  /// For each class: venues beyond the first, among its sessions for class.
  var roomsBeyondFirst: Int {
    var venues = [Set<PlaceID>](repeating: [], count: programme.classes.count)
    for one in held where one.template.audience == .studyClass {
      guard let place = one.mainPlace, plan[place].role == .venue else { continue }
      for id in one.session.classes where venues.indices.contains(id.value) {
        venues[id.value].insert(place)
      }
    }
    return venues.reduce(0) { $0 + max(0, $1.count - 1) }
  }

  /// For each set of candidates: by how much more than one the candidate with the most sessions
  /// has more than the one with the fewest.
  var imbalanceOfTeachers: Int {
    var given: [Set<TeacherID>: [TeacherID: Int]] = [:]
    for one in held {
      for (need, teacher) in zip(one.template.teachers, one.teachers) {
        let candidates = Set(need.candidates)
        guard candidates.count > 1 else { continue }
        if let teacher, candidates.contains(teacher) {
          given[candidates, default: [:]][teacher, default: 0] += 1
        }
      }
    }
    return given.reduce(0) { sum, entry in
      let counts = entry.key.map { entry.value[$0] ?? 0 }
      return sum + max(0, (counts.max() ?? 0) - (counts.min() ?? 0) - 1)
    }
  }
}
