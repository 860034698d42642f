import RotaPlanning

/// A timetable as an iCalendar file (RFC 5545): an event for each session, which is the same event
/// when the session moves, and is cancelled when it goes.
public struct CalendarFile {
  private let input: ReportInput
  private let make: ReportPages
  private let news: SessionNews
  private let zone: TimeZoneRules?
  private let stamp: String
  /// Who attends, by what sessions say of it.
  private let audiences: [Audience: String]

  private struct Audience: Hashable {
    var rotation: String
    var audience: SessionIdentity.Audience

    init(_ identity: SessionIdentity) {
      rotation = identity.rotation
      audience = identity.audience
    }
  }

  /// - Parameters:
  ///   - zone: of the plan; without it, times are those of the clock on the wall wherever it is read.
  ///   - now: seconds since 1970, for DTSTAMP.
  public init(_ input: ReportInput, zone: TimeZoneRules?, now: Double) {
    self.input = input
    self.zone = zone
    make = ReportPages(input)
    news = SessionNews(input)
    stamp = CalendarTime.utc(Int(max(0, min(now, 1e11))))
    var audiences: [Audience: String] = [:]
    for item in news.items where audiences[Audience(item.identity)] == nil {
      audiences[Audience(item.identity)] = AudienceLabel.label(
        of: item.identity, programme: input.programme, plan: input.plan, known: input.knownClasses,
        language: make.labels.main)
    }
    self.audiences = audiences
  }

  /// What calendars have when they have been given all that these files say.
  public var history: CalendarHistory { news.calendars }

  /// Everything that concerns a target, or only what has changed for it since the timetable was
  /// published.
  public func text(of target: ReportTarget, changesOnly: Bool = false) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rota//Rota//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:\(ContentLine.escaped(make.name(of: target, make.labels)))",
    ]
    if let zone, !isUTC {
      lines.append("X-WR-TIMEZONE:\(zone.name)")
      lines += zone.lines
    } else if isUTC {
      lines.append("X-WR-TIMEZONE:UTC")
    }
    for item in news.items where !changesOnly || item.kind != nil || item.isNewToCalendars {
      lines += event(item, target)
    }
    lines.append("END:VCALENDAR")
    return lines.map(ContentLine.folded).joined()
  }

  private var isUTC: Bool { input.plan.timeZone == "UTC" || input.plan.timeZone == "GMT" }

  /// A session that takes place, but no longer for this target, is cancelled for it.
  private func event(_ item: SessionNews.Item, _ target: ReportTarget) -> [String] {
    if news.concernsNow(target, item) {
      return event(item, item.after, status: "CONFIRMED")
    }
    let last = item.before ?? item.after
    if item.before != nil || !item.isOn, news.concerns(target, item, as: last) {
      return event(item, last, status: "CANCELLED")
    }
    let former = item.after.former.last { news.concerns(target, item, as: $0) }
    return former.map { event(item, $0.entry, status: "CANCELLED") } ?? []
  }

  private func event(
    _ item: SessionNews.Item, _ entry: Publication.Entry, status: String
  ) -> [String] {
    let day = entry.placement.day.number * 86_400
    var lines = [
      "BEGIN:VEVENT", "UID:\(uid(item.identity))", "DTSTAMP:\(stamp)",
      "SEQUENCE:\(item.after.sequence)", "STATUS:\(status)",
      "DTSTART\(time(day + entry.minutes.lowerBound * 60))",
      "DTEND\(time(day + entry.minutes.upperBound * 60))",
      "SUMMARY:\(ContentLine.escaped(title(item)))",
    ]
    let place = make.text.place(entry.placement)
    if !place.isEmpty { lines.append("LOCATION:\(ContentLine.escaped(place))") }
    if let session = item.session {
      let form = make.labels.form(input.plan.template(of: session).form)
      lines.append("CATEGORIES:\(ContentLine.escaped(form))")
    }
    lines.append("DESCRIPTION:\(ContentLine.escaped(description(item, entry)))")
    return lines + ["END:VEVENT"]
  }

  private func time(_ seconds: Int) -> String {
    if isUTC { return ":" + CalendarTime.utc(seconds) }
    return (zone.map { ";TZID=\($0.name)" } ?? "") + ":" + CalendarTime.local(seconds)
  }

  private func title(_ item: SessionNews.Item) -> String {
    item.session.map(make.text.title) ?? item.identity.session
  }

  /// For whom, by whom, who takes the chair, the agenda, and the planner's note.
  private func description(_ item: SessionNews.Item, _ entry: Publication.Entry) -> String {
    let labels = make.labels
    let audience = audiences[Audience(item.identity)] ?? ""
    var lines = [labels.pair(labels(.audience), audience)]
    let teachers =
      item.session.map { make.text.leads($0, entry.placement, inFull: true) }
      ?? make.text.teachers(entry.placement, inFull: true)
    if !teachers.isEmpty { lines.append(labels.pair(labels(.teacher), teachers)) }
    if let chair = item.session.flatMap({ input.plan.template(of: $0).chair }) {
      let name = make.text.teacher(input.plan[chair].name, inFull: true)
      lines.append(labels.pair(labels(.chair), name))
    }
    if let session = item.session { lines += make.text.agenda(session, entry.placement) }
    if let note = item.session.flatMap({ input.plan.template(of: $0).note }) { lines.append(note) }
    return lines.joined(separator: "\n")
  }

  /// From who the session is, not from when or where it is held; so it lasts when the session moves.
  private func uid(_ identity: SessionIdentity) -> String {
    var parts = [input.plan.name ?? "", identity.rotation, identity.module, identity.session]
    parts.append(String(identity.meeting))
    switch identity.audience {
    case .allRuns: parts.append("all")
    case .runs(let numbers): parts += ["runs"] + numbers.map(String.init)
    case .run(let run): parts += ["run", String(run)]
    case .joint(let run): parts += ["joint", run.map { String($0) } ?? ""]
    case .studyClass(let run, let number): parts += ["class", String(run), String(number)]
    case .group(let run, let studyClass, let number):
      parts += ["group", String(run), String(studyClass), String(number)]
    }
    // No name holds a line break, so that different sessions give different texts.
    let text = parts.joined(separator: "\n")
    return Self.digits(of: text, from: 0xcbf2_9ce4_8422_2325)
      + Self.digits(of: text, from: 0x9ae1_6a3b_2f90_404f) + "@rota"
  }

  /// Fowler, Noll and Vo's hash (FNV-1a) of the UTF-8 of a text, from a basis of its own.
  private static func digits(of text: String, from basis: UInt64) -> String {
    var hash = basis
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
