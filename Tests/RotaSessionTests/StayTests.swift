import RotaDiagnostics
import Testing

@testable import RotaSession

/// Study before the stay and work after it: sessions of a run on days on which it is not in house.
@Suite struct StayTests {
  /// Two runs of two days each, and beds for one of them.
  private static let plan = """
    plan P { dates 2027-03-01 .. 2027-03-12; period am 09:00-10:30; period pm 14:00-15:30 }
    venue Hall seats 60
    beds 30
    module Home { study Reading { for class; before the stay up to 5 days; last } }
    module Basics {
      ceremony Opening { for run; first; in Hall }
      lecture Ethics { for run; in Hall }
      exchange Closing { for run; last; in Hall }
    }
    module Work { research Paper { for class; 2 times; after the stay; at most 1 per day } }
    rotation Spring {
      trainees 60 people; runs 2; length 2 days; classes at most 30 people
      teaches Home, Basics, Work; starts 2027-03-03
    }

    """

  @Test func sessionsLieBeforeAndAfter() {
    var desk = Desk()
    desk.type(Self.plan)
    #expect(desk.diagnostics.isEmpty)
    desk.type("solve steps 2000")
    #expect(desk.text.contains("placed 12 of 12 sessions"))
    #expect(desk.text.contains("verified: every hard rule holds"))
    desk.type("set output csv; list sessions where session = Reading and run = 1")
    let reading = desk.text.split(whereSeparator: \.isNewline).last ?? ""
    #expect(["2027-03-01", "2027-03-02"].contains { reading.contains($0) }, "\(desk.text)")
    desk.type("list sessions where session = Paper and run = 2")
    #expect(desk.text.split(whereSeparator: \.isNewline).count == 3)
    // The second run is in house on 5 and 8 March.
    for row in desk.text.split(whereSeparator: \.isNewline).dropFirst() {
      #expect((9...12).contains { row.contains("2027-03-\($0 < 10 ? "0" : "")\($0)") }, "\(row)")
    }
    desk.type("show runs")
    #expect(desk.status == .done)
    desk.type("set output table; show timetable of class 1 of run 1")
    #expect(desk.text.contains("Reading"))
    #expect(desk.text.contains("Paper"))
  }

  @Test func aTimeInTheStayIsNone() {
    var desk = Desk()
    desk.type(Self.plan)
    desk.type("solve steps 2000")
    desk.type("move Reading of class 1 of run 1 to 2027-03-03 at pm")
    #expect(desk.status != .done)
    #expect(
      desk.diagnostics.contains { $0.notes.contains { $0.message.contains("outside the days") } },
      "\(desk.diagnostics)")
  }

  @Test func thereMustBeDaysBefore() {
    var desk = Desk()
    desk.type(Self.plan)
    desk.type("rotation Spring starts 2027-03-01; check")
    #expect(
      desk.text.contains("Reading") || desk.diagnostics.contains { $0.message.contains("Reading") })
    desk.type("why")
    #expect(
      desk.text.contains(
        "lies before the stay, and the plan has no teaching day there for 5 days"), "\(desk.text)")
  }

  @Test func whatLiesOutsideIsOnNoDayOfTheStay() {
    var desk = Desk()
    desk.type("module M { study S { for class; before the stay; first day } }")
    #expect(desk.diagnostics.map(\.kind.id) == ["clauses-clash"])
  }

  @Test func itIsSavedAndDropped() {
    var desk = Desk()
    desk.type(Self.plan)
    desk.type("show plan")
    #expect(desk.text.contains("before the stay up to 5 days"))
    desk.type("drop before the stay of session Reading")
    desk.type("show plan")
    #expect(!desk.text.contains("before the stay"))
  }
}
