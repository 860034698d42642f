import RotaDiagnostics

/// Finds out which entry of the vocabulary a statement or clause is.
extension ParserState {
  private mutating func note(_ item: Expected, at token: Token, after before: Token) {
    let here = (previous, current)
    (previous, current) = (before, token)
    note(item)
    (previous, current) = here
  }

  /// The entry of most words that stands at the current token. Where a statement can begin,
  /// `for run in …` is a loop; on a statement's own line it is two clauses.
  mutating func head(in grammar: Grammar, beginsStatement: Bool = false) -> Head? {
    guard current.kind == .word else { return nil }
    let candidates = grammar.heads(beginningWith: lexer.bytes[current.lower..<current.upper])
    guard let only = candidates.first else { return nil }
    if candidates.count == 1, only.words.count == 1 { return only }
    var words = WordsAhead(lexer, at: current)
    if beginsStatement, words.isLoop,
      let loop = candidates.first(where: { $0.entry.role == .control })
    {
      return loop
    }
    for head in candidates where words.begin(with: head.words) {
      noteLonger(candidates, than: head, &words)
      return head
    }
    noteLonger(candidates, than: nil, &words)
    return nil
  }

  /// The words of a clause of any declaration that stand here, of the longest that does.
  mutating func clauseWordsAhead() -> [String]? {
    let candidates = Grammar.clauseWords[text] ?? []
    var words = WordsAhead(lexer, at: current)
    let found = candidates.first { words.begin(with: $0.words) }
    if takesNotes {
      for other in candidates where other.words.count > found?.words.count ?? 0 {
        let count = words.common(with: other.words)
        guard count < other.words.count, let end = words.end(at: count) else { continue }
        note(.rest(other.head, from: count), at: end, after: words.token(count - 1))
      }
    }
    return found?.words
  }

  /// Where the text ends in the middle of an entry's words, notes the words that are left.
  private mutating func noteLonger(
    _ candidates: [Head], than head: Head?, _ words: inout WordsAhead
  ) {
    guard takesNotes else { return }
    for other in candidates where other.words.count > head?.words.count ?? 0 {
      let count = words.common(with: other.words)
      guard count < other.words.count, let end = words.end(at: count) else { continue }
      note(.rest(other, from: count), at: end, after: words.token(count - 1))
    }
  }

  /// Notes how the entries go on whose first words stand here, such as `show`.
  mutating func noteBegun(_ grammar: Grammar) {
    guard takesNotes, current.kind == .word else { return }
    let candidates = grammar.heads(beginningWith: lexer.bytes[current.lower..<current.upper])
    if candidates.isEmpty { return }
    var words = WordsAhead(lexer, at: current)
    let longest = candidates.map { words.common(with: $0.words) }.max() ?? 0
    for head in candidates where words.common(with: head.words) == longest {
      note(
        .rest(head, from: longest), at: words.token(longest), after: words.token(longest - 1))
    }
  }

  /// A clause word of the surroundings, which no name and no value takes for itself.
  mutating func isClauseWord() -> Bool {
    guard open.isEmpty, current.kind == .word, stops.own != nil || stops.around != nil else {
      return false
    }
    if current.upper < lexer.end, lexer.bytes[current.upper] == UInt8(ascii: "(") { return false }
    if let own = stops.own, let head = head(in: own), head.isClause { return true }
    if let around = stops.around, let head = head(in: around), head.isClause { return true }
    return false
  }

  /// `3 periods`, `n times`, `(2 * n) periods` or `2..4 periods per day`: the entry is known by the
  /// word after the value.
  mutating func leadingSlotHead(in grammar: Grammar) -> Head? {
    guard !grammar.leadingSlots.isEmpty else { return nil }
    let start = mark()
    defer { goBack(to: start) }
    guard skipsNumber() else {
      return start.kind == .leftParenthesis ? grammar.leadingSlots.first : nil
    }
    let isRange = current.kind == .range
    if isRange {
      advance()
      guard skipsNumber() else { return start.kind == .word ? nil : grammar.leadingSlots.first }
    }
    for head in grammar.leadingSlots where !isRange || head.beginsWithRange {
      guard head.elements.count > 1, case .word(let word) = head.elements[1] else { continue }
      // After a word this is but one of many things that could follow.
      if start.kind != .word { note(.word(word)) }
      if isWord(word) { return head }
    }
    // A number begins no other entry, so the error is told in the words of these.
    return start.kind == .word ? nil : grammar.leadingSlots.first
  }

  /// Goes past a number, a word or a value in brackets.
  private mutating func skipsNumber() -> Bool {
    switch current.kind {
    case .number, .word:
      advance()
      return true
    case .leftParenthesis: return (try? primary()) != nil
    default: return false
    }
  }

  /// An unknown word before a name, in a module: a session in a form of the planner's own, unless
  /// it is a word of the vocabulary or nearly one of this context.
  mutating func beginsOwnForm() -> Bool {
    guard current.kind == .word else { return false }
    var ahead = ahead()
    let next = ahead.next()
    note(.slot(.form))
    guard next.kind == .word || next.kind == .stringStart else { return false }
    if ownForms.contains(text) { return true }
    // `lecture伦理学 for run`: no name follows, so the name is in the word.
    if runTogether(in: .module) != nil, next.kind == .word,
      !Grammar[.session].heads(beginningWith: lexer.bytes[next.lower..<next.upper]).isEmpty
    {
      return false
    }
    guard belongings().isEmpty, nearest(in: .module) == nil else { return false }
    ownForms.insert(text)
    return true
  }

