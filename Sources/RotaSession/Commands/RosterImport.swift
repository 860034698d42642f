import RotaDiagnostics
import RotaInterchange
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// `import csv roster`: a rotation is told of the file with its people, once that has been read and
/// set against the plan.
enum RosterImport {
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    let id = try rotation(of: command, derived.plan)
    let rotation = derived.plan[id]
    let (written, range) = try FileCommands.path(in: command, workspace)
    let path = workspace.resolve(written)
    let (bytes, encoding) = try workspace.readTable(path, at: range)
    // A roster is kept for showing only where there is something to be shown.
    let source = SourceID(index: workspace.library.texts.count)
    let text = { SourceText(name: path, bytes: bytes) }
    let file: RosterFile
    do {
      file = try RosterReader.read(
        bytes, as: source, needsUnits: trainsUnits(rotation),
        places: RosterPlaces(id, plan: derived.plan, programme: derived.programme)
      ) { strangers($0, rotation, derived.plan) + $0.misplaced }
    } catch {
      _ = workspace.library.add(text())
      workspace.reportAll(error.diagnostics)
      throw SessionMessages.fileHasErrors(path, error.diagnostics.count, at: range)
    }
    if !file.warnings.isEmpty { _ = workspace.library.add(text()) }
    workspace.reportAll(file.warnings)
    workspace.reportAll(RosterComparison.warnings(file, id, derived))
    let statement =
      "rotation \(NameSyntax.quoteIfNeeded(rotation.name)) roster \(NameSyntax.quoted(path))"
    if command.has("dry") { return workspace.say(TableCommands.text(of: statement), exactly: true) }
    try workspace.runImported(statement, from: path, at: range, state: &state) { error, _ in error }
    let units = file.roster.units.count
    workspace.remark(
      "the roster of \(rotation.name) is \"\(path)\": \(Wording.count(file.roster.people.count, "people"))"
        + (units > 0 ? " of \(Wording.count(units, "unit"))" : "")
        + (encoding == .utf8 ? "" : ", read as \(encoding.rawValue)"))
  }

  /// The one that the command names, or the only one there is.
  private static func rotation(
    of command: Command, _ plan: Plan
  ) throws(Diagnostic) -> RotationID {
    let names = plan.rotations.map(\.name)
    guard let argument = command.argument("rotation") else {
      if names.count == 1 { return RotationID(0) }
      throw SessionMessages.rosterOfWhich(names, at: command.range)
    }
    let name = argument.value?.plainText ?? ""
    guard let index = names.firstIndex(of: name) else {
      throw SessionMessages.unknownTarget(
        "rotation", name, nearest: Spelling.nearest(to: name, among: names), at: argument.range)
    }
    return RotationID(index)
  }

  private static func trainsUnits(_ rotation: Rotation) -> Bool {
    if case .units = rotation.trainees { true } else { false }
  }

  /// Units of the roster that the plan does not have.
  private static func strangers(
    _ file: RosterFile, _ rotation: Rotation, _ plan: Plan
  ) -> [Diagnostic] {
    guard trainsUnits(rotation) else { return [] }
    let known = plan.units.map(\.name)
    let names = Set(known)
    let counts = file.roster.peopleByUnit
    return file.roster.units.indices.filter { !names.contains(file.roster.units[$0]) }.prefix(20)
      .map { index in
        let name = file.roster.units[index]
        let (cell, place) = file.unitCells[index]
        return TableMessages.unknownUnit(
          place, name, people: counts[index], nearest: Spelling.nearest(to: name, among: known),
          at: cell)
      }
  }
}
