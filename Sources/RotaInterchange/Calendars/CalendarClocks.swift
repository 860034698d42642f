import RotaPlanning

/// Turns times by the clocks of a calendar into times by the plan's.
struct CalendarClocks {
  /// The plan's zone; nil where it has none, and times are taken as they are written.
  let plan: TimeZoneRules?
  private let own: [String: OwnZone]
  private let system: (String) -> TimeZoneRules?

  init(
    _ calendars: [CalendarComponent], plan: TimeZoneRules?,
    system: @escaping (String) -> TimeZoneRules?
  ) {
    self.plan = plan
    self.system = system
    var own: [String: OwnZone] = [:]
    for zone in calendars.flatMap(\.parts) where zone.name == "VTIMEZONE" {
      if let name = zone.line("TZID")?.value, let known = OwnZone(zone) { own[name] = known }
    }
    self.own = own
  }

  enum Unknown: Error, Equatable {
    case zone(String)
    /// A time in UTC, and the plan has no zone.
    case planHasNone
  }

  /// Seconds since 1970 UTC; of a floating time, as if the plan's clock showed it.
  private func utc(_ moment: CalendarMoment) throws(Unknown) -> Int {
    switch moment.clock {
    case .utc: return moment.seconds
    case .floating: return moment.seconds - (plan?.offset(atLocal: moment.seconds) ?? 0)
    case .zone(let name):
      guard let offset = offset(of: name, atLocal: moment.seconds) else { throw .zone(name) }
      return moment.seconds - offset
    }
  }

  /// Seconds since 1970-01-01 00:00 by the plan's clock.
  func local(_ moment: CalendarMoment) throws(Unknown) -> Int {
    if moment.isDate || moment.clock == .floating { return moment.seconds }
    guard let plan else {
      // Without a zone of its own the plan's clock is the one that the calendar is written by.
      if case .zone = moment.clock { return moment.seconds }
      throw .planHasNone
    }
    if case .zone(plan.name) = moment.clock { return moment.seconds }
    let utc = try utc(moment)
    return utc + plan.offset(atUTC: utc)
  }

  /// A time as another clock shows it, where both are known.
  func seconds(of moment: CalendarMoment, by clock: CalendarMoment.Clock) throws(Unknown) -> Int {
    if moment.clock == clock || moment.isDate { return moment.seconds }
    let utc = try utc(moment)
    switch clock {
    case .utc: return utc
    case .floating: return utc + (plan?.offset(atUTC: utc) ?? 0)
    case .zone(let name):
      guard let offset = offset(of: name, atLocal: utc) else { throw .zone(name) }
      // The offset of a time near by tells the local time, and that the offset.
      return utc + (self.offset(of: name, atLocal: utc + offset) ?? offset)
    }
  }

  private func offset(of name: String, atLocal seconds: Int) -> Int? {
    if let zone = own[name] { return zone.offset(atLocal: seconds) }
    return system(name)?.offset(atLocal: seconds)
  }
}

/// A time zone that a calendar brings along.
private struct OwnZone {
  private struct Observance {
    var start: CalendarMoment
    var rule: RecurrenceRule?
    var from: Int
    var to: Int
  }

  private let observances: [Observance]

  init?(_ component: CalendarComponent) {
    observances = component.parts.compactMap { part in
      guard let start = part.line("DTSTART").flatMap({ CalendarMoment($0.value, zone: nil) }),
        let from = part.line("TZOFFSETFROM").flatMap({ Self.offset($0.value) }),
        let to = part.line("TZOFFSETTO").flatMap({ Self.offset($0.value) })
      else { return nil }
      let rule = part.line("RRULE").flatMap { RecurrenceRule.read($0.value).rule }
      return Observance(start: start, rule: rule, from: from, to: to)
    }
    if observances.isEmpty { return nil }
  }

  /// By that observance which began last.
  func offset(atLocal seconds: Int) -> Int {
    var latest: (onset: Int, offset: Int)?
    for observance in observances {
      guard let onset = Self.onset(of: observance.start, observance.rule, before: seconds) else {
        continue
      }
      if latest.map({ onset > $0.onset }) ?? true { latest = (onset, observance.to) }
    }
    if let latest { return latest.offset }
    let first = observances.min { $0.start.seconds < $1.start.seconds }
    return first?.from ?? 0
  }

  private static func onset(
    of start: CalendarMoment, _ rule: RecurrenceRule?, before seconds: Int
  ) -> Int? {
    guard start.seconds <= seconds else { return nil }
    guard var rule else { return start.seconds }
    let last = CalendarMoment(seconds: seconds, clock: .floating, isDate: false).day
    // Rules of zones go back far; only the years about the time asked for are reckoned out.
    var from = start.day
    if rule.count == nil, rule.frequency == .yearly, rule.interval == 1,
      let near = Day(
        year: last.components.year - 2, month: from.components.month, day: from.components.day),
      near > from
    {
      from = near
    }
    if let until = rule.until, until.seconds < seconds {
      rule.until = nil
      return onset(of: start, rule, before: until.seconds)
    }
    let matches = rule.days(from: from, through: last).map {
      $0.number * 86_400 + start.secondsOfDay
    }
    // A day that the reckoning began with need not be one of the rule's.
    let own = from > start.day ? matches.dropFirst() : matches[...]
    return own.last { $0 <= seconds } ?? start.seconds
  }

  /// `+0800`, in seconds.
  private static func offset(_ text: String) -> Int? {
    let digits = text.dropFirst()
    guard let sign = text.first, sign == "+" || sign == "-", [4, 6].contains(digits.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits)
    else { return nil }
    let full = digits.count == 6 ? number : number * 100
    let seconds = full / 10_000 * 3600 + full / 100 % 100 * 60 + full % 100
    return sign == "-" ? -seconds : seconds
  }
}
