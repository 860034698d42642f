import RotaDiagnostics
import RotaSyntax

extension Runner {
  /// Carries out a command, unless an error came before it in a text that stops at errors.
  mutating func perform(
    _ phrase: Phrase, _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) {
    if stopsAtFirstError, !diagnostics.isEmpty { return }
    switch phrase.entry.word {
    case "expect": try expect(phrase, &state, &host)
    case "print":
      let values = try arguments(of: phrase, &state, &host).flatMap { $0.value?.items ?? [] }
      var line = ""
      for value in values {
        guard value.weight(upTo: Limits.textBytes / 64) <= Limits.textBytes / 64 else {
          throw LanguageMessages.textTooLong(at: phrase.range)
        }
        line += (line.isEmpty ? "" : " ") + value.description
      }
      host.show(line)
    default:
      let arguments = try arguments(of: phrase, &state, &host)
      let block = phrase.block.map {
        StatementBlock(statements: $0, variables: localVariables, range: phrase.range)
      }
      let command = Command(
        entry: phrase.entry, arguments: arguments, block: block, range: phrase.range)
      if Dropping.commands.contains(phrase.entry.word) {
        for change in try Dropping.drop(command, from: &state.declarations) { host.changed(change) }
      } else {
        try host.perform(command, state: &state)
      }
    }
  }

  /// Fails unless a condition holds; says what stands on both sides of a comparison.
  private mutating func expect(
    _ phrase: Phrase, _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) {
    guard let argument = phrase.argument("value"), case .expression(let condition) = argument.value
    else { return }
    if try truth(of: condition, &state, &host) { return }
    var sides: [(expression: Expression, value: Value)] = []
    if case .binary(let operation, let left, let right, _) = condition, operation.precedence == 3 {
      sides = [
        (left, try value(of: left, &state, &host)), (right, try value(of: right, &state, &host)),
      ]
    }
    var reason: String?
    if let text = phrase.argument("text"), case .expression(let expression) = text.value {
      reason = try value(of: expression, &state, &host).description
    }
    throw LanguageMessages.expectationFailed(condition, sides, reason, at: argument.range)
  }
}
