import RotaDiagnostics

/// Expressions, by precedence climbing: or, and, not, comparisons, spans, sums, products, signs.
extension ParserState {
  /// A value. Outside of brackets a value that is not `whole` stops before `and`, `or`, `in` and
  /// comparisons, which there are words of clauses.
  mutating func expression(whole: Bool) throws(Failure) -> Expression {
    try whole ? comparison(atLeast: 1) : span()
  }

  /// Operators of precedence 1 to 3.
  private mutating func comparison(atLeast least: Int) throws(Failure) -> Expression {
    let lower = current.lower
    var left = try negation()
    while let found = binaryOperator(), found.precedence <= 3, found.precedence >= least {
      let leftHeight = height
      advanceAndContinue()
      try enter()
      let outer = compared
      compared = found.precedence == 3 ? left.asWord : nil
      let right = try comparison(atLeast: found.precedence + 1)
      compared = outer
      leave()
      try grow(over: leftHeight)
      left = .binary(found, left, right, range(from: lower))
      // What is true or false may go on.
      for word in ["and", "or"] { note(.word(word)) }
    }
    return left
  }

  private mutating func negation() throws(Failure) -> Expression {
    guard isWord("not") else { return try span() }
    let lower = current.lower
    advanceAndContinue()
    try enter()
    let operand = try comparison(atLeast: 3)
    leave()
    try grow()
    return .unary(.not, operand, range(from: lower))
  }

  /// `a .. b`, looser than a sum and tighter than a comparison.
  mutating func span() throws(Failure) -> Expression {
    let lower = current.lower
    let left = try sum(atLeast: 4)
    guard current.kind == .range else { return left }
    let leftHeight = height
    advanceAndContinue()
    let right = try end(of: left) { (state) throws(Failure) in try state.sum(atLeast: 4) }
    try grow(over: leftHeight)
    return .span(left, right, range(from: lower))
  }

  /// The end of a span, which is of the sort of its beginning.
  mutating func end(
    of left: Expression, read: (inout Self) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    let outer = slot
    defer { slot = outer }
    switch left {
    case .literal(.date, _): slot = .date
    case .literal(.weekday, _): slot = .weekdays
    default: break
    }
    return try read(&self)
  }

  /// Operators of precedence 4 and 5.
  mutating func sum(atLeast least: Int) throws(Failure) -> Expression {
    let lower = current.lower
    var left = try sign()
    while let found = binaryOperator(), found.precedence >= least, found.precedence >= 4 {
      let leftHeight = height
      advanceAndContinue()
      let outer = isPart
      isPart = true
      let right = try sum(atLeast: found.precedence + 1)
      isPart = outer
      try grow(over: leftHeight)
      left = .binary(found, left, right, range(from: lower))
    }
    return left
  }

  private mutating func sign() throws(Failure) -> Expression {
    guard current.kind == .minus else { return try primary() }
    let lower = current.lower
    layout?.signs.append(lower)
    advance()
    try enter()
    let operand = try sign()
    leave()
    try grow()
    return .unary(.negate, operand, range(from: lower))
  }

  /// The expression read last becomes part of a higher tree, beside parts of another height.
  private mutating func grow(over other: Int = 0) throws(Failure) {
    height = max(height, other) + 1
    guard height <= limits.operators else { throw Failure(reason: .tooLong) }
  }

  private func binaryOperator() -> BinaryOperator? {
    switch current.kind {
    case .plus: .add
    case .minus: .subtract
    case .times: .multiply
    case .divide: .divide
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .word:
      switch current.upper - current.lower {
      case 2: isWord("or") ? .or : isWord("in") ? .contains : nil
      case 3: isWord("and") ? .and : isWord("mod") ? .remainder : nil
      default: nil
      }
    default: nil
    }
  }

  /// A value without operators.
  mutating func primary() throws(Failure) -> Expression {
    noteValue()
    height = 0
    let token = current
    switch token.kind {
    case .number: return numberOrQuantity(takesUnit: true)
    case .date, .time, .timeSpan:
      advance()
      return .literal(lexer.literal(of: token), range(from: token.lower))
    case .stringStart:
      let string = try string()
      return .string(string.parts, string.range)
    case .leftBracket: return try list()
    case .leftParenthesis:
      try openBracket()
      let value = try expression(whole: true)
      try closeBracket(.rightParenthesis)
      return value
    case .word: return try word()
    default: throw Failure(reason: .unexpected)
    }
  }

  /// A number, with a unit where one follows and is wanted.
  mutating func numberOrQuantity(takesUnit: Bool) -> Expression {
    let token = current
    let digits = lexer.text(of: token)
    advance()
    guard takesUnit else { return .literal(.number(digits), range(from: token.lower)) }
    let slot = self.slot
    note(.unit(slot, isOne: digits == "1"))
    if current.kind == .percent {
      advance()
      return .literal(.quantity(digits, unit: "%"), range(from: token.lower))
    }
    if current.kind == .word {
      let unit = text
      if Vocabulary.unitWords.contains(unit) {
        advance()
        return .literal(.quantity(digits, unit: unit), range(from: token.lower))
      }
    }
    return .literal(.number(digits), range(from: token.lower))
  }

