/// Which runs may choose which places, and how often: what each run's part of the use of a place is
/// measured by. A session that has no choice, since only one place can hold it, counts nowhere.
public struct PlaceShares: Sendable {
  /// A place that two or more runs may choose.
  public struct Row: Sendable {
    public var place: PlaceID
    /// In the programme's order.
    public var runs: [RunID] = []
    /// Of each of these runs: its sessions that may be held there.
    public var sessions: [Int] = []

    /// What is each run's of the sessions held there.
    public var shares: [FairShare] {
      let sum = sessions.reduce(0, +)
      return sessions.map { FairShare(weight: $0, of: sum) }
    }
  }

  /// In the plan's order.
  public private(set) var rows: [Row] = []

  public init(of role: Place.Role, plan: Plan, programme: Programme) {
    var sessions: [PlaceID: [RunID: Int]] = [:]
    for session in programme.sessions where Self.counts(session) {
      for place in session.places where plan[place].role == role {
        for run in session.runs { sessions[place, default: [:]][run, default: 0] += 1 }
      }
    }
    for (place, ofRuns) in sessions.sorted(by: { $0.key < $1.key }) where ofRuns.count > 1 {
      let runs = ofRuns.keys.sorted()
      rows.append(Row(place: place, runs: runs, sessions: runs.map { ofRuns[$0] ?? 0 }))
    }
  }

  /// Whether a session has a choice of places.
  public static func counts(_ session: Session) -> Bool { session.places.count > 1 }
}
