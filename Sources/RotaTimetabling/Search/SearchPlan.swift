// How the search goes about a problem: what it may decide, in what order, and how hot.
extension Problem {
  /// Whether the search has anything to decide for a session.
  func hasChoice(_ session: Int) -> Bool {
    if isLocked[session] || choices.size(choiceOf[session]) == 0 { return false }
    if choices.size(choiceOf[session]) > 1 { return true }
    if needsPlace[session] && placeSets.size(placesOf[session]) > 1 { return true }
    return teacherMembers(session).contains { candidateSets.size(memberCandidates[$0]) > 1 }
  }

  /// The weights of the plan's wishes that weigh anything.
  private var weights: [Int] {
    var weights = [
      gapWeight, lonelyWeight, evenWeight, roomWeight, moduleRoomWeight, seatWeight, spreadWeight,
      balanceWeight, exchangeWeight, loadWeight, shared.largestWeight, nearWeight, doublesWeight,
      groupsWeight,
    ]
    if hasHomes && seeksHomes { weights += [keepTimeWeight, keepPlaceWeight, keepTeacherWeight] }
    for costs in [earlyWeight, avoidCost, loadCost] { weights.append(costs.largest) }
    return weights.filter { $0 > 0 }
  }

  /// The temperatures of annealing: to begin with, so that most of what the wishes say is open
  /// still; after a reheating, so that only parts come into motion; and at the end, where next to
  /// nothing is accepted that costs more. Found by trials on published instances.
  private var hot: Double {
    weights.isEmpty ? 4 : 4 * Double(weights.reduce(0, +)) / Double(weights.count)
  }
  private var warm: Double { max(cold, hot / 8) }
  /// The temperature at which an annealing begins. A timetable that is being repaired is to stay much
  /// as it is, and is never heated fully.
  func heat(isFull: Bool) -> Double { isFull && !repairs ? hot : warm }
  var cold: Double { 0.08 * Double(weights.min() ?? 1) }
  /// The temperature at which an annealing may end that another one follows.
  var cool: Double { 0.5 * Double(weights.min() ?? 1) }

  /// Sessions that can be placed at all, the hardest last: few slots, places and teachers to choose
  /// from, long, with many people of different parts.
  func waitingOrder(where isWaiting: (Int) -> Bool) -> [Int] {
    var keys: [(key: Double, session: Int)] = []
    for session in 0..<sessionCount where isWaiting(session) && !isLocked[session] {
      var options = choices.range(choiceOf[session]).reduce(0) {
        let slot = choices.items[$1]
        return $0 + (slot >= earliest[session] && slot <= latest[session] ? 1 : 0)
      }
      if choices.size(choiceOf[session]) == 0 { continue }
      options = max(1, options)
      if needsPlace[session] { options *= max(1, placeSets.size(placesOf[session])) }
      for member in teacherMembers(session) {
        options *= max(1, min(8, candidateSets.size(memberCandidates[member])))
      }
      let weight = length[session] * (fixedMembers(session).count + 1)
      keys.append((Double(options) / Double(weight), session))
    }
    return keys.sorted { ($1.key, $1.session) < ($0.key, $0.session) }.map(\.session)
  }

  /// Whether what a placement to begin with names is among what the session may have.
  func givenAreCandidates(_ session: Int) -> Bool {
    let place = memberAtFirst[placeMember[session]]
    if needsPlace[session] {
      let places = placeSets.range(placesOf[session])
      if !places.contains(where: { placeSets.items[$0] == place }) { return false }
    } else if place >= 0 {
      return false
    }
    let members = teacherMembers(session)
    for member in members {
      let teacher = memberAtFirst[member]
      let candidates = candidateSets.range(memberCandidates[member])
      if !candidates.contains(where: { candidateSets.items[$0] == teacher }) { return false }
      for other in members.lowerBound..<member where memberAtFirst[other] == teacher {
        return false
      }
    }
    return true
  }
}
