import RotaCapacity
import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// A `require` that does not hold.
struct BrokenRequirement: Sendable {
  /// Its position in the declarations: those that a loop makes stand in one place.
  var item: Int
  /// What of its condition does not hold: the whole of it, or the parts of one that says `and` or `or`.
  var faults: [Expression]
  var diagnostic: Diagnostic
}

/// The plan's own `require` statements.
extension Workspace {
  /// Those that do not hold of the programme and the timetable as they are now.
  mutating func brokenRequirements(
    _ state: LanguageState, _ derived: Derived
  ) throws(Diagnostic) -> [BrokenRequirement] {
    var broken: [BrokenRequirement] = []
    for index in state.declarations.positions(of: "require") {
      let item = state.declarations.items[index]
      guard let condition = item.arguments.first(where: { $0.expression != nil }),
        let expression = condition.expression
      else { continue }
      if try holds(expression, state) { continue }
      let text = item.arguments.first { $0.label == "text" }?.value?.plainText
      let faults = try faults(of: expression, state)
      var details: [String] = []
      for fault in faults {
        details.append(try detail(of: fault, isPart: faults.count > 1, state))
      }
      broken.append(
        BrokenRequirement(
          item: index, faults: faults,
          diagnostic: SessionMessages.broken(
            text ?? Evaluator.source(of: expression), details.filter { !$0.isEmpty },
            at: item.origin)))
    }
    return broken
  }

  private mutating func holds(
    _ condition: Expression, _ state: LanguageState
  ) throws(Diagnostic) -> Bool {
    var scratch = state
    let value = try Evaluator.value(of: condition, state: &scratch, host: &self)
    guard case .boolean(let holds) = value else {
      throw SessionMessages.badCondition(value.source, at: condition.range)
    }
    return holds
  }

  /// The parts of a condition between `and` and `or` that do not hold, where the whole does not. A chain
  /// leans to the left and is walked in a loop, as long as it may be.
  mutating func faults(
    of condition: Expression, _ state: LanguageState
  ) throws(Diagnostic) -> [Expression] {
    var left = [condition]
    var faults: [Expression] = []
    while let part = left.popLast() {
      if case .binary(let operation, let first, let second, _) = part,
        operation == .and || operation == .or
      {
        left += [second, first]
      } else if try !holds(part, state) {
        faults.append(part)
      }
    }
    return faults
  }

  /// The two sides of a comparison, as numbers; what does not hold, where it is a part of a whole.
  mutating func detail(
    of expression: Expression, isPart: Bool, _ state: LanguageState
  ) throws(Diagnostic) -> String {
    guard let (comparison, left, right) = expression.comparison else {
      return isPart ? "\(Evaluator.source(of: expression)) does not hold" : ""
    }
    var scratch = state
    let a = try Evaluator.value(of: left, state: &scratch, host: &self)
    let b = try Evaluator.value(of: right, state: &scratch, host: &self)
    // Of a number there is nothing more to tell.
    if Evaluator.source(of: left) == a.source { return "" }
    return "\(Evaluator.source(of: left)) is \(a.brief), not \(comparison.rawValue) \(b.source)"
  }
}

extension Expression {
  /// The two sides of a comparison.
  var comparison: (operation: BinaryOperator, left: Expression, right: Expression)? {
    guard case .binary(let operation, let left, let right, _) = self else { return nil }
    switch operation {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return (operation, left, right)
    case .or, .and, .contains, .add, .subtract, .multiply, .divide, .remainder: return nil
    }
  }
}
