import RotaSyntax

/// Writes declarations as a script that declares the same again.
public enum DeclarationWriter {
  /// The whole state: variables and definitions first, then the declarations in the order of their
  /// first mention. Clauses stand in the order of the vocabulary, one a line between braces, or on
  /// the statement's own line where there is only one.
  public static func text(_ state: LanguageState) -> String {
    var text = ""
    for name in state.globals.order {
      if let value = state.globals.variables[name] {
        text += "let \(name) = \(value.source)\n"
      } else if let definition = state.globals.definitions[name] {
        text += SyntaxText.statement(.definition(definition)) + "\n"
      }
    }
    var last: String?
    for item in state.declarations.items {
      // A blank line between sorts of things.
      if let last, last != item.entry.word { text += "\n" }
      if last == nil, !text.isEmpty { text += "\n" }
      last = item.entry.word
      write(item, indent: "", to: &text)
    }
    return text
  }

  private static func write(_ item: Declaration, indent: String, to text: inout String) {
    text += indent + head(item)
    let clauses = sorted(item.clauses)
    let isOneLine = item.children.isEmpty && clauses.count <= 1 && !readsOn(item, clauses.first)
    if isOneLine || item.entry.word == "prefer" {
      for clause in clauses { text += " " + ClauseText.whole(clause) }
      text += "\n"
      return
    }
    text += " {\n"
    for clause in clauses { text += indent + "    " + ClauseText.whole(clause) + "\n" }
    for child in item.children { write(child, indent: indent + "    ", to: &text) }
    text += indent + "}\n"
  }

  /// Whether a clause would be read as the unit of the number before it: `run 3 people 40 people`.
  private static func readsOn(_ item: Declaration, _ clause: EvaluatedClause?) -> Bool {
    guard let clause, case .number = item.arguments.last?.value else { return false }
    return Words.units.contains(clause.entry.word)
  }

  private static func head(_ item: Declaration) -> String {
    var words = [item.formText]
    switch item.entry.word {
    // Their arguments are all that they are called by.
    case "run", "class", "travel": break
    default:
      if !item.name.isEmpty { words.append(NameSyntax.quoteIfNeeded(item.name, in: item.entry)) }
    }
    if !item.arguments.isEmpty {
      words.append(ClauseText.arguments(item.arguments, of: item.entry))
    }
    return words.joined(separator: " ")
  }

  /// In the order of the vocabulary; those of one word as they were said.
  private static func sorted(_ clauses: [EvaluatedClause]) -> [EvaluatedClause] {
    clauses.enumerated().sorted { a, b in
      let first = order[a.element.entry] ?? Int.max
      let second = order[b.element.entry] ?? Int.max
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
  }

  private static let order = Dictionary(
    Vocabulary.entries.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
}
