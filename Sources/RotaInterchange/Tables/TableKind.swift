/// What a table can be about.
public enum TableKind: String, Sendable, CaseIterable {
  case teachers, venues, sites, units, availability, roster

  /// What it says, in a few words.
  public var meaning: String {
    switch self {
    case .teachers: "who teaches, what and how much"
    case .venues: "halls and rooms with their seats"
    case .sites: "places to visit, and the way there"
    case .units: "who sends how many people"
    case .availability: "when somebody or something is free"
    case .roster: "the people of a rotation by name"
    }
  }

  /// What one row of it is, for counting.
  public var row: String {
    switch self {
    case .teachers: "teacher"
    case .venues: "venue"
    case .sites: "site"
    case .units: "unit"
    case .availability: "row"
    case .roster: "people"
    }
  }

  /// As messages call it.
  var table: String { self == .roster ? "a roster" : "a table of \(rawValue)" }
}
