import RotaPlanning

extension ProblemBuilder {
  /// The members of every session: what it holds whenever it meets, its place, its teachers.
  mutating func addSessions() {
    var placeSets: [[Int]: Int] = [:]
    var candidateSets: [[Int]: Int] = [:]
    for index in 0..<problem.sessionCount {
      let session = programme.sessions[index]
      let template = template(index)
      let locked = lockedPlacement(index)
      let length = lengthOnItsDay(index, template.periods)
      problem.length.append(length)
      problem.isLocked.append(locked != nil)
      problem.needsPlace.append(session.needsPlace)
      problem.people.append(min(session.people, 1_000_000))
      problem.rotation.append(session.rotation.value)
      problem.isForClass.append(template.audience == .studyClass)
      let chair = template.chair.map { problem.firstTeacher + $0.value } ?? -1
      problem.chair.append(chair)
      problem.needsStream.append(!template.streamedTo.isEmpty)

      let placement = locked ?? start.placements[session.identity]
      var fixed = session.atoms.map { (resource: $0.value, demand: 1) }
      let streams = streamPlaces(session, template, locked)
      problem.isStreamed.append(!streams.isEmpty)
      for place in streams {
        let demand = plan.places[place].role == .site ? min(session.people, 1_000_000) : 1
        fixed.append((problem.firstPlace + place, demand))
      }
      if chair >= 0 { fixed.append((chair, 1)) }
      for need in template.resources {
        fixed.append((problem.firstOther + need.resource.value, need.count))
      }
      let apart = seriesResource[problem.seriesOf[index]]
      if apart >= 0 { fixed.append((problem.firstSeries + apart, 1)) }
      for member in fixed {
        addMember(resource: member.resource, demand: member.demand, candidates: -1)
      }

      problem.placeMember.append(problem.memberResource.count)
      let place = placement?.places.first.flatMap { placeByName[$0] }
      addMember(
        resource: -1, demand: 0, candidates: -1,
        atFirst: place.map { problem.firstPlace + $0 } ?? -1)
      let places = Set(session.places.map { problem.firstPlace + $0.value }).sorted()
      problem.placesOf.append(number(of: places, in: &placeSets) { problem.placeSets.append($0) })

      let named = placement?.teachers ?? []
      let needs = template.teachers
      let count = locked == nil ? needs.count : max(needs.count, named.count)
      for position in 0..<count {
        let candidates = position < needs.count ? needs[position].candidates : []
        let set = Set(candidates.map { problem.firstTeacher + $0.value }).sorted()
        let teacher = position < named.count ? teacherByName[named[position]] : nil
        addMember(
          resource: -1, demand: 1,
          candidates: number(of: set, in: &candidateSets) { problem.candidateSets.append($0) },
          atFirst: teacher.map { problem.firstTeacher + $0 } ?? -1)
      }
      problem.memberOffsets.append(problem.memberResource.count)

      let slot = placement.flatMap { plan.calendar.slotIndex(of: $0.day, period: $0.period) }
      problem.startAtFirst.append(slot ?? -1)
    }
  }

  /// A locked session that does not fit its day holds what there is of it.
  private func lengthOnItsDay(_ session: Int, _ periods: Int) -> Int {
    guard let start = lockedStart[session] else { return max(1, periods) }
    let end = problem.dayFirst[problem.dayOfSlot[start] + 1]
    return max(1, min(periods, end - start))
  }

  private func streamPlaces(
    _ session: Session, _ template: SessionTemplate, _ locked: Timetable.Placement?
  ) -> [Int] {
    if let locked { return locked.places.dropFirst().compactMap { placeByName[$0] } }
    if !session.needsPlace { return [] }
    return Set(template.streamedTo.map(\.value)).sorted()
  }

  private mutating func addMember(
    resource: Int, demand: Int, candidates: Int, atFirst: Int? = nil
  ) {
    problem.memberResource.append(resource)
    problem.memberDemand.append(demand)
    problem.memberCandidates.append(candidates)
    // Offsets end with the session at hand.
    problem.memberSession.append(problem.memberOffsets.count - 1)
    problem.memberAtFirst.append(atFirst ?? resource)
  }

  /// The number of a set among those met so far.
  private func number(
    of set: [Int], in known: inout [[Int]: Int], adding add: ([Int]) -> Void
  ) -> Int {
    if let number = known[set] { return number }
    let number = known.count
    known[set] = number
    add(set)
    return number
  }
}
