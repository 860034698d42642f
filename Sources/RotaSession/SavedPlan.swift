import RotaLanguage
import RotaPlanning
import RotaSyntax

/// A plan and its timetable as one script, the same bytes for the same plan.
enum SavedPlan {
  /// The first line; `save` writes over a file without being asked only where it begins so.
  static let heading = "# Saved by Rota."

  static func text(_ state: LanguageState, _ board: Board, _ derived: Derived) -> String {
    var text = heading + " It is an ordinary script: edit it, load it, run it.\n\n"
    text += DeclarationWriter.text(state)
    if !text.hasSuffix("\n") { text += "\n" }
    let settings = settings(board.settings)
    if !settings.isEmpty { text += "\n" + settings }
    if !board.timetable.isEmpty {
      text += "\n# The timetable.\n"
      for (identity, placement) in board.timetable.placements.sorted(by: { $0.key < $1.key })
      where derived.positions[identity] != nil {
        text += line(identity, placement, derived) + "\n"
      }
    }
    return text
  }

  private static func line(
    _ identity: SessionIdentity, _ placement: Timetable.Placement, _ derived: Derived
  ) -> String {
    func names(_ list: [String]) -> String {
      list.map { NameSyntax.quoteIfNeeded($0) }.joined(separator: ", ")
    }
    var text = "place \(SessionReference.text(identity, in: derived)) at \(placement.day.iso) "
    text += NameSyntax.quoteIfNeeded(placement.period)
    if !placement.places.isEmpty { text += " in " + names(placement.places) }
    if !placement.teachers.isEmpty { text += " by " + names(placement.teachers) }
    if placement.isLocked { text += " locked" }
    return text
  }

  /// Options that change what `solve` comes to.
  private static func settings(_ settings: Settings) -> String {
    var text = ""
    if settings.seed != Settings().seed { text += "set seed \(settings.seed)\n" }
    if let steps = settings.steps { text += "set steps \(steps)\n" }
    return text
  }
}
