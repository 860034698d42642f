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
  /// Pairs of sessions of one day that follow each other faster than the way between their main
  /// places takes. Sessions that overlap are reported as clashes.
  fileprivate func tooFar(_ positions: [Int], _ rule: Violation.Rule, subject: String)
    -> [Violation]
  {
    byDay(positions).flatMap { day in
      day.indices.flatMap { first in
        day[(first + 1)...].compactMap { later -> Violation? in
          let a = held[day[first]]
          let b = held[later]
          guard let from = a.mainPlace, let to = b.mainPlace, from != to,
            let end = a.time?.end, let start = b.time?.start, end <= start
          else { return nil }
          let way = plan.travelMinutes(from: from, to: to)
          guard start - end < way else { return nil }
          return Violation(
            rule, sessions: [a.identity, b.identity], subject: subject, needed: way,
            available: start - end)
        }
      }
    }
  }
}
