import RotaPlanning
import RotaSyntax

/// Clauses as the language writes them. One writer serves every clause: the vocabulary says where
/// its word stands, its arguments stand in the order in which they were written.
enum ClauseText {
  static func whole(_ clause: EvaluatedClause) -> String {
    whole(clause.entry, arguments(clause.arguments))
  }

  /// An entry's word and its arguments. Where the usage does not begin with the word, as in
  /// `COUNT periods`, the word is one of the arguments.
  static func whole(_ entry: VocabularyEntry, _ arguments: String) -> String {
    if !standsFirst(entry) { return arguments }
    return arguments.isEmpty ? entry.word : "\(entry.word) \(arguments)"
  }

  static func standsFirst(_ entry: VocabularyEntry) -> Bool { entry.usage.hasPrefix(entry.word) }

  static func arguments(_ arguments: [EvaluatedArgument]) -> String {
    arguments.map(text).joined(separator: " ")
  }

  private static func text(_ argument: EvaluatedArgument) -> String {
    if let expression = argument.expression { return SyntaxText.expression(expression) }
    guard let value = argument.value else { return argument.label }
    switch value {
    case .list(let items):
      return items.map { item in
        if case .list(let parts) = item { return parts.map(\.source).joined(separator: " ") }
        return isRole(item, argument) ? item.description : item.source
      }.joined(separator: ", ")
    default: return isRole(value, argument) ? value.description : value.source
    }
  }

  /// `venue` and `site` stand for all places of the role where places are named.
  private static func isRole(_ value: Value, _ argument: EvaluatedArgument) -> Bool {
    argument.label == "places" && value.string.flatMap { Place.Role(rawValue: $0) } != nil
  }
}
