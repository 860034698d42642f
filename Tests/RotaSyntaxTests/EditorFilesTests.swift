import FixtureSupport
import Foundation
import Testing

@testable import RotaSyntax

struct EditorFilesTests {
  @Test func theSyntaxFileOfVimIsUpToDate() {
    #expect(
      Goldens.problem(VimSyntax.script(), path: "docs/editors/vim/syntax/rota.vim") == nil)
  }

  @Test func theGrammarOfVisualStudioCodeIsUpToDate() {
    let path = "docs/editors/vscode/syntaxes/rota.tmLanguage.json"
    #expect(Goldens.problem(TextMateGrammar.json(), path: path) == nil)
  }

  @Test func theGrammarIsJSONWithRegularExpressions() throws {
    _ = try JSONSerialization.jsonObject(with: Data(TextMateGrammar.json().utf8))
    for expression in TextMateGrammar.expressions {
      #expect(throws: Never.self) { _ = try NSRegularExpression(pattern: expression) }
    }
  }

  /// What is not made from the vocabulary must at least be read.
  @Test(arguments: ["package.json", "language-configuration.json"])
  func filesOfVisualStudioCodeAreJSON(name: String) throws {
    let url = Goldens.root.appendingPathComponent("docs/editors/vscode/\(name)")
    _ = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
  }

  @Test func everyReservedWordIsColoured() {
    let words = EditorWords()
    let coloured = Set(
      (words.others + words.operators + words.constants + words.functions + words.units)
        .flatMap { $0.split(separator: " ").map(String.init) })
    for entry in Vocabulary.entries where entry.word != "%" {
      for word in entry.word.split(separator: " ") {
        #expect(coloured.contains(String(word)), "\(entry.word)")
      }
    }
  }

  @Test func aLoopIsToldFromAnAudience() {
    let words = EditorWords()
    #expect(words.controls.contains("for"))
    #expect(words.phrases.contains("for run"))
    #expect(words.naming.contains("venue"))
    #expect(!words.naming.contains("buses"))
    #expect(words.kinds.contains("buses"))
  }
}
