import Foundation
import RotaPlanning
import Testing

@testable import RotaReports

/// The parts of an iCalendar file; the file as a whole is read back by a program of its own in
/// EndToEndTests.
@Suite struct CalendarFileTests {
  @Test func linesAreFoldedBetweenCharacters() {
    let line = "SUMMARY:" + String(repeating: "学😀é", count: 60)
    let folded = ContentLine.folded(line)
    #expect(folded.hasSuffix("\r\n"))
    let pieces = folded.utf8.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    for piece in pieces {
      #expect(piece.last == UInt8(ascii: "\r"))
      #expect(piece.count <= 76)
      #expect(String(validating: piece, as: UTF8.self) != nil)
    }
    #expect(pieces.dropLast().allSatisfy { $0.count > 72 })
    #expect(folded.replacing("\r\n ", with: "") == line + "\r\n")
    #expect(ContentLine.folded("A:b") == "A:b\r\n")
  }

  @Test func textIsEscaped() {
    #expect(ContentLine.escaped(#"a, b; c\d"#) == #"a\, b\; c\\d"#)
    #expect(ContentLine.escaped("a\r\nb\nc\rd") == #"a\nb\nc\nd"#)
    #expect(ContentLine.escaped("a\u{0}b\u{7f}\tc") == "ab\tc")
    #expect(ContentLine.escaped("rtl \u{202E}abc\u{200F}") == "rtl abc")
  }

  @Test(arguments: [
    ("CST-8", ["TZOFFSETTO:+0800"]), ("<+07>-7", ["TZOFFSETTO:+0700"]),
    ("<+0545>-5:45", ["TZOFFSETTO:+0545"]), ("NST3:30NDT,M3.2.0,M11.1.0", ["TZOFFSETTO:-0330"]),
    (
      "CET-1CEST,M3.5.0,M10.5.0/3",
      [
        "DTSTART:19701025T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100", "DTSTART:19700329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
      ]
    ),
  ])
  func rulesOfTimeZonesAreRead(rule: String, lines: [String]) throws {
    let zone = try #require(TimeZoneRules(name: "Area/City", rule: rule))
    for line in lines { #expect(zone.lines.contains(line), "\(line)") }
    #expect(zone.offset(atUTC: 1_798_761_600) == zone.standard)
    let file = Array(("TZif2 what comes before\n" + rule + "\n").utf8)
    #expect(TimeZoneRules(name: "Area/City", file: file) == zone)
  }

  @Test(arguments: ["", "C-1", "CET", "CET-1CEST,J60,J300", "CET-1CEST,M13.5.0,M10.5.0", "CET-1 "])
  func otherRulesAreNotGuessed(rule: String) {
    #expect(TimeZoneRules(name: "Area/City", rule: rule) == nil)
  }

  @Test func timesAreWritten() {
    #expect(CalendarTime.utc(1_798_761_600) == "20270101T000000Z")
    #expect(CalendarTime.local(-1) == "19691231T235959")
    #expect(CalendarTime.local(86_400 * 2 - 1) == "19700102T235959")
  }
}
