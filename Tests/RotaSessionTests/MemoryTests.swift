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

  @Test(arguments: 1...10 as ClosedRange<UInt64>) func nothingIsOutOfDate(seed: UInt64) {
    var random = SplitMix(state: seed)
    var desk = Desk()
    desk.type(smallPlan)
    for _ in 0..<40 {
      let statement = Self.statements[Int(random.next() % UInt64(Self.statements.count))]
      desk.type(statement)
      let state = desk.shell.state
      let known = desk.shell.workspace.derived(state)
      var nothing = DerivationMemory()
      let anew = Derived(ElaboratedPlan(state.declarations), memory: &nothing)
      #expect(known.programme == anew.programme)
      // With the places in the text that they cite.
      #expect(known.capacity == anew.capacity, "after \(statement)")
      #expect(known.arithmetic + known.search.findings == anew.arithmetic + anew.search.findings)
      #expect(known.search.cores == anew.search.cores)
      #expect(known.search.settled == anew.search.settled)
    }
  }
}
