import RotaDiagnostics

/// Reads what stands where a usage has words and slots.
extension ParserState {
  /// Reads a usage's elements and adds what stands for them to the arguments.
  mutating func elements(
    _ elements: ArraySlice<Usage.Element>, into arguments: inout [Argument]
  ) throws(Failure) {
    var index = elements.startIndex
    while index < elements.endIndex {
      switch elements[index] {
      case .word(let word):
        note(.word(word))
        guard isWord(word) else { throw Failure(reason: .unexpected) }
        arguments.append(Argument(label: word, value: .word, range: range(of: current)))
        advance()
        index += 1
      case .slot(let slot, let label):
        let next = index + 1 < elements.endIndex ? elements[index + 1] : nil
        arguments.append(try argument(slot, label: label, before: next))
        index += 1
      case .choice(let alternatives):
        try choice(alternatives, into: &arguments)
        index += 1
      case .optional:
        let end = elements[index...].firstIndex { if case .optional = $0 { false } else { true } }
        let group = elements[index..<(end ?? elements.endIndex)]
        try optionals(group, before: elements[group.endIndex...], into: &arguments)
        index = group.endIndex
      }
    }
  }

  /// Optional parts that stand side by side may come in any order.
  private mutating func optionals(
    _ group: ArraySlice<Usage.Element>, before rest: ArraySlice<Usage.Element>,
    into arguments: inout [Argument]
  ) throws(Failure) {
    var left = group.compactMap { if case .optional(let inner) = $0 { inner[...] } else { nil } }
    search: while true {
      if current.kind == .minus, let position = left.firstIndex(where: { isLongOption($0) }) {
        longOption(left.remove(at: position), into: &arguments)
        continue search
      }
      for (position, inner) in left.enumerated() where canBegin(inner) {
        if case .slot? = inner.first, isUnknownClause() { continue }
        if case .slot? = inner.first,
          left[(position + 1)...].contains(where: beginsWithCurrentWord)
            || beginsWithCurrentWord(rest)
        {
          continue
        }
        left.remove(at: position)
        try elements(inner, into: &arguments)
        continue search
      }
      return
    }
  }

  /// Whether words that could be left out are written, at a hyphen, as on a command line:
  /// `--dry-run`.
  private func isLongOption(_ elements: ArraySlice<Usage.Element>) -> Bool {
    guard let option = Self.longOption(elements) else { return false }
    let end = current.lower + option.utf8.count
    guard end <= lexer.bytes.count,
      lexer.bytes[current.lower..<end].elementsEqual(option.utf8)
    else { return false }
    // `--dry-runs` is another word.
    return end == lexer.bytes.count || " \t\r\n;}#".utf8.contains(lexer.bytes[end])
  }

  private static func longOption(_ elements: ArraySlice<Usage.Element>) -> String? {
    var words: [String] = []
    for element in elements {
      guard case .word(let word) = element else { return nil }
      words.append(word)
    }
    return words.isEmpty ? nil : "--" + words.joined(separator: "-")
  }

  private mutating func longOption(
    _ elements: ArraySlice<Usage.Element>, into arguments: inout [Argument]
  ) {
    let lower = current.lower
    let upper = lower + (Self.longOption(elements)?.utf8.count ?? 0)
    while current.lower < upper, current.kind != .end { advance() }
    layout?.keepVerbatim(lower, upper)
    for case .word(let word) in elements {
      arguments.append(Argument(label: word, value: .word, range: range(from: lower)))
    }
  }

  /// A word before a number or a string, where clauses can stand: rather a clause misspelt than a
  /// name or a value that could be left out.
  private func isUnknownClause() -> Bool {
    guard current.kind == .word, stops.own != nil || stops.around != nil else { return false }
    var ahead = ahead()
    switch ahead.next().kind {
    case .number, .date, .time, .timeSpan, .stringStart: return true
    default: return false
    }
  }

  private func beginsWithCurrentWord(_ elements: ArraySlice<Usage.Element>) -> Bool {
    switch elements.first {
    case .word(let word): isWord(word)
    case .choice(let alternatives):
      alternatives.contains { beginsWithCurrentWord($0[...]) }
    case .slot, .optional, nil: false
    }
  }

