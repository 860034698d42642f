import RotaDiagnostics

/// Goes through the tokens once and decides for each what stands before it.
struct FormatWriter {
  private let lexer: Lexer
  private let tokens: [Token]
  private let layout: FormatMarks
  /// For each brace that opens a block, whether the block spans lines.
  private let blocks: [Int: Bool]

  private var index = 0
  /// The last token written.
  private var previous: Token?
  private var output = ""
  private var lineIsEmpty = true
  /// What is open: blocks, brackets and strings.
  private var open: [Opening] = []
  /// The current line continues the statement of the line before.
  private var isContinuation = false

  private enum Opening {
    case block(spansLines: Bool)
    case bracket
    case string
  }

  init(_ text: SourceText, _ source: SourceID, _ layout: Layout) {
    let marks = FormatMarks(layout)
    var lexer = Lexer(text, as: source, keepsComments: true)
    var tokens: [Token] = []
    repeat {
      let start = lexer.skipBlanks(from: lexer.position)
      if let upper = marks.verbatim[start] {
        tokens.append(Token(kind: .word, lower: start, upper: upper))
        lexer.position = upper
      } else {
        tokens.append(lexer.next())
      }
    } while tokens.last?.kind != .end
    self.lexer = lexer
    self.tokens = tokens
    self.layout = marks
    blocks = Self.blocksSpanningLines(tokens)
  }

  /// A block spans lines if a line ends anywhere between its braces.
  private static func blocksSpanningLines(_ tokens: [Token]) -> [Int: Bool] {
    var result: [Int: Bool] = [:]
    var open: [(lower: Int, newlines: Int)] = []
    var newlines = 0
    for token in tokens {
      switch token.kind {
      case .newline: newlines += 1
      case .leftBrace: open.append((token.lower, newlines))
      case .rightBrace:
        if let brace = open.popLast() { result[brace.lower] = newlines > brace.newlines }
      default: break
      }
    }
    return result
  }

  mutating func write() -> String {
    while tokens[index].kind != .end {
      let token = tokens[index]
      switch token.kind {
      case .newline:
        endLine()
        continue
      case .semicolon:
        if keepsSemicolon() {
          output += ";"
          previous = token
        }
      case .comment:
        writeComment(token)
        previous = token
      default:
        writeToken(token)
        previous = token
      }
      index += 1
    }
    if !lineIsEmpty { output += "\n" }
    return output
  }

  // MARK: - Lines

  /// Handles a run of line breaks.
  private mutating func endLine() {
    var count = 0
    while tokens[index].kind == .newline {
      count += 1
      index += 1
    }
    let next = tokens[index]
    // `else` goes on the line of the brace before it, unless a comment stands between.
    if previous?.kind == .rightBrace, isElse(next) { return }
    guard let previous else { return }
    breakLine()
    let isInner = open.contains { if case .bracket = $0 { true } else { false } }
    isContinuation =
      isInner || layout.continuations.contains(previous.lower)
      || previous.kind == .comment && isContinuation
    let isAtEdge =
      previous.kind == .leftBrace || next.kind == .rightBrace || next.kind == .end
    if count > 1, !isAtEdge, !isContinuation { output += "\n" }
  }

  private mutating func breakLine() {
    if !lineIsEmpty { output += "\n" }
    lineIsEmpty = true
  }

  private func isElse(_ token: Token) -> Bool {
    token.kind == .word && lexer.text(of: token) == "else"
  }

  /// A semicolon is kept between two statements on one line.
  private func keepsSemicolon() -> Bool {
    guard !lineIsEmpty, previous?.kind != .leftBrace, previous?.kind != .semicolon else {
      return false
    }
    var next = index
    while tokens[next].kind == .semicolon { next += 1 }
    switch tokens[next].kind {
    case .newline, .end, .rightBrace, .comment: return false
    default: return true
    }
  }

  private mutating func indent(closing: Bool = false) {
    guard lineIsEmpty else { return }
    var depth = isContinuation && !closing ? 1 : 0
    for case .block(spansLines: true) in open { depth += 1 }
    output += String(repeating: "    ", count: depth)
    lineIsEmpty = false
  }

  private mutating func writeComment(_ token: Token) {
    let raw = lexer.text(raw: token)
    var text = String(raw.drop { $0 == "＃" || $0 == "#" })
    let marks = raw.count - text.count
    while let last = text.last, last.isWhitespace { text.removeLast() }
    if !lineIsEmpty { output += "  " }
    indent()
    output += String(repeating: "#", count: marks) + text
  }

  // MARK: - Tokens

  private mutating func writeToken(_ token: Token) {
    var closes = false
    switch token.kind {
    case .rightBrace:
      closes = true
      if case .block(spansLines: true)? = open.popLast() {
        breakLine()
        isContinuation = false
      }
    case .rightParenthesis, .rightBracket, .interpolationEnd:
      closes = true
      open.removeLast(min(1, open.count))
    default: break
    }
    if lineIsEmpty {
      indent(closing: closes)
    } else if let previous, needsSpace(between: previous, and: token) {
      output += " "
    }
    output += text(of: token)
    switch token.kind {
    case .leftBrace:
      let spansLines = blocks[token.lower] ?? true
      open.append(.block(spansLines: spansLines))
      isContinuation = false
      // After the brace the line ends; only a comment may follow.
      if spansLines, tokens[index + 1].kind != .comment { breakLine() }
    case .leftParenthesis, .leftBracket: open.append(.bracket)
    case .interpolationStart: open.append(.string)
    default: break
    }
  }

  private func text(of token: Token) -> String {
    if layout.verbatim[token.lower] == token.upper { return lexer.text(raw: token) }
    switch token.kind {
    case .word, .number: return lexer.text(of: token)
    case .date, .time, .timeSpan: return lexer.literal(of: token).source
    case .stringText: return lexer.text(raw: token)
    default: return token.kind.spelling ?? ""
    }
  }

  private func needsSpace(between left: Token, and right: Token) -> Bool {
    switch left.kind {
    case .leftParenthesis, .leftBracket, .stringStart, .stringText, .interpolationStart, .range:
      return false
    case .interpolationEnd: return false
    case .minus where layout.signs.contains(left.lower): return false
    default: break
    }
    switch right.kind {
    case .rightParenthesis, .rightBracket, .comma, .semicolon, .colon, .range, .stringText,
      .stringEnd, .interpolationStart, .interpolationEnd:
      return false
    case .percent: return false
    case .leftParenthesis: return !layout.calls.contains(right.lower)
    default: return true
    }
  }
}

/// The parser's notes, as sets.
struct FormatMarks {
  let signs: Set<Int>
  let calls: Set<Int>
  let continuations: Set<Int>
  let verbatim: [Int: Int]

  init(_ layout: Layout) {
    signs = Set(layout.signs)
    calls = Set(layout.calls)
    continuations = Set(layout.continuations)
    verbatim = Dictionary(layout.verbatim, uniquingKeysWith: { $1 })
  }
}

extension Lexer {
  /// A token's bytes as they are.
  func text(raw token: Token) -> String {
    String(decoding: bytes[token.lower..<token.upper], as: UTF8.self)
  }
}
