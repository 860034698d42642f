import RotaDiagnostics

/// What may stand at a place in a text, for completion.
public struct Expectations: Sendable {
  public struct Word: Sendable, Hashable {
    /// What to type; where a part of an entry's words stands in the text, only the rest of them.
    public let word: String
    /// One line of help; of words inside of a statement, how it goes on there.
    public let help: String
  }

  /// A place for a name or a value.
  public struct Place: Sendable, Hashable {
    /// What fills it: of `.places` completion offers the plan's.
    public let slot: Usage.Slot
    /// The statement or clause that it belongs to; nil outside of any.
    public let entry: VocabularyEntry?
    /// That statement or clause as far as it stands before the cursor.
    public let before: String
    /// What the values are listed or counted that a condition here is about: `sessions`.
    public let listing: String?
    /// The column that the value is compared with: `form` in `where form = visit`.
    public let field: String?
    /// Labels that may stand before the value: `form` in `hours(form: visit)`.
    public let labels: [String]
  }

  /// The bytes before the cursor that a completion takes the place of: the part of a word, a name or
  /// a date, a file's path, or a string that is not closed yet, with its quote.
  public var replacing: Range<Int>
  /// Words of the language, in the order of the vocabulary.
  public var words: [Word]
  /// Names and values that can stand here.
  public var places: [Place]
  /// Slots that can be filled here.
  public var slots: [Usage.Slot] {
    var seen: Set<Usage.Slot> = []
    return places.map(\.slot).filter { seen.insert($0).inserted }
  }
}

extension Parser {
  /// What may stand at a byte offset of a text that is perhaps not finished. The text before the
  /// offset is read by the same parser that reads whole texts; what follows it counts for nothing.
  public static func expectations(
    in text: SourceText, at offset: Int, context: Context = .top
  ) -> Expectations {
    let cursor = min(max(offset, 0), text.bytes.count)
    guard let partial = PartialWord(in: text, before: cursor) else {
      return Expectations(replacing: cursor..<cursor, words: [], places: [])
    }
    func expectations(from start: Int) -> Expectations {
      var state = ParserState(text, as: SourceID(index: 0), limits: ParserLimits(), end: start)
      _ = state.parseAll(in: context)
      guard state.furthest.lower >= start else {
        return Expectations(replacing: start..<cursor, words: [], places: [])
      }
      let notes = stillOpen(state.notes)
      return Expectations(
        replacing: start..<cursor, words: words(for: notes),
        places: places(for: notes, in: text, before: start))
    }
    if let start = partialPath(in: text, before: cursor, context) {
      return expectations(from: start)
    }
    // With hyphens it is a name or a date where one of these can stand, else a difference.
    if let start = partial.joined {
      let joined = expectations(from: start)
      if joined.slots.contains(where: \.takesHyphens) { return joined }
    }
    return expectations(from: partial.start)
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

  /// A number is no duration without its unit, so that nothing else may follow it.
  private static func stillOpen(_ notes: [Note]) -> [Note] {
    let units = notes.filter { note in
      if case .unit(.duration, _) = note.item { true } else { false }
    }
    return units.isEmpty ? notes : units
  }

  private static func words(for notes: [Note]) -> [Expectations.Word] {
    func heads(_ heads: [Head]) -> [Expectations.Word] {
      heads.filter { !$0.words.isEmpty }.map { .init(word: $0.entry.word, help: $0.entry.help) }
    }
    let words = notes.flatMap { note -> [Expectations.Word] in
      switch note.item {
      case .word(let word): [.init(word: word, help: help(on: word, in: note.phrase?.entry))]
      case .statement(let context): heads(Grammar[context].all)
      case .clause(let context, let given):
        heads(Grammar[context].all.filter { $0.isClause && $0.mayFollow(given) })
      case .rest(let head, let count):
        // Nothing is left where the cursor stands in the words' last blank.
        count < head.words.count
          ? [.init(word: head.words(from: count), help: head.entry.help)] : []
      case .unit(let slot, let isOne):
        Vocabulary.units(in: slot, afterOne: isOne).map { .init(word: $0.word, help: $0.help) }
      case .slot, .value, .variable, .mark, .endOfStatement: []
      }
    }
    return unique(words)
  }

  /// What goes on behind a word inside of a statement; for one that is all by itself, what it is about, if
  /// `show` has help on it.
  private static func help(on word: String, in entry: VocabularyEntry?) -> String {
    guard let entry, let part = entry.parsedUsage.part(from: word) else {
      return ["and": "both must hold", "or": "one of the two must hold"][word] ?? ""
    }
    if part != word { return part }
    // Reports are named behind `export` as they are behind `show`.
    guard entry.word.hasPrefix("export") else { return "" }
    return Vocabulary.entries.first { $0.word == "show \(word)" }?.help ?? ""
  }

  private static func places(
    for notes: [Note], in text: SourceText, before start: Int
  ) -> [Expectations.Place] {
    unique(
      notes.compactMap { note in
        let before = note.phrase.map { text.slice($0.lower, max($0.lower, start)) } ?? ""
        func place(
          _ slot: Usage.Slot, listing: String? = nil, field: String? = nil, labels: [String] = []
        ) -> Expectations.Place {
          // `list sessions where …`: what is listed is the word behind the command.
          let words = before.split(separator: " ")
          let isListed = note.phrase?.entry.word == "list" && words.count > 1
          return Expectations.Place(
            slot: slot, entry: note.phrase?.entry, before: before,
            listing: listing ?? (isListed ? String(words[1]) : nil), field: field, labels: labels)
        }
        switch note.item {
        case .slot(let slot): return place(slot)
        case .value(let value):
          if let call = value.call {
            let listing = call.position > 0 ? call.first : nil
            if value.compared != nil {
              return place(.value, listing: listing, field: value.compared)
            }
            return place(call.slot ?? .value, listing: listing, labels: call.labels)
          }
          return place(value.slot ?? .value, field: value.compared)
        default: return nil
        }
      })
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
      case .number, .numeral, .count, .numbers, .range, .times, .weekdays, .steps, .point, .points,
        .repair:
        []
      default: nil
      }
    return units.filter { unit in
      fitting?.contains(unit.word) != false && (isSingular[unit.word] ?? isOne) == isOne
    }
  }
}
