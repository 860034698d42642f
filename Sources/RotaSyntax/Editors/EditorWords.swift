/// The words of the language, sorted as editors colour them.
///
/// An editor knows no grammar: it colours a word by what stands next to it. Heads are coloured where
/// a statement may begin, functions before a parenthesis, units after a number, and every other
/// word that the language reserves wherever it stands.
struct EditorWords {
  /// Kinds and forms after which a name follows: `venue Hall`, `lecture Ethics`.
  let naming: [String]
  /// Kinds without a name of their own: `buses`, `prefer`.
  let kinds: [String]
  let commands: [String]
  let controls: [String]
  /// Clauses whose first word is a head too, so that `for run` is not taken for a loop.
  let phrases: [String]
  /// Every word that is written as it stands, of whatever entry.
  let others: [String]
  let functions: [String]
  let units: [String]
  let operators = ["and", "or", "not", "mod"]
  let constants = ["true", "false"] + Lexer.weekdays

  init(_ entries: [VocabularyEntry] = Vocabulary.entries) {
    func words(
      _ roles: Set<VocabularyEntry.Role>, where isWanted: (VocabularyEntry) -> Bool = { _ in true }
    ) -> [String] {
      Self.ordered(entries.filter { roles.contains($0.role) && isWanted($0) }.map(\.word))
    }
    naming = words([.kind, .form], where: Self.takesName)
    kinds = words([.kind, .form]) { !Self.takesName($0) }
    commands = words([.command])
    controls = words([.control])
    functions = words([.function])
    units = words([.unit]) { $0.word != "%" }
    let heads = Set((naming + kinds + commands + controls).compactMap(Self.firstWord))
    phrases = words([.clause]) { entry in
      entry.word.contains(" ") && Self.firstWord(entry.word).map(heads.contains) == true
    }
    let written = entries.flatMap { entry -> [String] in
      switch entry.role {
      case .function, .unit: []
      case .control: [entry.word]
      default: Usage(parsing: entry.usage).words
      }
    }
    others = Self.ordered(written + ["else"])
  }

  private static func takesName(_ entry: VocabularyEntry) -> Bool {
    guard case .slot(.name, _)? = Usage(parsing: entry.usage).elements.dropFirst().first else {
      return false
    }
    return entry.opens != nil
  }

  private static func firstWord(_ words: String) -> String? {
    words.split(separator: " ").first.map(String.init)
  }

  /// Each once, and `why not` before `why`: editors take the first alternative that fits.
  private static func ordered(_ words: [String]) -> [String] {
    Set(words).sorted { a, b in
      a.utf8.count == b.utf8.count ? a < b : a.utf8.count > b.utf8.count
    }
  }
}
