import CourseTimetabling
import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports

/// `import ctt` and `export ctt`: course timetabling in, its solutions out.
enum CourseCommands {
  /// What `import` can read.
  static let formats = ImportFormat.allCases.map(\.rawValue)

  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let argument = command.argument("format")
    let word = argument?.value?.plainText ?? ""
    guard word == "ctt" else {
      throw SessionMessages.unknownChoice(
        "format", word, of: formats, nearest: Spelling.nearest(to: word, among: formats),
        at: argument?.range ?? command.range)
    }
    let (written, range) = try FileCommands.path(in: command, workspace)
    let path = workspace.resolve(written)
    let file = try workspace.read(path, at: range)
    let instance: Instance
    do {
      instance = try InstanceReader.read(file, as: workspace.library.add(file))
    } catch {
      workspace.reportAll(error.diagnostics)
      throw SessionMessages.fileHasErrors(path, error.diagnostics.count, at: range)
    }
    let plan = SourceText(
      name: "\(path) as a plan",
      text: PlanText.text(of: instance, from: FileCommands.name(ofPath: path)))
    let before = workspace.world(state)
    do {
      _ = try workspace.run(plan, from: path, at: range, state: &state)
    } catch {
      workspace.restore(before, into: &state)
      throw error
    }
    workspace.remark(
      "imported \"\(path)\": \(Wording.count(instance.courses.count, "course")), "
        + "\(Wording.count(instance.rooms.count, "room")), curricula: "
        + Wording.grouped(instance.curricula.count))
  }

  static func export(
    _ workspace: inout Workspace, _ derived: Derived, _ target: ReportTarget, to path: String,
    pathRange: SourceRange, _ command: Command
  ) throws(Diagnostic) {
    guard target == .all else {
      throw SessionMessages.badSetting(
        "export ctt", "without `of`: a solution is the whole timetable", at: command.range)
    }
    let text: String
    do {
      text = try SolutionText.text(
        plan: derived.plan, programme: derived.programme, timetable: workspace.board.timetable)
    } catch {
      throw CourseTimetablingMessages.misfit(error.notes, at: command.range)
    }
    try workspace.export(path, Array(text.utf8), at: pathRange)
    let placed = derived.programme.sessions.count {
      workspace.board.timetable.placements[$0.identity] != nil
    }
    let all = derived.programme.sessions.count
    workspace.remark(
      "wrote \"\(path)\""
        + (placed < all
          ? ": \(Wording.grouped(placed)) of \(Wording.count(all, "session")), those with a place"
          : ""))
  }
}
