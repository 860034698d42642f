import RotaDiagnostics

extension NameSyntax {
  /// A name as it must be written: bare where it reads as one word and means nothing else.
  public static func quoteIfNeeded(_ name: String) -> String {
    isBareWord(name) && !reserved.contains(name) ? name : quoted(name)
  }

  /// A name as it must be written among the arguments of an entry: words that mean something only
  /// elsewhere, such as `room` after `in`, need no quotes.
  public static func quoteIfNeeded(_ name: String, in entry: VocabularyEntry) -> String {
    guard isBareWord(name) else { return quoted(name) }
    if !reserved.contains(name) { return name }
    var words = always
    for context in Array(entry.contexts) + [entry.opens].compactMap({ $0 }) {
      for other in Vocabulary.entries(in: context) {
        words.formUnion(other.word.split(separator: " ").map(String.init))
      }
    }
    words.formUnion(Usage(parsing: entry.usage).words)
    return words.contains(name) ? quoted(name) : name
  }

  /// A name as it must be written in an expression, where only operators and weekdays are special.
  public static func quoteIfNeededInExpression(_ name: String) -> String {
    isBareWord(name) && !always.contains(name) ? name : quoted(name)
  }

  private static func isBareWord(_ name: String) -> Bool {
    var lexer = Lexer(SourceText(name: "", text: name), as: SourceID(index: 0))
    let token = lexer.next()
    return token.kind == .word && token.upper == name.utf8.count
      && lexer.text(of: token).utf8.elementsEqual(name.utf8)
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

  /// Words of expressions.
  private static let always: Set<String> = Set(
    ["true", "false", "and", "or", "not", "in", "mod", "else"] + Lexer.weekdays)

  /// Every word that has a meaning somewhere, so that a saved name can never be read as one.
  private static let reserved: Set<String> = {
    var words = always
    for entry in Vocabulary.entries {
      words.formUnion(entry.word.split(separator: " ").map(String.init))
      words.formUnion(Usage(parsing: entry.usage).words)
    }
    return words
  }()
}
