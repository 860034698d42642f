import RotaDiagnostics

/// What may stand at a place in a text, for completion.
public struct Expectations: Sendable {
  public struct Word: Sendable, Hashable {
    /// What to type; where a part of an entry's words stands in the text, only the rest of them.
    public let word: String
    /// One line of help; empty for words inside of a statement.
    public let help: String
  }

  /// The bytes before the cursor that a completion takes the place of: the part of a word, a file's
  /// path, or a string that is not closed yet, with its quote.
  public var replacing: Range<Int>
  /// Words of the language, in the order of the vocabulary.
  public var words: [Word]
  /// Slots that can be filled here, such as `.places`; completion offers the plan's names.
  public var slots: [Usage.Slot]
}

extension Parser {
  /// What may stand at a byte offset of a text that is perhaps not finished. The text before the
  /// offset is read by the same parser that reads whole texts; what follows it counts for nothing.
  public static func expectations(
    in text: SourceText, at offset: Int, context: Context = .top
  ) -> Expectations {
    let cursor = min(max(offset, 0), text.bytes.count)
    guard let word = partialWord(in: text, before: cursor) else {
      return Expectations(replacing: cursor..<cursor, words: [], slots: [])
    }
    let start = partialPath(in: text, before: cursor, context) ?? word
    var state = ParserState(text, as: SourceID(index: 0), limits: ParserLimits(), end: start)
    _ = state.parseAll(in: context)
    guard state.furthest.lower >= start else {
      return Expectations(replacing: start..<cursor, words: [], slots: [])
    }
    return Expectations(
      replacing: start..<cursor, words: words(for: state.expected),
      slots: slots(for: state.expected))
  }

  /// Where the file's path without quotes begins that ends at the cursor. Only the parser knows one:
  /// to the lexer it is words and marks.
  private static func partialPath(
    in text: SourceText, before cursor: Int, _ context: Context
  ) -> Int? {
    var state = ParserState(text, as: SourceID(index: 0), limits: ParserLimits(), end: cursor)
    _ = state.parseAll(in: context)
    guard let path = state.lastPath, path.upperBound == cursor else { return nil }
    return path.lowerBound
  }

  /// Where the word, number or open string begins that ends at the cursor; the cursor itself where
  /// there is none, nil inside a comment.
  private static func partialWord(in text: SourceText, before cursor: Int) -> Int? {
    let line = text.lineStarts[text.lineIndex(of: cursor)]
    var lexer = Lexer(text, as: SourceID(index: 0), end: cursor, keepsComments: true)
    lexer.position = line
    var start = cursor
    var string: Int?
    while true {
      let token = lexer.next()
      switch token.kind {
      case .end: return string ?? start
      case .comment: if token.upper == cursor { return nil }
      case .stringStart where string == nil: string = token.lower
      // An open string is closed by the lexer without a character.
      case .stringEnd where token.upper > token.lower && lexer.modes.isEmpty: string = nil
      case .word, .number: start = token.upper == cursor ? token.lower : cursor
      default: start = cursor
      }
    }
  }

  private static func words(for expected: [Expected]) -> [Expectations.Word] {
    func heads(_ heads: [Head]) -> [Expectations.Word] {
      heads.filter { !$0.words.isEmpty }.map { .init(word: $0.entry.word, help: $0.entry.help) }
    }
    let functions = Vocabulary.functions.map {
      Expectations.Word(word: $0.word + "(", help: $0.help)
    }
    let words = expected.flatMap { item -> [Expectations.Word] in
      switch item {
      case .word(let word): [.init(word: word, help: "")]
      case .statement(let context): heads(Grammar[context].all)
      case .clause(let context): heads(Grammar[context].all.filter(\.isClause))
      case .rest(let head, let count):
        [.init(word: head.words(from: count), help: head.entry.help)]
      case .slot(.option): Vocabulary.options.map { .init(word: $0.word, help: $0.help) }
      case .slot(.weekdays), .slot(.windows): Lexer.weekdays.map { .init(word: $0, help: "") }
      case .slot(.value), .slot(.values): functions
      case .value: expected.contains(where: \.isSlot) ? [] : functions
      case .unit(let slot, let isOne):
        Vocabulary.units(in: slot, afterOne: isOne).map { .init(word: $0.word, help: $0.help) }
      case .slot, .variable, .mark, .endOfStatement: []
      }
    }
    return unique(words)
  }

  private static func slots(for expected: [Expected]) -> [Usage.Slot] {
    let slots = expected.compactMap { item -> Usage.Slot? in
      if case .slot(let slot) = item { slot } else { nil }
    }
    return slots.isEmpty && expected.contains(.value) ? [.value] : unique(slots)
  }

  private static func unique<Item: Hashable>(_ items: [Item]) -> [Item] {
    var seen: Set<Item> = []
    return items.filter { seen.insert($0).inserted }
  }
}

extension Vocabulary {
  /// The units of the quantities that fill a slot; all of them where the slot takes any value.
  fileprivate static func units(in slot: Usage.Slot?, afterOne isOne: Bool) -> [VocabularyEntry] {
    // Those that have two forms, and whether it is the one behind a one.
    let isSingular = [
      "person": true, "day": true, "week": true, "period": true,
      "people": false, "days": false, "weeks": false, "periods": false,
    ]
    let fitting: Set<String>? =
      switch slot {
      case .people: ["people", "person"]
      case .duration: ["s", "min", "h"]
      case .days, .date, .dates, .windows: ["days", "day", "weeks", "week"]
      case .percent: ["%"]
      case .limit: ["%", "people", "person"]
      case .number, .count, .numbers, .range, .times, .weekdays: []
      default: nil
      }
    return units.filter { unit in
      fitting?.contains(unit.word) != false && (isSingular[unit.word] ?? isOne) == isOne
    }
  }
}
