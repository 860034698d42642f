import RotaDiagnostics

/// Cuts a text into tokens, one at a time.
///
/// The parser reads ahead by copying the lexer, and reads a file's bare path by setting `position`;
/// so nothing is lexed before it is asked for. What is wrong with the text is gathered in
/// `problems`, once for each place however often it is read.
public struct Lexer: Sendable {
  let bytes: [UInt8]
  let source: SourceID
  /// Where the text ends for this lexer.
  let end: Int
  public internal(set) var position = 0
  var keepsComments = false

  /// What is open around the current position: strings, and the expressions in them.
  enum Mode {
    case string(start: Int, isCurly: Bool)
    case interpolation
  }
  var modes: [Mode] = []

  public private(set) var problems: [Diagnostic] = []
  /// Problems before this offset have been gathered.
  private var examined = 0

  public init(_ text: SourceText, as source: SourceID, end: Int? = nil, keepsComments: Bool = false)
  {
    self.bytes = text.bytes
    self.source = source
    self.end = min(max(end ?? text.bytes.count, 0), text.bytes.count)
    self.keepsComments = keepsComments
  }

  /// The next token; at the end of the text `.end`, again and again.
  public mutating func next() -> Token {
    if case .string(let start, let isCurly) = modes.last {
      return nextInString(start: start, isCurly: isCurly)
    }
    while position < end {
      let start = position
      let byte = bytes[start]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        position += 1
      case UInt8(ascii: "\n"):
        if let close = closeUnterminated() { return close }
        position += 1
        return token(.newline, from: start)
      case UInt8(ascii: "\r")
      where start + 1 < end && bytes[start + 1] == UInt8(ascii: "\n"):
        position += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        skipWord()
        return token(.word, from: start)
      default:
        if let token = nextUncommon(byte) { return token }
      }
    }
    return closeUnterminated() ?? Token(kind: .end, lower: end, upper: end)
  }

  /// A token that begins with anything but an ASCII letter; nil where only trivia was skipped.
  private mutating func nextUncommon(_ byte: UInt8) -> Token? {
    let start = position
    if byte < 0x80 { return nextMark(byte, length: 1) }
    guard let (scalar, length) = decodeScalar(bytes, at: start, end: end) else {
      skipInvalid()
      return nil
    }
    switch ScalarClass(scalar) {
    case .letter:
      skipWord()
      return token(.word, from: start)
    case .blank:
      position += length
    case .twin(let ascii):
      return nextMark(ascii, length: length)
    case .relation(let kind):
      position += length
      return token(kind, from: start)
    case .control, .invisible, .continuation, .other:
      skipMeaningless()
    }
    return nil
  }

  /// A digit or a punctuation mark, given as the ASCII character it is read as.
  private mutating func nextMark(_ ascii: UInt8, length: Int) -> Token? {
    let start = position
    if ascii >= UInt8(ascii: "0"), ascii <= UInt8(ascii: "9") { return nextNumber() }
    func next(_ wanted: Unicode.Scalar) -> Int? {
      guard let (twin, twinLength) = asciiTwin(at: start + length) else { return nil }
      return wanted == Unicode.Scalar(twin) ? twinLength : nil
    }
    func take(_ kind: Token.Kind, _ second: Int = 0) -> Token {
      position = start + length + second
      return Token(kind: kind, lower: start, upper: position)
    }
    switch Unicode.Scalar(ascii) {
    case "#": return takeComment()
    case "\"":
      position += length
      modes.append(.string(start: start, isCurly: length > 1))
      return token(.stringStart, from: start)
    case "(": return take(.leftParenthesis)
    case ")": return take(.rightParenthesis)
    case "[": return take(.leftBracket)
    case "]": return take(.rightBracket)
    case "{": return take(.leftBrace)
    case "}":
      if case .interpolation = modes.last {
        modes.removeLast()
        return take(.interpolationEnd)
      }
      return take(.rightBrace)
    case ",": return take(.comma)
    case ";": return take(.semicolon)
    case ":": return take(.colon)
    case "%": return take(.percent)
    case "+": return take(.plus)
    case "-": return take(.minus)
    case "*": return take(.times)
    case "/": return take(.divide)
    case "=": return take(.equal, next("=") ?? 0)
    case "!":
      if let second = next("=") { return take(.notEqual, second) }
    case "<":
      if let second = next("=") { return take(.lessOrEqual, second) }
      return take(.less)
    case ">":
      if let second = next("=") { return take(.greaterOrEqual, second) }
      return take(.greater)
    case ".":
      if let second = next(".") { return take(.range, second) }
    default: break
    }
    skipMeaningless()
    return nil
  }

  private mutating func takeComment() -> Token? {
    let start = position
    while position < end, bytes[position] != UInt8(ascii: "\n") {
      guard bytes[position] >= 0x80 else {
        position += 1
        continue
      }
      if let (_, length) = decodeScalar(bytes, at: position, end: end) {
        position += length
      } else {
        skipInvalid()
      }
    }
    return keepsComments ? token(.comment, from: start) : nil
  }

  /// The ASCII character that stands here, or whose full-width twin does.
  func asciiTwin(at offset: Int) -> (ascii: UInt8, length: Int)? {
    guard offset < end else { return nil }
    if bytes[offset] < 0x80 { return (bytes[offset], 1) }
    guard let (scalar, length) = decodeScalar(bytes, at: offset, end: end),
      case .twin(let ascii) = ScalarClass(scalar)
    else { return nil }
    return (ascii, length)
  }

  func token(_ kind: Token.Kind, from lower: Int) -> Token {
    Token(kind: kind, lower: lower, upper: position)
  }

  // MARK: - Problems

  /// Skips a run of bytes that are no UTF-8.
  mutating func skipInvalid() {
    let lower = position
    while position < end, decodeScalar(bytes, at: position, end: end) == nil { position += 1 }
    report(lower) { SyntaxMessages.invalidUTF8(at: $0) }
  }

  /// No more problems than this are gathered: a text can hold millions.
  var mostProblems = 1000

  /// Gathers a problem that lies between an offset and the current position.
  mutating func report(_ lower: Int, _ problem: (SourceRange) -> Diagnostic) {
    guard lower >= examined, problems.count < mostProblems else { return }
    examined = max(position, lower + 1)
    problems.append(problem(SourceRange(source: source, lower: lower, upper: position)))
  }

  /// Forgets the problems from an offset on: the text there turned out to be a file's path.
  mutating func forgetProblems(from offset: Int) {
    while let last = problems.last?.range, last.lower >= offset { problems.removeLast() }
    examined = min(examined, offset)
  }

  /// Keeps what a copy of this lexer has found.
  mutating func keepProblems(of other: Lexer) {
    problems = other.problems
    examined = other.examined
  }
}
