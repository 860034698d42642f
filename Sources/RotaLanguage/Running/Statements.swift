import RotaDiagnostics
import RotaSyntax

extension Runner {
  /// Runs statements one after another; false where any of them had an error.
  mutating func execute(
    _ statements: [Statement], _ state: inout LanguageState, _ host: inout Host
  ) -> Bool {
    var isSound = true
    for statement in statements {
      if isOver { return false }
      if !execute(statement, &state, &host) { isSound = false }
    }
    return isSound
  }

  /// Runs one statement and keeps its errors; false where it had any.
  mutating func execute(
    _ statement: Statement, _ state: inout LanguageState, _ host: inout Host
  ) -> Bool {
    let errorsBefore = diagnostics.count
    let nesting = state.nesting
    do throws(Diagnostic) {
      try enter(statement.range, &state)
      switch statement {
      case .phrase(let it): try execute(it, &state, &host)
      case .letting(let it): bind(it.name, to: try value(of: it.value, &state, &host), &state)
      case .forEach(let it): try execute(it, &state, &host)
      case .conditional(let it): try execute(it, &state, &host)
      case .definition(let it): try define(it, &state)
      case .call(let it): try execute(it, &state, &host)
      }
    } catch {
      report(error)
    }
    state.nesting = nesting
    return diagnostics.count == errorsBefore
  }

  private mutating func execute(
    _ loop: ForStatement, _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) {
    let sequence = try value(of: loop.sequence, &state, &host)
    let values = try Spans.values(of: sequence, at: loop.sequence.range)
    controlDepth += 1
    frames.append(Frame(isCall: false, variables: [:]))
    defer {
      frames.removeLast()
      controlDepth -= 1
    }
    for value in values {
      try turn(loop.range, host)
      frames[frames.count - 1].variables = [loop.variable: value]
      // One turn shows what is wrong with the body; a thousand would show it a thousand times.
      if !execute(loop.body, &state, &host) { return }
    }
  }

  private mutating func execute(
    _ choice: IfStatement, _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) {
    let isMet = try truth(of: choice.condition, &state, &host)
    controlDepth += 1
    defer { controlDepth -= 1 }
    if isMet {
      _ = execute(choice.body, &state, &host)
    } else if let otherwise = choice.otherwise {
      _ = execute(otherwise, &state, &host)
    }
  }

  private func define(
    _ definition: DefStatement, _ state: inout LanguageState
  ) throws(Diagnostic) {
    if Words.functionSet.contains(definition.name) {
      throw LanguageMessages.definesFunction(definition.name, at: definition.nameRange)
    }
    var seen: Set<String> = []
    for parameter in definition.parameters where !seen.insert(parameter.name).inserted {
      throw LanguageMessages.parameterTwice(parameter.name, at: parameter.range)
    }
    state.globals.define(definition)
  }

  private mutating func execute(
    _ call: CallStatement, _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) {
    guard let definition = state.globals.definitions[call.name] else {
      throw LanguageMessages.unknownName(
        call.name, sort: "definition", near: state.globals.definitions.keys.sorted(),
        at: call.nameRange)
    }
    guard case .statements(let body) = definition.body else {
      throw LanguageMessages.valueAsStatement(call.name, at: call.nameRange)
    }
    let first = diagnostics.count
    try withCall(of: definition, call.arguments, at: call.range, &state, &host) {
      runner, state, host in
      _ = runner.execute(body, &state, &host)
    }
    let note = LanguageMessages.calledHere(call.name, at: call.range)
    for index in first..<diagnostics.count
    where diagnostics[index].notes.count < 3 && !diagnostics[index].notes.contains(note) {
      diagnostics[index].notes.append(note)
    }
  }

  /// Runs something with the parameters of a definition bound to the arguments of a call.
  mutating func withCall<Result>(
    of definition: DefStatement, _ arguments: [CallArgument], at range: SourceRange,
    _ state: inout LanguageState, _ host: inout Host,
    do body: (inout Runner, inout LanguageState, inout Host) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let variables = try bindings(of: definition, arguments, at: range, &state, &host)
    frames.append(Frame(isCall: true, variables: variables))
    calls += 1
    defer {
      frames.removeLast()
      calls -= 1
    }
    try bindDefaults(of: definition, at: range, &state, &host)
    return try body(&self, &state, &host)
  }

  /// The parameters that a call gives, with their values.
  private mutating func bindings(
    of definition: DefStatement, _ arguments: [CallArgument], at range: SourceRange,
    _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) -> [String: Value] {
    try turn(range, host)
    guard calls < Limits.calls else {
      throw LanguageMessages.tooManyCalls(definition.name, at: range)
    }
    var variables: [String: Value] = [:]
    var position = 0
    for argument in arguments {
      let name: String
      if let label = argument.label {
        name = label
      } else {
        while position < definition.parameters.count,
          variables[definition.parameters[position].name] != nil
        { position += 1 }
        guard position < definition.parameters.count else {
          throw LanguageMessages.tooManyArguments(
            definition.name, definition.parameters.count, at: argument.value.range)
        }
        name = definition.parameters[position].name
      }
      guard definition.parameters.contains(where: { $0.name == name }) else {
        throw LanguageMessages.unknownName(
          name, sort: "parameter of \(definition.name)", near: definition.parameters.map(\.name),
          at: argument.value.range)
      }
      guard variables[name] == nil else {
        throw LanguageMessages.argumentTwice(name, at: argument.value.range)
      }
      variables[name] = try value(of: argument.value, &state, &host)
    }
    return variables
  }

  /// The parameters that the call does not give; their defaults may use those that it does.
  private mutating func bindDefaults(
    of definition: DefStatement, at range: SourceRange, _ state: inout LanguageState,
    _ host: inout Host
  ) throws(Diagnostic) {
    let frame = frames.count - 1
    for parameter in definition.parameters where frames[frame].variables[parameter.name] == nil {
      guard let expression = parameter.defaultValue else {
        throw LanguageMessages.missingArgument(parameter.name, of: definition.name, at: range)
      }
      frames[frame].variables[parameter.name] = try value(of: expression, &state, &host)
    }
  }
}
