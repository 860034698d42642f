import RotaPlanning

extension ProblemBuilder {
  /// For each place and teacher and each length of sessions: the slots in which a session of that
  /// length can begin. What is always open shares one row.
  mutating func addAvailability() {
    let lengths = Set(problem.length.values.map(Int.init)).sorted()
    problem.lengthCount = lengths.count
    let numbers = Dictionary(lengths.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    problem.lengthNumber = Column(problem.length.values.map { numbers[Int($0)] ?? 0 })

    problem.slotSets = SlotSets(slotCount: problem.slotCount)
    let always = problem.slotSets.append(where: { _ in true }, slotCount: problem.slotCount)
    problem.openRow = Column(repeating: always, count: problem.firstOther * lengths.count)
    var known: [Availability: [Int]] = [Availability(): lengths.map { _ in always }]
    for resource in problem.firstPlace..<problem.firstOther {
      let availability = availability(of: resource)
      let rows = known[availability] ?? lengths.map { addOpenRow(availability, length: $0) }
      known[availability] = rows
      for (number, row) in rows.enumerated() {
        problem.openRow[resource * lengths.count + number] = row
      }
    }
  }

  /// A venue is shut when its school is.
  private func availability(of resource: Int) -> Availability {
    if resource >= problem.firstTeacher {
      return plan.teachers[resource - problem.firstTeacher].availability
    }
    let place = plan.places[resource - problem.firstPlace]
    var availability = place.availability
    if place.role == .venue, let school = place.school {
      availability.excluded += plan[school].closed
    }
    return availability
  }

  private mutating func addOpenRow(_ availability: Availability, length: Int) -> Int {
    let calendar = plan.calendar
    return problem.slotSets.append(
      where: { slot in
        calendar.span(from: slot, periods: length, acrossBreaks: true).map {
          availability.allows(calendar.day(ofSlot: slot), calendar.minutes(of: $0))
        } ?? false
      }, slotCount: problem.slotCount)
  }
}
