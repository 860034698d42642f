import RotaDiagnostics

/// Phrases: an entry's words, its arguments, its clauses on the line and its block.
extension ParserState {
  /// Reads the entry that stands here; control statements have readers of their own.
  mutating func statement(_ head: Head, in context: Context) throws(Failure) -> Statement {
    switch head.entry.role {
    case .control: try control(head.entry.word, in: context)
    default: .phrase(try phrase(head, in: context))
    }
  }

  mutating func phrase(_ head: Head, in context: Context) throws(Failure) -> Phrase {
    let lower = current.lower
    var headRange = range(of: current)
    for _ in head.words {
      advance()
      headRange = range(from: lower)
    }
    let opened = head.entry.opens.map { Grammar[$0] }
    let outer = (stops, phrase)
    stops = (opened, head.isClause ? Grammar[context] : nil)
    phrase = PhraseStart(entry: head.entry, lower: lower)
    bareName = nil
    var arguments: [Argument] = []
    arguments.reserveCapacity(head.elements.count)
    try elements(head.elements[...], into: &arguments)
    var clauses: [Phrase] = []
    var block: [Statement]?
    if let opened {
      clauses = try inlineClauses(of: opened)
      note(.mark(.leftBrace))
      if current.kind == .leftBrace { block = try self.block(of: opened.context) }
    }
    if head.isClause {
      clauseBefore = (PhraseStart(entry: head.entry, lower: lower), previousUpper)
    }
    (stops, phrase) = outer
    return Phrase(
      entry: head.entry, headRange: headRange, arguments: arguments, inlineClauses: clauses,
      block: block, range: range(from: lower))
  }

  /// Clauses that follow the arguments on the statement's own line.
  private mutating func inlineClauses(of grammar: Grammar) throws(Failure) -> [Phrase] {
    var clauses: [Phrase] = []
    var given: [Head] = []
    while true {
      note(.clause(grammar.context, given: given))
      let outer = stops
      switch current.kind {
      case .word:
        if let head = head(in: grammar), head.isClause {
          if takesNotes { given.append(head) }
          clauses.append(try phrase(head, in: grammar.context))
        } else if let head = leadingSlotHead(in: grammar) {
          if takesNotes { given.append(head) }
          clauses.append(try phrase(head, in: grammar.context))
        } else {
          noteBegun(grammar)
          guard let head = mendedHead(in: grammar.context, isInline: true) else { return clauses }
          clauses.append(try phrase(head, in: grammar.context))
        }
      case .number, .leftParenthesis:
        guard let head = leadingSlotHead(in: grammar) else { return clauses }
        if takesNotes { given.append(head) }
        clauses.append(try phrase(head, in: grammar.context))
      default: return clauses
      }
      stops = outer
    }
  }

  /// Tells of a word that is unknown or out of place, and gives the entry that it is read as, so
  /// that errors further on are found as well. Nil where nothing can be made of it; then either
  /// the error is told, or nothing is.
  mutating func mendedHead(in context: Context, isInline: Bool) -> Head? {
    // The text ends in the middle of an entry's words.
    if furthest.kind == .end, expected.contains(where: \.isRest) { return nil }
    if let head = runTogether(in: context), !isInline || head.isClause {
      part(head, in: context)
      return head
    }
    let belongings = belongings()
    if let (_, head) = belongings.first,
      longerNearest(than: head.entry, in: [context], from: current.lower) == nil
    {
      if isInline, !head.isClause || head.entry.contexts.contains(context) {
        hasToldOfSeparator = current.lower
        diagnostics.append(
          SyntaxMessages.missingSeparator(
            before: text, at: range(of: current), after: previousUpper))
        return nil
      }
      diagnostics.append(
        SyntaxMessages.misplaced(
          head.entry.word, in: context, belongsTo: belongings.map(\.context),
          at: range(of: current), block: blocks.last.map(range(of:))))
      hasGuessed = true
      return head
    }
    guard let (head, upper) = nearest(in: context), !isInline || head.isClause else { return nil }
    let wrong = SourceRange(source: source, lower: current.lower, upper: upper)
    diagnostics.append(
      SyntaxMessages.unknownWord(
        lexer.text(wrong.lower, wrong.upper), in: context, at: wrong, suggestion: head.entry.word))
    hasGuessed = true
    return head
  }

  /// Tells that a space is missing after an entry's word, and reads on as if it stood there.
  private mutating func part(_ head: Head, in context: Context) {
    let upper = current.lower + head.entry.word.utf8.count
    diagnostics.append(
      SyntaxMessages.unknownWord(
        text, in: context, at: range(of: current),
        suggestion: "\(head.entry.word) \(lexer.text(upper, current.upper))"))
    hasGuessed = true
    current = Token(kind: .word, lower: current.lower, upper: upper)
    lexer.position = upper
  }
}
