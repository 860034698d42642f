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
    let last = workspace.board.timetable.publication
    let known = KnownFaults(workspace.verification(state), derived, workspace.board.timetable)
    var date: Day?
    if case .date(let day)? = command.value("date") { date = day }
    let violations = known.toBeMended(from: date)
    guard violations.isEmpty else {
      throw PublishMessages.cannotPublish(
        violations.prefix(10).map { workspace.sentence($0, derived) }, total: violations.count,
        at: command.range, past: known.dayAfter)
    }
    let next = workspace.nextPublication(derived)
    workspace.change { $0.timetable.publication = next }
    var calendars = workspace.calendars(of: derived.plan)
    for (session, entry) in last?.entries ?? [:] where next.entries[session] == nil {
      calendars.forget(entry)
    }
    workspace.setCalendars(of: derived.plan, to: calendars)
    var text = "published timetable \(next.number): "
    text += Wording.count(next.sessionCount, "session")
    if let last {
      let tally = ChangeTally(last.changes(to: next))
      text += ", \(Wording.grouped(tally.moved)) moved"
      if tally.attendance > 0 {
        text += ", \(Wording.grouped(tally.attendance)) with other classes"
      }
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
    if workspace.rowFormat != .table {
      return workspace.say(
        rows: entries.map { session, entry in
          var row = Row()
          row.set("session", SessionReference.text(session, in: derived))
          row.set(entry)
          row.set("changed", entry.sequence)
          return row
        }, fields: ["session", "date", "start", "end", "place", "teacher", "changed"])
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
    try mustBePublished(workspace, command)
    let (session, entry) = try PublishedLine.read(command)
    workspace.change { $0.timetable.publication?.entries[session] = entry }
    workspace.lineIsOfCalendars = false
  }

  static func known(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    try mustBePublished(workspace, command)
    let classes = try PublishedLine.readClasses(command)
    workspace.change { board in
      let all = board.timetable.publication?.classes.and(classes)
      board.timetable.publication?.classes = all ?? classes
    }
  }

  /// Lines of a publication follow the one that begins it.
  private static func mustBePublished(
    _ workspace: Workspace, _ command: Command
  ) throws(Diagnostic) {
    guard workspace.board.timetable.publication != nil else {
      throw SessionMessages.wrongPlacement(
        "a line `publication NUMBER on DATE` must come first", at: command.range)
    }
  }

  static func exported(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let (session, entry) = try PublishedLine.read(command)
    workspace.changeCalendars(of: state) { $0.take(entry, of: session) }
    workspace.lineIsOfCalendars = true
  }

  /// Of the line before it.
  static func formerly(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let session = FullSessionName.read(command)
    let former = try PublishedLine.readFormer(command)
    if workspace.lineIsOfCalendars {
      workspace.changeCalendars(of: state) { $0.entries[session]?.add(former) }
    } else if workspace.board.timetable.publication?.entries[session] != nil {
      workspace.change { $0.timetable.publication?.entries[session]?.add(former) }
    } else {
      throw SessionMessages.wrongPlacement(
        "a line `published` or `exported` of the same session must come first", at: command.range)
    }
  }

  static func calendars(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    if command.has("classes") {
      let classes = try PublishedLine.readClasses(command)
      return workspace.changeCalendars(of: state) { $0.classes = $0.classes.and(classes) }
    }
    let first = try PublishedLine.sequence(command)
    workspace.changeCalendars(of: state) { $0.firstSequence = max($0.firstSequence, first) }
  }
}

/// Hard rules that a timetable breaks, told apart by whether people already know it so: what is over
/// cannot be mended any more.
struct KnownFaults {
  private let violations: [Violation]
  /// Where all sessions of a violation stand as published: the last of their days.
  private let lastDays: [Day?]

  init(_ violations: [Violation], _ derived: Derived, _ timetable: Timetable) {
    self.violations = violations
    let now = Publication.entries(
      plan: derived.plan, programme: derived.programme, timetable: timetable)
    lastDays = violations.map { violation in
      var last: Day?
      for session in violation.sessions {
        guard let before = timetable.publication?.standing(session),
          now[session].map({ $0.differences(from: before).isEmpty }) ?? false
        else { return nil }
        last = max(last ?? before.placement.day, before.placement.day)
      }
      return last
    }
  }

  /// All but those of sessions before a date that stand as they were published.
  func toBeMended(from date: Day?) -> [Violation] {
    zip(violations, lastDays).filter { _, last in
      guard let date, let last else { return true }
      return last >= date
    }.map(\.0)
  }

  /// The first day from which on nothing is broken, where all that is broken is as published.
  var dayAfter: Day? {
    let days = lastDays.compactMap { $0 }
    return days.count == violations.count ? days.max().map { Day(number: $0.number + 1) } : nil
  }
}

