import RotaDiagnostics

@testable import RotaSyntax

func parse(_ text: String, in context: Context = .top) -> ParseResult {
  Parser.parse(SourceText(name: "test", text: text), as: SourceID(index: 0), in: context)
}

func messages(_ result: ParseResult) -> [String] {
  result.diagnostics.map { "\($0.message) [\($0.kind.id)] \($0.remedies)" }
}

/// Calls a closure with every phrase of a script.
func visit(_ statements: [Statement], _ body: (Phrase) -> Void) {
  for statement in statements {
    switch statement {
    case .phrase(let phrase): visit(phrase, body)
    case .letting, .call: break
    case .forEach(let loop): visit(loop.body, body)
    case .conditional(let it):
      visit(it.body, body)
      visit(it.otherwise ?? [], body)
    case .definition(let it): if case .statements(let inner) = it.body { visit(inner, body) }
    }
  }
}

func visit(_ phrase: Phrase, _ body: (Phrase) -> Void) {
  body(phrase)
  for clause in phrase.inlineClauses { visit(clause, body) }
  visit(phrase.block ?? [], body)
}

/// A tree as text without places, so that two trees can be compared.
func dump(_ script: Script) -> String {
  script.statements.map(dump).joined(separator: "\n")
}

func dump(_ statement: Statement) -> String {
  func block(_ statements: [Statement]) -> String {
    "{" + statements.map(dump).joined(separator: "; ") + "}"
  }
  switch statement {
  case .phrase(let phrase): return dump(phrase)
  case .letting(let it): return "let \(it.name) = \(dump(it.value))"
  case .forEach(let it): return "for \(it.variable) in \(dump(it.sequence)) \(block(it.body))"
  case .conditional(let it):
    return "if \(dump(it.condition)) \(block(it.body))"
      + (it.otherwise.map { " else \(block($0))" } ?? "")
  case .definition(let it):
    let parameters = it.parameters.map { $0.name + ($0.defaultValue.map { "=\(dump($0))" } ?? "") }
    let head = "def \(it.name)(\(parameters.joined(separator: ",")))"
    switch it.body {
    case .statements(let body): return "\(head) \(block(body))"
    case .expression(let body): return "\(head) = \(dump(body))"
    }
  case .call(let it): return "call \(it.name)(\(dump(it.arguments)))"
  }
}

func dump(_ phrase: Phrase) -> String {
  var text = "<" + phrase.entry.word
  for argument in phrase.arguments { text += " \(argument.label):\(dump(argument.value))" }
  for clause in phrase.inlineClauses { text += " " + dump(clause) }
  if let block = phrase.block { text += " {" + block.map(dump).joined(separator: "; ") + "}" }
  return text + ">"
}

func dump(_ value: ArgumentValue) -> String {
  switch value {
  case .word: "·"
  case .name(let name): dump(name)
  case .names(let names): "[" + names.map(dump).joined(separator: ",") + "]"
  case .expression(let expression): dump(expression)
  case .path(let path): "path " + dump(path)
  }
}

func dump(_ name: NameSyntax) -> String {
  (name.isQuoted ? "q" : "") + dump(name.parts)
}

func dump(_ parts: [StringPart]) -> String {
  let texts = parts.map { part in
    switch part {
    case .text(let text): text
    case .interpolation(let expression): "${\(dump(expression))}"
    }
  }
  return "'" + texts.joined(separator: "|") + "'"
}

func dump(_ arguments: [CallArgument]) -> String {
  arguments.map { ($0.label.map { "\($0): " } ?? "") + dump($0.value) }.joined(separator: ", ")
}

func dump(_ expression: Expression) -> String {
  switch expression {
  case .literal(let literal, _): dump(literal)
  case .word(let word, _): word
  case .string(let parts, _): dump(parts)
  case .list(let items, _): "[" + items.map(dump).joined(separator: ", ") + "]"
  case .span(let a, let b, _): "(\(dump(a)) .. \(dump(b)))"
  case .unary(let sign, let operand, _): "(\(sign.rawValue) \(dump(operand)))"
  case .binary(let sign, let a, let b, _): "(\(dump(a)) \(sign.rawValue) \(dump(b)))"
  case .call(let name, let arguments, _): "\(name)(\(dump(arguments)))"
  }
}

func dump(_ literal: Literal) -> String {
  switch literal {
  case .number(let digits): digits
  case .quantity(let digits, let unit): "\(digits)_\(unit)"
  case .date(let year, let month, let day): "D\(year)/\(month)/\(day)"
  case .time(let hour, let minute): "T\(hour):\(minute)"
  case .timeSpan(let a, let b, let c, let d): "T\(a):\(b)~\(c):\(d)"
  case .weekday(let day): "W\(day)"
  case .boolean(let value): "\(value)"
  }
}
