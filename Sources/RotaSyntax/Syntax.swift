import RotaDiagnostics

/// A whole text, parsed. `Statement`s keep the order of the text.
public struct Script: Sendable {
  public var statements: [Statement]
  public init(statements: [Statement]) { self.statements = statements }
}

/// One statement. The control statements have shapes of their own; everything else is a phrase of
/// the vocabulary.
public enum Statement: Sendable {
  /// A kind, clause, form or command with its arguments, inline clauses and block.
  case phrase(Phrase)
  indirect case letting(LetStatement)
  indirect case forEach(ForStatement)
  indirect case conditional(IfStatement)
  indirect case definition(DefStatement)
  /// A defined name used as a statement: `hall_row("A", 3)`.
  indirect case call(CallStatement)

  public var range: SourceRange {
    switch self {
    case .phrase(let it): it.range
    case .letting(let it): it.range
    case .forEach(let it): it.range
    case .conditional(let it): it.range
    case .definition(let it): it.range
    case .call(let it): it.range
    }
  }
}

/// An entry of the vocabulary as it stands in a text.
///
/// `venue 第一学术报告厅 seats 500` is a phrase `venue` with the argument `name` and one inline
/// clause, the phrase `seats` with the argument `seats`.
///
/// A class, though it never changes: nearly all of a text is phrases, and a reference is cheaper to
/// hand about than five fields.
public final class Phrase: Sendable {
  /// Which row of the vocabulary this is. A session in a form that the planner declared is the
  /// entry `Vocabulary.ownForm`, whose first argument is the form's name.
  public let entry: VocabularyEntry
  /// The words of the entry, such as `at most`.
  public let headRange: SourceRange
  public let arguments: [Argument]
  /// Clauses on the statement's own line, in order.
  public let inlineClauses: [Phrase]
  /// Clauses and statements between braces; nil where there are no braces.
  public let block: [Statement]?
  public let range: SourceRange

  public init(
    entry: VocabularyEntry, headRange: SourceRange, arguments: [Argument],
    inlineClauses: [Phrase] = [], block: [Statement]? = nil, range: SourceRange
  ) {
    self.entry = entry
    self.headRange = headRange
    self.arguments = arguments
    self.inlineClauses = inlineClauses
    self.block = block
    self.range = range
  }

  /// The same phrase with other statements between its braces.
  public func with(block: [Statement]?) -> Phrase {
    Phrase(
      entry: entry, headRange: headRange, arguments: arguments, inlineClauses: inlineClauses,
      block: block, range: range)
  }

  /// The first argument with this label.
  public func argument(_ label: String) -> Argument? { arguments.first { $0.label == label } }
  /// Whether the usage's literal word stands in the text: `any` of `by any of …`.
  public func has(_ word: String) -> Bool {
    arguments.contains { $0.label == word && $0.value.isWord }
  }
}

/// What stands where a usage has a literal word or a slot.
public struct Argument: Sendable {
  /// The slot's label (see `Usage`), or the literal word itself.
  public var label: String
  public var value: ArgumentValue
  public var range: SourceRange
  public init(label: String, value: ArgumentValue, range: SourceRange) {
    self.label = label
    self.value = value
    self.range = range
  }
}

public enum ArgumentValue: Sendable {
  /// A literal word of the usage.
  case word
  /// One name: a bare word, or a string that may hold `{expressions}`. Bare words are the name
  /// itself, never a variable.
  case name(NameSyntax)
  case names([NameSyntax])
  /// A value; in it a bare word is a variable, or else the name of something in the plan.
  ///
  /// What fills DATES, WEEKDAYS, NUMBERS, VALUES and WINDOWS is a `.list`, of one item too. Each item
  /// of WINDOWS is again a `.list`: of the dates, weekdays and times that stand side by side.
  case expression(Expression)
  /// A file's path, as a string.
  case path(NameSyntax)

  var isWord: Bool { if case .word = self { true } else { false } }
}

public struct NameSyntax: Sendable {
  /// Nearly every name is one piece of text, which needs no list.
  private enum Content {
    case text(String)
    case parts([StringPart])
  }
  private let content: Content
  /// Written in quotes.
  public let isQuoted: Bool
  public let range: SourceRange

  public init(text: String, range: SourceRange) {
    content = .text(text)
    isQuoted = false
    self.range = range
  }

