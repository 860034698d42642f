import RotaDiagnostics
import RotaPlanning
import RotaSyntax

extension Runner {
  /// The expression with all variables replaced by their values, so that it can be judged later,
  /// when the variables may have changed.
  func substituted(_ expression: Expression, _ state: LanguageState) -> Expression {
    switch expression {
    case .literal: return expression
    case .word(let word, let range):
      return variable(word, state).map { $0.expression(at: range) } ?? expression
    case .string(let parts, let range):
      let parts = parts.map { part in
        switch part {
        case .text: part
        case .interpolation(let inner): StringPart.interpolation(substituted(inner, state))
        }
      }
      return .string(parts, range)
    case .list(let items, let range): return .list(items.map { substituted($0, state) }, range)
    case .span(let a, let b, let range):
      return .span(substituted(a, state), substituted(b, state), range)
    case .unary(let operation, let operand, let range):
      return .unary(operation, substituted(operand, state), range)
    case .binary:
      var pending: [(operation: BinaryOperator, right: Expression, range: SourceRange)] = []
      var leftmost = expression
      while case .binary(let operation, let left, let right, let range) = leftmost {
        pending.append((operation, right, range))
        leftmost = left
      }
      return pending.reversed().reduce(substituted(leftmost, state)) {
        .binary($1.operation, $0, substituted($1.right, state), $1.range)
      }
    case .call(let name, let arguments, let range):
      let arguments = arguments.map {
        CallArgument(label: $0.label, value: substituted($0.value, state))
      }
      return .call(name, arguments, range)
    }
  }
}

extension Value {
  /// The expression that has this value.
  func expression(at range: SourceRange) -> Expression {
    switch self {
    case .number(let it):
      return Self.signed(it, range) { .literal(.number($0.description), range) }
    case .quantity(let it, .minutes):
      // Seconds keep a duration exact that is no whole number of minutes.
      let isWhole = it.whole != nil
      let amount = isWhole ? it : (it * 60).rounded(toPlaces: 9)
      return Self.signed(amount, range) {
        .literal(.quantity($0.description, unit: isWhole ? "min" : "s"), range)
      }
    case .quantity(let it, let dimension):
      return Self.signed(it, range) {
        .literal(.quantity($0.description, unit: dimension.word(forOne: false)), range)
      }
    case .percent(let it):
      return Self.signed(it * 100, range) {
        .literal(.quantity($0.description, unit: "%"), range)
      }
    case .date(let it):
      let (year, month, day) = it.components
      return .literal(.date(year: year, month: month, day: day), range)
    case .time(let it):
      return .literal(.time(hour: it.minutes / 60, minute: it.minutes % 60), range)
    case .weekday(let it): return .literal(.weekday(it.rawValue), range)
    case .timeSpan(let it):
      return .literal(
        .timeSpan(
          it.lowerBound / 60, it.lowerBound % 60, it.upperBound / 60, it.upperBound % 60), range)
    case .span(let a, let b):
      return .span(a.expression(at: range), b.expression(at: range), range)
    case .text(let it): return .string([.text(it)], range)
    case .name(let it): return .word(it, range)
    case .boolean(let it): return .literal(.boolean(it), range)
    case .list(let items): return .list(items.map { $0.expression(at: range) }, range)
    }
  }

  private static func signed(
    _ amount: Number, _ range: SourceRange, _ literal: (Number) -> Expression
  ) -> Expression {
    amount < 0 ? .unary(.negate, literal(-amount), range) : literal(amount)
  }
}