  private mutating func canBegin(_ elements: ArraySlice<Usage.Element>) -> Bool {
    switch elements.first {
    case .word(let word):
      note(.word(word))
      return isWord(word)
    case .slot(let slot, _):
      note(.slot(slot))
      return canBegin(slot)
    case .optional(let inner):
      return canBegin(inner[...]) || canBegin(elements.dropFirst())
    case .choice(let alternatives):
      // Each one is asked, so that each one is noted.
      return alternatives.reduce(false) { canBegin($1[...]) || $0 }
    case nil: return false
    }
  }

  /// The first alternative that fits.
  private mutating func choice(
    _ alternatives: [[Usage.Element]], into arguments: inout [Argument]
  ) throws(Failure) {
    var failure = Failure(reason: .unexpected)
    let start = mark()
    let count = arguments.count
    for (position, alternative) in alternatives.enumerated() {
      guard canBegin(alternative[...]) else { continue }
      // A word that begins another alternative is no name: `class` before a number that is missing.
      if beginsWithName(alternative),
        alternatives.contains(where: { beginsWithCurrentWord($0[...]) })
      {
        continue
      }
      if isOneValue(alternative), isLoneWord(),
        alternatives[(position + 1)...].contains(where: beginsWithName)
      {
        continue
      }
      do {
        try elements(alternative[...], into: &arguments)
        return
      } catch {
        if case .tooDeep = error.reason { throw error }
        if case .tooLong = error.reason { throw error }
        failure = error
        goBack(to: start)
        arguments.removeLast(arguments.count - count)
      }
    }
    if isClauseWord() { failure = Failure(reason: .clauseWord) }
    throw failure
  }

  /// A single expression, so that a bare word would always fit.
  private func isOneValue(_ elements: [Usage.Element]) -> Bool {
    guard case .slot(let slot, _)? = elements.first, !slot.takesName, !slot.takesNames else {
      return false
    }
    return elements.dropFirst().allSatisfy { if case .optional = $0 { true } else { false } }
  }

  private func beginsWithName(_ elements: [Usage.Element]) -> Bool {
    guard case .slot(let slot, _)? = elements.first else { return false }
    return slot.takesName || slot.takesNames
  }

  /// A string, or a word that is neither called nor calculated with: rather a name than a value.
  private func isLoneWord() -> Bool {
    if current.kind == .stringStart { return true }
    guard current.kind == .word else { return false }
    var ahead = ahead()
    let next = ahead.next()
    switch next.kind {
    case .plus, .times, .divide, .range, .leftParenthesis: return false
    case .minus:
      // Without spaces it is a hyphen in a name.
      let after = ahead.next()
      return next.lower == current.upper && after.lower == next.upper
        && (after.kind == .word || after.kind == .number)
    default: return true
    }
  }

  mutating func canBegin(_ slot: Usage.Slot) -> Bool {
    if slot == .said { return clauseUpper == previousUpper && !isWord("of") && !isAtEnd }
    switch current.kind {
    case .word: return slot == .file || slot.takesRest || !isClauseWord()
    case .stringStart: return slot != .word && slot != .option && slot != .kind
    case .newline, .semicolon, .end, .rightBrace: return false
    case .number, .date, .time, .timeSpan, .leftParenthesis, .leftBracket, .minus:
      return !slot.takesName && !slot.takesNames
    default: return slot == .file || slot.takesRest
    }
  }

  private var isAtEnd: Bool {
    [.newline, .semicolon, .end, .leftBrace, .rightBrace].contains(current.kind)
  }

