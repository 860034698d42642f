/// Measures texts and breaks them into lines: how wide they are, and how many lines they take in
/// columns of any width.
///
/// Pages say the same names over and over, and are tried in several sizes: each text is taken apart
/// once, and broken once for each width.
final class LineBreaker {
  private final class Measured {
    let parts: [TextWrap.Part]
    /// Of the widest line as it stands.
    let natural: Int
    /// Of the widest part that is not broken.
    let widestWord: Int
    /// By width.
    var broken: [Int: [TextWrap.Line]] = [:]

    init(_ text: String) {
      parts = TextWrap.parts(text).map { TextWrap.Part($0) }
      natural = parts.map(\.width).max() ?? 0
      widestWord = parts.map { $0.words.map(\.bare).max() ?? 0 }.max() ?? 0
    }
  }
  private var known: [String: Measured] = [:]

  func natural(_ text: String) -> Int { measured(text).natural }
  func widestWord(_ text: String) -> Int { measured(text).widestWord }

  /// Lines of at most so many columns.
  func lines(_ text: String, width: Int) -> [TextWrap.Line] {
    let measured = measured(text)
    if let broken = measured.broken[width] { return broken }
    let lines = measured.parts.flatMap { $0.lines(width: width) }
    measured.broken[width] = lines
    return lines
  }

  /// As many as `lines` makes, give or take one where a word is wider than a line.
  func count(_ text: String, width: Int) -> Int {
    let measured = measured(text)
    let width = max(2, width)
    if measured.natural <= width { return measured.parts.count }
    return measured.parts.reduce(0) { $0 + Self.count($1.words, width: width) }
  }

  private static func count(_ words: [TextWrap.Word], width: Int) -> Int {
    var count = 1
    var used = 0
    for word in words {
      if used > 0, used + word.bare > width {
        count += 1
        used = 0
      }
      used += word.whole
      if word.bare > width {
        count += (used - 1) / width
        used = (used - 1) % width + 1
      }
    }
    return count
  }

  private func measured(_ text: String) -> Measured {
    if let known = known[text] { return known }
    let measured = Measured(text)
    known[text] = measured
    return measured
  }
}
