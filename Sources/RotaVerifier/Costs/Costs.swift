import RotaPlanning

/// One place at which a wish is broken, before its weight.
struct Breach {
  let subject: CostItem.Subject
  /// Positions in `held` of the sessions that take part.
  let sessions: [Int]
  let day: Day?
  let count: Int

  init(_ subject: CostItem.Subject, sessions: [Int], day: Day? = nil, count: Int) {
    self.subject = subject
    self.sessions = sessions
    self.day = day
    self.count = count
  }
}

extension Recount {
  /// Where a wish is broken, by the measure that `Preference.Wish` documents, in a stable order;
  /// each time at least once.
  func breaches(of wish: Preference.Wish) -> [Breach] {
    let all =
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
      case .balancedExchange: imbalanceOfSchools
      case .balancedLoad: periodsOffShare
      case .sharedPlaces(let role, .runs): sessionsOffShare(role) { $0.runs.map { .run($0) } }
      case .sharedPlaces(let role, .classes):
        sessionsOffShare(role) { $0.classes.map { .studyClass($0) } }
      case .rotatedGroups: groupsApart
      case .keepPublished(let aspect): sessionsNotAsPublished(aspect)
      }
    return all.filter { $0.count > 0 }
  }

  /// Positions in `held` of the sessions of each class, wholly or in part, that have a time.
  var ofClass: [[Int]] {
    var lists = [[Int]](repeating: [], count: programme.classes.count)
    for (position, one) in held.enumerated() where one.time != nil {
      for id in one.session.classes where lists.indices.contains(id.value) {
        lists[id.value].append(position)
      }
    }
    return lists
  }

  /// One breach of one session.
  func breach(_ position: Int, count: Int) -> Breach {
    Breach(
      .sessions([held[position].identity]), sessions: [position], day: held[position].time?.day,
      count: count)
  }
}