extension Workspace {
  fileprivate mutating func changeCalendars(
    of state: LanguageState, _ edit: (inout CalendarHistory) -> Void
  ) {
    let plan = elaborated(state).plan
    var history = calendars(of: plan)
    edit(&history)
    setCalendars(of: plan, to: history)
  }

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
  static func text(
    _ word: String, _ session: SessionIdentity, _ entry: Publication.Entry
  ) -> String {
    let placement = entry.placement
    var text = "\(word) \(FullSessionName.text(session)) at \(placement.day.iso) "
    text += "\(NameSyntax.quoteIfNeeded(placement.period)) \(times(entry.minutes))"
    text += list(" in ", placement.places) + list(" by ", placement.teachers)
    text += list(" absent ", entry.absent.map(\.text))
    if entry.sequence > 0 { text += " sequence \(entry.sequence)" }
    if entry.isCancelled { text += " cancelled" }
    return text
  }

  static func text(_ session: SessionIdentity, _ former: FormerHolding) -> String {
    "formerly \(FullSessionName.text(session)) at \(former.day.iso) \(times(former.minutes))"
      + list(" in ", former.places) + list(" by ", former.teachers)
      + list(" classes ", former.classes.map(\.text))
  }

  /// `known classes "1-1", "1-2 Cadres" of Spring`.
  static func text(
    _ word: String, _ rotation: String, _ classes: [ClassNumber: String]
  ) -> String {
    let texts = classes.sorted { $0.key < $1.key }.map { number, name in
      name.isEmpty ? number.text : "\(number.text) \(name)"
    }
    return word + list(" classes ", texts) + " of \(NameSyntax.quoteIfNeeded(rotation))"
  }

  private static func list(_ word: String, _ names: [String]) -> String {
    names.isEmpty
      ? "" : word + names.map(NameSyntax.quoteIfNeeded).joined(separator: ", ")
  }

  static func times(_ minutes: Range<Int>) -> String {
    TimeOfDay(minutes: minutes.lowerBound).clock + "-"
      + TimeOfDay(minutes: minutes.upperBound).clock
  }

  static func read(
    _ command: Command
  ) throws(Diagnostic) -> (SessionIdentity, Publication.Entry) {
    let (day, minutes) = try time(command)
    let placement = Timetable.Placement(
      day: day, period: command.value("period")?.plainText ?? "",
      places: command.value("places")?.names ?? [],
      teachers: command.value("teachers")?.names ?? [])
    return (
      FullSessionName.read(command),
      Publication.Entry(
        placement: placement, minutes: minutes, sequence: try sequence(command),
        isCancelled: command.has("cancelled"), absent: try classes(command))
    )
  }

  static func readFormer(_ command: Command) throws(Diagnostic) -> FormerHolding {
    let (day, minutes) = try time(command)
    return FormerHolding(
      day: day, minutes: minutes, places: command.value("places")?.names ?? [],
      teachers: command.value("teachers")?.names ?? [], classes: try classes(command))
  }

  /// 0 where none is said.
  static func sequence(_ command: Command) throws(Diagnostic) -> Int {
    let sequence = command.argument("count")?.value.map { $0.integer ?? -1 } ?? 0
    guard (0...1_000_000_000).contains(sequence) else {
      throw SessionMessages.badSetting(
        "sequence", "a whole number from 0 to 1,000,000,000", at: command.range)
    }
    return sequence
  }

  private static func time(_ command: Command) throws(Diagnostic) -> (Day, Range<Int>) {
    guard case .date(let day)? = command.value("date"),
      case .timeSpan(let minutes)? = command.value("times")
    else {
      throw SessionMessages.wrongPlacement("a date and times are needed", at: command.range)
    }
    return (day, minutes)
  }

  private static func classes(_ command: Command) throws(Diagnostic) -> [ClassNumber] {
    var classes: [ClassNumber] = []
    for text in command.value("names")?.names ?? [] {
      classes.append(try studyClass(text, command))
    }
    return classes
  }

  /// Classes of a rotation, each with the name of its own that may follow its number.
  static func readClasses(_ command: Command) throws(Diagnostic) -> KnownClasses {
    var classes = KnownClasses()
    let rotation = command.value("rotation")?.plainText ?? ""
    for text in command.value("names")?.names ?? [] {
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      classes.insert(
        try studyClass(parts.first ?? "", command), of: rotation,
        name: parts.count > 1 ? parts[1] : nil)
    }
    return classes
  }

  private static func studyClass(
    _ text: String, _ command: Command
  ) throws(Diagnostic) -> ClassNumber {
    guard let one = ClassNumber(text) else {
      throw SessionMessages.wrongPlacement(
        "a class is named by its run and number, \"2-3\", not \(Wording.name(text))",
        at: command.range)
    }
    return one
  }
}
