import RotaPlanning

extension Recount {
  /// For each class: slots before which it changes from a venue of one zone to one of another
  /// without a slot between.
  var changesOfZone: Int {
    ofClass.reduce(0) { total, sessions in
      // Zones in which sessions end with a slot, and begin with one, by day and slot.
      var ending: [Int: Set<ZoneID>] = [:]
      var beginning: [Int: Set<ZoneID>] = [:]
      for one in sessions {
        guard let time = one.time, let place = one.mainPlace, plan[place].role == .venue,
          let zone = plan.zone(of: plan[place])
        else { continue }
        ending[time.slots.upperBound - 1, default: []].insert(zone)
        beginning[time.slots.lowerBound, default: []].insert(zone)
      }
      return beginning.reduce(total) { sum, entry in
        let (slot, zones) = entry
        guard let before = ending[slot - 1],
          plan.calendar.slots[slot - 1].dayIndex == plan.calendar.slots[slot].dayIndex
        else { return sum }
        return sum + (before.union(zones).count > 1 ? 1 : 0)
      }
    }
  }
}
