import RotaPlanning

extension Recount {
  /// For each class: slots before which it changes from a venue of one zone to one of another
  /// without a slot between.
  var changesOfZone: [Breach] {
    ofClass.enumerated().flatMap { number, sessions -> [Breach] in
      // Sessions at venues in a zone that end with a slot, and that begin with one.
      var ending: [Int: [Int]] = [:]
      var beginning: [Int: [Int]] = [:]
      for position in sessions where zone(of: position) != nil {
        guard let slots = held[position].time?.slots else { continue }
        ending[slots.upperBound - 1, default: []].append(position)
        beginning[slots.lowerBound, default: []].append(position)
      }
      return beginning.keys.sorted().compactMap { slot in
        guard let before = ending[slot - 1], let after = beginning[slot],
          plan.calendar.slots[slot - 1].dayIndex == plan.calendar.slots[slot].dayIndex
        else { return nil }
        let around = (before + after).sorted()
        guard Set(around.map { zone(of: $0) }).count > 1 else { return nil }
        return Breach(
          .studyClass(ClassID(number)), sessions: around,
          day: plan.calendar.day(ofSlot: slot), count: 1)
      }
    }
  }

  /// The zone of the venue at which a session is held, if it is at one.
  private func zone(of position: Int) -> ZoneID? {
    guard let place = held[position].mainPlace, plan[place].role == .venue else { return nil }
    return plan.zone(of: plan[place])
  }
}
