import RotaDiagnostics

/// What could have stood at a place in the text. The parser notes it on its way; error messages
/// and completion are made of it.
enum Expected: Sendable, Hashable {
  case word(String)
  case slot(Usage.Slot)
  /// Any statement of a context.
  case statement(Context)
  /// A clause of a context, on the statement's own line, after those that stand there.
  case clause(Context, given: [Head])
  /// The words of an entry from this one on; those before stand in the text.
  case rest(Head, from: Int)
  /// The name of a variable, a parameter or a definition: a bare word.
  case variable
  /// A value inside an expression.
  case value(ValuePlace)
  /// A unit behind a number that stands in a slot; the number may be one, which units in the singular
  /// follow.
  case unit(Usage.Slot?, isOne: Bool)
  case mark(Token.Kind)
  case endOfStatement
}

/// The statement or clause that a place belongs to: its entry, and where it begins.
struct PhraseStart: Sendable, Hashable {
  let entry: VocabularyEntry
  let lower: Int
}

/// What could have stood at a place, and in which statement or clause.
struct Note: Sendable, Hashable {
  let item: Expected
  let phrase: PhraseStart?
}

/// Why a statement could not be read. What was expected stands in the parser's notes.
struct Failure: Error {
  enum Reason {
    case unexpected
    /// A word that begins a clause stands where a name or a value must.
    case clauseWord
    case tooDeep, tooLong
    /// The diagnostic is made already.
    case reported
  }
  var reason: Reason
}

/// Bounds on what is read, so that no text can exhaust the program.
public struct ParserLimits: Sendable {
  /// Blocks, brackets and signs inside each other.
  public var nesting = 200
  /// Operators, lists and calls that lie over each other in the tree of one expression; a chain such
  /// as `a + b + c` is as high as it is long.
  public var operators = 500
  public var statements = 2_000_000
  /// Errors told of one text.
  public var errors = 100
  /// Asked before each statement: once true, the rest is not read.
  public var isCancelled: @Sendable () -> Bool = { false }
  public init() {}
}

/// The parser's place in the text.
struct ParserState {
  var lexer: Lexer
  let source: SourceID
  let limits: ParserLimits
  var current: Token
  /// The last token.
  var previous = Token(kind: .newline, lower: 0, upper: 0)
  /// Where the last token ended.
  var previousUpper: Int { previous.upper }
  /// The last token was a comma or an operator, so the statement goes on.
  var isContinued = false
  /// Round and square brackets and interpolations that are open. In them line breaks mean nothing
  /// and no word is a clause.
  var open: [Token] = []
  var depth = 0
  /// The height of the expression read last.
  var height = 0
  var statements = 0
  var diagnostics: [Diagnostic] = []
  /// Contexts whose clause words are not taken for names: the one that the phrase opens, and the
  /// one that it stands in.
  var stops: (own: Grammar?, around: Grammar?) = (nil, nil)
  /// The slot that the value being read stands in.
  var slot: Usage.Slot?
  /// The value being read is a part of what fills the slot: inside of a call or a sum.
  var isPart = false
  /// The call that the value being read stands in, and what it is compared with.
  var call: ValuePlace.Call?
  var compared: String?
  /// The statement or clause being read.
  var phrase: PhraseStart?
  /// The last clause that was read to its end, and where that is.
  var clauseBefore: (phrase: PhraseStart, upper: Int)?
  /// A round bracket after a word is a call even where a space lies between.
  var callsAcrossSpace = true
  /// The place of the last name written without quotes, for names of several words.
  var bareName: Token?
  /// The place of the last file's path, or words for `help`, written without quotes.
  var lastPath: Range<Int>?
  /// Where the words of a clause end that is named, behind which stands what it says.
  var clauseUpper: Int?
  /// The brace of each block around the current place.
  var blocks: [Token] = []

  /// Words found to be forms of the planner's own.
  var ownForms: Set<String> = []
  /// Where a missing line break was told of, so that it is told of once.
  var hasToldOfSeparator = -1
  var hasToldOfOpenBlock = false
  /// A word of this statement was read as another that was probably meant; what does not fit after it
  /// comes of that guess, and is not told.
  var hasGuessed = false

  /// Whether it is noted what could have stood where; a text without errors can do without.
  let takesNotes: Bool
  /// A statement could not be read, and nothing was noted that would tell why.
  var lacksNotes = false
  /// Notes on the furthest token that anything was tried at.
  private(set) var notes: [Note] = []
  var expected: [Expected] { notes.map(\.item) }
  var furthest: Token
  var furthestOpen: Token?
  /// The token before it.
  var furthestPrevious: Token
  var furthestIsContinued = false

  /// What the formatter must know and the tokens alone do not tell; kept only when asked for.
  var layout: Layout?

