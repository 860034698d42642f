import RotaLanguage
import RotaPlanning
import RotaSyntax

/// A plan and its timetable as one script, the same bytes for the same plan.
enum SavedPlan {
  /// The first line; `save` writes over a file without being asked only where it begins so, and is as it
  /// was written.
  static let heading = "# Saved by Rota."

  static func text(_ workspace: Workspace, _ state: LanguageState, _ derived: Derived) -> String {
    let board = workspace.board
    var text = heading + " It is an ordinary script: edit it, load it, run it.\n\n"
    text += DeclarationWriter.text(state)
    if !text.hasSuffix("\n") { text += "\n" }
    let settings = settings(board.settings, unlike: Settings())
    if !settings.isEmpty { text += "\n" + settings }
    if !board.timetable.isEmpty {
      text += "\n# The timetable.\n" + lines(board.timetable, derived)
    }
    text += lines(board.timetable.publication)
    text += lines(workspace.calendars(of: derived.plan), beyond: board.timetable.publication)
    return text + scenarios(workspace, state)
  }

  /// A statement for each session, those last that the plan does not have.
  static func lines(_ timetable: Timetable, _ derived: Derived) -> String {
    var text = ""
    var leftovers = ""
    for (identity, placement) in timetable.placements.sorted(by: { $0.key < $1.key }) {
      let standing = " at \(placement.words)" + (placement.isLocked ? " locked" : "") + "\n"
      if derived.positions[identity] != nil {
        text += "place \(SessionReference.text(identity, in: derived))" + standing
      } else {
        leftovers += "leftover \(FullSessionName.text(identity))" + standing
      }
    }
    return text + leftovers
  }

  /// What people have been given, if anything.
  static func lines(_ publication: Publication?) -> String {
    guard let publication else { return "" }
    var text = "\n# What people have.\n"
    text += "publication \(publication.number) on \(publication.day.iso)\n"
    for (rotation, classes) in publication.classes.names.sorted(by: { $0.key < $1.key }) {
      text += PublishedLine.text("known", rotation, classes) + "\n"
    }
    return text + lines("published", publication.entries)
  }

  /// What calendars have been given, where that is not what people have.
  static func lines(
    _ calendars: CalendarHistory, beyond publication: Publication?
  ) -> String {
    let others = calendars.entries.filter { publication?.entries[$0.key] != $0.value }
    var text = ""
    let first = calendars.firstSequence
    if first > 0 { text += "calendars sequence \(first)\n" }
    for (rotation, classes) in calendars.classes.names.sorted(by: { $0.key < $1.key }) {
      let known = publication?.classes.names[rotation] ?? [:]
      let own = classes.filter { known[$0.key] != $0.value }
      if !own.isEmpty { text += PublishedLine.text("calendars", rotation, own) + "\n" }
    }
    text += lines("exported", others)
    return text.isEmpty ? "" : "\n# What calendars have.\n" + text
  }

  /// In order, each followed by who had the session earlier.
  private static func lines(
    _ word: String, _ entries: [SessionIdentity: Publication.Entry]
  ) -> String {
    var text = ""
    for (identity, entry) in entries.sorted(by: { $0.key < $1.key }) {
      text += PublishedLine.text(word, identity, entry) + "\n"
      for former in entry.former { text += PublishedLine.text(identity, former) + "\n" }
    }
    return text
  }

  /// Options that change what `solve` comes to, where they differ.
  static func settings(_ settings: Settings, unlike others: Settings) -> String {
    var text = ""
    if settings.seed != others.seed { text += "set seed \(settings.seed)\n" }
    if let steps = settings.steps, steps != others.steps { text += "set steps \(steps)\n" }
    return text
  }
}
