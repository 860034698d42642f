import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports

/// `changes`: who and what has moved since the timetable was published.
enum ChangesCommand {
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    guard let publication = workspace.board.timetable.publication else {
      throw PublishMessages.nothingPublished(command.entry.word, at: command.range)
    }
    let target = try workspace.target(
      in: command, derived, or: workspace.formerNames(derived), orOn: publication.days)
    if target != .all {
      var input = workspace.reportInput(derived)
      input.isForPrograms = workspace.documentFormat.isForPrograms
      return workspace.say(document: Reports.changes(input, of: target))
    }
    let changes = publication.changes(to: workspace.nextPublication(derived))
    if workspace.rowFormat != .table {
      return workspace.say(rows: changes.map { row($0, derived) }, fields: fields)
    }
    let since = "timetable \(publication.number), published on \(publication.day.iso)"
    if changes.isEmpty { return workspace.say("Nothing has changed since \(since).") }
    let rows = changes.map { change in
      [
        SessionReference.text(change.session, in: derived),
        words(change.kind, isInPlan: derived.positions[change.session] != nil),
        change.before.map(words) ?? "", change.after.isCancelled ? "" : words(change.after),
      ]
    }
    workspace.say(
      workspace.table(header: ["session", "change", "was", "now"], rows: rows, numeric: []))
    let tally = ChangeTally(changes)
    var counts = ["\(Wording.grouped(tally.moved)) moved"]
    if tally.attendance > 0 {
      counts.append("\(Wording.grouped(tally.attendance)) with other classes")
    }
    if tally.added > 0 { counts.append("\(Wording.grouped(tally.added)) new") }
    let lost = changes.count { $0.kind == .cancelled && derived.positions[$0.session] != nil }
    if lost > 0 { counts.append("\(Wording.grouped(lost)) without a place") }
    if tally.cancelled > lost { counts.append("\(Wording.grouped(tally.cancelled - lost)) gone") }
    workspace.say("since \(since): " + counts.joined(separator: ", "))
  }

  private static let fields =
    ["session", "change"] + standing.map { $0 + " before" } + standing.map { $0 + " now" }
  private static let standing = ["date", "start", "end", "place", "teacher"]

  private static func row(_ change: TimetableChange, _ derived: Derived) -> Row {
    var row = Row()
    row.set("session", SessionReference.text(change.session, in: derived))
    row.set(
      "change", words(change.kind, isInPlan: derived.positions[change.session] != nil))
    if let before = change.before { row.set(before, " before") }
    if !change.after.isCancelled { row.set(change.after, " now") }
    return row
  }

  /// A session that the plan still has is not gone: it is yet to find a place.
  private static func words(_ kind: TimetableChange.Kind, isInPlan: Bool) -> String {
    switch kind {
    case .added: "new"
    case .cancelled: isInPlan ? "no place" : "gone"
    case .attendance: "classes"
    case .moved(let aspects):
      aspects.map { aspect in
        switch aspect {
        case .times: "time"
        case .places: "place"
        case .teachers: "teacher"
        }
      }.joined(separator: ", ")
    }
  }

  private static func words(_ entry: Publication.Entry) -> String {
    let placement = entry.placement
    var text = "\(placement.day.iso) \(TimeOfDay(minutes: entry.minutes.lowerBound).clock)"
    if !placement.places.isEmpty { text += " in " + placement.places.joined(separator: ", ") }
    if !placement.teachers.isEmpty { text += " by " + placement.teachers.joined(separator: ", ") }
    return text
  }
}

extension Row {
  /// Where a session stands; the fields end in a word that tells when.
  mutating func set(_ entry: Publication.Entry, _ ending: String = "") {
    fields["date" + ending] = .date(entry.placement.day)
    fields["start" + ending] = .time(TimeOfDay(minutes: entry.minutes.lowerBound))
    fields["end" + ending] = .time(TimeOfDay(minutes: entry.minutes.upperBound))
    for (field, names) in [
      ("place", entry.placement.places), ("teacher", entry.placement.teachers),
    ]
    where !names.isEmpty {
      set(field + ending, names.joined(separator: ", "))
    }
  }
}
