import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax
import RotaVerifier

/// `publish`, `show published`, and the lines in which `save` keeps what was published.
enum PublishCommands {
  static func publish(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    guard !workspace.board.timetable.isEmpty else {
      throw SessionMessages.noTimetable("publish", at: command.range)
    }
    let violations = workspace.verification(state)
    guard violations.isEmpty else {
      throw PublishMessages.cannotPublish(
        violations.prefix(10).map { workspace.sentence($0, derived) }, total: violations.count,
        at: command.range)
    }
    let last = workspace.board.timetable.publication
    let next = workspace.nextPublication(derived)
    workspace.change { $0.timetable.publication = next }
    var text = "published timetable \(next.number): "
    text += Wording.count(next.sessionCount, "session")
    if let last {
      let tally = ChangeTally(last.changes(to: next))
      text += ", \(Wording.grouped(tally.moved)) moved"
      if tally.added > 0 { text += ", \(Wording.grouped(tally.added)) new" }
      if tally.cancelled > 0 { text += ", \(Wording.grouped(tally.cancelled)) gone" }
    }
    let missing = derived.programme.sessions.count - next.sessionCount
    if missing > 0 { text += "; \(Wording.grouped(missing)) without a place are not in it" }
    workspace.remark(text)
  }

  static func show(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    guard let publication = workspace.board.timetable.publication else {
      throw PublishMessages.nothingPublished(command.entry.word, at: command.range)
    }
    let entries = publication.entries.filter { !$0.value.isCancelled }.sorted {
      ($0.value.start, $0.key) < ($1.value.start, $1.key)
    }
    workspace.say(
      workspace.table(
        header: ["session", "date", "time", "place", "teacher", "changed"],
        rows: entries.map { session, entry in
          [
            SessionReference.text(session, in: derived), entry.placement.day.iso,
            PublishedLine.times(entry.minutes),
            entry.placement.places.joined(separator: ", "),
            entry.placement.teachers.joined(separator: ", "), String(entry.sequence),
          ]
        }, numeric: [5]))
    let changes = publication.changes(to: workspace.nextPublication(derived)).count
    workspace.say(
      "timetable \(publication.number), published on \(publication.day.iso): "
        + Wording.count(entries.count, "session"))
    workspace.say(
      changes == 0
        ? "The present timetable is the same."
        : "In the present timetable \(Wording.count(changes, "session")) "
          + (changes == 1 ? "is" : "are") + " other than published.")
  }

  static func publication(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    guard let number = command.integer("count"), number > 0,
      case .date(let day)? = command.value("date")
    else {
      throw SessionMessages.badSetting(
        "publication", "a whole number from 1",
        at: command.argument("count")?.range ?? command.range)
    }
    workspace.change {
      $0.timetable.publication = Publication(number: number, day: day, entries: [:])
    }
  }

  /// Taken at its word, as `place` is, for it may speak of sessions that the plan no longer has.
  static func published(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    guard workspace.board.timetable.publication != nil else {
      throw SessionMessages.wrongPlacement(
        "a line `publication NUMBER on DATE` must come first", at: command.range)
    }
    let (session, entry) = try PublishedLine.read(command)
    workspace.change { $0.timetable.publication?.entries[session] = entry }
  }
}

extension Workspace {
  /// What `publish` would make of the present timetable.
  func nextPublication(_ derived: Derived) -> Publication {
    // The day by UTC, which does not depend on the machine's time zone.
    let today = Day(number: Int((environment.now() / 86_400).rounded(.down)))
    return Publication.next(
      after: board.timetable.publication, on: today, plan: derived.plan,
      programme: derived.programme, timetable: board.timetable)
  }
}

extension Publication.Entry {
  /// Minutes since 1970-01-01 00:00.
  var start: Int { placement.day.number * 1440 + minutes.lowerBound }
}

/// One session of a publication as a statement.
enum PublishedLine {
  static func text(_ session: SessionIdentity, _ entry: Publication.Entry) -> String {
    func name(_ name: String) -> String { NameSyntax.quoteIfNeeded(name) }
    var text = "published \(FullSessionName.text(session))"
    let placement = entry.placement
    text += " at \(placement.day.iso) \(name(placement.period)) \(times(entry.minutes))"
    if !placement.places.isEmpty {
      text += " in " + placement.places.map(name).joined(separator: ", ")
    }
    if !placement.teachers.isEmpty {
      text += " by " + placement.teachers.map(name).joined(separator: ", ")
    }
    if entry.sequence > 0 { text += " sequence \(entry.sequence)" }
    if entry.isCancelled { text += " cancelled" }
    return text
  }

  static func times(_ minutes: Range<Int>) -> String {
    TimeOfDay(minutes: minutes.lowerBound).clock + "-"
      + TimeOfDay(minutes: minutes.upperBound).clock
  }

  static func read(
    _ command: Command
  ) throws(Diagnostic) -> (SessionIdentity, Publication.Entry) {
    guard case .date(let day)? = command.value("date"),
      case .timeSpan(let minutes)? = command.value("times")
    else {
      throw SessionMessages.wrongPlacement("a date and times are needed", at: command.range)
    }
    let sequence = command.argument("count")?.value.map { $0.integer ?? -1 } ?? 0
    guard sequence >= 0 else {
      throw SessionMessages.badSetting("sequence", "a whole number from 0", at: command.range)
    }
    let placement = Timetable.Placement(
      day: day, period: command.value("period")?.plainText ?? "",
      places: command.value("places")?.names ?? [],
      teachers: command.value("teachers")?.names ?? [])
    return (
      FullSessionName.read(command),
      Publication.Entry(
        placement: placement, minutes: minutes, sequence: sequence,
        isCancelled: command.has("cancelled"))
    )
  }
}
