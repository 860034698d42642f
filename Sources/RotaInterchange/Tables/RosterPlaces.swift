import RotaPlanning

/// The runs and classes of a rotation, to find those in which a roster says that people are.
public struct RosterPlaces: Sendable {
  struct Run: Sendable {
    var number: Int
    /// The units that alone send people to it; nil for all.
    var units: [String]?
    var classes: [(number: Int, name: String?)]
  }

  let rotation: String
  /// What may stand before the number of a run, all small letters without blanks.
  private let titles: [String]
  let runs: [Run]

  public init(_ id: RotationID, plan: Plan, programme: Programme) {
    let rotation = plan[id]
    self.rotation = rotation.name
    titles = ([rotation.name] + [rotation.title].compactMap { $0 }).map(Self.plain)
    let trainsUnits = if case .units = rotation.trainees { true } else { false }
    runs = programme.runs.filter { $0.rotation == id }.map { run in
      Run(
        number: run.number,
        units: trainsUnits
          ? rotation.runOverrides[run.number]?.units.map { $0.map { plan[$0].name } } : nil,
        classes: run.classes.map { (programme[$0].number, programme[$0].name) })
    }
  }

  enum Problem: Error {
    case noRun
    /// Of the run that the row names; of any run.
    case noClass(Run?)
    /// The row does not say in which of these runs.
    case manyClasses([Run])
    case otherUnits(Run, [String])
  }

  /// - Parameter unit: of the person.
  func place(
    run: String?, studyClass: String?, unit: String?
  ) throws(Problem) -> Roster.Place {
    var among = runs
    if let run {
      let number = number(ofRun: run)
      among = runs.filter { $0.number == number }
      if among.isEmpty { throw .noRun }
    }
    var place: Roster.Place?
    if let studyClass {
      let found = among.compactMap { run in
        number(ofClass: studyClass, in: run).map { (run: run, number: $0) }
      }
      guard let first = found.first else { throw .noClass(run == nil ? nil : among[0]) }
      if found.count > 1 { throw .manyClasses(found.map(\.run)) }
      among = [first.run]
      place = .studyClass(run: Int32(first.run.number), number: Int32(first.number))
    }
    guard let only = among.first, run != nil || place != nil else { return .anywhere }
    if let units = only.units, let unit, !units.contains(unit) { throw .otherUnits(only, units) }
    return place ?? .run(Int32(only.number))
  }

  // MARK: Words

  /// `1`, `第1期`, `第一期`, `Run 1`, `Spring Run 1`.
  private func number(ofRun text: String) -> Int? {
    var text = Self.plain(text)
    for title in titles where text.count > title.count && text.hasPrefix(title) {
      text.removeFirst(title.count)
      break
    }
    return Self.number(text, without: ["第", "期次", "期", "run", "khóa", "khoá", "đợt"])
  }

  /// What the planner calls the class, or its number: `1`, `1班`, `一班`, `Class 1`.
  private func number(ofClass text: String, in run: Run) -> Int? {
    let text = Self.plain(text)
    if let named = run.classes.first(where: { $0.name.map(Self.plain) == text }) {
      return named.number
    }
    let number = Self.number(text, without: ["第", "班次", "班级", "班級", "班", "class", "lớp"])
    return run.classes.contains { $0.number == number } ? number : nil
  }

  private static func plain(_ text: String) -> String {
    CellValues.halfWidth(text).lowercased().filter { !$0.isWhitespace }
  }

  private static func number(_ text: String, without words: [String]) -> Int? {
    var digits = text
    for word in words { digits = digits.replacing(word, with: "") }
    return CellValues.count(digits) ?? CellValues.chineseNumber(digits)
  }
}
