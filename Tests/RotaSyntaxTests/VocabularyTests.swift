import RotaDiagnostics
import Testing

@testable import RotaSyntax

@Suite struct VocabularyTests {
  @Test(arguments: Vocabulary.entries.indices)
  func everyExampleParses(index: Int) {
    let entry = Vocabulary.entries[index]
    let result = parse(entry.example)
    #expect(result.diagnostics.isEmpty, "\(entry.word): \(entry.example) \(messages(result))")
    #expect(!result.script.statements.isEmpty)
    #expect(!result.isIncomplete)
  }

  @Test(arguments: Vocabulary.entries.indices)
  func everyExampleUsesItsEntry(index: Int) {
    let entry = Vocabulary.entries[index]
    guard ![.control, .function, .unit, .option].contains(entry.role) else { return }
    var found = false
    visit(parse(entry.example).script.statements) { if $0.entry == entry { found = true } }
    #expect(found, "\(entry.word): \(entry.example)")
  }

  /// A misspelt slot would be read as a word that nobody can type.
  @Test func usagesHoldOnlyKnownSlots() {
    func check(_ elements: [Usage.Element], _ entry: VocabularyEntry) {
      for element in elements {
        switch element {
        case .word(let word): #expect(word == word.lowercased(), "\(entry.usage)")
        case .slot: break
        case .optional(let inner): check(inner, entry)
        case .choice(let alternatives): for elements in alternatives { check(elements, entry) }
        }
      }
    }
    for entry in Vocabulary.entries where ![.control, .function].contains(entry.role) {
      check(entry.parsedUsage.elements, entry)
    }
  }

  @Test func usageGivesLabelsAndAlternatives() {
    #expect(
      Usage(parsing: "run NUMBER [of rotation:NAME] (a | b c)").elements == [
        .word("run"), .slot(.number, label: "number"),
        .optional([.word("of"), .slot(.name, label: "rotation")]),
        .choice([[.word("a")], [.word("b"), .word("c")]]),
      ])
  }
}