  private mutating func list() throws(Failure) -> Expression {
    let lower = current.lower
    try openBracket()
    var items: [Expression] = []
    var highest = 0
    note(.mark(.rightBracket))
    while current.kind != .rightBracket {
      items.append(try expression(whole: true))
      highest = max(highest, height)
      note(.mark(.comma))
      guard current.kind == .comma else { break }
      advanceAndContinue()
      note(.mark(.rightBracket))
    }
    try closeBracket(.rightBracket)
    try grow(over: highest)
    return .list(items, range(from: lower))
  }

  private mutating func word() throws(Failure) -> Expression {
    let token = current
    if isClauseWord() { throw Failure(reason: .clauseWord) }
    let name = text
    if isOperatorWord(name) { throw Failure(reason: .unexpected) }
    advance()
    if current.kind == .leftParenthesis, callsAcrossSpace || current.lower == token.upper {
      let arguments = try callArguments(of: name)
      return .call(name, arguments, range(from: token.lower))
    }
    let range = range(from: token.lower)
    switch name {
    case "true": return .literal(.boolean(true), range)
    case "false": return .literal(.boolean(false), range)
    default:
      if let weekday = Lexer.weekdays.firstIndex(of: name) {
        return .literal(.weekday(weekday + 1), range)
      }
      return .word(name, range)
    }
  }

  private func isOperatorWord(_ word: String) -> Bool {
    switch word {
    case "and", "or", "not", "in", "mod": true
    default: false
    }
  }

  /// `(VALUE, label: VALUE)`.
  mutating func callArguments(of function: String) throws(Failure) -> [CallArgument] {
    let outer = (isPart, call, compared)
    defer { (isPart, call, compared) = outer }
    (isPart, call, compared) = (true, ValuePlace.Call(function: function), nil)
    layout?.calls.append(current.lower)
    try openBracket()
    var arguments: [CallArgument] = []
    var highest = 0
    note(.mark(.rightParenthesis))
    while current.kind != .rightParenthesis {
      var label: String?
      if current.kind == .word {
        var ahead = ahead()
        if ahead.next().kind == .colon {
          label = text
          advance()
          advance()
        }
      }
      call?.label = label
      arguments.append(CallArgument(label: label, value: try expression(whole: true)))
      if call?.position == 0 { call?.first = arguments[0].value.asWord }
      call?.position += 1
      highest = max(highest, height)
      note(.mark(.comma))
      guard current.kind == .comma else { break }
      advanceAndContinue()
      note(.mark(.rightParenthesis))
    }
    try closeBracket(.rightParenthesis)
    try grow(over: highest)
    return arguments
  }

  /// A string with its expressions.
  mutating func string() throws(Failure) -> (parts: [StringPart], range: SourceRange) {
    let lower = current.lower
    try enter()
    advance()
    var parts: [StringPart] = []
    var highest = 0
    while true {
      switch current.kind {
      case .stringText:
        parts.append(.text(lexer.stringValue(of: current)))
        advance()
      case .interpolationStart:
        try openBracket()
        let outer = (isPart, call, compared)
        (isPart, call, compared) = (true, nil, nil)
        let value = try expression(whole: true)
        (isPart, call, compared) = outer
        try closeBracket(.interpolationEnd)
        parts.append(.interpolation(value))
        highest = max(highest, height)
      case .stringEnd:
        leave()
        advance()
        try grow(over: highest)
        return (parts, range(from: lower))
      default:
        throw Failure(reason: .unexpected)
      }
    }
  }
}

extension Lexer {
  static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// The value of a date, a time or a span of times.
  func literal(of token: Token) -> Literal {
    var position = token.lower
    /// The next number; no part of a date or a time has more than four digits.
    func part() -> Int {
      var number: Int?
      while position < token.upper {
        // The letters of `2027年3月1日` part numbers as hyphens do.
        let (ascii, length) =
          asciiTwin(at: position) ?? (0, decodeScalar(bytes, at: position, end: end)?.1 ?? 1)
        position += length
        let isDigit = ascii >= UInt8(ascii: "0") && ascii <= UInt8(ascii: "9")
        if isDigit { number = (number ?? 0) * 10 + Int(ascii - UInt8(ascii: "0")) }
        if !isDigit, number != nil { break }
      }
      return number ?? 0
    }
    switch token.kind {
    case .date: return .date(year: part(), month: part(), day: part())
    case .time: return .time(hour: part(), minute: part())
    default: return .timeSpan(part(), part(), part(), part())
    }
  }
}
