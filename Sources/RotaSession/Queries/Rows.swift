import RotaLanguage
import RotaPlanning

/// A row of `list`: a value for each field that applies.
struct Row: Sendable {
  var fields: [String: Value] = [:]

  mutating func set(_ field: String, _ text: String?) {
    if let text { fields[field] = .name(text) }
  }
  mutating func set(_ field: String, _ number: Int?) {
    if let number { fields[field] = .number(Number(number)) }
  }
  mutating func set(_ field: String, people: Int) {
    fields[field] = .quantity(Number(people), .people)
  }
  mutating func set(_ field: String, _ flag: Bool) { fields[field] = .boolean(flag) }
}

/// A sort of thing that can be listed and counted.
struct Listing: Sendable {
  /// The word after `list` and in `count(…)`.
  var word: String
  /// The fields that conditions may name, in the order in which files have them.
  var fields: [String]
  /// Those that a table on the screen has, which must fit it; nil for all.
  var shown: [String]?
  var rows: @Sendable (Workspace, Derived) -> [Row]

  /// A listing of what follows from plan and timetable alone.
  init(
    word: String, fields: [String], shown: [String]? = nil,
    rows: @escaping @Sendable (Derived, Timetable) -> [Row]
  ) {
    self.init(
      word: word, fields: fields, shown: shown,
      ofWorkspace: { workspace, derived in rows(derived, workspace.board.timetable) })
  }

  init(
    word: String, fields: [String], shown: [String]? = nil,
    ofWorkspace rows: @escaping @Sendable (Workspace, Derived) -> [Row]
  ) {
    self.word = word
    self.fields = fields
    self.shown = shown
    self.rows = rows
  }

  /// What a row is about: `Ethics of class 1 of run 2`.
  func name(_ row: Row) -> String {
    let own = fields.first.flatMap { row.fields[$0]?.shown } ?? ""
    guard word == "sessions" else { return own }
    return ["group", "class", "run"].reduce(own) { text, field in
      row.fields[field].map { "\(text) of \(field) \($0.shown)" } ?? text
    }
  }

  static let all: [Listing] = [
    sessions, classes, runs, venues, sites, teachers, units, modules, rotations, people,
    costs, scenarios,
  ]

  /// Columns that hold numbers and times, whatever is listed.
  static let amounts: Set<String> = [
    "group", "meeting", "people", "periods", "start", "end", "times", "weight", "cost", "days",
    "seats", "travel", "daily", "weekly", "norm", "wishes", "away", "trained", "runs", "classes",
    "length", "to",
  ]

  static func named(_ word: String) -> Listing? { all.first { $0.word == word } }
}
