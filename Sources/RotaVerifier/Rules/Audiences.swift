import RotaPlanning

extension HardRule {
  /// No class attends while it cannot come.
  static let audiencesAvailable = HardRule(.audienceUnavailable) { recount in
    recount.held.flatMap { one -> [Violation] in
      guard let time = one.time else { return [] }
      return one.session.classes.compactMap { id in
        guard recount.programme.classes.indices.contains(id.value) else { return nil }
        let absence = Availability(excluded: recount.programme[id].excluded)
        if absence.allows(time.day, time.minutes) { return nil }
        return Violation(
          .audienceUnavailable, sessions: [one.identity], subject: recount.name(of: id))
      }
    }
  }

  /// Nobody attends two sessions at once.
  static let audiencesFree = HardRule(.audienceClash) { recount in
    recount.ofAtom.indices.flatMap { atom in
      Clashes.pairs(recount.ofAtom[atom].compactMap { recount.stay($0) }).map {
        Violation(
          .audienceClash, sessions: recount.identities([$0.0, $0.1]),
          subject: recount.name(of: AtomID(atom)))
      }
    }
  }

  /// No more sessions a day than the rotation allows, and no more meetings of one than its template
  /// does.
  static let audienceLimits = HardRule(.dayLimit) { recount in
    recount.sessionsBeyondDayLimit + recount.meetingsBeyondDayLimit
  }
}

extension Recount {
  fileprivate var sessionsBeyondDayLimit: [Violation] {
    ofAtom.indices.flatMap { atom in
      byDay(ofAtom[atom]).compactMap { day -> Violation? in
        guard let limit = rotation(ofAtom: atom)?.mostSessionsPerDay, day.count > limit
        else { return nil }
        return Violation(
          .dayLimit, sessions: identities(day), subject: name(of: AtomID(atom)),
          needed: day.count, available: limit)
      }
    }
  }

  /// Of those who are in it.
  private func rotation(ofAtom atom: Int) -> Rotation? {
    let id = programme.atoms[atom].studyClass
    guard programme.classes.indices.contains(id.value),
      programme.runs.indices.contains(programme[id].run.value)
    else { return nil }
    let rotation = programme[programme[id].run].rotation
    return plan.rotations.indices.contains(rotation.value) ? plan[rotation] : nil
  }

  fileprivate var meetingsBeyondDayLimit: [Violation] {
    meetingSeries.flatMap { series in
      byDay(series).compactMap { day -> Violation? in
        guard let first = day.first, day.count > held[first].template.mostPerDay else { return nil }
        return Violation(
          .dayLimit, sessions: identities(day), subject: held[first].template.name,
          needed: day.count, available: held[first].template.mostPerDay)
      }
    }
  }
}
