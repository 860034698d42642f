/// One kind of thing that can be said about a plan, with an identity that never changes.
///
/// Each stage lists its kinds, and words them, in one file of its own.
public struct DiagnosticKind: Hashable, Sendable {
  /// Lower-case words joined by hyphens, such as `unknown-word`.
  public let id: String
  /// What it means and what to do, for `help ID`: two or three sentences.
  public let explanation: String

  public init(_ id: String, _ explanation: String) {
    self.id = id
    self.explanation = explanation
  }
}

/// How much a diagnostic weighs.
public enum Severity: String, Sendable, Hashable {
  /// The text or the command is wrong; nothing was changed.
  case error
  /// The plan is understood, and proved impossible.
  case impossible
  /// The plan breaks one of its own `require` or `expect` statements, or sessions stay unplaced.
  case broken
  case warning
  /// Nothing is wrong with what it tells of: for programs, what was run and what was not.
  case note
}

/// Something to say about a place in the planner's text.
public struct Diagnostic: Error, Hashable, Sendable {
  public struct Note: Hashable, Sendable {
    public let message: String
    public let range: SourceRange?
    public init(_ message: String, at range: SourceRange? = nil) {
      self.message = message
      self.range = range
    }
  }

  /// A replacement that would mend the text.
  public struct FixIt: Hashable, Sendable {
    public let range: SourceRange
    public let replacement: String
    public init(replace range: SourceRange, by replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  public let kind: DiagnosticKind
  public let severity: Severity
  /// One sentence: what is wrong, with the numbers.
  public let message: String
  public let range: SourceRange?
  /// Other places that take part: the other declaration, the statements of a proof.
  public var notes: [Note]
  /// What to do about it: one short sentence each.
  public var remedies: [String]
  public var fixIt: FixIt?
  /// The text ends before the statement does, so that more text could make it right. This alone
  /// decides whether the prompt asks for another line.
  public var isIncomplete: Bool
  /// What a proof is about, by name: a session, a place, a teacher, a unit, a rotation. With the
  /// kind it tells one proof from another while the plan changes.
  public var subjects: [String]

  public init(
    _ kind: DiagnosticKind, severity: Severity = .error, _ message: String,
    at range: SourceRange? = nil, notes: [Note] = [], remedies: [String] = [],
    fixIt: FixIt? = nil, isIncomplete: Bool = false, about subjects: [String] = []
  ) {
    self.kind = kind
    self.severity = severity
    self.message = message
    self.range = range
    self.notes = notes
    self.remedies = remedies
    self.fixIt = fixIt
    self.isIncomplete = isIncomplete
    self.subjects = subjects
  }
}
