import RotaPlanning

extension HardRule {
  /// A session meets on a day of one of its runs; of each rotation, where several meet.
  static let days = HardRule(.outsideRun) { recount in
    recount.held.compactMap { one in
      guard let dayIndex = recount.plan.calendar.dayIndex(of: one.placement.day),
        recount.isInHouse(one, on: dayIndex)
      else {
        // A day without teaching is reported as such.
        guard one.startSlot != nil else { return nil }
        return Violation(
          .outsideRun, sessions: [one.identity], subject: one.placement.day.iso)
      }
      return nil
    }
  }
}

extension Recount {
  fileprivate func isInHouse(_ one: Held, on dayIndex: Int) -> Bool {
    let present = runs(of: one, on: dayIndex)
    if one.session.runs.count < 2 { return !present.isEmpty }
    let all = one.session.runs.filter { programme.runs.indices.contains($0.value) }
    return !present.isEmpty
      && Set(present.map(\.rotation)) == Set(all.map { programme[$0].rotation })
  }

  /// Days on which each rotation that takes part has one of its runs in house, sorted.
  func days(together runs: [RunID]) -> [Int] {
    let byRotation = Dictionary(grouping: runs.map { programme[$0] }, by: \.rotation)
    let days = byRotation.values.map { Set($0.flatMap(\.days)) }
    guard let first = days.first else { return [] }
    return days.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
  }

  /// Those of a session's runs that have a teaching day.
  func runs(of one: Held, on dayIndex: Int) -> [Run] {
    one.session.runs.compactMap { id in
      guard programme.runs.indices.contains(id.value) else { return nil }
      let run = programme[id]
      return run.days.contains(dayIndex) ? run : nil
    }
  }
}
