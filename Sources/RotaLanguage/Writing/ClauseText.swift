import RotaPlanning
import RotaSyntax

/// Clauses as the language writes them. One writer serves every clause: the vocabulary says where
/// its word stands, its arguments stand in the order in which they were written.
enum ClauseText {
  static func whole(_ clause: EvaluatedClause) -> String {
    whole(clause.entry, arguments(clause.arguments, of: clause.entry))
  }

  /// An entry's word and its arguments. Where the usage does not begin with the word, as in
  /// `COUNT periods`, the word is one of the arguments.
  static func whole(_ entry: VocabularyEntry, _ arguments: String) -> String {
    if !standsFirst(entry) { return arguments }
    return arguments.isEmpty ? entry.word : "\(entry.word) \(arguments)"
  }

  static func standsFirst(_ entry: VocabularyEntry) -> Bool { entry.usage.hasPrefix(entry.word) }

  static func arguments(
    _ arguments: [EvaluatedArgument], of entry: VocabularyEntry
  ) -> String {
    parts(arguments, of: entry).joined(separator: " ")
  }

  /// A text for each argument.
  static func parts(_ arguments: [EvaluatedArgument], of entry: VocabularyEntry) -> [String] {
    var texts: [String] = []
    for (index, argument) in arguments.enumerated() {
      var text = text(argument, of: entry)
      // `1 period`, as it is said.
      let isWord = argument.value == nil && argument.expression == nil
      if isWord, text.hasSuffix("s"), index > 0, arguments[index - 1].value == .number(1) {
        text.removeLast()
      }
      texts.append(text)
    }
    return texts
  }

  private static func text(_ argument: EvaluatedArgument, of entry: VocabularyEntry) -> String {
    if let expression = argument.expression { return SyntaxText.expression(expression) }
    guard let value = argument.value else { return argument.label }
    return value.items.map { item in
      // What stands side by side in a window.
      guard case .list(let parts) = item else { return text(item, of: entry) }
      return parts.map { text($0, of: entry) }.joined(separator: " ")
    }.joined(separator: ", ")
  }

  private static func text(_ value: Value, of entry: VocabularyEntry) -> String {
    if case .name(let name) = value { return NameSyntax.quoteIfNeeded(name, in: entry) }
    return value.source
  }
}
