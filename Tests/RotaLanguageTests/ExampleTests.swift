import RotaDiagnostics
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
    // What is saved is in the one canonical form, so that `rota fmt` changes nothing in it.
    let formatted = RotaSyntax.Formatter.format(SourceText(name: "", text: text))
    #expect((try? formatted.get()) == text)
  }

  /// A value is judged by the slot that its label stands for.
  @Test func everyLabelOfAValueIsKnown() {
    func check(_ elements: [Usage.Element], of entry: VocabularyEntry) {
      for element in elements {
        switch element {
        case .slot(let slot, let label) where !slot.takesName && slot != .file:
          #expect(Slots.byLabel[label] == slot, "\(label) of \(entry.usage)")
        case .optional(let inner): check(inner, of: entry)
        case .choice(let alternatives): for inner in alternatives { check(inner, of: entry) }
        case .slot, .word: break
        }
      }
    }
    for entry in Vocabulary.entries where ![.control, .function].contains(entry.role) {
      check(Usage(parsing: entry.usage).elements, of: entry)
    }
  }
}