  init(
    _ text: SourceText, as source: SourceID, limits: ParserLimits, start: Int = 0,
    end: Int? = nil, takesNotes: Bool = true
  ) {
    self.takesNotes = takesNotes
    self.lexer = Lexer(text, as: source, end: end)
    self.lexer.position = start
    // One more than are told of shows that there are more.
    self.lexer.mostProblems = limits.errors + 1
    self.source = source
    self.limits = limits
    current = lexer.next()
    furthest = Token(kind: .newline, lower: -1, upper: -1)
    furthestPrevious = furthest
  }

  // MARK: - Moving

  mutating func advance() {
    previous = current
    isContinued = false
    current = lexer.next()
    if !open.isEmpty { skipNewlines() }
  }

  mutating func skipNewlines() {
    while current.kind == .newline { current = lexer.next() }
  }

  /// Past a comma or an operator, and past the line's end after it.
  mutating func advanceAndContinue() {
    let mark = current
    advance()
    if current.kind == .newline { layout?.continuations.append(mark.lower) }
    skipNewlines()
    isContinued = true
  }

  var text: String { lexer.text(of: current) }

  /// Whether a word of a usage stands here; behind a 1 in the singular too: `1 period`.
  func isWord(_ word: String) -> Bool {
    let count = current.upper - current.lower
    guard current.kind == .word, count == word.utf8.count || isSingular(word, of: count) else {
      return false
    }
    return word.utf8.prefix(count).elementsEqual(lexer.bytes[current.lower..<current.upper])
  }

  private func isSingular(_ word: String, of count: Int) -> Bool {
    count == word.utf8.count - 1 && word.utf8.last == UInt8(ascii: "s") && isOne(previous)
  }

  func isOne(_ token: Token) -> Bool {
    token.kind == .number && token.upper - token.lower == 1
      && lexer.bytes[token.lower] == UInt8(ascii: "1")
  }

  /// The tokens after the current one.
  func ahead() -> Lexer { lexer }

  func range(from lower: Int) -> SourceRange {
    SourceRange(source: source, lower: lower, upper: previousUpper)
  }

  func range(of token: Token) -> SourceRange {
    SourceRange(source: source, lower: token.lower, upper: token.upper)
  }

  // MARK: - Trying

  /// A place to come back to.
  struct Mark {
    fileprivate let position: Int
    fileprivate let modes: [Lexer.Mode]
    fileprivate let current: Token
    var kind: Token.Kind { current.kind }
    fileprivate let previous: Token
    fileprivate let isContinued: Bool
    fileprivate let open: Int
    fileprivate let depth: Int
    fileprivate let bareName: Token?
  }

  func mark() -> Mark {
    Mark(
      position: lexer.position, modes: lexer.modes, current: current, previous: previous,
      isContinued: isContinued, open: open.count, depth: depth, bareName: bareName)
  }

  mutating func goBack(to mark: Mark) {
    lexer.position = mark.position
    lexer.modes = mark.modes
    current = mark.current
    previous = mark.previous
    isContinued = mark.isContinued
    open.removeLast(max(0, open.count - mark.open))
    depth = mark.depth
    bareName = mark.bareName
    layout?.forget(from: mark.current.lower)
  }

  /// Notes what could stand at the current token.
  mutating func note(_ item: @autoclosure () -> Expected) {
    if takesNotes { take(note: item()) }
  }

  /// Notes that a value could stand here.
  mutating func noteValue() {
    guard takesNotes else { return }
    take(note: .value(ValuePlace(slot: isPart ? nil : slot, call: call, compared: compared)))
  }

  private mutating func take(note item: Expected) {
    if current.lower < furthest.lower { return }
    if current.lower > furthest.lower || notes.isEmpty {
      notes.removeAll(keepingCapacity: true)
      furthest = current
      furthestOpen = open.last
      furthestPrevious = previous
      furthestIsContinued = isContinued
    }
    notes.append(Note(item: item, phrase: phrase))
  }

  mutating func enter() throws(Failure) {
    guard depth < limits.nesting else { throw Failure(reason: .tooDeep) }
    depth += 1
  }

  mutating func leave() { depth -= 1 }

  mutating func expect(_ kind: Token.Kind) throws(Failure) {
    note(.mark(kind))
    guard current.kind == kind else { throw Failure(reason: .unexpected) }
    advance()
  }

  /// Opens a bracket; line breaks mean nothing until it is closed.
  mutating func openBracket() throws(Failure) {
    try enter()
    open.append(current)
    advance()
  }

  mutating func closeBracket(_ kind: Token.Kind) throws(Failure) {
    note(.mark(kind))
    guard current.kind == kind, !open.isEmpty else { throw Failure(reason: .unexpected) }
    open.removeLast()
    leave()
    advance()
  }
}
