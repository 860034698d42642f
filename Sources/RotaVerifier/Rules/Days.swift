import RotaPlanning

extension HardRule {
  /// A session meets on a day of one of its runs.
  static let days = HardRule(.outsideRun) { recount in
    recount.held.compactMap { one in
      guard let dayIndex = recount.plan.calendar.dayIndex(of: one.placement.day),
        !recount.runs(of: one, on: dayIndex).isEmpty
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
  /// Those of a session's runs that have a teaching day.
  func runs(of one: Held, on dayIndex: Int) -> [Run] {
    one.session.runs.compactMap { id in
      guard programme.runs.indices.contains(id.value) else { return nil }
      let run = programme[id]
      return run.days.contains(dayIndex) ? run : nil
    }
  }
}
