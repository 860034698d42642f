/// One row of the vocabulary: everything the program knows about a word.
///
/// The parser reads `usage` as grammar, the evaluator takes arguments by the labels in it,
/// completion offers it, `help` and docs/reference.md print it, and the tests run `example`.
///
/// A class, though it never changes: every phrase and every clause of a plan holds its row, and a
/// reference is cheaper to hold than nine fields.
public final class VocabularyEntry: Sendable, Hashable {
  public enum Role: String, Sendable, CaseIterable {
    /// Declares something: `venue`, `teacher`, `rotation`.
    case kind
    /// Says something of what is being declared: `seats`, `at most`.
    case clause
    /// A teaching form; with a name it declares a session of a module.
    case form
    /// Does something: `check`, `solve`, `show`.
    case command
    /// `let`, `for`, `if`, `def`.
    case control
    /// A wish after `prefer`.
    case preference
    /// An option after `set`.
    case option
    /// Gives a value in an expression: `count`, `share`.
    case function
    /// The unit of a quantity: `min`, `people`.
    case unit
  }

  /// How a clause behaves when it is given again.
  public enum Repetition: String, Sendable {
    /// The new one takes the old one's place.
    case replaces
    /// One for each value of the arguments of `key`; the same values take the place.
    case keyed
    /// Each one adds to those before.
    case adds
    /// As `keyed`; but one statement that says the same twice, even alike, has slipped: each stands
    /// for something of its own, in its order.
    case listed
  }

  /// The entry's own words, in lower case: `seats`, `at most`.
  public let word: String
  public let role: Role
  /// Where it may stand.
  public let contexts: Set<Context>
  /// Its grammar; see `Usage`.
  public let usage: String
  /// What its inline clauses and its block may hold; nil where it takes neither.
  public let opens: Context?
  public let repetition: Repetition
  /// For `keyed` and `listed`: labels of the arguments that tell one from another, the first slot where empty.
  public let key: [String]
  /// Entries of one group are alternatives: each takes the place of any other.
  public let group: String?
  /// One line for `help` and the reference.
  public let help: String
  /// A text that parses; for a clause, a whole statement around it.
  public let example: String

  public init(
    _ word: String, _ role: Role, in contexts: Set<Context>, usage: String? = nil,
    opens: Context? = nil, repetition: Repetition = .replaces, key: [String] = [],
    group: String? = nil, help: String, example: String
  ) {
    self.word = word
    self.role = role
    self.contexts = contexts
    self.usage = usage ?? word
    self.opens = opens
    self.repetition = repetition
    self.key = key
    self.group = group
    self.help = help
    self.example = example
  }

  public static func == (a: VocabularyEntry, b: VocabularyEntry) -> Bool {
    a === b || a.word == b.word && a.role == b.role && a.contexts == b.contexts
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(word) }
}

/// A place in a plan where certain words may stand.
public enum Context: String, Sendable, CaseIterable {
  /// Statements of a script or at the prompt.
  case top
  case plan, school, zone, venue, site, teacher, unit, buses, beds, resource, form
  case module, session, rotation, run
  case studyClass = "class"
  case preference, standard, timetable, options, expression
}
