import RotaDiagnostics
import RotaSyntax

/// Runs the statements of one text: its variables in scope, what is being declared, its errors.
struct Runner<Host: LanguageHost> {
  let stopsAtFirstError: Bool
  /// The value of a field of the row that a condition is judged for.
  let field: (String) -> Value?
  var diagnostics: [Diagnostic] = []
  /// The innermost last; globals are in the state.
  var frames: [Frame] = []
  /// Declarations whose clauses are being read, the outermost first.
  var open: [Declaration] = []
  /// What the school whose braces are being read has declared.
  var ofSchool: [Declaration] = []
  /// Loops and conditions around the statement inside the declaration being read: a clause in them
  /// may set anew what stands before.
  var controlDepth = 0
  var calls = 0
  var turns = 0
  /// Cancelled or past a limit: nothing more is run.
  var isOver = false

  init(stopsAtFirstError: Bool, field: @escaping (String) -> Value? = { _ in nil }) {
    self.stopsAtFirstError = stopsAtFirstError
    self.field = field
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// What a statement stands in.
  var context: Context { open.last?.entry.opens ?? .top }

  /// Goes one level deeper, or says that the text is nested too deeply for the stack. Levels are
  /// counted in the state, so that texts that include each other are counted together.
  func enter(_ range: SourceRange, _ state: inout LanguageState) throws(Diagnostic) {
    guard state.nesting < Limits.nesting else { throw LanguageMessages.tooDeep(at: range) }
    state.nesting += 1
  }

  /// Counts one turn of a loop or one call.
  mutating func turn(_ range: SourceRange, _ host: Host) throws(Diagnostic) {
    turns += 1
    if host.isCancelled {
      isOver = true
      throw LanguageMessages.wasInterrupted(at: range)
    }
    if turns > Limits.turns {
      isOver = true
      throw LanguageMessages.tooManyTurns(at: range)
    }
  }

  // MARK: Variables

  func variable(_ name: String, _ state: LanguageState) -> Value? {
    for frame in frames.reversed() {
      if let value = frame.variables[name] { return value }
      if frame.isCall { break }
    }
    return state.globals.variables[name]
  }

  /// The variables of the loops and calls around a statement, without those of the whole text.
  var localVariables: [String: Value] {
    var variables: [String: Value] = [:]
    for frame in frames.reversed() {
      variables.merge(frame.variables) { inner, _ in inner }
      if frame.isCall { break }
    }
    return variables
  }

  /// Gives a variable a value: the one that exists already, or else a new one of the definition
  /// being run, or else of the whole text.
  mutating func bind(_ name: String, to value: Value, _ state: inout LanguageState) {
    for index in frames.indices.reversed() {
      if frames[index].isCall || frames[index].variables[name] != nil {
        frames[index].variables[name] = value
        return
      }
    }
    state.globals.bind(name, to: value)
  }
}

/// Variables of a call of a definition, or of a turn of a loop.
struct Frame {
  var isCall: Bool
  var variables: [String: Value]
}

extension Scope {
  mutating func bind(_ name: String, to value: Value) {
    if variables.updateValue(value, forKey: name) == nil, definitions[name] == nil {
      order.append(name)
    }
    definitions[name] = nil
    revision += 1
  }

  mutating func define(_ definition: DefStatement) {
    let name = definition.name
    if definitions.updateValue(definition, forKey: name) == nil, variables[name] == nil {
      order.append(name)
    }
    variables[name] = nil
    revision += 1
  }
}
