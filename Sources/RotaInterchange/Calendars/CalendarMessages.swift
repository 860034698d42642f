import RotaDiagnostics

/// What can be said of an iCalendar file.
public enum CalendarMessages {
  static let notACalendar = DiagnosticKind(
    "not-a-calendar",
    "The file is no iCalendar file (RFC 5545), which begins with BEGIN:VCALENDAR.")
  static let leftOut = DiagnosticKind(
    "calendar-left-out",
    "Something of a calendar is not understood and was left out. Everything else was taken.")
  static let onlyOnce = DiagnosticKind(
    "calendar-only-once",
    "An event comes again by a rule that is not understood. Its first time was taken, the others are to be typed in."
  )

  public static let all = [notACalendar, leftOut, onlyOnce]

  static func noCalendar(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      notACalendar, "the file has no calendar: nothing begins with BEGIN:VCALENDAR", at: range)
  }

  static func notALine(at range: SourceRange) -> Diagnostic {
    warning("a line that is no NAME:VALUE was left out", at: range)
  }

  static func strayLine(_ line: CalendarLine) -> Diagnostic {
    warning("line \(line.number): \(line.name) belongs to nothing and was left out", at: line.range)
  }

  static func component(_ component: CalendarComponent) -> Diagnostic {
    warning(
      "line \(component.begin.number): \(shown(component.name)) is no event and was left out",
      at: component.begin.range)
  }

  static func event(_ name: String, _ line: CalendarLine, _ reason: String) -> Diagnostic {
    warning("line \(line.number): \(event(name)) was left out: \(reason)", at: line.range)
  }

  static func busyTime(_ value: String, _ line: CalendarLine, _ reason: String) -> Diagnostic {
    warning(
      "line \(line.number): the busy time \(shown(value)) was left out: \(reason)", at: line.range)
  }

  static func property(_ name: String, _ line: CalendarLine, _ what: String) -> Diagnostic {
    warning("line \(line.number): of \(event(name)) \(what) was left out", at: line.range)
  }

  static func rule(_ name: String, _ line: CalendarLine, _ parts: [String]) -> Diagnostic {
    Diagnostic(
      onlyOnce, severity: .warning,
      "line \(line.number): \(event(name)) comes again by \(Wording.list(parts.map(shown))), which is not understood: only its first time was taken",
      at: line.range)
  }

  static func endless(_ name: String, _ line: CalendarLine) -> Diagnostic {
    Diagnostic(
      onlyOnce, severity: .warning,
      "line \(line.number): \(event(name)) comes again without end, and the plan has no dates: only its first time was taken",
      at: line.range, remedies: ["say the plan's `dates` first"])
  }

  private static func warning(_ message: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(leftOut, severity: .warning, message, at: range)
  }

  private static func event(_ name: String) -> String {
    name.isEmpty ? "an event without a name" : "the event \"\(shown(name))\""
  }

  private static func shown(_ text: String) -> String {
    text.count > 40 ? text.prefix(39) + "…" : text
  }
}
