import RotaPlanning

extension Recount {
  /// Slots with a session of a class, by teaching day.
  private func busySlots(of sessions: [Held]) -> [Int: Set<Int>] {
    var busy: [Int: Set<Int>] = [:]
    for case let time? in sessions.map(\.time) {
      busy[time.dayIndex, default: []].formUnion(time.slots)
    }
    return busy
  }

  /// For each class and day: slots without a session between its first and its last one.
  var freePeriodsWithinDays: Int {
    ofClass.reduce(0) { total, sessions in
      busySlots(of: sessions).values.reduce(total) { sum, slots in
        guard let first = slots.min(), let last = slots.max() else { return sum }
        return sum + (last - first + 1 - slots.count)
      }
    }
  }

  /// For each class: slots with a session whose neighbours of the same day have none.
  var lonelyPeriods: Int {
    ofClass.reduce(0) { total, sessions in
      busySlots(of: sessions).values.reduce(total) { sum, slots in
        sum + slots.count { !slots.contains($0 - 1) && !slots.contains($0 + 1) }
      }
    }
  }

  /// For each class and day with a session: slots fewer than the least or more than the most.
  func slotsBeyond(_ bounds: ClosedRange<Int>) -> Int {
    ofClass.reduce(0) { total, sessions in
      busySlots(of: sessions).values.reduce(total) { sum, slots in
        sum + max(0, bounds.lowerBound - slots.count) + max(0, slots.count - bounds.upperBound)
      }
    }
  }

  /// For each class: the sum over its run's days of the squared number of slots with a session,
  /// less the least sum that as many slots can have on as many days.
  var unevenness: Int {
    zip(programme.classes, ofClass).reduce(0) { total, entry in
      let days = programme[entry.0.run].days
      guard !days.isEmpty else { return total }
      let loads = busySlots(of: entry.1).filter { days.contains($0.key) }.map(\.value.count)
      let sum = loads.reduce(0, +)
      let (share, rest) = (sum / days.count, sum % days.count)
      let least = rest * (share + 1) * (share + 1) + (days.count - rest) * share * share
      return total + loads.reduce(0) { $0 + $1 * $1 } - least
    }
  }

  /// For each session, or each of a form: how many slots of its day come before it.
  func positionsInDay(form: String?) -> Int {
    held.reduce(0) { sum, one in
      guard let time = one.time, form == nil || one.template.form == form else { return sum }
      return sum + plan.calendar.slots[time.slots.lowerBound].position
    }
  }
}
