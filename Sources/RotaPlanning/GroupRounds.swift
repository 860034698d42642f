/// One meeting of a session for groups: everybody in a class is in one of the groups.
public struct GroupRound: Hashable, Sendable {
  /// The session of each group, by its number less one.
  public var sessions: [SessionIdentity]
  /// The group of each person, by position in the class list.
  public var groupOf: [Int]

  public init(sessions: [SessionIdentity], groupOf: [Int]) {
    self.sessions = sessions
    self.groupOf = groupOf
  }

  /// Positions in the class list, by group.
  public var members: [[Int]] {
    var members = [[Int]](repeating: [], count: sessions.count)
    for (person, group) in groupOf.enumerated() { members[group].append(person) }
    return members
  }
}

/// Who is in which group when: the rounds of each class in order of time, and then those without a
/// time.
public struct GroupRounds: Hashable, Sendable {
  private var rounds: [ClassID: [GroupRound]] = [:]

  public init() {}

  public subscript(id: ClassID) -> [GroupRound] {
    get { rounds[id] ?? [] }
    set { rounds[id] = newValue.isEmpty ? nil : newValue }
  }
}

/// How often any two people of a class are in one group.
public struct GroupMeetings: Hashable, Sendable {
  public var pairs = 0
  /// Pairs that meet at least once.
  public var met = 0
  /// How often the pair meets that meets most often.
  public var most = 0
  /// Pairs that could meet with groups of these sizes; no dealing has more.
  public var attainable = 0

  public init(of rounds: [GroupRound]) {
    let people = rounds.first?.groupOf.count ?? 0
    let members = rounds.map(\.members)
    pairs = Self.pairs(of: people)
    attainable = min(pairs, Self.mostPairs(members.map { $0.map(\.count) }))
    // Person by person, since a table of all pairs of a large class would not fit anywhere.
    var times = [Int](repeating: 0, count: people)
    for person in 0..<people {
      var others: [Int] = []
      for (round, groups) in zip(rounds, members) {
        for other in groups[round.groupOf[person]] where other > person {
          if times[other] == 0 { others.append(other) }
          times[other] += 1
        }
      }
      met += others.count
      for other in others {
        most = max(most, times[other])
        times[other] = 0
      }
    }
  }

  /// Each round brings together its pairs but those that must have met: of a group that is larger than
  /// there were groups, some come from one.
  private static func mostPairs(_ sizes: [[Int]]) -> Int {
    var sum = 0
    var fewest: Int?
    for round in sizes {
      for size in round {
        sum += pairs(of: size)
        if let fewest {
          let (each, rest) = size.quotientAndRemainder(dividingBy: fewest)
          sum -= rest * pairs(of: each + 1) + (fewest - rest) * pairs(of: each)
        }
      }
      fewest = max(1, min(fewest ?? round.count, round.count))
    }
    return sum
  }

  private static func pairs(of people: Int) -> Int { people * max(0, people - 1) / 2 }
}
