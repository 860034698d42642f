/// What a table can be about.
public enum TableKind: String, Sendable, CaseIterable {
  case teachers, venues, sites, units, availability, roster

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
