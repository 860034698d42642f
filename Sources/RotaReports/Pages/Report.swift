import RotaPlanning

/// A report that can be asked for; the words are those of the language.
public enum Report: String, CaseIterable, Sendable {
  /// Grids of every class.
  case timetable
  /// A row for each session by date and part of the day.
  case programme
  /// The whole of a rotation on one sheet for the wall.
  case overview
  /// One day of everyone.
  case days
  /// A row for each session, for other programs.
  case sessions
  case runs
  /// Every course that is taught, school by school.
  case catalogue
  /// Who gave how many hours, places and person-days to whom.
  case exchange
  /// Lists of the people of each class.
  case classLists = "lists"
  /// Sheets to sign.
  case signIn = "attendance"
  /// To each teacher: what, when, where and for whom.
  case letters
  case busLists = "buses"
  case doorSigns = "signs"
  case hours
  case usage
  /// Who has how much beside others: teachers of hours, runs of places.
  case fairness
  case changes

  /// What it can be of, besides everything, as the language names it.
  public var targets: [String] {
    switch self {
    case .timetable, .programme, .sessions, .busLists, .changes: ReportTarget.words
    case .overview: ["run", "rotation", "school"]
    case .days: ["day"]
    case .runs: ["rotation"]
    case .catalogue: ["rotation", "school"]
    case .exchange: ["school"]
    case .classLists, .hours: ["class", "run", "rotation", "school"]
    case .signIn: ["class", "run", "rotation", "school", "day"]
    case .letters: ["teacher"]
    case .doorSigns: ["venue", "school", "day"]
    case .usage, .fairness: []
    }
  }

  /// - Parameter plan: whose target it is.
  public func accepts(_ target: ReportTarget, in plan: Plan) -> Bool {
    target.word(in: plan).map { targets.contains($0) } ?? true
  }

  /// Whether it says anything before there is a timetable.
  public var needsTimetable: Bool {
    switch self {
    case .runs, .classLists, .catalogue: false
    case .timetable, .programme, .overview, .days, .sessions, .signIn, .letters, .busLists,
      .doorSigns, .hours, .usage, .fairness, .changes, .exchange:
      true
    }
  }
}

extension ReportTarget {
  static let words = ["class", "run", "rotation", "school", "teacher", "venue", "site", "day"]

  /// Nil for everything.
  func word(in plan: Plan) -> String? {
    switch self {
    case .all: nil
    case .studyClass: "class"
    case .run: "run"
    case .rotation: "rotation"
    case .school: "school"
    case .teacher: "teacher"
    case .place(let id): plan[id].role.rawValue
    case .day: "day"
    case .former(let former):
      switch former.sort {
      case .teacher: "teacher"
      case .place: "venue"
      case .run: "run"
      case .studyClass: "class"
      }
    }
  }
}
