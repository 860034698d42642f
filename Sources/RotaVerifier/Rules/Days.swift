import RotaPlanning

extension HardRule {
  /// A session meets on a day of one of its runs; of each rotation, where several meet. One that lies
  /// before or after the stay meets before the first day of all its runs, or after the last.
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
    if one.template.phase != .during {
      return days(of: one.template, with: one.session.runs).contains(dayIndex)
    }
    let present = runs(of: one, on: dayIndex)
    if one.session.runs.count < 2 { return !present.isEmpty }
    let all = one.session.runs.filter { programme.runs.indices.contains($0.value) }
    return !present.isEmpty
      && Set(present.map(\.rotation)) == Set(all.map { programme[$0].rotation })
  }

  /// Days on which a session of some runs may meet, sorted.
  func days(of template: SessionTemplate, with runs: [RunID]) -> [Int] {
    let stays = runs.filter { programme.runs.indices.contains($0.value) }.map { programme[$0].days }
    let dates = plan.calendar.days.map(\.day)
    func isApart(_ index: Int) -> Bool {
      stays.allSatisfy { stay in
        guard !stay.isEmpty, dates.indices.contains(stay.lowerBound),
          dates.indices.contains(stay.upperBound - 1)
        else { return false }
        return switch template.phase {
        case .during: stay.contains(index)
        case .before: dates[index] < dates[stay.lowerBound]
        case .after: dates[index] > dates[stay.upperBound - 1]
        }
      }
    }
    /// Days of the calendar from the run that is nearest.
    func distance(_ index: Int) -> Int {
      stays.map { stay in
        min(
          abs(dates[index].number - dates[stay.lowerBound].number),
          abs(dates[index].number - dates[stay.upperBound - 1].number))
      }.min() ?? 0
    }
    switch template.phase {
    case .during: return days(together: runs)
    case .before(let most), .after(let most):
      return stays.isEmpty
        ? [] : dates.indices.filter { isApart($0) && distance($0) <= most ?? Int.max }
    }
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
