/// A piece of text that the parser takes as one: a word, a number, a bracket.
public struct Token: Sendable, Hashable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A bare word, of the vocabulary or of the planner; weekdays, `true` and `and` are words too.
    case word
    /// Digits with an optional fraction; a unit is a word of its own after it.
    case number
    case date, time, timeSpan
    /// The parts of a string: its quotes, its text, and the braces around its expressions.
    case stringStart, stringText, interpolationStart, interpolationEnd, stringEnd
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, semicolon, colon, range, percent
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case plus, minus, times, divide
    case newline
    /// Only where the lexer is asked to keep comments.
    case comment
    case end
  }

  public var kind: Kind
  /// UTF-8 byte offsets of its beginning and end.
  public var lower: Int
  public var upper: Int

  public init(kind: Kind, lower: Int, upper: Int) {
    self.kind = kind
    self.lower = lower
    self.upper = upper
  }
}

extension Token.Kind {
  /// How the formatter writes a token whose text never varies; nil for the others.
  public var spelling: String? {
    switch self {
    case .stringStart, .stringEnd: "\""
    case .interpolationStart, .leftBrace: "{"
    case .interpolationEnd, .rightBrace: "}"
    case .leftParenthesis: "("
    case .rightParenthesis: ")"
    case .leftBracket: "["
    case .rightBracket: "]"
    case .comma: ","
    case .semicolon: ";"
    case .colon: ":"
    case .range: ".."
    case .percent: "%"
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .plus: "+"
    case .minus: "-"
    case .times: "*"
    case .divide: "/"
    case .word, .number, .date, .time, .timeSpan, .stringText, .newline, .comment, .end: nil
    }
  }
}
