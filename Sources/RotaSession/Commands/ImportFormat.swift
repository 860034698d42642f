/// What `import` reads, at the prompt and on the command line.
public enum ImportFormat: String, Sendable, CaseIterable {
  case ctt, csv, ics, json

  /// What files of it hold, in a few words.
  public var meaning: String {
    switch self {
    case .ctt: "course timetabling: .ctt and .ectt"
    case .csv: "a table of a spreadsheet"
    case .ics: "a calendar"
    case .json: "a list of holidays"
    }
  }
}
