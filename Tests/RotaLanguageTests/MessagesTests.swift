import FixtureSupport
import RotaDiagnostics
import RotaSyntax
import Testing

@testable import RotaLanguage

@Suite struct LanguageMessagesTests {
  @Test(arguments: LanguageMessages.all.indices)
  func everyErrorHasAFixture(index: Int) {
    let problems = ErrorFixtures.problems(of: LanguageMessages.all[index], diagnose: Self.diagnose)
    #expect(problems == [])
  }

  /// What is wrong with a text, from its letters to its plan, in the order of the text.
  static func diagnose(_ text: SourceText, _ id: SourceID) -> [Diagnostic] {
    let parsed = Parser.parse(text, as: id)
    var state = LanguageState()
    var host = RecordingHost()
    host.patience = 1000
    host.judgesConditions = true
    let errors = Interpreter.run(
      parsed.script, state: &state, host: &host, stopAtFirstError: false)
    let all = parsed.diagnostics + errors + Elaborator.plan(from: state.declarations).diagnostics
    return all.sorted { ($0.range?.lower ?? 0) < ($1.range?.lower ?? 0) }
  }

  @Test func idsAreUniqueAndWellFormed() {
    let ids = (LanguageMessages.all + SyntaxMessages.all).map(\.id)
    #expect(Set(ids).count == ids.count)
    for kind in LanguageMessages.all {
      #expect(kind.id.allSatisfy { $0.isLowercase || $0 == "-" }, "\(kind.id)")
      #expect(kind.explanation.hasSuffix("."), "\(kind.id)")
    }
  }
}
