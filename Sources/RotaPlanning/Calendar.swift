import RotaDiagnostics

/// The days and periods in which there is teaching.
///
/// The plan's settings (dates, weekdays, periods, holidays, working days) are kept as they were
/// said; `days` and `slots` are worked out from them once, by `init`.
public struct TeachingCalendar: Hashable, Sendable {
  /// A part of the day in which sessions can meet.
  public struct Period: Hashable, Sendable {
    public var name: String
    /// Half-open, in minutes since midnight.
    public var times: Range<Int>
    /// The weekdays on which the period is so; nil for all others.
    public var weekdays: Set<Weekday>?
    public init(name: String, times: Range<Int>, weekdays: Set<Weekday>? = nil) {
      self.name = name
      self.times = times
      self.weekdays = weekdays
    }
  }

  /// A named exception: a holiday or a working day.
  public struct SpecialDay: Hashable, Sendable {
    public var dates: ClosedRange<Day>
    public var name: String?
    public init(dates: ClosedRange<Day>, name: String? = nil) {
      self.dates = dates
      self.name = name
    }
  }

  /// A period of one teaching day: the unit of time of a timetable.
  public struct Slot: Hashable, Sendable {
    /// Index into `days`.
    public var dayIndex: Int
    /// Position among the day's slots, from 0.
    public var position: Int
    public var period: String
    public var times: Range<Int>
    /// Whether the next slot is on the same day and no long break lies between.
    public var joinsNext: Bool
    /// Whether the next slot is on the same day.
    public var hasNext: Bool
  }

  public struct TeachingDay: Hashable, Sendable {
    public var day: Day
    /// Indices into `slots`.
    public var slots: Range<Int>
  }

  // What was said.
  public let dates: ClosedRange<Day>?
  public let weekdays: Set<Weekday>
  public let periods: [Period]
  public let holidays: [SpecialDay]
  public let workdays: [SpecialDay]
  public let closed: [Window]
  /// A gap of more minutes than this parts two periods.
  public let longBreak: Int

  // What follows.
  public let days: [TeachingDay]
  public let slots: [Slot]

  /// A calendar of more slots than this is refused by the language.
  public static let maximumSlots = 200_000

  /// Periods of a weekday: those that name the weekday take the place of those of the same name
  /// that do not.
  public init(
    dates: ClosedRange<Day>?, weekdays: Set<Weekday>, periods: [Period],
    holidays: [SpecialDay] = [], workdays: [SpecialDay] = [], closed: [Window] = [],
    longBreak: Int = 60
  ) {
    self.dates = dates
    self.weekdays = weekdays
    self.periods = periods
    self.holidays = holidays
    self.workdays = workdays
    self.closed = closed
    self.longBreak = longBreak

    var periodsOf: [Weekday: [Period]] = [:]
    for weekday in Weekday.allCases {
      let special = periods.filter { $0.weekdays?.contains(weekday) == true }
      let names = Set(special.map(\.name))
      let general = periods.filter { $0.weekdays == nil && !names.contains($0.name) }
      periodsOf[weekday] = (special + general).sorted {
        ($0.times.lowerBound, $0.times.upperBound) < ($1.times.lowerBound, $1.times.upperBound)
      }
    }
    var days: [TeachingDay] = []
    var slots: [Slot] = []
    if let dates {
      for number in dates.lowerBound.number...dates.upperBound.number {
        if slots.count >= Self.maximumSlots { break }
        let day = Day(number: number)
        let isWorkday = workdays.contains { $0.dates.contains(day) }
        let isHoliday = holidays.contains { $0.dates.contains(day) }
        guard isWorkday || (weekdays.contains(day.weekday) && !isHoliday) else { continue }
        let first = slots.count
        // A working day in exchange follows the weekday's own periods where it has any.
        for period in periodsOf[day.weekday] ?? [] {
          let shut = closed.contains { window in
            window.includes(day) && (window.times.map { $0.overlaps(period.times) } ?? true)
          }
          if shut { continue }
          slots.append(
            Slot(
              dayIndex: days.count, position: slots.count - first, period: period.name,
              times: period.times, joinsNext: false, hasNext: false))
        }
        if slots.count == first { continue }
        for index in first..<(slots.count - 1) {
          let gap = slots[index + 1].times.lowerBound - slots[index].times.upperBound
          slots[index].hasNext = true
          slots[index].joinsNext = gap <= longBreak
        }
        days.append(TeachingDay(day: day, slots: first..<slots.count))
      }
    }
    self.days = days
    self.slots = slots
  }

  public static let empty = TeachingCalendar(
    dates: nil, weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday], periods: [])

  /// The index of a teaching day, or nil where there is no teaching on that day.
  public func dayIndex(of day: Day) -> Int? {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return low < days.count && days[low].day == day ? low : nil
  }

  /// The slot of a period on a day.
  public func slotIndex(of day: Day, period: String) -> Int? {
    guard let index = dayIndex(of: day) else { return nil }
    return days[index].slots.first { slots[$0].period == period }
  }

  public func day(ofSlot slot: Int) -> Day { days[slots[slot].dayIndex].day }

  /// The slots that a session of so many periods takes from a start on, or nil where the day ends
  /// or a long break comes first.
  public func span(from start: Int, periods: Int, acrossBreaks: Bool) -> Range<Int>? {
    guard slots.indices.contains(start), periods > 0, periods <= slots.count - start else {
      return nil
    }
    let end = start + periods
    guard slots[end - 1].dayIndex == slots[start].dayIndex else { return nil }
    if !acrossBreaks {
      for index in start..<(end - 1) where !slots[index].joinsNext { return nil }
    }
    return start..<end
  }

  /// Minutes of the day from the start of the first to the end of the last slot of a span.
  public func minutes(of span: Range<Int>) -> Range<Int> {
    slots[span.lowerBound].times.lowerBound..<slots[span.upperBound - 1].times.upperBound
  }
}
