import FixtureSupport
import RotaLanguage
import RotaPlanning
import Testing

@testable import RotaSession

/// What is remembered of plans before the present one changes how long a verdict takes, and nothing
/// of what it says.
@Suite struct MemoryTests {
  /// Changes of the small plan: some make it impossible in one way or another, some only move the
  /// place where a thing was said, some are taken back by others.
  static let statements =
    (UndoTests.statements + WhatIfTests.changes).filter { !$0.contains("solve") } + [
      "venue Hall { closed 2027-03-01 }", "venue Hall open Mon..Sun", "undo", "undo", "redo",
      "teacher Rivera available 2027-03-02", "teacher Rivera at most 9 per week",
      "rotation Spring length 1 days", "rotation Spring length 2 days",
      "rotation Spring at most 1 sessions per day", "module Basics { lecture Law last }",
      "module Basics { lecture Law at am }", "drop lecture Law", "unit Harbour 300 people",
      "rotation Spring classes at most 15 people", "plan Small { dates 2027-03-01..2027-03-04 }",
      "buses 1 seats 20", "try { venue Hall seats 20 }\nkeep", "try { drop unit Harbour }",
      "plan Small { period late 19:00-21:00 }",
    ]

  /// Two schools that share lectures, people who sleep, buses, and teachers.
  static let twoSchools = """
    plan Two { dates 2027-03-01 .. 2027-03-19; period am 09:00-10:30; period pm 14:00-15:30 }
    school City
    school North
    venue Aula { kind hall; seats 70; streams; school City }
    venue Studio { kind hall; seats 60; streams; school North }
    for n in 1..3 { venue "Room {n}" { kind room; seats 35 } }
    site Museum { seats 200; travel 30 min }
    buses 3 { seats 30; school City }
    buses 2 { seats 30; school North }
    beds 150
    resource kits 2
    teacher Wu { at most 2 per day }
    teacher Li
    unit Port 60 people { away at most 60% }
    unit Field 50 people
    module Shared { lecture News { for run of all rotations; in Aula; streamed to Studio; by Wu } }
    module Law {
        lecture Law { for run; in hall; by any of Wu, Li; after News }
        discussion Talk { for class; in room; uses 1 kits; after Law; 2 times }
        exercise Work { for groups of 7; in room }
        visit Tour { for class; to Museum }
    }
    rotation Spring { school City; trainees Port; runs 2; length 3 days; classes at most 20 people; teaches Shared, Law }
    rotation Summer { school North; trainees Field; runs 2; length 3 days; classes at most 20 people; teaches Shared, Law }

    """

  /// Changes of one of the rotations, or of what both of them use; most change the programme.
  static let statementsOfTwo = [
    "unit Port 70 people", "unit Port 61 people", "unit Port 81 people", "unit Field 30 people",
    "rotation Spring runs 3", "rotation Spring runs 2", "rotation Summer runs 1",
    "rotation Summer classes at most 15 people", "rotation Summer length 4 days",
    "rotation Spring at most 2 sessions per day", "beds 60", "beds 150", "beds 30 { school City }",
    "teacher Wu unavailable 2027-03-03", "teacher Wu available Mon..Wed", "teacher Li remote",
    "teacher Li at most 1 per week", "venue Aula closed 2027-03-02", "venue Aula seats 25",
    "venue Aula seats 90", "venue \"Room 1\" seats 10", "venue \"Room 1\" open Mon Tue",
    "school North closed 2027-03-01", "plan holiday 2027-03-04", "plan workday 2027-03-06",
    "buses 1 { seats 30; school City }", "buses 9 { seats 10; school North }", "resource kits 1",
    "site Museum travel 5 min", "class 1 of run 1 of Spring unavailable 2027-03-01",
    "class 2 of run 1 of Summer room \"Room 2\"", "run 1 of Spring starts 2027-03-02",
    "run 2 of Summer people 20", "unit Field away at most 10 people", "unit Port away at most 90%",
    "module Law { lecture Law last }", "module Law { discussion Talk not same day as Law }",
    "module Law { lecture Law for class }", "module Law { exercise Work for groups of 9 }",
    "module Shared { lecture News for all rotations }", "module Shared { lecture News for run }",
    "prefer enough seats weight 10", "drop rotation Summer", "drop visit Tour", "undo", "undo",
    "undo", "redo",
  ]

  @Test(arguments: Soak.seeds(10)) func nothingIsOutOfDate(seed: UInt64) throws {
    try change(smallPlan, by: Self.statements, seed)
  }

  @Test(arguments: Soak.seeds(10)) func nothingOfTwoSchoolsIsOutOfDate(
    seed: UInt64
  ) throws {
    try change(Self.twoSchools, by: Self.statementsOfTwo, seed)
  }

  private func change(_ plan: String, by statements: [String], _ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var desk = Desk()
    desk.type(plan)
    #expect(desk.status == .done, "\(desk.diagnostics)")
    for _ in 0..<40 {
      let statement = statements[Int(random.next() % UInt64(statements.count))]
      desk.type(statement)
      let state = desk.shell.state
      let known = desk.shell.workspace.derived(state)
      var nothing = WorkspaceMemory()
      let anew = try Derived(ElaboratedPlan(state.declarations), memory: &nothing, .none)
      #expect(known.programme == anew.programme)
      // With the places in the text that they cite.
      #expect(known.capacity == anew.capacity, "after \(statement)")
      #expect(known.arithmetic + known.search.findings == anew.arithmetic + anew.search.findings)
      #expect(known.search.cores == anew.search.cores)
      #expect(known.search.settled == anew.search.settled)
    }
  }
}
