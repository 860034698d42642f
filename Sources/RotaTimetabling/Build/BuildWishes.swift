import RotaPlanning

extension ProblemBuilder {
  mutating func addWishes() {
    problem.classCount = programme.classes.count
    var sessions = [[Int]](repeating: [], count: problem.classCount)
    for (index, session) in programme.sessions.enumerated() {
      let classes = Set(session.classes.map(\.value)).sorted()
      problem.sessionClasses.append(classes)
      for number in classes { sessions[number].append(index) }
    }
    for (index, studyClass) in programme.classes.enumerated() {
      let run = programme[studyClass.run].days.clamped(to: 0..<problem.dayCount)
      var days = dayBounds(of: sessions[index])
      if !run.isEmpty {
        let first = min(run.lowerBound, days?.lowerBound ?? run.lowerBound)
        days = first...max(run.upperBound - 1, days?.upperBound ?? run.lowerBound)
      }
      let rows = addRows(days, slotBase: problem.classRowSize, dayBase: problem.classDaySize)
      problem.classRow.append(rows.slotRow)
      problem.classDayRow.append(rows.dayRow)
      problem.classRowSize += rows.slots
      problem.classDaySize += rows.days
      problem.classFirstDay.append(run.lowerBound)
      problem.classDayEnd.append(run.upperBound)
    }

    addAttendance()
    var early = [Int](repeating: 0, count: problem.sessionCount)
    var loadCost = [Int](repeating: 0, count: problem.mostSlotsPerDay + 1)
    var avoidances: [(avoidance: Avoidance, weight: Int)] = []
    var sharedPlaces: [SharedUse: Int] = [:]
    for preference in plan.preferences {
      // Far above any weight that a planner gives, and far below an overflow of the sum.
      let weight = min(1_000_000, max(0, preference.weight))
      if weight == 0 { continue }
      switch preference.wish {
      case .compactDays: problem.gapWeight += weight
      case .noLonelyPeriods: problem.lonelyWeight += weight
      case .dailyLoad(let slots):
        problem.hasLoadWish = true
        for held in 1..<max(1, loadCost.count) {
          loadCost[held] += weight * max(slots.lowerBound - held, held - slots.upperBound, 0)
        }
      case .evenDays: problem.evenWeight += weight
      case .sameRoom: problem.roomWeight += weight
      case .sameRoomForModule: problem.moduleRoomWeight += weight
      case .enoughSeats: problem.seatWeight += weight
      case .spreadDays: problem.spreadWeight += weight
      case .doubles: problem.doublesWeight += weight
      case .nearby: problem.nearWeight += weight
      case .balancedTeachers: problem.balanceWeight += weight
      case .balancedExchange: problem.exchangeWeight += weight
      case .balancedLoad: problem.loadWeight += weight
      case .sharedPlaces(let role, let sharers):
        sharedPlaces[SharedUse(role: role, sharers: sharers), default: 0] += weight
      case .rotatedGroups: problem.groupsWeight += weight
      case .keepPublished(let aspect):
        for one in Publication.Aspect.allCases where aspect == nil || aspect == one {
          switch one {
          case .times: problem.keepTimeWeight += weight
          case .places: problem.keepPlaceWeight += weight
          case .teachers: problem.keepTeacherWeight += weight
          }
        }
      case .avoid(let avoidance): avoidances.append((avoidance, weight))
      case .early(let form):
        for session in 0..<problem.sessionCount {
          if form == nil || form == template(session).form { early[session] += weight }
        }
      }
    }
    problem.earlyWeight = Column(early)
    problem.loadCost = Column(loadCost)
    addSpread()
    addVenueWishes()
    addExchange()
    addLoad()
    addSharedPlaces(sharedPlaces)
    addRounds()
    add(avoidances)
    addHomes()
  }

  /// Which classes are split into parts, and which sessions are for whole classes.
  private mutating func addAttendance() {
    problem.classHasParts = programme.classes.map { $0.atoms.count > 1 }
    for session in programme.sessions {
      var atoms = 0
      for id in session.classes { atoms += programme[id].atoms.count }
      problem.isForWholeClasses.append(atoms == session.atoms.count)
    }
  }

