import RotaPlanning

extension Recount {
  /// How often a wish is broken, by the measure that `Preference.Wish` documents.
  func count(of wish: Preference.Wish) -> Int {
    switch wish {
    case .compactDays: freePeriodsWithinDays
    case .noLonelyPeriods: lonelyPeriods
    case .dailyLoad(let slots): slotsBeyond(slots)
    case .sameRoom: roomsBeyondFirst
    case .sameRoomForModule: roomsOfMeetingsBeyondFirst
    case .enoughSeats: peopleWithoutSeats
    case .nearby: changesOfZone
    case .spreadDays: missingDays
    case .doubles: meetingsWithoutNeighbour
    case .avoid(let avoidance): sessionsToAvoid(avoidance)
    case .early(let form): positionsInDay(form: form)
    case .evenDays: unevenness
    case .balancedTeachers: imbalanceOfTeachers
    }
  }

  /// The sessions of each class, wholly or in part, that have a time.
  var ofClass: [[Held]] {
    var lists = [[Held]](repeating: [], count: programme.classes.count)
    for one in held where one.time != nil {
      for id in one.session.classes where lists.indices.contains(id.value) {
        lists[id.value].append(one)
      }
    }
    return lists
  }
}