  private mutating func argument(
    _ slot: Usage.Slot, label: String, before next: Usage.Element?
  ) throws(Failure) -> Argument {
    note(.slot(slot))
    // One by one: to let go of a tuple of these takes longer than to read the argument.
    let (outerSlot, wasPart) = (self.slot, isPart)
    let outerCall = call
    let outerCompared = compared
    self.slot = slot
    isPart = false
    call = nil
    compared = nil
    defer {
      self.slot = outerSlot
      isPart = wasPart
      call = outerCall
      compared = outerCompared
    }
    let lower = current.lower
    func made(_ value: ArgumentValue, _ range: SourceRange) -> Argument {
      Argument(label: label, value: value, range: range)
    }
    switch slot {
    case .file:
      let path = try path()
      return made(.path(path), path.range)
    case .names, .places, .teachers, .units, .modules, .sessions, .topics, .periods, .roles,
      .scenarios, .languages:
      var names = [try name()]
      while commaContinues() { names.append(try nameAfterComma(slot)) }
      return made(.names(names), range(from: lower))
    case .name, .school, .zone, .form, .resource, .rotation, .session, .teacher, .kind, .option,
      .word, .scenario, .period, .audience, .place, .venue, .unit, .module, .theme, .standard,
      .owner, .listing, .field, .paper, .timeZone:
      let name = try name()
      return made(.name(name), name.range)
    case .clause:
      let clause = try clauseWords()
      return made(.name(clause), clause.range)
    case .said:
      let said = try said()
      return made(.name(said), said.range)
    case .subject, .wish:
      let subject = try subject()
      return made(.name(subject), subject.range)
    case .dates, .weekdays, .numbers, .values, .points:
      let whole = slot == .values
      var items = [try expression(whole: whole)]
      while commaContinues() { items.append(try expression(whole: whole)) }
      let range = range(from: lower)
      return made(.expression(.list(items, range)), range)
    case .windows:
      let value = try windows()
      return made(.expression(value), value.range)
    case .range:
      let value = try numbersFromTo(before: next)
      return made(.expression(value), value.range)
    case .number, .numeral, .count, .people, .duration, .days, .percent, .limit, .date, .times,
      .text,
      .steps, .point, .repair, .value:
      let value: Expression
      if isNumber(before: next) {
        value = numberOrQuantity(takesUnit: false)
      } else {
        value = try expression(whole: slot == .value)
      }
      return made(.expression(value), value.range)
    }
  }

  /// The words of the clause that has most of them, or else one word; what that is supposed to be is
  /// for the evaluator to say.
  private mutating func clauseWords() throws(Failure) -> NameSyntax {
    guard current.kind == .word, let words = clauseWordsAhead() else { return try name() }
    let lower = current.lower
    for _ in words { advance() }
    let text = words.joined(separator: " ")
    clauseUpper = previousUpper
    return NameSyntax(text: text, range: range(from: lower))
  }

  /// What a clause says, up to the `of` behind it: `2 per day` in `drop at most 2 per day of teacher Li`.
  private mutating func said() throws(Failure) -> NameSyntax {
    let lower = current.lower
    while !isWord("of") {
      switch current.kind {
      case .newline, .semicolon, .end, .leftBrace, .rightBrace: throw Failure(reason: .unexpected)
      case .stringStart: _ = try name()
      default: advance()
      }
    }
    let upper = previousUpper
    layout?.keepVerbatim(lower, upper)
    return NameSyntax(text: lexer.text(lower, upper), range: range(from: lower))
  }

  /// A number, or two with `..` between them.
  private mutating func numbersFromTo(before next: Usage.Element?) throws(Failure) -> Expression {
    func end(_ state: inout ParserState) throws(Failure) -> Expression {
      if state.isNumber(before: next) { return state.numberOrQuantity(takesUnit: false) }
      return try state.sum(atLeast: 4)
    }
    let lower = current.lower
    let from = try end(&self)
    note(.mark(.range))
    guard current.kind == .range else { return from }
    advanceAndContinue()
    return .span(from, try end(&self), range(from: lower))
  }

  /// A number before a word of the usage, which is no unit then.
  private func isNumber(before next: Usage.Element?) -> Bool {
    guard current.kind == .number, case .word(let word)? = next else { return false }
    return isUnitBefore(word)
  }

  /// The word after the number is the next one of the usage, so it is no unit.
  private func isUnitBefore(_ word: String) -> Bool {
    var ahead = ahead()
    let next = ahead.next()
    guard next.kind == .word else { return false }
    let text = ahead.text(of: next)
    return text == word || (isOne(current) && text + "s" == word)
  }

  mutating func commaContinues() -> Bool {
    note(.mark(.comma))
    guard current.kind == .comma else { return false }
    advanceAndContinue()
    return true
  }

  private mutating func nameAfterComma(_ slot: Usage.Slot) throws(Failure) -> NameSyntax {
    note(.slot(slot))
    return try name()
  }

  /// A bare word or a string. Words and numbers joined by hyphens without spaces are one name
  /// here, such as `zh-Hans`; in expressions they would be a subtraction.
  mutating func name() throws(Failure) -> NameSyntax {
    if current.kind == .stringStart {
      let string = try string()
      return NameSyntax(quoted: string.parts, range: string.range)
    }
    guard current.kind == .word else { throw Failure(reason: .unexpected) }
    if isClauseWord() { throw Failure(reason: .clauseWord) }
    var token = current
    advance()
    while current.kind == .minus, current.lower == token.upper {
      var ahead = ahead()
      let next = ahead.next()
      guard next.kind == .word || next.kind == .number, next.lower == current.upper else { break }
      advance()
      token.upper = current.upper
      layout?.keepVerbatim(token.lower, token.upper)
      advance()
    }
    bareName = token
    return NameSyntax(text: lexer.text(of: token), range: range(of: token))
  }

