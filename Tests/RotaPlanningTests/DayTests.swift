import RotaPlanning
import Testing

@Suite struct DayTests {
  @Test func knownDaysHaveTheirNumbers() {
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 1969, month: 12, day: 31)?.number == -1)
    #expect(Day(year: 2000, month: 3, day: 1)?.number == 11_017)
    #expect(Day(year: 2023, month: 2, day: 23)?.number == 19_411)
    #expect(Day(year: 1900, month: 1, day: 1)?.number == -25_567)
  }

  @Test func daysThatAreNotThereAreRefused() {
    for (year, month, day) in [
      (2023, 2, 29), (2100, 2, 29), (2023, 4, 31), (2023, 13, 1), (2023, 0, 1), (2023, 1, 0),
      (1899, 12, 31), (2201, 1, 1), (Int.max, 1, 1), (2023, Int.min, 1), (2023, 1, Int.max),
    ] {
      #expect(Day(year: year, month: month, day: day) == nil)
    }
    #expect(Day(year: 2024, month: 2, day: 29) != nil)
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
  }

  @Test func everyDayOfThreeCenturiesFollowsTheOneBefore() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var expected = -25_567
    var wrong = 0
    for year in 1900...2200 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for month in 1...12 {
        for day in 1...(lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)) {
          let it = Day(year: year, month: month, day: day)
          if it?.number != expected || Day(number: expected).components != (year, month, day) {
            wrong += 1
          }
          expected += 1
        }
      }
    }
    #expect(wrong == 0)
  }

  @Test func weekdaysGoOnBeforeTheEpoch() {
    #expect(Day(number: 0).weekday == .thursday)
    #expect(Day(number: -1).weekday == .wednesday)
    #expect(Day(number: -4).weekday == .sunday)
    #expect(Day(year: 2023, month: 2, day: 23)?.weekday == .thursday)
  }

  @Test func daysAreWrittenAsISO() {
    #expect(Day(number: 19_411).iso == "2023-02-23")
    #expect(Day(number: 19_411).advanced(by: 6).iso == "2023-03-01")
    #expect(Day(number: 3) < Day(number: 4))
  }

  @Test func timesAndWeekdaysAreWrittenAsTheLanguageDoes() {
    #expect(TimeOfDay(minutes: 510).clock == "08:30")
    #expect(TimeOfDay(minutes: 1440).clock == "24:00")
    #expect(Weekday.allCases.map(\.word) == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
  }
}
