import FixtureSupport
import RotaPlanning
import Testing

@testable import RotaSession

/// A plan that comes again every year, and begins with the timetable of the year before.
@Suite struct NextYearTests {
  private static let files = [
    "autumn.rota": """
    let year = 2026
    plan "Autumn {year}" {
        dates first(Mon, date(year, 9, 12))..date(year, 10, 31)
        period am 09:00-10:30
        period pm 14:00-15:30
    }
    import json "holidays-{year}.json" as holidays
    venue Hall seats 90
    venue Room seats 30
    teacher Li { teaches Law; unavailable 9月28日..9月30日 }
    module M {
        lecture Law { for run; in Hall }
        discussion Talk { for class; 3 times; in Room }
    }
    rotation R { trainees 180 people; runs 3; length 8 days; classes at most 30; teaches M }

    """,
    "holidays-2026.json": """
    {"days": [{"name": "National Day", "date": "2026-10-01", "isOffDay": true},
              {"name": "National Day", "date": "2026-10-02", "isOffDay": true},
              {"name": "National Day", "date": "2026-10-10", "isOffDay": false}]}
    """,
    "holidays-2027.json": """
    {"days": [{"name": "Mid-Autumn", "date": "2027-09-15", "isOffDay": true},
              {"name": "National Day", "date": "2027-10-01", "isOffDay": true}]}
    """,
  ]

  /// The desk of a year, with that year's plan.
  private func desk(of year: Int, with more: [String: String] = [:]) -> Desk {
    var options = SessionOptions()
    options.variables = [(name: "year", value: String(year))]
    var desk = Desk(Self.files.merging(more) { $1 }, options: options)
    desk.type("load autumn.rota")
    #expect(desk.diagnostics.isEmpty)
    return desk
  }

  /// The plan and timetable of 2026, in a file.
  private func saved(_ statements: String = "") throws -> String {
    var desk = desk(of: 2026)
    desk.type("solve steps 20000\n\(statements)\nsave \"2026.rota\"")
    #expect(desk.diagnostics.isEmpty)
    return try #require(desk.files.text("2026.rota"))
  }

  private func derived(_ desk: Desk) -> Derived {
    var workspace = desk.shell.workspace
    return workspace.derived(desk.shell.state)
  }

  private func day(_ session: Session, _ desk: Desk) -> Int? {
    let workspace = desk.shell.workspace
    guard let placement = workspace.board.timetable.placements[session.identity],
      let index = derived(desk).plan.calendar.dayIndex(of: placement.day)
    else { return nil }
    return session.days.firstIndex(of: index)
  }

  @Test func sessionsAreTheSameOnesInAnotherYear() {
    let (now, next) = (derived(desk(of: 2026)), derived(desk(of: 2027)))
    #expect(now.programme.sessions.map(\.identity) == next.programme.sessions.map(\.identity))
    #expect(now.plan.calendar.days.map(\.day) != next.plan.calendar.days.map(\.day))
    // Runs lie around each year's own holidays, and on the day worked in exchange.
    let third = now.programme.runs[2].days.map { now.plan.calendar.days[$0].day.iso }
    #expect(third.first == "2026-10-08" && third.contains("2026-10-10"))
    #expect(!next.plan.calendar.days.contains { $0.day.iso == "2027-09-15" })
  }

  @Test func eachIsOnTheSameDayOfItsRun() throws {
    let now = try saved()
    var next = desk(of: 2027, with: ["2026.rota": now])
    next.type("import timetable 2026.rota")
    #expect(next.diagnostics.isEmpty)
    #expect(next.text.contains("21 sessions on the same day of their run"))
    var before = Desk(["2026.rota": now])
    before.type("load 2026.rota")
    for (old, new) in zip(
      derived(before).programme.sessions, derived(next).programme.sessions)
    {
      #expect(day(old, before) == day(new, next))
      let timetables = [before, next].map { $0.shell.workspace.board.timetable }
      let placements = timetables.compactMap { $0.placements[new.identity] }
      #expect(placements.count == 2 && placements[0].period == placements[1].period)
      #expect(placements[0].places == placements[1].places)
      #expect(placements[0].teachers == placements[1].teachers)
    }
    next.type("solve keep steps 4000\nexpect unplaced() = 0")
    #expect(next.diagnostics.isEmpty)
    next.type("undo\nundo\nexpect placed() = 0")
    #expect(next.diagnostics.isEmpty)
  }

  @Test func whatIsLockedIsSoForItsDateAlone() throws {
    var next = desk(of: 2027, with: ["2026.rota": try saved("lock all\npublish")])
    next.type("import timetable 2026.rota")
    let timetable = next.shell.workspace.board.timetable
    #expect(timetable.placements.values.allSatisfy { !$0.isLocked })
    #expect(timetable.publication == nil)
  }

  @Test func shorterRunsEndSoonerAndWhatIsGoneIsLeftOut() throws {
    var next = desk(of: 2027, with: ["2026.rota": try saved()])
    next.type("rotation R { runs 2; length 6 days }\nmodule M { lecture Ethics for run }")
    next.type("import timetable 2026.rota")
    #expect(next.diagnostics.isEmpty)
    #expect(next.text.contains("on its last day"))
    #expect(next.text.contains("8 sessions without a place"))
    next.type("solve keep steps 4000\nexpect unplaced() = 0")
    #expect(next.diagnostics.isEmpty)
  }

  @Test func theVariableIsSaidOfThisPlanAlone() throws {
    // A script that makes its plan anew is that of its own year.
    let script = "include \"autumn.rota\"\nsolve steps 20000\n"
    var next = desk(of: 2027, with: ["now.rota": script])
    next.type("import timetable now.rota\nsolve keep steps 4000")
    #expect(next.diagnostics.isEmpty)
    #expect(next.text.contains("on the same day of their run"))
  }

  @Test func aFileThatIsNoSuchTimetableIsRefused() throws {
    let other = try saved().replacing("rotation R", with: "rotation S").replacing(
      " of R", with: " of S")
    let files = [
      "plan.rota": "plan P dates 2026-09-01..2026-09-02", "wrong.rota": "plan P dates soon",
      "other.rota": other, "writes.rota": "save \"x.rota\"",
    ]
    let wanted = [
      "plan.rota": "no-timetable", "wrong.rota": "file-has-errors", "other.rota": "sessions-unlike",
      "writes.rota": "file-has-errors", "none.rota": "cannot-read",
    ]
    for (file, kind) in wanted {
      var next = desk(of: 2027, with: files)
      next.type("import timetable \(file)")
      #expect(next.diagnostics.last?.kind.id == kind, "\(file)")
      #expect(next.shell.workspace.board.timetable.isEmpty)
      #expect(next.files.text("x.rota") == nil)
      next.type("expect count(runs) = 3")
      #expect(next.diagnostics.isEmpty)
    }
  }
}
