/// The offsets of a time zone from UTC by the rules that hold now, as the last line of a file of the
/// time zone database has them (RFC 8536, section 3.3): `CET-1CEST,M3.5.0,M10.5.0/3`.
public struct TimeZoneRules: Hashable, Sendable {
  /// When, each year, the clocks change: in a month, on its first to fourth or last (5) weekday.
  public struct Change: Hashable, Sendable {
    public var month: Int
    public var week: Int
    /// From 0 for Sunday.
    public var weekday: Int
    /// Seconds since midnight, by the clocks before the change.
    public var time: Int
  }

  public let name: String
  /// Seconds east of UTC.
  public let standard: Int
  public let daylight: (offset: Int, begins: Change, ends: Change)?

  /// Nil where the bytes are no such file, or where the rules are of a sort that is not known here.
  public init?(name: String, file: [UInt8]) {
    guard file.starts(with: Array("TZif".utf8)), file.last == 0x0A,
      let start = file.dropLast().lastIndex(of: 0x0A)
    else { return nil }
    self.init(
      name: name, rule: String(decoding: file[(start + 1)..<(file.count - 1)], as: UTF8.self))
  }

  /// - Parameter rule: as POSIX writes it: `CST-8`.
  public init?(name: String, rule: String) {
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

  /// Seconds east of UTC at a time by the clock on the wall, in seconds since 1970-01-01 00:00 of that
  /// clock. Of an hour that comes twice the first is meant.
  public func offset(atLocal seconds: Int) -> Int {
    guard let daylight else { return standard }
    let year = Day(number: seconds.flooredQuotient(by: 86_400)).components.year
    let begins = daylight.begins.onset(in: year)
    let ends = daylight.ends.onset(in: year)
    let isDaylight =
      begins < ends
      ? begins <= seconds && seconds < ends : !(ends <= seconds && seconds < begins)
    return isDaylight ? daylight.offset : standard
  }

  /// Seconds east of UTC at a time in seconds since 1970-01-01 00:00 UTC.
  public func offset(atUTC seconds: Int) -> Int {
    guard let daylight else { return standard }
    let year = Day(number: (seconds + standard).flooredQuotient(by: 86_400)).components.year
    let begins = daylight.begins.onset(in: year) - standard
    let ends = daylight.ends.onset(in: year) - daylight.offset
    let isDaylight =
      begins < ends
      ? begins <= seconds && seconds < ends : !(ends <= seconds && seconds < begins)
    return isDaylight ? daylight.offset : standard
  }
}

extension TimeZoneRules.Change {
  /// When the clocks change in a year, by the clocks before the change.
  public func onset(in year: Int) -> Int {
    let days = (1...31).compactMap { Day(year: year, month: month, day: $0) }
      .filter { $0.weekday.rawValue % 7 == weekday }
    let day = week == 5 ? days.last : days.dropFirst(week - 1).first
    return (day ?? Day(number: 0)).number * 86_400 + time
  }
}

extension Int {
  /// The quotient, rounded towards earlier.
  fileprivate func flooredQuotient(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
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
