import RotaDiagnostics
import RotaLanguage
import RotaSyntax

/// Statements run on a copy of what was declared, to see what follows.
enum Trial {
  /// The state after some statements; nil where one of them is wrong.
  static func run(_ text: String, on state: LanguageState) -> LanguageState? {
    // Nothing of this text is ever shown, so that its places need not be known to any library.
    let parsed = Parser.parse(SourceText(name: "", text: text), as: SourceID(index: Int.max))
    guard parsed.diagnostics.isEmpty else { return nil }
    var copy = state
    var host = Nowhere()
    let errors = Interpreter.run(
      parsed.script, state: &copy, host: &host, stopAtFirstError: true)
    return errors.isEmpty ? copy : nil
  }
}

/// A world in which statements only declare.
struct Nowhere: LanguageHost {
  var isCancelled: Bool { false }
  mutating func show(_ line: String) {}
  mutating func changed(_ change: Change) {}
  mutating func perform(_ command: Command, state: inout LanguageState) throws(Diagnostic) {}
  mutating func measure(
    _ function: String,
    _ arguments: [(label: String?, value: Value, condition: RotaSyntax.Expression?)],
    at range: SourceRange, state: inout LanguageState
  ) throws(Diagnostic) -> Value { .number(0) }
}
