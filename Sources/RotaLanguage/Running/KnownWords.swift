import RotaSyntax

/// Words that stand for themselves in an expression: names of what is declared, forms, and the
/// words that `list` and `count` take.
enum KnownWords {
  /// What `list` and `count` can be asked for.
  static let lists = [
    "sessions", "classes", "runs", "venues", "sites", "teachers", "units", "modules", "rotations",
    "people", "costs",
  ]

  private static let fixed: Set<String> = Set(
    lists + Words.forms + Words.kinds)

  /// The clauses whose arguments are words of the planner's own that nothing else declares.
  private static let wordClauses: Set<String> = [
    "kind", "zone", "role", "theme", "teaches", "period",
  ]

  static func contains(_ word: String, in declarations: Declarations) -> Bool {
    if fixed.contains(word) { return true }
    for kind in Words.kinds
    where declarations.position(of: Declarations.Key(kind: kind, name: word)) != nil {
      return true
    }
    var isKnown = false
    visit(declarations) { if $0 == word { isKnown = true } }
    return isKnown
  }

  static func known(among words: Set<String>, in declarations: Declarations) -> Set<String> {
    var known = words.intersection(fixed)
    visit(declarations) { if words.contains($0) { known.insert($0) } }
    return known
  }

  static func all(in state: LanguageState, and locals: [String]) -> [String] {
    var words = fixed
    words.formUnion(locals)
    words.formUnion(state.globals.order)
    visit(state.declarations) { words.insert($0) }
    return words.sorted()
  }

  private static func visit(_ declarations: Declarations, _ body: (String) -> Void) {
    for item in declarations.items { visit(item, body) }
  }

  private static func visit(_ item: Declaration, _ body: (String) -> Void) {
    if !item.name.isEmpty { body(item.name) }
    for clause in item.clauses where wordClauses.contains(clause.entry.word) {
      for argument in clause.arguments {
        for value in argument.value?.items ?? [] {
          if case .name(let name) = value { body(name) }
        }
      }
    }
    for child in item.children { visit(child, body) }
  }
}

extension LanguageState {
  /// Whether a bare word stands for itself in an expression, so that it needs no quotes.
  public func knows(_ word: String) -> Bool { KnownWords.contains(word, in: declarations) }

  /// Which of many words stand for themselves: one look at the plan for all of them.
  public func known(among words: Set<String>) -> Set<String> {
    KnownWords.known(among: words, in: declarations)
  }
}
