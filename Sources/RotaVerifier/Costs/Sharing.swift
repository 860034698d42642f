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

  /// For each two schools: by how many the periods that one teaches the other differ from those that
  /// it is taught in return.
  var imbalanceOfSchools: [Breach] {
    struct Pair: Hashable {
      var one: SchoolID
      var other: SchoolID
    }
    var balance: [Pair: Int] = [:]
    var sessions: [Pair: [Int]] = [:]
    for (position, one) in held.enumerated() {
      guard let time = one.time else { continue }
      let attending = Set(
        one.session.runs.filter { programme.runs.indices.contains($0.value) }
          .compactMap { plan[programme[$0].rotation].school })
      for (_, teacher) in zip(one.template.teachers, one.teachers) {
        guard let giver = teacher.flatMap({ plan[$0].school }) else { continue }
        for receiver in attending where receiver != giver {
          let pair = Pair(one: min(giver, receiver), other: max(giver, receiver))
          balance[pair, default: 0] += giver < receiver ? time.slots.count : -time.slots.count
          sessions[pair, default: []].append(position)
        }
      }
    }
    let pairs = balance.keys.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
    return pairs.map { pair in
      Breach(
        .schools(pair.one, pair.other), sessions: Set(sessions[pair] ?? []).sorted(),
        count: abs(balance[pair] ?? 0))
    }
  }
}
