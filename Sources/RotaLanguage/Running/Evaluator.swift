import RotaDiagnostics
import RotaSyntax

/// Works out the value of expressions outside of statements: conditions on rows, requirements.
public enum Evaluator {
  /// The value of an expression in the world of a session, as `require` needs it.
  ///
  /// - Parameter field: the value of a word that is no variable, such as a field of the row that a
  ///   condition is judged for; nil where it is unknown.
  public static func value<Host: LanguageHost>(
    of expression: RotaSyntax.Expression, state: inout LanguageState, host: inout Host,
    field: (String) -> Value? = { _ in nil }
  ) throws(Diagnostic) -> Value {
    try withoutActuallyEscaping(field) { field throws(Diagnostic) in
      var runner = Runner<Host>(stopsAtFirstError: true, field: field)
      return try runner.value(of: expression, &state, &host)
    }
  }

  /// The value of an expression whose words are variables or fields, as in a condition on the rows
  /// of a list. It cannot ask about the programme.
  ///
  /// - Parameter lookup: the value of a word that is no variable; nil where it is unknown.
  public static func value(
    of expression: RotaSyntax.Expression, variables: [String: Value] = [:],
    lookup: (String) -> Value? = { _ in nil }
  ) throws(Diagnostic) -> Value {
    var state = LanguageState()
    state.globals.variables = variables
    var host = SilentHost()
    return try value(of: expression, state: &state, host: &host, field: lookup)
  }

  /// The text of an expression as the language writes it.
  public static func source(of expression: RotaSyntax.Expression) -> String {
    SyntaxText.expression(expression)
  }
}

/// A world in which nothing can be asked or done.
private struct SilentHost: LanguageHost {
  var isCancelled: Bool { false }
  mutating func show(_ line: String) {}
  mutating func changed(_ change: Change) {}
  mutating func perform(_ command: Command, state: inout LanguageState) throws(Diagnostic) {
    throw LanguageMessages.misplaced(command.entry.word, in: nil, at: command.range)
  }
  mutating func measure(
    _ function: String,
    _ arguments: [(label: String?, value: Value, condition: RotaSyntax.Expression?)],
    at range: SourceRange, state: inout LanguageState
  ) throws(Diagnostic) -> Value {
    throw LanguageMessages.notInCondition(function, at: range)
  }
}
