import RotaDiagnostics
import RotaPlanning

/// What a calendar says somebody or something is taken for.
public struct CalendarTimes: Sendable {
  /// A stretch of time by the plan's clock.
  struct Stretch: Hashable, Sendable {
    /// In seconds since 1970-01-01 00:00.
    var seconds: Range<Int>
    var isWholeDays: Bool
    var name: String
    var event: CalendarLine

    static func == (a: Self, b: Self) -> Bool {
      a.seconds == b.seconds && a.isWholeDays == b.isWholeDays && a.name == b.name
    }
    func hash(into hasher: inout Hasher) { hasher.combine(seconds) }
  }

  var stretches: [Stretch] = []
  /// Events, each counted once however often it comes.
  public internal(set) var events = 0
  /// Stretches of time that are told without the events behind them (VFREEBUSY).
  public internal(set) var busy = 0
  /// Events and stretches that say that the time stays free.
  public internal(set) var free = 0
  /// What was not understood.
  public internal(set) var warnings: [Diagnostic] = []
}

/// Reads an iCalendar file (RFC 5545): events that come once or by a rule, with exceptions.
public struct CalendarReader {
  /// Whether events that leave the time free count, as they do in calendars of holidays.
  private let takesFree: Bool
  private let dates: ClosedRange<Day>?
  private let clocks: CalendarClocks
  private var result = CalendarTimes()

  /// - Parameters:
  ///   - bytes: UTF-8 without a byte order mark.
  ///   - dates: of the plan; what lies before or after is of no matter.
  ///   - zone: of the plan.
  ///   - system: time zones that the machine knows.
  public static func read(
    _ bytes: [UInt8], as source: SourceID, takesFree: Bool, dates: ClosedRange<Day>?,
    zone: TimeZoneRules?, system: (String) -> TimeZoneRules?
  ) throws(Diagnostic) -> CalendarTimes {
    let (lines, unread) = CalendarLines.read(bytes, as: source)
    let (calendars, stray) = CalendarComponent.read(lines)
    guard calendars.contains(where: { $0.name == "VCALENDAR" }) else {
      throw CalendarMessages.noCalendar(at: SourceRange(source: source, lower: 0, upper: 0))
    }
    return withoutActuallyEscaping(system) { system in
      var reader = CalendarReader(
        takesFree: takesFree, dates: dates,
        clocks: CalendarClocks(calendars, plan: zone, system: system))
      reader.result.warnings = unread.map { CalendarMessages.notALine(at: $0) }
      reader.result.warnings += stray.map { CalendarMessages.strayLine($0) }
      for calendar in calendars { reader.take(calendar) }
      reader.result.warnings.sort { ($0.range?.lower ?? 0) < ($1.range?.lower ?? 0) }
      return reader.result
    }
  }

  private init(takesFree: Bool, dates: ClosedRange<Day>?, clocks: CalendarClocks) {
    self.takesFree = takesFree
    self.dates = dates
    self.clocks = clocks
  }

  private mutating func take(_ calendar: CalendarComponent) {
    guard calendar.name == "VCALENDAR" else {
      result.warnings.append(CalendarMessages.component(calendar))
      return
    }
    // Times of a series that another event of the same name takes the place of.
    var replaced: [String: [CalendarLine]] = [:]
    for event in calendar.parts where event.name == "VEVENT" {
      if let line = event.line("RECURRENCE-ID"), let name = event.line("UID")?.value {
        replaced[name, default: []].append(line)
      }
    }
    for part in calendar.parts {
      switch part.name {
      case "VEVENT": take(part, replaced: replaced[part.line("UID")?.value ?? ""] ?? [])
      case "VTIMEZONE": break
      // Whoever tells only when he is busy tells of no holidays.
      case "VFREEBUSY" where !takesFree: takeBusyTimes(part)
      default: result.warnings.append(CalendarMessages.component(part))
      }
    }
  }

  // MARK: Events

