import RotaSyntax

/// Expressions and statements as the language writes them, from their trees.
enum SyntaxText {
  // MARK: Expressions

  static func expression(_ expression: Expression) -> String { text(expression).text }

  /// The text, and how tightly its outermost operator binds; 10 where it has none.
  private static func text(_ expression: Expression) -> (text: String, binding: Int) {
    switch expression {
    case .literal(let literal, _): (self.literal(literal), 10)
    case .word(let word, _): (NameSyntax.quoteIfNeededInExpression(word), 10)
    case .string(let parts, _): (string(parts), 10)
    case .list(let items, _):
      ("[" + items.map { self.expression($0) }.joined(separator: ", ") + "]", 10)
    case .span(let a, let b, _): (operand(a, above: 3) + ".." + operand(b, above: 3), 3)
    case .unary(.negate, let it, _): ("-" + operand(it, above: 9), 6)
    case .unary(.not, let it, _): ("not " + operand(it, above: 9), 3)
    case .binary: chain(expression)
    case .call(let name, let arguments, _): (name + "(" + self.arguments(arguments) + ")", 10)
    }
  }

  private static func operand(_ expression: Expression, above binding: Int) -> String {
    let (text, own) = text(expression)
    return own > binding ? text : "(\(text))"
  }

  /// A chain of operators leans to the left and is walked in a loop, as long as it may be.
  private static func chain(_ expression: Expression) -> (text: String, binding: Int) {
    var pending: [(operation: BinaryOperator, right: Expression)] = []
    var leftmost = expression
    while case .binary(let operation, let left, let right, _) = leftmost {
      pending.append((operation, right))
      leftmost = left
    }
    var (result, binding) = text(leftmost)
    for step in pending.reversed() {
      let precedence = step.operation.precedence
      if binding < precedence || (binding == precedence && precedence == 3) {
        result = "(\(result))"
      }
      result += " \(step.operation.rawValue) \(operand(step.right, above: precedence))"
      binding = precedence
    }
    return (result, binding)
  }

  private static func string(_ parts: [StringPart]) -> String {
    var result = "\""
    for part in parts {
      switch part {
      case .text(let text): result += NameSyntax.quoted(text).dropFirst().dropLast()
      case .interpolation(let inner): result += "{" + expression(inner) + "}"
      }
    }
    return result + "\""
  }

  private static func literal(_ literal: Literal) -> String {
    switch literal {
    case .number(let digits): digits
    case .quantity(let digits, "%"): digits + "%"
    case .quantity(let digits, let unit): "\(digits) \(unit)"
    case .date(let year, let month, let day): "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    case .time(let hour, let minute): "\(pad(hour, 2)):\(pad(minute, 2))"
    case .timeSpan(let hour, let minute, let endHour, let endMinute):
      "\(pad(hour, 2)):\(pad(minute, 2))-\(pad(endHour, 2)):\(pad(endMinute, 2))"
    case .weekday(let number):
      ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].dropFirst(number - 1).first ?? "Mon"
    case .boolean(let value): value ? "true" : "false"
    }
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  static func arguments(_ arguments: [CallArgument]) -> String {
    arguments.map { argument in
      (argument.label.map { "\($0): " } ?? "") + expression(argument.value)
    }.joined(separator: ", ")
  }

  // MARK: Statements

  static func statement(_ statement: Statement, indent: String = "") -> String {
    switch statement {
    case .phrase(let it): indent + phrase(it, indent)
    case .letting(let it): indent + "let \(it.name) = " + expression(it.value)
    case .forEach(let it):
      indent + "for \(it.variable) in " + expression(it.sequence) + block(it.body, indent)
    case .conditional(let it): indent + conditional(it, indent)
    case .definition(let it): indent + definition(it, indent)
    case .call(let it): indent + it.name + "(" + arguments(it.arguments) + ")"
    }
  }

  private static func block(_ statements: [Statement], _ indent: String) -> String {
    if statements.isEmpty { return " { }" }
    let lines = statements.map { statement($0, indent: indent + "    ") }
    return " {\n" + lines.joined(separator: "\n") + "\n" + indent + "}"
  }

  private static func conditional(_ it: IfStatement, _ indent: String) -> String {
    var text = "if " + expression(it.condition) + block(it.body, indent)
    guard let otherwise = it.otherwise else { return text }
    if otherwise.count == 1, case .conditional(let next) = otherwise[0] {
      text += " else " + conditional(next, indent)
    } else {
      text += " else" + block(otherwise, indent)
    }
    return text
  }

  private static func definition(_ it: DefStatement, _ indent: String) -> String {
    let parameters = it.parameters.map { parameter in
      parameter.name + (parameter.defaultValue.map { " = " + expression($0) } ?? "")
    }
    let head = "def \(it.name)(" + parameters.joined(separator: ", ") + ")"
    return switch it.body {
    case .statements(let body): head + block(body, indent)
    case .expression(let value): head + " = " + expression(value)
    }
  }

  private static func phrase(_ it: Phrase, _ indent: String) -> String {
    let arguments = it.arguments.map(argument).joined(separator: " ")
    var text = ClauseText.whole(it.entry, arguments)
    for clause in it.inlineClauses { text += " " + phrase(clause, indent) }
    if let statements = it.block { text += block(statements, indent) }
    return text
  }

  private static func argument(_ it: Argument) -> String {
    switch it.value {
    case .word: it.label
    case .name(let name), .path(let name): self.name(name)
    case .names(let names): names.map(self.name).joined(separator: ", ")
    case .expression(.list(let items, _)) where takesSeveral(it.label):
      items.map { item in
        if it.label == "windows", case .list(let parts, _) = item {
          return parts.map { expression($0) }.joined(separator: " ")
        }
        return expression(item)
      }.joined(separator: ", ")
    case .expression(let value): expression(value)
    }
  }

  private static func takesSeveral(_ label: String) -> Bool {
    ["dates", "weekdays", "numbers", "values", "windows"].contains(label)
  }

  private static func name(_ name: NameSyntax) -> String {
    if !name.isQuoted, let text = name.text { return text }
    return string(name.parts)
  }
}
