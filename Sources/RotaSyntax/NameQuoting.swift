import RotaDiagnostics

extension NameSyntax {
  /// A name as it must be written: bare where it reads as one word and means nothing else.
  public static func quoteIfNeeded(_ name: String) -> String {
    var lexer = Lexer(SourceText(name: "", text: name), as: SourceID(index: 0))
    let token = lexer.next()
    let isBare =
      token.kind == .word && token.upper == name.utf8.count && !reserved.contains(name)
      && lexer.text(of: token).utf8.elementsEqual(name.utf8)
    return isBare ? name : quoted(name)
  }

  /// A name in quotes.
  public static func quoted(_ name: String) -> String {
    "\"\(escaped(name))\""
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "{", "}": result += "\\\(scalar)"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Every word that has a meaning somewhere, so that a saved name can never be read as one.
  private static let reserved: Set<String> = {
    var words: Set<String> = ["true", "false", "and", "or", "not", "in", "mod", "else"]
    words.formUnion(Lexer.weekdays)
    for entry in Vocabulary.entries {
      words.formUnion(entry.word.split(separator: " ").map(String.init))
      words.formUnion(literals(Usage(parsing: entry.usage).elements))
    }
    return words
  }()

  private static func literals(_ elements: [Usage.Element]) -> [String] {
    elements.flatMap { element -> [String] in
      switch element {
      case .word(let word): [word]
      case .slot: []
      case .optional(let inner): literals(inner)
      case .choice(let alternatives): alternatives.flatMap(literals)
      }
    }
  }
}
