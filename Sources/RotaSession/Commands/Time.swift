import RotaDiagnostics
import RotaLanguage
import RotaPlanning

/// `undo`, `redo`, `history`.
enum TimeCommands {
  static func undo(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let count = try count(command)
    let there = workspace.journey.done.count
    guard count <= max(1, there) else {
      throw tooMany(count, there, "taken back", SessionMessages.nothingToUndo, command)
    }
    for _ in 0..<count {
      guard let step = workspace.journey.undo(from: workspace.world(state)) else {
        throw Diagnostic(
          SessionMessages.nothingToUndo, "there is nothing to undo", at: command.range)
      }
      workspace.restore(step.before, into: &state)
      workspace.travelled = true
      workspace.remark("undone: \(workspace.text(of: step))")
    }
  }

  static func redo(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let count = try count(command)
    let there = workspace.journey.undone.count
    guard count <= max(1, there) else {
      throw tooMany(count, there, "done again", SessionMessages.nothingToRedo, command)
    }
    for _ in 0..<count {
      guard let step = workspace.journey.redo(), let after = step.after else {
        throw Diagnostic(
          SessionMessages.nothingToRedo, "there is nothing to redo", at: command.range)
      }
      workspace.restore(after, into: &state)
      workspace.travelled = true
      workspace.remark("done again: \(workspace.text(of: step))")
    }
  }

  static func history(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    workspace.showsEnd = true
    if workspace.rowFormat != .table {
      return workspace.say(rows: rows(workspace), fields: fields)
    }
    let steps = workspace.journey.done
    let width = String(steps.count).count
    /// One line of the screen, where a few words of the statement fit into it.
    func line(_ number: String, _ step: Journey.Step, _ remark: String = "") -> String {
      let head = "\(number.paddedLeft(to: width))  \(workspace.localTime(step.time))  "
      let columns = max(20, workspace.width - head.displayWidth - remark.displayWidth)
      return head + workspace.text(of: step).truncated(to: columns) + remark
    }
    for (index, step) in steps.enumerated() { workspace.say(line(String(index + 1), step)) }
    if steps.isEmpty { workspace.remark("No statement has changed anything yet.") }
    for step in workspace.journey.undone.reversed() { workspace.say(line("-", step, "  (undone)")) }
  }

  private static let fields = ["number", "time", "statement", "undone"]

  /// The way, and what was undone of it, which has no number.
  private static func rows(_ workspace: Workspace) -> [Row] {
    let done = workspace.journey.done.enumerated().map { ($0.offset + 1, $0.element) }
    let undone = workspace.journey.undone.reversed().map { (Int?.none, $0) }
    return (done.map { (Int?.some($0), $1) } + undone).map { number, step in
      var row = Row()
      row.set("number", number)
      row.set("time", workspace.localTime(step.time))
      row.set("statement", workspace.text(of: step, isWhole: true))
      row.set("undone", number == nil)
      return row
    }
  }

  private static func tooMany(
    _ count: Int, _ there: Int, _ what: String, _ kind: DiagnosticKind, _ command: Command
  ) -> Diagnostic {
    Diagnostic(
      kind, "only \(Wording.count(there, "statement")) can be \(what), not \(count)",
      at: command.argument("steps")?.range ?? command.range)
  }

  private static func count(_ command: Command) throws(Diagnostic) -> Int {
    guard let argument = command.argument("steps") else { return 1 }
    guard let count = argument.value?.integer, (1...1_000_000).contains(count) else {
      throw SessionMessages.badSetting(
        command.entry.word, "followed by a whole number from 1", at: argument.range)
    }
    return count
  }
}
