/// The one table of words. Parsing, validation, completion, help, spelling suggestions, the
/// formatter and docs/reference.md all read it.
public enum Vocabulary {
  /// Every row, in the order of the reference.
  public static let entries: [VocabularyEntry] =
    kinds + forms + clauses + commands + controls + options + functions + units

  /// The rows that may stand in a context, and those of every statement list.
  public static func entries(in context: Context) -> [VocabularyEntry] {
    byContext[context] ?? []
  }

  private static let byContext: [Context: [VocabularyEntry]] = {
    var table: [Context: [VocabularyEntry]] = [:]
    for entry in entries {
      for context in entry.contexts { table[context, default: []].append(entry) }
    }
    return table
  }()
}
