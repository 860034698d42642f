import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports

/// `export ics`: the timetable as iCalendar.
enum CalendarCommand {
  static func export(
    _ workspace: inout Workspace, _ derived: Derived, _ target: ReportTarget, changesOnly: Bool,
    to path: String, at range: SourceRange
  ) throws(Diagnostic) {
    let file = calendar(&workspace, derived)
    let text = file.text(of: target, changesOnly: changesOnly)
    try workspace.export(path, Array(text.utf8), at: range)
    note(file, derived.plan, &workspace)
    workspace.remark("wrote \"\(path)\"")
  }

  /// Keeps what calendars have been given. Before the first publication they are drafts.
  private static func note(_ file: CalendarFile, _ plan: Plan, _ workspace: inout Workspace) {
    let isDraft = workspace.board.timetable.publication == nil
    if isDraft, workspace.calendars(of: plan).isEmpty { return }
    workspace.setCalendars(of: plan, to: file.history)
  }

  /// A calendar for each class, run, teacher, venue or site; for those too that the plan no longer has,
  /// whose events are off.
  static func exportEach(
    _ workspace: inout Workspace, _ derived: Derived, _ command: Command, _ report: Report?,
    to path: String, at range: SourceRange
  ) throws(Diagnostic) {
    guard command.value("format")?.plainText == "ics" else {
      throw SessionMessages.badSetting(
        "each", "with `ics`: other formats have a page for each in one file",
        at: command.argument("format")?.range ?? command.range)
    }
    guard !command.has("of") else {
      throw SessionMessages.badSetting(
        "each", "without `of`: it writes a file for everyone", at: command.range)
    }
    guard report == nil || report == .changes else {
      throw SessionMessages.badSetting(
        "each", "without a report: a calendar has sessions", at: command.range)
    }
    if report == .changes, workspace.board.timetable.publication == nil {
      throw PublishMessages.nothingPublished("export changes", at: command.range)
    }
    var names = FileNaming(path)
    let targets = targets(
      of: command, derived, workspace.formerNames(derived), workspace.knownClasses(of: derived.plan)
    )
    let files = Array(zip(names.paths(for: targets.map(\.name)), targets.map(\.target)))
    if !command.has("replace"),
      let taken = files.first(where: { !workspace.environment.mayReplace($0.0) })
    {
      throw SessionMessages.notOurs(taken.0, at: range)
    }
    let file = calendar(&workspace, derived)
    defer { note(file, derived.plan, &workspace) }
    for (path, target) in files {
      if workspace.isCancelled { throw SessionMessages.stopped("export", at: command.range) }
      let text = file.text(of: target, changesOnly: report == .changes)
      try workspace.export(path, Array(text.utf8), at: range)
    }
    workspace.remark(
      "wrote \(Wording.count(files.count, "calendar"))"
        + (files.first.map { ", the first is \"\($0.0)\"" } ?? ""))
  }

  private static func calendar(_ workspace: inout Workspace, _ derived: Derived) -> CalendarFile {
    let environment = workspace.environment
    var zone: TimeZoneRules?
    if let name = derived.plan.timeZone, name != "UTC", name != "GMT" {
      zone = TimeZoneFiles.rules(name, environment)
      if zone == nil {
        workspace.remark(
          "The time zone \(name) is not known here: the times in the file are those of no zone.")
      }
    }
    if derived.plan.timeZone == nil,
      workspace.toldOfNoZone.insert(derived.plan.name ?? "").inserted
    {
      workspace.remark(
        "The plan has no time zone: its calendars show the same clock times wherever they are read. "
          + "`plan time zone \"Asia/Shanghai\"`, or another, fixes them.")
    }
    return CalendarFile(workspace.reportInput(derived), zone: zone, now: environment.now())
  }