  private mutating func take(_ event: CalendarComponent, replaced: [CalendarLine]) {
    let name = event.line("SUMMARY")?.text ?? ""
    result.events += 1
    if event.line("STATUS")?.value.uppercased() == "CANCELLED" { return }
    if !takesFree, event.line("TRANSP")?.value.uppercased() == "TRANSPARENT" {
      result.free += 1
      return
    }
    guard let line = event.line("DTSTART"), let start = Self.moment(line) else {
      result.warnings.append(
        CalendarMessages.event(
          name, event.line("DTSTART") ?? event.begin, "it has no beginning that can be read"))
      return
    }
    guard let length = length(of: event, name, from: start) else { return }
    for moment in moments(of: event, name, start, replaced) {
      do {
        let begin = try clocks.local(moment)
        result.stretches.append(
          CalendarTimes.Stretch(
            seconds: begin..<begin + length, isWholeDays: start.isDate, name: name, event: line))
      } catch {
        result.warnings.append(CalendarMessages.event(name, line, Self.words(error)))
        return
      }
    }
  }

  // MARK: Free and busy times

  /// Whatever is not free is taken: busy for good, perhaps, or out of office.
  private mutating func takeBusyTimes(_ component: CalendarComponent) {
    for line in component.lines("FREEBUSY") {
      let isFree = line.parameters["FBTYPE"]?.uppercased() == "FREE"
      for value in line.value.split(separator: ",") {
        if isFree {
          result.free += 1
          continue
        }
        result.busy += 1
        do {
          guard let seconds = try period(value, line) else {
            result.warnings.append(
              CalendarMessages.busyTime(String(value), line, "it is no time of up to a year"))
            continue
          }
          result.stretches.append(
            CalendarTimes.Stretch(seconds: seconds, isWholeDays: false, name: "", event: line))
        } catch {
          result.warnings.append(
            CalendarMessages.busyTime(String(value), line, Self.words(error)))
        }
      }
    }
  }

  /// `START/END` or `START/DURATION` (RFC 5545, section 3.3.9) by the plan's clock; nil where it is
  /// neither.
  private func period(
    _ value: Substring, _ line: CalendarLine
  ) throws(CalendarClocks.Unknown) -> Range<Int>? {
    let ends = value.split(separator: "/", omittingEmptySubsequences: false)
    let zone = line.parameters["TZID"]
    guard ends.count == 2, let start = CalendarMoment(ends[0], zone: zone), !start.isDate else {
      return nil
    }
    let begin = try clocks.local(start)
    var length: Int?
    if let end = CalendarMoment(ends[1], zone: zone), !end.isDate {
      length = try clocks.local(end) - begin
    } else {
      length = CalendarMoment.duration(String(ends[1]))
    }
    guard let length, length > 0, length <= Self.longest else { return nil }
    return begin..<begin + length
  }

  /// A year, in seconds.
  private static let longest = 366 * 86_400

  private static func moment(_ line: CalendarLine) -> CalendarMoment? {
    CalendarMoment(line.value, zone: line.parameters["TZID"])
  }

  private static func words(_ problem: CalendarClocks.Unknown) -> String {
    switch problem {
    case .zone(let name): "the time zone \(name) is not known here"
    case .planHasNone: "it is in UTC, and the plan has no `time zone`"
    }
  }

  /// In seconds; nil where it has none, which is told.
  private mutating func length(
    of event: CalendarComponent, _ name: String, from start: CalendarMoment
  ) -> Int? {
    var length: Int?
    var said = event.line("DTSTART") ?? event.begin
    if let line = event.line("DTEND") {
      said = line
      if let end = Self.moment(line), end.isDate == start.isDate {
        length = (try? clocks.seconds(of: end, by: start.clock)).map { $0 - start.seconds }
      }
    } else if let line = event.line("DURATION") {
      said = line
      length = CalendarMoment.duration(line.value)
    } else if start.isDate {
      length = 86_400
    }
    // An event of one day may say that it ends on that day.
    if start.isDate, length == 0 { length = 86_400 }
    guard let length, length > 0, length <= Self.longest else {
      result.warnings.append(
        CalendarMessages.event(name, said, "it has no length of up to a year"))
      return nil
    }
    return length
  }

