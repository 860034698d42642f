import RotaPlanning

extension Recount {
  /// A day of a class that has sessions on it.
  private struct ClassDay {
    let studyClass: ClassID
    let day: Day
    /// Slots with a session.
    let slots: Set<Int>
    /// Positions in `held`.
    let sessions: [Int]
  }

  /// The days on which each class has sessions, by class and date.
  private var classDays: [ClassDay] {
    ofClass.enumerated().flatMap { number, sessions in
      byDay(sessions).compactMap { list in
        guard let first = list.first, let day = held[first].time?.day else { return nil }
        return ClassDay(
          studyClass: ClassID(number), day: day,
          slots: list.reduce(into: []) { $0.formUnion(held[$1].time?.slots ?? 0..<0) },
          sessions: list.sorted())
      }
    }
  }

  private func breach(_ day: ClassDay, count: Int, sessions: [Int]? = nil) -> Breach {
    Breach(
      .studyClass(day.studyClass), sessions: sessions ?? day.sessions, day: day.day, count: count)
  }

  /// For each class and day: slots without a session between its first and its last one.
  var freePeriodsWithinDays: [Breach] {
    classDays.map { day in
      guard let first = day.slots.min(), let last = day.slots.max() else {
        return breach(day, count: 0)
      }
      return breach(day, count: last - first + 1 - day.slots.count)
    }
  }

  /// For each class: slots with a session whose neighbours of the same day have none.
  var lonelyPeriods: [Breach] {
    classDays.flatMap { day in
      day.slots.sorted().filter { !day.slots.contains($0 - 1) && !day.slots.contains($0 + 1) }
        .map { slot in
          breach(
            day, count: 1,
            sessions: day.sessions.filter { held[$0].time?.slots.contains(slot) ?? false })
        }
    }
  }

  /// For each class and day with a session: slots fewer than the least or more than the most.
  func slotsBeyond(_ bounds: ClosedRange<Int>) -> [Breach] {
    classDays.map { day in
      let load = day.slots.count
      return breach(day, count: max(0, bounds.lowerBound - load) + max(0, load - bounds.upperBound))
    }
  }

  /// For each class: the sum over its run's days of the squared number of slots with a session,
  /// less the least sum that as many slots can have on as many days.
  var unevenness: [Breach] {
    let loads = Dictionary(grouping: classDays, by: \.studyClass)
    return programme.classes.indices.compactMap { number in
      let id = ClassID(number)
      let days = programme[programme[id].run].days
      let counted = (loads[id] ?? []).filter { day in
        plan.calendar.dayIndex(of: day.day).map { days.contains($0) } ?? false
      }
      guard !days.isEmpty else { return nil }
      let sum = counted.reduce(0) { $0 + $1.slots.count }
      let squares = counted.reduce(0) { $0 + $1.slots.count * $1.slots.count }
      let (share, rest) = (sum / days.count, sum % days.count)
      let least = rest * (share + 1) * (share + 1) + (days.count - rest) * share * share
      return Breach(
        .studyClass(id), sessions: counted.flatMap(\.sessions).sorted(), count: squares - least)
    }
  }

  /// For each session, or each of a form: how many slots of its day come before it.
  func positionsInDay(form: String?) -> [Breach] {
    held.indices.compactMap { position in
      let one = held[position]
      guard let time = one.time, form == nil || one.template.form == form else { return nil }
      return breach(position, count: plan.calendar.slots[time.slots.lowerBound].position)
    }
  }
}
