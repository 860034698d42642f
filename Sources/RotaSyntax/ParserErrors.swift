import RotaDiagnostics

/// Tells why a statement could not be read.
extension ParserState {
  mutating func report(_ reason: Failure.Reason, from start: Token, in context: Context) {
    if hasGuessed { return }
    // A broken character or string explains what the parser stumbled over.
    if lexer.problems.contains(where: { problem in
      guard let range = problem.range else { return false }
      return range.upper > start.lower && range.lower <= max(furthest.upper, current.upper)
    }) {
      return
    }
    if endsInBrokenString { return }
    switch reason {
    case .reported: return
    case .tooDeep:
      diagnostics.append(SyntaxMessages.tooDeep(limits.nesting, at: range(of: current)))
    case .tooLong:
      diagnostics.append(SyntaxMessages.tooLong(limits.operators, at: range(of: current)))
    case .clauseWord:
      diagnostics.append(
        SyntaxMessages.missingName(
          text, expected: words(for: expected.filter { $0.isSlot }), at: range(of: current)))
    case .unexpected:
      diagnostics.append(unexpected(in: context))
    }
  }

  /// The string around this place does not end; the lexer tells of it when it comes there.
  private var endsInBrokenString: Bool {
    guard !lexer.modes.isEmpty else { return false }
    var ahead = lexer
    while !ahead.modes.isEmpty { _ = ahead.next() }
    return ahead.problems.count > lexer.problems.count
  }

  private mutating func unexpected(in context: Context) -> Diagnostic {
    let found = furthest
    let place = range(of: found)
    if let bracket = unclosed(at: found) { return bracket }
    if found.kind == .end, furthestIsContinued {
      return SyntaxMessages.unfinishedStatement(expected: words(for: expected), at: endOfStatement)
    }
    if let phrase = misspeltPhrase() { return phrase }
    if let unit = spelledOutUnit(found) { return unit }
    if let sign = spelledOutOperator(found) { return sign }
    if found.kind == .word {
      let word = lexer.text(of: found).truncated(to: Self.widestQuote)
      if let clauses = expected.lazy.compactMap(\.clauses).first {
        let name = severalWords(to: found)
        return SyntaxMessages.unknownWord(
          word, in: clauses, at: place, suggestion: nil, name: name?.range,
          nameText: name?.text ?? "")
      }
    }
    if let number = separatedNumber(at: found) { return number }
    if let late = lateWord() { return late }
    if let mended = misspelt(found) { return mended }
    let isEnd = found.kind == .newline || found.kind == .end
    return SyntaxMessages.unexpectedToken(
      description(of: found), expected: words(for: expected),
      at: isEnd ? endOfStatement : place,
      remedies: remedies(for: found))
  }

  /// A bracket that should have been closed before this token: the text ends here, or a line begins.
  private func unclosed(at found: Token) -> Diagnostic? {
    guard let open = furthestOpen, let kind = open.kind.closing,
      expected.contains(.mark(kind)) || found.kind == .end
    else { return nil }
    let isEnd = found.kind == .end
    guard isEnd || lexer.beginsLine(found) else { return nil }
    return SyntaxMessages.unclosedBracket(
      range(of: open), open.kind.spelling ?? "", closing: kind.spelling ?? "",
      at: isEnd ? range(of: open) : range(of: found), isIncomplete: isEnd)
  }

  /// `New Era`, of which only the first word was read as the name.
  private func severalWords(to found: Token) -> (range: SourceRange, text: String)? {
    guard let bareName, bareName.upper <= found.lower,
      lexer.skipBlanks(from: bareName.upper) == found.lower
    else { return nil }
    let range = SourceRange(source: source, lower: bareName.lower, upper: found.upper)
    return (range, lexer.text(range.lower, range.upper))
  }

  /// `2,290` where one number is wanted.
  private func separatedNumber(at found: Token) -> Diagnostic? {
    guard found.kind == .comma else { return nil }
    var back = found.lower
    while back > 0, lexer.bytes[back - 1].isDigit { back -= 1 }
    var end = found.upper
    while end < lexer.end, lexer.bytes[end].isDigit { end += 1 }
    guard back < found.lower, end - found.upper == 3 else { return nil }
    let range = SourceRange(source: source, lower: back, upper: end)
    return SyntaxMessages.numberSeparator(
      lexer.text(back, found.lower) + lexer.text(found.upper, end), at: range)
  }

  private func spelledOutUnit(_ found: Token) -> Diagnostic? {
    guard found.kind == .word,
      expected.contains(where: { if case .unit = $0 { true } else { false } }),
      let unit = SpelledOutUnits.units[lexer.text(of: found)]
    else { return nil }
    return SyntaxMessages.unexpectedToken(
      "`\(lexer.text(of: found))`", expected: "a unit", at: range(of: found), suggestion: unit)
  }

  /// `form is visit`, behind a value that could have gone on with a sign.
  private func spelledOutOperator(_ found: Token) -> Diagnostic? {
    let word = lexer.text(of: found)
    guard found.kind == .word, let sign = SpelledOutOperators.signs[word],
      notes.contains(where: { $0.phrase?.entry.usage.contains("VALUE") == true })
    else { return nil }
    return SyntaxMessages.unexpectedToken(
      "`\(word)`", expected: "a sign such as = or >", at: range(of: found), suggestion: sign)
  }

