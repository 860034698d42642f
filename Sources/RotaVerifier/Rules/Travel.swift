import RotaPlanning

extension HardRule {
  /// Between two sessions of a day there is time for the way.
  static let audiencesTravel = HardRule(.audienceTravel) { recount in
    recount.ofAtom.indices.flatMap { atom in
      recount.tooFar(recount.ofAtom[atom], .audienceTravel, subject: recount.name(of: AtomID(atom)))
    }
  }

  /// The same for teachers and chairs, unless they teach from afar.
  static let teachersTravel = HardRule(.teacherTravel) { recount in
    zip(recount.plan.teachers, recount.ofTeacher).flatMap { teacher, positions in
      teacher.isRemote
        ? [] : recount.tooFar(positions, .teacherTravel, subject: teacher.name)
    }
  }
}

extension Recount {
  /// Sessions of one day that follow others faster than the way between their main places takes:
  /// each against the last one at every place where any ended before. Sessions that overlap are
  /// reported as clashes.
  fileprivate func tooFar(_ positions: [Int], _ rule: Violation.Rule, subject: String)
    -> [Violation]
  {
    byDay(positions).flatMap { day -> [Violation] in
      var ending = day.sorted { (held[$0].time?.end ?? 0, $0) < (held[$1].time?.end ?? 0, $1) }[...]
      var lastAt: [(place: PlaceID, position: Int)] = []
      return day.flatMap { later -> [Violation] in
        let b = held[later]
        guard let to = b.mainPlace, let start = b.time?.start else { return [] }
        while let next = ending.first, let end = held[next].time?.end, end <= start {
          ending.removeFirst()
          guard let place = held[next].mainPlace else { continue }
          if let known = lastAt.firstIndex(where: { $0.place == place }) {
            lastAt[known].position = next
          } else {
            lastAt.append((place, next))
          }
        }
        return lastAt.compactMap { from, earlier in
          let way = from == to ? 0 : plan.travelMinutes(from: from, to: to)
          guard let end = held[earlier].time?.end, start - end < way else { return nil }
          return Violation(
            rule, sessions: identities([earlier, later]), subject: subject, needed: way,
            available: start - end)
        }
      }
    }
  }
}