  public init(quoted parts: [StringPart], range: SourceRange) {
    if parts.count == 1, case .text(let text) = parts[0] {
      content = .text(text)
    } else {
      content = .parts(parts)
    }
    isQuoted = true
    self.range = range
  }

  /// The whole name, where no expression stands in it.
  public var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  public var parts: [StringPart] {
    switch content {
    case .text(let text): [.text(text)]
    case .parts(let parts): parts
    }
  }
}

/// A piece of a string: text, or an expression between braces.
public enum StringPart: Sendable {
  case text(String)
  case interpolation(Expression)
}

public struct LetStatement: Sendable {
  public var name: String
  public var nameRange: SourceRange
  public var value: Expression
  public var range: SourceRange
}

public struct ForStatement: Sendable {
  public var variable: String
  public var variableRange: SourceRange
  public var sequence: Expression
  public var body: [Statement]
  public var range: SourceRange
}

public struct IfStatement: Sendable {
  public var condition: Expression
  public var body: [Statement]
  /// `else { … }`, or an `else if` as its only statement.
  public var otherwise: [Statement]?
  public var range: SourceRange
}

public struct DefStatement: Sendable {
  public var name: String
  public var nameRange: SourceRange
  public var parameters: [Parameter]
  public var body: DefBody
  public var range: SourceRange

  public struct Parameter: Sendable {
    public var name: String
    public var range: SourceRange
    public var defaultValue: Expression?
  }

  public enum DefBody: Sendable {
    /// `def f(n) { statements }`, used as a statement.
    case statements([Statement])
    /// `def f(n) = expression`, used in expressions.
    case expression(Expression)
  }
}

public struct CallStatement: Sendable {
  public var name: String
  public var nameRange: SourceRange
  public var arguments: [CallArgument]
  public var range: SourceRange
}

public struct CallArgument: Sendable {
  /// The label before a colon: `form` in `share(form: discussion)`.
  public var label: String?
  public var value: Expression
  public init(label: String?, value: Expression) {
    self.label = label
    self.value = value
  }
}

public indirect enum Expression: Sendable {
  case literal(Literal, SourceRange)
  /// A bare word: a variable, or the name of something.
  case word(String, SourceRange)
  /// A string, possibly with `{expressions}` in it.
  case string([StringPart], SourceRange)
  case list([Expression], SourceRange)
  /// `a .. b`, both ends included.
  case span(Expression, Expression, SourceRange)
  case unary(UnaryOperator, Expression, SourceRange)
  case binary(BinaryOperator, Expression, Expression, SourceRange)
  case call(String, [CallArgument], SourceRange)

  /// The word that it is; nil for everything else.
  public var asWord: String? { if case .word(let word, _) = self { word } else { nil } }

  public var range: SourceRange {
    switch self {
    case .literal(_, let it), .word(_, let it), .string(_, let it), .list(_, let it),
      .span(_, _, let it), .unary(_, _, let it), .binary(_, _, _, let it), .call(_, _, let it):
      it
    }
  }
}

/// A value as it is written. Numbers keep their digits, so that no value is lost before the
/// evaluator judges it.
public enum Literal: Hashable, Sendable {
  /// Digits with an optional fraction, without separators: `2290`, `0.5`.
  case number(String)
  /// A number with a unit of the vocabulary (`40 min`, `62 people`, `25%`, `5 days`, `2 periods`).
  case quantity(String, unit: String)
  /// `2023-02-23`, or `2023年2月23日`; the parts are not yet checked against the calendar.
  case date(year: Int, month: Int, day: Int)
  /// `08:30`, minutes since midnight are not yet checked.
  case time(hour: Int, minute: Int)
  /// `08:30-10:00`, written without spaces.
  case timeSpan(Int, Int, Int, Int)
  /// `Mon` … `Sun`, 1 to 7.
  case weekday(Int)
  case boolean(Bool)
}

public enum UnaryOperator: String, Sendable, CaseIterable {
  case negate = "-"
  case not = "not"
}

public enum BinaryOperator: String, Sendable, CaseIterable {
  case or, and
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  /// Membership: `form in [visit, lecture]`.
  case contains = "in"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "mod"

  /// Larger binds tighter.
  public var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains: 3
    case .add, .subtract: 4
    case .multiply, .divide, .remainder: 5
    }
  }
}
