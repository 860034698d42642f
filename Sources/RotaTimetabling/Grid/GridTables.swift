/// What a grid is filled from: the tables of a plain problem, equal rows kept once.
struct GridTables {
  private(set) var sizes = GridSizes()
  /// By session.
  private(set) var choiceRow: [Int] = []
  private(set) var timeRow: [Int] = []
  private(set) var venueRow: [Int] = []
  private(set) var venueSet: [Int] = []
  private(set) var venueSets = Lists()
  /// Rows of slots.
  private(set) var timeCost: [Int] = []
  /// Rows of venues.
  private(set) var venueCost: [Int] = []
  /// By venue and slot.
  private(set) var cellCost: [Int] = []

  init(_ problem: borrowing Problem) {
    sizes.sessions = problem.sessionCount
    sizes.slots = problem.slotCount
    sizes.firstPlace = problem.firstPlace
    sizes.venues = problem.firstTeacher - problem.firstPlace
    sizes.kinds = problem.kindCount
    sizes.classes = problem.classCount
    sizes.moduleRoomWeight = problem.moduleRoomWeight
    sizes.roomWeight = problem.roomWeight
    sizes.spreadWeight = problem.spreadWeight
    sizes.hasTimeCost = problem.earlyWeight.largest > 0 || problem.hasAvoidWish
    sizes.hasCellCost = problem.hasAvoidWish
    for session in 0..<sizes.sessions {
      let mayMove =
        !problem.isLocked[session] && problem.choices.size(problem.choiceOf[session]) > 0
      choiceRow.append(mayMove ? problem.choiceOf[session] : -1)
      venueSet.append(mayMove && problem.needsPlace[session] ? problem.placesOf[session] : -1)
    }
    for set in 0..<problem.placeSets.count {
      venueSets.append(problem.placeSets.contents(set).map { $0 - problem.firstPlace })
    }
    addTimeCosts(problem)
    addVenueCosts(problem)
    if sizes.hasCellCost, sizes.sessions > 0 {
      for venue in 0..<sizes.venues {
        for slot in 0..<sizes.slots {
          cellCost.append(AvoidWish.cost(problem, 0, venue + sizes.firstPlace, slot))
        }
      }
    }
  }

  private mutating func addTimeCosts(_ problem: borrowing Problem) {
    var rows: [[Int]: Int] = [:]
    for session in 0..<sizes.sessions {
      let weight = problem.earlyWeight[session]
      let teachers = problem.teacherMembers(session).compactMap { member -> Int? in
        let set = problem.memberCandidates[member]
        return set >= 0 ? problem.candidateSets.contents(set).first : nil
      }
      let key = sizes.hasTimeCost ? [weight] + teachers : []
      if let row = rows[key] {
        timeRow.append(row)
        continue
      }
      timeRow.append(rows.count)
      rows[key] = rows.count
      if key.isEmpty { continue }
      for slot in 0..<sizes.slots {
        var cost = weight * (slot - problem.dayFirst[problem.dayOfSlot[slot]])
        if problem.hasAvoidWish {
          for teacher in teachers { cost += AvoidWish.cost(problem, session, teacher, slot) }
        }
        timeCost.append(cost)
      }
    }
  }

  private mutating func addVenueCosts(_ problem: borrowing Problem) {
    var rows: [Int: Int] = [:]
    for session in 0..<sizes.sessions {
      let people = problem.seatWeight > 0 ? problem.people[session] : 0
      if let row = rows[people] {
        venueRow.append(row)
        continue
      }
      venueRow.append(rows.count)
      rows[people] = rows.count
      for venue in 0..<sizes.venues {
        venueCost.append(
          people == 0
            ? 0
            : problem.seatWeight
              * SeatWish.lacking(problem, session, at: venue + sizes.firstPlace))
      }
    }
  }

  /// The slots of each list of starts.
  func starts(_ problem: borrowing Problem) -> Bits {
    var bits = Bits(rows: problem.choices.count, columns: sizes.slots)
    for list in 0..<problem.choices.count {
      for slot in problem.choices.contents(list) { bits.set(list, slot, to: true) }
    }
    return bits
  }

  /// The venues of each set.
  func hosts() -> Bits {
    var bits = Bits(rows: venueSets.count, columns: sizes.venues)
    for set in 0..<venueSets.count {
      for venue in venueSets.contents(set) { bits.set(set, venue, to: true) }
    }
    return bits
  }

  /// The venues that are open in each slot.
  func open(_ problem: borrowing Problem) -> Bits {
    var bits = Bits(rows: sizes.slots, columns: sizes.venues)
    if sizes.sessions == 0 { return bits }
    for slot in 0..<sizes.slots {
      for venue in 0..<sizes.venues
      where problem.isOpen(venue + sizes.firstPlace, 0, at: slot) {
        bits.set(slot, venue, to: true)
      }
    }
    return bits
  }

  /// The kinds that exclude each kind.
  func rivals(_ problem: borrowing Problem) -> Bits {
    var bits = Bits(rows: sizes.kinds, columns: sizes.kinds)
    for kind in 0..<sizes.kinds {
      for rival in problem.kindRivals.contents(kind) { bits.set(kind, rival, to: true) }
    }
    return bits
  }

  /// For each class, the sessions that it attends.
  func sessionsOfClass(_ problem: borrowing Problem) -> CountLists {
    var lists = [[Int]](repeating: [], count: sizes.classes)
    for session in 0..<sizes.sessions {
      for item in problem.sessionClasses.range(session) {
        lists[problem.sessionClasses.items[item]].append(session)
      }
    }
    return CountLists(Lists(lists))
  }

  func sessionsOfSeries(_ problem: borrowing Problem) -> CountLists {
    var lists = [[Int]](repeating: [], count: problem.seriesCount)
    for session in 0..<sizes.sessions { lists[problem.seriesOf[session]].append(session) }
    return CountLists(Lists(lists))
  }

  /// For each kind, the kinds that have it as a rival, and itself.
  func excluded(_ problem: borrowing Problem) -> CountLists {
    var lists = [[Int]](repeating: [], count: sizes.kinds)
    for kind in 0..<sizes.kinds {
      lists[kind].append(kind)
      for rival in problem.kindRivals.contents(kind) where rival != kind {
        lists[rival].append(kind)
      }
    }
    return CountLists(Lists(lists))
  }
}
