extension Expression {
  /// Text that reads back as an equal expression, with no more brackets than it needs.
  public var source: String {
    switch self {
    case .literal(let literal, _): literal.source
    case .word(let word, _): word
    case .string(let parts, _): Self.string(parts)
    case .list(let items, _): "[" + items.map(\.source).joined(separator: ", ") + "]"
    case .span(let lower, let upper, _):
      lower.source(atLeast: .sum) + ".." + upper.source(atLeast: .sum)
    case .unary(.not, let operand, _): "not " + operand.source(atLeast: .comparison)
    case .unary(.negate, let operand, _): "-" + operand.source(atLeast: .sign)
    case .binary(let sign, let left, let right, _):
      left.source(atLeast: Tightness(sign)) + " \(sign.rawValue) "
        + right.source(atLeast: Tightness(after: sign))
    case .call(let name, let arguments, _):
      "\(name)(" + CallArgument.source(arguments) + ")"
    }
  }

  private func source(atLeast least: Tightness) -> String {
    tightness.rawValue >= least.rawValue ? source : "(\(source))"
  }

  /// How tightly parts hold together; the order is the parser's.
  private enum Tightness: Int {
    case or, and, not, comparison, span, sum, product, sign, primary

    init(_ sign: BinaryOperator) {
      switch sign.precedence {
      case 1: self = .or
      case 2: self = .and
      case 3: self = .comparison
      case 4: self = .sum
      default: self = .product
      }
    }

    /// What may stand to the right of an operator, since equal ones group to the left.
    init(after sign: BinaryOperator) {
      switch sign.precedence {
      case 1: self = .and
      case 2: self = .not
      case 3: self = .span
      case 4: self = .product
      default: self = .sign
      }
    }
  }

  private var tightness: Tightness {
    switch self {
    case .literal, .word, .string, .list, .call: .primary
    case .span: .span
    case .unary(.not, _, _): .not
    case .unary(.negate, _, _): .sign
    case .binary(let sign, _, _, _): Tightness(sign)
    }
  }

  /// The parts of a string, in quotes.
  static func string(_ parts: [StringPart]) -> String {
    let texts = parts.map { part in
      switch part {
      case .text(let text): NameSyntax.escaped(text)
      case .interpolation(let value): "{\(value.source)}"
      }
    }
    return "\"" + texts.joined() + "\""
  }
}

extension CallArgument {
  static func source(_ arguments: [CallArgument]) -> String {
    arguments.map { ($0.label.map { "\($0): " } ?? "") + $0.value.source }
      .joined(separator: ", ")
  }
}

extension Literal {
  /// Text that reads back as this value.
  public var source: String {
    switch self {
    case .number(let digits): digits
    case .quantity(let digits, "%"): digits + "%"
    case .quantity(let digits, let unit): "\(digits) \(unit)"
    case .date(let year, let month, let day):
      "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    case .time(let hour, let minute): "\(padded(hour, 2)):\(padded(minute, 2))"
    case .timeSpan(let hour, let minute, let endHour, let endMinute):
      "\(padded(hour, 2)):\(padded(minute, 2))-\(padded(endHour, 2)):\(padded(endMinute, 2))"
    case .weekday(let day):
      Lexer.weekdays.indices.contains(day - 1) ? Lexer.weekdays[day - 1] : "Mon"
    case .boolean(let value): value ? "true" : "false"
    }
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension NameSyntax {
  /// Text that reads back as this name.
  public var source: String {
    guard !isQuoted, case .text(let text)? = parts.first, parts.count == 1 else {
      return Expression.string(parts)
    }
    return NameSyntax.quoteIfNeeded(text)
  }
}
