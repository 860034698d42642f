import RotaPlanning
import Testing

@Suite struct AvailabilityTests {
  private let monday = Day(number: 20_878)

  @Test func withoutWindowsEverythingIsAllowed() {
    #expect(Availability().allows(monday, 0..<1440))
  }

  @Test func aStayLiesWithinOneAllowedWindow() {
    let availability = Availability(allowed: [
      Window(weekdays: [.monday], times: 480..<600), Window(weekdays: [.monday], times: 600..<720),
    ])
    #expect(availability.allows(monday, 480..<600))
    #expect(availability.allows(monday, 610..<700))
    // Two windows that touch are not one.
    #expect(!availability.allows(monday, 590..<610))
    #expect(!availability.allows(monday.advanced(by: 1), 480..<600))
  }

  @Test func aStayTouchesNoExcludedWindow() {
    let availability = Availability(excluded: [
      Window(dates: monday...monday, times: 600..<660), Window(weekdays: [.friday]),
    ])
    #expect(availability.allows(monday, 500..<600))
    #expect(availability.allows(monday, 660..<700))
    #expect(!availability.allows(monday, 500..<601))
    #expect(availability.allows(monday.advanced(by: 7), 600..<660))
    #expect(!availability.allows(monday.advanced(by: 4), 0..<10))
  }

  @Test func exclusionIsStrongerThanPermission() {
    let availability = Availability(
      allowed: [Window(times: 480..<1080)], excluded: [Window(times: 700..<800)])
    #expect(availability.allows(monday, 480..<700))
    #expect(!availability.allows(monday, 690..<710))
  }

  @Test func aWindowIncludesDaysByDateAndWeekday() {
    let window = Window(dates: monday...monday.advanced(by: 6), weekdays: [.tuesday])
    #expect(window.includes(monday.advanced(by: 1)))
    #expect(!window.includes(monday))
    #expect(!window.includes(monday.advanced(by: 8)))
    #expect(Window().includes(monday))
  }
}
