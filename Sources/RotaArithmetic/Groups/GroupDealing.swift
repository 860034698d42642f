import RotaPlanning

/// Who is in which group of a class at each meeting in groups.
///
/// Groups are blocks of the class list, and stay so where nobody wishes otherwise. Where groups are to
/// be rotated, people change places between groups that meet at one time and at equal distance from
/// everywhere: each is somewhere at the same times as before, so that whatever a timetable keeps
/// for the blocks it keeps for everybody.
public struct GroupDealing {
  private let plan: Plan
  private let timetable: Timetable
  private let isRotated: Bool
  private let placeByName: [String: PlaceID]
  /// Places to or from which a way of their own is declared.
  private let hasOwnWay: Set<PlaceID>

  /// - Parameter people: those of a class, as its list has them.
  public static func rounds(
    plan: Plan, programme: Programme, timetable: Timetable, people: (ClassID) -> [Trainee]
  ) -> GroupRounds {
    let dealing = GroupDealing(plan, timetable)
    var meetings: [ClassID: [Meeting]] = [:]
    var positions: [SessionIdentity: Int] = [:]
    for (index, session) in programme.sessions.enumerated() {
      guard case .group(let run, let number, _) = session.identity.audience,
        let id = session.classes.first
      else { continue }
      var name = session.identity
      name.audience = .studyClass(run: run, number: number)
      let position = positions[name] ?? meetings[id, default: []].count
      if positions[name] == nil {
        positions[name] = position
        meetings[id, default: []].append(Meeting(position: index))
      }
      meetings[id]?[position].sessions.append(session.identity)
    }
    var rounds = GroupRounds()
    for (id, meetings) in meetings {
      let studyClass = programme[id]
      rounds[id] = dealing.rounds(meetings, of: people(id), expected: studyClass.people)
    }
    return rounds
  }

  private init(_ plan: Plan, _ timetable: Timetable) {
    self.plan = plan
    self.timetable = timetable
    isRotated = plan.preferences.contains { $0.wish == .rotatedGroups }
    placeByName = Dictionary(
      plan.places.enumerated().map { ($1.name, PlaceID($0)) },
      uniquingKeysWith: { first, _ in first }
    )
    hasOwnWay = Set(
      plan.travel.keys.flatMap { [$0.first, $0.second] }.compactMap { end in
        if case .place(let id) = end { id } else { nil }
      })
  }

  /// The groups of one meeting of a session.
  private struct Meeting {
    /// Of the first of them in the programme.
    var position: Int
    var sessions: [SessionIdentity] = []
  }

  private func rounds(
    _ meetings: [Meeting], of people: [Trainee], expected: Int
  ) -> [GroupRound] {
    var numbers: [String: Int] = [:]
    let units = people.map { person in
      person.unit.map { unit in
        let number = numbers[unit] ?? numbers.count
        numbers[unit] = number
        return number
      }
    }
    var exchange = GroupExchange(units: units)
    return inOrderOfTime(meetings).map { meeting in
      let sessions = meeting.sessions.sorted()
      var members = [[Int]](repeating: [], count: sessions.count)
      for index in people.indices {
        // The plan's number of people is what the timetable knows of, whoever comes.
        let place = index * expected / people.count
        members[
          ClassGroups.group(of: place, of: sessions.count, people: expected)
        ].append(index)
      }
      if isRotated {
        for together in exchangeable(sessions) {
          let dealt = exchange.dealt(together.map { members[$0] })
          for (group, people) in zip(together, dealt) { members[group] = people }
        }
        exchange.keep(members)
      }
      var groupOf = [Int](repeating: 0, count: people.count)
      for (group, members) in members.enumerated() {
        for person in members { groupOf[person] = group }
      }
      return GroupRound(sessions: sessions, groupOf: groupOf)
    }
  }

  private func inOrderOfTime(_ meetings: [Meeting]) -> [Meeting] {
    func start(_ meeting: Meeting) -> Int {
      meeting.sessions.compactMap { slot(of: $0) }.min() ?? Int.max
    }
    return meetings.map { (start($0), $0) }
      .sorted { ($0.0, $0.1.position) < ($1.0, $1.1.position) }.map(\.1)
  }

  private func slot(of session: SessionIdentity) -> Int? {
    timetable.placements[session].flatMap {
      plan.calendar.slotIndex(of: $0.day, period: $0.period)
    }
  }

  /// Sets of groups whose people can change places. What has no time yet stays as it is: nobody knows
  /// whether it will be at one time.
  private func exchangeable(_ sessions: [SessionIdentity]) -> [[Int]] {
    struct Place: Hashable {
      var slot: Int
      var distance: Distance
    }
    var sets: [Place: [Int]] = [:]
    for (group, session) in sessions.enumerated() {
      guard let slot = slot(of: session) else { continue }
      let name = timetable.placements[session]?.places.first
      let distance = name.flatMap { placeByName[$0] }.map { self.distance(of: $0) } ?? .none
      sets[Place(slot: slot, distance: distance), default: []].append(group)
    }
    return sets.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// Places of equal distance are as far from any other place as each other.
  private enum Distance: Hashable {
    case none
    case venue(ZoneID?, SchoolID?)
    case place(PlaceID)
  }

  private func distance(of id: PlaceID) -> Distance {
    let place = plan[id]
    return place.role == .venue && !hasOwnWay.contains(id)
      ? .venue(plan.zone(of: place), place.school) : .place(id)
  }
}
