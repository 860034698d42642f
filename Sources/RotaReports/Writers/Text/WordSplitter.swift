import RotaDiagnostics

/// Takes a line apart where it can be broken, sign by sign.
struct WordSplitter {
  /// What of a character decides whether a line can be broken beside it.
  struct Sign {
    private enum Kind { case space, digit, letter, other, opening, closing, dash }
    private let kind: Kind
    /// `第`, which stays with the number behind it.
    private let countsNext: Bool
    let width: Int

    init(_ scalar: Unicode.Scalar, _ width: Int) {
      self.width = width
      countsNext = scalar == "第"
      kind =
        switch scalar {
        case " ": .space
        // Numerals in words, such as 二, break like words.
        case "0"..."9": .digit
        case "–", "/": .dash
        case "，", "。", "、", "；", "：", "？", "！", "）", "》", "」", "』", "】", "〉", "”", "’", "…", ",",
          ".",
          ";", ":", "?", "!", ")", "]", "}", "%", "·":
          .closing
        case "（", "《", "「", "『", "【", "〈", "“", "‘", "(", "[", "{": .opening
        default: scalar.properties.isAlphabetic ? .letter : .other
        }
    }

    init(_ character: Character) {
      let scalars = character.unicodeScalars
      let first = scalars[scalars.startIndex]
      let width = DisplayWidth.of(String(character))
      // A space or a bracket that bears a mark is none.
      if scalars.count == 1 {
        self.init(first, width)
      } else {
        self.init(first.properties.isAlphabetic ? .letter : .other, width)
      }
    }

    private init(_ kind: Kind, _ width: Int) {
      self.kind = kind
      self.width = width
      countsNext = false
    }

    var isSpace: Bool { kind == .space }
    var isDigit: Bool { kind == .digit }
    var isLetter: Bool { kind == .letter }

    /// Whether a line can end after this sign, and the next begin with another.
    func canBreak(before next: Sign) -> Bool {
      if next.isSpace { return false }
      if isSpace { return true }
      if next.kind == .closing || next.kind == .dash || kind == .opening { return false }
      // Numbers of a range stay together.
      if kind == .dash { return !next.isDigit }
      // So do a number and what it counts: `3班`, `第1期`.
      if isDigit || countsNext && next.isDigit { return false }
      return width == 2 || next.width == 2
    }
  }

  private let text: String
  private var words: [TextWrap.Word] = []
  private var start: String.Index
  private var whole = 0
  private var bare = 0
  private var previous: Sign?
  private var isAfterLetter = false

  init(_ text: String) {
    self.text = text
    start = text.startIndex
  }

  /// The next sign of the text.
  mutating func take(_ sign: Sign, at index: String.Index) {
    if let previous {
      // A number stays with what it numbers: `Room 8`.
      let isNumber = previous.isSpace && sign.isDigit && isAfterLetter
      if !isNumber, previous.canBreak(before: sign) { close(at: index) }
    }
    whole += sign.width
    if !sign.isSpace {
      bare = whole
      isAfterLetter = sign.isLetter
    }
    previous = sign
  }

  /// All words, when nothing more is to come.
  mutating func finish() -> [TextWrap.Word] {
    if start < text.endIndex { close(at: text.endIndex) }
    return words
  }

  private mutating func close(at end: String.Index) {
    words.append(TextWrap.Word(text: text[start..<end], whole: whole, bare: bare))
    start = end
    (whole, bare) = (0, 0)
  }
}
