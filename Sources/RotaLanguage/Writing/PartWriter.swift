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

  /// Statements that take out a clause: they drop what it stands in, and declare it again without.
  /// Nil for what cannot be declared apart from the rest.
  public func statement(without part: DeclarationPart) -> String? {
    guard let position = part.clause, let drop = statement(dropping: part.whole),
      var declaration = declaration(of: part), declaration.clauses.indices.contains(position),
      declaration.children.isEmpty
    else { return nil }
    declaration.clauses.remove(at: position)
    let line = DeclarationWriter.line(declaration)
    guard part.child != nil else { return "\(drop); \(line)" }
    return "\(drop); \(items[part.item].subject(in: nil)) { \(line) }"
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