  /// The contexts in which the current words are an entry, with that entry.
  func belongings() -> [(context: Context, head: Head)] {
    var copy = self
    var found: [(context: Context, head: Head)] = []
    for context in Context.allCases where context != .expression && context != .options {
      guard let head = copy.head(in: Grammar[context]), head.entry.role != .control else {
        continue
      }
      found.append((context, head))
    }
    let most = found.map(\.head.words.count).max() ?? 0
    return found.filter { $0.head.words.count == most }
  }

  /// The entry of a context whose words are nearly those that stand here.
  func nearest(in context: Context) -> (head: Head, upper: Int)? {
    var words = WordsAhead(lexer, at: current)
    var best: (head: Head, upper: Int, distance: Int)?
    for head in Grammar[context].all where !head.words.isEmpty {
      guard let (given, upper) = words.joined(head.words.count) else { continue }
      let bound = best.map { $0.distance - 1 } ?? .max
      guard let distance = given.nearness(to: head.spelled, within: bound) else { continue }
      best = (head, upper, distance)
    }
    return best.map { ($0.head, $0.upper) }
  }

  /// The entry of more words than another that those from a place on are nearly: `at moost 2 per day`,
  /// of which `at` alone is an entry, too.
  func longerNearest(
    than entry: VocabularyEntry, in contexts: Set<Context>, from lower: Int
  ) -> (head: Head, context: Context, wrong: SourceRange)? {
    var lexer = lexer
    (lexer.position, lexer.modes) = (lower, [])
    let first = lexer.next()
    var words = WordsAhead(lexer, at: first)
    let count = entry.word.split(separator: " ").count
    for context in Context.allCases where contexts.contains(context) {
      for longer in Grammar[context].all where longer.words.count > count {
        guard let (given, upper) = words.first(longer.words.count), given != longer.words[...],
          Spelling.isSlip(given, for: longer.words[...])
        else { continue }
        return (longer, context, SourceRange(source: source, lower: lower, upper: upper))
      }
    }
    return nil
  }

  /// The entry whose word begins the current one, which goes on in digits or in another script:
  /// `venue大堂`, `seats500`. Nil for what is a word of the vocabulary itself.
  func runTogether(in context: Context) -> Head? {
    guard current.kind == .word, belongings().isEmpty else { return nil }
    let word = lexer.bytes[current.lower..<current.upper]
    let heads = Grammar[context].all.filter { head in
      guard head.words.count == 1, let spelling = head.words.first?.utf8,
        word.count > spelling.count, word.starts(with: spelling)
      else { return false }
      let next = word[current.lower + spelling.count]
      return next >= 0x80 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= next
    }
    return heads.max { $0.entry.word.utf8.count < $1.entry.word.utf8.count }
  }
}

/// The words from the current token on, read as far as they are asked for.
struct WordsAhead {
  private var lexer: Lexer
  private var tokens: [Token]
  private var words: [String]
  /// The first word, the first two, and so on, with single spaces between them.
  private var phrases: [SpelledWord] = []

  init(_ lexer: Lexer, at current: Token) {
    self.lexer = lexer
    tokens = [current]
    words = [current.kind == .word ? lexer.text(of: current) : ""]
  }

  private mutating func word(_ index: Int) -> String {
    while words.count <= index {
      let token = tokens.last?.kind == .end ? tokens[tokens.count - 1] : lexer.next()
      tokens.append(token)
      words.append(token.kind == .word ? lexer.text(of: token) : "")
    }
    return words[index]
  }

  mutating func begin(with wanted: [String]) -> Bool {
    common(with: wanted) == wanted.count
  }

  mutating func common(with wanted: [String]) -> Int {
    for (index, word) in wanted.enumerated() where self.word(index) != word { return index }
    return wanted.count
  }

  mutating func token(_ index: Int) -> Token {
    _ = word(max(index, 0))
    return tokens[max(index, 0)]
  }

  /// The token at an index if it is the end of the text.
  mutating func end(at index: Int) -> Token? {
    _ = word(index)
    return tokens[index].kind == .end ? tokens[index] : nil
  }

  /// `for NAME in`.
  var isLoop: Bool {
    mutating get {
      guard words[0] == "for" else { return false }
      return word(2) == "in" && tokens[1].kind == .word
    }
  }

  /// So many words, and where they end.
  mutating func first(_ count: Int) -> (words: ArraySlice<String>, upper: Int)? {
    for index in 0..<count where word(index).isEmpty { return nil }
    return (words[..<count], tokens[count - 1].upper)
  }

  /// So many words with single spaces between them, and where they end.
  mutating func joined(_ count: Int) -> (words: SpelledWord, upper: Int)? {
    while phrases.count < count {
      let next = word(phrases.count)
      if next.isEmpty { return nil }
      phrases.append(SpelledWord(phrases.last.map { $0.text + " " + next } ?? next))
    }
    return (phrases[count - 1], tokens[count - 1].upper)
  }
}
