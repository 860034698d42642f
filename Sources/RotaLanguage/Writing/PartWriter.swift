import RotaSyntax

/// Writes statements that change one part of what was declared, as the planner could type them.
extension Declarations {
  /// A statement that says a clause anew of the declaration that a part stands in: `venue Hall seats
  /// 90`, `module Basics { lecture Ethics in Hall, Aula }`.
  public func statement(_ part: DeclarationPart, saying clause: String) -> String {
    guard let declaration = declaration(of: part) else { return "" }
    let head = DeclarationWriter.head(declaration)
    guard part.child != nil else {
      let subject = declaration.subject(in: nil)
      return "\(["buses", "beds"].contains(declaration.entry.word) ? head : subject) \(clause)"
    }
    let parent = items[part.item].subject(in: nil)
    return declaration.entry.role == .form
      ? "\(parent) { \(head) \(clause) }" : "\(parent) { \(head) { \(clause) } }"
  }

  /// Statements that take out a clause: they drop it, or else what it stands in, and declare that again
  /// without. Nil for what cannot be declared apart from the rest.
  public func statement(without part: DeclarationPart) -> String? {
    if let short = dropping(clause: part) { return short }
    guard let position = part.clause, let drop = statement(dropping: part.whole),
      var declaration = declaration(of: part), declaration.clauses.indices.contains(position),
      declaration.children.isEmpty
    else { return nil }
    declaration.clauses.remove(at: position)
    let line = DeclarationWriter.line(declaration)
    guard part.child != nil else { return "\(drop); \(line)" }
    return "\(drop); \(items[part.item].subject(in: nil)) { \(line) }"
  }

  /// `drop unavailable of teacher Li`; nil where that would take away more, or cannot be said.
  private func dropping(clause part: DeclarationPart) -> String? {
    guard let word = clause(of: part)?.entry.word, let declaration = declaration(of: part),
      declaration.clauses.count(where: { $0.entry.word == word }) == 1
    else { return nil }
    let kinds = ["teacher", "venue", "site", "unit", "school", "rotation", "standard"]
    if part.child == nil, kinds.contains(declaration.entry.word) {
      return "drop \(word) of \(declaration.subject(in: nil))"
    }
    let alike = items.lazy.filter { $0.entry.word == "module" }.flatMap(\.children)
      .count { $0.name == declaration.name }
    guard declaration.entry.role == .form, alike == 1 else { return nil }
    return "drop \(word) of session \(NameSyntax.quoteIfNeeded(declaration.name))"
  }

  /// The statement that takes out a session, a run or class of a rotation, or something with a name.
  public func statement(dropping part: DeclarationPart) -> String? {
    guard let declaration = declaration(of: part) else { return nil }
    let subject = declaration.subject(in: nil)
    guard part.child != nil else {
      let counted = ["plan", "prefer", "require", "buses", "beds", "travel"]
      return counted.contains(declaration.entry.word) ? nil : "drop \(subject)"
    }
    return "drop \(subject) of \(NameSyntax.quoteIfNeeded(items[part.item].name))"
  }

  /// The arguments of a clause as they were said: `Hall, Aula` of `in Hall, Aula`.
  public func arguments(of part: DeclarationPart) -> String {
    clause(of: part).map { ClauseText.arguments($0.arguments, of: $0.entry) } ?? ""
  }

  /// A clause as it was said: `in Hall, Aula`.
  public func clauseText(of part: DeclarationPart) -> String {
    clause(of: part).map(ClauseText.whole) ?? ""
  }

  /// The first declaration of a kind with a name, or of any name.
  public func part(_ kind: String, named name: String? = nil) -> DeclarationPart? {
    items.firstIndex { $0.entry.word == kind && (name == nil || $0.name == name) }.map {
      DeclarationPart(item: $0)
    }
  }
}
