import RotaDiagnostics

/// Breaks text into lines that fit a number of columns.
enum TextWrap {
  /// A part that a line can end after, and the spaces behind it.
  struct Word {
    var text: Substring
    /// Columns with and without those spaces.
    var whole: Int
    var bare: Int
  }

  /// A line of text, and the columns that it takes.
  struct Line {
    var text: String
    var width: Int
  }

  /// What stands between two line breaks, taken apart.
  struct Part {
    let text: String
    let words: [Word]
    /// Columns as it stands.
    let width: Int

    init(_ text: String) {
      self.text = text
      words = TextWrap.words(text)
      width = words.reduce(0) { $0 + $1.whole }
    }

    /// In lines of at most so many columns, but no fewer than two.
    func lines(width room: Int) -> [Line] {
      let room = max(2, room)
      return width <= room
        ? [Line(text: text, width: width)] : TextWrap.lines(words, width: room)
    }
  }

  /// Lines of at most `width` columns. Breaks at spaces, between Chinese characters (never before a
  /// closing mark or after an opening one), after dashes and slashes, and inside a word only where
  /// it is wider than a line.
  static func lines(_ text: String, width: Int) -> [String] {
    parts(text).flatMap { Part($0).lines(width: width) }.map(\.text)
  }

  /// The text on one line, without what cannot be printed.
  static func oneLine(_ text: String) -> String {
    parts(text).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The widest line as it stands.
  static func naturalWidth(_ text: String) -> Int {
    parts(text).map(DisplayWidth.of).max() ?? 0
  }

  /// What stands between line breaks, as far as it can be printed.
  static func parts(_ text: String) -> [String] {
    if !text.utf8.contains(0x0A) { return [clean(text)] }
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      clean(String(Substring($0)))
    }
  }

  /// What can be printed, without variation selectors, by which a text could widen what stands
  /// before it.
  private static func clean(_ text: String) -> String {
    let printable = PrintableText.of(text)
    // The first of the three bytes of a selector, and of little else.
    if !printable.utf8.contains(0xEF) { return printable }
    return String(String.UnicodeScalarView(printable.unicodeScalars.filter { !isSelector($0) }))
  }

  private static func isSelector(_ scalar: Unicode.Scalar) -> Bool {
    (0xFE00...0xFE0F).contains(scalar.value)
  }

  private static func lines(_ words: [Word], width: Int) -> [Line] {
    var lines: [Line] = []
    var current = ""
    var used = 0
    // Without the spaces at its end.
    var bare = 0
    func finish(_ lines: inout [Line]) {
      lines.append(Line(text: current.trimmingEnd(), width: bare))
      (current, used, bare) = ("", 0, 0)
    }
    for word in words {
      if used + word.bare > width, used > 0 { finish(&lines) }
      if word.bare <= width {
        current += word.text
        bare = used + word.bare
        used += word.whole
        continue
      }
      for character in word.text {
        let size = DisplayWidth.of(String(character))
        if used + size > width, used > 0 { finish(&lines) }
        current.append(character)
        used += size
        if character != " " { bare = used }
      }
    }
    finish(&lines)
    return lines
  }

  /// Parts of one line that it can be broken after.
  private static func words(_ text: String) -> [Word] {
    var splitter = WordSplitter(text)
    // Most texts are of scalars that each are a character, and scalars are quicker to go through.
    let scalars = text.unicodeScalars
    if scalars.allSatisfy({ DisplayWidth.ofLone($0) != nil }) {
      for index in scalars.indices {
        let scalar = scalars[index]
        splitter.take(WordSplitter.Sign(scalar, DisplayWidth.ofLone(scalar) ?? 1), at: index)
      }
    } else {
      for index in text.indices { splitter.take(WordSplitter.Sign(text[index]), at: index) }
    }
    return splitter.finish()
  }
}

extension String {
  /// With spaces to fill so many columns.
  func padded(to width: Int, _ alignment: TableBlock.Alignment) -> String {
    TextWrap.Line(text: self, width: DisplayWidth.of(self)).padded(to: width, alignment)
  }

  /// Without the spaces at its end.
  func trimmingEnd() -> String {
    guard utf8.last == 0x20 else { return self }
    var text = Substring(self).utf8
    while text.last == 0x20 { text.removeLast() }
    return String(Substring(text))
  }
}

extension TextWrap.Line {
  /// With spaces to fill so many columns.
  func padded(to room: Int, _ alignment: TableBlock.Alignment = .leading) -> String {
    let missing = room - width
    if missing <= 0 { return text }
    switch alignment {
    case .leading: return text + Self.blanks(missing)
    case .trailing: return Self.blanks(missing) + text
    case .centre:
      let left = missing / 2
      return Self.blanks(left) + text + Self.blanks(missing - left)
    }
  }

  /// So many spaces. `String(repeating:count:)` takes many times as long, and every cell has some.
  static func blanks(_ count: Int) -> String {
    String(unsafeUninitializedCapacity: max(0, count)) { bytes in
      bytes.initialize(repeating: 0x20)
      return max(0, count)
    }
  }
}
