import RotaDiagnostics
import RotaInterchange
import RotaLanguage
import RotaPlanning

/// `import ics` and `import json`: a calendar or a list of holidays in, as times at which a teacher or
/// a place is taken, or as holidays.
enum CalendarImport {
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let subject = try subject(of: command, state)
    let file = try CalendarFile(&workspace, command)
    let plan = workspace.elaborated(state).plan
    let environment = workspace.environment
    let times: CalendarTimes
    do {
      times = try CalendarReader.read(
        file.bytes, as: file.source, takesFree: subject.isHolidays, dates: plan.calendar.dates,
        zone: plan.timeZone.flatMap { TimeZoneFiles.rules($0, environment) }
      ) { TimeZoneFiles.rules($0, environment) }
    } catch {
      workspace.report(error)
      throw SessionMessages.fileHasErrors(file.path, 1, at: file.range)
    }
    let statements = CalendarStatements(times, for: subject, dates: plan.calendar.dates)
    workspace.reportAll(times.warnings + statements.warnings)
    var read: [String] = []
    if times.events > 0 || times.busy == 0 { read.append(Wording.count(times.events, "event")) }
    if times.busy > 0 { read.append(Wording.count(times.busy, "busy time")) }
    try file.take(
      statements, read: read,
      made: subject.isHolidays
        ? holidays(statements) : Wording.count(statements.windows, "time") + " taken",
      left: times.free > 0 ? ["\(Wording.grouped(times.free)) that leave the time free"] : [],
      dryRun: command.has("dry"), &workspace, &state)
  }

  /// `import json`: a list of holidays.
  static func holidayList(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let file = try CalendarFile(&workspace, command)
    let list: HolidayList
    do {
      list = try HolidayList.read(file.bytes, as: file.source)
    } catch {
      workspace.reportAll(error.diagnostics)
      throw SessionMessages.fileHasErrors(file.path, error.diagnostics.count, at: file.range)
    }
    let dates = workspace.elaborated(state).plan.calendar.dates
    let statements = CalendarStatements(list, dates: dates)
    try file.take(
      statements, read: [Wording.count(list.entries.count, "day")], made: holidays(statements),
      left: [], dryRun: command.has("dry"), &workspace, &state)
  }

  private static func holidays(_ statements: CalendarStatements) -> String {
    "holidays and working days: \(Wording.grouped(statements.windows))"
  }

  private static func subject(
    of command: Command, _ state: LanguageState
  ) throws(Diagnostic) -> CalendarSubject {
    if command.has("holidays") { return .holidays }
    let name = command.value("name")?.plainText ?? ""
    let kind = ["teacher", "venue", "site"].first { command.has($0) } ?? ""
    // In a plan that has none yet the first is declared; else an unknown one is misspelt.
    let known = state.declarations.items.filter { $0.entry.word == kind }.map(\.name)
    guard known.isEmpty || known.contains(name) else {
      throw SessionMessages.unknownTarget(
        kind, name, nearest: Spelling.nearest(to: name, among: known),
        at: command.argument("name")?.range ?? command.range)
    }
    return switch kind {
    case "teacher": .teacher(name)
    case "venue": .venue(name)
    default: .site(name)
    }
  }
}

/// A file with a calendar that a command names.
private struct CalendarFile {
  let path: String
  let range: SourceRange
  let bytes: [UInt8]
  let encoding: TableEncoding
  let source: SourceID

  init(_ workspace: inout Workspace, _ command: Command) throws(Diagnostic) {
    let written: String
    (written, range) = try FileCommands.path(in: command, workspace)
    path = workspace.resolve(written)
    (bytes, encoding) = try workspace.readTable(path, at: range)
    source = workspace.library.add(SourceText(name: path, bytes: bytes))
  }

  /// Runs the statements that were made of the file, or shows them, and tells what came of them: what
  /// was read, what was made of it, and what was left out.
  func take(
    _ statements: CalendarStatements, read: [String], made: String, left: [String],
    dryRun: Bool, _ workspace: inout Workspace, _ state: inout LanguageState
  ) throws(Diagnostic) {
    if dryRun {
      let text = TableCommands.text(of: statements.script)
      if !text.isEmpty { workspace.say(text) }
      return
    }
    try workspace.runImported(statements.script, from: path, at: range, state: &state) { error, _ in
      error
    }
    var parts = read + [made]
    if statements.outside > 0 {
      parts.append("\(Wording.grouped(statements.outside)) outside the plan's dates")
    }
    parts += left
    if encoding != .utf8 { parts.append("read as \(encoding.rawValue)") }
    workspace.remark("imported \"\(path)\": " + parts.joined(separator: ", "))
  }
}

extension CalendarSubject {
  fileprivate var isHolidays: Bool { if case .holidays = self { true } else { false } }
}

/// Time zones as the machine's database has them.
enum TimeZoneFiles {
  /// Where systems keep it.
  private static let folder = "/usr/share/zoneinfo/"

  /// Nil where there is no such zone.
  static func rules(_ name: String, _ environment: SessionEnvironment) -> TimeZoneRules? {
    let isName = name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "+") || Character(UnicodeScalar(byte)).isLetter
        || Character(UnicodeScalar(byte)).isNumber
    }
    guard isName, !name.isEmpty, !name.hasPrefix("/") else { return nil }
    return (try? environment.read(folder + name)).flatMap { TimeZoneRules(name: name, file: $0) }
  }
}
