/// Among whom the use of places is shared.
public enum PlaceSharers: String, CaseIterable, Hashable, Sendable {
  case runs, classes

  /// Those who attend a session, by their positions in the programme, in order.
  public func attending(_ session: Session) -> [Int] {
    switch self {
    case .runs: session.runs.map(\.value).sorted()
    case .classes: session.classes.map(\.value).sorted()
    }
  }
}

/// Which runs, or classes, may choose which places, and how often: what the part of each in the use of a
/// place is measured by. A session that has no choice, since only one place can hold it, counts nowhere.
public struct PlaceShares: Sendable {
  /// A place that two or more may choose.
  public struct Row: Sendable {
    public var place: PlaceID
    /// Positions in the programme, in order.
    public var sharers: [Int] = []
    /// Of each of them: the sessions that may be held there.
    public var sessions: [Int] = []

    /// What is theirs of the sessions held there.
    public var shares: [FairShare] {
      let sum = sessions.reduce(0, +)
      return sessions.map { FairShare(weight: $0, of: sum) }
    }
  }

  /// In the plan's order.
  public private(set) var rows: [Row] = []

  public init(of role: Place.Role, among sharers: PlaceSharers, plan: Plan, programme: Programme) {
    var sessions: [PlaceID: [Int: Int]] = [:]
    for session in programme.sessions where Self.counts(session) {
      let attending = sharers.attending(session)
      for place in session.places where plan[place].role == role {
        for one in attending { sessions[place, default: [:]][one, default: 0] += 1 }
      }
    }
    for (place, bySharer) in sessions.sorted(by: { $0.key < $1.key }) where bySharer.count > 1 {
      let sharers = bySharer.keys.sorted()
      rows.append(
        Row(place: place, sharers: sharers, sessions: sharers.map { bySharer[$0] ?? 0 }))
    }
  }

  /// Whether a session has a choice of places.
  public static func counts(_ session: Session) -> Bool { session.places.count > 1 }
}
