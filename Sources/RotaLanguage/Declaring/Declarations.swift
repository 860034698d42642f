import RotaDiagnostics
import RotaPlanning
import RotaSyntax

/// The plan as the planner said it: declarations with their clauses evaluated, in the order of
/// their first mention. It is what undo keeps, what `save` writes, and what a `Plan` is built from.
public struct Declarations: Sendable {
  public internal(set) var items = PersistentArray<Declaration>()
  /// Grows with every change, so that whoever keeps something derived from the declarations knows
  /// when to derive it again.
  public internal(set) var revision = 0
  /// Where in `items` a kind and name may be.
  var hints = PositionHints()

  struct Key: Hashable, Sendable {
    var kind: String
    var name: String
  }

  public init() {}

  /// Position in `items` by kind and name, or whatever else tells declarations of a kind apart.
  func position(of key: Key) -> Int? { position(of: key, hash: key.hashValue) }

  func position(of key: Key, hash: Int) -> Int? {
    hints.last(of: hash) { $0 < items.count && items[$0].key == key }
  }

  /// Those of a kind, in order.
  public func items(of kind: String) -> [Declaration] { positions(of: kind).map { items[$0] } }

  /// Where in `items` those of a kind stand, in order.
  public func positions(of kind: String) -> [Int] {
    var positions: [Int] = []
    items.inspect { index, item in
      if item.pointee.entry.word == kind { positions.append(index) }
    }
    return positions
  }

  /// Where in `items` each kind stands.
  var positionsByKind: [String: [Int]] {
    // Each kind is one row of the vocabulary, and there are so few that to look through them is
    // quicker than to hash a word for every declaration.
    var kinds: [(entry: VocabularyEntry, positions: [Int])] = []
    items.inspect { index, item in
      let entry = item.pointee.entry
      if let kind = kinds.firstIndex(where: { $0.entry === entry }) {
        kinds[kind].positions.append(index)
      } else {
        kinds.append((entry, [index]))
      }
    }
    return Dictionary(kinds.map { ($0.entry.word, $0.positions) }) { ($0 + $1).sorted() }
  }
}

/// One declared thing with everything said of it so far.
public struct Declaration: Sendable {
  /// The row of the vocabulary: a kind, or a form for a session of a module.
  public var entry: VocabularyEntry
  /// What it is called; empty for `plan` without a name, `buses`, `prefer` and the like.
  public var name: String
  /// For a session in a form of the planner's own, the form's name.
  public var form: String?
  /// Arguments after the kind other than the name: `790 people` of `unit X 790 people`.
  public var arguments: [EvaluatedArgument]
  public var clauses: [EvaluatedClause]
  /// Sessions of a module; runs and classes of a rotation.
  public var children: [Declaration]
  /// Where it was first written.
  public var origin: SourceRange
  public var nameRange: SourceRange
  /// Number of the top-level statement that declared it.
  var statement = 0
  /// Position in `children` by kind and name.
  var childPositions: [Declarations.Key: Int] = [:]

  public init(
    entry: VocabularyEntry, name: String, form: String? = nil, arguments: [EvaluatedArgument] = [],
    clauses: [EvaluatedClause] = [], children: [Declaration] = [], origin: SourceRange,
    nameRange: SourceRange
  ) {
    self.entry = entry
    self.name = name
    self.form = form
    self.arguments = arguments
    self.clauses = clauses
    self.children = children
    self.origin = origin
    self.nameRange = nameRange
  }

  /// The value of the first argument with a label.
  public func value(_ label: String) -> Value? { arguments.value(label) }
}

/// A clause whose expressions have been evaluated.
public struct EvaluatedClause: Sendable {
  public var entry: VocabularyEntry
  public var arguments: [EvaluatedArgument]
  public var range: SourceRange

  /// The value of the first argument with a label.
  public func value(_ label: String) -> Value? { arguments.value(label) }
  public func has(_ word: String) -> Bool {
    arguments.contains { $0.label == word && $0.value == nil && $0.expression == nil }
  }
}

