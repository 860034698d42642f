import FixtureSupport
import RotaDiagnostics
import Testing

@testable import RotaSyntax

@Suite struct SyntaxMessagesTests {
  @Test(arguments: SyntaxMessages.all.indices)
  func everyErrorHasAFixture(index: Int) {
    let kind = SyntaxMessages.all[index]
    let problems = ErrorFixtures.problems(of: kind) { text, id in
      Parser.parse(text, as: id, limits: Self.limits(for: kind)).diagnostics
    }
    #expect(problems == [])
  }

  /// Fixtures of limits would be long, so they are read under smaller limits.
  private static func limits(for kind: DiagnosticKind) -> ParserLimits {
    var limits = ParserLimits()
    switch kind {
    case SyntaxMessages.tooDeep: limits.nesting = 8
    case SyntaxMessages.tooLong: limits.operators = 3
    case SyntaxMessages.tooManyStatements: limits.statements = 2
    case SyntaxMessages.tooManyErrors: limits.errors = 2
    default: break
    }
    return limits
  }

  @Test func everyFixtureIsWhole() { #expect(ErrorFixtures.orphans() == []) }

  @Test func idsAreUniqueAndWellFormed() {
    let ids = SyntaxMessages.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for kind in SyntaxMessages.all {
      #expect(kind.id.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber }, "\(kind.id)")
      #expect(kind.explanation.hasSuffix("."), "\(kind.id)")
    }
  }

  @Test func theReferenceIsUpToDate() {
    #expect(Goldens.problem(Reference.markdown(), path: "docs/reference.md") == nil)
  }
}
