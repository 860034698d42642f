import RotaDiagnostics

/// Lists of statements, blocks, and what to do after an error.
extension ParserState {
  /// Statements up to the end of the text, or of the block.
  mutating func statements(in context: Context, isBlock: Bool) -> [Statement] {
    var context = context
    var result: [Statement] = []
    // Room for what a block mostly has, so that it need not move.
    if isBlock { result.reserveCapacity(4) }
    var isParted = true
    while true {
      while current.kind == .newline || current.kind == .semicolon {
        advance()
        isParted = true
      }
      if isParted { note(.statement(context)) }
      isParted = false
      if isBlock { note(.mark(.rightBrace)) }
      if current.kind == .end || isBlock && current.kind == .rightBrace { return result }
      if limits.isCancelled() {
        skipRest()
        return result
      }
      guard max(diagnostics.count, lexer.problems.count) <= limits.errors else {
        skipRest()
        return result
      }
      statements += 1
      guard statements <= limits.statements else {
        diagnostics.append(
          SyntaxMessages.tooManyStatements(limits.statements, at: range(of: current)))
        skipRest()
        return result
      }
      let start = current
      let outer = (depth, blocks.count)
      hasGuessed = false
      do {
        if let statement = try statement(in: &context) { result.append(statement) }
        try endStatement(in: context)
      } catch {
        guard takesNotes else {
          lacksNotes = true
          skipRest()
          return result
        }
        (stops, callsAcrossSpace) = ((nil, nil), true)
        (phrase, call, compared, isPart) = (nil, nil, nil, false)
        report(error.reason, from: start, in: context)
        depth = outer.0
        blocks.removeLast(max(0, blocks.count - outer.1))
        open.removeAll()
        recover(from: start)
      }
    }
  }

  private mutating func skipRest() {
    lexer.position = lexer.end
    lexer.modes = []
    current = Token(kind: .end, lower: lexer.end, upper: lexer.end)
  }

  /// A statement ends with its line, before `;` or before the end of its block.
  private mutating func endStatement(in context: Context) throws(Failure) {
    note(.endOfStatement)
    switch current.kind {
    case .newline, .semicolon, .rightBrace, .end: return
    case .word where hasToldOfSeparator == current.lower: return
    case .word where head(in: Grammar[context]) != nil:
      diagnostics.append(
        SyntaxMessages.missingSeparator(before: text, at: range(of: current), after: previousUpper))
    default: throw Failure(reason: .unexpected)
    }
  }

  private mutating func statement(in context: inout Context) throws(Failure) -> Statement? {
    stops = (nil, nil)
    bareName = nil
    let grammar = Grammar[context]
    switch current.kind {
    case .word:
      if let head = head(in: grammar, beginsStatement: true) {
        return try statement(head, in: context)
      }
      if let head = leadingSlotHead(in: grammar) { return .phrase(try phrase(head, in: context)) }
      if let call = try callStatement() { return call }
      if context == .module, beginsOwnForm() {
        return .phrase(try phrase(Grammar.ownForm, in: context))
      }
      noteBegun(grammar)
      if let mended = mendedHead(in: context, isInline: false) {
        if mended.entry.contexts.contains(.top), !mended.entry.contexts.contains(context) {
          context = .top
        }
        return try statement(mended, in: context)
      }
      throw Failure(reason: .unexpected)
    case .number, .leftParenthesis:
      if let head = leadingSlotHead(in: grammar) { return .phrase(try phrase(head, in: context)) }
      throw Failure(reason: .unexpected)
    case .rightBrace:
      diagnostics.append(SyntaxMessages.unmatchedBrace(at: range(of: current)))
      advance()
      return nil
    default: throw Failure(reason: .unexpected)
    }
  }

  /// `{ … }`.
  mutating func block(of context: Context) throws(Failure) -> [Statement] {
    let brace = current
    // The string before it was not closed: what comes of that is not told.
    let isGuess = previous.kind == .stringEnd && previous.lower == previous.upper
    note(.mark(.leftBrace))
    guard brace.kind == .leftBrace else { throw Failure(reason: .unexpected) }
    try enter()
    blocks.append(brace)
    advance()
    let body = statements(in: context, isBlock: true)
    guard current.kind == .rightBrace else {
      if !hasToldOfOpenBlock {
        hasToldOfOpenBlock = true
        let end = SourceRange(source: source, lower: previousUpper, upper: previousUpper)
        if !isGuess {
          diagnostics.append(SyntaxMessages.unclosedBlock(at: range(of: brace), end: end))
        }
      }
      throw Failure(reason: .reported)
    }
    blocks.removeLast()
    leave()
    advance()
    return body
  }

  /// Goes on at the next statement: at a token that begins a line, else after the next line break
  /// or `;`, and before the brace that closes the block.
  private mutating func recover(from start: Token) {
    while current.lower < furthest.lower, current.kind != .end { step() }
    if current.lower > start.lower, current.kind != .end, lexer.beginsLine(current) { return }
    var braces = 0
    while current.kind != .end {
      switch current.kind {
      case .newline where braces == 0: return
      case .semicolon where braces == 0: return
      case .leftBrace: braces += 1
      case .rightBrace:
        if braces == 0 { return }
        braces -= 1
      default: break
      }
      step()
    }
  }

  private mutating func step() {
    let comma = current.kind == .comma
    advance()
    if comma { skipNewlines() }
  }
}

extension Lexer {
  /// Nothing but blanks stands before the token on its line.
  func beginsLine(_ token: Token) -> Bool {
    var position = token.lower
    while position > 0 {
      let byte = bytes[position - 1]
      if byte == UInt8(ascii: "\n") { return true }
      guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") else { return false }
      position -= 1
    }
    return true
  }
}
