import RotaDiagnostics
import RotaSyntax

/// Works out the value of expressions.
public enum Evaluator {
  /// The value of an expression whose words are variables or fields, as in a condition on the rows
  /// of a list.
  ///
  /// - Parameter lookup: the value of a word that is no variable; nil where it is unknown.
  public static func value(
    of expression: Expression, variables: [String: Value] = [:],
    lookup: (String) -> Value? = { _ in nil }
  ) throws(Diagnostic) -> Value {
    .boolean(false)
  }
}