  /// A word that is nearly one of those expected: `were` for `where`.
  private func misspelt(_ found: Token) -> Diagnostic? {
    guard found.kind == .word else { return nil }
    let word = lexer.text(of: found)
    let known = expected.compactMap(\.words)
    guard let suggestion = Spelling.nearest(to: word, among: known) else { return nil }
    return SyntaxMessages.unexpectedToken(
      "`\(word)`", expected: words(for: expected), at: range(of: found), suggestion: suggestion)
  }

  /// A phrase that was read as one of fewer words: `at moost 2 per day`, read as `at` and a name.
  private func misspeltPhrase() -> Diagnostic? {
    var phrases = notes.compactMap(\.phrase)
    // On one line, `2 per day` begins a clause of its own behind `at moost`.
    if let clauseBefore, let begun = phrases.first,
      lexer.text(clauseBefore.upper, max(clauseBefore.upper, begun.lower)).allSatisfy({ $0 == " " })
    {
      phrases.append(clauseBefore.phrase)
    }
    for phrase in phrases {
      guard
        let (head, context, wrong) = longerNearest(
          than: phrase.entry, in: phrase.entry.contexts, from: phrase.lower)
      else { continue }
      return SyntaxMessages.unknownWord(
        lexer.text(wrong.lower, wrong.upper), in: context, at: wrong, suggestion: head.entry.word)
    }
    return nil
  }

  /// A word that stands at the front of its statement or not at all, read as something else further
  /// on: `export html timetable "x.html"`.
  private func lateWord() -> Diagnostic? {
    guard let phrase = notes.first?.phrase, furthestPrevious.kind == .word,
      case .optional(let front)? = Head(phrase.entry).elements.first
    else { return nil }
    let word = lexer.text(of: furthestPrevious)
    let headEnd = phrase.lower + phrase.entry.word.utf8.count
    guard front.begins(with: word), headEnd < furthestPrevious.lower else { return nil }
    let between = lexer.text(headEnd, furthestPrevious.lower).split(separator: " ").map(String.init)
    guard let first = between.first, !front.begins(with: first) else { return nil }
    let wrong = SourceRange(
      source: source, lower: phrase.lower, upper: furthestPrevious.upper)
    return SyntaxMessages.lateWord(
      word, after: phrase.entry.word, before: between.joined(separator: " "),
      at: range(of: furthestPrevious), in: wrong)
  }

  private func remedies(for found: Token) -> [String] {
    let wantsName = expected.contains {
      if case .slot(let slot) = $0 { slot.takesName || slot.takesNames } else { false }
    }
    switch found.kind {
    case .number, .date, .time, .timeSpan:
      let text = lexer.text(of: found)
      return wantsName ? ["a name that begins with a digit needs quotes: \"\(text)\""] : []
    case .minus where furthestPrevious.kind == .time:
      return ["a span of times is written without spaces, such as `08:30-10:00`"]
    case .newline where expected.contains(.mark(.leftBrace)) && !expected.contains(.endOfStatement):
      return ["`{` must stand on the same line"]
    default: return []
    }
  }

  /// Right after the last thing that was read.
  private var endOfStatement: SourceRange {
    let end = max(0, furthestPrevious.upper)
    return SourceRange(source: source, lower: end, upper: end)
  }

  /// Of a longer token a message quotes only the beginning, in columns.
  private static let widestQuote = 200

  private func description(of token: Token) -> String {
    switch token.kind {
    case .end: "the end of the text"
    case .newline: "the end of the line"
    case .stringStart, .stringText: "a string"
    default: "`\(lexer.text(of: token).truncated(to: Self.widestQuote))`"
    }
  }

  /// What was expected, in words: the most telling things first, and not too many.
  private func words(for expected: [Expected]) -> String {
    let hasSlot = expected.contains(where: \.isSlot)
    var seen: Set<String> = []
    var items: [String] = []
    for item in expected {
      if hasSlot, item.isValue { continue }
      guard let text = item.description, seen.insert(text).inserted else { continue }
      items.append(text)
    }
    if items.count > 10 { items = Array(items.prefix(9)) + ["something else"] }
    return SyntaxMessages.list(items, "or")
  }
}

extension Expected {
  var isSlot: Bool { if case .slot = self { true } else { false } }

  var isValue: Bool { if case .value = self { true } else { false } }

  var isRest: Bool { if case .rest = self { true } else { false } }

  /// The words it is typed as.
  fileprivate var words: String? {
    switch self {
    case .word(let word): word
    case .rest(let head, let count): head.words(from: count)
    default: nil
    }
  }

  /// The context whose statements or clauses were expected.
  var clauses: Context? {
    switch self {
    case .statement(let context), .clause(let context, _): context
    default: nil
    }
  }

  /// In words for "expected …"; nil for what can follow nearly everything.
  fileprivate var description: String? {
    switch self {
    case .word(let word): "`\(word)`"
    case .slot(let slot): slot.description
    case .statement(let context): context == .top ? "a statement" : "a clause of \(context.title)"
    case .clause(let context, _): "a clause of \(context.title)"
    case .rest(let head, let count): "`\(head.words(from: count))`"
    case .variable: "a bare word as its name"
    case .value: "a value"
    case .unit: nil
    case .mark(let kind): kind.spelling.map { "`\($0)`" }
    case .endOfStatement: nil
    }
  }
}

extension [Usage.Element] {
  /// Whether a word is one that these elements can begin with.
  fileprivate func begins(with word: String) -> Bool {
    switch first {
    case .word(word): true
    case .choice(let alternatives): alternatives.contains { $0.begins(with: word) }
    default: false
    }
  }
}

extension Token.Kind {
  /// The bracket that closes this one.
  var closing: Token.Kind? {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    case .leftBrace: .rightBrace
    default: nil
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
