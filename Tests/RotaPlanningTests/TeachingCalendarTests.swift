import RotaPlanning
import Testing

@Suite struct TeachingCalendarTests {
  /// Monday, 1 March 2027.
  private let monday = Day(number: 20_878)

  private func calendar(
    days: Int = 7, weekdays: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday],
    periods: [TeachingCalendar.Period]? = nil, holidays: [TeachingCalendar.SpecialDay] = [],
    workdays: [TeachingCalendar.SpecialDay] = [], closed: [Window] = [], longBreak: Int = 60
  ) -> TeachingCalendar {
    TeachingCalendar(
      dates: monday...monday.advanced(by: days - 1), weekdays: weekdays,
      periods: periods ?? [
        .init(name: "pm", times: 840..<960), .init(name: "am1", times: 540..<600),
        .init(name: "am2", times: 610..<670),
      ], holidays: holidays, workdays: workdays, closed: closed, longBreak: longBreak)
  }

  private func special(_ from: Int, _ to: Int? = nil) -> TeachingCalendar.SpecialDay {
    .init(dates: monday.advanced(by: from)...monday.advanced(by: to ?? from))
  }

  @Test func itemsFollowEachOtherAndKeepOutOfGaps() {
    let calendar = calendar(periods: [
      .init(name: "a", times: 540..<600), .init(name: "b", times: 600..<660),
      .init(name: "c", times: 670..<700),
    ])
    func times(_ minutes: Int...) -> [Range<Int>]? {
      calendar.times(of: minutes.map { AgendaItem(title: "", minutes: $0) }, in: 0..<3)
    }
    // Between the first two periods there is no gap.
    #expect(times(50, 20) == [540..<590, 590..<610])
    #expect(times(90, 40) == nil)
    #expect(times(90, 30, 1) == [540..<630, 630..<660, 670..<671])
    #expect(times(100, 30) == [540..<640, 670..<700])
    #expect(times(100, 30, 1) == nil)
    #expect(times(121) == nil)
    #expect(times() == [])
  }

  @Test func periodsOfADayAreInOrderOfTime() {
    let calendar = calendar()
    #expect(monday.weekday == .monday)
    #expect(calendar.days.count == 5)
    #expect(calendar.slots.count == 15)
    #expect(calendar.slots[0..<3].map(\.period) == ["am1", "am2", "pm"])
    #expect(calendar.slots[3..<6].map(\.position) == [0, 1, 2])
    #expect(calendar.days[1].slots == 3..<6)
  }

  @Test func longBreaksPartTheDay() {
    let calendar = calendar()
    #expect(calendar.slots[0..<3].map(\.joinsNext) == [true, false, false])
    #expect(calendar.slots[0..<3].map(\.hasNext) == [true, true, false])
    let short = self.calendar(longBreak: 5)
    #expect(short.slots[0..<3].map(\.joinsNext) == [false, false, false])
    let long = self.calendar(longBreak: 170)
    #expect(long.slots[0..<3].map(\.joinsNext) == [true, true, false])
  }

  @Test func holidaysAreLeftOutAndWorkdaysPutIn() {
    let calendar = calendar(holidays: [special(1, 2)], workdays: [special(5)])
    #expect(calendar.days.map { $0.day.number - monday.number } == [0, 3, 4, 5])
    // A working day named so is one even within holidays.
    let both = self.calendar(holidays: [special(0, 4)], workdays: [special(2)])
    #expect(both.days.map { $0.day.number - monday.number } == [2])
  }

  @Test func aPeriodMayHaveOtherTimesOnSomeWeekdays() {
    let calendar = calendar(periods: [
      .init(name: "am", times: 540..<600), .init(name: "pm", times: 840..<960),
      .init(name: "am", times: 600..<660, weekdays: [.tuesday]),
      .init(name: "evening", times: 1140..<1200, weekdays: [.friday]),
    ])
    #expect(calendar.slots[calendar.days[0].slots.lowerBound].times == 540..<600)
    #expect(calendar.slots[calendar.days[1].slots.lowerBound].times == 600..<660)
    #expect(calendar.days.map(\.slots.count) == [2, 2, 2, 2, 3])
  }

  @Test func closedWindowsTakePeriodsOrWholeDays() {
    let calendar = calendar(closed: [
      Window(weekdays: [.wednesday]), Window(weekdays: [.monday], times: 660..<700),
    ])
    #expect(calendar.days.map { $0.day.number - monday.number } == [0, 1, 3, 4])
    #expect(calendar.slots[calendar.days[0].slots].map(\.period) == ["am1", "pm"])
  }

  @Test func daysAndSlotsAreFoundByDate() {
    let calendar = calendar(days: 14)
    #expect(calendar.dayIndex(of: monday.advanced(by: 7)) == 5)
    #expect(calendar.dayIndex(of: monday.advanced(by: 5)) == nil)
    #expect(calendar.dayIndex(of: monday.advanced(by: -1)) == nil)
    #expect(calendar.dayIndex(of: monday.advanced(by: 100)) == nil)
    #expect(calendar.slotIndex(of: monday.advanced(by: 1), period: "pm") == 5)
    #expect(calendar.slotIndex(of: monday, period: "night") == nil)
    #expect(calendar.day(ofSlot: 5) == monday.advanced(by: 1))
  }

  @Test func spansEndWithTheDayAndAtLongBreaks() {
    let calendar = calendar()
    #expect(calendar.span(from: 0, periods: 2, acrossBreaks: false) == 0..<2)
    #expect(calendar.span(from: 0, periods: 3, acrossBreaks: false) == nil)
    #expect(calendar.span(from: 0, periods: 3, acrossBreaks: true) == 0..<3)
    #expect(calendar.span(from: 1, periods: 3, acrossBreaks: true) == nil)
    #expect(calendar.span(from: 14, periods: 1, acrossBreaks: false) == 14..<15)
    #expect(calendar.span(from: 14, periods: Int.max, acrossBreaks: true) == nil)
    #expect(calendar.span(from: 15, periods: 1, acrossBreaks: true) == nil)
    #expect(calendar.span(from: -1, periods: 1, acrossBreaks: true) == nil)
    #expect(calendar.span(from: 0, periods: 0, acrossBreaks: true) == nil)
    #expect(calendar.minutes(of: 0..<3) == 540..<960)
  }

  @Test func anEmptyCalendarHasNothing() {
    #expect(TeachingCalendar.empty.days.isEmpty)
    #expect(TeachingCalendar.empty.slots.isEmpty)
    #expect(TeachingCalendar.empty.dayIndex(of: monday) == nil)
  }

  @Test func slotsEndAtTheMaximum() {
    let many = TeachingCalendar(
      dates: monday...monday.advanced(by: 60_000), weekdays: Set(Weekday.allCases),
      periods: (0..<8).map { .init(name: "p\($0)", times: ($0 * 100)..<($0 * 100 + 60)) })
    #expect(many.slots.count == TeachingCalendar.maximumSlots)
  }
}
