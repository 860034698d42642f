import RotaDiagnostics
import RotaPlanning
import RotaSyntax

extension Runner {
  // Each sort of expression has a function of its own, so that a level of nesting takes no more of
  // the stack than it needs.
  mutating func value(
    of expression: Expression, _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) -> Value {
    switch expression {
    case .literal(let literal, let range): return try literal.value(at: range)
    case .word(let word, let range): return try value(ofWord: word, at: range, state)
    case .string, .list, .span, .unary, .binary, .call: break
    }
    let nesting = state.nesting
    try enter(expression.range, &state)
    defer { state.nesting = nesting }
    switch expression {
    case .literal, .word: return .boolean(false)
    case .string(let parts, let range): return .text(try text(of: parts, at: range, &state, &host))
    case .list(let items, let range): return try list(items, at: range, &state, &host)
    case .span(let from, let to, let range): return try span(from, to, at: range, &state, &host)
    case .unary(let operation, let operand, let range):
      return try unary(operation, operand, at: range, &state, &host)
    case .binary: return try chain(expression, &state, &host)
    case .call(let name, let arguments, let range):
      return try call(name, arguments, at: range, &state, &host)
    }
  }

  mutating func truth(
    of expression: Expression, _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) -> Bool {
    let result = try value(of: expression, &state, &host)
    guard case .boolean(let truth) = result else {
      throw LanguageMessages.wrongType("true or false", result, at: expression.range)
    }
    return truth
  }

  private mutating func list(
    _ items: [Expression], at range: SourceRange, _ state: inout LanguageState,
    _ host: inout Host
  ) throws(Diagnostic) -> Value {
    var values: [Value] = []
    for item in items { values.append(try value(of: item, &state, &host)) }
    let list = Value.list(values)
    guard list.weight(upTo: Limits.listItems) <= Limits.listItems else {
      throw LanguageMessages.listTooLong(at: range)
    }
    return list
  }

  private mutating func span(
    _ from: Expression, _ to: Expression, at range: SourceRange, _ state: inout LanguageState,
    _ host: inout Host
  ) throws(Diagnostic) -> Value {
    let first = try value(of: from, &state, &host)
    return try Spans.make(first, try value(of: to, &state, &host), at: range)
  }

  private mutating func unary(
    _ operation: UnaryOperator, _ operand: Expression, at range: SourceRange,
    _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) -> Value {
    switch operation {
    case .negate: try Arithmetic.negate(try value(of: operand, &state, &host), at: range)
    case .not: .boolean(try !truth(of: operand, &state, &host))
    }
  }

  /// A sum of many terms leans to the left; it is walked in a loop, so that its length costs no
  /// stack.
  private mutating func chain(
    _ expression: Expression, _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) -> Value {
    var pending: [(operation: BinaryOperator, right: Expression, range: SourceRange)] = []
    var leftmost = expression
    while case .binary(let operation, let left, let right, let range) = leftmost {
      pending.append((operation, right, range))
      leftmost = left
    }
    var result = try value(of: leftmost, &state, &host)
    var resultRange = leftmost.range
    for step in pending.reversed() {
      switch step.operation {
      case .and, .or:
        guard case .boolean(let truth) = result else {
          throw LanguageMessages.wrongType("true or false", result, at: resultRange)
        }
        if truth == (step.operation == .and) {
          result = .boolean(try self.truth(of: step.right, &state, &host))
        }
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains, .add,
        .subtract, .multiply, .divide, .remainder:
        let right = try value(of: step.right, &state, &host)
        result = try Arithmetic.apply(step.operation, result, right, at: step.range)
      }
      resultRange = step.range
    }
    return result
  }

  /// A variable, a field of the row, or the name of something.
  private func value(
    ofWord word: String, at range: SourceRange, _ state: LanguageState
  ) throws(Diagnostic) -> Value {
    if let value = variable(word, state) ?? field(word) { return value }
    if KnownWords.contains(word, in: state.declarations) { return .name(word) }
    if let date = try state.declarations.date(ofWord: word, at: range) { return date }
    throw LanguageMessages.unknownName(
      word, sort: nil, near: KnownWords.all(in: state, and: frames.flatMap(\.variables.keys)),
      at: range)
  }

  /// The text of a string with its expressions worked out.
  mutating func text(
    of parts: [StringPart], at range: SourceRange, _ state: inout LanguageState,
    _ host: inout Host
  ) throws(Diagnostic) -> String {
    if parts.count == 1, case .text(let text) = parts[0] { return text }
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .interpolation(let expression):
        let value = try value(of: expression, &state, &host)
        guard value.weight(upTo: Limits.textBytes / 64) <= Limits.textBytes / 64 else {
          throw LanguageMessages.textTooLong(at: range)
        }
        result += value.description
      }
      guard result.utf8.count <= Limits.textBytes else {
        throw LanguageMessages.textTooLong(at: range)
      }
    }
    return result
  }
}
