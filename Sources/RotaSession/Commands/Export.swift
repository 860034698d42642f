import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports

/// `export`: what leaves the shell for paper and for other programs.
enum ExportCommand {
  /// What can be written: documents, calendars, solutions.
  static let formats = documents + ["ics", "ctt"]
  /// PDF is HTML that another program has printed.
  private static let documents = DocumentFormat.allCases.map(\.rawValue) + ["pdf"]

  /// What one of them is for, in a few words.
  static func meaning(of format: String) -> String {
    switch format {
    case "text": "to read as it is"
    case "html": "pages for the browser and the printer"
    case "markdown": "tables for notes and web sites"
    case "csv": "a table for spreadsheets"
    case "json": "for other programs"
    case "pdf": "pages, printed by a browser that is here"
    case "ics": "a calendar for phones and mail programs"
    case "ctt": "a solution of course timetabling"
    default: ""
    }
  }

  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    let word = try format(of: command)
    let report = Report.allCases.first { command.has($0.rawValue) }
    guard !derived.programme.runs.isEmpty else {
      throw SessionMessages.nothingToPlan("export", at: command.range)
    }
    if report?.needsTimetable ?? true, workspace.board.timetable.isEmpty {
      throw SessionMessages.noTimetable("export", at: command.range)
    }
    let (path, range) = try FileCommands.path(in: command, workspace)
    guard !path.lowercased().hasSuffix(".rota") else {
      throw SessionMessages.exportOverPlan(path, at: range)
    }
    guard !command.has("bom") || word == "csv" else {
      throw SessionMessages.badSetting(
        "no bom", "for csv: no other format begins with a byte order mark",
        at: command.argument("bom")?.range ?? command.range)
    }
    if command.has("each") {
      return try CalendarCommand.exportEach(
        &workspace, derived, command, report, to: path, at: range)
    }
    let isForFormer = report == .changes || (report == nil && word == "ics")
    let target = try workspace.target(
      in: command, derived, or: isForFormer ? workspace.formerNames(derived) : [])
    guard command.has("replace") || workspace.environment.mayReplace(path) else {
      throw SessionMessages.notOurs(path, at: range)
    }
    if report == .changes, workspace.board.timetable.publication == nil {
      throw PublishMessages.nothingPublished("export changes", at: command.range)
    }
    guard let format = word == "pdf" ? .html : DocumentFormat(rawValue: word) else {
      return try exportOther(&workspace, derived, command, word, report, target, path, range)
    }
    // Files for programs have rows of sessions unless another report is asked for.
    let chosen = report ?? (format.isForPrograms ? .sessions : nil)
    if let chosen, !chosen.accepts(target, in: derived.plan) {
      throw SessionMessages.reportTarget(chosen, at: command.range)
    }
    var input = workspace.reportInput(derived)
    input.isForPrograms = format.isForPrograms
    input.isCancelled = workspace.environment.isCancelled
    if let chosen { workspace.addPeople(to: &input, for: chosen, derived) }
    let document =
      chosen.map { Reports.document($0, input, of: target) } ?? Reports.export(input, of: target)
    let width = workspace.board.settings.width > 0 ? workspace.width : 100
    var text = format.write(document, width: width)
    if format == .csv, !command.has("bom") { text = CSVText.byteOrderMark + text }
    var bytes = Array(text.utf8)
    if word == "pdf" { bytes = try printed(bytes, workspace.environment, at: range) }
    try workspace.export(path, bytes, at: range)
    workspace.remark("wrote \"\(path)\"")
  }

  private static func printed(
    _ html: [UInt8], _ environment: SessionEnvironment, at range: SourceRange
  ) throws(Diagnostic) -> [UInt8] {
    environment.progress("printing")
    defer { environment.progress("") }
    do {
      return try environment.printedPages(html)
    } catch {
      throw SessionMessages.cannotPrint(error.reason, at: range)
    }
  }

  private static func format(of command: Command) throws(Diagnostic) -> String {
    let argument = command.argument("format")
    let word = argument?.value?.plainText ?? ""
    guard formats.contains(word) else {
      throw SessionMessages.unknownChoice(
        "format", word, of: formats, nearest: Spelling.nearest(to: word, among: formats),
        at: argument?.range ?? command.range)
    }
    return word
  }

  /// Calendars, which are of everything or of what has changed, and solutions.
  private static func exportOther(
    _ workspace: inout Workspace, _ derived: Derived, _ command: Command, _ word: String,
    _ report: Report?, _ target: ReportTarget, _ path: String, _ range: SourceRange
  ) throws(Diagnostic) {
    guard report == nil || (report == .changes && word == "ics") else {
      throw SessionMessages.unknownChoice(
        "format of \(report?.rawValue ?? "")", word,
        of: report == .changes ? documents + ["ics"] : documents, nearest: nil,
        at: command.argument("format")?.range ?? command.range)
    }
    if word == "ics" {
      return try CalendarCommand.export(
        &workspace, derived, target, changesOnly: report == .changes, to: path, at: range)
    }
    try CourseCommands.export(&workspace, derived, target, to: path, pathRange: range, command)
  }
}
