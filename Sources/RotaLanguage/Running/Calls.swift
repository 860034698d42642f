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
      } else {
        measured.append((argument.label, try value(of: argument.value, &state, &host), nil))
      }
    }
    return try host.measure(name, measured, at: range, state: &state)
  }
}

/// Functions of values alone.
enum Builtin: String, CaseIterable {
  case length, sum, min, max, round, floor, ceiling, text, weekday

  func apply(_ arguments: [Value], at range: SourceRange) throws(Diagnostic) -> Value {
    switch self {
    case .sum, .min, .max: return try fold(arguments, at: range)
    case .length, .round, .floor, .ceiling, .text, .weekday: break
    }
    guard arguments.count == 1, let value = arguments.first else {
      throw LanguageMessages.argumentCount(rawValue, expected: 1, given: arguments.count, at: range)
    }
    switch self {
    case .length:
      if let string = value.string { return .number(Number(string.count)) }
      return .number(Number(try Spans.values(of: value, at: range).count))
    case .round: return try rounded(value, range) { ($0 + Number(1) / 2).floored }
    case .floor: return try rounded(value, range) { $0.floored }
    case .ceiling: return try rounded(value, range) { $0.ceiled }
    case .text:
      guard value.weight(upTo: Limits.textBytes / 64) <= Limits.textBytes / 64 else {
        throw LanguageMessages.textTooLong(at: range)
      }
      return .text(value.description)
    case .weekday:
      guard case .date(let day) = value else {
        throw LanguageMessages.wrongType("a date", value, at: range)
      }
      return .weekday(day.weekday)
    case .sum, .min, .max: return try fold(arguments, at: range)
    }
  }

  private func rounded(
    _ value: Value, _ range: SourceRange, _ round: (Number) -> Number
  ) throws(Diagnostic) -> Value {
    switch value {
    case .number(let it): return .number(round(it.rounded(toPlaces: Number.placesCompared)))
    case .quantity(let it, let dimension):
      return .quantity(round(it.rounded(toPlaces: Number.placesCompared)), dimension)
    default: throw LanguageMessages.wrongType("a number", value, at: range)
    }
  }

  /// Over the items of one list or range, or over several arguments.
  private func fold(_ arguments: [Value], at range: SourceRange) throws(Diagnostic) -> Value {
    var values = arguments
    if arguments.count == 1 {
      switch arguments[0] {
      case .list, .span: values = try Spans.values(of: arguments[0], at: range)
      default: break
      }
    }
    guard var result = values.first else {
      if self == .sum { return .number(0) }
      throw LanguageMessages.emptyList(rawValue, at: range)
    }
    for value in values.dropFirst() {
      switch self {
      case .min: if try Comparison.order(value, result, range) < 0 { result = value }
      case .max: if try Comparison.order(value, result, range) > 0 { result = value }
      default: result = try Arithmetic.apply(.add, result, value, at: range)
      }
    }
    return result
  }
}
