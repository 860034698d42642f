import FixtureSupport
import RotaDiagnostics
import RotaLanguage
import Synchronization
import Testing

@testable import RotaSession

/// Ctrl-C at any moment: the statement is taken back whole or stands whole, and nothing that was left
/// half done is taken for known afterwards.
@Suite struct InterruptionTests {
  /// Ctrl-C after so many looks for it.
  final class Patience: Sendable {
    private let looks: Atomic<Int>
    private let most: Int

    init(_ most: Int) {
      self.most = most
      looks = Atomic(0)
    }

    var looksSoFar: Int { looks.load(ordering: .relaxed) }
    var isOver: Bool { looks.add(1, ordering: .relaxed).newValue > most }
  }

  /// Types a statement with a Ctrl-C that comes after so many looks; how many there were.
  static func type(_ statement: String, _ desk: inout Desk, patience most: Int) -> Int {
    let patience = Patience(most)
    desk.shell.workspace.environment.isCancelled = { patience.isOver }
    desk.type(statement)
    desk.shell.workspace.environment.isCancelled = { false }
    return patience.looksSoFar
  }

  static let statements = [
    "venue Hall seats 80", "unit Field 90 people", "rotation Spring runs 3", "check",
    "module Basics { discussion Review { 3 times } }",
    "teacher Rivera unavailable 2027-03-03; check",
    "let n = count(sessions)", "expect possible()",
    "try { rotation Spring length 2 days }", "plan Small { holiday 2027-03-02 }",
  ]

  @Test(arguments: statements)
  func aStatementStandsWholeOrNotAtAll(_ statement: String) {
    var desk = Desk()
    desk.type(smallPlan)
    let before = desk.whole()
    var uncut = desk
    let looks = Self.type(statement, &uncut, patience: .max)
    let whole = uncut.whole()
    let said = uncut.text
    var interrupted = 0
    for most in Set((0..<12).map { looks * $0 / 12 }).sorted() {
      var cut = desk
      _ = Self.type(statement, &cut, patience: most)
      if cut.status == .interrupted { interrupted += 1 }
      let now = cut.whole()
      let standsRightly = now == before || now == whole
      #expect(standsRightly, "\(statement) after \(most)")
      // What was worked out before is right, or is worked out again.
      cut.type(statement)
      #expect(cut.whole() == whole, "\(statement) after \(most), and again")
      if now == before { #expect(cut.text == said, "\(statement) after \(most), and again") }
    }
    #expect(interrupted > 0, "\(statement): \(looks) looks")
  }

  /// A script that is cut where what follows from it is worked out ends as interrupted.
  @Test func aScriptIsCutInWhatFollows() {
    var desk = Desk()
    let patience = Patience(400)
    desk.shell.workspace.environment.isCancelled = { patience.isOver }
    let many = "for n in 1..200 { unit \"U{n}\" 300 people }\n"
    desk.type(MemoryTests.twoSchools + many + "rotation Spring trainees all units", mode: .script)
    #expect(desk.status == .interrupted)
    #expect(desk.diagnostics.map(\.kind.id) == ["interrupted"])
  }
}
