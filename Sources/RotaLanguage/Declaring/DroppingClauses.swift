import RotaDiagnostics
import RotaSyntax

/// `drop CLAUSE of KIND NAME`: takes away what was said of something in one clause.
enum DroppingClauses {
  static func drop(
    _ command: Command, of holder: EvaluatedArgument, from declarations: inout Declarations
  ) throws(Diagnostic) -> Change {
    let name = holder.value?.string ?? ""
    let clause = command.argument("kind")
    let word = clause?.value?.string ?? ""
    let range = clause?.range ?? command.range
    if command.has("session") {
      return try dropOfSession(word, name, at: range, holder.range, from: &declarations)
    }
    let kind =
      ["teacher", "venue", "site", "unit", "school", "module", "rotation"].first {
        command.has($0)
      } ?? ""
    guard let position = declarations.position(of: Declarations.Key(kind: kind, name: name)) else {
      let names = declarations.items.filter { $0.entry.word == kind }.map(\.name)
      throw LanguageMessages.unknownName(name, sort: kind, near: names, at: holder.range)
    }
    let change = try declarations.items[position].without(word, at: range)
    declarations.removeClauses(word, of: position, child: nil)
    return change
  }

  private static func dropOfSession(
    _ word: String, _ name: String, at range: SourceRange, _ place: SourceRange,
    from declarations: inout Declarations
  ) throws(Diagnostic) -> Change {
    var found: [(module: Int, child: Int)] = []
    var known: [String] = []
    for (index, module) in declarations.items.enumerated() where module.entry.word == "module" {
      for (position, child) in module.children.enumerated() {
        known.append(child.name)
        if child.name == name { found.append((index, position)) }
      }
    }
    guard let only = found.first else {
      throw LanguageMessages.unknownName(name, sort: "session", near: known, at: place)
    }
    guard found.count == 1 else {
      let modules = found.map { declarations.items[$0.module].name }
      throw LanguageMessages.sessionOfWhichModule(name, modules, at: place)
    }
    let change = try declarations.items[only.module].children[only.child].without(word, at: range)
    declarations.removeClauses(word, of: only.module, child: only.child)
    return change
  }
}

extension Declaration {
  /// What taking away the clauses of a word changes; throws where there are none.
  fileprivate func without(_ word: String, at range: SourceRange) throws(Diagnostic) -> Change {
    let said = clauses.filter { $0.entry.word == word }
    guard !said.isEmpty else {
      var words: [String] = []
      for clause in clauses where !words.contains(clause.entry.word) {
        words.append(clause.entry.word)
      }
      throw LanguageMessages.nothingSaid(word, of: subject(in: nil), said: words, at: range)
    }
    return Change(
      subject: subject(in: nil), clause: "",
      old: said.map(ClauseText.whole).joined(separator: "; "), new: nil)
  }
}