/// One argument: a literal word of the usage has no value; names are `.name` or a list of them.
public struct EvaluatedArgument: Sendable {
  public var label: String
  public var value: Value?
  /// For the condition of `require` and of `list … where`, which waits until the programme or the
  /// row is known: the expression with all variables replaced by their values; `value` is nil then.
  public var expression: RotaSyntax.Expression?
  public var range: SourceRange
  /// For lists of names, the place of each.
  public var itemRanges: [SourceRange]

  public init(
    label: String, value: Value?, expression: RotaSyntax.Expression? = nil, range: SourceRange,
    itemRanges: [SourceRange] = []
  ) {
    self.label = label
    self.value = value
    self.expression = expression
    self.range = range
    self.itemRanges = itemRanges
  }
}

extension [EvaluatedArgument] {
  /// Where the first argument with a label and a value stands.
  func position(of label: String) -> Int? {
    indices.first { self[$0].value != nil && self[$0].label == label }
  }

  /// The value of the first argument with a label.
  func value(_ label: String) -> Value? { position(of: label).flatMap { self[$0].value } }
}

/// A command with its arguments evaluated, for the host to carry out.
public struct Command: Sendable {
  public var entry: VocabularyEntry
  public var arguments: [EvaluatedArgument]
  /// The statements between its braces, which are for the host to run.
  public var block: StatementBlock?
  public var range: SourceRange

  public func argument(_ label: String) -> EvaluatedArgument? {
    arguments.first { $0.label == label && ($0.value != nil || $0.expression != nil) }
  }
  public func value(_ label: String) -> Value? { arguments.value(label) }
  public func has(_ word: String) -> Bool {
    arguments.contains { $0.label == word && $0.value == nil && $0.expression == nil }
  }
}

/// Statements that a command holds between braces, with the variables of the loops and calls around
/// it, so that they can be run later and on another state.
public struct StatementBlock: Sendable {
  public var statements: [Statement]
  var variables: [String: Value]
  public var range: SourceRange

  /// Statements of a text of their own.
  public init(_ script: Script, at range: SourceRange) {
    self.init(statements: script.statements, variables: [:], range: range)
  }

  init(statements: [Statement], variables: [String: Value], range: SourceRange) {
    self.statements = statements
    self.variables = variables
    self.range = range
  }
}

/// What a redeclaration changed, as text ready to show: `seats 500 -> 400`.
public struct Change: Sendable, Equatable {
  /// Kind and name as the language writes them: `venue 第一学术报告厅`.
  public var subject: String
  public var clause: String
  /// Nil where the clause is new.
  public var old: String?
  public var new: String?
}

/// Variables and definitions of a script or of the prompt.
public struct Scope: Sendable {
  public internal(set) var variables: [String: Value] = [:]
  public internal(set) var definitions: [String: DefStatement] = [:]
  /// Names in the order in which they were first bound, for `save`.
  public internal(set) var order: [String] = []
  /// Grows with every change.
  public internal(set) var revision = 0
  public init() {}
}

/// All that statements of the language can change by themselves.
public struct LanguageState: Sendable {
  public var declarations = Declarations()
  public var globals = Scope()
  /// Number of the top-level statement being run.
  var statement = 0
  /// How deep statements and expressions being run lie inside each other.
  var nesting = 0
  public init() {}
}

/// What the interpreter needs of the world around it: the session implements it.
public protocol LanguageHost {
  /// Carries out a command: everything of role `command` except `print` and `expect`, which the
  /// interpreter does itself.
  mutating func perform(_ command: Command, state: inout LanguageState) throws(Diagnostic)
  /// A line of `print`.
  mutating func show(_ line: String)
  /// Something was changed by declaring it again.
  mutating func changed(_ change: Change)
  /// A fact about the programme or timetable that a function of the vocabulary asks for: `share`,
  /// `hours`, `trainees`, `count`, `placed`, `unplaced`, `cost`, `possible`, `seats`.
  mutating func measure(
    _ function: String,
    _ arguments: [(label: String?, value: Value, condition: RotaSyntax.Expression?)],
    at range: SourceRange, state: inout LanguageState
  ) throws(Diagnostic) -> Value
  /// Asked at every loop turn and call; true ends the script.
  var isCancelled: Bool { get }
}
