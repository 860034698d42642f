import RotaSyntax
import Testing

@testable import RotaLanguage

@Suite struct VocabularyExamples {
  static let runnable = Vocabulary.entries.filter {
    ![.option, .unit, .command].contains($0.role) || ["print", "expect", "drop"].contains($0.word)
  }

  /// The examples that `help` prints are statements that run, make a plan, and are written back.
  @Test(arguments: runnable.map(\.example))
  func runsAndIsWrittenBack(_ example: String) {
    let first = run(example)
    #expect(first.messages == [])
    let text = DeclarationWriter.text(first.state)
    let second = run(text)
    #expect(second.messages == [])
    #expect(second.plan == first.plan)
    #expect(DeclarationWriter.text(second.state) == text)
  }
}
