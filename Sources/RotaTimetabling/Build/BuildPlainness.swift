extension ProblemBuilder {
  /// The most kinds for which a grid keeps pairs as rows of bits.
  private static let mostKinds = 2_048

  /// Whether the plan is so plain that a grid holds all there is to it.
  mutating func addPlainness() {
    problem.isPlain =
      problem.hasKinds && problem.kindCount <= Self.mostKinds && problem.mostSlotsPerDay <= 64
      && problem.exchangeWeight == 0 && problem.nearWeight == 0 && problem.doublesWeight == 0
      && problem.shared.isEmpty && !problem.hasTravel
      && problem.arcs.isEmpty && !(problem.hasHomes && problem.seeksHomes)
      && !problem.seriesIsOrdered.contains(true)
      && problem.sessionTallies.items.count == 0 && (problem.evenWeight == 0 || daysAreWithinRuns)
      && (0..<problem.sessionCount).allSatisfy { isSimple($0) && hasNoOtherChoice($0) }
  }

  /// One period, whole classes, and of places only venues that it has for itself; which a lock need
  /// not respect.
  private func isSimple(_ session: Int) -> Bool {
    problem.length[session] == 1 && problem.isForWholeClasses[session]
      && !problem.isStreamed[session] && !problem.needsStream[session]
      && problem.placeSets.range(problem.placesOf[session]).allSatisfy {
        isVenueOfItsOwn(problem.placeSets.items[$0])
      }
      && (!problem.isLocked[session] || isNowhereOrInVenue(session))
  }

  private func isVenueOfItsOwn(_ place: Int) -> Bool {
    problem.capacity[place] == 1 && !problem.isSite[place - problem.firstPlace]
  }

  private func isNowhereOrInVenue(_ session: Int) -> Bool {
    let place = problem.memberAtFirst[problem.placeMember[session]]
    return place < 0 || isVenueOfItsOwn(place)
  }

  /// Nothing to see to but its kind, its starts and its venue.
  private func hasNoOtherChoice(_ session: Int) -> Bool {
    problem.fixedMembers(session).allSatisfy {
      problem.capacity[problem.memberResource[$0]] == 1 && problem.memberDemand[$0] == 1
    }
      && problem.teacherMembers(session).allSatisfy {
        let set = problem.memberCandidates[$0]
        guard set >= 0, problem.candidateSets.size(set) == 1 else { return false }
        let teacher = problem.candidateSets.contents(set)[0] - problem.firstTeacher
        return problem.teacherDayTally[teacher] < 0 && problem.teacherWeekTally[teacher] < 0
          && !problem.isRemote[teacher]
      }
  }

  /// No class has sessions on days that its run does not teach, which `even days` leaves out.
  private var daysAreWithinRuns: Bool {
    (0..<problem.sessionCount).allSatisfy { session in
      guard let days = dayBounds[session] else { return true }
      return problem.sessionClasses.contents(session).allSatisfy {
        problem.classFirstDay[$0] <= days.lowerBound && days.upperBound < problem.classDayEnd[$0]
      }
    }
  }
}
