import RotaDiagnostics

/// All that can be wrong with a text's form, and how it is told.
public enum SyntaxMessages {
  public static let all: [DiagnosticKind] = [
    invalidUTF8, controlCharacter, invisibleCharacter, unexpectedCharacter, unterminatedString,
    unknownEscape, unknownWord, misplacedWord, missingName, missingSeparator, unexpectedToken,
    numberSeparator, unclosedBracket, unclosedBlock, unmatchedBrace, unfinishedStatement, tooDeep,
    tooLong, tooManyStatements, tooManyErrors,
  ]

  // MARK: - Characters

  public static let invalidUTF8 = DiagnosticKind(
    "invalid-utf8",
    "The text holds bytes that are not UTF-8. Save the file as UTF-8 and read it again.")

  static func invalidUTF8(at range: SourceRange) -> Diagnostic {
    let count = range.upper - range.lower
    return Diagnostic(
      invalidUTF8, "\(count) \(count == 1 ? "byte is" : "bytes are") not UTF-8", at: range,
      remedies: ["save the file as UTF-8"])
  }

  public static let controlCharacter = DiagnosticKind(
    "control-character",
    "Control characters mean nothing in a plan. Take the character out; in a string write a line break as \\n."
  )

  static func controlCharacter(
    _ scalar: Unicode.Scalar, count: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      controlCharacter, run("control character", count) + codePoint(scalar), at: range,
      remedies: [count == 1 ? "take it out" : "take them out"], fixIt: .init(replace: range, by: "")
    )
  }

  public static let invisibleCharacter = DiagnosticKind(
    "invisible-character",
    "A character that is not seen, or that turns the direction of the text, would make two names differ that look alike. Take it out, or put the name in quotes."
  )

  static func invisibleCharacter(
    _ scalar: Unicode.Scalar, count: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      invisibleCharacter, run("invisible character", count) + codePoint(scalar), at: range,
      remedies: ["take \(count == 1 ? "it" : "them") out, or put the name in quotes"],
      fixIt: .init(replace: range, by: ""))
  }

  public static let unexpectedCharacter = DiagnosticKind(
    "unexpected-character",
    "The character has no meaning outside of strings. Names that hold it are written in quotes.")

  static func unexpectedCharacter(
    _ scalar: Unicode.Scalar, count: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      unexpectedCharacter,
      run("unexpected character", count) + "`\(scalar)` (\(codePoint(scalar)))", at: range,
      remedies: ["names that hold \(count == 1 ? "it" : "them") need quotes: \"…\""])
  }

  /// What a character, or a run of them, is called before the first one is named.
  private static func run(_ noun: String, _ count: Int) -> String {
    count == 1 ? noun + " " : Wording.count(count, noun) + ", the first "
  }

  private static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  // MARK: - Strings

  public static let unterminatedString = DiagnosticKind(
    "unterminated-string",
    "A string ends on the line on which it begins. Put the closing quote; a line break in a string is written \\n."
  )

  static func unterminatedString(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      unterminatedString, "the string does not end on its line", at: range,
      remedies: ["close it with \""])
  }

  public static let unknownEscape = DiagnosticKind(
    "unknown-escape",
    "After a backslash a string takes a quote, a backslash, a brace, or n for a line break. Write a backslash itself as \\\\."
  )

  static func unknownEscape(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      unknownEscape, "unknown escape `\\\(scalar)` in a string", at: range,
      remedies: [#"known are \" \\ \n \{ and \}; a backslash itself is written \\"#],
      fixIt: .init(replace: range, by: "\\\\\(scalar)"))
  }

  // MARK: - Words

  public static let unknownWord = DiagnosticKind(
    "unknown-word",
    "The word is not one that can stand here. Look for a slip of the pen; `help` lists the words, and names of several words need quotes."
  )

  static func unknownWord(
    _ word: String, in context: Context, at range: SourceRange, suggestion: String?,
    name: SourceRange? = nil, nameText: String = ""
  ) -> Diagnostic {
    let what =
      context == .top
      ? "unknown word `\(word)`" : "unknown \(noun(context)) `\(word)` in \(context.title)"
    if let suggestion {
      return Diagnostic(
        unknownWord, what, at: range, remedies: ["did you mean `\(suggestion)`?"],
        fixIt: .init(replace: range, by: suggestion))
    }
    if let name {
      let quoted = NameSyntax.quoted(nameText)
      return Diagnostic(
        unknownWord, what, at: range,
        remedies: ["a name of several words needs quotes: \(quoted)"],
        fixIt: .init(replace: name, by: quoted))
    }
    let remedy =
      word == "else" ? "`else` follows the `}` that ends an `if`" : known(in: context)
    return Diagnostic(unknownWord, what, at: range, remedies: [remedy])
  }

  private static func noun(_ context: Context) -> String {
    switch context {
    case .module: "form or clause"
    case .preference: "wish"
    default: "clause"
    }
  }

  private static func known(in context: Context) -> String {
    if context == .top { return "`help` lists the words that begin a statement" }
    let words = Grammar[context].all.filter { $0.entry.role != .control }.map {
      "`\($0.entry.word)`"
    }
    if words.count > 12 {
      return "`help` lists the clauses of \(context.title)"
    }
    return words.isEmpty
      ? "\(context.title) takes no clauses" : "\(context.title) takes \(list(words, "and"))"
  }

  public static let misplacedWord = DiagnosticKind(
    "misplaced-word",
    "The word is known, but belongs elsewhere. Move it, or close the block before it with `}`.")

  static func misplaced(
    _ word: String, in context: Context, belongsTo contexts: [Context], at range: SourceRange,
    block: SourceRange?
  ) -> Diagnostic {
    let isStatement = contexts.contains(.top)
    let place = context == .top ? "outside of a block" : "in \(context.title)"
    // Wishes about teachers and places begin like statements; who writes one means the statement.
    let homes = contexts.filter { $0 != .top && !(isStatement && $0 == .preference) }.map(\.title)
    var remedies: [String] = []
    let likes = likes(of: word, from: contexts, in: context)
    if !likes.isEmpty {
      remedies.append("\(list(likes, "or")) says such a thing of \(context.title)")
    }
    if !homes.isEmpty { remedies.append("`\(word)` belongs to \(list(homes, "or"))") }
    if isStatement { remedies.append("`\(word)` begins a statement of its own") }
    if isStatement, block != nil { remedies.append("close the block before it with `}`") }
    let notes = block.map { [Diagnostic.Note("the block begins here", at: $0)] } ?? []
    return Diagnostic(
      misplacedWord, "`\(word)` cannot stand \(place)", at: range,
      notes: isStatement ? notes : [], remedies: remedies)
  }

  /// A word that is known in its statement, but stands behind what it goes before.
  static func lateWord(
    _ word: String, after head: String, before rest: String, at range: SourceRange,
    in whole: SourceRange
  ) -> Diagnostic {
    let right = "\(head) \(word) \(rest)"
    return Diagnostic(
      misplacedWord, "`\(word)` stands right after `\(head)`", at: range,
      remedies: ["write `\(right)`"], fixIt: .init(replace: whole, by: right))
  }

  /// The clauses of a context that are followed by just what the misplaced word is followed by, such as
  /// the times after `unavailable`, which a teacher is, and `closed`, which a venue is.
  private static func likes(
    of word: String, from homes: [Context], in context: Context
  ) -> [String] {
    func arguments(_ entry: VocabularyEntry) -> Substring {
      entry.usage.dropFirst(entry.word.count)
    }
    let clauses = homes.flatMap { Grammar[$0].all.map(\.entry) }
    guard let misplaced = clauses.first(where: { $0.word == word && $0.role == .clause }) else {
      return []
    }
    let wanted = arguments(misplaced)
    if wanted.isEmpty { return [] }
    return Grammar[context].all.map(\.entry)
      .filter { $0.role == .clause && arguments($0) == wanted }.map { "`\($0.word)`" }
  }

  public static let missingName = DiagnosticKind(
    "missing-name",
    "A word of the language stands where a name or a value is needed. Put the name before it; if the word is the name, put it in quotes."
  )

  static func missingName(_ word: String, expected: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      missingName, "expected \(expected) before `\(word)`", at: range,
      remedies: ["if `\(word)` is a name, put it in quotes: \"\(word)\""])
  }

  public static let missingSeparator = DiagnosticKind(
    "missing-separator",
    "Two statements stand on one line. Put the second on a line of its own, or a `;` between them.")

  static func missingSeparator(
    before word: String, at range: SourceRange, after end: Int
  ) -> Diagnostic {
    let gap = SourceRange(source: range.source, lower: end, upper: range.lower)
    return Diagnostic(
      missingSeparator, "`\(word)` begins another statement on the same line", at: range,
      remedies: ["put `;` before it, or a new line"], fixIt: .init(replace: gap, by: "; "))
  }

  // MARK: - Tokens

  public static let unexpectedToken = DiagnosticKind(
    "unexpected-token",
    "Something else was expected here. The message says what; `help` with the statement's first word shows how it is written."
  )

  static func unexpectedToken(
    _ found: String, expected: String, at range: SourceRange, remedies: [String] = [],
    suggestion: String? = nil
  ) -> Diagnostic {
    let message = expected.isEmpty ? "unexpected \(found)" : "expected \(expected), found \(found)"
    guard let suggestion else {
      return Diagnostic(unexpectedToken, message, at: range, remedies: remedies)
    }
    return Diagnostic(
      unexpectedToken, message, at: range, remedies: ["did you mean `\(suggestion)`?"],
      fixIt: .init(replace: range, by: suggestion))
  }

  public static let numberSeparator = DiagnosticKind(
    "number-separator",
    "Numbers are written without separators, because a comma parts the items of a list. Write 2290, not 2,290."
  )

  static func numberSeparator(_ digits: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      numberSeparator, "a comma in a number", at: range,
      remedies: ["write `\(digits)`"], fixIt: .init(replace: range, by: digits))
  }

  // MARK: - Ends

  public static let unclosedBracket = DiagnosticKind(
    "unclosed-bracket", "A bracket was opened and not closed. Put the closing one.")

  static func unclosedBracket(
    _ open: SourceRange, _ opening: String, closing: String, at range: SourceRange,
    isIncomplete: Bool
  ) -> Diagnostic {
    Diagnostic(
      unclosedBracket, "`\(opening)` is not closed", at: range,
      notes: [.init("opened here", at: open)], remedies: ["close it with `\(closing)`"],
      isIncomplete: isIncomplete)
  }

  public static let unclosedBlock = DiagnosticKind(
    "unclosed-block", "A block was opened with `{` and not closed. Put the `}` that closes it.")

  static func unclosedBlock(at brace: SourceRange, end: SourceRange) -> Diagnostic {
    Diagnostic(
      unclosedBlock, "the block is not closed before the text ends", at: brace,
      remedies: ["close it with `}`"], isIncomplete: true)
  }

  public static let unmatchedBrace = DiagnosticKind(
    "unmatched-brace",
    "A `}` closes a block that was never opened, or was closed before. Take it out.")

  static func unmatchedBrace(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      unmatchedBrace, "`}` closes no block", at: range, remedies: ["take it out"],
      fixIt: .init(replace: range, by: ""))
  }

  public static let unfinishedStatement = DiagnosticKind(
    "unfinished-statement",
    "The text ends where the statement must go on, after a comma or an operator. Write the rest, or take the last sign out."
  )

  static func unfinishedStatement(expected: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      unfinishedStatement, "the text ends where \(expected) is expected", at: range,
      isIncomplete: true)
  }

  // MARK: - Limits

  public static let tooDeep = DiagnosticKind(
    "too-deep",
    "Brackets, blocks or signs stand inside each other deeper than the program reads. Give parts of it a name with `let` or `def`."
  )

  static func tooDeep(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      tooDeep, "nested deeper than \(limit) levels", at: range,
      remedies: ["give a part of it a name with `let` or `def`"])
  }

  public static let tooLong = DiagnosticKind(
    "too-long",
    "One expression has more operators than the program reads. Give parts of it a name with `let`, or use sum([…])."
  )

  static func tooLong(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      tooLong, "more than \(limit) operators in one expression", at: range,
      remedies: ["give a part of it a name with `let`, or use sum([…])"])
  }

  public static let tooManyStatements = DiagnosticKind(
    "too-many-statements",
    "The text has more statements than the program reads at once. Split it, or write a loop.")

  static func tooManyStatements(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      tooManyStatements, "more than \(limit) statements", at: range,
      remedies: ["split the text, or write a loop"])
  }

  public static let tooManyErrors = DiagnosticKind(
    "too-many-errors",
    "The text has more errors than are worth reading at once. Mend those that are shown first.")

  static func tooManyErrors(_ limit: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      tooManyErrors, "more than \(limit) errors; the rest are not shown", at: range,
      remedies: ["mend those above first"])
  }

  /// `a, b or c`.
  static func list(_ items: [String], _ conjunction: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}

extension Context {
  /// What messages call it: the word that opens it.
  public var title: String { self == .preference ? "prefer" : rawValue }
}
