import RotaPlanning

extension ProblemBuilder {
  /// Numbers atoms, places, teachers and other resources, and lays out their rows.
  mutating func addResources() {
    problem.atomCount = programme.atoms.count
    problem.firstPlace = problem.atomCount
    problem.firstTeacher = problem.firstPlace + plan.places.count
    problem.firstOther = problem.firstTeacher + plan.teachers.count
    problem.firstSeries = problem.firstOther + plan.resources.count
    problem.resourceCount = problem.firstSeries + seriesResourceCount

    var capacity = [Int](repeating: 1, count: problem.atomCount)
    capacity += plan.places.map { place in
      place.role == .venue ? 1 : place.seats ?? Problem.unlimited
    }
    capacity += plan.teachers.map { _ in 1 }
    // Buses and beds are not taken by `uses` alone, but nothing forbids to name them there.
    capacity += plan.resources.map(\.count)
    capacity += [Int](repeating: 1, count: seriesResourceCount)
    problem.capacity = Column(capacity)
    problem.isSite = plan.places.map { $0.role == .site }
    problem.canStream = plan.places.map(\.streams)
    problem.isRemote = plan.teachers.map(\.isRemote)

    var sessions = [[Int]](repeating: [], count: problem.atomCount)
    for (index, session) in programme.sessions.enumerated() {
      for atom in session.atoms { sessions[atom.value].append(index) }
    }
    problem.sessionsOfAtom = Lists(sessions)

    for resource in 0..<problem.resourceCount {
      let whole = problem.dayCount > 0 ? 0...(problem.dayCount - 1) : nil
      let days = resource < problem.atomCount ? dayBounds(of: sessions[resource]) : whole
      let rows = addRows(days, slotBase: problem.loadSize, dayBase: problem.dayListCount)
      problem.loadRow.append(rows.slotRow)
      problem.dayRow.append(rows.dayRow)
      problem.loadSize += rows.slots
      problem.dayListCount += rows.days
    }
  }

  /// Where rows for the slots and for the days of some days begin, moved back so that the calendar's
  /// own numbers of slot and day can be added to them.
  func addRows(
    _ days: ClosedRange<Int>?, slotBase: Int, dayBase: Int
  ) -> (slotRow: Int, slots: Int, dayRow: Int, days: Int) {
    guard let days else { return (slotBase, 0, dayBase, 0) }
    let first = problem.dayFirst[days.lowerBound]
    let end = problem.dayFirst[days.upperBound + 1]
    return (slotBase - first, end - first, dayBase - days.lowerBound, days.count)
  }
}
