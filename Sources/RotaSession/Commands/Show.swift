import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports
import RotaVerifier

/// `show`: everything that can be looked at.
enum ShowCommands {
  static func timetable(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    try show(&workspace, command, state, Reports.timetable)
  }

  static func programme(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    try show(&workspace, command, state, Reports.programme)
  }

  private static func show(
    _ workspace: inout Workspace, _ command: Command, _ state: LanguageState,
    _ report: (ReportInput, ReportTarget) -> Document
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    guard !workspace.board.timetable.isEmpty else {
      throw SessionMessages.noTimetable(command.entry.word, at: command.range)
    }
    let target = try workspace.target(in: command, derived)
    workspace.say(document: report(workspace.reportInput(derived), target))
  }

  static func runs(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    guard !derived.programme.runs.isEmpty else {
      throw SessionMessages.nothingToPlan(command.entry.word, at: command.range)
    }
    workspace.say(document: Reports.runs(workspace.reportInput(derived)))
  }

  static func usage(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    guard !workspace.board.timetable.isEmpty else {
      throw SessionMessages.noTimetable(command.entry.word, at: command.range)
    }
    workspace.say(document: Reports.usage(workspace.reportInput(derived)))
  }

  static func plan(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let text = DeclarationWriter.text(state)
    workspace.say(text.hasSuffix("\n") ? String(text.dropLast()) : text)
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
    return ReportInput(
      plan: derived.plan, programme: derived.programme, timetable: board.timetable,
      versionDate: today)
  }

  mutating func say(document: Document) {
    let text = TextWriter(width: width, language: document.language).write(document)
    say(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }
}
