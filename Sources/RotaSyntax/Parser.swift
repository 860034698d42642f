import RotaDiagnostics

/// What became of a text.
public struct ParseResult: Sendable {
  /// The statements that could be read.
  public var script: Script
  /// All that is wrong, in the order of the text.
  public var diagnostics: [Diagnostic]
  /// Nothing is wrong but that the text ends too early: more lines could make it right.
  public var isIncomplete: Bool
}

/// Turns text into a syntax tree. What may stand where is read from the vocabulary alone.
public enum Parser {
  /// Reads a whole text and finds all its errors.
  ///
  /// - Parameter context: where the statements stand; `.top` for a script and for the prompt.
  public static func parse(
    _ text: SourceText, as source: SourceID, in context: Context = .top,
    limits: ParserLimits = ParserLimits()
  ) -> ParseResult {
    // Nearly all texts are right, and read without a note of what else could have stood in them.
    if let statements = PiecewiseParser.statements(
      of: text, as: source, in: context, limits: limits)
    {
      return ParseResult(
        script: Script(statements: statements), diagnostics: [], isIncomplete: false)
    }
    var quick = ParserState(text, as: source, limits: limits, takesNotes: false)
    let result = quick.parseAll(in: context)
    if !quick.lacksNotes, result.diagnostics.isEmpty { return result }
    var state = ParserState(text, as: source, limits: limits)
    return state.parseAll(in: context)
  }
}

extension ParserState {
  mutating func parseAll(in context: Context) -> ParseResult {
    let statements = statements(in: context, isBlock: false)
    var all = diagnostics
    if !lexer.problems.isEmpty {
      all = (all + lexer.problems).enumerated()
        .sorted {
          ($0.element.range?.lower ?? 0, $0.offset) < ($1.element.range?.lower ?? 0, $1.offset)
        }
        .map(\.element)
    }
    if all.count > limits.errors {
      let last = all[limits.errors].range
      all.removeSubrange(limits.errors...)
      all.append(SyntaxMessages.tooManyErrors(limits.errors, at: last))
    }
    return ParseResult(
      script: Script(statements: statements), diagnostics: all,
      isIncomplete: !all.isEmpty && all.allSatisfy(\.isIncomplete))
  }
}
