import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports
import RotaVerifier

/// `show`: everything that can be looked at.
enum ShowCommands {
  /// `show timetable`, `show programme` and the other reports.
  static func report(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    guard let report = Report(rawValue: String(command.entry.word.dropFirst("show ".count))) else {
      return
    }
    // Of a plan without sessions there is nothing to be solved either.
    guard !derived.programme.runs.isEmpty else {
      throw SessionMessages.nothingToPlan(command.entry.word, at: command.range)
    }
    guard !report.needsTimetable || !workspace.board.timetable.isEmpty else {
      throw SessionMessages.noTimetable(command.entry.word, at: command.range)
    }
    let target = try workspace.target(in: command, derived)
    guard report.accepts(target, in: derived.plan) else {
      throw SessionMessages.reportTarget(report, at: command.range)
    }
    var input = workspace.reportInput(derived)
    input.isForPrograms = workspace.documentFormat.isForPrograms
    workspace.addPeople(to: &input, for: report, derived)
    input.isCancelled = workspace.environment.isCancelled
    let document = Reports.document(report, input, of: target)
    if workspace.isCancelled {
      throw SessionMessages.stopped(command.entry.word, at: command.range)
    }
    workspace.say(document: document)
  }

  static func plan(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let text = DeclarationWriter.text(state)
    workspace.say(text.hasSuffix("\n") ? String(text.dropLast()) : text, exactly: true)
  }

  static func unplaced(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    let missing = Verifier.unplaced(
      programme: derived.programme, timetable: workspace.board.timetable)
    if missing.isEmpty {
      workspace.say("Every session has a place.")
    } else {
      for identity in missing { workspace.say(workspace.unplacedLine(identity, derived)) }
      workspace.say("\(Wording.count(missing.count, "session")) without a place")
    }
  }
}

extension Workspace {
  func reportInput(_ derived: Derived) -> ReportInput {
    // The day by UTC: a version date that does not depend on the machine's time zone.
    let today = Day(number: Int((environment.now() / 86_400).rounded(.down)))
    var input = ReportInput(
      plan: derived.plan, programme: derived.programme, timetable: board.timetable,
      versionDate: today)
    input.calendars = calendars(of: derived.plan)
    return input
  }

  /// How documents are shown: by `set output`, or as JSON where every line is to be an object.
  var documentFormat: DocumentFormat {
    if options.json { return .json }
    return switch board.settings.output {
    case .table: .text
    case .csv: .csv
    case .json: .json
    case .markdown: .markdown
    }
  }

  mutating func say(document: Document) {
    let text =
      options.json
      ? JSONWriter(isOneLine: true).write(document)
      : documentFormat.write(document, width: width, hasColor: environment.color)
    // Lines of CSV end in CR LF, which is one character.
    say(records: text.last?.isNewline == true ? String(text.dropLast()) : text)
  }
}
