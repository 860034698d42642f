import RotaPlanning

/// A rule by which an event comes again (RFC 5545, section 3.3.10), as far as it is understood.
struct RecurrenceRule: Hashable, Sendable {
  enum Frequency: String, Sendable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// `2MO`: the second Monday; `-1FR`: the last Friday; `MO`: every one.
  struct WeekdayOf: Hashable, Sendable {
    var ordinal: Int?
    var weekday: Weekday
  }

  var frequency: Frequency
  var interval = 1
  var count: Int?
  var until: CalendarMoment?
  var weekdays: [WeekdayOf] = []
  var months: [Int] = []
  var monthDays: [Int] = []
  var weekStart = Weekday.monday

  /// - Returns: nil where parts of the rule are not understood; they are named then.
  static func read(_ value: String) -> (rule: RecurrenceRule?, strange: [String]) {
    var rule: RecurrenceRule?
    var strange: [String] = []
    let parts = value.split(separator: ";").map { part -> (String, String) in
      let sign = part.firstIndex(of: "=") ?? part.endIndex
      return (part[..<sign].uppercased(), part[sign...].dropFirst().uppercased())
    }
    for (name, value) in parts where name == "FREQ" {
      rule = Frequency(rawValue: value).map { RecurrenceRule(frequency: $0) }
    }
    guard var rule else { return (nil, [value.isEmpty ? "RRULE" : frequency(in: parts)]) }
    for (name, value) in parts where name != "FREQ" {
      if !rule.take(name, value) { strange.append(value.isEmpty ? name : "\(name)=\(value)") }
    }
    // The ordinal of a weekday is of the month or the year.
    if rule.weekdays.contains(where: { $0.ordinal != nil }),
      rule.frequency == .daily || rule.frequency == .weekly
    {
      strange.append("BYDAY with numbers in FREQ=\(rule.frequency.rawValue)")
    }
    return strange.isEmpty ? (rule, []) : (nil, strange)
  }

  private static func frequency(in parts: [(String, String)]) -> String {
    parts.first { $0.0 == "FREQ" }.map { "FREQ=\($0.1)" } ?? "a rule without FREQ"
  }

  private mutating func take(_ name: String, _ value: String) -> Bool {
    func numbers(_ range: ClosedRange<Int>) -> [Int]? {
      let numbers = value.split(separator: ",").compactMap { Int($0) }
      let isWhole = numbers.count == value.split(separator: ",").count && !numbers.isEmpty
      return isWhole && numbers.allSatisfy { range.contains($0) && $0 != 0 } ? numbers : nil
    }
    switch name {
    case "INTERVAL":
      guard let number = numbers(1...10_000)?.first else { return false }
      interval = number
    case "COUNT":
      guard let number = numbers(1...10_000_000)?.first else { return false }
      count = number
    case "UNTIL":
      guard let moment = CalendarMoment(value, zone: nil) else { return false }
      until = moment
    case "BYMONTH":
      guard let list = numbers(1...12) else { return false }
      months = list
    case "BYMONTHDAY":
      guard frequency != .weekly, let list = numbers(-31...31) else { return false }
      monthDays = list
    case "WKST":
      guard let day = Self.weekday(value) else { return false }
      weekStart = day
    case "BYDAY":
      let list = value.split(separator: ",").map { Self.weekdayOf(String($0)) }
      guard !list.isEmpty, !list.contains(nil) else { return false }
      weekdays = list.compactMap { $0 }
    default: return false
    }
    return true
  }

  private static func weekday(_ text: String) -> Weekday? {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].firstIndex(of: text)
      .flatMap { Weekday(rawValue: $0 + 1) }
  }

  private static func weekdayOf(_ text: String) -> WeekdayOf? {
    guard text.count >= 2, let weekday = weekday(String(text.suffix(2))) else { return nil }
    let number = text.dropLast(2)
    if number.isEmpty { return WeekdayOf(ordinal: nil, weekday: weekday) }
    guard let ordinal = Int(number), ordinal != 0, (-53...53).contains(ordinal) else { return nil }
    return WeekdayOf(ordinal: ordinal, weekday: weekday)
  }
}
