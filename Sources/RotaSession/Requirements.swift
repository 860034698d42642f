import RotaCapacity
import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// The plan's own `require` statements.
extension Workspace {
  /// Those that do not hold of the programme and the timetable as they are now.
  mutating func brokenRequirements(
    _ state: LanguageState, _ derived: Derived
  ) throws(Diagnostic) -> [Diagnostic] {
    var broken: [Diagnostic] = []
    for item in state.declarations.items(of: "require") {
      guard let condition = item.arguments.first(where: { $0.expression != nil }),
        let expression = condition.expression
      else { continue }
      var scratch = state
      let value = try Evaluator.value(of: expression, state: &scratch, host: &self)
      guard case .boolean(let holds) = value else {
        throw SessionMessages.badCondition(value.source, at: expression.range)
      }
      if holds { continue }
      let text = item.arguments.first { $0.label == "text" }?.value?.plainText
      let source = Evaluator.source(of: expression)
      broken.append(
        SessionMessages.broken(
          text ?? source, try detail(of: expression, state), at: item.origin))
    }
    return broken
  }

  /// The two sides of a comparison, as numbers.
  private mutating func detail(
    of expression: Expression, _ state: LanguageState
  ) throws(Diagnostic) -> String {
    guard case .binary(let comparison, let left, let right, _) = expression else { return "" }
    switch comparison {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: break
    case .or, .and, .contains, .add, .subtract, .multiply, .divide, .remainder: return ""
    }
    var scratch = state
    let a = try Evaluator.value(of: left, state: &scratch, host: &self)
    let b = try Evaluator.value(of: right, state: &scratch, host: &self)
    // Of a number there is nothing more to tell.
    if Evaluator.source(of: left) == a.source { return "" }
    return "\(Evaluator.source(of: left)) is \(a.brief), not \(comparison.rawValue) \(b.source)"
  }
}
