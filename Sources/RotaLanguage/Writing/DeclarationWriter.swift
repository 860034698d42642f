import RotaSyntax

/// Writes declarations as a script that declares the same again.
public enum DeclarationWriter {
  /// The whole state: variables and definitions first, then the declarations in the order of their
  /// first mention. Clauses stand in the order of the vocabulary, one a line between braces, or on
  /// the statement's own line where there is only one.
  public static func text(_ state: LanguageState) -> String {
    var text = state.globals.order.compactMap { Self.text(of: $0, in: state) }.joined()
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

  /// Statements that make one state of another, as far as declaring again and `drop` can do it:
  /// what order things were declared in, and clauses taken away, are beyond them.
  public static func changes(from old: LanguageState, to new: LanguageState) -> String {
    var text = ""
    for name in new.globals.order {
      let written = Self.text(of: name, in: new)
      if let written, written != Self.text(of: name, in: old) { text += written }
    }
    for item in old.declarations.items where new.declarations.position(of: item.key) == nil {
      if let statement = dropping(item) { text += statement + "\n" }
    }
    for item in new.declarations.items {
      if let position = old.declarations.position(of: item.key) {
        guard let left = difference(item, from: old.declarations.items[position]) else { continue }
        write(left, indent: "", to: &text)
      } else {
        write(item, indent: "", to: &text)
      }
    }
    return text
  }

  /// A variable or a definition as statements; nil where the state has none of that name.
  static func text(of name: String, in state: LanguageState) -> String? {
    if let value = state.globals.variables[name] { return "let \(name) = \(value.source)\n" }
    return state.globals.definitions[name].map { SyntaxText.statement(.definition($0)) + "\n" }
  }

  /// A declaration as it stands in the plan's text.
  static func text(_ item: Declaration) -> String {
    var text = ""
    write(item, indent: "", to: &text)
    return text
  }

  /// Whether two declarations of the same thing read alike, but for the order of their parts.
  static func saysTheSame(_ item: Declaration, _ other: Declaration) -> Bool {
    difference(item, from: other) == nil && difference(other, from: item) == nil
      && item.children.count == other.children.count
  }

  /// What must be said of a thing again; nil where nothing.
  private static func difference(_ item: Declaration, from old: Declaration) -> Declaration? {
    var left = item
    left.clauses = item.clauses.filter { clause in
      item.entry.opens == .preference && clause.entry.role == .preference
        || !old.clauses.contains { $0.saysTheSame(as: clause) }
    }
    left.children = item.children.compactMap { child in
      guard let position = old.childPositions[child.key] else { return child }
      return difference(child, from: old.children[position])
    }
    let isNamedAnew =
      item.name != old.name || item.formText != old.formText
      || !item.arguments.saySame(as: old.arguments)
    let saysMore = left.clauses.contains { clause in
      !old.clauses.contains { $0.saysTheSame(as: clause) }
    }
    return isNamedAnew || saysMore || !left.children.isEmpty ? left : nil
  }

  private static func dropping(_ item: Declaration) -> String? {
    switch item.entry.word {
    case "travel":
      guard let from = item.value("from")?.string, let to = item.value("to")?.string else {
        return nil
      }
      return "drop travel \(NameSyntax.quoteIfNeeded(from)) to \(NameSyntax.quoteIfNeeded(to))"
    case "plan", "buses", "beds", "prefer", "require":
      return item.key.name.isEmpty
        ? "drop \(item.entry.word)"
        : "drop \(item.entry.word) \(NameSyntax.quoted(item.key.name))"
    default: return "drop \(item.entry.word) \(NameSyntax.quoteIfNeeded(item.name))"
    }
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

  /// A declaration without children on one line.
  static func line(_ item: Declaration) -> String {
    let clauses = sorted(item.clauses).map(ClauseText.whole)
    return clauses.isEmpty ? head(item) : "\(head(item)) { \(clauses.joined(separator: "; ")) }"
  }

  /// What it begins with: kind, name and the arguments after it.
  static func head(_ item: Declaration) -> String {
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
