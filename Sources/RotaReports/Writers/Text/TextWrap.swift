import RotaDiagnostics

/// Breaks text into lines that fit a number of columns.
enum TextWrap {
  /// Lines of at most `width` columns. Breaks at spaces, between Chinese characters (never before a
  /// closing mark or after an opening one), after dashes and slashes, and inside a word only where
  /// it is wider than a line.
  static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { line(clean($0), width: max(2, width)) }
  }

  /// The text on one line, without what cannot be printed.
  static func oneLine(_ text: String) -> String {
    text.split(separator: "\n").map { clean($0) }.joined(separator: " ")
  }

  /// The widest part that is not broken.
  static func widestWord(_ text: String) -> Int {
    text.split(separator: "\n").flatMap { words(clean($0)) }
      .map { DisplayWidth.of(trimmed($0)) }.max() ?? 0
  }

  /// The widest line as it stands.
  static func naturalWidth(_ text: String) -> Int {
    text.split(separator: "\n").map { DisplayWidth.of(clean($0)) }.max() ?? 0
  }

  /// What can be printed, without variation selectors, by which a text could widen what stands
  /// before it.
  private static func clean(_ text: Substring) -> String {
    let printable = PrintableText.of(text)
    if printable.unicodeScalars.allSatisfy({ !isSelector($0) }) { return printable }
    return String(String.UnicodeScalarView(printable.unicodeScalars.filter { !isSelector($0) }))
  }

  private static func isSelector(_ scalar: Unicode.Scalar) -> Bool {
    (0xFE00...0xFE0F).contains(scalar.value)
  }

  /// Widths of the words of each line, with and without the spaces behind them.
  static func wordWidths(_ text: String) -> [[(whole: Int, bare: Int)]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      words(clean(line)).map { (DisplayWidth.of($0), DisplayWidth.of(trimmed($0))) }
    }
  }

  private static func line(_ text: String, width: Int) -> [String] {
    if DisplayWidth.of(text) <= width { return [text] }
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in words(text) {
      let bare = DisplayWidth.of(trimmed(word))
      if used + bare > width, !current.isEmpty {
        lines.append(trimmed(current))
        current = ""
        used = 0
      }
      if bare <= width {
        current += word
        used += DisplayWidth.of(word)
        continue
      }
      for character in word {
        let size = DisplayWidth.of(String(character))
        if used + size > width, !current.isEmpty {
          lines.append(current)
          current = ""
          used = 0
        }
        current.append(character)
        used += size
      }
    }
    lines.append(trimmed(current))
    return lines
  }

  /// Parts that a line can end after; each keeps the spaces behind it.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var current = ""
    var previous: Character?
    var beforeSpace: Character?
    for character in text {
      // A number stays with what it numbers: `Room 8`.
      let isNumbered =
        previous == " " && isDigit(character) && beforeSpace.map { $0.isLetter } == true
      if let previous, !isNumbered, canBreak(after: previous, before: character) {
        words.append(current)
        current = ""
      }
      current.append(character)
      if character != " " { beforeSpace = character }
      previous = character
    }
    if !current.isEmpty { words.append(current) }
    return words
  }

  private static func canBreak(after a: Character, before b: Character) -> Bool {
    if b == " " { return false }
    if a == " " { return true }
    if neverBefore.contains(b) || neverAfter.contains(a) { return false }
    // Numbers of a range stay together.
    if a == "–" || a == "/" { return !isDigit(b) }
    // So do a number and what it counts: `3班`, `第1期`.
    if isDigit(a) || (a == "第" && isDigit(b)) { return false }
    return DisplayWidth.of(String(a)) == 2 || DisplayWidth.of(String(b)) == 2
  }

  /// Numerals in words, such as 二, break like words.
  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static let neverBefore = Set<Character>("，。、；：？！）》」』】〉”’…,.;:?!)]}%–/·")
  private static let neverAfter = Set<Character>("（《「『【〈“‘([{")

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension String {
  /// With spaces to fill so many columns.
  func padded(to width: Int, _ alignment: TableBlock.Alignment) -> String {
    let missing = width - DisplayWidth.of(self)
    if missing <= 0 { return self }
    switch alignment {
    case .leading: return self + String(repeating: " ", count: missing)
    case .trailing: return String(repeating: " ", count: missing) + self
    case .centre:
      let left = missing / 2
      return String(repeating: " ", count: left) + self
        + String(repeating: " ", count: missing - left)
    }
  }
}
