/// A day of the Gregorian calendar, without a time zone. Days count from 1970-01-01.
public struct Day: Hashable, Comparable, Codable, Sendable {
  public let number: Int

  public init(number: Int) { self.number = number }

  /// Nil where there is no such day; years 1900 to 2200.
  ///
  /// Years are counted from March, so that the leap day ends the year and months follow the
  /// pattern of (153 m + 2) / 5 days (Hinnant, "chrono-compatible low-level date algorithms").
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2200).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    number = shifted * 365 + leapDays + dayOfYear - 719_468
    guard components == (year, month, day) else { return nil }
  }

  public var components: (year: Int, month: Int, day: Int) {
    let sinceMarch0 = number + 719_468
    let era = (sinceMarch0 >= 0 ? sinceMarch0 : sinceMarch0 - 146_096) / 146_097
    let dayOfEra = sinceMarch0 - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday(rawValue: ((number + 3) % 7 + 7) % 7 + 1) ?? .monday
  }

  /// `2023-02-23`.
  public var iso: String {
    let (year, month, day) = components
    func pad(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }

  public func advanced(by days: Int) -> Day { Day(number: number + days) }
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

public enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday
  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
  /// `Mon` … `Sun`, as the language writes it.
  public var word: String { ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][rawValue - 1] }
}

/// Minutes since midnight, 0 to 1440.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  public let minutes: Int
  public init(minutes: Int) { self.minutes = minutes }
  public static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.minutes < b.minutes }
  /// `08:30`.
  public var clock: String {
    let hour = minutes / 60
    let minute = minutes % 60
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}

/// A span of time on some days: every part that is nil does not limit it.
public struct Window: Hashable, Sendable {
  public var dates: ClosedRange<Day>?
  public var weekdays: Set<Weekday>?
  /// Half-open, in minutes since midnight.
  public var times: Range<Int>?

  public init(
    dates: ClosedRange<Day>? = nil, weekdays: Set<Weekday>? = nil, times: Range<Int>? = nil
  ) {
    self.dates = dates
    self.weekdays = weekdays
    self.times = times
  }

  /// As the language writes it: `2027-03-01..2027-03-31 Mon Fri 13:00-18:00`.
  public var text: String {
    var parts: [String] = []
    if let dates {
      let isOne = dates.lowerBound == dates.upperBound
      parts.append(dates.lowerBound.iso + (isOne ? "" : "..\(dates.upperBound.iso)"))
    }
    if let weekdays { parts += weekdays.sorted().map(\.word) }
    if let times {
      let ends = [times.lowerBound, times.upperBound].map { TimeOfDay(minutes: $0).clock }
      parts.append(ends.joined(separator: "-"))
    }
    return parts.joined(separator: " ")
  }

  public func includes(_ day: Day) -> Bool {
    (dates?.contains(day) ?? true) && (weekdays?.contains(day.weekday) ?? true)
  }
}

/// When something can be used, and when it cannot. Equality is of what was said.
public struct Availability: Hashable, Sendable {
  /// If there are any, a stay must lie within one of them.
  public var allowed: [Window] = []
  /// A stay must not touch any of these.
  public var excluded: [Window] = []

  public init(allowed: [Window] = [], excluded: [Window] = []) {
    self.allowed = allowed
    self.excluded = excluded
  }

  /// Whether a stay from one minute to another of a day is possible.
  public func allows(_ day: Day, _ minutes: Range<Int>) -> Bool {
    for window in excluded where window.includes(day) {
      guard let times = window.times else { return false }
      if times.overlaps(minutes) { return false }
    }
    if allowed.isEmpty { return true }
    return allowed.contains { window in
      window.includes(day)
        && (window.times.map {
          $0.lowerBound <= minutes.lowerBound && minutes.upperBound <= $0.upperBound
        } ?? true)
    }
  }
}
