import RotaPlanning

extension HardRule {
  /// Each need has another of its candidates.
  static let teachers = HardRule(.wrongTeacher) { recount in
    recount.held.flatMap { one -> [Violation] in
      let needs = one.template.teachers
      let given = one.placement.teachers
      if given.count != needs.count {
        return [
          Violation(
            .wrongTeacher, sessions: [one.identity], subject: given.joined(separator: ", "),
            needed: needs.count, available: given.count)
        ]
      }
      return given.indices.compactMap { position in
        guard let teacher = one.teachers[position] else { return nil }  // reported by name
        if needs[position].candidates.contains(teacher),
          !one.teachers[..<position].contains(teacher)
        {
          return nil
        }
        return Violation(.wrongTeacher, sessions: [one.identity], subject: given[position])
      }
    }
  }

  /// Teachers and the chair can come for the whole session.
  static let teachersAvailable = HardRule(.teacherUnavailable) { recount in
    recount.held.flatMap { one -> [Violation] in
      guard let time = one.time else { return [] }
      return one.staff.compactMap { person in
        let teacher = recount.plan[person]
        if teacher.availability.allows(time.day, time.minutes) { return nil }
        return Violation(.teacherUnavailable, sessions: [one.identity], subject: teacher.name)
      }
    }
  }

  /// Teachers and chairs do one thing at a time.
  static let teachersFree = HardRule(.teacherClash) { recount in
    zip(recount.plan.teachers, recount.ofTeacher).flatMap { teacher, positions in
      Clashes.pairs(positions.compactMap { recount.stay($0) }).map {
        Violation(
          .teacherClash, sessions: recount.identities([$0.0, $0.1]), subject: teacher.name)
      }
    }
  }

  /// Nobody teaches more sessions in a day or a week than they take; to chair one does not count.
  static let teacherLimits = HardRule(.teacherLimit) { recount in
    recount.plan.teachers.indices.flatMap { number -> [Violation] in
      let teacher = recount.plan.teachers[number]
      guard teacher.mostPerDay != nil || teacher.mostPerWeek != nil else { return [] }
      let taught = recount.ofTeacher[number].filter {
        recount.held[$0].teachers.contains(TeacherID(number))
      }
      let days = recount.byDay(taught)
      var weeks: [[Int]] = []
      for day in days {
        if let last = weeks.last?.first, let before = recount.week(of: last),
          let first = day.first, recount.week(of: first) == before
        {
          weeks[weeks.count - 1] += day
        } else {
          weeks.append(day)
        }
      }
      return [(days, teacher.mostPerDay), (weeks, teacher.mostPerWeek)].flatMap { spans, limit in
        spans.filter { $0.count > limit ?? .max }.map {
          Violation(
            .teacherLimit, sessions: recount.identities($0), subject: teacher.name,
            needed: $0.count, available: limit)
        }
      }
    }
  }
}

extension Recount {
  /// The number of a session's week, from Monday to Sunday.
  fileprivate func week(of position: Int) -> Int? {
    held[position].time.map { time in
      let monday = time.day.number - (time.day.weekday.rawValue - 1)
      return monday >= 0 ? monday / 7 : (monday - 6) / 7
    }
  }
}
