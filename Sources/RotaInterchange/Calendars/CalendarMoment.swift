import RotaPlanning

/// A date, or a time by some clock, as iCalendar writes it.
struct CalendarMoment: Hashable, Sendable {
  enum Clock: Hashable, Sendable {
    /// That of the place where it is read.
    case floating
    case utc
    case zone(String)
  }

  /// Seconds since 1970-01-01 00:00 by its clock; of a date its first.
  var seconds: Int
  var clock: Clock
  var isDate: Bool

  var day: Day { Day(number: seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400)) }
  var secondsOfDay: Int { seconds - day.number * 86_400 }

  /// Nil where the value is neither a date nor a time.
  init?(_ value: some StringProtocol, zone: String?) {
    let text = Array(value.utf8)
    func number(_ range: Range<Int>) -> Int? {
      var result = 0
      for byte in text[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        result = result * 10 + Int(byte - 0x30)
      }
      return result
    }
    guard
      text.count == 8 || text.count == 15 || (text.count == 16 && text[15] == UInt8(ascii: "Z")),
      let year = number(0..<4), let month = number(4..<6), let dayOfMonth = number(6..<8),
      let day = Day(year: year, month: month, day: dayOfMonth)
    else { return nil }
    seconds = day.number * 86_400
    isDate = text.count == 8
    clock = .floating
    if isDate { return }
    guard text[8] == UInt8(ascii: "T"), let hour = number(9..<11), let minute = number(11..<13),
      let second = number(13..<15), hour < 24, minute < 60, second <= 60
    else { return nil }
    seconds += hour * 3600 + minute * 60 + second
    clock = text.count == 16 ? .utc : zone.map { .zone($0) } ?? .floating
  }

  init(seconds: Int, clock: Clock, isDate: Bool) {
    self.seconds = seconds
    self.clock = clock
    self.isDate = isDate
  }

  /// `P1DT2H`, in seconds; nil where it is no length of time, or a negative one.
  static func duration(_ value: String) -> Int? {
    var rest = value[...]
    if rest.first == "+" { rest.removeFirst() }
    guard rest.first == "P" else { return nil }
    rest.removeFirst()
    var total = 0
    var isTime = false
    while !rest.isEmpty {
      if rest.first == "T" {
        isTime = true
        rest.removeFirst()
        continue
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      guard let number = Int(digits), number < 100_000, let unit = rest.popFirst() else {
        return nil
      }
      switch (unit, isTime) {
      case ("W", false): total += number * 7 * 86_400
      case ("D", false): total += number * 86_400
      case ("H", true): total += number * 3600
      case ("M", true): total += number * 60
      case ("S", true): total += number
      default: return nil
      }
    }
    return total
  }
}
