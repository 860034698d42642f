import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// `import timetable`: begins with the timetable of another plan, whose sessions are the same ones.
enum TimetableImport {
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let (path, range) = try FileCommands.path(in: command, workspace)
    let derived = try workspace.soundPlan(state, for: command)
    let other = try workspace.planAlone(path, at: range, state, for: command)
    let old = other.workspace.board.timetable
    guard !old.isEmpty else { throw SessionMessages.noTimetableIn(path, at: range) }
    var alternative = other.workspace
    let before = alternative.derived(other.state)
    let carried = CarriedTimetable(
      of: old, in: before.programme, on: before.plan.calendar, for: derived.programme,
      on: derived.plan.calendar)
    guard !carried.timetable.isEmpty else {
      throw SessionMessages.noSessionInCommon(path, at: range)
    }
    workspace.change { board in
      board.timetable.placements = carried.timetable.placements
      board.unplaced = []
      board.locks = [:]
      board.keptFrom = nil
    }
    workspace.remark("imported \"\(path)\": " + summary(carried))
    let broken = workspace.verification(state).count
    var left: [String] = []
    if broken > 0 { left.append(Wording.count(broken, "clash")) }
    if carried.without > 0 {
      left.append(Wording.count(carried.without, "session") + " without a place")
    }
    guard !left.isEmpty else { return }
    workspace.remark(
      left.joined(separator: ", ") + ": `solve keep` mends what it can, and moves as few as it can")
  }

  private static func summary(_ carried: CarriedTimetable) -> String {
    var parts = [Wording.count(carried.sameDay, "session") + " on the same day of their run"]
    if carried.earlier > 0 { parts.append("\(Wording.grouped(carried.earlier)) on its last day") }
    if carried.gone > 0 { parts.append("\(Wording.grouped(carried.gone)) that are no more") }
    return parts.joined(separator: ", ")
  }
}

extension Workspace {
  /// A world that a script makes of nothing, beside this one, of which nothing changes here.
  fileprivate mutating func planAlone(
    _ path: String, at range: SourceRange, _ state: LanguageState, for command: Command
  ) throws(Diagnostic) -> Alternative {
    var copy = Alternative(workspace: self, state: state)
    copy.workspace.restore(World(), into: &copy.state)
    // `--set year=2027` is said of the plan at hand, not of that of the year before.
    copy.workspace.options.variables = []
    // What it changes is another plan.
    copy.workspace.options.quiet = true
    copy.workspace.trying = command.entry.word
    defer {
      // Texts that were read stay at hand for diagnostics.
      library = copy.workspace.library
      facts = copy.workspace.facts
      (output, held) = (copy.workspace.output, copy.workspace.held)
    }
    _ = try copy.workspace.begin(with: path, at: range, for: command, &copy.state)
    if copy.workspace.status == .interrupted { fail(.interrupted) }
    if copy.workspace.wasCutShort { wasCutShort = true }
    return copy
  }
}