  /// A string, or everything up to the next blank, line break or `;`.
  private mutating func path() throws(Failure) -> NameSyntax {
    if current.kind == .stringStart { return try name() }
    let lower = lexer.skipBlanks(from: previousUpper)
    let upper = lexer.endOfPath(from: lower)
    guard upper > lower, lexer.asciiTwin(at: lower)?.ascii != UInt8(ascii: "#") else {
      throw Failure(reason: .unexpected)
    }
    lexer.forgetProblems(from: lower)
    lexer.position = upper
    lastPath = lower..<upper
    layout?.keepVerbatim(lower, upper)
    current = Token(kind: .word, lower: lower, upper: upper)
    let path = String(decoding: lexer.bytes[lower..<upper], as: UTF8.self)
    advance()
    return NameSyntax(text: path, range: range(from: lower))
  }

  /// A string, or the words up to the statement's end.
  private mutating func subject() throws(Failure) -> NameSyntax {
    if current.kind == .stringStart { return try name() }
    let lower = current.lower
    while ![.newline, .semicolon, .end, .rightBrace].contains(current.kind) { advance() }
    let upper = previousUpper
    guard upper > lower else { throw Failure(reason: .unexpected) }
    // Blanks behind it belong to it where the text ends, so that completion goes on from there.
    lastPath = lower..<(current.kind == .end ? lexer.end : upper)
    layout?.keepVerbatim(lower, upper)
    let words = lexer.text(lower, upper).split { $0 == " " || $0 == "\t" }
    return NameSyntax(text: words.joined(separator: " "), range: range(from: lower))
  }

  /// Groups apart by commas; in a group, dates, weekdays and times side by side.
  private mutating func windows() throws(Failure) -> Expression {
    let lower = current.lower
    callsAcrossSpace = false
    defer { callsAcrossSpace = true }
    var groups: [Expression] = []
    repeat {
      let start = current.lower
      var parts: [Expression] = []
      repeat {
        note(.slot(.windows))
        parts.append(try window())
        note(.slot(.windows))
      } while canBegin(Usage.Slot.windows)
      groups.append(.list(parts, range(from: start)))
    } while commaContinues()
    return .list(groups, range(from: lower))
  }

  private mutating func window() throws(Failure) -> Expression {
    let lower = current.lower
    let left = try primary()
    guard current.kind == .range else { return left }
    advanceAndContinue()
    let right = try end(of: left) { (state) throws(Failure) in try state.primary() }
    return .span(left, right, range(from: lower))
  }
}

extension Parser {
  /// Whether a file's path can be written without quotes.
  public static func takesBare(path: String) -> Bool {
    let text = SourceText(name: "", text: path)
    let lexer = Lexer(text, as: SourceID(index: 0))
    return !path.isEmpty && lexer.endOfPath(from: 0) == text.bytes.count
      && lexer.asciiTwin(at: 0).map {
        $0.ascii != UInt8(ascii: "#") && $0.ascii != UInt8(ascii: "\"")
      }
        ?? true
  }
}

extension Lexer {
  func skipBlanks(from offset: Int) -> Int {
    var position = offset
    while position < end, let length = blank(at: position) { position += length }
    return position
  }

  func endOfPath(from offset: Int) -> Int {
    var position = offset
    while position < end, bytes[position] != UInt8(ascii: "\n"), blank(at: position) == nil {
      guard let (scalar, length) = decodeScalar(bytes, at: position, end: end) else {
        position += 1
        continue
      }
      if case .twin(UInt8(ascii: ";")) = ScalarClass(scalar) { break }
      if scalar == ";" { break }
      position += length
    }
    return position
  }

  private func blank(at offset: Int) -> Int? {
    switch bytes[offset] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return 1
    case 0..<0x80: return nil
    default:
      guard let (scalar, length) = decodeScalar(bytes, at: offset, end: end),
        case .blank = ScalarClass(scalar)
      else { return nil }
      return length
    }
  }
}
