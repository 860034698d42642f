import RotaDiagnostics

/// What has been typed of a word when the cursor stands behind it.
struct PartialWord {
  /// Where the word, number, date or open string begins that ends at the cursor; the cursor itself
  /// where there is none.
  let start: Int
  /// Where words and numbers begin that hyphens join to one name or date, such as `2027-03-`.
  let joined: Int?

  /// Nil inside a comment.
  init?(in text: SourceText, before cursor: Int) {
    let line = text.lineStarts[text.lineIndex(of: cursor)]
    var lexer = Lexer(text, as: SourceID(index: 0), end: cursor, keepsComments: true)
    lexer.position = line
    var start = cursor
    var string: Int?
    var run: Range<Int>?
    while true {
      let token = lexer.next()
      // A hyphen only goes on with what stands right before it.
      let continues = run?.upperBound == token.lower
      switch token.kind {
      case .end:
        self.start = string ?? start
        joined = string == nil && run?.upperBound == cursor ? run?.lowerBound : nil
        return
      case .comment: if token.upper == cursor { return nil }
      case .stringStart where string == nil: string = token.lower
      // An open string is closed by the lexer without a character.
      case .stringEnd where token.upper > token.lower && lexer.modes.isEmpty: string = nil
      case .word, .number, .date, .time, .timeSpan:
        start = token.upper == cursor ? token.lower : cursor
        run = (continues ? run?.lowerBound ?? token.lower : token.lower)..<token.upper
        continue
      case .minus where continues:
        start = cursor
        run = (run?.lowerBound ?? token.lower)..<token.upper
        continue
      default: start = cursor
      }
      run = nil
    }
  }
}

extension Usage.Slot {
  /// What fills it can have hyphens in it: names, and dates.
  var takesHyphens: Bool {
    switch self {
    case .date, .dates, .windows: true
    default: takesName || takesNames
    }
  }
}

extension Head {
  /// Whether a clause says something new after others on the same line.
  func mayFollow(_ given: [Head]) -> Bool {
    !given.contains { other in
      guard other !== self else { return entry.repetition == .replaces }
      return entry.group.map { $0 == other.entry.group } ?? false
        || entry.role == .preference && other.entry.role == .preference
    }
  }
}
