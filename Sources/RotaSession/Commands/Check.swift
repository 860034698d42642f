import RotaCapacity
import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports

/// `check`: demand against supply, and proofs of what cannot be.
enum CheckCommand {
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    guard !derived.plan.rotations.isEmpty else {
      throw SessionMessages.nothingToPlan("check", at: command.range)
    }
    workspace.say(Summary.line(derived))
    let rows = derived.capacity.rows
    if !rows.isEmpty {
      let text = TextWriter(width: workspace.width)
        .write(CapacityTable.block(rows, language: .english))
      workspace.say(text.hasSuffix("\n") ? String(text.dropLast()) : text)
      workspace.say("* the tightest of its sort")
    }
    let findings = derived.arithmetic + derived.capacity.findings
    workspace.reportAll(findings)
    let broken = try workspace.brokenRequirements(state, derived)
    workspace.reportAll(broken)
    let proofs = derived.proofs.count
    if proofs > 0 || !broken.isEmpty { workspace.fail(.planFails) }
    if proofs > 0 {
      workspace.say("Impossible: \(Wording.count(proofs, "proof")) above.")
    } else if !broken.isEmpty {
      workspace.say("Not as required: \(Wording.count(broken.count, "requirement")) broken.")
    } else if derived.programme.sessions.allSatisfy({
      workspace.board.timetable.placements[$0.identity] != nil
    }), !derived.programme.sessions.isEmpty {
      workspace.say("Possible: there is a timetable for all sessions.")
    } else {
      workspace.say("Nothing is proved impossible.")
    }
  }
}

/// One line that says how large a plan is.
enum Summary {
  static func line(_ derived: Derived) -> String {
    let programme = derived.programme
    return [
      Wording.count(programme.trainees, "trainee"), Wording.count(programme.runs.count, "run"),
      Wording.count(programme.classes.count, "class"),
      Wording.count(programme.sessions.count, "session"),
    ].joined(separator: ", ")
  }
}