  // MARK: Coming again

  private mutating func moments(
    of event: CalendarComponent, _ name: String, _ start: CalendarMoment, _ replaced: [CalendarLine]
  ) -> [CalendarMoment] {
    var moments = [start]
    let rules = event.lines("RRULE")
    for line in rules { moments += repetitions(of: start, line, name, isOnly: rules.count == 1) }
    for line in event.lines("RDATE") {
      guard let more = list(line, start) else {
        result.warnings.append(CalendarMessages.property(name, line, line.name))
        continue
      }
      moments += more
    }
    if let line = event.line("EXRULE") {
      result.warnings.append(CalendarMessages.property(name, line, line.name))
    }
    var gone: Set<Int> = []
    for line in event.lines("EXDATE") {
      guard let exceptions = list(line, start) else {
        result.warnings.append(CalendarMessages.property(name, line, line.name))
        continue
      }
      gone.formUnion(exceptions.map(\.seconds))
    }
    if event.line("RECURRENCE-ID") == nil {
      for line in replaced {
        if let range = line.parameters["RANGE"] {
          result.warnings.append(CalendarMessages.property(name, line, "RANGE=\(range)"))
        }
        gone.formUnion(list(line, start)?.map(\.seconds) ?? [])
      }
    }
    var seen: Set<Int> = []
    return moments.filter { !gone.contains($0.seconds) && seen.insert($0.seconds).inserted }
  }

  /// The moments of a list as the event's own clock shows them; nil where one cannot be read.
  private func list(_ line: CalendarLine, _ start: CalendarMoment) -> [CalendarMoment]? {
    let moments = line.value.split(separator: ",").map { value -> CalendarMoment? in
      guard let moment = CalendarMoment(value, zone: line.parameters["TZID"]) else { return nil }
      // A date stands for the event's time on it.
      if moment.isDate {
        return CalendarMoment(
          seconds: moment.seconds + start.secondsOfDay, clock: start.clock, isDate: start.isDate)
      }
      guard let seconds = try? clocks.seconds(of: moment, by: start.clock) else { return nil }
      return CalendarMoment(seconds: seconds, clock: start.clock, isDate: start.isDate)
    }
    return moments.contains(nil) ? nil : moments.compactMap { $0 }
  }

  private mutating func repetitions(
    of start: CalendarMoment, _ line: CalendarLine, _ name: String, isOnly: Bool
  ) -> [CalendarMoment] {
    let (rule, strange) = RecurrenceRule.read(line.value)
    guard let rule, isOnly else {
      result.warnings.append(
        CalendarMessages.rule(name, line, isOnly ? strange : ["more than one RRULE"]))
      return []
    }
    var until = Int.max
    if let last = rule.until {
      // A date includes what begins on it.
      let known =
        last.isDate ? last.seconds + 86_399 : try? clocks.seconds(of: last, by: start.clock)
      guard let known else {
        result.warnings.append(CalendarMessages.rule(name, line, ["UNTIL in UTC"]))
        return []
      }
      until = known
    }
    guard rule.count != nil || rule.until != nil || dates != nil else {
      result.warnings.append(CalendarMessages.endless(name, line))
      return []
    }
    // A day more, since the plan's clock may show another.
    var through = dates?.upperBound.advanced(by: 1) ?? Day(number: 84_370)
    if until < Int.max {
      through = min(through, CalendarMoment(seconds: until, clock: .floating, isDate: false).day)
    }
    return rule.days(from: start.day, through: through).map { day in
      CalendarMoment(
        seconds: day.number * 86_400 + start.secondsOfDay, clock: start.clock,
        isDate: start.isDate)
    }.filter { $0.seconds <= until }
  }
}
