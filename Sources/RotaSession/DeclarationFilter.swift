import RotaSyntax

/// What is left of a script when only what it declares counts: `rota check` neither solves nor
/// writes files, and prints nothing that the script itself asks for.
enum DeclarationFilter {
  /// Commands that tell, solve or write, and those that need the timetable that `solve` would make.
  private static let leftOut: Set<String> = [
    "check", "solve", "list", "move", "lock", "unlock", "unplace", "save", "export", "print",
    "expect", "help", "history", "compare", "publish", "changes", "why", "why not", "suggest",
    "edit", "edit plan", "watch",
  ]

  static func apply(_ script: Script) -> Script {
    Script(statements: apply(script.statements))
  }

  private static func apply(_ statements: [Statement]) -> [Statement] {
    statements.compactMap { statement in
      switch statement {
      case .phrase(let phrase):
        if isLeftOut(phrase.entry) { return nil }
        guard phrase.entry.role == .command, let block = phrase.block else { return statement }
        return .phrase(phrase.with(block: apply(block)))
      case .forEach(var loop):
        loop.body = apply(loop.body)
        return .forEach(loop)
      case .conditional(var choice):
        choice.body = apply(choice.body)
        choice.otherwise = choice.otherwise.map(apply)
        return .conditional(choice)
      case .definition(var definition):
        if case .statements(let body) = definition.body {
          definition.body = .statements(apply(body))
        }
        return .definition(definition)
      case .letting, .call:
        return statement
      }
    }
  }

  private static func isLeftOut(_ entry: VocabularyEntry) -> Bool {
    entry.role == .command && (leftOut.contains(entry.word) || entry.word.hasPrefix("show "))
  }
}