  private static func targets(
    of command: Command, _ derived: Derived, _ former: [FormerName], _ known: KnownClasses
  ) -> [(name: String, target: ReportTarget)] {
    let plan = derived.plan
    let programme = derived.programme
    func label(_ id: ClassID) -> String {
      let run = programme[programme[id].run]
      return programme[id].name
        ?? "\(plan[run.rotation].name) \(run.number)-\(programme[id].number)"
    }
    if command.has("class") {
      return programme.classes.indices.map { (label(ClassID($0)), .studyClass(ClassID($0))) }
        + former.compactMap { name in
          guard case .studyClass(let one) = name.sort else { return nil }
          let label = known.ownName(of: one, in: name.name) ?? "\(name.name) \(one.text)"
          return (label, .former(name))
        }
    }
    if command.has("run") {
      return programme.runs.indices.map { index in
        let run = programme.runs[index]
        return ("\(plan[run.rotation].name) \(run.number)", .run(RunID(index)))
      }
        + former.compactMap { name in
          guard case .run(let number) = name.sort else { return nil }
          return ("\(name.name) \(number)", .former(name))
        }
    }
    func formerTargets(_ sort: FormerName.Sort) -> [(name: String, target: ReportTarget)] {
      former.filter { $0.sort == sort }.map { ($0.name, .former($0)) }
    }
    if command.has("teacher") {
      return plan.teachers.indices.map { (plan.teachers[$0].name, .teacher(TeacherID($0))) }
        + formerTargets(.teacher)
    }
    let role: Place.Role = command.has("venue") ? .venue : .site
    return plan.places.indices.filter { plan.places[$0].role == role }.map {
      (plan.places[$0].name, .place(PlaceID($0)))
    } + formerTargets(.place)
  }
}

extension Workspace {
  /// Teachers, places, runs and classes that people or calendars have been told of and the plan no
  /// longer has.
  func formerNames(_ derived: Derived) -> [FormerName] {
    let plan = derived.plan
    let told = calendars(of: plan).entries
    let known = knownClasses(of: plan)
    let published = board.timetable.publication?.entries ?? [:]
    let entries = told.merging(published) { one, _ in one }
    return FormerName.all(in: Array(told.values) + Array(published.values), notIn: plan)
      + FormerName.audiences(in: entries, known, notIn: derived.programme, plan)
  }

  /// The classes that people have been told of.
  func knownClasses(of plan: Plan) -> KnownClasses {
    calendars(of: plan).classes(known: board.timetable.publication)
  }
}

/// Names of files for people and places: `plan.ics` and `Li` make `plan Li.ics`.
struct FileNaming {
  private let stem: String
  private let ending: String
  private var taken: Set<String> = []

  init(_ path: String) {
    let folder = FileCommands.folder(ofPath: path)
    let name = FileCommands.name(ofPath: path)
    if !path.hasSuffix("/"), let dot = name.lastIndex(of: "."), dot != name.startIndex {
      stem = folder + name[..<dot] + " "
      ending = String(name[dot...])
    } else {
      stem = path.hasSuffix("/") ? path : path + " "
      ending = ".ics"
    }
  }

  /// A path for each name, all distinct. Those that can be a file's name as they stand go first, so
  /// that they are the same whoever else there is.
  mutating func paths(for names: [String]) -> [String] {
    var paths = Array(repeating: "", count: names.count)
    let asTheyStand = names.indices.filter { Self.safe(names[$0]) == names[$0] }
    let others = names.indices.filter { Self.safe(names[$0]) != names[$0] }
    for index in asTheyStand + others { paths[index] = path(for: Self.safe(names[index])) }
    return paths
  }

  /// Marks that a file's name cannot have on every system become hyphens, and long names are cut.
  private static func safe(_ name: String) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in Printable.text(name).unicodeScalars {
      safe.append("/\\:*?\"<>|".unicodeScalars.contains(scalar) ? "-" : scalar)
    }
    var short = ""
    for character in String(safe) where short.utf8.count + character.utf8.count <= 120 {
      short.append(character)
    }
    if short.hasPrefix(".") { short = "-" + short.dropFirst() }
    return short
  }

  /// A path that no name before was given.
  private mutating func path(for short: String) -> String {
    var path = stem + short + ending
    var number = 2
    // Some file systems do not tell capitals from small letters.
    while !taken.insert(path.lowercased()).inserted {
      path = stem + short + " \(number)" + ending
      number += 1
    }
    return path
  }
}
