import RotaPlanning

/// The offsets of a time zone from UTC by the rules that hold now, as the last line of a file of the
/// time zone database has them (RFC 8536, section 3.3): `CET-1CEST,M3.5.0,M10.5.0/3`.
public struct TimeZoneRules: Hashable, Sendable {
  /// When, each year, the clocks change: in a month, on its first to fourth or last (5) weekday.
  struct Change: Hashable, Sendable {
    var month: Int
    var week: Int
    /// From 0 for Sunday.
    var weekday: Int
    /// Seconds since midnight, by the clocks before the change.
    var time: Int
  }

  public let name: String
  /// Seconds east of UTC.
  let standard: Int
  let daylight: (offset: Int, begins: Change, ends: Change)?

  /// Nil where the bytes are no such file, or where the rules are of a sort that is not known here.
  public init?(name: String, file: [UInt8]) {
    guard file.starts(with: Array("TZif".utf8)), file.last == 0x0A,
      let start = file.dropLast().lastIndex(of: 0x0A)
    else { return nil }
    self.init(
      name: name, rule: String(decoding: file[(start + 1)..<(file.count - 1)], as: UTF8.self))
  }

  init?(name: String, rule: String) {
    self.name = name
    var reader = RuleReader(rule[...])
    guard reader.abbreviation(), let offset = reader.seconds() else { return nil }
    // POSIX counts to the west.
    standard = -offset
    if reader.rest.isEmpty {
      daylight = nil
      return
    }
    guard reader.abbreviation() else { return nil }
    let summer = reader.rest.first == "," ? offset - 3600 : reader.seconds()
    guard let summer, let begins = reader.change(), let ends = reader.change(),
      reader.rest.isEmpty
    else { return nil }
    daylight = (-summer, begins, ends)
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.name == b.name && a.standard == b.standard && a.daylight?.offset == b.daylight?.offset
      && a.daylight?.begins == b.daylight?.begins && a.daylight?.ends == b.daylight?.ends
  }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(standard)
  }

  /// The lines of its VTIMEZONE.
  var lines: [String] {
    var lines = ["BEGIN:VTIMEZONE", "TZID:\(name)"]
    if let daylight {
      lines += Self.observance(
        "STANDARD", from: daylight.offset, to: standard, change: daylight.ends)
      lines += Self.observance(
        "DAYLIGHT", from: standard, to: daylight.offset, change: daylight.begins)
    } else {
      lines += Self.observance("STANDARD", from: standard, to: standard, change: nil)
    }
    return lines + ["END:VTIMEZONE"]
  }

  private static func observance(
    _ sort: String, from: Int, to: Int, change: Change?
  ) -> [String] {
    var lines = ["BEGIN:\(sort)"]
    if let change {
      lines.append("DTSTART:\(change.first)")
      let week = change.week == 5 ? -1 : change.week
      let weekday = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"][change.weekday]
      lines.append("RRULE:FREQ=YEARLY;BYMONTH=\(change.month);BYDAY=\(week)\(weekday)")
    } else {
      lines.append("DTSTART:19700101T000000")
    }
    return lines + ["TZOFFSETFROM:\(text(from))", "TZOFFSETTO:\(text(to))", "END:\(sort)"]
  }

  private static func text(_ offset: Int) -> String {
    let seconds = Int(offset.magnitude)
    func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
    return (offset < 0 ? "-" : "+") + two(seconds / 3600) + two(seconds / 60 % 60)
      + (seconds % 60 == 0 ? "" : two(seconds % 60))
  }
}

extension TimeZoneRules.Change {
  /// Its date and time in 1970.
  fileprivate var first: String {
    let days = (1...31).compactMap { Day(year: 1970, month: month, day: $0) }
      .filter { $0.weekday.rawValue % 7 == weekday }
    let day = week == 5 ? days.last : days.dropFirst(week - 1).first
    return CalendarTime.local((day ?? Day(number: 0)).number * 86_400 + time)
  }
}

/// Reads the parts of a rule from the left.
private struct RuleReader {
  var rest: Substring

  init(_ rule: Substring) { rest = rule }

  /// `CET` or `<+07>`.
  mutating func abbreviation() -> Bool {
    if rest.first == "<" {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...]
      return true
    }
    let letters = rest.prefix { $0.isLetter }
    rest = rest.dropFirst(letters.count)
    return letters.count >= 3
  }

  private mutating func number() -> Int? {
    let digits = rest.prefix { $0.isNumber }
    rest = rest.dropFirst(digits.count)
    return digits.count <= 4 ? Int(digits) : nil
  }

  /// `[+-]hours[:minutes[:seconds]]`.
  mutating func seconds() -> Int? {
    var sign = 1
    if let first = rest.first, first == "-" || first == "+" {
      sign = first == "-" ? -1 : 1
      rest = rest.dropFirst()
    }
    guard var total = number().map({ $0 * 3600 }) else { return nil }
    for unit in [60, 1] where rest.first == ":" {
      rest = rest.dropFirst()
      guard let value = number() else { return nil }
      total += value * unit
    }
    return sign * total
  }

  /// `,M3.5.0/2`.
  mutating func change() -> TimeZoneRules.Change? {
    guard rest.hasPrefix(",M") else { return nil }
    rest = rest.dropFirst(2)
    var numbers: [Int] = []
    for position in 0..<3 {
      if position > 0 {
        guard rest.first == "." else { return nil }
        rest = rest.dropFirst()
      }
      guard let value = number() else { return nil }
      numbers.append(value)
    }
    var time = 7200
    if rest.first == "/" {
      rest = rest.dropFirst()
      guard let value = seconds() else { return nil }
      time = value
    }
    guard (1...12).contains(numbers[0]), (1...5).contains(numbers[1]),
      (0...6).contains(numbers[2]), (0..<86_400).contains(time)
    else { return nil }
    return TimeZoneRules.Change(
      month: numbers[0], week: numbers[1], weekday: numbers[2], time: time)
  }
}
