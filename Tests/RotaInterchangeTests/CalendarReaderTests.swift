import RotaDiagnostics
import RotaPlanning
import Testing

@testable import RotaInterchange

@Suite struct CalendarReaderTests {
  static let dates: ClosedRange<Day>? = day("2027-03-01")...day("2027-03-31")

  static func day(_ iso: String) -> Day {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    return Day(year: parts[0], month: parts[1], day: parts[2]) ?? Day(number: 0)
  }

  static let zones = [
    "Asia/Shanghai": TimeZoneRules(name: "Asia/Shanghai", rule: "CST-8"),
    "Europe/Berlin": TimeZoneRules(name: "Europe/Berlin", rule: "CET-1CEST,M3.5.0,M10.5.0/3"),
    "Australia/Sydney": TimeZoneRules(
      name: "Australia/Sydney", rule: "AEST-10AEDT,M10.1.0,M4.1.0/3"),
  ]

  /// The statements of a calendar with these events, and what was said of it.
  static func statements(
    _ events: String..., subject: CalendarSubject = .teacher("Li"),
    dates: ClosedRange<Day>? = Self.dates, zone: String? = "Asia/Shanghai", more: String = ""
  ) -> (script: [String], said: [String]) {
    let text =
      "BEGIN:VCALENDAR\nVERSION:2.0\n\(more)"
      + events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT\n" }.joined() + "END:VCALENDAR\n"
    var isHolidays = false
    if case .holidays = subject { isHolidays = true }
    do {
      let times = try CalendarReader.read(
        Array(text.replacing("\n", with: "\r\n").utf8), as: SourceID(index: 0),
        takesFree: isHolidays, dates: dates, zone: zone.flatMap { zones[$0] ?? nil }
      ) { zones[$0] ?? nil }
      let statements = CalendarStatements(times, for: subject, dates: dates)
      let lines = statements.script.split(separator: "\n").map { line in
        String(line.drop { $0 == " " })
      }
      return (lines, (times.warnings + statements.warnings).map(\.message))
    } catch {
      return ([], [error.message])
    }
  }

  @Test func oneEventIsOneTime() {
    let (script, said) = Self.statements(
      "UID:1\nSUMMARY:x\nDTSTART:20270301T130000\nDTEND:20270301T180000")
    #expect(script == ["teacher Li unavailable 2027-03-01 13:00-18:00"])
    #expect(said == [])
  }

  @Test(arguments: [
    ("DTSTART:20270301T020000Z\nDURATION:PT90M", "2027-03-01 10:00-11:30"),
    ("DTSTART;TZID=Europe/Berlin:20270326T090000\nDURATION:PT1H", "2027-03-26 16:00-17:00"),
    ("DTSTART;TZID=Europe/Berlin:20270329T090000\nDURATION:PT1H", "2027-03-29 15:00-16:00"),
    ("DTSTART;TZID=Australia/Sydney:20270301T120000\nDURATION:PT1H", "2027-03-01 09:00-10:00"),
    ("DTSTART;VALUE=DATE:20270302", "2027-03-02"),
    ("DTSTART;VALUE=DATE:20270302\nDTEND;VALUE=DATE:20270305", "2027-03-02..2027-03-04"),
    ("DTSTART;VALUE=DATE:20270330\nDURATION:P1W", "2027-03-30..2027-03-31"),
    (
      "DTSTART;TZID=\"Asia/Shanghai\":20270301T083000\nDTEND;TZID=Asia/Shanghai:20270301T083045",
      "2027-03-01 08:30-08:31"
    ),
  ])
  func clocksAndLengthsAreUnderstood(properties: String, window: String) {
    let (script, said) = Self.statements("UID:1\n" + properties)
    #expect(script == ["teacher Li unavailable \(window)"])
    #expect(said == [])
  }

