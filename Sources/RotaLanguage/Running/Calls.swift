import RotaDiagnostics
import RotaPlanning
import RotaSyntax

extension Runner {
  /// The value of a call: a definition of the planner's own, a function of values, or a question to
  /// the host about the programme or timetable.
  mutating func call(
    _ name: String, _ arguments: [CallArgument], at range: SourceRange,
    _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) -> Value {
    if let definition = state.globals.definitions[name] {
      guard case .expression(let body) = definition.body else {
        throw LanguageMessages.statementAsValue(name, at: range)
      }
      return try withCall(of: definition, arguments, at: range, &state, &host) {
        runner, state, host throws(Diagnostic) in try runner.value(of: body, &state, &host)
      }
    }
    if let function = Builtin(rawValue: name) {
      return try apply(function, arguments, at: range, &state, &host)
    }
    return try measure(name, arguments, at: range, &state, &host)
  }

  private mutating func apply(
    _ function: Builtin, _ arguments: [CallArgument], at range: SourceRange,
    _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) -> Value {
    var values: [Value] = []
    for argument in arguments {
      if let label = argument.label {
        throw LanguageMessages.noLabel(
          label, function: function.rawValue, at: argument.value.range)
      }
      values.append(try value(of: argument.value, &state, &host))
    }
    return try function.apply(values, at: range)
  }

  /// A question about the programme or timetable, which the host answers. A condition goes to it
  /// unjudged, for it to judge on each row.
  private mutating func measure(
    _ name: String, _ arguments: [CallArgument], at range: SourceRange,
    _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) -> Value {
    guard Words.functionSet.contains(name) else {
      let known = Words.functions + state.globals.definitions.keys.sorted()
      throw LanguageMessages.unknownName(name, sort: "function", near: known, at: range)
    }
    var measured: [(label: String?, value: Value, condition: Expression?)] = []
    for argument in arguments {
      if argument.label == "where" {
        measured.append((argument.label, .boolean(true), substituted(argument.value, state)))
      } else if let word = argument.value.asWord, variable(word, state) == nil {
        // The host knows what there is of the sort that is asked for.
        measured.append((argument.label, .name(word), nil))
      } else {
        measured.append((argument.label, try value(of: argument.value, &state, &host), nil))
      }
    }
    return try host.measure(name, measured, at: range, state: &state)
  }
}
