import RotaSyntax
import Testing

@testable import RotaSession

@Suite struct CommandTableTests {
  @Test func everyCommandOfTheVocabularyIsCarriedOut() {
    let words = Set(Vocabulary.commands.map(\.word))
    let known = Set(CommandTable.actions.keys).union(CommandTable.ofTheLanguage)
    #expect(words == known)
  }

  @Test func identitiesOfMessagesAreUnique() {
    let ids = HelpCommand.kinds.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(HelpCommand.kinds.allSatisfy { !$0.explanation.isEmpty })
  }

  @Test(arguments: Vocabulary.entries.map(\.word))
  func everyWordHasHelp(_ word: String) throws {
    let text = try #require(HelpCommand.text(on: word))
    #expect(text.contains("example: "))
  }
}