  @Test func anEventOverNightIsTakenApart() {
    let (script, _) = Self.statements("DTSTART:20270301T200000\nDTEND:20270304T080000")
    #expect(
      script == [
        "teacher Li {", "unavailable 2027-03-01 20:00-24:00", "unavailable 2027-03-02..2027-03-03",
        "unavailable 2027-03-04 00:00-08:00", "}",
      ])
  }

  @Test func timesThatTouchAreOne() {
    let (script, _) = Self.statements(
      "DTSTART:20270301T090000\nDURATION:PT1H", "DTSTART:20270301T100000\nDURATION:PT2H",
      "DTSTART:20270301T093000\nDURATION:PT15M")
    #expect(script == ["teacher Li unavailable 2027-03-01 09:00-12:00"])
  }

  @Test(arguments: [
    ("FREQ=DAILY;COUNT=3", "01 02 03"), ("FREQ=DAILY;INTERVAL=10", "01 11 21 31"),
    ("FREQ=WEEKLY;COUNT=3", "01 08 15"), ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", "01 03 08 10"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;UNTIL=20270320T000000", "01 05 15 19"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU;COUNT=4", "01 14 15 28"),
    ("FREQ=WEEKLY;UNTIL=20270315", "01 08 15"), ("FREQ=WEEKLY;UNTIL=20270315T010000Z", "01 08 15"),
    ("FREQ=WEEKLY;UNTIL=20270315T005959Z", "01 08"),
    ("FREQ=MONTHLY;BYDAY=2TU", "01 09"), ("FREQ=MONTHLY;BYDAY=-1FR", "01 26"),
    ("FREQ=MONTHLY;BYMONTHDAY=1,-1", "01 31"), ("FREQ=YEARLY;BYMONTH=3;BYDAY=3WE", "01 17"),
    ("FREQ=DAILY;BYDAY=SA,SU;UNTIL=20270314", "01 06 07 13 14"),
    ("FREQ=YEARLY;BYDAY=10MO", "01 08"), ("freq=daily;count=2", "01 02"),
  ])
  func rulesAreReckonedOut(rule: String, days: String) {
    let (script, said) = Self.statements("DTSTART:20270301T090000\nDURATION:PT1H\nRRULE:\(rule)")
    // Days in a row are drawn together: they are told apart again.
    var found: [String] = []
    for line in script where line.contains("2027") {
      let dates = line.split(separator: " ").first { $0.hasPrefix("2027") } ?? ""
      let ends = dates.split(separator: ".").compactMap { Int($0.suffix(2)) }
      for number in (ends.first ?? 0)...(ends.last ?? 0) {
        found.append((number < 10 ? "0" : "") + "\(number)")
      }
    }
    #expect(found.joined(separator: " ") == days)
    #expect(said == [])
  }

  /// A series keeps its hour by its own clock, whatever that is by the plan's.
  @Test func aSeriesFollowsItsOwnClock() {
    let (script, _) = Self.statements(
      "DTSTART;TZID=Europe/Berlin:20270322T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2")
    #expect(
      script == [
        "teacher Li {", "unavailable 2027-03-22 16:00-17:00", "unavailable 2027-03-29 15:00-16:00",
        "}",
      ])
  }

  @Test func aZoneThatTheFileBringsIsUsed() {
    let zone = """
      BEGIN:VTIMEZONE
      TZID:Somewhere Standard Time
      BEGIN:STANDARD
      DTSTART:16010101T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      END:STANDARD
      BEGIN:STANDARD
      DTSTART:19701025T030000
      RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:19700329T020000
      RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      END:DAYLIGHT
      END:VTIMEZONE

      """
    for (date, time) in [("20270326", "16:00-17:00"), ("20270329", "15:00-16:00")] {
      let (script, said) = Self.statements(
        "DTSTART;TZID=Somewhere Standard Time:\(date)T090000\nDURATION:PT1H", more: zone)
      #expect(script.first?.hasSuffix(time) == true, "\(script)")
      #expect(said == [])
    }
  }

  @Test func exceptionsAreKept() {
    let (script, said) = Self.statements(
      """
      UID:a
      DTSTART;TZID=Asia/Shanghai:20270301T090000
      DURATION:PT1H
      RRULE:FREQ=DAILY;COUNT=6
      EXDATE;TZID=Asia/Shanghai:20270302T090000
      EXDATE:20270303T010000Z
      RDATE;TZID=Asia/Shanghai:20270310T090000
      """,
      "UID:a\nRECURRENCE-ID;TZID=Asia/Shanghai:20270304T090000\nDTSTART;TZID=Asia/Shanghai:20270304T140000\nDURATION:PT1H",
      "UID:a\nRECURRENCE-ID;TZID=Asia/Shanghai:20270305T090000\nSTATUS:CANCELLED\nDTSTART;TZID=Asia/Shanghai:20270305T090000\nDURATION:PT1H"
    )
    #expect(
      script == [
        "teacher Li {", "unavailable 2027-03-01 09:00-10:00", "unavailable 2027-03-04 14:00-15:00",
        "unavailable 2027-03-06 09:00-10:00", "unavailable 2027-03-10 09:00-10:00", "}",
      ])
    #expect(said == [])
  }

  @Test func whatIsNotUnderstoodIsNamedWithItsLine() {
    let (script, said) = Self.statements(
      "SUMMARY:Weekly\nDTSTART:20270301T090000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1",
      "SUMMARY:Often\nDTSTART:20270302T090000\nDURATION:PT1H\nRRULE:FREQ=HOURLY",
      "SUMMARY:Bad\nDTSTART:tomorrow", "SUMMARY:Short\nDTSTART:20270302T090000",
      "SUMMARY:Far\nDTSTART;TZID=Mars/Base:20270302T090000\nDURATION:PT1H",
      more: "BEGIN:VTODO\nSUMMARY:write\nEND:VTODO\nno line at all\n")
    #expect(
      script == [
        "teacher Li unavailable 2027-03-01..2027-03-02 09:00-10:00"
      ])
    #expect(
      said == [
        "line 3: VTODO is no event and was left out",
        "a line that is no NAME:VALUE was left out",
        "line 11: the event \"Weekly\" comes again by BYSETPOS=1, which is not understood: only its first time was taken",
        "line 17: the event \"Often\" comes again by FREQ=HOURLY, which is not understood: only its first time was taken",
        "line 21: the event \"Bad\" was left out: it has no beginning that can be read",
        "line 25: the event \"Short\" was left out: it has no length of up to a year",
        "line 29: the event \"Far\" was left out: the time zone Mars/Base is not known here",
      ])
    let utc = Self.statements("DTSTART:20270301T090000Z\nDURATION:PT1H", zone: nil)
    #expect(
      utc.said == [
        "line 4: an event without a name was left out: it is in UTC, and the plan has no `time zone`"
      ])
    let endless = Self.statements(
      "DTSTART:20270301T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY", dates: nil)
    #expect(endless.script == ["teacher Li unavailable 2027-03-01 09:00-10:00"])
    #expect(endless.said.first?.contains("without end") == true)
  }

  @Test func whatLeavesTheTimeFreeIsNotTaken() {
    #expect(
      Self.statements("TRANSP:TRANSPARENT\nDTSTART:20270301T090000\nDURATION:PT1H").script == [])
    #expect(
      Self.statements("STATUS:CANCELLED\nDTSTART:20270301T090000\nDURATION:PT1H").script == [])
  }

  @Test func holidaysAndDaysWorkedInExchange() {
    let (script, said) = Self.statements(
      "SUMMARY:清明节\nTRANSP:TRANSPARENT\nDTSTART;VALUE=DATE:20270303",
      "SUMMARY:清明节\nDTSTART;VALUE=DATE:20270304",
      "SUMMARY:清明节 调休上班\nDTSTART;VALUE=DATE:20270306",
      "SUMMARY:Tea\nDTSTART:20270305T150000\nDURATION:PT1H", subject: .holidays)
    #expect(
      script == [
        "plan {", "holiday 2027-03-03..2027-03-04 清明节", "workday 2027-03-06 \"清明节 调休上班\"", "}",
      ])
    #expect(said == ["line 18: the event \"Tea\" was left out: a holiday is a whole day"])
  }

  @Test func foldedLinesAndEscapesAreRead() {
    let (script, _) = Self.statements(
      "SUMMARY:A\\, b\\; c\\nd\\\\ e\n  and more\nDTSTART;VALUE=DATE:20270\n 303",
      subject: .holidays)
    #expect(script == ["plan holiday 2027-03-03 \"A, b; c d\\\\ e and more\""])
  }

  @Test func whatIsNoCalendarIsRefused() {
    for text in ["", "hello", "BEGIN:VCARD\r\nEND:VCARD\r\n", "END:VCALENDAR\r\n"] {
      #expect(throws: Diagnostic.self) {
        try CalendarReader.read(
          Array(text.utf8), as: SourceID(index: 0), takesFree: false, dates: nil, zone: nil
        ) { _ in nil }
      }
    }
  }

  @Test func brokenCalendarsNeverTrap() {
    let text = """
      BEGIN:VCALENDAR\r
      BEGIN:VTIMEZONE\r
      TZID:X\r
      BEGIN:STANDARD\r
      DTSTART:19701025T030000\r
      RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
      TZOFFSETFROM:+0200\r
      TZOFFSETTO:+0100\r
      END:STANDARD\r
      END:VTIMEZONE\r
      BEGIN:VEVENT\r
      SUMMARY:a\\,b\r
      DTSTART;TZID=X:20270301T090000\r
      DURATION:P1DT1H\r
      RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,-1FR;COUNT=9\r
      EXDATE;TZID=X:20270901T090000\r
      END:VEVENT\r
      END:VCALENDAR\r

      """
    let bytes = Array(text.utf8)
    func read(_ bytes: [UInt8]) {
      guard let decoded = try? TableEncoding.decode(bytes) else { return }
      guard
        let times = try? CalendarReader.read(
          decoded.bytes, as: SourceID(index: 0), takesFree: false, dates: Self.dates,
          zone: Self.zones["Asia/Shanghai"] ?? nil, system: { _ in nil })
      else { return }
      _ = CalendarStatements(times, for: .holidays, dates: nil)
      _ = CalendarStatements(times, for: .venue("x"), dates: Self.dates)
    }
    for length in 0..<bytes.count { read(Array(bytes[..<length])) }
    for index in bytes.indices {
      for byte in [UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "-"), 0x0A, 0x20, 0xFF] {
        var broken = bytes
        broken[index] = byte
        read(broken)
      }
    }
  }

  // MARK: Free and busy times

  private static func busy(
    _ lines: String..., subject: CalendarSubject = .teacher("Li"), zone: String? = "Asia/Shanghai"
  ) -> (script: [String], said: [String]) {
    statements(
      subject: subject, zone: zone,
      more: "BEGIN:VFREEBUSY\nUID:1\n\(lines.joined(separator: "\n"))\nEND:VFREEBUSY\n")
  }

  @Test func busyTimesAreTaken() {
    let (script, said) = Self.busy(
      "FREEBUSY:20270301T000000Z/20270301T033000Z,20270302T010000Z/PT2H",
      "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20270303T060000Z/P1D",
      "FREEBUSY;FBTYPE=BUSY-TENTATIVE;TZID=Asia/Shanghai:20270305T090000/20270305T100000",
      "FREEBUSY;FBTYPE=FREE:20270308T000000Z/P3D")
    #expect(
      script == [
        "teacher Li {", "unavailable 2027-03-01 08:00-11:30", "unavailable 2027-03-02 09:00-11:00",
        "unavailable 2027-03-03 14:00-24:00", "unavailable 2027-03-04 00:00-14:00",
        "unavailable 2027-03-05 09:00-10:00", "}",
      ])
    #expect(said == [])
  }

  @Test(arguments: [
    "20270301T000000Z", "20270301/20270302", "20270302T000000Z/20270301T000000Z",
    "20270301T000000Z/PT0S", "20270301T000000Z/P500D", "/", "20270301T000000Z/PT1H/PT1H",
  ]) func whatIsNoBusyTimeIsNamed(value: String) {
    let (script, said) = Self.busy("FREEBUSY:\(value)", "FREEBUSY:20270309T010000Z/PT1H")
    #expect(script == ["teacher Li unavailable 2027-03-09 09:00-10:00"])
    #expect(
      said == ["line 5: the busy time \(value) was left out: it is no time of up to a year"])
  }

  @Test func busyTimesNeedTheZonesThatEventsNeed() {
    #expect(
      Self.busy("FREEBUSY:20270301T000000Z/PT1H", zone: nil).said == [
        "line 5: the busy time 20270301T000000Z/PT1H was left out: it is in UTC, and the plan has no `time zone`"
      ])
    #expect(
      Self.busy("FREEBUSY:20270301T000000Z/PT1H", subject: .holidays).said == [
        "line 3: VFREEBUSY is no event and was left out"
      ])
  }
}