  private mutating func addSpread() {
    var least = [Int](repeating: 0, count: problem.seriesCount)
    for series in 0..<problem.seriesCount {
      let sessions = problem.seriesSessions.contents(series)
      if problem.spreadWeight > 0, let first = sessions.first,
        let wished = template(first).leastDays
      {
        least[series] = max(0, wished)
      }
      // What can be on no day lacks them all.
      guard least[series] > 0, let days = dayBounds(of: sessions) else {
        problem.seriesDayRow.append(0)
        continue
      }
      problem.seriesDayRow.append(problem.seriesDaySize - days.lowerBound)
      problem.seriesDaySize += days.count
    }
    problem.leastDays = Column(least)
  }

  private mutating func addExchange() {
    guard problem.exchangeWeight > 0 else { return }
    problem.schoolCount = plan.schools.count
    problem.schoolOfTeacher = Column(plan.teachers.map { $0.school?.value ?? -1 })
    for session in programme.sessions {
      problem.schoolsOfSession.append(
        plan.schools(attending: session, in: programme).map(\.value))
    }
  }

  /// Seats and zones of the places, and the venues that classes and series choose from.
  private mutating func addVenueWishes() {
    let isWished = problem.seatWeight > 0
    problem.wishedSeats = Column(
      plan.places.map { place in
        isWished && place.role == .venue
          ? place.seats ?? Problem.unlimited : Problem.unlimited
      })
    problem.isInDoubles = problem.seriesSessions.firsts.map { template($0).inDoubles }
    var zones: [ZoneID: Int] = [:]
    problem.zoneOfPlace = Column(
      plan.places.map { place in
        guard place.role == .venue, let zone = plan.zone(of: place) else { return -1 }
        let number = zones[zone] ?? zones.count
        zones[zone] = number
        return number
      })
    problem.zoneCount = zones.count
    problem.venueSpansOfSeries = (0..<problem.seriesCount).map {
      venueSpan(of: problem.seriesSessions.contents($0))
    }
    var ofClass = [[Int]](repeating: [], count: problem.classCount)
    for session in 0..<problem.sessionCount where problem.isForClass[session] {
      for index in problem.sessionClasses.range(session) {
        ofClass[problem.sessionClasses.items[index]].append(session)
      }
    }
    problem.venueSpansOfClasses = ofClass.map { venueSpan(of: $0) }
  }

  /// From the first to the last of the venues at which some sessions may be, or are.
  private func venueSpan(of sessions: [Int]) -> Range<Int> {
    var first = Int.max
    var last = Int.min
    for session in sessions {
      let set = problem.placeSets.range(problem.placesOf[session])
      if !set.isEmpty {
        first = min(first, problem.placeSets.items[set.lowerBound])
        last = max(last, problem.placeSets.items[set.upperBound - 1])
      }
      let given = problem.memberAtFirst[problem.placeMember[session]]
      if given >= 0 {
        first = min(first, given)
        last = max(last, given)
      }
    }
    return first <= last ? first..<(last + 1) : 0..<0
  }

  /// For each resource that some wish is about, and each length of sessions, what a start costs.
  private mutating func add(_ avoidances: [(avoidance: Avoidance, weight: Int)]) {
    if avoidances.isEmpty { return }
    problem.hasAvoidWish = true
    problem.avoidRow = Column(repeating: -1, count: problem.firstOther * problem.lengthCount)
    let lengths = Set(problem.length.values.map(Int.init)).sorted()
    for (avoidance, weight) in avoidances {
      let resource =
        switch avoidance.subject {
        case .teacher(let id): problem.firstTeacher + id.value
        case .place(let id): problem.firstPlace + id.value
        }
      let windows = Availability(excluded: avoidance.windows)
      for (number, length) in lengths.enumerated() {
        let index = resource * problem.lengthCount + number
        if problem.avoidRow[index] < 0 {
          problem.avoidRow[index] = problem.avoidCost.count
          for _ in 0..<problem.slotCount { problem.avoidCost.append(0) }
        }
        let row = problem.avoidRow[index]
        for slot in 0..<problem.slotCount {
          let end = min(slot + length, problem.dayFirst[problem.dayOfSlot[slot] + 1])
          let minutes = plan.calendar.minutes(of: slot..<end)
          if !windows.allows(plan.calendar.day(ofSlot: slot), minutes) {
            problem.avoidCost[row + slot] += weight
          }
        }
      }
    }
  }
}
