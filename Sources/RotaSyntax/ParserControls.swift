import RotaDiagnostics

/// `let`, `for`, `if`, `def` and calls.
extension ParserState {
  mutating func control(_ word: String, in context: Context) throws(Failure) -> Statement {
    let lower = current.lower
    advance()
    switch word {
    case "let": return .letting(try letStatement(from: lower))
    case "for": return .forEach(try forStatement(from: lower, in: context))
    case "if": return .conditional(try ifStatement(from: lower, in: context))
    default: return .definition(try defStatement(from: lower, in: context))
    }
  }

  private mutating func letStatement(from lower: Int) throws(Failure) -> LetStatement {
    let name = try variable()
    note(.mark(.equal))
    guard current.kind == .equal else { throw Failure(reason: .unexpected) }
    advanceAndContinue()
    let value = try expression(whole: true)
    return LetStatement(
      name: name.name, nameRange: name.range, value: value, range: range(from: lower))
  }

  private mutating func forStatement(
    from lower: Int, in context: Context
  ) throws(Failure) -> ForStatement {
    let name = try variable()
    try expect(word: "in")
    let sequence = try expression(whole: true)
    let body = try block(of: context)
    return ForStatement(
      variable: name.name, variableRange: name.range, sequence: sequence, body: body,
      range: range(from: lower))
  }

  private mutating func ifStatement(
    from lower: Int, in context: Context
  ) throws(Failure) -> IfStatement {
    let condition = try expression(whole: true)
    let body = try block(of: context)
    let end = previousUpper
    var otherwise: [Statement]?
    note(.word("else"))
    if elseFollows() {
      skipNewlines()
      advance()
      note(.word("if"))
      if isWord("if") {
        let start = current.lower
        advance()
        try enter()
        otherwise = [.conditional(try ifStatement(from: start, in: context))]
        leave()
      } else {
        otherwise = try block(of: context)
      }
    }
    let upper = otherwise == nil ? end : previousUpper
    return IfStatement(
      condition: condition, body: body, otherwise: otherwise,
      range: SourceRange(source: source, lower: lower, upper: upper))
  }

  /// `else` here or at the beginning of a later line, with nothing but blank lines between.
  private func elseFollows() -> Bool {
    if isWord("else") { return true }
    guard current.kind == .newline else { return false }
    var ahead = ahead()
    var token = ahead.next()
    while token.kind == .newline { token = ahead.next() }
    return token.kind == .word && ahead.text(of: token) == "else"
  }

  private mutating func defStatement(
    from lower: Int, in context: Context
  ) throws(Failure) -> DefStatement {
    let name = try variable()
    note(.mark(.leftParenthesis))
    guard current.kind == .leftParenthesis else { throw Failure(reason: .unexpected) }
    layout?.calls.append(current.lower)
    try openBracket()
    var parameters: [DefStatement.Parameter] = []
    while current.kind != .rightParenthesis {
      let parameter = try variable()
      var value: Expression?
      note(.mark(.equal))
      if current.kind == .equal {
        advance()
        value = try expression(whole: true)
      }
      parameters.append(
        DefStatement.Parameter(name: parameter.name, range: parameter.range, defaultValue: value))
      guard commaContinues() else { break }
    }
    try closeBracket(.rightParenthesis)
    note(.mark(.equal))
    let body: DefStatement.DefBody
    if current.kind == .equal {
      advanceAndContinue()
      body = .expression(try expression(whole: true))
    } else {
      body = .statements(try block(of: context))
    }
    return DefStatement(
      name: name.name, nameRange: name.range, parameters: parameters, body: body,
      range: range(from: lower))
  }

  /// A defined name with its arguments.
  mutating func callStatement() throws(Failure) -> Statement? {
    var ahead = ahead()
    guard ahead.next().kind == .leftParenthesis else { return nil }
    let token = current
    let name = text
    advance()
    let arguments = try callArguments(of: name)
    return .call(
      CallStatement(
        name: name, nameRange: range(of: token), arguments: arguments,
        range: range(from: token.lower)))
  }

  private mutating func variable() throws(Failure) -> (name: String, range: SourceRange) {
    note(.variable)
    guard current.kind == .word else { throw Failure(reason: .unexpected) }
    let found = (text, range(of: current))
    advance()
    return found
  }

  private mutating func expect(word: String) throws(Failure) {
    note(.word(word))
    guard isWord(word) else { throw Failure(reason: .unexpected) }
    advance()
  }
}
